/**
 * Where playback stands and how it moves: a pure reducer. Time comes in as seconds passed; what is seen is a function
 * of tick, phase and fraction alone. A month is told from `u` = 0 to 1; at 1 it rests and its state has been reached.
 */
import { PHASES } from '../model/phase.ts';
import type { Tick } from '../model/units.ts';
import { nearestMark, type EventMark } from './events.ts';

/** Months a second; at most one a picture when `max`. */
export const SPEEDS = [0.25, 0.5, 1, 2, 4, 8, 'max'] as const;
export type Speed = (typeof SPEEDS)[number];
/** Stepping tells each beat in this many seconds. */
export const STEP_SECONDS = 0.6;

export interface Playback {
  readonly tick: Tick;
  readonly u: number;
  /** A single phase at rest, by its place in PHASES; null when the whole month is shown. */
  readonly phase: number | null;
  readonly moving: 'still' | 'playing' | 'stepping';
  readonly speed: Speed;
  /** Jumps over months in which nothing is marked. */
  readonly skipQuiet: boolean;
  /** Nothing has been told yet: playing begins with this month, not the next. */
  readonly fresh: boolean;
}

export const START: Playback = { tick: 0, u: 1, phase: null, moving: 'still', speed: 0.5, skipQuiet: false, fresh: true };

/** What the reducer needs to know of the run. */
export interface RunFacts {
  /** Months there are now. */
  readonly length: number;
  readonly finished: boolean;
  /** Time can pass: the picture that is drawn now will still stand when every month is there. */
  readonly settled: boolean;
  /** Beats of a month in which something happens. */
  beats(tick: Tick): number;
  readonly marks: readonly EventMark[];
}

export type Command =
  | { readonly type: 'play' | 'pause' | 'toggle' | 'faster' | 'slower' | 'first' | 'last' }
  /** Time has passed. */
  | { readonly type: 'advance'; readonly seconds: number }
  | { readonly type: 'seek'; readonly tick: Tick }
  | { readonly type: 'seekShare'; readonly share: number }
  | { readonly type: 'step'; readonly by: number }
  | { readonly type: 'stepPhase'; readonly by: 1 | -1 }
  | { readonly type: 'jump'; readonly direction: 1 | -1; readonly only?: EventMark['type'] }
  | { readonly type: 'speed'; readonly speed: Speed }
  | { readonly type: 'skipQuiet'; readonly on: boolean };

/** True while playing has come to the end of what there is of a run that is still growing. */
export function isWaiting(state: Playback, facts: RunFacts): boolean {
  return state.moving === 'playing' && !facts.finished && atEnd(state, facts);
}

export function reduce(state: Playback, command: Command, facts: RunFacts): Playback {
  switch (command.type) {
    case 'play':
      return play(state, facts);
    case 'pause':
      return { ...state, moving: 'still' };
    case 'toggle':
      return state.moving === 'playing' ? { ...state, moving: 'still' } : play(state, facts);
    case 'advance':
      return advance(state, command.seconds, facts);
    case 'seek':
      return rest(state, command.tick, facts);
    case 'seekShare':
      return rest(state, Math.round(command.share * (facts.length - 1)), facts);
    case 'first':
      return rest(state, 0, facts);
    case 'last':
      return rest(state, facts.length - 1, facts);
    case 'step':
      return step(state, command.by, facts);
    case 'stepPhase':
      return stepPhase(state, command.by, facts);
    case 'jump': {
      const mark = nearestMark(facts.marks, state.tick, command.direction, (each) => command.only === undefined || each.type === command.only);
      return mark === null ? state : rest(state, mark.tick, facts);
    }
    case 'speed':
      return { ...state, speed: command.speed };
    case 'faster':
      return { ...state, speed: SPEEDS[Math.min(SPEEDS.length - 1, SPEEDS.indexOf(state.speed) + 1)]! };
    case 'slower':
      return { ...state, speed: SPEEDS[Math.max(0, SPEEDS.indexOf(state.speed) - 1)]! };
    case 'skipQuiet':
      return { ...state, skipQuiet: command.on };
  }
}

const atEnd = (state: Playback, facts: RunFacts): boolean => state.tick >= facts.length - 1 && state.u >= 1;

/** The rest picture of a month, at once; playing goes on from there. */
function rest(state: Playback, tick: Tick, facts: RunFacts): Playback {
  const moving = state.moving === 'stepping' ? 'still' : state.moving;
  return { ...state, tick: within(tick, facts), u: 1, phase: null, moving, fresh: false };
}

function within(tick: Tick, facts: RunFacts): Tick {
  return Number.isFinite(tick) ? Math.max(0, Math.min(facts.length - 1, Math.trunc(tick))) : 0;
}

function play(state: Playback, facts: RunFacts): Playback {
  const playing = { ...state, moving: 'playing', phase: null } as const;
  if (state.phase !== null) return { ...playing, u: state.phase / PHASES.length, fresh: false };
  if (state.fresh) return { ...playing, u: 0, fresh: false };
  return facts.finished && atEnd(state, facts) ? { ...playing, tick: 0, u: 0 } : playing;
}

/** Forward one month is told beat by beat, and completed at once when pressed again; everything else rests at once. */
function step(state: Playback, by: number, facts: RunFacts): Playback {
  if (by !== 1) return { ...rest(state, state.tick + by, facts), moving: 'still' };
  if (state.moving === 'stepping' || (state.phase === null && state.u < 1)) return { ...state, u: 1, phase: null, moving: 'still', fresh: false };
  if (state.tick >= facts.length - 1) return { ...rest(state, state.tick, facts), moving: 'still' };
  return { ...state, tick: state.tick + 1, u: 0, phase: null, moving: 'stepping', fresh: false };
}

function stepPhase(state: Playback, by: 1 | -1, facts: RunFacts): Playback {
  const still = { ...state, moving: 'still', u: 1, fresh: false } as const;
  const last = PHASES.length - 1;
  // a month at rest stands behind its last phase; one that is being told, where its fraction says
  const at = state.phase ?? (state.u >= 1 ? last + 1 : Math.floor(state.u * PHASES.length));
  const phase = at + by;
  if (phase < 0) return state.tick === 0 ? { ...still, phase: 0 } : { ...still, tick: state.tick - 1, phase: last };
  if (phase > last) return state.tick >= facts.length - 1 ? { ...still, phase: null } : { ...still, tick: state.tick + 1, phase: 0 };
  return { ...still, phase };
}

function advance(state: Playback, seconds: number, facts: RunFacts): Playback {
  if (state.moving === 'still' || !(seconds > 0) || facts.length === 0) return state;
  if (state.moving === 'stepping') {
    const u = state.u + seconds / (STEP_SECONDS * Math.max(1, facts.beats(state.tick)));
    return u >= 1 ? { ...state, u: 1, moving: 'still' } : { ...state, u };
  }
  const begun = state.u < 1 ? state : nextMonth(state, facts);
  if (begun === null) return ended(state, facts);
  if (state.speed === 'max') return { ...begun, u: 1 };
  // a long absence does not run ahead: at most one month passes at a time
  const told = begun.u + Math.min(1, seconds * state.speed);
  if (told < 1) return { ...begun, u: told };
  const next = nextMonth(begun, facts);
  return next === null ? ended(begun, facts) : { ...next, u: told - 1 };
}

/** At the end of a finished run playing stops; a growing one is waited for. */
function ended(state: Playback, facts: RunFacts): Playback {
  return { ...state, u: 1, moving: facts.finished ? 'still' : 'playing' };
}

/** The beginning of the month after; null while there is none. */
function nextMonth(state: Playback, facts: RunFacts): Playback | null {
  if (state.tick >= facts.length - 1) return null;
  const next = state.tick + 1;
  if (!state.skipQuiet) return { ...state, tick: next, u: 0 };
  const marked = nearestMark(facts.marks, state.tick, 1);
  // the next marked month of a run that is still growing may be one that is not there yet
  if (marked === null && !facts.finished) return null;
  return { ...state, tick: marked?.tick ?? facts.length - 1, u: 0 };
}
