import { describe, expect, it } from 'vitest';
import { follow, startTrail, type Trail } from '../../src/explain/follow.ts';
import { runSource } from '../../src/playback/source.ts';
import { chooseLanes, LIT_LANES, type FlowChoice } from '../../src/view/flow-plan.ts';
import { drawnParties, laneKey, type LaneKind } from '../../src/playback/lane-book.ts';
import { lightAt, type Light } from '../../src/view/light.ts';
import { runScale } from '../../src/playback/run-scale.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { makeStageWords } from '../../src/words/stage.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 18, horizon: 18 });
const source = runSource(run);
const scale = runScale([run]);
const { scenario } = run.header;
const drawn = new Set(drawnParties(scenario).map((party) => party.id));
const tranche = run.frames.flatMap((frame) => frame.phases.flatMap((record) => record.flows)).find((flow) => flow.purpose === 'vendorShareIssue')!;
const followed = follow(run, tranche.id);
if (!followed.ok) throw new Error(followed.problem.key);
const trail: Trail = followed.trail;
const ticks = trail.months.map((month) => month.tick);

function lanesAt(tick: number, light: Light | null): FlowChoice {
  const frame = run.frames[tick]!;
  return chooseLanes({ scenario, scale, frames: source, frame, after: frame.state, phase: null, selected: null, smooth: false, light, spoken: [] });
}

describe('the light of a followed payment', () => {
  it('begins with the lane of the payment itself, and with who paid and who got it', () => {
    const light = lightAt(trail, trail.tick)!;
    expect([...light.lanes][0]).toEqual([laneKey('nvidia', 'equity', 'openai'), tranche.amount]);
    expect(light.passed.size).toBe(0);
  });

  it('is what ran along each lane this month, to the dollar, the largest first and nothing a hundred times smaller', () => {
    for (const [nth, tick] of ticks.entries()) {
      const amounts = [...lightAt(trail, tick)!.lanes.values()];
      expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
      for (const amount of amounts) expect(amount).toBeGreaterThanOrEqual(amounts[0]! / 100);
      for (const [key, amount] of lightAt(trail, tick)!.lanes) {
        const ran = trail.months[nth]!.steps.filter((step) => laneKey(step.from, step.lane as LaneKind, step.to) === key);
        expect(ran.reduce((sum, step) => sum + step.dollars, 0)).toBe(amount);
      }
    }
  });

  it('stays faintly where a share worth seeing has been', () => {
    const last = lightAt(trail, ticks.at(-1)!)!;
    expect(last.passed.has(laneKey('nvidia', 'equity', 'openai'))).toBe(true);
    expect(last.passed.size).toBeGreaterThan(2);
    for (const [nth, tick] of ticks.entries()) if (nth > 0) for (const key of lightAt(trail, ticks[nth - 1]!)!.passed) expect(lightAt(trail, tick)!.passed.has(key)).toBe(true);
  });

  it('falls on whoever holds more than a hundredth of it', () => {
    for (const [nth, tick] of ticks.entries()) {
      const held = Object.entries(trail.months[nth]!.held).filter(([, amount]) => amount * 100 > tranche.amount).map(([party]) => party);
      expect([...lightAt(trail, tick)!.held].sort()).toEqual(held.sort());
    }
  });

  it('is none before the payment, and none while its months are still being read', () => {
    expect(lightAt(trail, trail.tick - 1)).toBeNull();
    const started = startTrail(run.header, run.frames[trail.tick]!, tranche.id);
    if (!started.ok) throw new Error(started.problem.key);
    expect(lightAt(started.trail, trail.tick)).toBeNull();
    started.trail.add(run.frames[trail.tick]!, trail.tick === 0 ? run.header.opening : run.frames[trail.tick - 1]!.state);
    expect(lightAt(started.trail, trail.tick)?.lanes.size).toBeGreaterThan(0);
  });

  it('brings every lane it falls on into the picture, up to fourteen, and everything else steps back', () => {
    for (const tick of ticks) {
      const light = lightAt(trail, tick)!;
      const { lanes } = lanesAt(tick, light);
      const now = [...light.lanes].filter(([key]) => drawn.has(key.split('/')[0]!) && drawn.has(key.split('/')[2]!));
      const shown = new Map(lanes.filter((lane) => lane.lit === 'now').map((lane) => [lane.key, lane.followed]));
      for (const [key, dollars] of now.slice(0, LIT_LANES)) expect(shown.get(key), `${key} at ${tick}`).toBe(dollars);
      for (const lane of lanes) expect(lane.dim, `${lane.key} at ${tick}`).toBe(lane.lit === null);
    }
    expect(lanesAt(ticks[0]!, null).lanes.every((lane) => lane.lit === null && !lane.dim)).toBe(true);
  });

  it('says on a lane how much of the payment runs along it', () => {
    const lane = lanesAt(trail.tick, lightAt(trail, trail.tick)).lanes.find((each) => each.lit === 'now')!;
    expect(makeStageWords(makeSpeaker('en', scenario)).laneLabel(lane)).toBe('$1B of it');
    expect(makeStageWords(makeSpeaker('zh', scenario)).laneLabel(lane)).toBe('其中 10亿美元');
  });
});
