/** The words around lessons: picker, player, teacher's notes and what is printed. The lessons' own texts are in their files. */
import type { Settlement } from '../lesson/before-after.ts';
import type { Figures } from '../lesson/fill.ts';
import type { Language } from './language.ts';
import type { Format } from './format.ts';
import { lessonEn } from './lesson.en.ts';
import { lessonZh } from './lesson.zh.ts';

export const PRINTS = ['guide', 'handout', 'key', 'map'] as const;
/** What can be printed of a lesson. */
export type PrintKind = (typeof PRINTS)[number];

export interface LessonWords {
  readonly lessons: string;
  readonly pick: string;
  readonly start: string;
  readonly minutes: (count: number) => string;
  readonly next: string;
  readonly back: string;
  readonly end: string;
  readonly endHelp: string;
  readonly stepOf: (step: number, steps: number) => string;
  readonly predict: string;
  readonly answerHelp: (options: number) => string;
  /** When somebody presses on without choosing. */
  readonly urge: (options: number) => string;
  /** Names the button that goes on without choosing. */
  readonly pass: string;
  readonly right: string;
  /** The same of a history with a change, which did not happen. */
  readonly rightSupposed: string;
  readonly notRight: string;
  readonly youSaid: (option: string) => string;
  readonly explain: string;
  readonly model: string;
  readonly chain: string;
  readonly count: string;
  readonly hands: (option: string, count: number) => string;
  readonly more: (option: string) => string;
  readonly fewer: (option: string) => string;
  readonly masked: string;
  readonly stepThroughWhy: string;
  readonly changeOneThing: string;
  readonly done: string;
  readonly preparing: string;
  readonly notes: string;
  readonly notesHelp: string;
  readonly notesBlocked: string;
  readonly nextUp: string;
  /** The misconception behind an option. */
  readonly mayBelieve: (misconception: string) => string;
  readonly print: string;
  readonly printed: { readonly [kind in PrintKind]: string };
  readonly printNow: string;
  readonly goals: string;
  readonly prepare: string;
  readonly homework: string;
  readonly plan: string;
  readonly columns: { readonly tick: string; readonly prediction: string; readonly happened: string; readonly why: string; readonly say: string; readonly notes: string; readonly answer: string };
  /** Over the figures of the lesson's own history, and of the one in which something is otherwise. */
  readonly before: string;
  readonly after: string;
  /** The month whose figures they are. */
  readonly readAt: (date: string) => string;
  readonly reading: { readonly [row in 'fails' | 'owes' | 'built' | 'chips' | 'lost']: (party: string) => string };
  /** What somebody owes who has failed before that month: little, since it did not have to pay the rest. */
  readonly owesSettled: { readonly [how in Settlement]: (amount: string, date: string) => string };
  readonly failure: (party: string, date: string) => string;
  readonly failures: (each: readonly string[]) => string;
  readonly fillIn: string;
  readonly name: string;
  /** Over the map: of which months it is, by the first and the last. */
  readonly mapHelp: (from: string, to: string) => string;
  /** Below it: what share of the dollars is not drawn. */
  readonly mapRest: (share: string) => string;
  readonly mapTask: string;
  readonly lanes: { readonly cash: string; readonly debt: string; readonly equity: string; readonly rent: string; readonly gpu: string };
  readonly run: (scenario: string, seed: string) => string;
  readonly notAForecast: string;
}

export const LESSON_WORDS: { readonly [language in Language]: LessonWords } = { en: lessonEn, zh: lessonZh };

export function lessonWords(language: Language): LessonWords {
  return LESSON_WORDS[language];
}

/** Figures of a run as a lesson's texts name them. */
export function lessonFigures(format: Format): Figures {
  return {
    dollars: (amount) => format.dollars(amount),
    percent: (share) => format.percent(share),
    cents: (share) => format.cents(share),
  };
}
