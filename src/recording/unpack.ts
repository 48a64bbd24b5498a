/** From the stored bytes of a member to a parsed record, or what stood in the way. */
import type { Tick } from '../model/units.ts';
import { megabytes, RECORD_CAP } from './format.ts';
import { readMember, reopenMember, type Reopen } from './gzip.ts';
import { parseRecord, type Parsed } from './parse.ts';
import { failed, type Failure } from './problem.ts';

/** `tick` is null for the header. `size` is the unpacked length in bytes. */
export function unpackRecord(stored: Uint8Array, tick: Tick | null): { readonly ok: true; readonly parsed: Parsed; readonly size: number } | Failure {
  const content = readMember(stored, RECORD_CAP);
  if (content.ok) return { ok: true, parsed: parseRecord(content.bytes), size: content.bytes.length };
  if (content.why === 'tooLarge') return failed({ key: 'recording.tooLarge', tick, megabytes: megabytes(RECORD_CAP) });
  return failed(tick === null ? { key: 'recording.headerChanged' } : { key: 'recording.changed', tick });
}

/** The same of bytes that have been unpacked and found whole before, to the bit. */
export async function unpackKnown(stored: Uint8Array, reopen: Reopen | undefined): Promise<{ readonly ok: true; readonly parsed: Parsed; readonly size: number }> {
  const { text, size } = await reopenMember(stored, reopen);
  return { ok: true, parsed: { ok: true, value: JSON.parse(text) }, size };
}
