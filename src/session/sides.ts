/**
 * The two histories of a comparison and which is which: B is what is measured, A what it is measured against. What was
 * changed is B, whichever of the two is told.
 */
import type { Tick } from '../model/units.ts';
import { alignMarks, BY_TICK, isChangeOf, type Alignment } from '../playback/compare.ts';
import type { ShownRun } from './shown-run.ts';
import { otherRun, shownRun, type SessionState } from './state.ts';

export interface Sides {
  readonly a: ShownRun;
  readonly b: ShownRun;
  /** The side whose months the timeline tells. */
  readonly shown: 'a' | 'b';
  readonly alignment: Alignment;
}

/** Null while there is only one history. */
export function sidesOf(state: SessionState): Sides | null {
  const [shown, other] = [shownRun(state), otherRun(state)];
  if (shown === null || other === null) return null;
  const swapped = isChangeOf(shown.source.header, other.source.header);
  const [a, b] = swapped ? [other, shown] : [shown, other];
  const alignment = state.alignOn === null ? null : alignMarks(a.timeline.marks, b.timeline.marks, state.alignOn);
  return { a, b, shown: swapped ? 'b' : 'a', alignment: alignment ?? BY_TICK };
}

/** The month of the other side that stands beside a month of the one that is told. */
export function besideTick({ shown, alignment }: Pick<Sides, 'shown' | 'alignment'>, tick: Tick): Tick {
  return shown === 'a' ? tick + alignment.offset : tick - alignment.offset;
}

/** Whether two pictures are shown: asked for, and a second history is there or on its way. */
export function isSplit(state: SessionState): boolean {
  return state.split && (state.compareWith !== null || state.branch !== null || state.decided.present.whatIf !== null);
}
