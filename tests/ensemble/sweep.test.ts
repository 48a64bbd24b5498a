import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { soundScenario } from '../../src/cli/scenarios.ts';
import type { Disk } from '../../src/ensemble/journal.ts';
import { mergeSweeps } from '../../src/ensemble/merge.ts';
import { SweepFailed, type SweepProblem } from '../../src/ensemble/problem.ts';
import { runSweep, type SweepRequest } from '../../src/ensemble/sweep.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { withSettings } from '../../src/scenario/set.ts';
import { freshFolder, here, quiet, requestFor, sha256, stoppingAt } from './requests.ts';
import { writeSync } from 'node:fs';

const sweep = (request: SweepRequest, watch = quiet()) => runSweep(request, here(request.scenario), watch);

async function problemOf(work: () => unknown): Promise<SweepProblem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof SweepFailed) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}
/** Every file of a folder but what says how it came about. */
const filesOf = (folder: string): { [name: string]: string } => Object.fromEntries(readdirSync(folder).filter((name) => !name.endsWith('.journal')).map((name) => [name, sha256(readFileSync(join(folder, name)))]));

describe('a sweep', () => {
  it('keeps every history once, and says who fails how often', async () => {
    const folder = freshFolder();
    const watch = quiet();
    const { summary, manifest, kept } = await sweep(requestFor(folder), watch);
    expect([kept, watch.seen.at(0), watch.seen.at(-1)]).toEqual([40, 0, 40]);
    expect(manifest).toMatchObject({ complete: true, histories: 40, failed: [] });
    const startUps = summary!.actors.find((risk) => risk.actor === 'start-ups')!;
    expect(startUps.defaults).toBeGreaterThan(5);
    expect(startUps.defaults).toBeLessThan(35);
    expect(startUps.interval.low).toBeLessThan(startUps.probability);
    expect(summary!.any.probability).toBe(startUps.probability);
    expect(summary!.actors.find((risk) => risk.actor === 'nvidia')!.interval.low).toBe(0);
    expect(readdirSync(folder).sort()).toEqual(['fan.parquet', 'histories.journal', 'histories.parquet', 'manifest.json', 'months.parquet', 'scenario.yaml', 'summary.json']);
  });

  it('can be read by DuckDB, and every row names the command that replays it', async () => {
    const folder = freshFolder();
    await sweep(requestFor(folder));
    const database = await (await DuckDBInstance.create(':memory:')).connect();
    const query = async (sql: string) => (await database.runAndReadAll(sql)).getRowObjectsJson();
    const [counts] = await query(`SELECT count(*)::INT AS histories, count(default_start_ups)::INT AS failures, min(set_demand_growth) AS low, sum(credit_losses) AS lost FROM '${folder}/histories.parquet'`);
    const [months] = await query(`SELECT count(*)::INT AS rows, count(traced_share)::INT AS traced, sum(credit_losses) AS lost FROM '${folder}/months.parquet'`);
    expect(counts).toMatchObject({ histories: 40 });
    expect(months).toMatchObject({ rows: 40 * 12, traced: 40 * 10, lost: counts!['lost'] });
    const [fan] = await query(`SELECT q05, q50, q95, histories FROM '${folder}/fan.parquet' WHERE series = 'capex' AND tick = 3`);
    expect((fan as { q05: number }).q05).toBeLessThan((fan as { q95: number }).q95);
    const [row] = await query(`SELECT replay, seed, set_demand_growth AS growth FROM '${folder}/histories.parquet' WHERE history = 7`);
    expect(row!['replay']).toBe(`npx ouroboros run ${folder}/scenario.yaml --seed s:7 --set demand.growth=${row!['growth']} --out history-7.ndjson.gz`);
  });

  it('keeps a scenario beside the results that is the very one it ran', async () => {
    const folder = freshFolder();
    const scenario = soundScenario('demand-shortfall');
    await sweep(requestFor(folder, { runs: 1 }, { scenario }));
    const kept = loadScenario(readFileSync(join(folder, 'scenario.yaml'), 'utf8'), 'scenario.yaml', () => undefined);
    expect(kept).toEqual({ ok: true, scenario });
  });

  it('comes out the same whether it was stopped and resumed or not', async () => {
    const [straight, stopped] = [freshFolder(), freshFolder()];
    await sweep(requestFor(straight));
    expect(await problemOf(() => sweep(requestFor(stopped), stoppingAt(13)))).toEqual({ key: 'sweep.interrupted', folder: stopped, done: 13, total: 40 });
    expect(await problemOf(() => sweep(requestFor(stopped)))).toEqual({ key: 'sweep.unfinished', folder: stopped, done: 13, total: 40 });
    const resumed = await sweep(requestFor(stopped, {}, { resume: true }));
    expect([resumed.before, resumed.kept]).toEqual([13, 40]);
    const alike = (folder: string) => ({ ...filesOf(folder), 'histories.parquet': null });
    expect(alike(stopped)).toEqual(alike(straight));
    expect((await sweep(requestFor(stopped))).before).toBe(40);
  });

  it('goes on after a torn line, and does again what cannot be trusted', async () => {
    const folder = freshFolder();
    const journal = join(folder, 'histories.journal');
    await problemOf(() => sweep(requestFor(folder), stoppingAt(10)));
    const whole = readFileSync(journal);
    for (const cut of [1, 50, 400]) {
      truncateSync(journal, whole.length - cut);
      expect(await problemOf(() => sweep(requestFor(folder, {}, { resume: true }), stoppingAt(9)))).toMatchObject({ key: 'sweep.interrupted', done: 9 });
      writeFileSync(journal, whole);
    }
    appendFileSync(journal, 'half a li');
    const bytes = readFileSync(journal);
    bytes[bytes.indexOf(10) + 40]! ^= 1; // in the second line
    writeFileSync(journal, bytes);
    const resumed = await sweep(requestFor(folder, {}, { resume: true }));
    expect([resumed.before, resumed.kept]).toEqual([1, 40]);
  });

  it('names histories that the rules could not finish, keeps the others, and tries again when resumed', async () => {
    const folder = freshFolder();
    const { manifest, kept } = await sweep(requestFor(folder, { seed: 'broken', runs: 3 }));
    expect([kept, manifest.complete, manifest.failed.length]).toEqual([0, false, 3]);
    expect(manifest.failed[0]).toMatchObject({ index: 0, seed: 'broken:0', error: 'books do not balance' });
  });

  it('finds out that a history came out in two ways', async () => {
    const folder = freshFolder();
    const request = requestFor(folder, { runs: 2 });
    const twice = runSweep(request, async (orders, accept, stop) => {
      await here(request.scenario)(orders, accept, stop);
      await here(request.scenario)([orders[1]!], (outcome) => accept('history' in outcome ? { ...outcome, history: { ...outcome.history, digest: 'other' } } : outcome), stop);
    }, quiet());
    const problem = await problemOf(() => twice);
    expect(problem).toMatchObject({ key: 'sweep.conflict' });
    expect((problem as { replay: string }).replay).toContain('--seed s:1');
  });

  it('tells which channel carries the damage, under the same luck', async () => {
    const { summary } = await sweep(requestFor(freshFolder(), { runs: 200, channels: true }));
    expect(summary!.histories).toBe(20);
    const credit = summary!.channels.find((share) => share.channel === 'credit')!;
    expect(credit.pairs).toBe(20);
    // the invented rules halve every loss when any channel is off
    expect(credit.share).toBeCloseTo(0.5, 6);
  });

  it('shares the spread out between parameters and chance', async () => {
    const { summary } = await sweep(requestFor(freshFolder(), { runs: 4 * 64, design: 'sobol' }));
    const capex = summary!.sensitivity.capex!;
    expect(capex.map((each) => each.parameter)).toEqual(['demand.growth', 'chance']);
    expect(capex[0]!.index.total).toBeGreaterThan(0.95);
    expect(capex[1]!.index.total).toBeLessThan(0.05);
    expect(summary!.sensitivity.defaults![1]!.index.total).toBeGreaterThan(0.2);
  });
});

describe('a folder of results', () => {
  it('of another sweep is refused with what differs, and nothing in it is touched', async () => {
    const folder = freshFolder();
    await sweep(requestFor(folder, { runs: 5 }));
    const before = filesOf(folder);
    const others: readonly (readonly [Partial<SweepRequest['plan']>, Partial<SweepRequest>, string])[] = [
      [{ runs: 6 }, {}, 'runs'],
      [{ runs: 5, seed: 't' }, {}, 'seed'],
      [{ runs: 5, vary: [] }, {}, 'vary'],
      [{ runs: 5, model: '2' }, {}, 'model'],
      [{ runs: 5 }, { shard: { part: 1, of: 2 } }, 'shard'],
      [{ runs: 5 }, { scenario: withSettings(requestFor(folder).scenario, { 'tax.rate': 0.2 }) }, 'scenario'],
      [{ runs: 5 }, { scenario: { ...requestFor(folder).scenario, horizon: 6 } }, 'months'],
    ];
    for (const [plan, more, part] of others) {
      for (const resume of [false, true]) expect(await problemOf(() => sweep(requestFor(folder, plan, { ...more, resume })))).toEqual({ key: 'sweep.other', folder, differs: [part] });
    }
    expect(filesOf(folder)).toEqual(before);
  });

  it('that is no sweep, is a file, is damaged or is newer is refused and left alone', async () => {
    const folder = freshFolder();
    mkdirSync(folder);
    writeFileSync(join(folder, 'thesis.txt'), 'years of work');
    expect(await problemOf(() => sweep(requestFor(folder)))).toEqual({ key: 'sweep.notASweep', folder });
    expect(await problemOf(() => sweep(requestFor(join(folder, 'thesis.txt'))))).toMatchObject({ key: 'sweep.notASweep' });
    for (const [text, key] of [['{', 'sweep.badManifest'], ['[]', 'sweep.badManifest'], ['{"kind":"ouroboros-sweep","format":99}', 'sweep.newerManifest']] as const) {
      writeFileSync(join(folder, 'manifest.json'), text);
      expect((await problemOf(() => sweep(requestFor(folder)))).key).toBe(key);
    }
    expect(readdirSync(folder).sort()).toEqual(['manifest.json', 'thesis.txt']);
    expect((await problemOf(() => sweep(requestFor(join(folder, 'thesis.txt', 'deeper'))))).key).toMatch(/sweep\.not/);
  });

  it('is written by one program at a time, unless that one is gone', async () => {
    const folder = freshFolder();
    await problemOf(() => sweep(requestFor(folder), stoppingAt(3)));
    const lock = join(folder, '.writing');
    writeFileSync(lock, `${process.ppid} ${(await import('node:os')).hostname()}`);
    expect(await problemOf(() => sweep(requestFor(folder, {}, { resume: true })))).toEqual({ key: 'sweep.busy', folder, process: process.ppid, lock });
    writeFileSync(lock, '12 another-machine');
    expect(await problemOf(() => sweep(requestFor(folder, {}, { resume: true })))).toMatchObject({ key: 'sweep.busy' });
    writeFileSync(lock, `999999999 ${(await import('node:os')).hostname()}`);
    expect((await sweep(requestFor(folder, {}, { resume: true }))).kept).toBe(40);
    expect(existsSync(lock)).toBe(false);
  });

  it('on a full disk keeps every whole history and goes on when there is room again', async () => {
    const folder = freshFolder();
    let room = 9000;
    const full: Disk = {
      write: (file, bytes, position) => {
        if (room === 0) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
        const written = writeSync(file, bytes, 0, Math.min(room, bytes.length), position);
        room -= written;
        return written;
      },
      sync: () => undefined,
    };
    const problem = await problemOf(() => sweep(requestFor(folder, {}, { disk: full })));
    expect(problem).toMatchObject({ key: 'sweep.stoppedWriting', code: 'ENOSPC', total: 40 });
    const { done } = problem as { done: number };
    expect(done).toBeGreaterThan(0);
    const resumed = await sweep(requestFor(folder, {}, { resume: true }));
    expect([resumed.before, resumed.kept]).toEqual([done, 40]);
  });
});

describe('shares of a sweep', () => {
  it('made apart and merged are the sweep as one machine makes it', async () => {
    const [whole, merged] = [freshFolder(), freshFolder()];
    await sweep(requestFor(whole));
    const parts = [1, 2, 3].map((part) => ({ folder: freshFolder(), shard: { part, of: 3 } }));
    for (const { folder, shard } of parts) await sweep(requestFor(folder, {}, { shard }));
    const folders = parts.map((part) => part.folder);
    const partial = mergeSweeps(folders.slice(0, 2), merged, sha256);
    expect([partial.manifest.complete, partial.missing]).toEqual([false, [3]]);
    const all = mergeSweeps([...folders, folders[0]!], merged, sha256);
    expect([all.manifest.complete, all.missing, all.kept]).toEqual([true, [], 40]);
    const alike = (folder: string) => ({ ...filesOf(folder), 'histories.parquet': null });
    expect(alike(merged)).toEqual(alike(whole));
  });

  it('of different sweeps are not mixed', async () => {
    const [one, other, out] = [freshFolder(), freshFolder(), freshFolder()];
    await sweep(requestFor(one, { runs: 3 }));
    await sweep(requestFor(other, { runs: 3, seed: 't' }));
    expect(await problemOf(() => mergeSweeps([one, other], out, sha256))).toEqual({ key: 'sweep.otherShare', folder: other, first: one, differs: ['seed'] });
    expect(existsSync(out)).toBe(false);
    expect(await problemOf(() => mergeSweeps([], out, sha256))).toEqual({ key: 'sweep.nothingToMerge' });
    expect(await problemOf(() => mergeSweeps([join(dirname(out), 'nowhere')], out, sha256))).toEqual({ key: 'sweep.notAShare', folder: join(dirname(out), 'nowhere') });
    expect(basename(out)).toBe('results');
  });
});
