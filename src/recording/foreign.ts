/** What a file that is no recording looks like, so that the message can say what to do. */
import { Gunzip } from 'fflate';

export type Looks = 'text' | 'unpacked' | 'repacked' | 'gzip' | 'other';

/** The format its header names, where a recording was unpacked or packed by other means; null where none can be read. */
export function formatNamed(start: Uint8Array): number | null {
  const found = /^\{("type":"header",)?"format":(\d{1,9})[,}]/.exec(beginningOf(isPacked(start) ? unpackedStart(start) : start));
  return found === null ? null : Number(found[2]);
}

/** From the first few kilobytes of the file. */
export function looksLike(start: Uint8Array): Looks {
  if (isPacked(start)) return mentionsHeader(unpackedStart(start)) ? 'repacked' : 'gzip';
  if (mentionsHeader(start)) return 'unpacked';
  return start.every((byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d) ? 'text' : 'other';
}

const isPacked = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b;
const beginningOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 48)).replace(/\s/g, '');

/** As much of the first bytes as unpacks. */
function unpackedStart(start: Uint8Array): Uint8Array {
  let first: Uint8Array = new Uint8Array(0);
  const gunzip = new Gunzip((part) => {
    if (first.length === 0) first = part;
  });
  try {
    for (let at = 0; at < start.length && first.length === 0; at += 512) gunzip.push(start.subarray(at, at + 512));
  } catch {
    // not gzip after all; whatever came out is looked at
  }
  return first;
}

/** A recording's first line begins like this, with its keys sorted or with its type first. */
const BEGINNINGS = ['{"format":', '{"type":"header"'];
function mentionsHeader(bytes: Uint8Array): boolean {
  const start = beginningOf(bytes);
  return BEGINNINGS.some((beginning) => start.startsWith(beginning));
}
