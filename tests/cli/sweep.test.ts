import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { noRedis, startBroker } from '../queue/redis.ts';
import { folder, inJson, ouroboros, startOuroboros } from './ouroboros.ts';

const small = ['--months', '6', '--workers', '2'];

describe('ouroboros sweep', () => {
  it('writes tables whose every row is replayed by the command it names, to the same state', async () => {
    const cwd = folder();
    const { code, json } = inJson(['sweep', 'base', '--runs', '6', '--vary', 'demand.growth=0.5..1.5', '--vary', 'neocloud.advanceRate=60..85', '--out', 'results', ...small], { cwd });
    expect(code).toBe(0);
    expect(json).toMatchObject({ ok: true, histories: 6, before: 0, manifest: { vary: [{ name: 'demand.growth' }, { name: 'neocloud.advanceRate', low: 0.6, high: 0.85 }] } });
    const database = await (await DuckDBInstance.create(':memory:')).connect();
    const [row] = (await database.runAndReadAll(`SELECT replay, state_digest FROM '${cwd}/results/histories.parquet' WHERE history = 3`)).getRowObjectsJson() as [{ replay: string; state_digest: string }];
    expect(row.replay.startsWith('npx ouroboros ')).toBe(true);
    const replayed = ouroboros(row.replay.split(' ').slice(2), { cwd });
    expect([replayed.code, replayed.err]).toEqual([0, '']);
    expect(inJson(['verify', 'history-3.ndjson.gz'], { cwd }).code).toBe(0);
    ouroboros(['export', 'history-3.ndjson.gz', '--format', 'jsonl', '--out', 'tables'], { cwd });
    const months = readFileSync(join(cwd, 'tables', 'ticks.jsonl'), 'utf8').trim().split('\n');
    expect(months.at(-1)).toContain(row.state_digest);
  });

  it('is stopped by Ctrl-C with what is done intact, and resumed', async () => {
    const cwd = folder();
    const args = ['sweep', 'base', '--runs', '40', '--out', 'results', '--months', '12', '--workers', '1'];
    const running = startOuroboros(args, { cwd });
    const journal = join(cwd, 'results', 'histories.journal');
    while (!existsSync(journal) || readFileSync(journal).length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
    running.kill('SIGINT');
    const stopped = await running.ended;
    expect([stopped.code, stopped.out]).toEqual([130, '']);
    expect(stopped.err).toMatch(/Stopped\. \d+ of 40 histories are safe in results/);
    expect(ouroboros(args, { cwd }).err).toContain('--resume');
    const lines = readFileSync(journal, 'utf8').trim().split('\n').length;
    const { json } = inJson([...args, '--resume'], { cwd });
    expect(json).toMatchObject({ ok: true, histories: 40, before: lines });
    // once more there is nothing left to do
    expect(inJson([...args, '--resume'], { cwd })).toMatchObject({ code: 0, json: { ok: true, histories: 40, before: 40 } });
  });

  it('in shares on several machines is merged into the whole', () => {
    const cwd = folder();
    const args = ['sweep', 'base', '--runs', '6', ...small];
    for (const part of ['1/2', '2/2']) expect(ouroboros([...args, '--shard', part, '--out', `part-${part[0]}`], { cwd }).code).toBe(0);
    expect(inJson(['merge', 'part-1', '--out', 'half'], { cwd })).toMatchObject({ code: 1, json: { ok: false, missingShares: [2] } });
    expect(inJson(['merge', 'part-1', 'part-2', '--out', 'whole'], { cwd })).toMatchObject({ code: 0, json: { ok: true, histories: 6 } });
    ouroboros([...args, '--out', 'straight'], { cwd });
    expect(readFileSync(join(cwd, 'whole', 'summary.json'), 'utf8')).toBe(readFileSync(join(cwd, 'straight', 'summary.json'), 'utf8'));
  });

  it.skipIf(noRedis !== null)('on a queue is done by a worker, and comes out as on threads', async () => {
    const cwd = folder();
    const broker = await startBroker('nothing');
    const args = ['sweep', 'base', '--runs', '6', ...small];
    const worker = startOuroboros(['worker', '--queue', broker.address, '--workers', '1'], { cwd });
    const queued = startOuroboros([...args, '--out', 'queued', '--queue', broker.address], { cwd });
    expect((await queued.ended).code).toBe(0);
    worker.kill('SIGINT');
    expect((await worker.ended).out).toContain('6 histories finished here');
    ouroboros([...args, '--out', 'straight'], { cwd });
    expect(readFileSync(join(cwd, 'queued', 'summary.json'), 'utf8')).toBe(readFileSync(join(cwd, 'straight', 'summary.json'), 'utf8'));
    await broker.stop();
  });

  it.each([
    [['--vary', 'demand.growht=0.4..1.2'], 2, 'Did you mean demand.growth?', '是不是想写 demand.growth？'],
    [['--vary', 'demand.growth'], 2, '--vary demand.growth=0.4..1.2', '--vary demand.growth=0.4..1.2'],
    [['--vary', 'tax.rate=50..300', '--design', 'grid'], 2, 'between 0 and 1', '在 0 与 1 之间'],
    [['--design', 'sobol', '--runs', '5', '--vary', 'tax.rate=0..0.3'], 2, '--runs 32', '--runs 32'],
    [['--shard', '9/8'], 2, '--shard 3/8', '--shard 3/8'],
    [['--queue', 'localhost:6379'], 2, 'redis://localhost:6379', 'redis://localhost:6379'],
    [['--queue', 'redis://127.0.0.1:1'], 1, 'No Redis answers', '没有 Redis 应答'],
    [['--runs', '0'], 2, '--runs', '--runs'],
  ])('refuses %j in words and writes nothing', (extra, code, en, zh) => {
    const cwd = folder();
    const english = ouroboros(['sweep', 'base', '--out', 'results', '--months', '3', ...extra], { cwd });
    expect([english.code, english.out]).toEqual([code, '']);
    expect(english.err).toContain(en);
    expect(ouroboros(['sweep', 'base', '--out', 'results', '--months', '3', '--lang', 'zh', ...extra], { cwd }).err).toContain(zh);
    expect(readdirSync(cwd)).toEqual([]);
  });
});
