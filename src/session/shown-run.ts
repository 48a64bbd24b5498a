/** A history on the page: its months as far as they have come, its timeline, and where it is from. */
import type { Frame } from '../model/frame.ts';
import type { Hex } from '../model/units.ts';
import type { RunFacts } from '../playback/cursor.ts';
import { growingSource, type FrameSource, type GrowingSource } from '../playback/source.ts';
import { timelineOf, type Timeline } from '../playback/summary.ts';
import type { Header } from '../model/frame.ts';
import { received, type SentFrame } from './simulate.ts';

export type Origin =
  | { readonly kind: 'simulated' }
  /** A recording that was opened; `digest` names the file where the page keeps it. */
  | { readonly kind: 'file'; readonly name: string; readonly digest: Hex | null; readonly title?: string; readonly author?: string };

export interface ShownRun {
  readonly origin: Origin;
  readonly source: FrameSource;
  readonly timeline: Timeline;
  readonly facts: RunFacts;
}

export interface GrowingRun extends ShownRun {
  readonly source: GrowingSource;
  push(frame: Frame): void;
}

export function growingRun(header: Header, origin: Origin): GrowingRun {
  const source = growingSource(header);
  const timeline = timelineOf([]);
  return {
    origin,
    source,
    timeline,
    facts: factsOf(source, timeline),
    push(frame) {
      source.push(frame);
      timeline.add(frame);
    },
  };
}

/** Adds months that were simulated elsewhere. */
export function pushSent(run: GrowingRun, frames: readonly SentFrame[]): void {
  for (const frame of frames) {
    const { length } = run.source;
    const before = length === 0 ? run.source.header.opening : run.source.peek(length - 1)!.state;
    run.push(received(before, frame));
  }
}

/** A run read through a window: every month has been seen once for the timeline, few are kept. */
export function windowedRun(source: FrameSource, timeline: Timeline, origin: Origin): ShownRun {
  return { origin, source, timeline, facts: factsOf(source, timeline) };
}

function factsOf(source: FrameSource, timeline: Timeline): RunFacts {
  return {
    get length() {
      return source.length;
    },
    get finished() {
      return source.finished;
    },
    get settled() {
      return source.finished || (source.outline ?? null) !== null;
    },
    beats: (tick) => timeline.months[tick]?.beats.length ?? 0,
    marks: timeline.marks,
  };
}

export function hasParty(run: ShownRun, party: string): boolean {
  return run.source.header.scenario.parties.some((each) => each.id === party);
}
