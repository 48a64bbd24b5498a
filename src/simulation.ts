/** The simulation put together: the engine with the six kinds of actor. Everything that runs a scenario comes through here. */
import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { MACHINES } from '../agents/index.ts';
import { compiledStep } from './engine/compile.ts';
import { startBareRun, startRecordedRun, type BareOptions, type BareRun, type LiveRun } from './engine/run.ts';
import { liveStep } from './engine/statechart.ts';
import type { Event } from './model/decision.ts';
import { createDigester, type Sha256 } from './model/digest.ts';
import type { Frame, Header, PhaseRecord, Run, SharedPast } from './model/frame.ts';
import type { Measures } from './model/measures.ts';
import type { Scenario } from './model/scenario.ts';
import type { OutlinedMonth } from './playback/outline.ts';

/** Version of the rules. A recording can be repeated only by the version that made it. */
export const MODEL = '1';

export interface RunRequest {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly parent?: Header['parent'];
  /** Months before `parent.tick` that are there already: they are not made again. */
  readonly shared?: SharedPast;
}

/** SHA-256 that works everywhere, synchronously; platforms may bring a faster one. */
export const portableSha256: Sha256 = (data) => bytesToHex(nobleSha256(typeof data === 'string' ? utf8ToBytes(data) : data));

/** A recorded run, its machines run by XState itself. */
export function startRun(request: RunRequest, options: { readonly sha256?: Sha256 } = {}): LiveRun {
  return startRecordedRun({ ...request, model: MODEL, machines: MACHINES, step: (kind, machines) => liveStep(machines[kind].machine) }, options.sha256 ?? portableSha256);
}

/** A run on one plain state, its machines compiled to tables: for sweeps. */
export function startBatch(request: RunRequest, options: BareOptions = {}): BareRun {
  return startBareRun({ ...request, model: MODEL, machines: MACHINES, step: (kind, machines) => compiledStep(machines[kind].machine) }, options);
}

/** A batch run as many histories need it: of each month its figures and events; the digest of the state reached. */
export function startMonths(request: RunRequest, sha256: Sha256 = portableSha256): { next(): { readonly tick: number; readonly measures: Measures; readonly events: readonly Event[] } | null; stateDigest(): string } {
  let events: Event[] = [];
  const run = startBatch(request, { onPhase: (report) => void events.push(...report.events) });
  return {
    next() {
      events = [];
      if (!run.next() || run.measures === null) return null;
      return { tick: run.state.tick, measures: run.measures, events };
    },
    stateDigest: () => createDigester(sha256).state(run.state),
  };
}

/** A batch run as the outline of a history needs it: of each month what flowed and happened, and the accounts at its close. */
export function startOutline(request: RunRequest): { next(): OutlinedMonth | null } {
  let phases: Pick<PhaseRecord, 'phase' | 'flows' | 'events'>[] = [];
  const run = startBatch(request, { measured: false, onPhase: ({ phase, flows, events }) => void phases.push({ phase, flows, events }) });
  return {
    next() {
      phases = [];
      return run.next() ? { tick: run.state.tick, phases, state: { accounts: { ...run.state.accounts } } } : null;
    },
  };
}

export function runToEnd(request: RunRequest, options: { readonly sha256?: Sha256 } = {}): Run {
  const run = startRun(request, options);
  const frames: Frame[] = [];
  for (let frame = run.next(); frame !== null; frame = run.next()) frames.push(frame);
  return { header: run.header, frames };
}
