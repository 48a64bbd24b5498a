/** The index of a recording, if trailer and index hold to the bit and account for every byte of the file. */
import type { Sha256 } from '../model/digest.ts';
import { readTrailer, RECORD_CAP, STORED_CAP, TRAILER_SIZE, type IndexRecord } from './format.ts';
import { indexShape } from './frame-shape.ts';
import { readMember } from './gzip.ts';
import { parseRecord } from './parse.ts';
import type { Source } from './source.ts';

/** Null when there is none that can be relied upon. */
export async function readIndex(source: Source, sha256: Sha256): Promise<IndexRecord | null> {
  if (source.size < TRAILER_SIZE) return null;
  const trailer = readTrailer(await source.read(source.size - TRAILER_SIZE, TRAILER_SIZE));
  if (trailer === null || trailer.length > STORED_CAP || trailer.offset + trailer.length + TRAILER_SIZE !== source.size) return null;
  const packed = await source.read(trailer.offset, trailer.length);
  if (sha256(packed) !== trailer.sha256) return null;
  const unpacked = readMember(packed, RECORD_CAP);
  if (!unpacked.ok) return null;
  const parsed = parseRecord(unpacked.bytes);
  if (!parsed.ok || indexShape.fault(parsed.value) !== null) return null;
  const index = parsed.value as IndexRecord;
  return accountsFor(index, trailer.offset) ? index : null;
}

/** Header, months in order, perhaps notes; end to end, from the first byte of the file to the index. */
function accountsFor(index: IndexRecord, end: number): boolean {
  const extra = index.members.length - 1 - index.ticks;
  if (extra !== 0 && extra !== 1) return false;
  let offset = 0;
  for (let nth = 0; nth < index.members.length; nth++) {
    const member = index.members[nth]!;
    const record = nth === 0 ? 'header' : nth <= index.ticks ? 'tick' : 'notes';
    const tick = record === 'tick' ? nth - 1 : undefined;
    if (member.record !== record || member.tick !== tick || member.offset !== offset || member.length > STORED_CAP) return false;
    offset += member.length;
  }
  return offset === end && index.digest === index.members[index.ticks]!.digest;
}
