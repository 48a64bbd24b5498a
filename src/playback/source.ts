/**
 * What the page reads: months of a run, at hand or to be loaded. A live run is one that is still growing; a long
 * recording is read through a window; both look the same.
 */
import type { Frame, Header, Run } from '../model/frame.ts';
import type { Tick } from '../model/units.ts';
import type { Outline } from './outline.ts';
import { MEMORY_CAP } from '../recording/format.ts';
import type { FrameRead, Recording } from '../recording/read.ts';

export interface FrameSource {
  readonly header: Header;
  /** Months there are now. */
  readonly length: number;
  /** No more will come. */
  readonly finished: boolean;
  /** Of a run whose months are still being made: what is known of the whole. */
  readonly outline?: Outline | null;
  /** The month, if it is in memory now. */
  peek(tick: Tick): Frame | undefined;
  /** The month, read if need be. */
  load(tick: Tick): Promise<FrameRead>;
}

/** A run in memory, complete. */
export function runSource(run: Run): FrameSource {
  const source = growingSource(run.header);
  for (const frame of run.frames) source.push(frame);
  source.finish();
  return source;
}

export interface GrowingSource extends FrameSource {
  readonly run: Run;
  /** Adds the next month. */
  push(frame: Frame): void;
  foresee(outline: Outline): void;
  finish(): void;
}

/** A run that is still being simulated or read. */
export function growingSource(header: Header): GrowingSource {
  const frames: Frame[] = [];
  let finished = false;
  let outline: Outline | null = null;
  const at = (tick: Tick): Frame => {
    const frame = frames[tick];
    if (frame === undefined) throw new Error(`tick ${tick} of a run of ${frames.length}`);
    return frame;
  };
  return {
    header,
    run: { header, frames },
    get length() {
      return frames.length;
    },
    get finished() {
      return finished;
    },
    get outline() {
      return outline;
    },
    peek: (tick) => frames[tick],
    load: async (tick) => Promise.resolve({ ok: true, frame: at(tick), unpacked: 0 }),
    push(frame) {
      if (frame.tick !== frames.length) throw new Error(`tick ${frames.length} comes next, got ${frame.tick}`);
      frames.push(frame);
    },
    foresee(whole) {
      outline = whole;
    },
    finish() {
      finished = true;
    },
  };
}

/** A recording of any length, of which no more than `limit` unpacked bytes are kept, the latest used. */
export function recordingSource(recording: Recording, limit = MEMORY_CAP / 2): FrameSource {
  const kept = new Map<Tick, { readonly frame: Frame; readonly unpacked: number }>();
  const pending = new Map<Tick, Promise<FrameRead>>();
  let held = 0;
  const keep = (tick: Tick, frame: Frame, unpacked: number): void => {
    kept.set(tick, { frame, unpacked });
    held += unpacked;
    for (const [oldest, entry] of kept) {
      if (held <= limit || oldest === tick) break;
      kept.delete(oldest);
      held -= entry.unpacked;
    }
  };
  const peek = (tick: Tick): Frame | undefined => {
    const entry = kept.get(tick);
    if (entry === undefined) return undefined;
    kept.delete(tick);
    kept.set(tick, entry); // now the latest used
    return entry.frame;
  };
  const load = async (tick: Tick): Promise<FrameRead> => {
    const frame = peek(tick);
    if (frame !== undefined) return { ok: true, frame, unpacked: kept.get(tick)!.unpacked };
    const waiting = pending.get(tick);
    if (waiting !== undefined) return waiting;
    const reading = recording.frame(tick).then((read) => {
      if (read.ok) keep(tick, read.frame, read.unpacked);
      return read;
    });
    pending.set(tick, reading);
    try {
      return await reading;
    } finally {
      pending.delete(tick);
    }
  };
  return { header: recording.header, length: recording.ticks, finished: true, peek, load };
}
