/**
 * Many histories on the processors of the reader's machine, one being left for the page. Each worker is given a few at a
 * time; what they have done is told in batches. A worker that dies takes down what it had in hand and another takes its
 * place; where none ever answers, this thread does the work between two pictures.
 */
import type { NamedOrder, Outcome } from '../histories/work.ts';
import type { Many, ManyListener, ManyRequest, SimulateMany } from '../session/futures.ts';
import type { Hand } from './hand.ts';

/** Milliseconds of work that are handed over at once, and between two tellings. */
const MOUTHFUL_MS = 250;
const MOST_AT_ONCE = 64;
const MOST_WORKERS = 32;

export const usualWorkers = (processors: number): number => Math.min(MOST_WORKERS, Math.max(1, processors - 1));

export interface ManyOptions {
  readonly workers: number;
  /** @throws where there are no workers. */
  readonly hire: () => Hand;
  /** Works on this thread. */
  readonly here: () => Hand;
}

export const manyHistories = (options: ManyOptions): SimulateMany => (request, listener) => new Crew(request, listener, options);

class Crew implements Many {
  private readonly scenarioText: string;
  private readonly hands = new Set<Hand>();
  private next = 0;
  private size = 1;
  private over = false;
  private paused: { readonly until: Promise<void>; readonly end: () => void } | null = null;
  private fresh: Outcome[] = [];
  private done = 0;
  /** Of the time in which work was going on. */
  private worked = 0;
  private since = performance.now();
  private told = -Infinity;
  private telling: ReturnType<typeof setTimeout> | null = null;

  constructor(
    private readonly request: ManyRequest,
    private readonly listener: ManyListener,
    private readonly options: ManyOptions,
  ) {
    this.scenarioText = JSON.stringify(request.scenario);
    void this.work();
  }

  pause(): void {
    if (this.paused !== null) return;
    this.worked += performance.now() - this.since;
    let end = (): void => undefined;
    const until = new Promise<void>((resolve) => (end = resolve));
    this.paused = { until, end };
  }

  resume(): void {
    if (this.paused === null) return;
    this.since = performance.now();
    this.paused.end();
    this.paused = null;
  }

  stop(): void {
    this.over = true;
    for (const hand of this.hands) hand.end();
    this.paused?.end();
    if (this.telling !== null) clearTimeout(this.telling);
  }

  private async work(): Promise<void> {
    const { workers, hire, here } = this.options;
    await Promise.all(Array.from({ length: Math.min(workers, this.request.orders.length) }, () => this.attend(hire)));
    if (this.next < this.request.orders.length && !this.over) await this.attend(here);
    if (this.over) return;
    this.tell();
    this.stop();
    this.listener.finished();
  }

  /** One place of work, until nothing is left to do or nobody who comes to it can work. */
  private async attend(hire: () => Hand): Promise<void> {
    while (!this.over && this.next < this.request.orders.length) {
      let hand: Hand | null = null;
      let answered = false;
      try {
        hand = hire();
        this.hands.add(hand);
        const model = await hand.rules();
        answered = true;
        if (model !== this.request.model) return this.refuse();
        await this.feed(hand);
      } catch {
        if (!answered) return;
      } finally {
        if (hand !== null) this.hands.delete(hand);
        hand?.end();
      }
    }
  }

  /** @throws when the hand died; what it had in hand then counts as not finished. */
  private async feed(hand: Hand): Promise<void> {
    const { orders, scenarioDigest, parent } = this.request;
    for (;;) {
      if (this.paused !== null) await this.paused.until;
      if (this.over || this.next >= orders.length) return;
      const mouthful = orders.slice(this.next, this.next + this.size);
      this.next += mouthful.length;
      const began = performance.now();
      try {
        this.take(await hand.histories({ scenarioDigest, scenarioText: this.scenarioText, ...(parent === undefined ? {} : { parent }), orders: mouthful }));
      } catch (error) {
        this.take(mouthful.map(({ id }: NamedOrder) => ({ id, error: String(error) })));
        throw error;
      }
      const fits = Math.round((MOUTHFUL_MS * mouthful.length) / Math.max(1, performance.now() - began));
      this.size = Math.max(1, Math.min(MOST_AT_ONCE, 2 * mouthful.length, fits));
    }
  }

  private take(outcomes: readonly Outcome[]): void {
    if (this.over) return;
    this.fresh.push(...outcomes);
    this.done += outcomes.length;
    const wait = this.told + MOUTHFUL_MS - performance.now();
    if (wait <= 0) this.tell();
    else this.telling ??= setTimeout(() => this.tell(), wait);
  }

  private tell(): void {
    if (this.telling !== null) clearTimeout(this.telling);
    this.telling = null;
    if (this.fresh.length === 0) return;
    const outcomes = this.fresh;
    this.fresh = [];
    this.told = performance.now();
    this.listener.outcomes(outcomes, (this.worked + (this.paused === null ? performance.now() - this.since : 0)) / this.done);
  }

  private refuse(): void {
    if (this.over) return;
    this.stop();
    this.listener.refused();
  }
}
