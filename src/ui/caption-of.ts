/** The most telling thing of a month in one sentence: its weightiest event; null when nothing happened. */
import type { Frame } from '../model/frame.ts';
import type { Event } from '../model/decision.ts';
import { WEIGHT } from '../playback/events.ts';
import { eventsEn } from '../words/events.en.ts';
import { eventsZh } from '../words/events.zh.ts';
import type { Speaker } from '../words/speaker.ts';

export function captionOf(frame: Frame, speaker: Speaker): string | null {
  let best: Event | null = null;
  for (const { events } of frame.phases) for (const event of events) if (WEIGHT[event.type] > (best === null ? 0 : WEIGHT[best.type])) best = event;
  return best === null ? null : (speaker.language === 'en' ? eventsEn : eventsZh)[best.type](best, speaker);
}
