/**
 * One machine's share in a sweep on a queue: takes histories, simulates them on threads, so that the connection stays
 * alive meanwhile, and leaves each outcome under its name. Whoever finishes second compares and drops; whoever dies
 * loses nothing, for its histories are given to somebody else.
 */
import { createHash } from 'node:crypto';
import { UnrecoverableError, Worker } from 'bullmq';
import { canonical } from '../model/canonical.ts';
import { poolOf } from './pool.ts';
import { CONFLICT, connectBroker, fetchedMark, isFetchedMark, KEPT_SECONDS, outcomeKey, PREFIX, queueName, scenarioKey, secondKey, USUAL_TIMING, type HistoryJob, type Timing } from './queue.ts';
import type { Outcome } from '../histories/work.ts';

export interface QueueWorkerOptions {
  readonly address: string;
  readonly model: string;
  readonly threads: number;
  /** The built thread. */
  readonly file: string;
  readonly timing?: Timing;
  /** Ends when nothing is left to do, instead of waiting for more. */
  readonly untilEmpty?: boolean;
}

export interface QueueWatch {
  /** The broker answers and work has begun. */
  begun?(): void;
  /** Histories this worker has finished. */
  finished(count: number): void;
  readonly stop: { readonly asked: boolean };
}

/** A history whose worker died so often is not tried again. */
const MOST_STALLED = 8;
const LOOK_MS = 250;

/** Works until it is asked to stop; what it has begun it finishes. @throws SweepFailed when the broker cannot be reached. */
export async function workOnQueue(options: QueueWorkerOptions, watch: QueueWatch): Promise<number> {
  const timing = options.timing ?? USUAL_TIMING;
  const { redis, address } = await connectBroker(options.address);
  const pool = poolOf(options.file, options.threads);
  const scenarios = new Map<string, string>();
  let finished = 0;

  const scenarioText = async (digest: string): Promise<string> => {
    const known = scenarios.get(digest);
    if (known !== undefined) return known;
    const text = await redis.get(scenarioKey(digest));
    if (text === null || createHash('sha256').update(text).digest('hex') !== digest) throw new Error(`scenario ${digest} is not there`);
    scenarios.set(digest, text);
    return text;
  };
  const make = async ({ scenario, order }: HistoryJob): Promise<Outcome> => {
    const text = await scenarioText(scenario);
    try {
      const [outcome] = await pool.run({ scenarioDigest: scenario, scenarioText: text, orders: [order] });
      return outcome!;
    } catch (error) {
      return { id: order.id, error: error instanceof Error ? error.message : String(error) };
    }
  };
  const leave = async (outcome: Outcome): Promise<void> => {
    const text = canonical(outcome);
    if ((await redis.set(outcomeKey(outcome.id), text, 'EX', KEPT_SECONDS, 'NX')) === 'OK') return;
    const first = await redis.get(outcomeKey(outcome.id));
    if (first === null || first === text || first === fetchedMark(text)) return;
    await redis.set(secondKey(outcome.id), text, 'EX', KEPT_SECONDS);
    throw new UnrecoverableError(CONFLICT);
  };
  const worker = new Worker<HistoryJob>(
    queueName(options.model),
    async (job) => {
      const there = await redis.get(outcomeKey(job.data.order.id));
      // delivered again although it was done
      if (there !== null && !isFetchedMark(there)) return;
      await leave(await make(job.data));
      watch.finished((finished += 1));
    },
    { connection: { ...address, maxRetriesPerRequest: null }, prefix: PREFIX, concurrency: options.threads, lockDuration: timing.lock, stalledInterval: timing.lookForStalled, maxStalledCount: MOST_STALLED },
  );
  worker.on('error', () => undefined); // it connects again by itself
  watch.begun?.();
  try {
    while (!watch.stop.asked) {
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (options.untilEmpty === true && (await isEmpty(redis, options.model))) break;
    }
    await worker.close();
  } finally {
    await worker.close(true);
    await pool.destroy();
    redis.disconnect();
  }
  return finished;
}

async function isEmpty(redis: { llen(key: string): Promise<number>; zcard(key: string): Promise<number> }, model: string): Promise<boolean> {
  const key = (kind: string): string => `${PREFIX}:${queueName(model)}:${kind}`;
  const [waiting, active, delayed] = await Promise.all([redis.llen(key('wait')), redis.llen(key('active')), redis.zcard(key('delayed'))]);
  return waiting + active + delayed === 0;
}
