/** A file without a usable index, divided where members begin: every one starts with the same ten bytes. */
import { MEMBER_HEADER, nextMember } from './gzip.ts';
import { STORED_CAP } from './format.ts';
import { joined, type Source } from './source.ts';

const CHUNK = 1_048_576;

export interface Stretch {
  readonly offset: number;
  readonly bytes: Uint8Array;
  /** Runs to the end of the file. */
  readonly last: boolean;
  /** Longer than any record can be; `bytes` is only its beginning. */
  readonly tooLong: boolean;
}

/** The stretches between beginnings of members, in order, holding one of them in memory at a time. */
export async function* stretches(source: Source, from = 0): AsyncGenerator<Stretch> {
  let held: Uint8Array = new Uint8Array(0);
  let offset = from;
  let searched = 1;
  for (;;) {
    const border = nextMember(held, searched);
    if (border !== -1) {
      yield { offset, bytes: held.slice(0, border), last: false, tooLong: false };
      held = held.slice(border);
      offset += border;
      searched = 1;
      continue;
    }
    if (held.length > STORED_CAP) {
      yield { offset, bytes: held, last: false, tooLong: true };
      return;
    }
    const more = await source.read(offset + held.length, CHUNK);
    if (more.length === 0) {
      if (held.length > 0) yield { offset, bytes: held, last: true, tooLong: false };
      return;
    }
    searched = Math.max(1, held.length - MEMBER_HEADER.length + 1);
    held = joined([held, more]);
  }
}
