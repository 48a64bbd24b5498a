import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { onQueue } from '../../src/ensemble/on-queue.ts';
import { fetchedMark, jobId, outcomeKey, parseAddress, PREFIX, queueName, scenarioKey, secondKey, withoutPassword, type HistoryJob } from '../../src/ensemble/queue.ts';
import { contentId, ordersOf } from '../../src/ensemble/plan.ts';
import { runSweep, type SweepRequest, type Watch } from '../../src/ensemble/sweep.ts';
import { makeWorker, type Outcome } from '../../src/histories/work.ts';
import { bundle } from '../ensemble/bundle.ts';
import { INVENTED_MODEL, startInvented } from '../ensemble/invented.ts';
import { freshFolder, here, quiet, requestFor, sha256, stoppingAt } from '../ensemble/requests.ts';
import { noRedis, startBroker, type Broker } from './redis.ts';
import { QUICK } from './timing.ts';

if (noRedis !== null) console.warn(`skipped: ${noRedis}`);

let built = '';
const workers = new Set<ChildProcess>();
beforeAll(async () => {
  built = await bundle({ worker: join(import.meta.dirname, 'worker.ts'), thread: join(import.meta.dirname, '../ensemble/invented-worker.ts') });
});
afterAll(() => {
  for (const worker of workers) worker.kill('SIGKILL');
  rmSync(built, { recursive: true, force: true });
});

/** A worker process; histories take it this long. Resolves once it has said that it works. */
async function startWorker(broker: Broker, slow = 0): Promise<ChildProcess & { readonly finished: () => number }> {
  const worker = spawn(process.execPath, [join(built, 'worker.mjs'), broker.address, join(built, 'thread.mjs')], { env: { ...process.env, OUROBOROS_TEST_SLOW_MS: String(slow) }, stdio: ['ignore', 'pipe', 'inherit'] });
  workers.add(worker);
  let said = '';
  await new Promise<void>((resolve, reject) => {
    worker.once('exit', (code) => reject(new Error(`a worker ended at once with ${code}`)));
    worker.stdout.on('data', (text: Buffer) => {
      said += text.toString();
      resolve();
    });
  });
  return Object.assign(worker, { finished: () => said.split('\n').filter((line) => /^\d+$/.test(line)).length });
}
async function end(worker: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = new Promise((resolve) => worker.once('exit', resolve));
  worker.kill(signal);
  await gone;
  workers.delete(worker);
}

const textOf = (request: SweepRequest): string => canonical(request.scenario);
const through = (broker: Broker, request: SweepRequest) => onQueue({ address: broker.address, model: INVENTED_MODEL, scenarioDigest: request.plan.scenario, scenarioText: textOf(request), timing: QUICK });
/** Does something once so many histories are there. */
function at(count: number, work: () => void): Watch & { readonly seen: number[] } {
  const watch = quiet();
  let done = false;
  return {
    ...watch,
    progress: (now, total) => {
      watch.progress(now, total);
      if (now < count || done) return;
      done = true;
      work();
    },
  };
}
/** What a sweep comes to without any queue. */
const expected = async (change: Parameters<typeof requestFor>[1]) => {
  const request = requestFor(freshFolder(), change);
  return (await runSweep(request, here(request.scenario), quiet())).summary;
};

describe.skipIf(noRedis !== null)('a sweep on a queue', () => {
  it('with two workers comes out as on one thread, each history once', async () => {
    const broker = await startBroker('nothing');
    const [one, two] = await Promise.all([startWorker(broker, 5), startWorker(broker, 5)]);
    const request = requestFor(freshFolder(), { runs: 80 });
    const report = await runSweep(request, through(broker, request), quiet());
    expect(report.kept).toBe(80);
    expect(report.summary).toEqual(await expected({ runs: 80 }));
    expect(one.finished()).toBeGreaterThan(0);
    expect(two.finished()).toBeGreaterThan(0);
    // asked politely a worker finishes and goes
    await Promise.all([end(one, 'SIGTERM'), end(two, 'SIGTERM')]);
    await broker.stop();
  });

  it('loses nothing when workers are killed in the middle of a history', async () => {
    const broker = await startBroker('nothing');
    const [doomed, next] = await Promise.all([startWorker(broker, 40), startWorker(broker, 40)]);
    const request = requestFor(freshFolder(), { runs: 50 });
    const watch = at(8, () => void end(doomed, 'SIGKILL'));
    const report = await runSweep(request, through(broker, request), watch);
    expect(doomed.killed).toBe(true);
    expect([report.kept, report.manifest.failed]).toEqual([50, []]);
    expect(report.summary).toEqual(await expected({ runs: 50 }));
    await end(next, 'SIGKILL');
    await broker.stop();
  });

  it('gives the history of a worker that stalls to another, and drops what the first brings when it wakes', async () => {
    const broker = await startBroker('nothing');
    const [sleeper, next] = await Promise.all([startWorker(broker, 60), startWorker(broker, 60)]);
    const request = requestFor(freshFolder(), { runs: 40 });
    const watch = at(6, () => void sleeper.kill('SIGSTOP'));
    const report = await runSweep(request, through(broker, request), watch);
    expect([report.kept, report.manifest.failed]).toEqual([40, []]);
    expect(report.summary).toEqual(await expected({ runs: 40 }));
    const before = next.finished();
    sleeper.kill('SIGCONT');
    // awake again, it works on
    const more = requestFor(freshFolder(), { runs: 60 });
    expect((await runSweep(more, through(broker, more), quiet())).kept).toBe(60);
    expect(before).toBeGreaterThan(0);
    await Promise.all([end(sleeper, 'SIGKILL'), end(next, 'SIGKILL')]);
    await broker.stop();
  });

  it('goes on when the broker is killed and comes back with its append-only file', async () => {
    const broker = await startBroker('everything');
    await broker.redis.set('before', 'the power cut');
    const worker = await startWorker(broker, 15);
    const request = requestFor(freshFolder(), { runs: 60 });
    const report = await runSweep(request, through(broker, request), at(10, () => void broker.kill().then(() => broker.start())));
    expect([report.kept, report.manifest.failed]).toEqual([60, []]);
    expect(report.summary).toEqual(await expected({ runs: 60 }));
    // it did come back with what it had
    expect(await broker.redis.get('before')).toBe('the power cut');
    await end(worker, 'SIGKILL');
    await broker.stop();
  });

  it('tells a broker that came back empty everything again', async () => {
    const broker = await startBroker('nothing');
    await broker.redis.set('before', 'the power cut');
    const worker = await startWorker(broker, 15);
    const request = requestFor(freshFolder(), { runs: 40 });
    const report = await runSweep(request, through(broker, request), at(10, () => void broker.kill().then(() => broker.start())));
    expect([report.kept, report.manifest.failed]).toEqual([40, []]);
    expect(report.summary).toEqual(await expected({ runs: 40 }));
    expect(await broker.redis.get('before')).toBeNull();
    await end(worker, 'SIGKILL');
    await broker.stop();
  });

  it('when stopped leaves workers working, and fetches what they made when resumed', async () => {
    const broker = await startBroker('nothing');
    const worker = await startWorker(broker, 10);
    const folder = freshFolder();
    const request = requestFor(folder, { runs: 30 });
    await expect(runSweep(request, through(broker, request), stoppingAt(5))).rejects.toMatchObject({ problem: { key: 'sweep.interrupted' } });
    while ((await broker.redis.llen(`${PREFIX}:${queueName(INVENTED_MODEL)}:wait`)) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await end(worker, 'SIGTERM');
    // nobody works now: the rest is there already
    const resumed = await runSweep({ ...request, resume: true }, through(broker, request), quiet());
    expect(resumed.kept).toBe(30);
    // the same sweep into another folder is made again, since its outcomes were fetched
    const again = requestFor(freshFolder(), { runs: 30 });
    const late = startWorker(broker);
    expect((await runSweep(again, through(broker, again), quiet())).kept).toBe(30);
    await end(await late, 'SIGKILL');
    await broker.stop();
  });

  it('keeps one outcome of a history that is delivered twice, and brings to light when the two differ', async () => {
    const broker = await startBroker('nothing');
    const { redis } = broker;
    const request = requestFor(freshFolder(), { runs: 2 });
    const orders = ordersOf(request.plan).map((order) => ({ id: contentId(sha256, request.plan, order), seed: order.seed, set: order.set, off: order.off }));
    const [same, other] = orders as [(typeof orders)[0], (typeof orders)[0]];
    const outcome = makeWorker(startInvented)({ scenarioDigest: request.plan.scenario, scenarioText: textOf(request), orders: [same] })[0]!;
    await redis.set(scenarioKey(request.plan.scenario), textOf(request));
    await redis.set(outcomeKey(same.id), fetchedMark(canonical(outcome)));
    await redis.set(outcomeKey(other.id), fetchedMark('something else'));
    const queue = new Queue<HistoryJob>(queueName(INVENTED_MODEL), { connection: parseAddress(broker.address), prefix: PREFIX });
    for (const [order, times] of [[same, 2], [other, 1]] as const)
      for (let nth = 0; nth < times; nth++) await queue.add('history', { scenario: request.plan.scenario, order }, { jobId: `${jobId(order.id)}-${nth}` });
    const worker = await startWorker(broker);
    const count = async () => (await queue.getCompletedCount()) + (await queue.getFailedCount());
    while ((await count()) < 3) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await queue.getFailed()).map((job) => [job.data.order.id, job.failedReason])).toEqual([[other.id, 'conflict']]);
    expect(await redis.get(outcomeKey(same.id))).toBe(fetchedMark(canonical(outcome)));
    expect((JSON.parse((await redis.get(secondKey(other.id)))!) as Outcome).id).toBe(other.id);
    await queue.close();
    await end(worker, 'SIGKILL');
    await broker.stop();
  });

  it('says at once when nobody answers at the address', async () => {
    const broker = await startBroker('nothing');
    await broker.stop();
    const request = requestFor(freshFolder());
    await expect(runSweep(request, through(broker, request), quiet())).rejects.toMatchObject({ problem: { key: 'sweep.noBroker', address: broker.address, detail: 'ECONNREFUSED' } });
  });
});

describe('the address of a queue', () => {
  it('is a host with or without port, database and password', () => {
    expect(parseAddress('redis://queue')).toEqual({ host: 'queue', port: 6379 });
    expect(parseAddress('redis://me:s%40cret@[::1]:7000/3')).toEqual({ host: '::1', port: 7000, db: 3, username: 'me', password: 's@cret' });
    expect(parseAddress('rediss://queue:1')).toEqual({ host: 'queue', port: 1, tls: {} });
  });

  it.each(['', 'queue', 'localhost:6379', 'http://queue', 'redis://', 'redis://queue:99999', 'redis://queue/name'])('is not %j', (text) => {
    expect(() => parseAddress(text)).toThrow(expect.objectContaining({ problem: { key: 'sweep.queueAddress', value: text } }) as Error);
  });

  it('is never shown with its password', () => {
    expect(withoutPassword('redis://me:secret@queue:1')).toBe('redis://…@queue:1');
  });
});
