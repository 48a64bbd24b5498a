/** What the timeline keeps of a month when the month itself is not in memory. */
import type { Lane } from '../model/flow.ts';
import { LANES } from '../model/flow.ts';
import type { Frame } from '../model/frame.ts';
import { BEAT_OF, BEATS, type Beat } from '../model/phase.ts';
import type { Dollars, Hex, Tick } from '../model/units.ts';
import { marksOf, type EventMark } from './events.ts';

export interface MonthSummary {
  readonly tick: Tick;
  readonly digest: Hex;
  /** Dollars moved, by lane. */
  readonly volume: { readonly [lane in Lane]: Dollars };
  /** Dollars moved in lanes that are drawn: the height of the histogram. */
  readonly drawn: Dollars;
  readonly marks: readonly EventMark[];
  /** Beats in which something happens that can be shown, in order. */
  readonly beats: readonly Beat[];
}

export function summarise(frame: Frame): MonthSummary {
  const volume = Object.fromEntries(LANES.map((lane) => [lane, 0])) as { [lane in Lane]: number };
  const busy = new Set<Beat>();
  for (const record of frame.phases) {
    for (const flow of record.flows) {
      volume[flow.lane] += flow.amount;
      if (flow.lane !== 'accrual') busy.add(BEAT_OF[record.phase]);
    }
    if (record.decisions.length > 0 || record.events.length > 0) busy.add(BEAT_OF[record.phase]);
  }
  const drawn = LANES.reduce((sum, lane) => (lane === 'accrual' || lane === 'gpu' ? sum : sum + volume[lane]), 0);
  return { tick: frame.tick, digest: frame.digest, volume, drawn, marks: marksOf(frame), beats: BEATS.filter((beat) => busy.has(beat)) };
}

/** Summaries of a run as it grows; `add` takes the next month. */
export interface Timeline {
  readonly months: readonly MonthSummary[];
  readonly marks: readonly EventMark[];
}
export function timelineOf(frames: Iterable<Frame>): Timeline & { add(frame: Frame): void } {
  const months: MonthSummary[] = [];
  const marks: EventMark[] = [];
  const add = (frame: Frame): void => {
    if (frame.tick !== months.length) throw new Error(`tick ${months.length} comes next, got ${frame.tick}`);
    const month = summarise(frame);
    months.push(month);
    marks.push(...month.marks);
  };
  for (const frame of frames) add(frame);
  return { months, marks, add };
}
