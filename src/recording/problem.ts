/** Everything that can be wrong with a recording, as values: a message key and what it speaks of. Words are in src/words. */
import type { Hex, Tick } from '../model/units.ts';
import type { Reason } from './shape.ts';

export type Problem =
  | { readonly key: 'recording.empty' }
  /** Not a recording at all, and what it looks like instead. */
  | { readonly key: 'recording.foreign'; readonly looks: 'text' | 'unpacked' | 'repacked' | 'gzip' | 'other' }
  | { readonly key: 'recording.newer'; readonly format: number; readonly known: number }
  | { readonly key: 'recording.older'; readonly format: number; readonly known: number }
  /** It can be read, but nothing written now may be added to it. */
  | { readonly key: 'recording.olderPart'; readonly format: number; readonly known: number }
  /** Cut inside the header: there is nothing whole to open. */
  | { readonly key: 'recording.headerTorn' }
  | { readonly key: 'recording.headerChanged' }
  | { readonly key: 'recording.headerShape'; readonly path: string; readonly reason: Reason }
  /** The file was cut. Ticks 0 … ticks − 1 are whole. */
  | { readonly key: 'recording.torn'; readonly ticks: number; readonly horizon: Tick }
  /** Every tick is there, the end of the file is missing or damaged. */
  | { readonly key: 'recording.unclosed'; readonly ticks: number }
  /** The stored bytes or the content of this tick are not what was recorded. Ticks before it are whole. */
  | { readonly key: 'recording.changed'; readonly tick: Tick }
  /** Recorded as it stands, and not as the format says. */
  | { readonly key: 'recording.shape'; readonly tick: Tick; readonly path: string; readonly reason: Reason }
  /** The phases of this tick do not lead to its state. */
  | { readonly key: 'recording.fold'; readonly tick: Tick; readonly table: string; readonly id: string }
  /** A record unpacks to more than is allowed; null for the header or the index. */
  | { readonly key: 'recording.tooLarge'; readonly tick: Tick | null; readonly megabytes: number }
  /** All of it would not fit in memory at once. */
  | { readonly key: 'recording.tooLong'; readonly ticks: number; readonly megabytes: number }
  | { readonly key: 'recording.notes' }
  | { readonly key: 'recording.unreadable'; readonly detail: string }
  | { readonly key: 'recording.finished'; readonly ticks: number }
  /** The run can be repeated only by the rules that made it. */
  | { readonly key: 'recording.otherModel'; readonly recorded: string; readonly here: string }
  /** Re-simulation came to something else at this tick. */
  | { readonly key: 'recording.diverged'; readonly tick: Tick; readonly recorded: Hex; readonly here: Hex };

export type ProblemKey = Problem['key'];
export type Failure = { readonly ok: false; readonly problem: Problem };
export const failed = (problem: Problem): Failure => ({ ok: false, problem });
