/** What the words of the page must cover, in every language. */
import type { Condition } from '../view/condition.ts';
import type { MarkShape } from '../view/marks.ts';
import type { Speed } from '../playback/cursor.ts';
import type { Field } from '../session/link.ts';
import type { Message } from '../session/notice.ts';
import type { Panel } from '../session/panel.ts';
import type { Settings, Theme } from '../session/settings.ts';

export type LinkFieldWords = { readonly [field in Exclude<Field, 'v'> | 'link']: string } & { readonly [field: string]: string | undefined };

/** Notices whose words are the page's own; recordings and scenarios have catalogues of their own. */
export type OwnMessage = Exclude<Message, { key: 'recording' | 'scenario' | 'whatIf' }>;
export type NoticeWords = { readonly [key in OwnMessage['key']]: (message: Extract<OwnMessage, { key: key }>) => string };

/** Everything the table of keys can do; see src/ui/keys.ts. */
export const KEY_ACTIONS = [
  'play', 'back', 'forward', 'back10', 'forward10', 'phaseBack', 'phaseForward', 'eventBack', 'eventForward', 'defaultBack', 'defaultForward', 'first', 'last', 'share', 'slower', 'pause', 'faster',
  'walkBack', 'walkForward', 'why', 'compare', 'change', 'goTo', 'table', 'bookmark', 'blank', 'fullScreen', 'present', 'help', 'escape', 'undo', 'redo', 'reload', 'answer', 'lessonBack', 'lessonForward',
] as const;
export type KeyAction = (typeof KEY_ACTIONS)[number];

/** Saving a stretch of months as a video. */
export interface VideoWords {
  /** Said while two histories stand side by side. */
  readonly both: (a: string, b: string) => string;
  readonly menu: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly lasts: (seconds: string) => string;
  readonly tooLong: (seconds: string, most: string) => string;
  readonly backwards: string;
  readonly begin: string;
  readonly stop: string;
  readonly progress: (percent: string) => string;
  /** The browser has no encoder for moving pictures. */
  readonly cannot: string;
}

export interface UiWords {
  readonly name: string;
  readonly title: (scenario: string, date: string) => string;
  readonly tagline: string;
  readonly notAForecast: string;
  readonly landmarks: { readonly [part in 'top' | 'stage' | 'story' | 'timeline' | 'inspector' | 'panel' | 'notices']: string };
  readonly skip: string;
  readonly skipToLesson: string;
  readonly scenario: string;
  readonly scenarioFile: (name: string) => string;
  readonly changed: (count: number) => string;
  readonly seed: string;
  readonly seedHelp: string;
  readonly seedUse: string;
  readonly seedNext: string;
  readonly seedBad: string;
  readonly books: (off: string) => string;
  readonly booksShort: (off: string) => string;
  readonly booksWrong: (off: string) => string;
  readonly booksHelp: string;
  readonly language: string;
  readonly menu: string;
  readonly openFile: string;
  readonly saveRun: string;
  readonly savePicture: string;
  readonly video: VideoWords;
  readonly saveTable: string;
  readonly copyLink: string;
  readonly undo: string;
  readonly redo: string;
  readonly themeHeading: string;
  readonly theme: { readonly [theme in Theme]: string };
  readonly namesHeading: string;
  readonly names: { readonly [names in Settings['names']]: string };
  readonly motionHeading: string;
  readonly motion: { readonly [motion in Settings['motion']]: string };
  readonly skipQuiet: string;
  readonly comparedWith: (name: string) => string;
  readonly stopComparing: string;
  /** Two pictures side by side: what the second one is, the way there and the way back. */
  readonly besideOf: (name: string) => string;
  readonly sideBySide: string;
  readonly onePicture: string;
  readonly singleKeys: string;
  readonly help: string;
  /** The list of words, and what leads to it from one of them. */
  readonly glossary: string;
  readonly allWords: string;
  readonly panels: { readonly [panel in Panel]: string };
  readonly close: string;
  readonly backToStage: string;
  readonly showInspector: string;
  readonly storyButton: string;
  readonly stepThroughWhy: string;
  readonly storyLine: string;
  /** The figure stands out from the sentence it is in. */
  /** `months`: how many have been traced, at most twelve. */
  readonly ratio: (vendor: string, cents: string, months: number) => { readonly before: string; readonly figure: string; readonly after: string; readonly note: string };
  readonly ratioNone: (vendor: string) => string;
  readonly ratioHelp: string;
  readonly monthOf: (month: number, months: number) => string;
  readonly monthShort: (month: number, months: number) => string;
  /** `place`: which of the month's phases it is, while one steps through them. */
  readonly phaseNow: (phase: string, place: string | null) => string;
  readonly atRest: string;
  readonly slider: string;
  readonly sliderText: (date: string, month: number, months: number) => string;
  readonly moved: (amount: string) => string;
  readonly moreEvents: (count: number) => string;
  readonly eventsHere: (count: number) => string;
  readonly bookmarkHere: string;
  readonly against: string;
  readonly branchRail: string;
  readonly inBranch: (changes: readonly string[]) => string;
  /** While months of a what-if are simulated. */
  readonly supposing: string;
  readonly backToRun: string;
  readonly transport: { readonly [button in 'first' | 'back' | 'play' | 'pause' | 'forward' | 'next' | 'bookmark']: string };
  readonly speed: string;
  readonly speedValue: (speed: Speed) => string;
  readonly simulating: string;
  /** Small, under the date. */
  readonly simulatedOf: (month: number, months: number) => string;
  readonly simulatingMonth: (month: number, months: number) => string;
  readonly opening: (file: string, months: number, horizon: number) => string;
  /** Beside the name of a run that was opened, not simulated. */
  readonly recordingTag: string;
  readonly drop: string;
  readonly notices: NoticeWords;
  readonly scenarioProblems: (file: string, count: number) => string;
  readonly dismiss: string;
  readonly retry: string;
  readonly helpTitle: string;
  readonly helpWhat: { readonly heading: string; readonly lines: readonly string[] };
  /** What the word under a company means. */
  readonly helpConditions: { readonly [condition in Exclude<Condition, 'none'> | 'heading']: string };
  readonly helpMarks: { readonly [shape in MarkShape | 'heading']: string };
  readonly helpKeys: string;
  readonly helpKeysOff: string;
  readonly helpPresenting: string;
  /** After a key that means this only in a lesson, or only while a question is open. */
  readonly helpInLesson: string;
  readonly helpFree: string;
  readonly helpAsked: string;
  readonly keys: { readonly [action in KeyAction]: string };
  readonly keyNames: { readonly [code: string]: string };
  readonly goToTitle: string;
  readonly goToHelp: (months: number, date: string) => string;
  readonly endLessonTitle: string;
  readonly endLessonHelp: string;
  readonly endLessonStay: string;
  readonly endLessonUse: string;
  readonly goToUse: string;
  readonly blanked: string;
  readonly live: (date: string, caption: string) => string;
  readonly change: {
    readonly heading: string;
    readonly lead: string;
    /** From when on a change holds. */
    readonly since: string;
    readonly fromStart: string;
    readonly fromHere: (date: string) => string;
    readonly leadHere: (date: string) => string;
    /** The run is a recording: it is forked, not changed. */
    readonly recording: (date: string) => string;
    readonly wait: string;
    readonly channels: string;
    /** What else can be otherwise, and where. */
    readonly more: string;
    readonly supposed: string;
    readonly step: (date: string, change: string) => string;
    readonly takeBack: string;
    readonly reset: (value: string) => string;
    readonly resetAll: string;
    readonly share: string;
    /** The scenario moves what is set from the beginning, later. */
    readonly later: (date: string, value: string) => string;
    readonly running: string;
    readonly close: string;
  };
  readonly panelEmpty: string;
  /** While a part of the page that comes later is on its way. */
  readonly fetching: string;
  /** In place of a part of the page that could not be shown. */
  readonly partStopped: string;
  readonly comingFromRun: string;
}
