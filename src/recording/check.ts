/**
 * Is this record what was recorded? First the digests, over whatever is there; then, if an older format is read, its
 * migration; then the shape. A record whose digests do not hold was changed; one whose digests hold and whose shape
 * does not was written so.
 */
import { canonical } from '../model/canonical.ts';
import type { Sha256 } from '../model/digest.ts';
import type { Frame, Header } from '../model/frame.ts';
import { PHASES } from '../model/phase.ts';
import { scenarioSchema } from '../model/scenario.ts';
import type { Hex, Tick } from '../model/units.ts';
import { FORMAT } from './format.ts';
import { headerShape, tickShape, type TickRecord } from './frame-shape.ts';
import { migrateHeader, migrateTick, type Migration } from './migrate.ts';
import { inspect, type Parsed } from './parse.ts';
import { failed, type Failure } from './problem.ts';
import { isObject, type Fault } from './shape.ts';

export interface Checks {
  readonly sha256: Sha256;
  readonly migrations: readonly Migration[];
}
export type CheckedHeader = { readonly ok: true; readonly header: Header; readonly digest: Hex; readonly format: number };

/** The header. `digest` is what the index says it is, where there is one. */
export function checkHeader(parsed: Parsed, digest: Hex | null, checks: Checks): CheckedHeader | Failure {
  if (!parsed.ok) return failed(parsed.fault.reason === 'depth' ? { key: 'recording.headerShape', ...parsed.fault } : { key: 'recording.foreign', looks: 'gzip' });
  const value = parsed.value;
  if (!isObject(value) || value['type'] !== 'header') return failed({ key: 'recording.foreign', looks: 'gzip' });
  const format = value['format'];
  if (typeof format !== 'number' || !Number.isSafeInteger(format)) return failed({ key: 'recording.headerShape', path: 'format', reason: 'type' });
  if (format > FORMAT) return failed({ key: 'recording.newer', format, known: FORMAT });
  const own = digestOf(value, checks.sha256);
  if (own === null || (digest !== null && own !== digest)) return failed({ key: 'recording.headerChanged' });
  if (!isDigestOf(value['scenarioDigest'], value['scenario'], checks.sha256)) return failed({ key: 'recording.headerChanged' });
  const header = migrateHeader(value, format, checks.migrations);
  if (header === null) return failed({ key: 'recording.older', format, known: FORMAT });
  const fault = headerFault(header);
  if (fault !== null) return failed({ key: 'recording.headerShape', ...fault });
  return { ok: true, header: header as unknown as Header, digest: own, format };
}

function headerFault(value: unknown): Fault | null {
  const found = inspect(value) ?? headerShape.fault(value);
  if (found !== null) return found;
  const header = value as Header;
  const scenario = scenarioSchema.safeParse(header.scenario);
  if (!scenario.success) return { path: ['scenario', ...(scenario.error.issues[0]?.path ?? [])].join('.'), reason: 'value' };
  // a recording holds the scenario as it was run, with nothing left to be filled in
  if (canonical(scenario.data) !== canonical(header.scenario)) return { path: 'scenario', reason: 'missing' };
  for (const { id } of header.scenario.parties)
    if (!Object.hasOwn(header.opening.accounts, id) || !Object.hasOwn(header.opening.dye, id)) return { path: `opening.accounts.${id}`, reason: 'missing' };
  return null;
}

export interface Expected {
  readonly tick: Tick;
  /** Digest of the frame before it, or of the header. */
  readonly prev: Hex;
  /** What the index says this frame's is, where there is one. */
  readonly digest: Hex | null;
  readonly format: number;
}

/** The month `expected.tick`. */
export function checkTick(parsed: Parsed, expected: Expected, checks: Checks): { readonly ok: true; readonly frame: Frame } | Failure {
  const { tick } = expected;
  if (!parsed.ok) return failed(parsed.fault.reason === 'depth' ? { key: 'recording.shape', tick, ...parsed.fault } : { key: 'recording.changed', tick });
  const value = parsed.value;
  if (!isObject(value) || !isThatMonth(value, expected) || !chainHolds(value, checks.sha256)) return failed({ key: 'recording.changed', tick });
  const record = migrateTick(value, expected.format, checks.migrations);
  const fault = tickShape.fault(record) ?? frameFault(record as unknown as TickRecord);
  if (fault !== null) return failed({ key: 'recording.shape', tick, ...fault });
  return { ok: true, frame: frameOf(record) };
}

/**
 * The month `expected.tick` from a record that passed `checkTick` before. What remains is that it is that month of this
 * history, by its place, the month before it and its name.
 */
export function recallTick(parsed: Parsed, expected: Expected, checks: Pick<Checks, 'migrations'>): { readonly ok: true; readonly frame: Frame } | Failure {
  const { tick } = expected;
  const value = parsed.ok ? parsed.value : null;
  if (!isObject(value) || !isThatMonth(value, expected)) return failed({ key: 'recording.changed', tick });
  return { ok: true, frame: frameOf(migrateTick(value, expected.format, checks.migrations)) };
}

function isThatMonth(value: { readonly [field: string]: unknown }, { tick, prev, digest }: Expected): boolean {
  return value['tick'] === tick && value['prev'] === prev && (digest === null || value['digest'] === digest);
}

function frameOf(record: unknown): Frame {
  const { type: _type, ...frame } = record as TickRecord;
  return frame;
}

/** Whether the digests of a month hold over what it says, whatever that is. */
export function chainHolds(value: { readonly [field: string]: unknown }, sha256: Sha256): boolean {
  const { tick, prev, state, stateDigest, measures, phases, digest } = value;
  if (!Array.isArray(phases) || !isDigestOf(stateDigest, state, sha256)) return false;
  let before = '';
  const digests: unknown[] = [];
  for (const record of phases as readonly unknown[]) {
    if (!isObject(record)) return false;
    const { digest: own, ...content } = record;
    const text = textOf(content);
    if (text === null || sha256(before + text) !== own) return false;
    digests.push(own);
    before = own;
  }
  return isDigestOf(digest, { tick, prev, stateDigest, measures, phases: digests }, sha256);
}

/** What shapes cannot say: the order of phases, who pays whom, colours that add up. */
function frameFault(frame: Frame): Fault | null {
  for (let index = 0; index < frame.phases.length; index++) {
    const record = frame.phases[index]!;
    const path = `phases[${index}]`;
    if (record.phase !== PHASES[index]) return { path: `${path}.phase`, reason: 'order' };
    for (let nth = 0; nth < record.flows.length; nth++) {
      const flow = record.flows[nth]!;
      const where = `${path}.flows[${nth}]`;
      if (!Object.hasOwn(frame.state.accounts, flow.from)) return { path: `${where}.from`, reason: 'party' };
      if (!Object.hasOwn(frame.state.accounts, flow.to)) return { path: `${where}.to`, reason: 'party' };
      if (flow.dye !== undefined && flow.dye.reduce((sum, part) => sum + part, 0) !== flow.amount) return { path: `${where}.dye`, reason: 'value' };
    }
  }
  return null;
}

function textOf(value: unknown): string | null {
  try {
    return canonical(value);
  } catch {
    return null; // −0, or a number past all numbers: nothing the writer can have written
  }
}

function isDigestOf(digest: unknown, value: unknown, sha256: Sha256): boolean {
  const own = digestOf(value, sha256);
  return own !== null && own === digest;
}

function digestOf(value: unknown, sha256: Sha256): Hex | null {
  const text = textOf(value);
  return text === null ? null : sha256(text);
}
