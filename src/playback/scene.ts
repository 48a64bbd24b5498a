/** What is to be seen at a position: the month, the state before it, and the state as it stood after a phase. */
import { foldPhase } from '../model/fold.ts';
import type { Frame } from '../model/frame.ts';
import type { World } from '../model/world.ts';
import { foldedState } from '../recording/load.ts';
import { failed, type Failure } from '../recording/problem.ts';
import type { Playback } from './cursor.ts';
import type { FrameSource } from './source.ts';

export interface Scene {
  readonly frame: Frame;
  /** State at the close of the month before. */
  readonly before: World;
  /** State reached: after the phase shown, or at the close of the month. */
  readonly after: World;
  readonly phase: number | null;
  readonly u: number;
  /** Nothing moves: arrows stand with their amounts. */
  readonly rest: boolean;
}

const states = new WeakMap<Frame, { readonly before: World; readonly after: readonly World[] }>();

/** The state after each phase of a month, in order; kept as long as the month is. */
export function statesInside(before: World, frame: Frame): { readonly ok: true; readonly states: readonly World[] } | Failure {
  const kept = states.get(frame);
  if (kept?.before === before) return { ok: true, states: kept.after };
  const closing = foldedState(before, frame);
  if ('key' in closing) return failed(closing);
  const after: World[] = [];
  let state: World = { ...before, tick: frame.state.tick };
  for (const record of frame.phases) after.push((state = foldPhase(state, record)));
  states.set(frame, { before, after });
  return { ok: true, states: after };
}

/** The scene at a position, if its months are in memory; null while they are still to be loaded. */
export function sceneAt(source: FrameSource, at: Pick<Playback, 'tick' | 'phase' | 'u'>): Scene | Failure | null {
  const frame = source.peek(at.tick);
  const before = at.tick === 0 ? source.header.opening : source.peek(at.tick - 1)?.state;
  if (frame === undefined || before === undefined) return null;
  const scene = { frame, before, after: frame.state, phase: at.phase, u: at.u, rest: at.u >= 1 };
  if (at.phase === null) return scene;
  const inside = statesInside(before, frame);
  return inside.ok ? { ...scene, after: inside.states[at.phase]! } : inside;
}

/** Loads what a position needs, and the month after it, so that playing goes on without a gap. */
export async function loadAround(source: FrameSource, tick: number): Promise<Failure | null> {
  for (const wanted of [tick, tick - 1, tick + 1]) {
    if (wanted < 0 || wanted >= source.length) continue;
    const read = await source.load(wanted);
    if (!read.ok) return read;
  }
  return null;
}
