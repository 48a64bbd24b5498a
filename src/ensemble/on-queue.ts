/**
 * Histories on many machines: the sweep puts them on a queue, workers take them, outcomes come back under the name of
 * the history. The queue may deliver twice and the broker may forget; what counts is what the sweep keeps, once by name.
 * It tells the queue again and again what it still lacks, which does nothing where the queue knows.
 */
import { Queue } from 'bullmq';
import { CONFLICT, connectBroker, fetchedMark, isFetchedMark, jobId, KEPT_SECONDS, outcomeKey, PREFIX, queueName, scenarioKey, secondKey, USUAL_TIMING, type HistoryJob, type Timing } from './queue.ts';
import type { Execute } from './pool.ts';
import type { NamedOrder, Outcome } from '../histories/work.ts';

export interface OnQueueOptions {
  readonly address: string;
  readonly model: string;
  readonly scenarioDigest: string;
  readonly scenarioText: string;
  readonly timing?: Timing;
  /** Told once when nobody works on the queue. */
  readonly nobodyWorks?: () => void;
}

/** Histories that wait on the queue at a time; the rest of a large sweep stays here. */
const WINDOW = 2000;
const AT_ONCE = 500;
/** A history that failed so often for no reason of its own (its worker died) is given up. */
const ATTEMPTS = 5;

export const onQueue = (options: OnQueueOptions): Execute => async (orders, accept, stop) => {
  const timing = options.timing ?? USUAL_TIMING;
  const { redis, address } = await connectBroker(options.address);
  const queue = new Queue<HistoryJob>(queueName(options.model), { connection: { ...address, maxRetriesPerRequest: null }, prefix: PREFIX });
  queue.on('error', () => undefined);
  const lacking = new Map<string, NamedOrder>();
  let next = 0;
  /** Waits for the broker, but not when somebody wants to stop. */
  const orStopped = async <Value>(answer: Promise<Value>): Promise<Value | 'stopped'> => {
    answer.catch(() => undefined);
    for (;;) {
      const first = await Promise.race([answer.then((value) => ({ value })), pause(100)]);
      if (first !== undefined) return first.value;
      if (stop.asked) return 'stopped';
    }
  };
  const tell = async (some: readonly NamedOrder[]): Promise<void> => {
    await redis.set(scenarioKey(options.scenarioDigest), options.scenarioText, 'EX', KEPT_SECONDS);
    for (let from = 0; from < some.length; from += AT_ONCE)
      await queue.addBulk(
        some.slice(from, from + AT_ONCE).map((order) => ({
          name: 'history',
          data: { scenario: options.scenarioDigest, order },
          opts: { jobId: jobId(order.id), removeOnComplete: true, attempts: ATTEMPTS, backoff: { type: 'fixed', delay: timing.tellAgain / 10 } },
        })),
      );
  };
  const fetch = async (): Promise<void> => {
    const ids = [...lacking.keys()];
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE);
      const texts = await redis.mget(some.map(outcomeKey));
      for (const [nth, text] of texts.entries()) if (text !== null) await take(some[nth]!, text);
    }
  };
  const take = async (id: string, text: string): Promise<void> => {
    // fetched by a sweep whose folder is not this one: it has to be made again
    if (isFetchedMark(text)) return void (await redis.del(outcomeKey(id)));
    const outcome = JSON.parse(text) as Outcome;
    accept(outcome);
    lacking.delete(id);
    if ('error' in outcome) await redis.del(outcomeKey(id));
    else await redis.set(outcomeKey(id), fetchedMark(text), 'EX', KEPT_SECONDS);
  };
  const lookForFailed = async (): Promise<void> => {
    for (const job of await queue.getFailed(0, AT_ONCE)) {
      const { id } = job.data.order;
      if (job.failedReason === CONFLICT) {
        const second = await redis.get(secondKey(id));
        if (second !== null) accept(JSON.parse(second) as Outcome); // which refuses what differs
      } else if (lacking.has(id)) {
        accept({ id, error: job.failedReason });
        lacking.delete(id);
      } else continue; // another sweep's
      await job.remove();
    }
  };
  const round = async (): Promise<void> => {
    if (lacking.size < WINDOW / 2 && next < orders.length) {
      const some = orders.slice(next, next + WINDOW - lacking.size);
      next += some.length;
      for (const order of some) lacking.set(order.id, order);
      await fetch(); // an earlier attempt may have left what it did not live to fetch
      await tell(some.filter((order) => lacking.has(order.id)));
    }
    await fetch();
  };
  try {
    if (options.nobodyWorks !== undefined && (await queue.getWorkersCount()) === 0) options.nobodyWorks();
    let told = Date.now();
    while ((lacking.size > 0 || next < orders.length) && !stop.asked) {
      if ((await orStopped(round())) === 'stopped') return;
      if (Date.now() - told > timing.tellAgain) {
        told = Date.now();
        if ((await orStopped(lookForFailed().then(() => tell([...lacking.values()])))) === 'stopped') return;
      }
      if (lacking.size > 0) await pause(timing.fetch);
    }
  } finally {
    // jobs stay: workers go on, and what they make is fetched when the sweep is resumed
    redis.disconnect();
    await queue.close().catch(() => undefined);
  }
};

const pause = (milliseconds: number): Promise<undefined> => new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
