/** What of a month the picture has yet to show. */
import type { Frame } from '../model/frame.ts';
import { PHASES } from '../model/phase.ts';

/** Ids of the events of a month that its first `told` phases do not hold. */
export function untoldEvents(frame: Frame, told: number): ReadonlySet<string> {
  return new Set(frame.phases.flatMap((record) => (PHASES.indexOf(record.phase) < told ? [] : record.events.map((event) => event.id))));
}
