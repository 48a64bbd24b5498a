/** What the page is in the middle of: the histories it shows, where it stands in them, and what is open. */
import { START, type Playback, type Speed } from '../playback/cursor.ts';
import type { Bookmark } from './bookmarks.ts';
import { DEFAULT_CHOICE, type Choice } from './choice.ts';
import type { Teaching } from './lesson.ts';
import type { Place } from './link.ts';
import type { Notice } from './notice.ts';
import type { Panel } from './panel.ts';
import type { Selection } from './selection.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import type { ShownRun } from './shown-run.ts';
import { historyOf, type History } from './undo.ts';
import type { WhatIf } from './what-if.ts';

export type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'simulating' }
  /** The months of a what-if of the history that is shown. */
  | { readonly kind: 'supposing' }
  /** Months read so far, and how many there may be. */
  | { readonly kind: 'opening'; readonly file: string; readonly months: number; readonly horizon: number };

/** What a panel was asked about: an event or decision whose causes, a payment whose way; null for the panel's own start. */
export interface Subject {
  readonly event: string | null;
  readonly flow: string | null;
}
export const NO_SUBJECT: Subject = { event: null, flow: null };

/** What a reader decided and can take back. */
export interface Decided {
  readonly choice: Choice;
  readonly bookmarks: readonly Bookmark[];
  /** Changes from a month on; null when the history is told as it was. */
  readonly whatIf: WhatIf | null;
}

export interface SessionState {
  readonly settings: Settings;
  readonly decided: History<Decided>;
  /** The history that is told; null before the first month of the first one. */
  readonly run: ShownRun | null;
  /** A what-if of it, on a second rail. */
  readonly branch: ShownRun | null;
  readonly showing: 'run' | 'branch';
  /** Which of the two is told when a what-if that is on its way is complete. */
  readonly awaited: 'run' | 'branch';
  /** Where the next history begins to be told; null for its beginning. */
  readonly resume: Place | null;
  /** Months there are of the run shown; changes as it grows. */
  readonly months: number;
  readonly finished: boolean;
  readonly work: Work;
  readonly playback: Playback;
  readonly selected: Selection | null;
  readonly panel: Panel | null;
  readonly subject: Subject;
  /** Id of the payment whose way is lit on the stage. */
  readonly following: string | null;
  /** The history this one is compared with, and what was asked for. */
  readonly against: ShownRun | null;
  readonly compareWith: string | null;
  /** Two pictures instead of one, wherever there are two histories. */
  readonly split: boolean;
  /** Key of the event on which the months of both are matched; null for the calendar. */
  readonly alignOn: string | null;
  readonly notices: readonly Notice[];
  /** `ended`: told to its end, and nothing done since. */
  readonly story: 'offered' | 'told' | 'ended' | 'over';
  /** A lesson, or the story that is told as one. */
  readonly teaching: Teaching | null;
  /** On narrow pages the inspector lies over the stage, when asked for. */
  readonly inspecting: boolean;
  readonly presenting: boolean;
  readonly minimal: boolean;
}

export interface SessionStart {
  readonly settings?: Settings;
  readonly choice?: Choice;
  readonly whatIf?: WhatIf | null;
  readonly minimal?: boolean;
  readonly presenting?: boolean;
  readonly panel?: Panel | null;
  readonly compareWith?: string | null;
  readonly split?: boolean;
  readonly alignOn?: string | null;
  readonly selected?: Selection | null;
  /** The event asked about. */
  readonly event?: string | null;
  readonly following?: string | null;
  readonly awaited?: SessionState['awaited'];
  readonly speed?: Speed;
  /** A page opened at a place of its own does not offer the story. */
  readonly story?: SessionState['story'];
}

/** The page as it opens, before the first month of its history. */
export function openingState(start: SessionStart): SessionState {
  return {
    settings: start.settings ?? DEFAULT_SETTINGS,
    decided: historyOf({ choice: start.choice ?? DEFAULT_CHOICE, bookmarks: [], whatIf: start.whatIf ?? null }),
    run: null,
    branch: null,
    showing: 'run',
    awaited: start.awaited ?? 'branch',
    resume: null,
    months: 0,
    finished: false,
    work: { kind: 'none' },
    playback: { ...START, speed: start.speed ?? START.speed },
    selected: start.selected ?? null,
    panel: start.panel ?? null,
    subject: { ...NO_SUBJECT, event: start.event ?? null },
    following: start.following ?? null,
    against: null,
    compareWith: start.compareWith ?? null,
    split: start.split ?? false,
    alignOn: start.alignOn ?? null,
    notices: [],
    story: start.story ?? 'offered',
    teaching: null,
    inspecting: false,
    presenting: start.presenting ?? false,
    minimal: start.minimal ?? false,
    };
}

/** The history set beside the one that is told: another scenario if one was asked for, else the what-if or what it left. */
export function otherRun(state: SessionState): ShownRun | null {
  if (state.compareWith !== null) return state.against;
  return state.branch === null ? null : state.showing === 'run' ? state.branch : state.run;
}

/** The history that is told now. */
export function shownRun(state: SessionState): ShownRun | null {
  return state.showing === 'branch' ? state.branch : state.run;
}
