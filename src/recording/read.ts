/**
 * Opening a recording: by its trailer and index where they hold to the bit, else by dividing the file and accepting
 * month after month while the digests chain. What cannot be trusted is named; what is whole is opened.
 */
import type { Sha256 } from '../model/digest.ts';
import type { Frame, Header } from '../model/frame.ts';
import type { Hex, Tick } from '../model/units.ts';
import { checkHeader, checkTick, recallTick, type CheckedHeader, type Checks } from './check.ts';
import { FORMAT, type IndexRecord, type Member, type Notes } from './format.ts';
import { formatNamed, looksLike } from './foreign.ts';
import { MEMBER_HEADER, startsMember, type Reopen } from './gzip.ts';
import { MIGRATIONS, type Migration } from './migrate.ts';
import { readIndex } from './read-index.ts';
import { readNotes } from './notes.ts';
import { openWithoutIndex } from './read-torn.ts';
import { failed, type Failure, type Problem } from './problem.ts';
import { guarded, SourceError, type Source } from './source.ts';
import { unpackKnown, unpackRecord } from './unpack.ts';

export interface Recording {
  readonly header: Header;
  /** Format it was written in. */
  readonly format: number;
  /** Whole months, from tick 0. */
  readonly ticks: number;
  /** Digest of the last whole frame, or of the header: the name of the run. */
  readonly digest: Hex;
  /** Header and months: where they lie. */
  readonly members: readonly Member[];
  readonly notes: Notes | null;
  /** What is wrong although it opened: cut, changed later on, not closed. */
  readonly problem: Problem | null;
  /**
   * One month, checked; `unpacked` is its size in bytes. The first reading makes every check there is. Later ones make
   * sure that the stored bytes are still those, by their SHA-256, unless the source is settled. @throws for a tick that is not there.
   */
  frame(tick: Tick): Promise<FrameRead>;
  /** SHA-256 of the stored bytes of every month that has passed every check, by tick; null where none has yet. */
  checked(): Checked;
  /** Looks at every stored byte without unpacking; the first thing wrong, or null. */
  checkStored(progress?: (ticks: number) => void): Promise<Problem | null>;
}
export type Checked = readonly (Hex | null)[];
export type FrameRead = { readonly ok: true; readonly frame: Frame; readonly unpacked: number } | Failure;
export type Opened = { readonly ok: true; readonly recording: Recording } | Failure;

export interface ReadOptions {
  readonly sha256: Sha256;
  readonly migrations?: readonly Migration[];
  /** What another reading of this file has checked: bytes that have this SHA-256 are not checked again. */
  readonly checked?: Checked;
  /** Unpacks what was checked before, faster than the language itself; where a platform brings nothing, it is the language that does. */
  readonly reopen?: Reopen;
  readonly progress?: Searching;
}
/** Asked after each month while a file without an index is searched: how many there are so far, of how many there should be. */
export type Searching = (ticks: number, horizon: number) => Promise<'go on' | 'stop'>;

/** What opening found out, by either way. */
export interface Contents {
  readonly checked: CheckedHeader;
  readonly members: readonly Member[];
  readonly notes: Notes | null;
  readonly problem: Problem | null;
  /** Every month has passed every check on the way: there was no index to rely upon. */
  readonly passed: boolean;
}

/** Opens a recording. Whatever a file holds comes back as a value; nothing is thrown for it. */
export async function openRecording(anySource: Source, options: ReadOptions): Promise<Opened> {
  const checks: Checks = { sha256: options.sha256, migrations: options.migrations ?? MIGRATIONS };
  const source = guarded(anySource);
  try {
    if (source.size === 0) return failed({ key: 'recording.empty' });
    const index = await readIndex(source, checks.sha256);
    if (index !== null) return opened(source, await openByIndex(source, index, checks), checks, options);
    const start = await source.read(0, 4096);
    if (!startsMember(start, 0)) return failed(unlike(start));
    return opened(source, await openWithoutIndex(source, checks, options.progress), checks, options);
  } catch (error) {
    return unreadable(error);
  }
}

/** The file does not begin as a recording does. */
function unlike(start: Uint8Array): Problem {
  const cut = start.length < MEMBER_HEADER.length && start.every((byte, index) => byte === MEMBER_HEADER[index]);
  if (cut) return { key: 'recording.headerTorn' };
  // what a newer version wrote, perhaps packed by other means, is no damaged recording of this one
  const format = formatNamed(start);
  return format !== null && format > FORMAT ? { key: 'recording.newer', format, known: FORMAT } : { key: 'recording.foreign', looks: looksLike(start) };
}

async function openByIndex(source: Source, index: IndexRecord, checks: Checks): Promise<Contents | Failure> {
  const [first, ...rest] = index.members;
  const stored = await source.read(0, first!.length);
  if (checks.sha256(stored) !== first!.sha256) return failed({ key: 'recording.headerChanged' });
  const unpacked = unpackRecord(stored, null);
  if (!unpacked.ok) return unpacked;
  const checked = checkHeader(unpacked.parsed, first!.digest, checks);
  if (!checked.ok) return checked;
  const notes = await readNotes(source, rest[index.ticks], checks.sha256);
  const problem: Problem | null = notes === 'changed' ? { key: 'recording.notes' } : null;
  return { checked, members: index.members.slice(0, index.ticks + 1), notes: notes === 'changed' ? null : notes, problem, passed: false };
}

function opened(source: Source, contents: Contents | Failure, checks: Checks, { checked: before = [], reopen }: ReadOptions): Opened {
  if (!('checked' in contents)) return contents;
  const { members, notes, problem, passed } = contents;
  const { header, format } = contents.checked;
  const ticks = members.length - 1;
  const known = members.slice(1).map(({ sha256 }, tick) => passed || before[tick] === sha256);
  const stored = async (member: Member): Promise<Uint8Array | null> => {
    const bytes = await source.read(member.offset, member.length);
    return checks.sha256(bytes) === member.sha256 ? bytes : null;
  };
  const frame = async (tick: Tick): Promise<FrameRead> => {
    if (!Number.isInteger(tick) || tick < 0 || tick >= ticks) throw new Error(`tick ${tick} of a recording of ${ticks}`);
    const member = members[tick + 1]!;
    try {
      // what has been looked at and cannot change is not looked at again
      const bytes = source.settled === true && known[tick] ? await source.read(member.offset, member.length) : await stored(member);
      if (bytes === null) return failed({ key: 'recording.changed', tick });
      const expected = { tick, prev: members[tick]!.digest, digest: member.digest, format };
      const unpacked = known[tick] ? await unpackKnown(bytes, reopen) : unpackRecord(bytes, tick);
      if (!unpacked.ok) return unpacked;
      const checked = (known[tick] ? recallTick : checkTick)(unpacked.parsed, expected, checks);
      known[tick] = checked.ok;
      return checked.ok ? { ok: true, frame: checked.frame, unpacked: unpacked.size } : checked;
    } catch (error) {
      return unreadable(error);
    }
  };
  const checkStored = async (progress?: (ticks: number) => void): Promise<Problem | null> => {
    try {
      for (let nth = 0; nth <= ticks; nth++) {
        if ((await stored(members[nth]!)) === null) return nth === 0 ? { key: 'recording.headerChanged' } : { key: 'recording.changed', tick: nth - 1 };
        progress?.(nth);
      }
      return problem;
    } catch (error) {
      return unreadable(error).problem;
    }
  };
  const checked = (): Checked => known.map((whole, tick) => (whole ? members[tick + 1]!.sha256 : null));
  return { ok: true, recording: { header, format, ticks, digest: members[ticks]!.digest, members, notes, problem, frame, checked, checkStored } };
}

/** The medium failed, not the file. @throws whatever else it is. */
function unreadable(error: unknown): Failure {
  if (error instanceof SourceError) return failed({ key: 'recording.unreadable', detail: error.message });
  throw error;
}
