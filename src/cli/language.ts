/** The language of the terminal. */
import { isLanguage, languageOf, type Language } from '../words/language.ts';

/** `--lang`, wherever it stands; else what the system says, by the rules of its own variables. */
export function chosenLanguage(args: readonly string[], environment: NodeJS.ProcessEnv): Language {
  for (const [index, argument] of args.entries()) {
    if (argument === '--') break;
    const given = argument === '--lang' ? args[index + 1] : argument.startsWith('--lang=') ? argument.slice('--lang='.length) : undefined;
    if (given !== undefined && isLanguage(given)) return given;
  }
  const system = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find((tag) => tag !== undefined && tag !== '');
  return languageOf(system === undefined ? [] : [system]);
}
