/** A problem with a recording as sentences: what happened, what is safe, what to do. */
import type { Problem } from '../recording/problem.ts';
import type { Language } from './language.ts';
import { recordingEn, type RecordingWords } from './recording.en.ts';
import { recordingZh } from './recording.zh.ts';

export const RECORDING_WORDS: { readonly [language in Language]: RecordingWords } = { en: recordingEn, zh: recordingZh };

export function describeRecordingProblem(problem: Problem, language: Language): string {
  const say = RECORDING_WORDS[language][problem.key] as (problem: Problem) => string;
  return say(problem);
}
