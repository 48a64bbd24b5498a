/** Notes and bookmarks beside a run: they can be changed without touching what was recorded. */
import { canonical } from '../model/canonical.ts';
import type { Sha256 } from '../model/digest.ts';
import type { Member, Notes } from './format.ts';
import { notesShape } from './frame-shape.ts';
import type { Parsed } from './parse.ts';
import type { Recording } from './read.ts';
import type { Sink, Source } from './source.ts';
import { unpackRecord } from './unpack.ts';
import { RecordingWriter, type RecordingSummary } from './write.ts';

export function parseNotes(parsed: Parsed): Notes | null {
  if (!parsed.ok || notesShape.fault(parsed.value) !== null) return null;
  const { title, author, bookmarks } = parsed.value as Notes;
  return { title, author, bookmarks };
}

/** The notes that lie where the index says; null when there are none. */
export async function readNotes(source: Source, member: Member | undefined, sha256: Sha256): Promise<Notes | 'changed' | null> {
  if (member === undefined) return null;
  const stored = await source.read(member.offset, member.length);
  if (sha256(stored) !== member.sha256) return 'changed';
  const unpacked = unpackRecord(stored, null);
  if (!unpacked.ok) return 'changed';
  const notes = parseNotes(unpacked.parsed);
  return notes !== null && sha256(canonical({ type: 'notes', ...notes })) === member.digest ? notes : 'changed';
}

/** The same run with other notes: stored months are copied as they are. */
export async function writeWithNotes(recording: Recording, source: Source, sink: Sink, notes: Notes, sha256: Sha256): Promise<RecordingSummary> {
  let bytes = 0;
  for (const { offset, length } of recording.members) {
    await sink.write(await source.read(offset, length));
    bytes += length;
  }
  return RecordingWriter.resume(sink, { members: recording.members, bytes }, sha256).finish(notes);
}
