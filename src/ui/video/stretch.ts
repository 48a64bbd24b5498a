/** Some months of a run, told at an even speed: how long that takes, and which moment each picture of a film shows. */
import type { Tick } from '../../model/units.ts';
import type { Speed } from '../../playback/cursor.ts';

export interface Stretch {
  readonly from: Tick;
  /** The last month, which is told too. */
  readonly to: Tick;
  /** Months a second. */
  readonly speed: Exclude<Speed, 'max'>;
}

export interface Moment {
  readonly tick: Tick;
  readonly u: number;
}

/** Pictures a second. */
export const PICTURE_RATE = 30;
/** The last picture stands, so that it can be read, seconds. */
export const LAST_STANDS = 2;
/** A longer film would not fit into memory on a small machine, seconds. */
export const LONGEST = 300;

export function secondsOf({ from, to, speed }: Stretch): number {
  return (to - from + 1) / speed + LAST_STANDS;
}

export function picturesOf(stretch: Stretch): number {
  return Math.round(secondsOf(stretch) * PICTURE_RATE);
}

/** What the nth picture shows. A month is told from just after 0 to 1, as on the page; the last one then rests. */
export function momentOf({ from, to, speed }: Stretch, nth: number): Moment {
  const told = ((nth + 1) * speed) / PICTURE_RATE;
  const month = Math.ceil(told) - 1;
  return from + month > to ? { tick: to, u: 1 } : { tick: from + month, u: told - month };
}
