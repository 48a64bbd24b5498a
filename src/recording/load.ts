/**
 * Going through a recording month by month, with the check that only order allows: the phases of each month, folded
 * over the state before it, give its state. Rows that did not change become the same objects as the month before's,
 * which is what makes a long run small in memory.
 */
import { foldFrame, sameValue } from '../model/fold.ts';
import type { Frame, Run } from '../model/frame.ts';
import type { Tick } from '../model/units.ts';
import { TABLES, type World } from '../model/world.ts';
import { megabytes, MEMORY_CAP } from './format.ts';
import type { Problem } from './problem.ts';
import type { Recording } from './read.ts';

/** Visits every whole month in order. Returns the first thing wrong, or what was wrong already when it was opened. */
export async function walk(recording: Recording, visit: (frame: Frame, unpacked: number) => 'go on' | 'stop'): Promise<Problem | null> {
  let before = recording.header.opening;
  for (let tick = 0; tick < recording.ticks; tick++) {
    const read = await recording.frame(tick);
    if (!read.ok) return read.problem;
    const folded = foldedState(before, read.frame);
    if ('key' in folded) return folded;
    if (visit({ ...read.frame, state: folded }, read.unpacked) === 'stop') return recording.problem;
    before = folded;
  }
  return recording.problem;
}

/** The state of a frame made from the rows before it, or where the two part. */
export function foldedState(before: World, frame: Frame): World | Extract<Problem, { key: 'recording.fold' }> {
  const differs = (table: string, id: string) => ({ key: 'recording.fold', tick: frame.tick, table, id }) as const;
  let folded: World;
  try {
    folded = foldFrame(before, frame);
  } catch (error) {
    return differs('', error instanceof Error ? error.message.slice(0, 200) : '');
  }
  for (const table of TABLES) {
    const ours: { readonly [id: string]: unknown } = folded[table];
    const theirs: { readonly [id: string]: unknown } = frame.state[table];
    for (const id of Object.keys(theirs)) if (!Object.hasOwn(ours, id) || !sameValue(ours[id], theirs[id])) return differs(table, id);
    for (const id of Object.keys(ours)) if (!Object.hasOwn(theirs, id)) return differs(table, id);
  }
  return folded;
}

export interface LoadOptions {
  /** Most unpacked bytes to take in; a longer recording is read through a window instead. */
  readonly limit?: number;
  /** Called with each month as it arrives; the run is already playable up to it. */
  readonly progress?: (run: Run, tick: Tick) => void;
}

/** A whole run in memory, as far as it is whole, and what stopped it. */
export async function loadRun(recording: Recording, options: LoadOptions = {}): Promise<{ readonly run: Run; readonly problem: Problem | null }> {
  const limit = options.limit ?? MEMORY_CAP;
  const frames: Frame[] = [];
  const run: Run = { header: recording.header, frames };
  let taken = 0;
  let full = false;
  const problem = await walk(recording, (frame, unpacked) => {
    taken += unpacked;
    full = taken > limit;
    if (full) return 'stop';
    frames.push(frame);
    options.progress?.(run, frame.tick);
    return 'go on';
  });
  return { run, problem: full ? { key: 'recording.tooLong', ticks: frames.length, megabytes: megabytes(limit) } : problem };
}

/** Every check there is, month by month, keeping nothing: what `validate` prints. */
export async function validateRecording(recording: Recording, progress?: (tick: Tick) => void): Promise<{ readonly ticks: number; readonly problem: Problem | null }> {
  let ticks = 0;
  const problem = await walk(recording, (frame) => {
    ticks = frame.tick + 1;
    progress?.(frame.tick);
    return 'go on';
  });
  return { ticks, problem };
}
