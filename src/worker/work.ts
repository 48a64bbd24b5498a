/**
 * What is done off the main thread, as plain functions: simulating a run month by month, and reading a recording. On a
 * page without workers the same functions run between two pictures.
 */
import type { Header } from '../model/frame.ts';
import { outlineOf, type Outline, type OutlinedMonth } from '../playback/outline.ts';
import { summarise } from '../playback/summary.ts';
import { walk } from '../recording/load.ts';
import { MEMORY_CAP } from '../recording/format.ts';
import { openRecording, type Searching } from '../recording/read.ts';
import type { Source } from '../recording/source.ts';
import type { FileBody, OpeningListener } from '../session/ports.ts';
import { sent, type SentFrame, type SimulationListener, type SimulationRequest } from '../session/simulate.ts';
import type { MonthSummary } from '../playback/summary.ts';
import { sha256 } from './sha256.ts';

/** How work lets go: `pause` gives way to whatever else waits; both are false when the work is no longer wanted. */
export interface Breath {
  wanted(): boolean;
  pause(): Promise<boolean>;
}

/** Messages are let in after this many milliseconds of work. */
const MOUTHFUL_MS = 120;
/** Months are handed over after so many; the first at once, so that there is something to see. Each time the page draws its timeline anew. */
const HANDFUL_MS = 480;

export async function simulate({ outlined = false, ...request }: SimulationRequest, listener: SimulationListener, breath: Breath): Promise<void> {
  let batch: SentFrame[] = [];
  try {
    const { startOutline, startRun } = await import('./engine.ts');
    const run = startRun(request, { sha256 });
    listener.header(run.header);
    if (run.shared.length > 0) listener.shared?.(run.shared);
    let began = performance.now();
    let handed = began;
    for (let frame = run.next(); frame !== null; frame = run.next()) {
      batch.push(sent(frame));
      if (frame.tick > 0 && performance.now() - began < MOUTHFUL_MS) continue;
      if (frame.tick === 0 || performance.now() - handed >= HANDFUL_MS) {
        listener.months(batch);
        batch = [];
        handed = performance.now();
      }
      if (!(await breath.pause())) return;
      began = performance.now();
      if (frame.tick > 0 || !outlined) continue;
      const outline = await runThrough(run.header, startOutline(request), breath);
      if (outline === null) return;
      listener.outline?.(outline);
      began = handed = performance.now();
    }
    if (batch.length > 0) listener.months(batch);
    listener.finished();
  } catch (error) {
    // the months before are whole
    if (batch.length > 0) listener.months(batch);
    listener.failed(error instanceof Error ? error.message : String(error));
  }
}

/** The outline of a history, of one that the rules break off as far as they came: recording it says where and why. Null when it is no longer wanted. */
async function runThrough(header: Header, run: { next(): OutlinedMonth | null }, breath: Breath): Promise<Outline | null> {
  const months: OutlinedMonth[] = [];
  let began = performance.now();
  const next = (): OutlinedMonth | null => {
    try {
      return run.next();
    } catch {
      return null;
    }
  };
  for (let month = next(); month !== null; month = next()) {
    months.push(month);
    if (performance.now() - began < MOUTHFUL_MS) continue;
    if (!(await breath.pause())) return null;
    began = performance.now();
  }
  return outlineOf(header, months);
}

/** A blob is a snapshot: where the file behind it changes, it can no longer be read. */
export function blobSource(blob: FileBody): Source {
  return {
    size: blob.size,
    settled: true,
    read: async (offset, length) => new Uint8Array(await blob.slice(offset, offset + length).arrayBuffer()),
  };
}

export async function readRecording(blob: FileBody, listener: OpeningListener, breath: Breath): Promise<void> {
  let began = performance.now();
  const progress: Searching = async (months, horizon) => {
    if (months > 1 && performance.now() - began < MOUTHFUL_MS) return 'go on';
    listener.searched(months, horizon);
    const wanted = await breath.pause();
    began = performance.now();
    return wanted ? 'go on' : 'stop';
  };
  const opened = await openRecording(blobSource(blob), { sha256, progress });
  if (!breath.wanted()) return;
  if (!opened.ok) return listener.failed(opened.problem);
  const { recording } = opened;
  listener.header(recording.header);
  let frames: SentFrame[] = [];
  let summaries: MonthSummary[] = [];
  let taken = 0;
  let ticks = 0;
  began = performance.now();
  const hand = (): void => {
    listener.months(frames, summaries);
    frames = [];
    summaries = [];
    began = performance.now();
  };
  const problem = await walk(recording, (frame, unpacked) => {
    taken += unpacked;
    ticks = frame.tick + 1;
    if (taken <= MEMORY_CAP) frames.push(sent(frame));
    summaries.push(summarise(frame));
    if (performance.now() - began >= MOUTHFUL_MS) hand();
    return breath.wanted() ? 'go on' : 'stop';
  });
  if (!(await breath.pause())) return;
  hand();
  const digest = ticks === recording.ticks ? recording.digest : (recording.members[ticks]?.digest ?? recording.digest);
  listener.done({ digest, ticks, notes: recording.notes, problem, windowed: taken > MEMORY_CAP, checked: recording.checked().slice(0, ticks) });
}
