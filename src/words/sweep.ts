/** What a sweep says, by language. */
import type { Language } from './language.ts';
import { sweepEn, type SweepWords } from './sweep.en.ts';
import type { SweepProblem } from './sweep-problem.ts';
import { sweepZh } from './sweep.zh.ts';

export type { SweepWords } from './sweep.en.ts';
export const SWEEP_WORDS: { readonly [language in Language]: SweepWords } = { en: sweepEn, zh: sweepZh };

export function describeSweepProblem(problem: SweepProblem, language: Language): string {
  const say = SWEEP_WORDS[language].problem[problem.key] as (problem: SweepProblem) => string;
  return say(problem);
}

const MISTYPED: ReadonlySet<SweepProblem['key']> = new Set(['set.unknown', 'set.outside', 'sweep.vary', 'sweep.varyTwice', 'sweep.backwards', 'sweep.tooFew', 'sweep.tooManyVaried', 'sweep.nothingVaried', 'sweep.shard', 'sweep.queueAddress', 'sweep.nothingToMerge']);

/** 1: what was asked for did not go well; 2: it could not be understood; 130: somebody pressed Ctrl-C. */
export function sweepExitCode(problem: SweepProblem): 1 | 2 | 130 {
  if (problem.key === 'sweep.interrupted') return 130;
  return MISTYPED.has(problem.key) ? 2 : 1;
}
