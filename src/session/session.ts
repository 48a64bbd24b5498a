/**
 * Everything the page is in the middle of, and every command it takes. Pure: simulating, files and storage come in as
 * functions; the clock comes in as `advance`. The state is replaced, never edited; a run that grows is told of by
 * `months`.
 */
import { reduce, START, type Command, type Playback, type Speed } from '../playback/cursor.ts';
import { amend, decide, historyOf, redo, undo, type History } from './undo.ts';
import { toggleBookmark, type Bookmark } from './bookmarks.ts';
import { DEFAULT_CHOICE, sameRun, type Choice } from './choice.ts';
import type { Link } from './link.ts';
import type { Action, Message, Notice } from './notice.ts';
import type { Panel } from './panel.ts';
import { sameSelection, type Selection } from './selection.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import type { ShownRun } from './shown-run.ts';
import { createStore, type Store } from './store.ts';
import { storyOf, type Story } from './story.ts';

export type Work =
  | { readonly kind: 'none' }
  | { readonly kind: 'simulating' }
  /** Months read so far, and how many there may be. */
  | { readonly kind: 'opening'; readonly file: string; readonly months: number; readonly horizon: number };

/** What a panel was asked about: an event or decision whose causes, a payment whose way; null for the panel's own start. */
export interface Subject {
  readonly event: string | null;
  readonly flow: string | null;
}
const NO_SUBJECT: Subject = { event: null, flow: null };

/** What a reader decided and can take back. */
export interface Decided {
  readonly choice: Choice;
  readonly bookmarks: readonly Bookmark[];
}

export interface SessionState {
  readonly settings: Settings;
  readonly decided: History<Decided>;
  /** The history that is told; null before the first month of the first one. */
  readonly run: ShownRun | null;
  /** A what-if of it, on a second rail. */
  readonly branch: ShownRun | null;
  readonly showing: 'run' | 'branch';
  /** Months there are of the run shown; changes as it grows. */
  readonly months: number;
  readonly finished: boolean;
  readonly work: Work;
  readonly playback: Playback;
  readonly selected: Selection | null;
  readonly panel: Panel | null;
  readonly subject: Subject;
  /** The history this one is compared with, and what was asked for. */
  readonly against: ShownRun | null;
  readonly compareWith: string | null;
  readonly notices: readonly Notice[];
  /** `ended`: told to its end, and nothing done since. */
  readonly story: 'offered' | 'told' | 'ended' | 'over';
  /** On narrow pages the inspector lies over the stage, when asked for. */
  readonly inspecting: boolean;
  readonly presenting: boolean;
  readonly minimal: boolean;
}

export interface Session {
  readonly store: Store<SessionState>;
  command(command: Command): void;
  configure(settings: Partial<Settings>): void;
  select(selected: Selection | null): void;
  show(panel: Panel | null): void;
  /** Opens a panel about something. */
  ask(panel: Panel, subject: Partial<Subject>): void;
  /** Sets another scenario beside this run, with the same seed; `branch` for the what-if; null for none. */
  compare(scenario: string | null): void;
  putAgainst(run: ShownRun | null): void;
  bookmark(): void;
  undo(): void;
  redo(): void;
  /** A scenario, seed or parameters; the run is made anew where they differ. Bookmarks come with a recording that has some. */
  choose(choice: Partial<Choice>, bookmarks?: readonly Bookmark[]): void;
  /** Moves a parameter; null for the scenario's own value. While `dragging` one step of undoing covers it all. */
  move(parameter: string, value: number | null, dragging?: boolean): void;
  present(on: boolean): void;
  inspect(on: boolean): void;
  /** Begins the short story (src/session/story.ts), of another scenario if need be. */
  tell(run?: Choice['run']): void;
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

export interface SessionStart {
  readonly settings?: Settings;
  readonly choice?: Choice;
  readonly minimal?: boolean;
  readonly presenting?: boolean;
  readonly panel?: Panel | null;
  readonly compareWith?: string | null;
  readonly selected?: Selection | null;
  readonly speed?: Speed;
  /** A page opened at a place of its own does not offer the story. */
  readonly story?: SessionState['story'];
}

export function createSession(start: SessionStart = {}): Session {
  const store = createStore<SessionState>({
    settings: start.settings ?? DEFAULT_SETTINGS,
    decided: historyOf({ choice: start.choice ?? DEFAULT_CHOICE, bookmarks: [] }),
    run: null,
    branch: null,
    showing: 'run',
    months: 0,
    finished: false,
    work: { kind: 'none' },
    playback: { ...START, speed: start.speed ?? START.speed },
    selected: start.selected ?? null,
    panel: start.panel ?? null,
    subject: NO_SUBJECT,
    against: null,
    compareWith: start.compareWith ?? null,
    notices: [],
    story: start.story ?? 'offered',
    inspecting: false,
    presenting: start.presenting ?? false,
    minimal: start.minimal ?? false,
  });
  let noticeId = 0;
  /** The parameter whose slider is being dragged. */
  let dragged: string | null = null;
  const patch = (change: Partial<SessionState>): void => store.set({ ...store.get(), ...change });
  const decideOn = (change: Partial<Decided>): void => {
    const { decided } = store.get();
    patch({ decided: decide(decided, { ...decided.present, ...change }) });
  };
  const shown = (): ShownRun | null => shownRun(store.get());

  let telling: { readonly run: ShownRun; readonly story: Story } | null = null;
  const storyFor = (run: ShownRun): Story => {
    if (telling?.run !== run) telling = { run, story: storyOf(run.timeline.marks, run.source.length) };
    return telling.story;
  };
  const START_OF_STORY = { tick: 0, u: 0, phase: null, moving: 'playing', fresh: false } as const;

  return {
    store,
    command(command) {
      const state = store.get();
      const run = shown();
      if (run === null) return;
      if (command.type === 'advance') return advance(run, command.seconds);
      const playback = reduce(state.playback, command, run.facts);
      if (playback === state.playback) return;
      // pausing keeps the story; going elsewhere, or at another pace, ends it
      const keeps = command.type === 'pause' || command.type === 'play' || command.type === 'toggle' || command.type === 'skipQuiet';
      const story = state.story === 'told' && keeps ? 'told' : state.story === 'offered' && (command.type === 'speed' || command.type === 'skipQuiet') ? 'offered' : 'over';
      patch({ playback, story });
    },
    configure(settings) {
      patch({ settings: { ...store.get().settings, ...settings } });
    },
    select(selected) {
      if (!sameSelection(selected, store.get().selected)) patch({ selected });
    },
    show(panel) {
      if (panel !== store.get().panel) patch({ panel });
    },
    ask(panel, subject) {
      patch({ panel, subject: { ...NO_SUBJECT, ...subject } });
    },
    compare(compareWith) {
      if (compareWith !== store.get().compareWith) patch({ compareWith, against: null });
    },
    putAgainst(against) {
      patch({ against });
    },
    bookmark() {
      const { decided, playback } = store.get();
      decideOn({ bookmarks: toggleBookmark(decided.present.bookmarks, playback.tick) });
    },
    undo() {
      const { decided } = store.get();
      patch({ decided: undo(decided) });
    },
    redo() {
      const { decided } = store.get();
      patch({ decided: redo(decided) });
    },
    choose(choice, bookmarks) {
      const { present } = store.get().decided;
      const next = { ...present.choice, ...choice };
      // marks belong to a run; another seed or parameter leaves the months comparable
      decideOn({ choice: next, bookmarks: bookmarks ?? (sameRun(present.choice, next) ? present.bookmarks : []) });
    },
    move(parameter, value, dragging = false) {
      const { decided } = store.get();
      const { choice } = decided.present;
      const set = Object.fromEntries(Object.entries({ ...choice.set, [parameter]: value }).filter((entry): entry is [string, number] => entry[1] !== null));
      const present = { ...decided.present, choice: { ...choice, set } };
      patch({ decided: dragged === parameter ? amend(decided, present) : decide(decided, present) });
      dragged = dragging ? parameter : null;
    },
    present(on) {
      patch({ presenting: on });
    },
    inspect(on) {
      patch({ inspecting: on });
    },
    tell(run) {
      const { playback } = store.get();
      patch({ story: 'told', panel: null, selected: null, inspecting: false, playback: { ...playback, ...START_OF_STORY } });
      if (run !== undefined) decideOn({ choice: { ...store.get().decided.present.choice, run, set: {} }, bookmarks: [] });
    },
    say(message, action = null) {
      noticeId += 1;
      // a second notice of the same kind takes the place of the first
      // and the end of a trouble that of its beginning
      const stale = message.key === 'stageGone' ? ['stageGone', 'stageRestarted'] : [message.key];
      const others = store.get().notices.filter((notice) => !stale.includes(notice.message.key));
      patch({ notices: [...others, { id: noticeId, message, action }].slice(-3) });
    },
    dismiss(id) {
      patch({ notices: store.get().notices.filter((notice) => notice.id !== id) });
    },
    put(run, at = {}) {
      const state = store.get();
      const { speed, skipQuiet } = state.playback;
      patch({
        run,
        branch: null,
        showing: 'run',
        against: null,
        subject: NO_SUBJECT,
        months: run.source.length,
        finished: run.source.finished,
        playback: { ...START, speed, skipQuiet, ...(state.story === 'told' ? START_OF_STORY : at) },
        selected: state.selected !== null && state.selected.kind === 'actor' && !has(run, state.selected.id) ? null : state.selected,
      });
    },
    putBranch(branch) {
      patch({ branch, showing: branch === null ? 'run' : store.get().showing });
      grew();
    },
    showing(which) {
      const state = store.get();
      if (which === state.showing || (which === 'branch' && state.branch === null)) return;
      patch({ showing: which });
      grew();
    },
    grew,
    working(work) {
      patch({ work });
    },
    link: () => linkOf(store.get()),
  };

  /** Time passes. The scales of the picture come from the finished run: until then time stands still. */
  function advance(run: ShownRun, seconds: number): void {
    if (!run.facts.finished) return;
    const state = store.get();
    if (state.story !== 'told') {
      const playback = reduce(state.playback, { type: 'advance', seconds }, run.facts);
      if (playback !== state.playback) patch({ playback });
      return;
    }
    const story = storyFor(run);
    const paced: Playback = { ...state.playback, speed: story.speed(state.playback.u >= 1 ? state.playback.tick + 1 : state.playback.tick) };
    const playback = reduce(paced, { type: 'advance', seconds }, run.facts);
    const ended = playback.tick > story.end || (playback.tick === story.end && playback.u >= 1) || playback.moving === 'still';
    patch(ended ? { story: 'ended', playback: { ...playback, tick: Math.min(playback.tick, story.end), u: 1, moving: 'still', speed: START.speed } } : { playback });
  }

  function grew(): void {
    const run = shown();
    if (run === null) return;
    const { playback } = store.get();
    const tick = Math.min(playback.tick, Math.max(0, run.source.length - 1));
    patch({ months: run.source.length, finished: run.source.finished, ...(run.source.finished && tick !== playback.tick ? { playback: { ...playback, tick, u: 1, phase: null } } : {}) });
  }
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

function has(run: ShownRun, party: string): boolean {
  return run.source.header.scenario.parties.some((each) => each.id === party);
}

function linkOf(state: SessionState): Link {
  const { settings, playback, decided, selected, panel } = state;
  const { choice } = decided.present;
  return {
    run: choice.run,
    ...(choice.run.kind === 'scenario' || Object.keys(choice.set).length > 0 ? { seed: choice.seed } : {}),
    ...(Object.keys(choice.set).length > 0 ? { set: choice.set } : {}),
    at: { tick: playback.tick, phase: playback.phase, u: playback.u },
    speed: playback.speed,
    language: settings.language,
    ...(settings.theme === 'dark' ? {} : { theme: settings.theme }),
    ...(settings.names === 'real' ? {} : { names: settings.names }),
    ...(settings.renderer === 'auto' ? {} : { renderer: settings.renderer }),
    ...(selected === null ? {} : { focus: selected }),
    ...(panel === null ? {} : { panel }),
    ...(state.compareWith === null ? {} : { compare: state.compareWith }),
    ...(state.presenting ? { present: true } : {}),
    ...(state.minimal ? { minimal: true } : {}),
  };
}

