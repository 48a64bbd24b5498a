/** The rules, loaded only by commands that simulate: reading a recording needs none. */
import type { Again } from '../explain/counterfactual.ts';
import type { Event } from '../model/decision.ts';
import type { Frame, Header } from '../model/frame.ts';
import type { Measures } from '../model/measures.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Parent, Rerun } from '../playback/branch.ts';
import type { Repeat } from '../recording/verify.ts';
import { sha256 } from './sha256.ts';

export interface RunRequest {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly parent?: Parent;
}
/** A run month by month; `next` is null at the horizon. */
export interface Months {
  readonly header: Header;
  next(): Frame | null;
  /** The canonical record of a month, from whoever has just made it. */
  text?(frame: Frame): string;
}
export interface Engine {
  /** Version of the rules. */
  readonly model: string;
  start(request: RunRequest): Months;
}

export async function loadEngine(): Promise<Engine> {
  const { MODEL, startRun } = await import('../simulation.ts');
  return { model: MODEL, start: (request) => startRun(request, { sha256 }) };
}

/** Runs without recording, several times as fast: for searches that need many. */
export interface Batch {
  readonly model: string;
  start(request: RunRequest, onPhase: (report: { readonly events: readonly Event[] }) => void): { readonly measures: Measures | null; next(): boolean };
}

export async function loadBatch(): Promise<Batch> {
  const { MODEL, startBatch } = await import('../simulation.ts');
  return { model: MODEL, start: (request, onPhase) => startBatch(request, { onPhase }) };
}

/** Runs under changes, for tests of causes: nothing is recorded of them. */
export async function loadAgain(): Promise<{ readonly model: string; readonly again: Again }> {
  const { MODEL, startMonths } = await import('../simulation.ts');
  return { model: MODEL, again: (request) => startMonths(request, sha256) };
}

/** Repeats a recorded run from its header, branches with their changes. */
export const repeatWith =
  (engine: Engine): Repeat =>
  ({ scenario, seed, parent }) =>
    engine.start({ scenario, seed, ...(parent === undefined ? {} : { parent }) });

/** Runs under changes, for branches. */
export const rerunWith =
  (engine: Engine): Rerun =>
  (request) =>
    engine.start(request);
