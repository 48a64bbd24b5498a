/**
 * The results of a sweep as tables for DuckDB, pandas or R: a row a history, a row a month of each history, and the fan
 * chart. Columns are described in docs/sweeps.md.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import { FAN_QUANTILES, type FanRow } from '../histories/fan.ts';
import { SERIES_NAMES, TOTALS } from '../histories/history.ts';
import { replayCommand } from './replay.ts';
import type { Row } from './summary.ts';
import type { Vary } from './vary.ts';

export const TABLES = { histories: 'histories.parquet', months: 'months.parquet', fan: 'fan.parquet' } as const;

/** A name that needs no quotes in SQL: `demand.growth` → `demand_growth`. */
export const columnName = (name: string): string => name.replace(/[^A-Za-z0-9]+/g, '_').replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

export function historyColumns(rows: readonly Row[], vary: readonly Vary[], actors: readonly string[], scenario: string): ColumnSource[] {
  const all = <Value>(of: (row: Row) => Value): Value[] => rows.map(of);
  const cells = rows.some((row) => row.order.cell !== null);
  return [
    { name: 'history', type: 'INT32', data: all(({ order }) => order.index) },
    { name: 'id', type: 'STRING', data: all(({ history }) => history.id) },
    { name: 'seed', type: 'STRING', data: all(({ order }) => order.seed) },
    ...vary.map(({ name }): ColumnSource => ({ name: `set_${columnName(name)}`, type: 'DOUBLE', data: all(({ order }) => order.set[name]!) })),
    { name: 'channel_off', type: 'STRING', data: all(({ order }) => order.off) },
    ...(cells
      ? ([
          { name: 'row', type: 'INT32', data: all(({ order }) => order.cell?.row ?? null) },
          { name: 'matrix', type: 'STRING', data: all(({ order }) => (order.cell === null ? null : typeof order.cell.matrix === 'string' ? order.cell.matrix : `AB:${vary[order.cell.matrix]?.name ?? 'chance'}`)) },
        ] satisfies ColumnSource[])
      : []),
    { name: 'ticks', type: 'INT32', data: all(({ history }) => history.ticks) },
    ...TOTALS.map((name): ColumnSource => ({ name: columnName(name), type: name === 'defaults' ? 'INT32' : 'DOUBLE', data: all(({ history }) => history.totals[name]) })),
    { name: 'first_default', type: 'INT32', data: all(({ history }) => firstOf(history.defaults)?.tick ?? null) },
    { name: 'first_actor', type: 'STRING', data: all(({ history }) => firstOf(history.defaults)?.actor ?? null) },
    ...actors.map((actor): ColumnSource => ({ name: `default_${columnName(actor)}`, type: 'INT32', data: all(({ history }) => history.defaults[actor] ?? null) })),
    { name: 'state_digest', type: 'STRING', data: all(({ history }) => history.digest) },
    { name: 'replay', type: 'STRING', data: all(({ order }) => replayCommand(scenario, order, `history-${order.index}.ndjson.gz`)) },
  ];
}

function firstOf(defaults: { readonly [actor: string]: number }): { readonly actor: string; readonly tick: number } | null {
  let first: { actor: string; tick: number } | null = null;
  for (const [actor, tick] of Object.entries(defaults)) if (first === null || tick < first.tick) first = { actor, tick };
  return first;
}

export function monthColumns(rows: readonly Row[]): ColumnSource[] {
  const total = rows.reduce((sum, { history }) => sum + history.ticks, 0);
  const history = new Int32Array(total);
  const tick = new Int32Array(total);
  const series = SERIES_NAMES.map((name) => ({ name, data: new Array<number | null>(total) }));
  let at = 0;
  for (const row of rows) {
    for (let month = 0; month < row.history.ticks; month++, at++) {
      history[at] = row.order.index;
      tick[at] = month;
      for (const { name, data } of series) data[at] = row.history.months[name][month] ?? null;
    }
  }
  return [
    { name: 'history', type: 'INT32', data: history },
    { name: 'tick', type: 'INT32', data: tick },
    ...series.map(({ name, data }): ColumnSource => ({ name: columnName(name), type: 'DOUBLE', data })),
  ];
}

export function fanColumns(fan: readonly FanRow[]): ColumnSource[] {
  return [
    { name: 'series', type: 'STRING', data: fan.map((row) => columnName(row.series)) },
    { name: 'tick', type: 'INT32', data: fan.map((row) => row.tick) },
    { name: 'histories', type: 'INT32', data: fan.map((row) => row.histories) },
    ...FAN_QUANTILES.map((p, nth): ColumnSource => ({ name: `q${String(p * 100).padStart(2, '0')}`, type: 'DOUBLE', data: fan.map((row) => row.quantiles[nth]!) })),
  ];
}

/** Writes a file that has its name only once it is whole. @throws what the disk says, nothing half-done left behind. */
export function writeWhole(folder: string, name: string, bytes: Uint8Array | string): void {
  const path = join(folder, name);
  const part = `${path}.part`;
  try {
    writeFileSync(part, bytes, { flush: true });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

export function writeTable(folder: string, name: string, columnData: ColumnSource[]): void {
  writeWhole(folder, name, new Uint8Array(parquetWriteBuffer({ columnData, createdBy: 'ouroboros' })));
}
