/** What happened and what was chosen, as a sentence in the speaker's language. */
import type { Decision, Event } from '../model/decision.ts';
import { decisionsEn, type DecisionSayings } from './decisions.en.ts';
import { decisionsZh } from './decisions.zh.ts';
import { eventsEn, type EventSayings } from './events.en.ts';
import { eventsZh } from './events.zh.ts';
import type { Language } from './language.ts';
import type { Speaker } from './speaker.ts';

const EVENTS: { readonly [language in Language]: EventSayings } = { en: eventsEn, zh: eventsZh };
const DECISIONS: { readonly [language in Language]: DecisionSayings } = { en: decisionsEn, zh: decisionsZh };

export function eventSentence(event: Event, speaker: Speaker): string {
  return EVENTS[speaker.language][event.type](event, speaker);
}

export function decisionSentence(decision: Decision, speaker: Speaker): string {
  return DECISIONS[speaker.language][decision.type](decision, speaker);
}
