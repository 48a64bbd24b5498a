/** Why a change to a history cannot be made, in words. */
import type { BranchProblem } from '../playback/changes.ts';
import { branchEn, type BranchWords } from './branch.en.ts';
import { branchZh } from './branch.zh.ts';
import type { Language } from './language.ts';

export const BRANCH_WORDS: { readonly [language in Language]: BranchWords } = { en: branchEn, zh: branchZh };

export function describeBranchProblem(problem: BranchProblem, language: Language): string {
  const say = BRANCH_WORDS[language][problem.key] as (problem: BranchProblem) => string;
  return say(problem);
}
