/**
 * What a sweep and its workers share on a broker (BullMQ on Redis): the address, the names of things, and how long they
 * are kept. Workers of other rules listen on another queue, so that no history is made by the wrong ones.
 */
import { createHash } from 'node:crypto';
import { Redis, type RedisOptions } from 'ioredis';
import type { NamedOrder } from '../histories/work.ts';
import { SweepFailed } from './problem.ts';

export const PREFIX = 'ouroboros';
export const queueName = (model: string): string => `histories-${model}`;
/** A scenario as canonical JSON, by its digest. */
export const scenarioKey = (digest: string): string => `${PREFIX}:scenario:${digest}`;
/** What a history came to: the outcome as canonical JSON, or once it has been fetched only its digest. */
export const outcomeKey = (id: string): string => `${PREFIX}:outcome:${id}`;
/** What a second finisher got instead. */
export const secondKey = (id: string): string => `${PREFIX}:second:${id}`;

/** Outcomes that nobody fetched, and scenarios that nobody used, are forgotten after so many seconds. */
export const KEPT_SECONDS = 14 * 86_400;

/** A job: one history. Its id on the queue is the name of the history, so that it waits there once. */
export interface HistoryJob {
  readonly scenario: string;
  readonly order: NamedOrder;
}
export const jobId = (id: string): string => `h-${id}`;
/** Why a job failed that came out in two ways. */
export const CONFLICT = 'conflict';

/** What stands in place of an outcome that has been fetched. */
export const fetchedMark = (outcome: string): string => `=${createHash('sha256').update(outcome).digest('hex')}`;
export const isFetchedMark = (text: string): boolean => text.startsWith('=');

export interface Timing {
  /** Milliseconds a worker has a history for itself before it must say that it is still there. */
  readonly lock: number;
  /** How often lost histories are looked for. */
  readonly lookForStalled: number;
  /** How often the sweep looks for outcomes, and tells the queue again what is missing. */
  readonly fetch: number;
  readonly tellAgain: number;
}
export const USUAL_TIMING: Timing = { lock: 30_000, lookForStalled: 15_000, fetch: 150, tellAgain: 10_000 };

const PATIENCE_MS = 5000;
const REDIS_PORT = 6379;

export type Address = Pick<RedisOptions, 'host' | 'port' | 'db' | 'username' | 'password' | 'tls'>;

/** `redis://[user:password@]host[:port][/database]`, or `rediss://` over TLS. @throws SweepFailed. */
export function parseAddress(text: string): Address {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw new SweepFailed({ key: 'sweep.queueAddress', value: withoutPassword(text) });
  }
  const database = /^\/?(\d*)$/.exec(url.pathname)?.[1];
  if (!['redis:', 'rediss:'].includes(url.protocol) || url.hostname === '' || database === undefined) throw new SweepFailed({ key: 'sweep.queueAddress', value: withoutPassword(text) });
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? REDIS_PORT : Number(url.port),
    ...(database === '' ? {} : { db: Number(database) }),
    ...(url.username === '' ? {} : { username: decodeURIComponent(url.username) }),
    ...(url.password === '' ? {} : { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' ? { tls: {} } : {}),
  };
}

/** @throws SweepFailed when no broker answers there. */
export async function checkBroker(text: string): Promise<void> {
  (await connectBroker(text)).redis.disconnect();
}

/** The address as it may be shown. */
export const withoutPassword = (text: string): string => text.replace(/\/\/[^/@]*@/, '//…@');

/**
 * A connection that waits for a broker that went away, once it has been there.
 * @throws SweepFailed when there is no answer at first.
 */
export async function connectBroker(text: string): Promise<{ readonly redis: Redis; readonly address: Address }> {
  const address = parseAddress(text);
  const options: RedisOptions = { ...address, maxRetriesPerRequest: null };
  const probe = new Redis({ ...options, lazyConnect: true, connectTimeout: PATIENCE_MS, retryStrategy: () => null });
  let why: NodeJS.ErrnoException | null = null;
  probe.on('error', (error: NodeJS.ErrnoException) => (why = error));
  try {
    await probe.connect();
    await probe.ping();
  } catch (error) {
    const cause = why ?? (error as NodeJS.ErrnoException);
    throw new SweepFailed({ key: 'sweep.noBroker', address: withoutPassword(text), detail: cause.code ?? cause.message });
  } finally {
    probe.disconnect();
  }
  const redis = new Redis({ ...options, retryStrategy: (times) => Math.min(times * 100, 2000) });
  redis.on('error', () => undefined); // it tries again by itself
  return { redis, address };
}
