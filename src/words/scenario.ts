/** A problem in a scenario file as one sentence with file, line, column and an example. */
import type { Problem } from '../scenario/problem.ts';
import { scenarioEn, type ScenarioWords } from './scenario.en.ts';
import { scenarioZh } from './scenario.zh.ts';

export const SCENARIO_WORDS: { readonly en: ScenarioWords; readonly zh: ScenarioWords } = { en: scenarioEn, zh: scenarioZh };

export function describeProblem(problem: Problem, language: 'en' | 'zh'): string {
  const words = SCENARIO_WORDS[language];
  return words.line(problem, words[problem.code](problem.data), problem.example);
}
