import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Change } from '../../src/model/frame.ts';
import type * as Random from '../../src/engine/random.ts';
import type * as Simulation from '../../src/simulation.ts';
import { hardTimes } from '../fixtures/hard-times.ts';

const RANDOM = '../../src/engine/random.ts';
/** Every draw of the run that is under way: who, when and what for, and what came out. */
let draws = new Map<string, number>();
/** The rules, loaded anew so that they draw through what writes down; other files in this process keep theirs. */
let startBatch: typeof Simulation.startBatch;
beforeAll(async () => {
  vi.resetModules();
  vi.doMock(RANDOM, async () => {
    const real = await vi.importActual<typeof Random>(RANDOM);
    return {
      ...real,
      luckOf(seed: string, tick: number, spread: number) {
        const luck = real.luckOf(seed, tick, spread);
        const kept = (kind: string, actor: string, purpose: string, value: number): number => {
          draws.set(`${tick} ${actor} ${kind} ${purpose}`, value);
          return value;
        };
        return {
          normal: (actor: string, purpose: string) => kept('normal', actor, purpose, luck.normal(actor, purpose)),
          uniform: (actor: string, purpose: string) => kept('uniform', actor, purpose, luck.uniform(actor, purpose)),
        };
      },
    };
  });
  ({ startBatch } = await import('../../src/simulation.ts'));
});
afterAll(() => {
  vi.doUnmock(RANDOM);
  vi.resetModules();
});

const scenario = hardTimes(15);
const DEAL = scenario.contracts.find((contract) => contract.seller === 'coreweave' && contract.buyer === 'microsoft')!;

function played(changes: readonly Change[], seed = '42'): { readonly draws: ReadonlyMap<string, number>; readonly accounts: object } {
  draws = new Map();
  const run = startBatch({ scenario, seed, ...(changes.length === 0 ? {} : { parent: { digest: '', tick: 3, changes } }) }, { measured: false });
  while (run.next());
  return { draws, accounts: run.state.accounts };
}
/** Drawn only where somebody orders, builds, or fails a test: what is decided otherwise is drawn for otherwise. */
const ON_OCCASION = /slip|waive|permit|delay|depth/;
const always = (all: ReadonlyMap<string, number>): string[] => [...all.keys()].filter((key) => !ON_OCCASION.test(key)).sort();

describe('luck', () => {
  beforeEach(() => {
    draws = new Map();
  });

  it.each<[string, Change]>([
    ['a deal is removed', { kind: 'removeContract', contract: DEAL.id }],
    ['an actor is saved', { kind: 'rescue', actor: 'openai' }],
    ['a channel is switched off', { kind: 'channelOff', channel: 'credit' }],
  ])('is the same for everybody when %s: every draw of every actor, month and purpose', (_what, change) => {
    const [before, after] = [played([]), played([change])];
    expect(after.accounts, 'the change changes something').not.toEqual(before.accounts);
    const other = [...before.draws].filter(([key, value]) => after.draws.has(key) && after.draws.get(key) !== value);
    expect(other).toEqual([]);
    expect(always(after.draws)).toEqual(always(before.draws));
    const common = [...before.draws.keys()].filter((key) => after.draws.has(key));
    expect(new Set(common.map((key) => key.split(' ')[1])).size, 'actors that drew').toBeGreaterThan(12);
    expect(common.some((key) => ON_OCCASION.test(key))).toBe(true);
  });

  it('is another under another seed, and for another actor, month and purpose', () => {
    const [first, second] = [played([]).draws, played([], '43').draws];
    const normal = [...first].filter(([key]) => key.includes(' normal '));
    expect(normal.filter(([key, value]) => second.get(key) === value)).toEqual([]);
    expect(new Set(normal.map(([, value]) => value)).size).toBe(normal.length);
  });
});
