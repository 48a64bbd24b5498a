/**
 * Simulating into a file, month by month. The file grows under its `.part` name, so that whatever ends the program
 * (Ctrl-C, a full disk, a power cut) leaves either all of it under the final name or whole months to go on from.
 */
import { existsSync } from 'node:fs';
import { createDigester } from '../model/digest.ts';
import type { Frame, Header } from '../model/frame.ts';
import { openRecording } from '../recording/read.ts';
import { findResumePoint, resumeRecording, type ResumePoint } from '../recording/resume.ts';
import { RecordingError, RecordingWriter, type RecordingSummary } from '../recording/write.ts';
import type { Months } from './engine.ts';
import { Failed, systemCode } from './failed.ts';
import { FileSink, openSource, partOf } from './files.ts';
import { interruption } from './interruption.ts';
import { sha256 } from './sha256.ts';
import type { Terminal } from './terminal.ts';

export interface RecordOptions {
  /** Final name, as `checkedOutput` gave it; null simulates without recording. */
  readonly out: string | null;
  /** The name as it was typed, for messages. */
  readonly shown: string;
  readonly resume: boolean;
  readonly force: boolean;
  /** Called with every month, those repeated for a resumed recording included. */
  readonly visit?: (frame: Frame) => void;
}

export interface Recorded {
  readonly ticks: number;
  /** Null without a file. */
  readonly bytes: number | null;
  readonly digest: string;
  /** First tick that was not in the file before; 0 for a new one, null when it was complete already. */
  readonly from: number | null;
}

/** @throws Failed in words for everything that can happen to a file, and when somebody interrupts. */
export async function record(terminal: Terminal, months: Months, options: RecordOptions): Promise<Recorded> {
  if (options.out === null) return simulate(terminal, months, options);
  if (!options.force && existsSync(options.out)) await mustBeOurs(months.header, options.out, options.shown);
  const part = partOf(options.out);
  const shownPart = partOf(options.shown);
  if (existsSync(part)) {
    if (!options.resume && !options.force) throw new Failed({ key: 'cli.unfinished', part: shownPart });
    const point = options.force ? null : await resumePoint(part, shownPart);
    if (point !== null) return goOn(terminal, months, point, options.out, options);
  } else if (options.resume && existsSync(options.out)) {
    const complete = await completeBefore(months.header, options.out);
    if (complete !== null) return { ...complete, from: null };
  }
  const sink = await created(options.out, options.shown);
  return grow(terminal, months, { sink, begin: () => RecordingWriter.start(sink, months.header, sha256), from: 0 }, options);
}

/** Where an unfinished file can go on; null when not even its header is whole, so that there is nothing to lose. */
async function resumePoint(part: string, shown: string): Promise<ResumePoint | null> {
  const source = await openSource(part);
  try {
    const found = await findResumePoint(source, sha256);
    if (found.ok) return found.point;
    if (found.problem.key === 'recording.empty' || found.problem.key === 'recording.headerTorn') return null;
    if (found.problem.key === 'recording.unreadable') throw new Failed({ key: 'cli.unreadable', path: shown, code: 'EIO' });
    throw new Failed(found.problem);
  } finally {
    await source.close();
  }
}

async function completeBefore(header: Header, path: string): Promise<Omit<Recorded, 'from'> | null> {
  const source = await openSource(path);
  try {
    const opened = await openRecording(source, { sha256 });
    if (!opened.ok) return null;
    const { recording } = opened;
    if (recording.problem !== null || recording.ticks < header.horizon || difference(header, recording.header) !== null) return null;
    return { ticks: recording.ticks, bytes: source.size, digest: recording.digest };
  } finally {
    await source.close();
  }
}

/** The same history may be recorded again; anything else under the name stays. */
async function mustBeOurs(header: Header, path: string, shown: string): Promise<void> {
  if ((await completeBefore(header, path)) !== null) return;
  const source = await openSource(path);
  try {
    const opened = await openRecording(source, { sha256 });
    const held = opened.ok ? { scenario: opened.recording.header.scenario.id, seed: opened.recording.header.seed } : null;
    throw new Failed({ key: 'cli.inTheWay', path: shown, recording: held });
  } finally {
    await source.close();
  }
}

/** Repeats what the file holds, sees that it comes out the same, and appends what follows. */
async function goOn(terminal: Terminal, months: Months, point: ResumePoint, out: string, options: RecordOptions): Promise<Recorded> {
  const differs = difference(months.header, point.header);
  if (differs !== null) throw new Failed({ key: 'cli.otherRun', part: partOf(options.shown), differs });
  const progress = terminal.progress('repeating', point.ticks);
  for (let tick = 0; tick < point.ticks; tick++) {
    const frame = months.next();
    if (frame === null || (tick === point.ticks - 1 && frame.digest !== point.digest)) {
      progress.stop();
      throw new Failed({ key: 'recording.diverged', tick, recorded: point.digest, here: frame?.digest ?? '' });
    }
    options.visit?.(frame);
    progress.at(tick + 1);
  }
  progress.stop();
  const sink = await FileSink.append(out, point.written.bytes);
  return grow(terminal, months, { sink, begin: () => Promise.resolve(resumeRecording(sink, point, sha256)), from: point.ticks }, options);
}

/** What makes two runs different ones; null when they are the same. */
function difference(a: Header, b: Header): Extract<Failed['problem'], { key: 'cli.otherRun' }>['differs'] | null {
  const digester = createDigester(sha256);
  if (a.model !== b.model) return 'model';
  if (a.seed !== b.seed) return 'seed';
  if (a.horizon !== b.horizon) return 'months';
  if (a.scenarioDigest !== b.scenarioDigest) return 'scenario';
  return digester.header(a) === digester.header(b) ? null : 'changes';
}

async function created(out: string, shown: string): Promise<FileSink> {
  try {
    return await FileSink.create(out);
  } catch (error) {
    const code = systemCode(error);
    if (code === null) throw error;
    throw new Failed({ key: 'cli.notWritable', path: partOf(shown), code });
  }
}

interface Growing {
  readonly sink: FileSink;
  readonly begin: () => Promise<RecordingWriter>;
  readonly from: number;
}

async function grow(terminal: Terminal, months: Months, { sink, begin, from }: Growing, options: RecordOptions): Promise<Recorded> {
  const { horizon } = months.header;
  const progress = terminal.progress('simulating', horizon - from);
  const stop = interruption();
  let ticks = from;
  const keep = async (): Promise<string | null> => {
    if (ticks === 0) await sink.abort();
    else await sink.keep();
    return ticks === 0 ? null : partOf(options.shown);
  };
  let summary: RecordingSummary;
  try {
    const writer = await begin();
    for (let frame = months.next(); frame !== null; frame = months.next()) {
      await writer.append(frame, months.text?.(frame));
      ticks = frame.tick + 1;
      options.visit?.(frame);
      progress.at(ticks - from);
      if (stop.asked && ticks < horizon) throw new Failed({ key: 'cli.interrupted', part: await keep(), ticks, horizon });
    }
    summary = await writer.finish();
  } catch (error) {
    const code = systemCode(error);
    if (code !== null) throw new Failed({ key: 'cli.stoppedWriting', path: options.shown, code, part: await keep(), ticks });
    if (error instanceof Failed && error.problem.key === 'cli.interrupted') throw error;
    // what an earlier run left is not ours to throw away
    if (from > 0) await sink.keep();
    else await sink.abort();
    throw error instanceof RecordingError ? new Failed(error.problem) : error;
  } finally {
    progress.stop();
    stop.end();
  }
  return { ticks: summary.ticks, bytes: summary.bytes, digest: summary.digest, from };
}

/** The same months, kept nowhere. */
async function simulate(terminal: Terminal, months: Months, { visit }: RecordOptions): Promise<Recorded> {
  const { horizon } = months.header;
  const progress = terminal.progress('simulating', horizon);
  const stop = interruption();
  let ticks = 0;
  let digest = createDigester(sha256).header(months.header);
  try {
    for (let frame = months.next(); frame !== null; frame = months.next()) {
      visit?.(frame);
      ticks = frame.tick + 1;
      digest = frame.digest;
      progress.at(ticks);
      await stop.breathe();
      if (stop.asked && ticks < horizon) throw new Failed({ key: 'cli.interrupted', part: null, ticks, horizon });
    }
  } finally {
    progress.stop();
    stop.end();
  }
  return { ticks, bytes: null, digest, from: 0 };
}
