/**
 * A what-if: the same scenario, the same seed and everybody's same luck, with some changes from a month on. A branch
 * is a run of its own from tick 0, and knows its parent by digest; up to the fork it must come out the same.
 */
import type { Change, Frame, Header, Run } from '../model/frame.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Tick } from '../model/units.ts';
import { changeProblem, type BranchProblem } from './changes.ts';

export type Parent = NonNullable<Header['parent']>;
export interface RunRequest {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly parent: Parent;
}
/** Starts a run under changes; given by whoever has the engine. Changes of `parent.earlier` hold from their own months. */
export type Rerun = (request: RunRequest) => { readonly header: Header; next(): Frame | null };

export interface Branch {
  readonly header: Header;
  /** First month under the changes. */
  readonly at: Tick;
  /** The next month; null at the horizon; a problem when the past does not come out as it was. */
  next(): { readonly ok: true; readonly frame: Frame | null } | { readonly ok: false; readonly problem: BranchProblem };
}

/** All changes in force in a run, each with the month it holds from, oldest branch first. */
export function changesInForce(header: Header): readonly { readonly tick: Tick; readonly changes: readonly Change[] }[] {
  const { parent } = header;
  return parent === undefined ? [] : [...(parent.earlier ?? []), { tick: parent.tick, changes: parent.changes }];
}

/** Forks `run` at the beginning of month `at`. The parent is named by the digest of its last month. */
export function startBranch(run: Run, at: Tick, changes: readonly Change[], rerun: Rerun): { readonly ok: true; readonly branch: Branch } | { readonly ok: false; readonly problem: BranchProblem } {
  const digest = run.frames.at(-1)?.digest;
  if (digest === undefined || !Number.isInteger(at) || at < 0 || at > run.frames.length) return { ok: false, problem: { key: 'branch.tick', at, ticks: run.frames.length } };
  if (changes.length === 0) return { ok: false, problem: { key: 'branch.nothing' } };
  for (const change of changes) {
    const problem = changeProblem(run, at, change);
    if (problem !== null) return { ok: false, problem };
  }
  const earlier = changesInForce(run.header);
  const parent: Parent = { digest, tick: at, changes, ...(earlier.length === 0 ? {} : { earlier }) };
  const again = rerun({ scenario: run.header.scenario, seed: run.header.seed, parent });
  const next: Branch['next'] = () => {
    const frame = again.next();
    if (frame === null || frame.tick >= at) return { ok: true, frame };
    return frame.stateDigest === run.frames[frame.tick]!.stateDigest ? { ok: true, frame } : { ok: false, problem: { key: 'branch.diverged', tick: frame.tick } };
  };
  return { ok: true, branch: { header: again.header, at, next } };
}
