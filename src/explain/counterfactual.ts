/**
 * Was it necessary? The history is run again without a cause, everybody with the same luck, and the same firm is
 * looked at. A cause is called necessary only if a re-run without it says so. Results are never stored in the run.
 */
import type { Event } from '../model/decision.ts';
import type { Change, Frame, Run } from '../model/frame.ts';
import type { Measures } from '../model/measures.ts';
import type { PartyId, Tick } from '../model/units.ts';
import { changesInForce, type Parent, type RunRequest } from '../playback/branch.ts';
import type { BranchProblem } from '../playback/changes.ts';
import type { Explanation } from './causes.ts';
import { candidatesOf, type Candidate, type Untestable } from './candidates.ts';

/** A month that was run again: what happened in it, and its figures. */
export interface MonthAgain {
  readonly tick: Tick;
  readonly events: readonly Event[];
  readonly measures: Measures;
}
/** Runs a history again, month by month; the digest of the state reached is made when it is asked for. */
export type Again = (request: RunRequest) => { next(): MonthAgain | null; stateDigest(): string };

/** Months after the default by which the firm must still stand for its cause to count as necessary. */
export const GRACE = 6;

/**
 * `necessary`: without it the firm still stands six months later, and at the end. `delayed`: it stands six months
 * later and fails after that. `notNecessary`: it fails all the same. `jointlyNecessary`: of two causes neither is
 * necessary, but without both the firm stands, then and at the end.
 */
export type Verdict = 'necessary' | 'delayed' | 'notNecessary' | 'jointlyNecessary';

export interface Trial {
  /** Taken out together. */
  readonly without: readonly Candidate[];
  readonly verdict: Verdict;
  /** The month in which the firm fails in this history; null when it does not. */
  readonly failsAt: Tick | null;
  /** The history ends before six months have passed: the verdict holds as far as it goes. */
  readonly cutShort: boolean;
  /** Of the firm, from the change on; null where it has none. */
  readonly lowestCover: number | null;
  /** Months of cash at the end. */
  readonly lastRunway: number | null;
  /** Other firms that failed as it was, and do not here; and the other way round. */
  readonly spared: readonly PartyId[];
  readonly failedInstead: readonly PartyId[];
}

export interface Tested {
  readonly actor: PartyId;
  readonly failedAt: Tick;
  /** It had failed before, and what is tested is why it failed again. */
  readonly isAgain: boolean;
  /** One cause at a time, the largest part first, then pairs. */
  readonly trials: readonly Trial[];
  readonly untestable: readonly Untestable[];
}
export type TestOutcome = { readonly ok: true; readonly tested: Tested } | { readonly ok: false; readonly problem: TestProblem };
export type TestProblem = BranchProblem | { readonly key: 'explain.notADefault'; readonly event: string };

export interface TestOptions {
  /** Most causes to test one by one, and most of them to try in pairs. */
  readonly most?: number;
  readonly inPairs?: number;
}

/** Said after every month that was run again, so that whoever waits can show it, or stop asking. */
export interface TestProgress {
  readonly trial: number;
  readonly trials: number;
  readonly tick: Tick;
}

/** Tests the causes of a default. Runs as far as it is asked to; each step is one month. */
export function* testCauses(run: Run, explanation: Explanation, again: Again, { most = 6, inPairs = 4 }: TestOptions = {}): Generator<TestProgress, TestOutcome> {
  const { target } = explanation;
  if (target.kind !== 'event' || target.event.type !== 'default' || target.event.actor === undefined) return { ok: false, problem: { key: 'explain.notADefault', event: target.id } };
  const actor = target.event.actor;
  const { candidates, untestable } = candidatesOf(run, explanation, most);
  const trials: Trial[] = [];
  let planned = candidates.length;
  const attempt = function* (without: readonly Candidate[]): Generator<TestProgress, BranchProblem | null> {
    const running = runWithout(run, without, again);
    for (;;) {
      const next = running.next();
      if (next.done === true) {
        if ('key' in next.value) return next.value;
        trials.push(judge(run, actor, target.tick, without, next.value));
        return null;
      }
      yield { trial: trials.length + 1, trials: planned, tick: next.value };
    }
  };
  for (const candidate of candidates) {
    const problem = yield* attempt([candidate]);
    if (problem !== null) return { ok: false, problem };
  }
  const alone = trials.filter((trial) => trial.verdict === 'notNecessary').slice(0, inPairs);
  const pairs = alone.flatMap((first, nth) => alone.slice(nth + 1).map((second) => [first.without[0]!, second.without[0]!]));
  planned += pairs.length;
  for (const pair of pairs) {
    const problem = yield* attempt(pair);
    if (problem !== null) return { ok: false, problem };
  }
  return { ok: true, tested: { actor, failedAt: target.tick, isAgain: failuresOf(actor, run.frames.map(told)).some((tick) => tick < target.tick), trials, untestable } };
}

/** The same, at once. */
export function testAllCauses(run: Run, explanation: Explanation, again: Again, options?: TestOptions): TestOutcome {
  const testing = testCauses(run, explanation, again, options);
  for (;;) {
    const next = testing.next();
    if (next.done === true) return next.value;
  }
}

/** The history under the changes, each from its own month, as long as the run itself; a problem when its past differs. */
function* runWithout(run: Run, without: readonly Candidate[], again: Again): Generator<Tick, readonly MonthAgain[] | BranchProblem> {
  const steps = new Map<Tick, Change[]>();
  for (const { at, change } of without) steps.set(at, [...(steps.get(at) ?? []), change]);
  const inOrder = [...steps].sort(([a], [b]) => a - b).map(([tick, changes]) => ({ tick, changes }));
  const first = inOrder[0]!.tick;
  const last = inOrder.pop()!;
  const earlier = [...changesInForce(run.header), ...inOrder];
  const parent: Parent = { digest: run.frames.at(-1)!.digest, tick: last.tick, changes: last.changes, ...(earlier.length === 0 ? {} : { earlier }) };
  const running = again({ scenario: run.header.scenario, seed: run.header.seed, parent });
  const months: MonthAgain[] = [];
  while (months.length < run.frames.length) {
    const month = running.next();
    if (month === null) break;
    // every month follows from the one before: where the last of the past is the same, all of it is
    if (month.tick === first - 1 && running.stateDigest() !== run.frames[month.tick]!.stateDigest) return { key: 'branch.diverged', tick: month.tick };
    months.push(month);
    yield month.tick;
  }
  return months;
}

function judge(run: Run, actor: PartyId, failedAt: Tick, without: readonly Candidate[], again: readonly MonthAgain[]): Trial {
  const from = Math.min(...without.map((candidate) => candidate.at));
  const was = run.frames.map(told);
  const before = Math.max(-1, ...failuresOf(actor, was).filter((tick) => tick < failedAt));
  const now = failuresFrom(again, from);
  const then = failuresFrom(was, from);
  // a firm that had failed before is asked whether it fails again
  const failsAt = failuresOf(actor, again).find((tick) => tick > before) ?? null;
  const stands = failsAt === null || failsAt > failedAt + GRACE;
  const alone: Verdict = !stands ? 'notNecessary' : failsAt === null ? 'necessary' : 'delayed';
  const measures = again.slice(from).flatMap((month): readonly Measures['actors'][string][] => (Object.hasOwn(month.measures.actors, actor) ? [month.measures.actors[actor]!] : []));
  const covers = measures.flatMap((each) => (each.debtServiceCover === null ? [] : [each.debtServiceCover]));
  const others = (here: ReadonlyMap<PartyId, Tick>, there: ReadonlyMap<PartyId, Tick>): PartyId[] => [...here.keys()].filter((party) => party !== actor && !there.has(party)).sort();
  return {
    without,
    verdict: without.length > 1 && alone === 'necessary' ? 'jointlyNecessary' : alone,
    failsAt,
    cutShort: stands && (again.at(-1)?.tick ?? 0) < failedAt + GRACE,
    lowestCover: covers.length === 0 ? null : Math.min(...covers),
    lastRunway: measures.at(-1)?.runway ?? null,
    spared: others(then, now),
    failedInstead: others(now, then),
  };
}

/** Months in which a firm defaults. */
function failuresOf(actor: PartyId, months: readonly Pick<MonthAgain, 'tick' | 'events'>[]): Tick[] {
  return months.filter(({ events }) => events.some((event) => event.type === 'default' && event.actor === actor)).map(({ tick }) => tick);
}

const told = ({ tick, phases }: Frame): Pick<MonthAgain, 'tick' | 'events'> => ({ tick, events: phases.flatMap((record) => record.events) });

/** Who fails from a month on, and when first. */
function failuresFrom(months: readonly Pick<MonthAgain, 'tick' | 'events'>[], from: Tick): Map<PartyId, Tick> {
  const failures = new Map<PartyId, Tick>();
  for (const { tick, events } of months.slice(from))
    for (const { type, actor } of events) if (type === 'default' && actor !== undefined && !failures.has(actor)) failures.set(actor, tick);
  return failures;
}
