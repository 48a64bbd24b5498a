/**
 * A lesson on the page: where it stands, on which history, and what of that history may be seen. The run of a lesson is
 * its own; what the reader looked at before comes back when it ends.
 */
import { isThere, markAt, placeIn, viewOf } from '../lesson/anchor.ts';
import { eventIn } from '../lesson/fill.ts';
import { back, currentStep, isMasking, type Progress } from '../lesson/progress.ts';
import { spokenLanes } from '../lesson/spoken-lanes.ts';
import type { Tick } from '../model/units.ts';
import type { Playback, RunFacts } from '../playback/cursor.ts';
import type { SpokenLane } from '../playback/lane-book.ts';
import { untoldEvents } from '../playback/untold.ts';
import type { Bookmark } from './bookmarks.ts';
import type { Choice } from './choice.ts';
import type { Place } from './link.ts';
import type { Panel } from './panel.ts';
import type { Selection } from './selection.ts';
import type { ShownRun } from './shown-run.ts';
import type { WhatIf } from './what-if.ts';

/** What a lesson takes the place of. */
export interface PageBefore {
  readonly decided: { readonly choice: Choice; readonly bookmarks: readonly Bookmark[]; readonly whatIf: WhatIf | null };
  readonly place: Place;
  readonly panel: Panel | null;
  readonly selected: Selection | null;
  readonly following: string | null;
  readonly compareWith: string | null;
  readonly split: boolean;
  /** Whether the story was on offer. */
  readonly offered: boolean;
}

export interface Teaching {
  readonly progress: Progress;
  /** What was on the page before, and comes back. */
  readonly before: PageBefore;
  /** Whether the page stands where the step wants it; until then its history is still being made. */
  readonly placed: boolean;
  /** A history on the page that is not the one waited for. */
  readonly stale: ShownRun | null;
  /** The farthest month of the history that has been seen. */
  readonly reached: Tick;
  /** Somebody pressed on at an open question: what to do is said, and who presses on again goes on without choosing. */
  readonly urged: boolean;
  /** Seconds a story has rested at the end of a month. */
  readonly rested: number;
}

/** Seconds between two months of a story. */
export const STORY_REST = 0.7;

/** The choice that shows the history of a lesson's stage. */
export function choiceFor({ lesson, stage, ...progress }: Progress): Choice {
  return { run: { kind: 'scenario', id: lesson.scenario }, seed: lesson.seed, set: viewOf(currentStep({ lesson, stage, ...progress }), stage).set };
}

export function sameChoice(a: Choice, b: Choice): boolean {
  const [left, right] = [Object.entries(a.set), Object.entries(b.set)];
  const sameSet = left.length === right.length && left.every(([name, value]) => b.set[name] === value);
  return a.run.kind === 'scenario' && b.run.kind === 'scenario' && a.run.id === b.run.id && a.seed === b.seed && sameSet;
}

/** The month the lesson stands at. */
export function lessonTick(progress: Progress, run: ShownRun): Tick {
  return placeIn(viewOf(currentStep(progress), progress.stage).at, run.timeline.marks, run.source.length);
}

/** Whether the lesson can stand where its stage wants it. A story plays by itself, and time passes only in a whole history, or in one whose outline is known. */
export function canStand(progress: Progress, { facts, timeline, source }: ShownRun): boolean {
  return facts.finished || ((facts.settled || progress.lesson.kind === 'lesson') && isThere(viewOf(currentStep(progress), progress.stage).at, timeline.marks, source.length));
}

/**
 * What a story may say when `told` phases of its month have been shown: a step that tells of an event waits until the
 * picture has come to it; until then the step before it stands, so that there is time to read it. The first never waits.
 */
export function spokenAt(progress: Progress, run: ShownRun, told: number): Progress {
  const { lesson, step, stage } = progress;
  if (lesson.kind !== 'story' || step === 0 || (stage !== 'say' && stage !== 'ask')) return progress;
  const frame = run.source.peek(lessonTick(progress, run));
  const mark = markAt(currentStep(progress).at, run.timeline.marks);
  if (frame === undefined || mark === null || !untoldEvents(frame, told).has(mark.id)) return progress;
  return back(progress);
}

/** The lanes of a month that the lesson is speaking of; none in a month that is not the step's. */
export function spokenLanesAt({ progress, placed }: Teaching, run: ShownRun, tick: Tick): SpokenLane[] {
  const frame = run.source.peek(tick);
  if (!placed || frame === undefined || tick !== lessonTick(progress, run)) return [];
  const view = viewOf(currentStep(progress), progress.stage);
  return spokenLanes(view, eventIn(frame, markAt(view.at, run.timeline.marks)?.id ?? null), frame);
}

/** A question is open: it is answered before anything else goes on. A story asks when its month has been told. */
export function isAsking(teaching: Teaching | null, playback: Playback): boolean {
  if (teaching === null || !teaching.placed || teaching.progress.done || teaching.progress.stage !== 'ask') return false;
  return teaching.progress.lesson.kind === 'lesson' || playback.u >= 1;
}

/** The last month that may be seen; null when all may. */
export function maskOf(teaching: Teaching | null, playback: Playback): Tick | null {
  if (teaching === null || !isMasking(teaching.progress)) return null;
  if (!teaching.placed) return playback.tick;
  return teaching.progress.stage === 'ask' ? teaching.reached : Math.max(teaching.reached, playback.tick);
}

/** The run as far as it may be seen. */
export function seenFacts(facts: RunFacts, mask: Tick | null): RunFacts {
  if (mask === null) return facts;
  return {
    length: Math.min(facts.length, mask + 1),
    finished: facts.finished,
    settled: facts.settled,
    beats: (tick) => facts.beats(tick),
    get marks() {
      return facts.marks.filter((mark) => mark.tick <= mask);
    },
  };
}
