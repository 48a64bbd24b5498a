/** Words of the panel of many histories, in a language. */
import { futuresEn, type FuturesWords } from './futures.en.ts';
import { futuresZh } from './futures.zh.ts';
import type { Language } from './language.ts';

export type { FuturesWords } from './futures.en.ts';
export const FUTURES_WORDS: { readonly [language in Language]: FuturesWords } = { en: futuresEn, zh: futuresZh };

