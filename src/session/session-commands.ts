/** What the page can be told: every command there is, and the store that holds what came of them. */
import type { Lesson } from '../lesson/shape.ts';
import type { Change } from '../model/frame.ts';
import type { Command, Playback } from '../playback/cursor.ts';
import type { Bookmark } from './bookmarks.ts';
import type { Choice } from './choice.ts';
import type { Link } from './link.ts';
import type { Action, Message } from './notice.ts';
import type { Panel } from './panel.ts';
import type { Selection } from './selection.ts';
import type { Settings } from './settings.ts';
import type { ShownRun } from './shown-run.ts';
import type { SessionState, Subject, Work } from './state.ts';
import type { Store } from './store.ts';

export interface Session {
  readonly store: Store<SessionState>;
  command(command: Command): void;
  configure(settings: Partial<Settings>): void;
  select(selected: Selection | null): void;
  show(panel: Panel | null): void;
  /** Opens a panel about something. */
  ask(panel: Panel, subject: Partial<Subject>): void;
  /** Lights the way of a payment on the stage; null for none. */
  follow(flow: string | null): void;
  /** Sets another scenario beside this run, with the same seed; `branch` for the what-if; null for none. */
  compare(scenario: string | null): void;
  putAgainst(run: ShownRun | null): void;
  /** Both histories of a comparison side by side, or one picture. */
  split(on: boolean): void;
  /** Matches their months on an event that both have, by its key; null for the calendar. */
  align(event: string | null): void;
  bookmark(): void;
  /** Marks that come with the run the page opens with; nothing to take back. */
  bring(bookmarks: readonly Bookmark[]): void;
  undo(): void;
  redo(): void;
  /** A scenario, seed or parameters; the run is made anew where they differ. Bookmarks come with a recording that has some. */
  choose(choice: Partial<Choice>, bookmarks?: readonly Bookmark[]): void;
  /** Moves a parameter; null for the scenario's own value. While `dragging` one step of undoing covers it all. */
  move(parameter: string, value: number | null, dragging?: boolean): void;
  /** A change from the month shown on: a what-if with everybody's same luck. While `dragging` one step of undoing covers it all. */
  suppose(change: Change, dragging?: boolean): void;
  /** Takes a change out of the what-if; null for all of it. */
  dropChange(change: Change | null): void;
  present(on: boolean): void;
  inspect(on: boolean): void;
  /** Begins the short story (src/session/story.ts), of another scenario if need be. */
  tell(run?: Choice['run']): void;
  /** Begins a lesson, at a step of it. */
  teach(lesson: Lesson, step?: number): void;
  /** The next or the last stage of the lesson; an open question is passed over. */
  turn(by: 1 | -1): void;
  /** What a clicker sends: the next stage, but a question on which nobody has voted is passed over by the second press only. */
  pressOn(): void;
  /** Answers the open question. */
  answer(option: number): void;
  /** Whether hands are counted at a question. */
  counting(on: boolean): void;
  countHands(option: number, by: 1 | -1): void;
  /** Ends the lesson; what was on the page before comes back, or its history stays. */
  endLesson(keep?: boolean): void;
  say(message: Message, action?: Action | null): void;
  dismiss(id: number): void;
  /** Puts a run on the page; where it is told from is kept if `keep`. */
  put(run: ShownRun, at?: Partial<Playback>): void;
  putBranch(branch: ShownRun | null): void;
  showing(which: 'run' | 'branch'): void;
  /** The run on the page has grown or ended. */
  grew(): void;
  working(work: Work): void;
  /** What the address should say. */
  link(): Link;
}
