import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { EXPORT_TABLES, TABLE_NAMES } from '../../src/cli/export/tables.ts';
import { meaningOf } from '../../src/cli/export/dictionary.ts';
import { ACCOUNTS } from '../../src/model/account.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { TABLE_COLUMNS } from '../../src/words/tables.en.ts';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { folder, inJson, ouroboros } from './ouroboros.ts';

const run = syntheticRun({ ticks: 12 });

async function query(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reader = await connection.runAndReadAll(sql);
  const rows = reader.getRowsJson() as unknown[][];
  connection.closeSync();
  return rows.map((row) => row.map((value) => (typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value)));
}

describe('ouroboros export', () => {
  for (const format of ['csv', 'parquet', 'jsonl'] as const)
    it(`writes tables as ${format} that DuckDB reads back to the dollar`, async () => {
      const place = folder();
      writeFileSync(join(place, 'run.ndjson.gz'), await recorded(run));
      const { code, json } = inJson(['export', 'run.ndjson.gz', '--format', format, '--out', 'tables'], { cwd: place });
      expect([code, json.ticks]).toEqual([0, 12]);
      const table = (name: string): string => `'${join(place, 'tables', `${name}.${format}`)}'`;
      expect(readdirSync(join(place, 'tables')).sort()).toEqual(['dictionary.csv', ...TABLE_NAMES.map((name) => `${name}.${format}`)].sort());

      const flows = run.frames.flatMap((frame) => frame.phases.flatMap((phase) => phase.flows));
      const total = flows.reduce((sum, flow) => sum + flow.amount, 0);
      expect(await query(`SELECT count(*), CAST(sum(amount) AS BIGINT), count(DISTINCT id) FROM ${table('flows')}`)).toEqual([[flows.length, total, flows.length]]);
      const worth = run.frames.at(-1)!.state.accounts;
      expect(await query(`SELECT party, CAST(net_worth AS BIGINT) FROM ${table('actors')} WHERE tick = 11 ORDER BY party`)).toEqual(
        Object.entries(worth)
          .map(([party, row]) => [party, row.netWorth])
          .sort(([a], [b]) => ((a as string) < (b as string) ? -1 : 1)),
      );
      // money issued stands on one side only, so that somebody's net worth is negative
      expect(Object.values(worth).some((row) => row.netWorth < 0)).toBe(true);
      expect(await query(`SELECT count(*) FROM ${table('events')} WHERE type = 'default'`)).toEqual([[run.frames.flatMap((f) => f.phases.flatMap((p) => p.events)).filter((e) => e.type === 'default').length]]);
      expect(await query(`SELECT digest FROM ${table('ticks')} ORDER BY tick DESC LIMIT 1`)).toEqual([[run.frames.at(-1)!.digest]]);
      expect(await query(`SELECT name_zh FROM ${table('parties')} WHERE party = 'nvidia'`)).toEqual([['英伟达']]);
    });

  it('says what every column means in both languages', () => {
    const columns = new Set(EXPORT_TABLES.flatMap((table) => table.columns.map((column) => column.name)));
    for (const column of columns) for (const language of ['en', 'zh'] as const) expect(meaningOf(column, makeSpeaker(language, run.header.scenario)), column).not.toBeNull();
    for (const column of TABLE_COLUMNS) expect(columns.has(column), `${column} is explained and not exported`).toBe(true);
    expect(new Set(EXPORT_TABLES.find((table) => table.name === 'actors')!.columns.map((column) => column.name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())))).toEqual(
      new Set([...ACCOUNTS, 'tick', 'party', 'kind', 'state', 'leverage', 'interestCover', 'debtServiceCover', 'runwayMonths', 'minsky']),
    );
  });

  it('starts CSV with the mark that makes spreadsheets read Chinese', async () => {
    const place = folder();
    writeFileSync(join(place, 'run.ndjson.gz'), await recorded(run));
    expect(ouroboros(['export', 'run.ndjson.gz', '--out', 'tables', '--lang', 'zh'], { cwd: place }).code).toBe(0);
    expect([...readFileSync(join(place, 'tables', 'parties.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(readFileSync(join(place, 'tables', 'dictionary.csv'), 'utf8')).toContain('含义');
  });

  it('leaves nothing behind when the recording turns out to be damaged', async () => {
    const place = folder();
    const bytes = await recorded(run);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(join(place, 'run.ndjson.gz'), bytes);
    const { code, err } = ouroboros(['export', 'run.ndjson.gz', '--out', 'tables'], { cwd: place });
    expect([code, err]).toEqual([1, expect.stringMatching(/^Tick \d+ was changed after recording\. Ticks 0–\d+ are intact\.\n$/)]);
    expect(readdirSync(join(place, 'tables'))).toEqual([]);
  });

  it('says in words that a folder may not be written to', async () => {
    const place = folder();
    writeFileSync(join(place, 'run.ndjson.gz'), await recorded(run));
    // whoever may do everything may not make folders among the processes; elsewhere nobody else is asked
    const closed = process.platform === 'linux' ? '/proc' : join(place, 'closed');
    if (process.platform !== 'linux') mkdirSync(closed, { mode: 0o555 });
    const refused = ['en', 'zh'].map((lang) => ouroboros(['export', 'run.ndjson.gz', '--out', join(closed, 'tables'), '--lang', lang], { cwd: place }));
    expect(refused.map(({ code }) => code)).toEqual([1, 1]);
    expect(refused[0]!.err).toMatch(/tables cannot be written: (the disk is read-only|you may not write there)/);
    expect(refused[1]!.err).toMatch(/磁盘是只读的|没有写入权限/);
  });

  it('refuses a folder that is a file', async () => {
    const place = folder();
    writeFileSync(join(place, 'run.ndjson.gz'), await recorded(run));
    writeFileSync(join(place, 'tables'), 'mine');
    const { code, err } = ouroboros(['export', 'run.ndjson.gz', '--out', 'tables'], { cwd: place });
    expect([code, err]).toEqual([1, expect.stringContaining('tables cannot be written: part of the path is a file')]);
    expect(readFileSync(join(place, 'tables'), 'utf8')).toBe('mine');
    mkdirSync(join(place, 'folder', 'flows.csv'), { recursive: true });
    expect(ouroboros(['export', 'run.ndjson.gz', '--out', 'folder'], { cwd: place }).code).toBe(1);
    expect(existsSync(join(place, 'folder', 'ticks.csv'))).toBe(false);
  });
});
