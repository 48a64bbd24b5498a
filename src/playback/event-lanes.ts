/** Between whom an event took place, and which of the month's lanes run there. */
import type { Event } from '../model/decision.ts';
import { LANE_KINDS, laneKey, type LaneKey, type LaneMonth } from './lane-book.ts';

/** The month's lanes between an event's actor and another party it names. */
export function lanesOfEvent(event: Event, month: ReadonlyMap<LaneKey, LaneMonth>): LaneKey[] {
  const { actor } = event;
  if (actor === undefined) return [];
  const others = [...Object.values(event.data), ...event.key.split('/')].filter((value): value is string => typeof value === 'string' && value !== actor);
  return [...new Set(others.flatMap((other) => LANE_KINDS.flatMap((kind) => [laneKey(actor, kind, other), laneKey(other, kind, actor)])))].filter((key) => month.has(key));
}
