/**
 * Histories on the threads of one machine. Each thread has a few at a time: enough to be worth the handing over, few
 * enough that Ctrl-C is answered soon.
 */
import { availableParallelism } from 'node:os';
import { Piscina } from 'piscina';
import type { NamedOrder, Outcome, Work } from '../histories/work.ts';

/** Carries out orders in any order; `accept` is called once for each that came to its end before `stop` was asked. */
export type Execute = (orders: readonly NamedOrder[], accept: (outcome: Outcome) => void, stop: { readonly asked: boolean }) => Promise<void>;

export interface PoolOptions {
  readonly scenarioDigest: string;
  readonly scenarioText: string;
  readonly threads: number;
  /** The built thread. */
  readonly file: string;
}

/** Milliseconds of work that are handed to a thread at once. */
const MOUTHFUL_MS = 60;
const MOST_AT_ONCE = 64;

export const usualThreads = (): number => Math.max(1, availableParallelism());

export function poolOf(file: string, threads: number): Piscina<Work, Outcome[]> {
  return new Piscina<Work, Outcome[]>({ filename: file, minThreads: threads, maxThreads: threads, idleTimeout: 60_000 });
}

export const onThreads = ({ scenarioDigest, scenarioText, threads, file }: PoolOptions): Execute => async (orders, accept, stop) => {
  if (orders.length === 0) return;
  const pool = poolOf(file, Math.min(threads, orders.length));
  let next = 0;
  let size = 1;
  const feed = async (): Promise<void> => {
    while (next < orders.length && !stop.asked) {
      const mouthful = orders.slice(next, next + size);
      next += mouthful.length;
      const began = performance.now();
      for (const outcome of await outcomesOf(pool, { scenarioDigest, scenarioText, orders: mouthful })) accept(outcome);
      const each = (performance.now() - began) / mouthful.length;
      size = Math.max(1, Math.min(MOST_AT_ONCE, Math.round(MOUTHFUL_MS / each)));
    }
  };
  try {
    // two mouthfuls a thread: one being worked on, one waiting
    await Promise.all(Array.from({ length: 2 * threads }, feed));
  } finally {
    await pool.destroy();
  }
};

/** A thread that dies takes a mouthful with it; its histories are then tried one by one, so that one bad one is named. */
async function outcomesOf(pool: Piscina<Work, Outcome[]>, work: Work): Promise<Outcome[]> {
  try {
    return await pool.run(work);
  } catch (error) {
    const [only, ...others] = work.orders;
    if (only === undefined) return [];
    if (others.length === 0) return [{ id: only.id, error: error instanceof Error ? error.message : String(error) }];
    const outcomes: Outcome[] = [];
    for (const order of work.orders) outcomes.push(...(await outcomesOf(pool, { ...work, orders: [order] })));
    return outcomes;
  }
}
