/**
 * Having a run simulated elsewhere: in a worker, or on this thread where there is none. Months come without their
 * state, which follows from the state before and what happened; so little is sent, and rows that did not change stay
 * the same objects.
 */
import { foldPhase } from '../model/fold.ts';
import type { Frame, Header, Renamed, SharedPast } from '../model/frame.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Tick } from '../model/units.ts';
import type { World } from '../model/world.ts';
import type { Outline } from '../playback/outline.ts';

/** What has to be known to repeat a run. */
export interface SimulationRequest {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly parent?: Header['parent'];
  /** Months of a what-if that are there already; who simulates may take them over and then begins behind them. */
  readonly shared?: SharedPast;
  /** Whether the outline of the whole history is wanted behind its first month. */
  readonly outlined?: boolean;
}

/** A month without the state it leads to; of that, only the tick it carries. */
export type SentFrame = Omit<Frame, 'state'> & { readonly stateTick: Tick };

export interface SimulationListener {
  header(header: Header): void;
  /** The months taken over, under their new names. */
  shared?(months: readonly Renamed[]): void;
  months(frames: readonly SentFrame[]): void;
  outline?(outline: Outline): void;
  /** The horizon is reached. */
  finished(): void;
  /** The rules threw, or the worker died; what came before stays. */
  failed(message: string): void;
}

/** Starts a run at once; the result stops it. Nothing is heard after that. */
export type Simulate = (request: SimulationRequest, listener: SimulationListener) => () => void;

/** The months of a run before a tick, as what a what-if shares with it. */
export function sharedPast(frames: readonly Frame[], before: Tick): SharedPast | undefined {
  const last = frames[before - 1];
  if (last === undefined) return undefined;
  return { months: frames.slice(0, before).map(({ tick, stateDigest, measures, phases }) => ({ tick, stateDigest, measures, phases: phases.map(({ digest }) => ({ digest })) })), state: last.state };
}

export function sent({ tick, phases, measures, stateDigest, prev, digest, state }: Frame): SentFrame {
  return { tick, phases, measures, stateDigest, prev, digest, stateTick: state.tick };
}

/** The month with its state, from the state at the close of the month before. */
export function received(before: World, { stateTick, ...frame }: SentFrame): Frame {
  const state = frame.phases.reduce(foldPhase, before);
  return { ...frame, state: { ...state, tick: stateTick } };
}
