/**
 * The file, member by member: header · a record a month · notes, if any · index · trailer. See docs/recording-format.md.
 * The index knows where every member lies and the SHA-256 of its stored bytes; the trailer, of fixed size, knows the
 * same of the index.
 */
import { strFromU8, strToU8 } from 'fflate';
import type { Hex, Tick } from '../model/units.ts';
import { MEMBER_HEADER, readMember, writeMember } from './gzip.ts';

/** The format this program writes. Older ones are migrated, newer ones refused with words. */
export const FORMAT = 1;
const MEGABYTE = 1_048_576;
/** Most that one record may unpack to. */
export const RECORD_CAP = 8 * MEGABYTE;
/** Most that a packed record may take: a record at its cap that would not pack. */
export const STORED_CAP = RECORD_CAP + 65_536;
/** Most unpacked records held in memory at once. */
export const MEMORY_CAP = 64 * MEGABYTE;
export const megabytes = (bytes: number): number => Math.ceil(bytes / MEGABYTE);
/** Deepest nesting of a record. */
export const DEPTH_CAP = 24;

export interface Member {
  readonly record: 'header' | 'tick' | 'notes';
  readonly tick?: Tick;
  readonly offset: number;
  readonly length: number;
  /** Of the stored bytes. */
  readonly sha256: Hex;
  /** Of the content: header digest, frame digest, SHA-256 of the canonical notes. */
  readonly digest: Hex;
}

/** What a reader wrote beside the run. Not part of its digest. */
export interface Notes {
  readonly title: string;
  readonly author: string;
  readonly bookmarks: readonly { readonly tick: Tick; readonly text: string }[];
}
export type NotesRecord = Notes & { readonly type: 'notes' };

export interface IndexRecord {
  readonly type: 'index';
  readonly ticks: number;
  /** Digest of the last frame, or of the header when there is none: the name of the run. */
  readonly digest: Hex;
  readonly members: readonly Member[];
}

/** Where the index lies, and the SHA-256 of its stored bytes. */
export interface Trailer {
  readonly offset: number;
  readonly length: number;
  readonly sha256: Hex;
}

const WIDTH = 16;
/** One line of JSON; numbers are padded with spaces so that every trailer has the same length. */
const trailerText = ({ offset, length, sha256 }: Trailer): string =>
  `{"type":"trailer","offset":${String(offset).padStart(WIDTH)},"length":${String(length).padStart(WIDTH)},"sha256":"${sha256}"}\n`;

export function writeTrailer(trailer: Trailer): Uint8Array {
  return writeMember(strToU8(trailerText(trailer)), true);
}

export const TRAILER_SIZE = MEMBER_HEADER.length + 5 + trailerText({ offset: 0, length: 0, sha256: '0'.repeat(64) }).length + 8;

/** The trailer these bytes are, every bit of them; null for anything else. */
export function readTrailer(bytes: Uint8Array): Trailer | null {
  if (bytes.length !== TRAILER_SIZE) return null;
  const unpacked = readMember(bytes, TRAILER_SIZE);
  if (!unpacked.ok) return null;
  const found = /^\{"type":"trailer","offset": *(\d+),"length": *(\d+),"sha256":"([0-9a-f]{64})"\}\n$/.exec(strFromU8(unpacked.bytes));
  if (found === null) return null;
  const trailer = { offset: Number(found[1]), length: Number(found[2]), sha256: found[3]! };
  const again = writeTrailer(trailer);
  return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]) ? trailer : null;
}

/** One record as it is packed: a line of UTF-8 JSON. */
export function line(text: string): Uint8Array {
  return strToU8(text + '\n');
}
