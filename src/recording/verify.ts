/** Is this what the rules give? The run is repeated and every month's digest compared. */
import type { Frame, Header } from '../model/frame.ts';
import type { Tick } from '../model/units.ts';
import type { Problem } from './problem.ts';
import type { Recording } from './read.ts';

/** Repeats a run from its header alone; `next` is null at the horizon. The engine is passed in. */
export type Repeat = (header: Header) => { next(): Frame | null };

export interface VerifyOptions {
  readonly repeat: Repeat;
  /** Version of the rules that would repeat it. */
  readonly model: string;
  readonly progress?: (tick: Tick) => void;
}

/** Null when every month comes out as recorded; else the first that does not, or why it cannot be said. */
export async function verifyRecording(recording: Recording, { repeat, model, progress }: VerifyOptions): Promise<{ readonly ticks: number; readonly problem: Problem | null }> {
  const { header } = recording;
  if (header.model !== model) return { ticks: 0, problem: { key: 'recording.otherModel', recorded: header.model, here: model } };
  const run = repeat(header);
  for (let tick = 0; tick < recording.ticks; tick++) {
    const read = await recording.frame(tick);
    if (!read.ok) return { ticks: tick, problem: read.problem };
    const again = run.next();
    if (again === null || again.digest !== read.frame.digest)
      return { ticks: tick, problem: { key: 'recording.diverged', tick, recorded: read.frame.digest, here: again?.digest ?? '' } };
    progress?.(tick);
  }
  return { ticks: recording.ticks, problem: recording.problem };
}
