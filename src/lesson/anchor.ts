/**
 * Where in a run a step stands. The key of an event comes first, because it survives other seeds and changed rules; the
 * month written beside it is used only where the run has no such event.
 */
import type { Tick } from '../model/units.ts';
import type { EventMark } from '../playback/events.ts';
import type { Stage } from './progress.ts';
import type { Anchor, Step } from './shape.ts';

export function markAt(anchor: Anchor, marks: readonly EventMark[]): EventMark | null {
  if (anchor.event === undefined) return null;
  let left = anchor.nth;
  for (const mark of marks) if (mark.key === anchor.event && --left === 0) return mark;
  return null;
}

/**
 * The links of a chain, each the first of its key that is not before the link it follows from: what had happened to the
 * same party earlier, for other reasons, is no part of it. A link that did not happen then is null.
 */
export function linksOf(chain: readonly string[], marks: readonly EventMark[]): (EventMark | null)[] {
  let since: Tick = 0;
  return chain.map((key) => {
    const mark = marks.find((each) => each.key === key && each.tick >= since) ?? null;
    if (mark !== null) since = mark.tick;
    return mark;
  });
}

/** The month of an anchor, within a run of so many months. */
export function placeIn(anchor: Anchor, marks: readonly EventMark[], months: number): Tick {
  return Math.max(0, Math.min(months - 1, markAt(anchor, marks)?.tick ?? anchor.tick));
}

/** Whether the month of an anchor is among the months that are there, while others may still come. */
export function isThere(anchor: Anchor, marks: readonly EventMark[], months: number): boolean {
  return anchor.event === undefined ? anchor.tick < months : markAt(anchor, marks) !== null;
}

/** What a stage of a step shows: the moment, who is selected, whose payments are named, under which parameters. */
export interface View {
  readonly at: Anchor;
  readonly focus: string | null;
  readonly flow: Step['flow'];
  readonly set: { readonly [parameter: string]: number };
}

const NO_SET = {} as const;

export function viewOf(step: Step, stage: Stage): View {
  const { reveal } = step;
  if (stage === 'say' || stage === 'ask' || reveal === undefined) return { at: step.at, focus: step.focus ?? null, flow: step.flow, set: step.set ?? NO_SET };
  return { at: reveal.at ?? step.at, focus: reveal.focus ?? step.focus ?? null, flow: reveal.flow ?? step.flow, set: reveal.set ?? step.set ?? NO_SET };
}
