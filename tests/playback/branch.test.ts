import { describe, expect, test } from 'vitest';
import type { Change, Frame, Run } from '../../src/model/frame.ts';
import { changesInForce, startBranch, whereTheyPart, type Rerun } from '../../src/playback/index.ts';
import { recorded } from '../fixtures/recorded.ts';
import { bytesSource, loadRun, openRecording } from '../../src/recording/index.ts';
import { startSyntheticRun, syntheticRun, testSha256, type SyntheticOptions } from '../fixtures/synthetic-run.ts';

const run = syntheticRun();
/** The synthetic run under changes: it knows two kinds. */
const rerun: Rerun = ({ scenario, seed, parent }) => {
  const all = [...(parent.earlier ?? []), { tick: parent.tick, changes: parent.changes }];
  const set = all.flatMap(({ tick, changes }) => changes.flatMap((change) => (change.kind === 'set' ? [{ from: tick, level: change.value }] : []))).at(-1);
  const rescued = all.some(({ changes }) => changes.some((change) => change.kind === 'rescue'));
  const options: SyntheticOptions = { seed, horizon: scenario.horizon, parent, rescued, ...(set === undefined ? {} : { demand: set }) };
  return startSyntheticRun(options);
};

function branched(from: Run, at: number, changes: readonly Change[]): Run {
  const started = startBranch(from, at, changes, rerun);
  if (!started.ok) throw new Error(JSON.stringify(started.problem));
  const frames: Frame[] = [];
  for (;;) {
    const next = started.branch.next();
    if (!next.ok) throw new Error(JSON.stringify(next.problem));
    if (next.frame === null) return { header: started.branch.header, frames };
    frames.push(next.frame);
  }
}

describe('a branch', () => {
  test('has the same past, another future, and knows its parent by digest', () => {
    const branch = branched(run, 5, [{ kind: 'set', path: 'demand.level', value: 0.5 }]);
    expect(branch.header.parent).toEqual({ digest: run.frames[11]!.digest, tick: 5, changes: [{ kind: 'set', path: 'demand.level', value: 0.5 }] });
    expect(whereTheyPart(run, branch)).toEqual({ tick: 5, phase: 'shock' });
    expect(branch.frames.length).toBe(12);
  });

  test('is a recording of its own, complete from tick 0', async () => {
    const branch = branched(run, 8, [{ kind: 'rescue', actor: 'start-ups' }]);
    const opened = await openRecording(bytesSource(await recorded(branch)), { sha256: testSha256 });
    if (!opened.ok) throw new Error(opened.problem.key);
    const loaded = await loadRun(opened.recording);
    expect(loaded.problem).toBeNull();
    expect(loaded.run.header.parent).toEqual(branch.header.parent);
    expect(loaded.run.frames.length).toBe(12);
  });

  test('of a branch carries the changes of all it stands on', async () => {
    const first = branched(run, 5, [{ kind: 'set', path: 'demand.level', value: 0.5 }]);
    const second = branched(first, 8, [{ kind: 'rescue', actor: 'start-ups' }]);
    expect(changesInForce(second.header)).toEqual([
      { tick: 5, changes: [{ kind: 'set', path: 'demand.level', value: 0.5 }] },
      { tick: 8, changes: [{ kind: 'rescue', actor: 'start-ups' }] },
    ]);
    expect(whereTheyPart(first, second)).toEqual({ tick: 8, phase: 'settle' });
    const opened = await openRecording(bytesSource(await recorded(second)), { sha256: testSha256 });
    expect(opened.ok && opened.recording.header.parent).toEqual(second.header.parent);
  });

  test('is stopped when the past does not come out as it was', () => {
    const otherRules: Rerun = ({ scenario, parent }) => startSyntheticRun({ horizon: scenario.horizon, parent, demand: { from: 2, level: 0.9 } });
    const started = startBranch(run, 5, [{ kind: 'rescue', actor: 'openai' }], otherRules);
    if (!started.ok) throw new Error('not started');
    const outcomes = [started.branch.next(), started.branch.next(), started.branch.next()];
    expect(outcomes.map((outcome) => outcome.ok)).toEqual([true, true, false]);
    expect(outcomes[2]).toEqual({ ok: false, problem: { key: 'branch.diverged', tick: 2 } });
  });

  const bad: readonly (readonly [string, number, readonly Change[], object])[] = [
    ['a month that is not there', 13, [{ kind: 'rescue', actor: 'openai' }], { key: 'branch.tick', at: 13, ticks: 12 }],
    ['half a month', 1.5, [{ kind: 'rescue', actor: 'openai' }], { key: 'branch.tick', at: 1.5, ticks: 12 }],
    ['no change at all', 3, [], { key: 'branch.nothing' }],
    ['a parameter that is none', 3, [{ kind: 'set', path: '__proto__', value: 1 }], { key: 'branch.parameter', name: '__proto__' }],
    ['a value that is no number', 3, [{ kind: 'set', path: 'demand.level', value: NaN }], { key: 'branch.value', name: 'demand.level', value: 'NaN' }],
    ['a contract nobody signed', 3, [{ kind: 'removeContract', contract: 'toString' }], { key: 'branch.contract', name: 'toString', tick: 3 }],
    ['a parameter that is nearly one', 3, [{ kind: 'set', path: 'demand.levle', value: 1 }], { key: 'branch.parameter', nearest: 'demand.level' }],
    ['somebody who is nearly an actor', 3, [{ kind: 'rescue', actor: 'corweave' }], { key: 'branch.actor', nearest: 'coreweave' }],
    ['a channel that is nearly one', 3, [{ kind: 'channelOff', channel: 'credt' }], { key: 'branch.channel', nearest: 'credit' }],
    ['a channel that does not exist', 3, [{ kind: 'channelOff', channel: 'gossip' }], { key: 'branch.channel', name: 'gossip' }],
    ['the rescue of a sector', 3, [{ kind: 'rescue', actor: 'suppliers' }], { key: 'branch.actor', name: 'suppliers' }],
    ['a decision that is past', 5, [{ kind: 'hold', key: 'openai/commit/oracle' }], { key: 'branch.decision', name: 'openai/commit/oracle' }],
    ['an obligation that never falls due', 5, [{ kind: 'payInstead', obligation: 'rent/nobody' }], { key: 'branch.obligation', name: 'rent/nobody' }],
  ];
  test.each(bad)('is refused for %s', (_name, at, changes, problem) => {
    expect(startBranch(run, at, changes, rerun)).toMatchObject({ ok: false, problem });
  });

  const good: readonly (readonly [number, Change])[] = [
    [0, { kind: 'set', path: 'vendor.finance', value: 0 }],
    [2, { kind: 'hold', key: 'openai/commit/oracle' }],
    [3, { kind: 'removeContract', contract: 'microsoft-openai' }],
    [3, { kind: 'channelOff', channel: 'rollover' }],
    [8, { kind: 'payInstead', obligation: 'compute/start-ups/other-neoclouds/other-neoclouds-start-ups' }],
    [12, { kind: 'rescue', actor: 'start-ups' }],
  ];
  test.each(good)('is allowed at tick %i with %o', (at, change) => {
    expect(startBranch(run, at, [change], rerun).ok).toBe(true);
  });
});
