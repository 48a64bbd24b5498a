import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/cli/sha256.ts';
import type { Run } from '../../src/model/frame.ts';
import { runSource } from '../../src/playback/source.ts';
import { runToEnd } from '../../src/simulation.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { makeStageWords } from '../../src/words/stage.ts';
import { chooseLanes } from '../../src/view/flow-plan.ts';
import { boxHolds, boxMeetsDisc, pointAt } from '../../src/view/geometry.ts';
import { targetAt } from '../../src/view/hit.ts';
import { isCramped, WHOLE } from '../../src/view/layout.ts';
import { drawnParties, lanesOfMonth } from '../../src/playback/lane-book.ts';
import { TYPE } from '../../src/view/palette.ts';
import type { Still } from '../../src/view/plan.ts';
import { runScale, type RunScale } from '../../src/playback/run-scale.ts';
import { MOST_RIVERS, riverOf } from '../../src/playback/rivers.ts';
import { estimateText } from '../../src/view/stage-words.ts';
import { layGround, planStill, type Ground } from '../../src/view/still.ts';
import { shippedScenario } from '../explain/simulated.ts';
import { BY_MONTH, SEED } from '../golden/golden.ts';
import { SIZES } from '../view/stills.ts';

interface Played {
  readonly run: Run;
  readonly scale: RunScale;
}
const known = new Map<string, Played>();
function played(id: string): Played {
  let found = known.get(id);
  if (found === undefined) {
    const run = runToEnd({ scenario: shippedScenario(id), seed: SEED }, { sha256 });
    known.set(id, (found = { run, scale: runScale([run]) }));
  }
  return found;
}

function groundFor({ run, scale }: Played, { width, height }: { width: number; height: number }): Ground {
  const { scenario } = run.header;
  return layGround({ scenario, scale, width, height, window: WHOLE, words: makeStageWords(makeSpeaker('en', scenario)), measure: estimateText, type: TYPE.dark, sparse: isCramped(width, height, 1) });
}

function stillOf({ run }: Played, ground: Ground, tick: number, phase: number | null = null): Still {
  const frame = run.frames[tick]!;
  const before = tick === 0 ? run.header.opening : run.frames[tick - 1]!.state;
  return planStill(ground, { frames: runSource(run), frame, before, after: frame.state, phase, selected: null, open: null, smooth: false, told: true, amounts: true, light: null, spoken: [], other: null });
}

describe('of the money that changes hands', () => {
  for (const id of BY_MONTH)
    it(`${id} shows three quarters in every month and 85 of a hundred over the run`, () => {
      const { run, scale } = played(id);
      const drawn = new Set(drawnParties(run.header.scenario).map((party) => party.id));
      let [moved, unseen] = [0, 0];
      for (const frame of run.frames) {
        const { hidden, lanes, rivers } = chooseLanes({ scenario: run.header.scenario, scale, frames: runSource(run), frame, after: frame.state, phase: null, selected: null, light: null, spoken: [], smooth: false });
        const month = [...lanesOfMonth(frame).values()].filter((lane) => drawn.has(lane.from) && drawn.has(lane.to) && lane.amount > 0).reduce((sum, lane) => sum + lane.amount, 0);
        expect(hidden.share, `month ${frame.tick}`).toBeLessThan(0.25);
        // what is drawn and what is counted as hidden is all there is, and nothing twice
        const seen = [...lanes, ...rivers].reduce((sum, lane) => sum + lane.amount, 0);
        expect(seen / month).toBeCloseTo(1 - hidden.share, 9);
        moved += month;
        unseen += hidden.share * month;
      }
      expect(unseen / moved).toBeLessThan(0.15);
    });
});

describe('a river', () => {
  const base = played('base');
  const ground = groundFor(base, SIZES[0]);

  it('is shared by several at one end and leads to one at the other', () => {
    expect(base.scale.rivers.length).toBeGreaterThan(2);
    expect(base.scale.rivers.length).toBeLessThanOrEqual(MOST_RIVERS);
    for (const { key, payers, payees } of base.scale.rivers) expect([payers.length, payees.length].filter((count) => count === 1), key).toHaveLength(1);
    expect(base.scale.rivers.map((river) => river.key)).toContain('hyperscaler/cash/suppliers');
  });

  it('holds lanes of its kinds that are not drawn by themselves', () => {
    const kinds = new Map(base.run.header.scenario.parties.map((party) => [party.id, party.kind]));
    for (const { tick } of base.run.frames) {
      const still = stillOf(base, ground, tick);
      const own = new Set(still.lanes.map((lane) => lane.key));
      for (const river of still.rivers) for (const lane of river.lanes) expect([riverOf(lane, (party) => kinds.get(party)), own.has(lane)]).toEqual([river.key, false]);
    }
  });

  it('never moves while time passes', () => {
    const beds = new Map<string, string>();
    for (const { tick } of base.run.frames)
      for (const { key, path, brace } of stillOf(base, ground, tick).rivers) {
        const bed = JSON.stringify([path, brace]);
        expect(beds.get(key) ?? bed).toBe(bed);
        beds.set(key, bed);
      }
    expect(beds.size).toBe(base.scale.rivers.length);
  });

  for (const size of SIZES)
    it(`passes under nobody and ends where it should at ${size.width}×${size.height}`, () => {
      for (const id of BY_MONTH) {
        const one = played(id);
        const still = stillOf(one, groundFor(one, size), 20);
        expect(still.rivers.length).toBeGreaterThan(2);
        const at = new Map(still.nodes.map((node) => [node.id, node]));
        for (const { key, path, brace, payers, payees } of still.rivers) {
          const single = payers.length === 1 ? payers[0]! : payees[0]!;
          const under = still.nodes.filter((node) => node.id !== single && path.xs.some((x, i) => (node.shape === 'ring' ? boxMeetsDisc({ x, y: path.ys[i]!, width: 0, height: 0 }, node.x, node.y, node.radius * 0.8) : boxHolds(node.box, x, path.ys[i]!))));
          expect(under.map((node) => node.id), key).toEqual([]);
          // one end at the single party, the other on the brace
          const ends = payees.length === 1 ? [path.xs.at(-1)!, path.ys.at(-1)!, path.xs[0]!, path.ys[0]!] : [path.xs[0]!, path.ys[0]!, path.xs.at(-1)!, path.ys.at(-1)!];
          const node = at.get(single)!;
          expect(boxMeetsDisc(node.box, ends[0]!, ends[1]!, 14), key).toBe(true);
          expect(brace.xs.some((x, i) => Math.hypot(x - ends[2]!, brace.ys[i]! - ends[3]!) < 1), key).toBe(true);
        }
      }
    });

  it('is pointed at like a sheath of lanes, and is dark in a phase in which it carries nothing', () => {
    const still = stillOf(base, ground, 20);
    const river = still.rivers.find(({ key }) => key === 'hyperscaler/cash/suppliers')!;
    const { x, y } = pointAt(river.path, 0.2);
    expect(targetAt(still, x, y)).toEqual({ kind: 'bundle', key: river.key });
    const early = stillOf(base, ground, 20, 1).rivers.find(({ key }) => key === river.key)!;
    expect(early).toMatchObject({ amount: 0, dim: true });
    expect(river.dim).toBe(false);
  });
});

describe('a lane', () => {
  // the last is what is left for the stage where the page is embedded at 960×400
  for (const size of [...SIZES, { width: 960, height: 206 }])
    it(`passes under nobody but its own two ends at ${size.width}×${size.height}`, () => {
      for (const id of BY_MONTH) {
        const still = stillOf(played(id), groundFor(played(id), size), 20);
        expect(still.lanes.length).toBeGreaterThan(20);
        for (const { key, path, from, to } of still.lanes) {
          const under = still.nodes.filter((node) => node.id !== from && node.id !== to && path.xs.some((x, i) => (node.shape === 'ring' ? boxMeetsDisc({ x, y: path.ys[i]!, width: 0, height: 0 }, node.x, node.y, node.radius * 0.8) : boxHolds(node.box, x, path.ys[i]!))));
          expect(under.map((node) => node.id), key).toEqual([]);
        }
      }
    });
});

describe('the heading of the clouds', () => {
  it('stands over its column and not beside the brace', () => {
    for (const size of SIZES) {
      const ground = groundFor(played('base'), size);
      const { texts } = stillOf(played('base'), ground, 20);
      const heading = texts.find((text) => text.id === 'column/clouds')!.box;
      const column = ['microsoft', 'alphabet', 'amazon', 'meta'].map((id) => ground.layout.places.get(id)!);
      expect(heading.x + heading.width / 2).toBeLessThan(Math.max(...column.map(({ x, radius }) => x + radius)));
      expect(heading.x).toBeGreaterThan(Math.min(...column.map(({ x, radius }) => x - radius)) - 70);
    }
  });
});
