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
  return agree(speaker.words(EVENTS)[event.type](event, speaker), speaker);
}

export function decisionSentence(decision: Decision, speaker: Speaker): string {
  return speaker.words(DECISIONS)[decision.type](decision, speaker);
}

const IRREGULAR: { readonly [verb: string]: string } = { is: 'are', was: 'were', has: 'have', does: 'do', misses: 'miss', launches: 'launch', promises: 'promise' };
const pluralNames = new WeakMap<Speaker, RegExp | null>();

/** Names of groups (Banks, Other neoclouds) take the verb in the plural; Chinese verbs do not change. */
export function agree(text: string, speaker: Speaker): string {
  if (speaker.language !== 'en') return text;
  let names = pluralNames.get(speaker);
  if (names === undefined) {
    const plural = speaker.scenario.parties.map((party) => speaker.party(party.id)).filter((name) => /[^su]s$/.test(name));
    names = plural.length === 0 ? null : new RegExp(`(^|[.:,;] )(${plural.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')}) ([a-z]+s)\\b`, 'g');
    pluralNames.set(speaker, names);
  }
  if (names === null) return text;
  let plural = false;
  const agreed = text.replace(names, (_whole, before: string, name: string, verb: string) => {
    plural = true;
    return `${before}${name} ${IRREGULAR[verb] ?? verb.slice(0, -1)}`;
  });
  return plural ? agreed.replace(/\bits\b/g, 'their') : agreed;
}
