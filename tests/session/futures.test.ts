import { describe, expect, it } from 'vitest';
import type { History } from '../../src/histories/history.ts';
import type { Header } from '../../src/model/frame.ts';
import { createFutures, timeLeft, WANTED, type ManyListener, type ManyRequest } from '../../src/session/futures.ts';
import { createSession } from '../../src/session/session.ts';
import { growingRun, type ShownRun } from '../../src/session/shown-run.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const { header } = syntheticRun({ ticks: 3 });
const shown = (change: Partial<Header> = {}): ShownRun => growingRun({ ...header, ...change }, { kind: 'simulated' });
const historyWith = (seed: string): { readonly id: string; readonly history: History } => ({ id: seed, history: { seed } as History });

/** Simulates nothing; told what to say. */
function assembled() {
  const asked: { readonly request: ManyRequest; readonly listener: ManyListener; readonly did: string[] }[] = [];
  const session = createSession();
  const futures = createFutures(session, (request, listener) => {
    const did: string[] = [];
    asked.push({ request, listener, did });
    return { pause: () => did.push('pause'), resume: () => did.push('resume'), stop: () => did.push('stop') };
  });
  session.put(shown());
  return { session, futures, asked };
}
const seeds = (futures: ReturnType<typeof assembled>['futures']): readonly string[] => futures.store.get()!.histories.map((history) => history.seed);

describe('the futures of a scenario', () => {
  it('are a thousand, with the seeds a sweep of the command has, whatever the seed on the page', () => {
    const { futures, asked } = assembled();
    expect(futures.store.get()).toBeNull();
    futures.start();
    const { orders, scenarioDigest, model } = asked[0]!.request;
    expect([orders.length, new Set(orders.map((order) => order.seed)).size]).toEqual([WANTED, WANTED]);
    expect(orders.slice(0, 2)).toEqual([{ id: '1:0', seed: '1:0', set: {}, off: null }, { id: '1:1', seed: '1:1', set: {}, off: null }]);
    expect([scenarioDigest, model]).toEqual([header.scenarioDigest, header.model]);
  });

  it('come in batches, and say how long the rest will take', () => {
    const { futures, asked } = assembled();
    futures.start();
    expect(timeLeft(futures.store.get()!)).toBeNull();
    asked[0]!.listener.outcomes([historyWith('1:0'), { id: '1:1', error: 'books off' }], 500);
    asked[0]!.listener.outcomes([historyWith('1:2')], 400);
    expect(seeds(futures)).toEqual(['1:0', '1:2']);
    expect(futures.store.get()!.failed).toEqual(['1:1']);
    expect(timeLeft(futures.store.get()!)).toBe(400 * (WANTED - 3));
    asked[0]!.listener.finished();
    expect(futures.store.get()!.status).toBe('done');
    expect(timeLeft(futures.store.get()!)).toBeNull();
  });

  it('can be held and gone on with, and are begun with none again when discarded', () => {
    const { futures, asked } = assembled();
    futures.start();
    asked[0]!.listener.outcomes([historyWith('1:0')], 500);
    futures.pause();
    expect([futures.store.get()!.status, asked[0]!.did]).toEqual(['paused', ['pause']]);
    // what was begun before the pause still counts
    asked[0]!.listener.outcomes([historyWith('1:1')], 500);
    expect([futures.store.get()!.status, seeds(futures)]).toEqual(['paused', ['1:0', '1:1']]);
    futures.resume();
    expect([futures.store.get()!.status, asked[0]!.did]).toEqual(['running', ['pause', 'resume']]);
    futures.clear();
    expect([futures.store.get(), asked[0]!.did.at(-1)]).toEqual([null, 'stop']);
    asked[0]!.listener.outcomes([historyWith('1:2')], 500);
    expect(futures.store.get()).toBeNull();
  });

  it('stay when one of them is put on the page', () => {
    const { session, futures, asked } = assembled();
    futures.start();
    asked[0]!.listener.outcomes([historyWith('1:0')], 500);
    session.put(shown({ seed: '1:0' }));
    expect([futures.store.get()!.status, seeds(futures), asked[0]!.did]).toEqual(['running', ['1:0'], []]);
  });

  it('stop for another scenario or change, and are there again when it is undone', () => {
    const { session, futures, asked } = assembled();
    futures.start();
    asked[0]!.listener.outcomes([historyWith('1:0')], 500);
    session.put(shown({ scenarioDigest: 'changed' }));
    expect([futures.store.get(), asked[0]!.did]).toEqual([null, ['stop']]);
    asked[0]!.listener.outcomes([historyWith('1:1')], 500);
    expect(futures.store.get()).toBeNull();
    session.put(shown());
    expect([futures.store.get()!.status, seeds(futures)]).toEqual(['paused', ['1:0']]);
    futures.resume();
    // only what is lacking is asked for
    expect(asked[1]!.request.orders.length).toBe(WANTED - 1);
    expect(asked[1]!.request.orders[0]!.seed).toBe('1:1');
  });

  it('hold to what a what-if changed', () => {
    const { session, futures, asked } = assembled();
    const parent = { digest: 'd', tick: 1, changes: [] };
    session.put(shown({ parent }));
    futures.start();
    expect(asked[0]!.request.parent).toEqual(parent);
  });

  it('are refused for a recording that other rules made', () => {
    const { futures, asked } = assembled();
    futures.start();
    asked[0]!.listener.refused();
    expect(futures.store.get()!.status).toBe('refused');
  });
});
