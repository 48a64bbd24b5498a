/**
 * Reading what older versions wrote. A migration turns the records of one format into those of the next; they are
 * applied one after another. Digests were checked before, on the records as they were stored, and stay as they are.
 */
import { FORMAT } from './format.ts';

export type RawRecord = { readonly [field: string]: unknown };

export interface Migration {
  /** The format it reads; it writes the next one. */
  readonly from: number;
  header(record: RawRecord): RawRecord;
  tick(record: RawRecord): RawRecord;
}

/** Every migration there is. Format 1 is the first, so there is none yet. */
export const MIGRATIONS: readonly Migration[] = [];

/** The migrations that lead from `format` to the current one; null when a step is missing. */
function path(format: number, migrations: readonly Migration[]): readonly Migration[] | null {
  const steps: Migration[] = [];
  for (let at = format; at < FORMAT; at++) {
    const step = migrations.find((migration) => migration.from === at);
    if (step === undefined) return null;
    steps.push(step);
  }
  return steps;
}

/** Null when nothing leads from that format to this one. */
export function migrateHeader(record: RawRecord, format: number, migrations: readonly Migration[]): RawRecord | null {
  return path(format, migrations)?.reduce((header, step) => ({ ...step.header(header), format: step.from + 1 }), record) ?? null;
}

/** @throws when the header could not have been migrated. */
export function migrateTick(record: RawRecord, format: number, migrations: readonly Migration[]): RawRecord {
  const steps = path(format, migrations);
  if (steps === null) throw new Error(`no migration from format ${format}`);
  return steps.reduce((tick, step) => step.tick(tick), record);
}
