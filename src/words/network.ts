/** Why a network calculation cannot be done, in words. */
import type { NetworkProblem } from '../contagion/problem.ts';
import type { Language } from './language.ts';
import { networkEn, type NetworkWords } from './network.en.ts';
import { networkZh } from './network.zh.ts';

export const NETWORK_WORDS: { readonly [language in Language]: NetworkWords } = { en: networkEn, zh: networkZh };

export function describeNetworkProblem(problem: NetworkProblem, language: Language): string {
  return NETWORK_WORDS[language][problem.code](problem);
}
