/** In which language the terminal speaks, and whether it calls firms by their names: both are known before any command. */
import { isLanguage, languageOf, type Language } from '../words/language.ts';

export const NAMES = ['real', 'generic'] as const;
export type Names = (typeof NAMES)[number];

/** What is given for an option, wherever it stands. */
function given(args: readonly string[], name: string): readonly string[] {
  const end = args.indexOf('--');
  return (end === -1 ? args : args.slice(0, end)).flatMap((argument, index) => (argument === name ? args.slice(index + 1, index + 2) : argument.startsWith(`${name}=`) ? [argument.slice(name.length + 1)] : []));
}

export function chosenNames(args: readonly string[]): Names {
  return given(args, '--names').includes('generic') ? 'generic' : 'real';
}

/** `--lang`; else what the system says, by the rules of its own variables. */
export function chosenLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  const asked = given(args, '--lang').find(isLanguage);
  if (asked !== undefined) return asked;
  const system = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find((tag) => tag !== undefined && tag !== '');
  return languageOf(system === undefined ? [] : [system]);
}
