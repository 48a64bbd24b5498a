/**
 * The short story of a run: a minute from its beginning to its first failure, slow where something happens
 * for the first time and quick in between. It is made from what happened; a run without a failure is told to its end.
 */
import type { EventType } from '../model/decision.ts';
import type { Tick } from '../model/units.ts';
import type { Speed } from '../playback/cursor.ts';
import type { EventMark } from '../playback/events.ts';

/** What is worth slowing down for, the first time it happens. */
const TURNS: readonly EventType[] = ['tranchePaid', 'backstopSigned', 'generationLaunched', 'missedPayment', 'coverBreach', 'seizure', 'ordersFell', 'default'];
const STORY_SECONDS = 60;
const SLOW: Speed = 0.25;
/** The first month shows what a payment is. */
const OPENING: Speed = 0.25;
const QUICK: readonly Speed[] = [1, 2, 4, 8];

export interface Story {
  /** The month in which it stops by itself. */
  readonly end: Tick;
  /** Months a second at which a month is told. */
  speed(tick: Tick): Speed;
}

export function storyOf(marks: readonly EventMark[], months: number): Story {
  const failure = marks.find((mark) => mark.type === 'default');
  const end = Math.max(0, Math.min(months - 1, failure === undefined ? months - 1 : failure.tick));
  const slow = new Map<Tick, Speed>([[0, OPENING]]);
  // what the scenario does is news each time; everything else the first time
  for (const mark of marks) if (mark.type === 'shock' && mark.tick <= end) slow.set(mark.tick, SLOW);
  for (const type of TURNS) {
    const first = marks.find((mark) => mark.type === type && mark.tick <= end);
    if (first !== undefined) slow.set(first.tick, SLOW);
  }
  const slowSeconds = [...slow.values()].reduce<number>((sum, speed) => sum + (speed === 'max' ? 0 : 1 / speed), 0);
  const others = end + 1 - slow.size;
  const quick = QUICK.find((speed) => slowSeconds + others / Number(speed) <= STORY_SECONDS) ?? QUICK.at(-1)!;
  return { end, speed: (tick) => slow.get(tick) ?? quick };
}
