/** The commands of a lesson: step on and back, answer, count hands, end; and the way of the page to where each step stands. */
import { viewOf } from '../lesson/anchor.ts';
import { answer, back, begin, countHands, currentStep, forward, hasVoted, type Progress } from '../lesson/progress.ts';
import { START, type Playback } from '../playback/cursor.ts';
import { canStand, choiceFor, isAsking, lessonTick, sameChoice, STORY_REST, type PageBefore, type Teaching } from './lesson.ts';
import type { Session } from './session-commands.ts';
import { hasParty } from './shown-run.ts';
import type { Decided, SessionState } from './state.ts';
import type { Store } from './store.ts';

/** What a command may do to the state: replace parts of it, and decide what is undone as one step. */
export interface Desk {
  readonly store: Store<SessionState>;
  patch(change: Partial<SessionState>): void;
  decideOn(change: Partial<Decided>): void;
}

export interface LessonWalk {
  readonly commands: Pick<Session, 'teach' | 'turn' | 'pressOn' | 'answer' | 'counting' | 'countHands' | 'endLesson'>;
  /** Goes to the lesson's place once its history is on the page. */
  settle(): void;
  /** Time passes in a story. */
  tell(teaching: Teaching, playback: Playback, seconds: number): void;
}

export function lessonWalk({ store, patch, decideOn }: Desk): LessonWalk {
  return {
    commands: {
      teach(lesson, step = 0) {
        const { teaching } = store.get();
        const before = teaching?.before ?? pageNow(store.get());
        patch({ story: 'over', panel: null, inspecting: false, following: null, compareWith: null, split: false, against: null, teaching: { progress: begin(lesson, step), before, placed: false, stale: null, reached: 0, urged: false, rested: 0 } });
        arrive();
      },
      turn(by) {
        const { teaching } = store.get();
        // what the reader has not seen yet is not passed over
        if (teaching === null || (by === 1 && !teaching.placed)) return;
        go(by === 1 ? forward(teaching.progress) : back(teaching.progress));
      },
      pressOn() {
        const { teaching, playback } = store.get();
        if (teaching === null || !teaching.placed) return;
        if (teaching.progress.stage !== 'ask' || teaching.progress.done || teaching.urged || hasVoted(teaching.progress)) return go(forward(teaching.progress));
        // a story that still tells of its month comes to its question
        if (!isAsking(teaching, playback)) return patch({ playback: { ...playback, u: 1, moving: 'still' } });
        patch({ teaching: { ...teaching, urged: true } });
      },
      answer(option) {
        const { teaching, playback } = store.get();
        if (teaching !== null && isAsking(teaching, playback)) go(answer(teaching.progress, option));
      },
      counting(on) {
        const { teaching } = store.get();
        if (teaching !== null) patch({ teaching: { ...teaching, progress: { ...teaching.progress, counting: on } } });
      },
      countHands(option, by) {
        const { teaching } = store.get();
        if (teaching !== null) patch({ teaching: { ...teaching, progress: countHands(teaching.progress, option, by) } });
      },
      endLesson(keep = false) {
        const { teaching, decided, playback } = store.get();
        if (teaching === null) return;
        patch({ teaching: null, playback: { ...playback, moving: 'still', u: 1 } });
        if (keep) return;
        const { decided: present, place, offered, ...page } = teaching.before;
        const here = sameChoice(present.choice, decided.present.choice);
        // of another history the place is found when its months are there
        patch({ ...page, story: offered ? 'offered' : 'over', ...(here ? { playback: { ...playback, ...place, moving: 'still' } } : { resume: place }) });
        if (!here || present.whatIf !== decided.present.whatIf) decideOn(present);
      },
    },
    settle,
    tell,
  };

  /** The lesson is at another stage: another moment, or another history. */
  function go(progress: Progress): void {
    const { teaching } = store.get();
    if (teaching === null || progress === teaching.progress) return;
    const [from, to] = [teaching.progress, progress].map((each) => viewOf(currentStep(each), each.stage)) as [ReturnType<typeof viewOf>, ReturnType<typeof viewOf>];
    patch({ teaching: { ...teaching, progress, urged: false, rested: 0 } });
    if (from.at !== to.at || from.focus !== to.focus || from.set !== to.set || progress.step !== teaching.progress.step) arrive();
  }

  /** Brings the history of the lesson's stage on the page, and goes to its place when it is there. */
  function arrive(): void {
    const { teaching, decided } = store.get();
    if (teaching === null) return;
    const wanted = choiceFor(teaching.progress);
    const here = sameChoice(wanted, decided.present.choice);
    patch({ panel: null, teaching: { ...teaching, placed: false, stale: here ? teaching.stale : store.get().run } });
    if (!here) decideOn({ choice: wanted, bookmarks: [], whatIf: null });
    // a lesson is held against the history as it was
    else if (decided.present.whatIf !== null) decideOn({ whatIf: null });
    settle();
  }

  function settle(): void {
    const state = store.get();
    const { teaching, run, playback } = state;
    if (teaching === null || teaching.placed || run === null || run === teaching.stale || !canStand(teaching.progress, run)) return;
    const tick = lessonTick(teaching.progress, run);
    const { focus } = viewOf(currentStep(teaching.progress), teaching.progress.stage);
    // going back, to where one is, and while later months still come, shows the month at rest
    const moving = teaching.progress.lesson.kind === 'story' && (teaching.progress.stage === 'say' || teaching.progress.stage === 'ask') ? 'playing' : 'stepping';
    const told = !run.facts.settled || (tick === playback.tick && playback.u >= 1 && teaching.reached >= tick && teaching.stale === null);
    patch({
      showing: 'run',
      selected: focus === null || !hasParty(run, focus) ? null : { kind: 'actor', id: focus },
      teaching: { ...teaching, placed: true, stale: null, reached: tick, rested: 0 },
      playback: { ...playback, tick, phase: null, fresh: false, speed: START.speed, ...(told && moving === 'stepping' ? { u: 1, moving: 'still' } : { u: 0, moving }) },
    });
  }

  /** A story tells each of its months in its own time, rests, and goes on by itself until it asks. */
  function tell(teaching: Teaching, playback: Playback, seconds: number): void {
    const step = currentStep(teaching.progress);
    if (playback.u < 1) {
      const u = Math.min(1, playback.u + seconds / (step.seconds ?? 4));
      return patch({ playback: { ...playback, u, ...(u >= 1 && teaching.progress.stage === 'ask' ? { moving: 'still' } : {}) } });
    }
    const rested = teaching.rested + seconds;
    if (rested < STORY_REST) return patch({ teaching: { ...teaching, rested } });
    go(forward(teaching.progress));
  }
}

function pageNow({ decided, playback: { tick, phase, u }, panel, selected, following, compareWith, split, story }: SessionState): PageBefore {
  return { decided: decided.present, place: { tick, phase, u }, panel, selected, following, compareWith, split, offered: story === 'offered' };
}
