/**
 * Every command the page takes. Pure: simulating, files and storage come in as functions; the clock comes in as
 * `advance`. The state is replaced, never edited; a run that grows is told of by `months`.
 */
import { reduce, START, type Playback } from '../playback/cursor.ts';
import { amend, decide, redo, undo } from './undo.ts';
import { toggleBookmark } from './bookmarks.ts';
import { sameRun } from './choice.ts';
import { isAsking, maskOf, seenFacts } from './lesson.ts';
import { lessonWalk } from './lesson-walk.ts';
import { linkOf } from './link-of.ts';
import type { Message } from './notice.ts';
import { sameSelection } from './selection.ts';
import type { Session } from './session-commands.ts';
import { hasParty, type ShownRun } from './shown-run.ts';
import { NO_SUBJECT, openingState, shownRun, type Decided, type SessionStart, type SessionState } from './state.ts';
import { createStore } from './store.ts';
import { subjectOf, withChange, withoutChange } from './what-if.ts';
import { storyOf, type Story } from './story.ts';

/** Notices of which the newest says all: the end of a trouble that of its beginning, a file that of the file before it. */
const SAME: readonly (readonly Message['key'][])[] = [['stageGone', 'stageRestarted'], ['recording', 'scenario', 'fileTooLarge']];

export function createSession(start: SessionStart = {}): Session {
  const store = createStore<SessionState>(openingState(start));
  let noticeId = 0;
  /** The parameter whose slider is being dragged. */
  let dragged: string | null = null;
  const patch = (change: Partial<SessionState>): void => store.set({ ...store.get(), ...change });
  const decideOn = (change: Partial<Decided>): void => {
    const { decided } = store.get();
    patch({ decided: decide(decided, { ...decided.present, ...change }) });
  };
  const walk = lessonWalk({ store, patch, decideOn });
  const shown = (): ShownRun | null => shownRun(store.get());

  let telling: { readonly run: ShownRun; readonly story: Story } | null = null;
  const storyFor = (run: ShownRun): Story => {
    if (telling?.run !== run) telling = { run, story: storyOf(run.source.outline?.marks ?? run.timeline.marks, run.source.outline?.months ?? run.source.length) };
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
      // while a question is open, what came of it does not exist
      const mask = state.teaching?.progress.stage === 'ask' ? maskOf(state.teaching, state.playback) : null;
      const playback = reduce(state.playback, command, seenFacts(run.facts, mask));
      if (playback === state.playback) return;
      // pausing keeps the story; going elsewhere, or at another pace, ends it
      const keeps = command.type === 'pause' || command.type === 'play' || command.type === 'toggle' || command.type === 'skipQuiet';
      const story = state.story === 'told' && keeps ? 'told' : state.story === 'offered' && (command.type === 'speed' || command.type === 'skipQuiet') ? 'offered' : 'over';
      const { teaching } = state;
      // who goes elsewhere in the middle of a story goes on alone
      const leaves = teaching !== null && teaching.progress.lesson.kind === 'story' && !keeps && command.type !== 'speed' && !isAsking(teaching, state.playback) && (teaching.progress.stage === 'say' || teaching.progress.stage === 'ask');
      patch({ playback, story, ...(leaves ? { teaching: null } : teaching === null ? {} : { teaching: { ...teaching, reached: Math.max(teaching.reached, playback.tick) } }) });
    },
    configure(settings) {
      patch({ settings: { ...store.get().settings, ...settings } });
    },
    select(selected) {
      if (!sameSelection(selected, store.get().selected)) patch({ selected });
    },
    show(panel) {
      // what was asked about is asked anew by whoever opens a panel for itself
      if (panel !== store.get().panel) patch(panel === null ? { panel } : { panel, subject: NO_SUBJECT });
    },
    ask(panel, subject) {
      patch({ panel, subject: { ...NO_SUBJECT, ...subject }, ...(subject.flow === undefined ? {} : { following: subject.flow }) });
    },
    follow(following) {
      if (following !== store.get().following) patch({ following });
    },
    compare(compareWith) {
      if (compareWith !== store.get().compareWith) patch({ compareWith, against: null });
    },
    putAgainst(against) {
      patch({ against });
    },
    split(on) {
      patch({ split: on, ...(on ? { panel: null, inspecting: false } : {}) });
    },
    align(alignOn) {
      if (alignOn !== store.get().alignOn) patch({ alignOn });
    },
    bookmark() {
      const { decided, playback } = store.get();
      decideOn({ bookmarks: toggleBookmark(decided.present.bookmarks, playback.tick) });
    },
    bring(bookmarks) {
      const { decided } = store.get();
      if (bookmarks.length > 0) patch({ decided: { ...decided, present: { ...decided.present, bookmarks } } });
    },
    undo() {
      const { decided } = store.get();
      patch({ decided: undo(decided), awaited: 'branch' });
    },
    redo() {
      const { decided } = store.get();
      patch({ decided: redo(decided), awaited: 'branch' });
    },
    choose(choice, bookmarks) {
      const { present } = store.get().decided;
      const next = { ...present.choice, ...choice };
      // where a lesson would have given back another history is nothing to this one
      if (store.get().resume !== null) patch({ resume: null });
      // marks belong to a run; another seed or parameter leaves the months comparable
      decideOn({ choice: next, bookmarks: bookmarks ?? (sameRun(present.choice, next) ? present.bookmarks : []), whatIf: null });
    },
    move(parameter, value, dragging = false) {
      const { decided } = store.get();
      const { choice } = decided.present;
      const set = Object.fromEntries(Object.entries({ ...choice.set, [parameter]: value }).filter((entry): entry is [string, number] => entry[1] !== null));
      const present = { ...decided.present, choice: { ...choice, set }, whatIf: null };
      patch({ decided: dragged === parameter ? amend(decided, present) : decide(decided, present) });
      dragged = dragging ? parameter : null;
    },
    suppose(change, dragging = false) {
      const { decided, playback, showing, branch } = store.get();
      const { whatIf } = decided.present;
      // told as it was, the history is forked anew; within a what-if, and while one is on its way, it gets one change more
      const within = whatIf !== null && (showing === 'branch' || branch === null) ? whatIf : [];
      const present = { ...decided.present, whatIf: withChange(within, { tick: playback.tick, change }) };
      const name = `${change.kind} ${subjectOf(change)}`;
      patch({ decided: dragged === name ? amend(decided, present) : decide(decided, present), awaited: 'branch' });
      dragged = dragging ? name : null;
    },
    dropChange(change) {
      const { whatIf } = store.get().decided.present;
      if (whatIf !== null) decideOn({ whatIf: change === null ? null : withoutChange(whatIf, change) });
    },
    present(on) {
      patch({ presenting: on });
    },
    inspect(on) {
      patch({ inspecting: on });
    },
    ...walk.commands,
    tell(run) {
      const { playback } = store.get();
      patch({ story: 'told', panel: null, selected: null, following: null, inspecting: false, playback: { ...playback, ...START_OF_STORY } });
      if (run !== undefined) decideOn({ choice: { ...store.get().decided.present.choice, run, set: {} }, bookmarks: [], whatIf: null });
    },
    say(message, action = null) {
      noticeId += 1;
      // a second notice of the same kind takes the place of the first
      const stale = SAME.find((keys) => keys.includes(message.key)) ?? [message.key];
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
        // an event or a payment of another history is another one; only the address may name one of a history to come
        subject: state.run === null ? state.subject : NO_SUBJECT,
        following: state.run === null ? state.following : null,
        months: run.source.length,
        finished: run.source.finished,
        playback: { ...START, speed, skipQuiet, ...(state.story === 'told' ? START_OF_STORY : (state.resume ?? at)) },
        resume: null,
        selected: state.selected !== null && state.selected.kind === 'actor' && !hasParty(run, state.selected.id) ? null : state.selected,
      });
      walk.settle();
    },
    putBranch(branch) {
      patch({ branch, showing: branch === null ? 'run' : store.get().showing });
      grew();
    },
    showing(which) {
      const state = store.get();
      if (which === state.showing || (which === 'branch' && state.branch === null)) return;
      patch({ showing: which, awaited: which });
      grew();
    },
    grew,
    working(work) {
      patch({ work });
    },
    link: () => linkOf(store.get()),
  };

  /** Time passes. The scales of the picture come from the whole history: until its outline is known time stands still. */
  function advance(run: ShownRun, seconds: number): void {
    if (!run.facts.settled) return;
    const state = store.get();
    const { teaching } = state;
    if (teaching !== null && !teaching.placed) return;
    if (teaching !== null && teaching.progress.lesson.kind === 'story' && state.playback.moving === 'playing' && (teaching.progress.stage === 'say' || teaching.progress.stage === 'ask')) return walk.tell(teaching, state.playback, seconds);
    if (state.story !== 'told') {
      const facts = seenFacts(run.facts, teaching?.progress.stage === 'ask' ? maskOf(teaching, state.playback) : null);
      const playback = reduce(state.playback, { type: 'advance', seconds }, facts);
      if (playback !== state.playback) patch({ playback, ...(teaching !== null && playback.tick > teaching.reached ? { teaching: { ...teaching, reached: playback.tick } } : {}) });
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
    walk.settle();
  }
}
