/** What the terminal command says, by language. */
import { cliEn, type CliWords } from './cli.en.ts';
import type { CliProblem } from './cli-problem.ts';
import { cliZh } from './cli.zh.ts';
import type { Language } from './language.ts';

export type { CliWords } from './cli.en.ts';
export const CLI_WORDS: { readonly [language in Language]: CliWords } = { en: cliEn, zh: cliZh };

export function describeCliProblem(problem: CliProblem, language: Language): string {
  const say = CLI_WORDS[language].problem[problem.key] as (problem: CliProblem) => string;
  return say(problem);
}
