/** Whoever writes a sentence about a run: knows names, numbers and words in one language. */
import type { Event, Decision } from '../model/decision.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PartyId } from '../model/units.ts';
import { makeFormat, type Format } from './format.ts';
import type { Language } from './language.ts';
import { inTrade, sayInTrade } from './trade.ts';
import { vocabularyEn, type Vocabulary } from './vocabulary.en.ts';
import { vocabularyZh } from './vocabulary.zh.ts';

export const VOCABULARY: { readonly [language in Language]: Vocabulary } = { en: vocabularyEn, zh: vocabularyZh };

export interface Speaker {
  readonly language: Language;
  readonly format: Format;
  readonly vocabulary: Vocabulary;
  readonly scenario: Scenario;
  /** The catalogue of the speaker's language, in the words of the scenario's trade. */
  words<Words extends object>(catalogues: { readonly [language in Language]: Words }): Words;
  /** A text that stands in no catalogue, in the same words. */
  say(text: string): string;
  /** Display name, real or generic; the id itself for a party the scenario does not know. */
  party(id: PartyId): string;
  isParty(id: string): boolean;
  /** A state in words; the state's own id if the catalogue does not know it. */
  state(region: string, state: string): string;
  region(region: string): string;
  /** Name of a chip generation. */
  generation(id: string): string;
}

export function makeSpeaker(language: Language, scenario: Scenario, names: 'real' | 'generic' = 'real'): Speaker {
  const parties = new Map(scenario.parties.map((party) => [party.id, party]));
  const generations = new Map(scenario.generations.map((generation) => [generation.id, generation.name[language]]));
  const words = <Words extends object>(catalogues: { readonly [language in Language]: Words }): Words => inTrade(catalogues[language], scenario.words?.[language], language);
  const vocabulary = words(VOCABULARY);
  return {
    language,
    format: makeFormat(language, scenario.opens),
    vocabulary,
    scenario: names === 'generic' ? unnamed(scenario) : scenario,
    words,
    say: (text) => sayInTrade(text, scenario.words?.[language], language),
    party(id) {
      const party = parties.get(id);
      if (party === undefined) return id;
      return (names === 'generic' ? (party.generic ?? party.name) : party.name)[language];
    },
    isParty: (id) => parties.has(id),
    state: (region, state) => own(vocabulary.state, `${region}.${state}`) ?? own(vocabulary.state, state) ?? state,
    region: (region) => own(vocabulary.region, region) ?? region,
    generation: (id) => generations.get(id) ?? id,
  };
}

/** The scenario with texts of shocks that name firms as everything else does. */
function unnamed(scenario: Scenario): Scenario {
  const firms = scenario.parties.flatMap(({ name, generic }) => (generic === undefined ? [] : [{ name, generic }]));
  const told = (text: string, language: Language): string =>
    [...firms].sort((a, b) => b.name[language].length - a.name[language].length).reduce((said, firm) => said.replaceAll(firm.name[language], firm.generic[language]), text);
  return { ...scenario, shocks: scenario.shocks.map((shock) => ({ ...shock, text: { en: told(shock.text.en, 'en'), zh: told(shock.text.zh, 'zh') } })) };
}

/** A word the catalogue itself has, never one that every object has: recordings come from strangers. */
function own(words: { readonly [name: string]: string }, name: string): string | undefined {
  return Object.hasOwn(words, name) ? words[name] : undefined;
}

type Facts = Event['data'] | Decision['params'];

/** The first of these facts that is a number. */
export function figure(facts: Facts, ...names: readonly string[]): number | null {
  for (const name of names) {
    const value = facts[name];
    if (typeof value === 'number') return value;
  }
  return null;
}

/** The first of these facts that is a text. */
export function word(facts: Facts, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = facts[name];
    if (typeof value === 'string') return value;
  }
  return null;
}

/** The name of the first party among these facts. */
export function partyIn(speaker: Speaker, facts: Facts, ...names: readonly string[]): string | null {
  for (const name of names) {
    const value = facts[name];
    if (typeof value === 'string' && speaker.isParty(value)) return speaker.party(value);
  }
  return null;
}

/** The first of these facts as dollars. */
export function dollarsIn(speaker: Speaker, facts: Facts, ...names: readonly string[]): string | null {
  const amount = figure(facts, ...names);
  return amount === null ? null : speaker.format.dollars(amount);
}

/** A part of a sentence that is there only when its fact is. */
export function when(fact: string | null, part: (fact: string) => string): string {
  return fact === null ? '' : part(fact);
}

/** Capital first letter of an English sentence. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
