/**
 * Having a run simulated elsewhere: in a worker, or on this thread where there is none. Months come without their
 * state, which follows from the state before and what happened; so little is sent, and rows that did not change stay
 * the same objects.
 */
import { foldPhase } from '../model/fold.ts';
import type { Frame, Header } from '../model/frame.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Tick } from '../model/units.ts';
import type { World } from '../model/world.ts';

/** What has to be known to repeat a run. */
export interface SimulationRequest {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly parent?: Header['parent'];
}

/** A month without the state it leads to; of that, only the tick it carries. */
export type SentFrame = Omit<Frame, 'state'> & { readonly stateTick: Tick };

export interface SimulationListener {
  header(header: Header): void;
  months(frames: readonly SentFrame[]): void;
  /** The horizon is reached. */
  finished(): void;
  /** The rules threw, or the worker died; what came before stays. */
  failed(message: string): void;
}

/** Starts a run at once; the result stops it. Nothing is heard after that. */
export type Simulate = (request: SimulationRequest, listener: SimulationListener) => () => void;

export function sent({ tick, phases, measures, stateDigest, prev, digest, state }: Frame): SentFrame {
  return { tick, phases, measures, stateDigest, prev, digest, stateTick: state.tick };
}

/** The month with its state, from the state at the close of the month before. */
export function received(before: World, { stateTick, ...frame }: SentFrame): Frame {
  const state = frame.phases.reduce(foldPhase, before);
  return { ...frame, state: { ...state, tick: stateTick } };
}
