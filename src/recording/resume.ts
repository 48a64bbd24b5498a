/** Going on with a recording that was cut: everything after its last whole month goes, and the next is appended. */
import type { Sha256 } from '../model/digest.ts';
import type { Frame, Header } from '../model/frame.ts';
import type { Hex } from '../model/units.ts';
import { FORMAT, type Notes } from './format.ts';
import { MIGRATIONS, type Migration } from './migrate.ts';
import { failed, type Failure } from './problem.ts';
import { openRecording } from './read.ts';
import type { Sink, Source } from './source.ts';
import { RecordingWriter, type Written } from './write.ts';

export interface ResumePoint {
  readonly header: Header;
  /** The last whole month; null when only the header is whole. */
  readonly last: Frame | null;
  /** The `prev` of the next frame. */
  readonly digest: Hex;
  /** Whole months: the next tick. */
  readonly ticks: number;
  /** `bytes` of the file are kept, the rest is cut. */
  readonly written: Written;
  readonly notes: Notes | null;
}

/** Where a recording can go on. One that was changed, that has reached its horizon, or that an older version wrote, cannot. */
export async function findResumePoint(source: Source, sha256: Sha256, migrations: readonly Migration[] = MIGRATIONS): Promise<{ readonly ok: true; readonly point: ResumePoint } | Failure> {
  const opened = await openRecording(source, { sha256, migrations });
  if (!opened.ok) return opened;
  const { header, format, ticks, digest, members, notes, problem } = opened.recording;
  // its months would stand in one file with those of another format
  if (format !== FORMAT) return failed({ key: 'recording.olderPart', format, known: FORMAT });
  const cut = problem === null || problem.key === 'recording.torn' || problem.key === 'recording.unclosed';
  if (!cut) return failed(problem);
  // a complete run whose end was lost still needs its end written
  if (ticks >= header.horizon && problem === null) return failed({ key: 'recording.finished', ticks });
  const changed = await opened.recording.checkStored();
  if (changed !== null && changed !== problem) return failed(changed);
  let last: Frame | null = null;
  if (ticks > 0) {
    const read = await opened.recording.frame(ticks - 1);
    if (!read.ok) return read;
    last = read.frame;
  }
  const end = members[ticks]!;
  return { ok: true, point: { header, last, digest, ticks, written: { members, bytes: end.offset + end.length }, notes } };
}

/** A writer whose sink already holds the first `point.written.bytes` bytes. */
export function resumeRecording(sink: Sink, point: ResumePoint, sha256: Sha256): RecordingWriter {
  return RecordingWriter.resume(sink, point.written, sha256);
}
