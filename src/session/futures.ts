/**
 * Many histories of the scenario on the page, with its changes, each under a luck of its own: as many as there are so
 * far, and whether more are coming. They belong to a scenario and its changes; a history on the page under another seed
 * keeps them, another scenario puts them aside.
 */
import type { History } from '../histories/history.ts';
import { seedOf, USUAL_BASE } from '../histories/order.ts';
import type { NamedOrder, Outcome } from '../histories/work.ts';
import { canonical } from '../model/canonical.ts';
import type { Header } from '../model/frame.ts';
import type { Session } from './session-commands.ts';
import { shownRun } from './state.ts';
import { createStore, type Store } from './store.ts';

/** How many there are to be; the first ten already say something, and it can be paused at any time. */
export const WANTED = 1000;

export interface ManyRequest extends Pick<Header, 'scenario' | 'scenarioDigest' | 'model' | 'parent'> {
  readonly orders: readonly NamedOrder[];
}
export interface ManyListener {
  /** Histories that have come to their end since the last time, and milliseconds from one to the next so far. */
  outcomes(outcomes: readonly Outcome[], pace: number): void;
  finished(): void;
  /** The rules at hand are not those that made the run. */
  refused(): void;
}
export interface Many {
  pause(): void;
  resume(): void;
  /** Nothing is heard after that. */
  stop(): void;
}
/** Simulates histories elsewhere, several at a time where there are processors for it. */
export type SimulateMany = (request: ManyRequest, listener: ManyListener) => Many;

export interface Futures {
  /** In the order in which they came to their ends. */
  readonly histories: readonly History[];
  /** Seeds of those the rules could not finish. */
  readonly failed: readonly string[];
  readonly status: 'running' | 'paused' | 'done' | 'refused';
  /** Milliseconds from one history to the next; null before the first. */
  readonly pace: number | null;
}

export interface FuturesControl {
  /** Those of the run on the page; null before anything was asked for. */
  readonly store: Store<Futures | null>;
  /** Simulates until all are there, from those that are. */
  start(): void;
  pause(): void;
  resume(): void;
  /** Forgets them. */
  clear(): void;
}

/** Scenarios whose histories are kept, so that undoing a change brings its futures back. */
const MOST_KEPT = 4;

/** Milliseconds until all are there; null while that cannot be known or nothing runs. */
export function timeLeft({ status, pace, histories, failed }: Futures): number | null {
  return status === 'running' && pace !== null ? pace * (WANTED - histories.length - failed.length) : null;
}

export function createFutures(session: Session, simulateMany: SimulateMany): FuturesControl {
  const store = createStore<Futures | null>(null);
  const kept = new Map<string, Futures>();
  let here: { readonly header: Header; readonly key: string } | null = null;
  let many: Many | null = null;

  session.store.subscribe(follow);
  follow();

  function follow(): void {
    const header = shownRun(session.store.get())?.source.header;
    if (header === undefined || header === here?.header) return;
    const key = canonical([header.model, header.scenarioDigest, header.parent ?? null]);
    const same = key === here?.key;
    if (!same) end();
    here = { header, key };
    if (!same) store.set(kept.get(key) ?? null);
  }

  /** Lets go of the workers; what is there stays. */
  function end(): void {
    many?.stop();
    many = null;
    const futures = store.get();
    if (futures?.status === 'running') put({ ...futures, status: 'paused' });
  }

  function put(futures: Futures | null): void {
    if (here === null) return;
    store.set(futures);
    kept.delete(here.key);
    if (futures === null) return;
    kept.set(here.key, futures);
    for (const oldest of kept.keys()) {
      if (kept.size <= MOST_KEPT) break;
      kept.delete(oldest);
    }
  }

  function start(): void {
    if (here === null) return;
    many?.stop();
    const { header, key } = here;
    const before = store.get();
    const histories = before?.histories ?? [];
    const failed = before?.failed ?? [];
    const known = new Set([...histories.map(({ seed }) => seed), ...failed]);
    const orders = Array.from({ length: WANTED }, (_, nth) => seedOf(USUAL_BASE, nth)).filter((seed) => !known.has(seed)).map((seed): NamedOrder => ({ id: seed, seed, set: {}, off: null }));
    put({ histories, failed, status: 'running', pace: null });
    const change = (next: (futures: Futures) => Futures): void => {
      const futures = store.get();
      if (here?.key === key && futures !== null) put(next(futures));
    };
    const { scenario, scenarioDigest, model, parent } = header;
    many = simulateMany(
      { scenario, scenarioDigest, model, ...(parent === undefined ? {} : { parent }), orders },
      {
        outcomes: (outcomes, pace) =>
          change((futures) => ({
            ...futures,
            histories: [...futures.histories, ...outcomes.flatMap((outcome) => ('history' in outcome ? [outcome.history] : []))],
            failed: [...futures.failed, ...outcomes.flatMap((outcome) => ('error' in outcome ? [outcome.id] : []))],
            pace,
          })),
        finished: () => change((futures) => ({ ...futures, status: 'done' })),
        refused: () => change((futures) => ({ ...futures, status: 'refused' })),
      },
    );
  }

  return {
    store,
    start,
    pause() {
      const futures = store.get();
      if (futures?.status !== 'running') return;
      many?.pause();
      put({ ...futures, status: 'paused' });
    },
    resume() {
      const futures = store.get();
      if (futures?.status !== 'paused') return;
      if (many === null) return start();
      many.resume();
      put({ ...futures, status: 'running' });
    },
    clear() {
      end();
      put(null);
    },
  };
}
