/** Opening a file whose index is missing or does not hold: month after month is accepted while its digests chain. */
import { chainHolds, checkHeader, checkTick, type Checks } from './check.ts';
import { megabytes, RECORD_CAP, type Member, type Notes } from './format.ts';
import { MEMBER_HEADER, readMember } from './gzip.ts';
import { parseNotes } from './notes.ts';
import type { Parsed } from './parse.ts';
import { failed, type Failure, type Problem } from './problem.ts';
import type { Contents, Searching } from './read.ts';
import { stretches, type Stretch } from './scan.ts';
import { isObject } from './shape.ts';
import type { Source } from './source.ts';
import { unpackRecord } from './unpack.ts';

export async function openWithoutIndex(source: Source, checks: Checks, progress?: Searching): Promise<Contents | Failure> {
  const rest = stretches(source);
  const first = withoutCutHeader((await rest.next()).value as Stretch); // the file is not empty
  const beginning = unpackStretch(first, null);
  if (!beginning.ok) return beginning.problem.key === 'recording.headerChanged' && first.last ? failed({ key: 'recording.headerTorn' }) : beginning;
  const checked = checkHeader(beginning.parsed, null, checks);
  if (!checked.ok) return checked;

  const members: Member[] = [{ record: 'header', ...whereabouts(first, checks), digest: checked.digest }];
  const { horizon } = checked.header;
  let notes: Notes | null = null;
  let problem: Problem | null = null;
  for await (const found of rest) {
    const stretch = withoutCutHeader(found);
    const tick = members.length - 1;
    const unpacked = unpackStretch(stretch, tick);
    if (!unpacked.ok) {
      // what cannot be unpacked at the end of the file was cut; anywhere else it was changed
      const cut = unpacked.problem.key === 'recording.changed' && (stretch.last || tick === horizon);
      problem = cut ? null : unpacked.problem;
      break;
    }
    const type = typeOf(unpacked.parsed);
    if (type === 'notes') notes = parseNotes(unpacked.parsed);
    if (type === 'notes' || type === 'index' || type === 'trailer') break;
    const prev = members[tick]!.digest;
    const month = checkTick(unpacked.parsed, { tick, prev, digest: null, format: checked.format }, checks);
    if (!month.ok) {
      if (tick === 0 && followsAnotherHeader(unpacked.parsed, prev, checks)) return failed({ key: 'recording.headerChanged' });
      problem = month.problem;
      break;
    }
    members.push({ record: 'tick', tick, ...whereabouts(stretch, checks), digest: month.frame.digest });
    if ((await progress?.(members.length - 1, horizon)) === 'stop') break;
  }
  const ticks = members.length - 1;
  problem ??= ticks === horizon ? { key: 'recording.unclosed', ticks } : { key: 'recording.torn', ticks, horizon };
  return { checked, members, notes, problem, passed: true };
}

/** A file cut within the ten bytes that begin a member: they are too few to be found, and belong to what was lost. */
function withoutCutHeader(stretch: Stretch): Stretch {
  if (!stretch.last || readMember(stretch.bytes, RECORD_CAP).ok) return stretch;
  for (let length = MEMBER_HEADER.length - 1; length > 0; length--) {
    const end = stretch.bytes.length - length;
    if (end > 0 && MEMBER_HEADER.subarray(0, length).every((byte, index) => stretch.bytes[end + index] === byte)) return { ...stretch, bytes: stretch.bytes.slice(0, end) };
  }
  return stretch;
}

function unpackStretch(stretch: Stretch, tick: number | null): ReturnType<typeof unpackRecord> {
  return stretch.tooLong ? failed({ key: 'recording.tooLarge', tick, megabytes: megabytes(RECORD_CAP) }) : unpackRecord(stretch.bytes, tick);
}

function whereabouts(stretch: Stretch, checks: Checks): Pick<Member, 'offset' | 'length' | 'sha256'> {
  return { offset: stretch.offset, length: stretch.bytes.length, sha256: checks.sha256(stretch.bytes) };
}

function typeOf(parsed: Parsed): unknown {
  return parsed.ok && isObject(parsed.value) ? parsed.value['type'] : undefined;
}

/** Tick 0 is whole in itself and follows a header that is not this one. */
function followsAnotherHeader(parsed: Parsed, headerDigest: string, checks: Checks): boolean {
  return parsed.ok && isObject(parsed.value) && parsed.value['prev'] !== headerDigest && chainHolds(parsed.value, checks.sha256);
}
