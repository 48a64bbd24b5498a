/** The stylised facts in words: what each says, what was measured for it, and why one is known not to hold. */
import { factsEn } from './facts.en.ts';
import { factsZh } from './facts.zh.ts';
import type { Language } from './language.ts';

export interface FactsWords {
  readonly command: string;
  readonly options: { readonly seeds: string; readonly workers: string; readonly only: string };
  readonly head: { readonly number: string; readonly fact: string; readonly measured: string; readonly effect: string; readonly interval: string; readonly holds: string };
  /** By number of the fact. */
  readonly facts: { readonly [number: number]: string };
  /** By name of the reading. */
  readonly readings: { readonly [name: string]: string };
  readonly pass: string;
  readonly fail: string;
  readonly yes: string;
  readonly no: string;
  readonly months: (value: string) => string;
  readonly points: (value: string) => string;
  readonly basisPoints: (value: string) => string;
  readonly met: (met: number, of: number) => string;
  readonly how: (seeds: number, level: string) => string;
  readonly whyHead: string;
  /** Why a fact is known not to hold, by number. */
  readonly why: { readonly [number: number]: string };
  readonly whyUnknown: string;
  readonly whySized: string;
  readonly whyShort: (pairs: number) => string;
  readonly unfinished: (count: number) => string;
  readonly simulating: string;
  readonly unit: string;
}

export const FACTS_WORDS: { readonly [language in Language]: FactsWords } = { en: factsEn, zh: factsZh };
