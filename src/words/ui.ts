/** The words of the page in a language, and every notice as a sentence. */
import type { Message } from '../session/notice.ts';
import type { Language } from './language.ts';
import { describeBranchProblem } from './branch.ts';
import { describeRecordingProblem } from './recording.ts';
import { uiEn } from './ui.en.ts';
import type { UiWords } from './ui-types.ts';
import { uiZh } from './ui.zh.ts';

export const UI_WORDS: { readonly [language in Language]: UiWords } = { en: uiEn, zh: uiZh };

export function uiWords(language: Language): UiWords {
  return UI_WORDS[language];
}

/** Each language by its own name, whatever the page speaks. */
export const LANGUAGE_NAMES: { readonly [language in Language]: string } = { en: 'EN', zh: '中文' };

/** What happened, what is safe, what to do. */
export function describeMessage(message: Message, language: Language): string {
  const words = UI_WORDS[language];
  switch (message.key) {
    case 'recording':
      return describeRecordingProblem(message.problem, language);
    case 'whatIf':
      return message.problem.key === 'recording.otherModel' ? describeRecordingProblem(message.problem, language) : describeBranchProblem(message.problem, language);
    case 'scenario':
      return words.scenarioProblems(message.file, message.problems.length);
    default: {
      const say = words.notices[message.key] as (message: Message) => string;
      return say(message);
    }
  }
}
