/** The payments a step speaks of, as lanes of its month, so that the picture can point at what the text says. */
import type { Event } from '../model/decision.ts';
import type { Frame } from '../model/frame.ts';
import { lanesOfEvent } from '../playback/event-lanes.ts';
import { LANE_KINDS, laneKey, lanesOfMonth, type LaneKey, type LaneKind, type SpokenLane } from '../playback/lane-book.ts';
import { markAt, placeIn, viewOf, type View } from './anchor.ts';
import type { Told } from './before-after.ts';
import { eventIn } from './fill.ts';
import type { Lesson } from './shape.ts';

/** That of the payment it names, and that of the event it stands at: what was missed there, else what ran widest. */
export function spokenLanes({ flow }: Pick<View, 'flow'>, event: Event | null, frame: Frame): SpokenLane[] {
  const found = new Map<LaneKey, SpokenLane>();
  if (flow !== undefined)
    for (const { flows } of frame.phases)
      for (const { from, to, purpose, lane, amount } of flows) {
        if (from !== flow.from || to !== flow.to || purpose !== flow.purpose || !(LANE_KINDS as readonly string[]).includes(lane)) continue;
        const key = laneKey(from, lane as LaneKind, to);
        found.set(key, { key, part: (found.get(key)?.part ?? 0) + amount });
      }
  const month = lanesOfMonth(frame);
  if (event !== null) {
    const between = lanesOfEvent(event, month).map((key) => month.get(key)!);
    const first = between.sort((a, b) => b.missing - a.missing || b.amount - a.amount || (a.key < b.key ? -1 : 1))[0];
    if (first !== undefined && !found.has(first.key)) found.set(first.key, { key: first.key, part: null });
  }
  return [...found.values()];
}

/** Those of all its steps that are told of the lesson's own history. */
export function lanesOfLesson(lesson: Lesson, { marks, length, peek }: Told): LaneKey[] {
  const views = lesson.steps.flatMap((step) => [viewOf(step, 'ask'), viewOf(step, 'reveal')]).filter(({ set }) => Object.keys(set).length === 0);
  return [
    ...new Set(
      views.flatMap((view) => {
        const frame = peek(placeIn(view.at, marks, length));
        return frame === undefined ? [] : spokenLanes(view, eventIn(frame, markAt(view.at, marks)?.id ?? null), frame).map(({ key }) => key);
      }),
    ),
  ];
}
