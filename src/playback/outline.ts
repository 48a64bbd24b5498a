/**
 * What is known of a whole history before its months are recorded: the scales of its picture and its marks, read from a
 * run that keeps nothing else. With it time can pass at once, in the picture that still stands when the last month is
 * there; a recorded month costs several times as much as one that is only run through.
 */
import type { Header } from '../model/frame.ts';
import type { Tick } from '../model/units.ts';
import { marksOf, type EventMark } from './events.ts';
import { runScale, type RunOfFlows, type RunScale } from './run-scale.ts';

export interface Outline {
  readonly months: number;
  readonly scale: RunScale;
  /** In order of time. */
  readonly marks: readonly EventMark[];
}

/** A month that was only run through: what flowed and happened, and where the accounts stood at its close. */
export type OutlinedMonth = RunOfFlows['frames'][number] & { readonly tick: Tick };

/** The outline of a run from all of its months. */
export function outlineOf(header: Pick<Header, 'scenario' | 'opening'>, months: readonly OutlinedMonth[]): Outline {
  return { months: months.length, scale: runScale([{ header, frames: months }]), marks: months.flatMap(marksOf) };
}
