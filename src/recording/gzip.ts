/**
 * One record, one gzip member (RFC 1952). Every member begins with the same ten bytes (no name, no time), so that a
 * file without its index can still be divided, and nothing is left that could change unseen.
 */
import { deflateSync, Inflate, inflateSync, strFromU8 } from 'fflate';
import { joined } from './source.ts';

export const MEMBER_HEADER = Uint8Array.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff);
const FOOTER = 8;
/** Fed to the decompressor at a time: at most about a thousand times as much can come out before the cap is looked at. */
const MOUTHFUL = 4096;

/** Packs the bytes of one record; `stored` keeps them verbatim, so that the length is known beforehand. */
export function writeMember(content: Uint8Array, stored = false): Uint8Array {
  // two thirds of the time that level 6 takes, for a fiftieth more bytes
  const body = stored ? storedBlock(content) : deflateSync(content, { level: 4, mem: 4 });
  return joined([MEMBER_HEADER, body, word(crc32(content)), word(content.length)]);
}

export type Unpacked = { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly why: 'broken' | 'tooLarge' };

/** Unpacks one member, never more than `cap` bytes of it. */
export function readMember(member: Uint8Array, cap: number): Unpacked {
  if (member.length < MEMBER_HEADER.length + FOOTER || !startsMember(member, 0)) return { ok: false, why: 'broken' };
  const end = member.length - FOOTER;
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    if (size <= cap) parts.push(part);
  });
  try {
    for (let at = MEMBER_HEADER.length; at < end && size <= cap; at += MOUTHFUL) {
      const last = at + MOUTHFUL >= end;
      inflate.push(member.subarray(at, last ? end : at + MOUTHFUL), last);
    }
  } catch {
    return { ok: false, why: 'broken' }; // the decompressor throws on data that is not deflate
  }
  if (size > cap) return { ok: false, why: 'tooLarge' };
  const bytes = joined(parts);
  const footer = new DataView(member.buffer, member.byteOffset + end, FOOTER);
  const intact = footer.getUint32(0, true) === crc32(bytes) && footer.getUint32(4, true) === bytes.length;
  return intact ? { ok: true, bytes } : { ok: false, why: 'broken' };
}

/** The text that a deflate body of so many bytes unpacks to. Used only on bytes that `readMember` has unpacked before. */
export type Reopen = (body: Uint8Array, size: number) => string | Promise<string>;

/** In the language itself; a platform may bring a faster one. */
export const portableReopen: Reopen = (body, size) => strFromU8(inflateSync(body, { out: new Uint8Array(size) }));

/** Unpacks a member that `readMember` has unpacked before: the size it gives itself is right, and nothing is looked at again. */
export async function reopenMember(member: Uint8Array, reopen: Reopen = portableReopen): Promise<{ readonly text: string; readonly size: number }> {
  const end = member.length - FOOTER;
  const size = new DataView(member.buffer, member.byteOffset + end, FOOTER).getUint32(4, true);
  return { text: await reopen(member.subarray(MEMBER_HEADER.length, end), size), size };
}

/** Whether a member may begin here. */
export function startsMember(bytes: Uint8Array, at: number): boolean {
  for (let index = 0; index < MEMBER_HEADER.length; index++) if (bytes[at + index] !== MEMBER_HEADER[index]) return false;
  return true;
}

/** Where the next member may begin, from `from` on; −1 if nowhere in these bytes. */
export function nextMember(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(MEMBER_HEADER[0]!, from); at !== -1; at = bytes.indexOf(MEMBER_HEADER[0]!, at + 1))
    if (startsMember(bytes, at)) return at;
  return -1;
}

function storedBlock(content: Uint8Array): Uint8Array {
  if (content.length > 0xffff) throw new Error(`a stored block holds at most 65535 bytes, got ${content.length}`);
  const head = Uint8Array.of(1, content.length & 0xff, content.length >> 8, ~content.length & 0xff, (~content.length >> 8) & 0xff);
  return joined([head, content]);
}

function word(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}

const CRC_TABLE = Int32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? -306674912 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as gzip has it (IEEE 802.3). */
export function crc32(bytes: Uint8Array): number {
  let crc = -1;
  for (let index = 0; index < bytes.length; index++) crc = CRC_TABLE[(crc ^ bytes[index]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
