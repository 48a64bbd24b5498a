import { describe, expect, it } from 'vitest';
import { LANE_KINDS, LaneBook, drawnParties, lanesOfMonth } from '../../src/playback/lane-book.ts';
import { promisesOf } from '../../src/view/promises.ts';
import { baseLanes, laneWidth, openingScale, round125, runScale } from '../../src/playback/run-scale.ts';
import { layStrands, STRANDS } from '../../src/view/strands.ts';
import { targetAt, sameTarget, actorsInOrder } from '../../src/view/hit.ts';
import { pointAt } from '../../src/view/geometry.ts';
import { crowdedRun } from './crowd.ts';
import { baseYaml, groundOf, run, scale, SIZES, stillAt } from './stills.ts';

const { scenario } = run.header;
const drawn = new Set(drawnParties(scenario).map((party) => party.id));

describe('which lanes are drawn', () => {
  it('the run’s own in every month in which they carry something', () => {
    for (const frame of run.frames) {
      const shown = new Set(stillAt(frame.tick).lanes.map((lane) => lane.key));
      const month = lanesOfMonth(frame);
      expect(scale.lanes.filter((key) => (month.get(key)?.amount ?? 0) > 0 && !shown.has(key))).toEqual([]);
    }
  });

  it('every actor’s, so that nobody stands alone without a reason', () => {
    const ends = new Set(scale.lanes.flatMap((key) => [key.split('/')[0]!, key.split('/')[2]!]));
    for (const id of ['nvidia', 'openai', 'anthropic', 'xai', 'start-ups', 'microsoft', 'oracle', 'coreweave', 'banks', 'reits']) expect(ends.has(id), id).toBe(true);
  });

  it('none of wages, builders and owners, which leave the loop', () => {
    expect(scale.lanes.filter((key) => key.endsWith('/outside-investors') || (key.endsWith('/suppliers') && !key.startsWith('nvidia/') && !key.startsWith('amd/')))).toEqual([]);
  });

  it('all of the selected actor', () => {
    for (const id of ['openai', 'suppliers', 'nvidia']) {
      const shown = new Set(stillAt(7, SIZES[0], { selected: { kind: 'actor', id } }).lanes.map((lane) => lane.key));
      const all = [...lanesOfMonth(run.frames[7]!).values()].filter((lane) => (lane.from === id || lane.to === id) && drawn.has(lane.from) && drawn.has(lane.to) && lane.amount > 0);
      expect(all.length).toBeGreaterThan(2);
      expect(all.filter((lane) => !shown.has(lane.key)).map((lane) => lane.key)).toEqual([]);
    }
  });

  it('and what is not drawn is counted, to the last lane and dollar', () => {
    for (const frame of run.frames) {
      const still = stillAt(frame.tick);
      const shown = new Set([...still.lanes.map((lane) => lane.key), ...still.rivers.flatMap((river) => river.lanes)]);
      const carrying = [...lanesOfMonth(frame).values()].filter((lane) => drawn.has(lane.from) && drawn.has(lane.to) && lane.amount > 0);
      const hidden = carrying.filter((lane) => !shown.has(lane.key));
      expect(still.hidden.count).toBe(hidden.length);
      const sum = (lanes: typeof carrying): number => lanes.reduce((total, lane) => total + lane.amount, 0);
      expect(still.hidden.share).toBeCloseTo(sum(hidden) / sum(carrying), 12);
    }
  });

  it('about thirty at once', () => {
    for (const frame of run.frames) expect(stillAt(frame.tick).lanes.length).toBeLessThanOrEqual(46);
    expect(scale.lanes.length).toBeLessThanOrEqual(40);
  });

  it('promises hollow and without particles', () => {
    const lane = stillAt(2).lanes.find((one) => one.key === 'nvidia/equity/openai')!;
    expect(lane).toMatchObject({ amount: 0, promise: 'commitment', promised: 10_000_000_000, solid: 0 });
    const paid = stillAt(4).lanes.find((one) => one.key === 'nvidia/equity/openai')!;
    expect(paid).toMatchObject({ amount: 1_000_000_000, solid: 1, promised: 9_000_000_000 });
    expect(promisesOf(run.frames[2]!.state).get('nvidia/cash/coreweave')).toMatchObject({ promise: 'backstop', promised: 6_300_000_000 });
  });

  it('only the phase shown is bright', () => {
    const still = stillAt(6, SIZES[0], { phase: 4 });
    const bright = still.lanes.filter((lane) => !lane.dim);
    expect(bright.length).toBeGreaterThan(0);
    expect(bright.every((lane) => lane.kind === 'debt')).toBe(true);
  });
});

describe('scales', () => {
  it('are fixed over the run and over both sides of a comparison', () => {
    const other = crowdedRun(baseYaml, { demand: { from: 2, level: 0.4 } });
    const both = runScale([run, other]);
    expect(runScale([other, run])).toEqual({ ...both, lanes: runScale([other, run]).lanes });
    expect(both.widest).toBeGreaterThan(0);
    expect(baseLanes(scenario, [new LaneBook(scenario, run.frames)])).toEqual(scale.lanes);
  });
  it('come from the scenario until a run is finished, the same object each time', () => {
    expect(openingScale(scenario, run.header.opening)).toBe(openingScale(scenario, run.header.opening));
    expect(openingScale(scenario, run.header.opening).settled).toBe(false);
  });
  it('give a lane four times the amount twice the width', () => {
    expect(laneWidth({ widest: 1e9 }, 4e8) / laneWidth({ widest: 1e9 }, 1e8)).toBeCloseTo(2, 10);
    expect(laneWidth({ widest: 1e9 }, 5e9)).toBe(14);
    expect(laneWidth({ widest: 1e9 }, 1)).toBe(1);
  });
  it('round what a particle stands for to 1, 2 or 5', () => {
    expect([1, 3, 4, 7, 80, 149, 6_200_000_000].map(round125)).toEqual([1, 2, 5, 5, 100, 100, 5_000_000_000]);
  });
});

describe('lanes of one pair', () => {
  const ground = groundOf(SIZES[0]);
  const still = stillAt(8, SIZES[0], { selected: { kind: 'actor', id: 'coreweave' } });
  const crowd = LANE_KINDS.map((kind) => ({ ...still.lanes[0]!, key: `nvidia/${kind}/coreweave`, kind, from: 'nvidia', to: 'coreweave', amount: 1000, bundle: null }));

  it('are three at most; the others go into one sheath that opens', () => {
    const closed = layStrands(crowd, ground.layout, ground.routes, null);
    expect(closed.lanes.filter((lane) => lane.bundle === null)).toHaveLength(STRANDS);
    expect(closed.bundles).toHaveLength(1);
    expect(closed.bundles[0]).toMatchObject({ key: 'coreweave|nvidia', amount: 2000 });
    const open = layStrands(crowd, ground.layout, ground.routes, 'coreweave|nvidia');
    expect(open.bundles).toEqual([]);
    expect(open.lanes.filter((lane) => lane.bundle === null)).toHaveLength(crowd.length);
  });

  it('lie side by side without touching in the middle', () => {
    const { lanes } = layStrands(crowd.slice(0, 3), ground.layout, ground.routes, null);
    const middle = lanes.map((lane) => pointAt(lane.path, 0.5));
    for (const [i, a] of middle.entries()) for (const b of middle.slice(i + 1)) expect(Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)).toBeGreaterThan(still.lanes[0]!.width);
  });
});

describe('pointing', () => {
  const still = stillAt(8);
  it('finds actors, amounts and lanes', () => {
    const nvidia = still.nodes.find((node) => node.id === 'nvidia')!;
    expect(targetAt(still, nvidia.x + 3, nvidia.y)).toEqual({ kind: 'actor', id: 'nvidia' });
    const amount = still.texts.find((text) => text.on !== null)!;
    expect(targetAt(still, amount.box.x + 4, amount.box.y + 4)).toEqual({ kind: 'lane', key: amount.on });
    const lane = still.lanes.find((one) => one.key === 'nvidia/cash/suppliers')!;
    const at = pointAt(lane.path, 0.5);
    expect(targetAt(still, at.x, at.y)).toEqual({ kind: 'lane', key: lane.key });
    expect(targetAt(still, 300, 528)).toBeNull();
  });
  it('knows the same thing again', () => {
    expect(sameTarget({ kind: 'actor', id: 'a' }, { kind: 'actor', id: 'a' })).toBe(true);
    expect(sameTarget({ kind: 'lane', key: 'a' }, { kind: 'bundle', key: 'a' })).toBe(false);
    expect(sameTarget(null, { kind: 'lane', key: 'a' })).toBe(false);
  });
  it('walks actors from those who pay to those who sell', () => {
    const order = actorsInOrder(still);
    expect(order).toHaveLength(24);
    expect(order.indexOf('end-customers')).toBeLessThan(order.indexOf('microsoft'));
    expect(order.indexOf('microsoft')).toBeLessThan(order.indexOf('nvidia'));
  });
});

