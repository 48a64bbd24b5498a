import { describe, expect, test } from 'vitest';
import type { Change, Frame, Run } from '../../src/model/frame.ts';
import type { Rerun } from '../../src/playback/branch.ts';
import { candidatesOf } from '../../src/explain/candidates.ts';
import { explain } from '../../src/explain/causes.ts';
import { chronicleOf } from '../../src/explain/chronicle.ts';
import type { Explanation } from '../../src/explain/causes.ts';
import { testAllCauses, testCauses, type TestOutcome } from '../../src/explain/counterfactual.ts';
import { againBy } from '../fixtures/again.ts';
import { startSyntheticRun, syntheticRun } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 20, horizon: 20 });
const chronicle = chronicleOf(run);
const end = chronicle.find('10/resolve/start-ups/default/settlement')!;
const explanation = explain(chronicle, end);

/** An engine in which the start-ups live, from the first change on, whenever the changes say so. */
const rerunIf =
  (saves: (changes: readonly Change[]) => boolean): Rerun =>
  ({ scenario, seed, parent }) => {
    const all = [...(parent.earlier ?? []), parent];
    const first = Math.min(...all.map((each) => each.tick));
    const asItWas = startSyntheticRun({ seed, horizon: scenario.horizon, parent });
    const otherwise = startSyntheticRun({ seed, horizon: scenario.horizon, parent, rescued: saves(all.flatMap((each) => each.changes)) });
    const next = () => {
      const [was, is] = [asItWas.next(), otherwise.next()];
      return was === null || was.tick < first ? was : is;
    };
    return { header: otherwise.header, next };
  };
const has = (kind: Change['kind']) => (changes: readonly Change[]) => changes.some((change) => change.kind === kind);
const tested = (history: Run, why: Explanation, rerun: Rerun): TestOutcome => testAllCauses(history, why, againBy(rerun));
const verdicts = (outcome: TestOutcome): readonly string[] => {
  if (!outcome.ok) throw new Error(outcome.problem.key);
  return outcome.tested.trials.map((trial) => `${trial.without.map((each) => each.kind).join('+')} ${trial.verdict}`);
};

/** The month with a default of the start-ups in it, if it is the one meant. */
function failing(frame: Frame | null, at: number): Frame | null {
  if (frame?.tick !== at) return frame;
  const failure = { id: `${at}/resolve/late`, key: 'late', type: 'default' as const, actor: 'start-ups', data: {}, causes: [] };
  return { ...frame, phases: frame.phases.map((record) => (record.phase === 'resolve' ? { ...record, events: [failure] } : record)) };
}

describe('the causes of a default', () => {
  test('can each be taken out: a shock does not come, a missed payment is made from outside', () => {
    const { candidates, untestable } = candidatesOf(run, explanation);
    expect(candidates.map(({ kind, at, change }) => [kind, at, change])).toEqual([
      ['shock', 6, { kind: 'hold', key: 'world/shock/shortfall' }],
      ['payment', 10, { kind: 'payInstead', obligation: '8/compute/other-neoclouds-start-ups' }],
    ]);
    expect(untestable).toEqual([]);
    const missed = explain(chronicle, chronicle.happenings.find((each) => each.tick === 9 && each.kind === 'event' && each.event.type === 'coverBreach')!);
    expect(candidatesOf(run, missed).candidates.map(({ kind, at, change }) => [kind, at, change])).toEqual([
      ['shock', 6, { kind: 'hold', key: 'world/shock/shortfall' }],
      ['payment', 9, { kind: 'payInstead', obligation: '8/compute/other-neoclouds-start-ups' }],
    ]);
  });

  test('is necessary only when the firm stands six months later without it', () => {
    const outcome = tested(run, explanation, rerunIf(has('hold')));
    expect(verdicts(outcome)).toEqual(['shock necessary', 'payment notNecessary']);
    if (!outcome.ok) throw new Error('tested');
    expect(outcome.tested).toMatchObject({ actor: 'start-ups', failedAt: 10 });
    expect(outcome.tested.trials[0]).toMatchObject({ failsAt: null, cutShort: false, spared: [], failedInstead: [] });
    expect(verdicts(tested(run, explanation, rerunIf(has('payInstead'))))).toEqual(['shock notNecessary', 'payment necessary']);
  });

  test('of two that do nothing alone, says when both together were necessary', () => {
    const both = rerunIf((changes) => has('hold')(changes) && has('payInstead')(changes));
    expect(verdicts(tested(run, explanation, both))).toEqual(['shock notNecessary', 'payment notNecessary', 'shock+payment jointlyNecessary']);
    expect(verdicts(tested(run, explanation, rerunIf(() => false))).at(-1)).toBe('shock+payment notNecessary');
  });

  test('of two, calls nothing necessary together that only puts the failure off', () => {
    const both = rerunIf((changes) => has('hold')(changes) && has('payInstead')(changes));
    const late: Rerun = (request) => {
      const saved = both(request);
      return { header: saved.header, next: () => failing(saved.next(), 17) };
    };
    expect(verdicts(tested(run, explanation, late)).at(-1)).toBe('shock+payment delayed');
  });

  test('of a second failure is judged by whether the firm fails again, not by its first', () => {
    const twice = { ...run, frames: run.frames.map((frame) => failing(frame, 4)!) };
    const once: Rerun = (request) => {
      const saved = rerunIf(has('hold'))(request);
      return { header: saved.header, next: () => failing(saved.next(), 4) };
    };
    const outcome = tested(twice, explanation, once);
    expect(verdicts(outcome)).toEqual(['shock necessary', 'payment notNecessary']);
    expect(outcome.ok && outcome.tested).toMatchObject({ failedAt: 10, isAgain: true });
    expect(outcome.ok && outcome.tested.trials.map((trial) => trial.failsAt)).toEqual([null, 10]);
  });

  test('tells delay from safety, and a history that is too short to know', () => {
    const late = (at: number): Rerun => (request) => {
      const saved = rerunIf(() => true)(request);
      return { header: saved.header, next: () => failing(saved.next(), at) };
    };
    expect(verdicts(tested(run, explanation, late(17))).slice(0, 1)).toEqual(['shock delayed']);
    expect(verdicts(tested(run, explanation, late(16))).slice(0, 1)).toEqual(['shock notNecessary']);
    const short = syntheticRun({ ticks: 12, horizon: 12 });
    const outcome = tested(short, explain(chronicleOf(short), end), rerunIf(() => true));
    expect(outcome.ok && outcome.tested.trials[0]).toMatchObject({ verdict: 'necessary', cutShort: true });
  });

  test('names other firms that were spared or failed instead', () => {
    const oracle: Rerun = (request) => {
      const saved = rerunIf(() => true)(request);
      const next = () => {
        const frame = saved.next();
        if (frame?.tick !== 9) return frame;
        const failure = { id: '9/resolve/oracle', key: 'o', type: 'default' as const, actor: 'oracle', data: {}, causes: [] };
        return { ...frame, phases: frame.phases.map((record) => (record.phase === 'resolve' ? { ...record, events: [failure] } : record)) };
      };
      return { header: saved.header, next };
    };
    const outcome = tested(run, explanation, oracle);
    expect(outcome.ok && outcome.tested.trials[0]).toMatchObject({ failedInstead: ['oracle'], spared: [] });
  });

  test('is tested month by month, so that waiting can be shown and stopped', () => {
    const testing = testCauses(run, explanation, againBy(rerunIf(() => false)));
    const steps = [testing.next(), testing.next(), testing.next()].map((step) => step.value);
    expect(steps).toEqual([0, 1, 2].map((tick) => ({ trial: 1, trials: 2, tick })));
  });

  test('is not tested by rules that come to another past', () => {
    const others: Rerun = ({ scenario, parent }) => startSyntheticRun({ horizon: scenario.horizon, parent, demand: { from: 3, level: 0.5 } });
    expect(tested(run, explanation, others)).toEqual({ ok: false, problem: { key: 'branch.diverged', tick: 5 } });
    expect(tested(run, explain(chronicle, chronicle.happenings[0]!), others)).toMatchObject({ ok: false, problem: { key: 'explain.notADefault' } });
  });
});
