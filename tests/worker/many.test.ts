import { describe, expect, it } from 'vitest';
import type { Outcome, Work } from '../../src/histories/work.ts';
import type { ManyRequest } from '../../src/session/futures.ts';
import type { Hand } from '../../src/worker/hand.ts';
import { manyHistories, usualWorkers } from '../../src/worker/many.ts';

const request = (count: number): ManyRequest => ({ scenario: { id: 'x' } as unknown as ManyRequest['scenario'], scenarioDigest: 'd', model: '1', orders: Array.from({ length: count }, (_, nth) => ({ id: `${nth}`, seed: `${nth}`, set: {}, off: null })) });
const done = (work: Work): Outcome[] => work.orders.map(({ id }) => ({ id, history: { seed: id } }) as Outcome);
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

interface Watched {
  readonly outcomes: Outcome[];
  readonly works: Work[];
  ended: number;
  end: string;
}
/** A crew of hands that do as `histories` says. */
function crew(count: number, options: { readonly workers?: number; readonly hire?: (nth: number, watched: Watched) => Hand; readonly here?: (watched: Watched) => Hand }) {
  const watched: Watched = { outcomes: [], works: [], ended: 0, end: '' };
  let hired = 0;
  const many = manyHistories({
    workers: options.workers ?? 2,
    hire: () => (options.hire ?? good)(hired++, watched),
    here: () => (options.here ?? (() => good(-1, watched)))(watched),
  })(request(count), {
    outcomes: (outcomes) => void watched.outcomes.push(...outcomes),
    finished: () => (watched.end = 'finished'),
    refused: () => (watched.end = 'refused'),
  });
  return { many, watched, hired: () => hired };
}
const good = (_nth: number, watched: Watched): Hand => ({
  rules: () => Promise.resolve('1'),
  async histories(work) {
    watched.works.push(work);
    await turn();
    return done(work);
  },
  end: () => void (watched.ended += 1),
});
const dead = (): Hand => ({ rules: () => Promise.reject(new Error('never started')), histories: () => Promise.reject(new Error('not asked')), end: () => undefined });
async function until(holds: () => boolean): Promise<void> {
  for (let nth = 0; nth < 3000 && !holds(); nth++) await turn();
  expect(holds()).toBe(true);
}
const ids = (watched: Watched): number[] => watched.outcomes.map(({ id }) => Number(id)).sort((a, b) => a - b);
const all = (count: number): number[] => Array.from({ length: count }, (_, nth) => nth);

describe('many histories on the processors of a machine', () => {
  it('leave one processor for the page', () => {
    expect([1, 2, 8, 1000].map(usualWorkers)).toEqual([1, 1, 7, 32]);
  });

  it('are each made once, by several workers, which are let go at the end', async () => {
    const { watched, hired } = crew(150, {});
    await until(() => watched.end === 'finished');
    expect(ids(watched)).toEqual(all(150));
    expect([hired(), watched.ended >= 2]).toEqual([2, true]);
    // quick histories are handed over several at a time
    expect(Math.max(...watched.works.map((work) => work.orders.length))).toBeGreaterThan(1);
  });

  it('rest while paused and go on afterwards', async () => {
    const { many, watched } = crew(200, {});
    await until(() => watched.works.length > 0);
    many.pause();
    await turn();
    await turn();
    const before = watched.works.length;
    for (let nth = 0; nth < 20; nth++) await turn();
    expect(watched.works.length).toBe(before);
    expect(watched.end).toBe('');
    many.resume();
    await until(() => watched.end === 'finished');
    expect(ids(watched)).toEqual(all(200));
  });

  it('say nothing any more once stopped', async () => {
    const { many, watched } = crew(500, {});
    await until(() => watched.outcomes.length > 0);
    many.stop();
    const before = watched.outcomes.length;
    for (let nth = 0; nth < 20; nth++) await turn();
    expect([watched.outcomes.length, watched.end]).toEqual([before, '']);
    expect(watched.ended).toBeGreaterThanOrEqual(2);
  });

  it('are made on this thread where no worker ever answers', async () => {
    const { watched } = crew(5, { hire: () => dead() });
    await until(() => watched.end === 'finished');
    expect(ids(watched)).toEqual(all(5));
    const without = crew(5, {
      hire: () => {
        throw new Error('no workers here');
      },
    });
    await until(() => without.watched.end === 'finished');
    expect(ids(without.watched)).toEqual(all(5));
  });

  it('lose what a worker had in hand when it died, and no more: another takes its place', async () => {
    const { watched, hired } = crew(60, {
      workers: 1,
      hire: (nth, seen) => (nth > 0 ? good(nth, seen) : { ...good(nth, seen), histories: (work) => (work.orders[0]!.id === '0' ? Promise.resolve(done(work)) : Promise.reject(new Error('out of memory'))) }),
    });
    await until(() => watched.end === 'finished');
    expect(ids(watched)).toEqual(all(60));
    const lost = watched.outcomes.filter((outcome) => 'error' in outcome);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThan(60);
    expect(hired()).toBe(2);
  });

  it('are refused when the rules at hand are others', async () => {
    const { watched } = crew(5, { hire: (nth, seen) => ({ ...good(nth, seen), rules: () => Promise.resolve('2') }) });
    await until(() => watched.end === 'refused');
    expect(watched.outcomes).toEqual([]);
  });
});
