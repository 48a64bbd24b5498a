import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentId, ordersOf, parseShard, shareOf, type SweepPlan } from '../../src/ensemble/plan.ts';
import { SweepFailed, type SweepProblem } from '../../src/ensemble/problem.ts';
import { parseVaries, parseVary } from '../../src/ensemble/vary.ts';

const plan = (change: Partial<SweepPlan> = {}): SweepPlan => ({ scenario: 'digest', model: '1', seed: 's', vary: [], design: 'random', runs: 20, channels: false, ...change });
const growth = parseVary('demand.growth=0.4..1.2');
const advance = parseVary('neocloud.advanceRate=60..85');

function problemOf(work: () => unknown): SweepProblem {
  try {
    work();
  } catch (error) {
    if (error instanceof SweepFailed) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('--vary', () => {
  it('is a known parameter between two numbers; shares may be in percent', () => {
    expect(growth).toEqual({ name: 'demand.growth', low: 0.4, high: 1.2 });
    expect(advance).toEqual({ name: 'neocloud.advanceRate', low: 0.6, high: 0.85 });
    expect(parseVary(' tax.rate = 10% .. 25% ')).toEqual({ name: 'tax.rate', low: 0.1, high: 0.25 });
    expect(parseVary('customChip.cost=1e8..2.5e9')).toEqual({ name: 'customChip.cost', low: 1e8, high: 2.5e9 });
  });

  it.each([
    ['demand.growth', 'sweep.vary'],
    ['demand.growth=1', 'sweep.vary'],
    ['demand.growth=low..high', 'sweep.vary'],
    ['=0..1', 'sweep.vary'],
    ['demand.growth=1..NaN', 'sweep.vary'],
    ['demand.growth=1.2..0.4', 'sweep.backwards'],
    ['demand.growth=1..1', 'sweep.backwards'],
    ['demand.growht=0.4..1.2', 'set.unknown'],
    ['__proto__=0..1', 'set.unknown'],
    ['neocloud.advanceRate=60..185', 'set.outside'],
    ['demand.level=-1..1', 'set.outside'],
  ])('refuses %s', (text, key) => {
    expect(problemOf(() => parseVary(text)).key).toBe(key);
  });

  it('names the parameter that was probably meant, and one given twice', () => {
    expect(problemOf(() => parseVary('demand.growht=0.4..1.2'))).toMatchObject({ nearest: 'demand.growth' });
    expect(problemOf(() => parseVaries(['tax.rate=0..1', 'tax.rate=0..0.5']))).toEqual({ key: 'sweep.varyTwice', name: 'tax.rate' });
  });
});

describe('a plan', () => {
  it('without parameters is as many lucks as histories', () => {
    const orders = ordersOf(plan());
    expect(orders.map((order) => order.index)).toEqual(Array.from({ length: 20 }, (_, n) => n));
    expect(new Set(orders.map((order) => order.seed)).size).toBe(20);
    expect(ordersOf(plan({ runs: 40 })).slice(0, 20)).toEqual(orders);
  });

  it('at random keeps within the limits and grows at its end', () => {
    const orders = ordersOf(plan({ vary: [growth, advance], runs: 200 }));
    for (const { set } of orders) {
      expect(set['demand.growth']).toBeGreaterThanOrEqual(0.4);
      expect(set['demand.growth']).toBeLessThanOrEqual(1.2);
    }
    expect(ordersOf(plan({ vary: [growth, advance], runs: 50 }))).toEqual(orders.slice(0, 50));
    expect(ordersOf(plan({ vary: [growth, advance], runs: 50, seed: 't' }))).not.toEqual(orders.slice(0, 50));
  });

  it('on a grid has every corner under the same lucks', () => {
    const orders = ordersOf(plan({ vary: [growth, advance], design: 'grid', runs: 20 }));
    expect(orders.length).toBe(16);
    expect(new Set(orders.map((order) => order.seed)).size).toBe(1);
    expect([...new Set(orders.map((order) => order.set['neocloud.advanceRate']))]).toEqual([0.6, 0.683333, 0.766667, 0.85]);
    expect(new Set(orders.map((order) => JSON.stringify(order.set))).size).toBe(16);
    const repeated = ordersOf(plan({ vary: [growth], design: 'grid', runs: 4 }));
    expect(repeated.map((order) => order.set['demand.growth'])).toEqual([0.4, 0.666667, 0.933333, 1.2]);
  });

  it("for sensitivity has Saltelli's matrices, chance being one of the columns", () => {
    const orders = ordersOf(plan({ vary: [growth, advance], design: 'sobol', runs: 103 }));
    expect(orders.length).toBe(100);
    const [a, b, first, second, luck] = orders;
    expect([a, b, first, second, luck].map((order) => order!.cell!.matrix)).toEqual(['A', 'B', 0, 1, 2]);
    expect(first).toMatchObject({ seed: a!.seed, set: { 'demand.growth': b!.set['demand.growth'], 'neocloud.advanceRate': a!.set['neocloud.advanceRate'] } });
    expect(second).toMatchObject({ seed: a!.seed, set: { 'demand.growth': a!.set['demand.growth'], 'neocloud.advanceRate': b!.set['neocloud.advanceRate'] } });
    expect(luck).toMatchObject({ seed: b!.seed, set: a!.set });
    expect(a!.seed).not.toBe(b!.seed);
  });

  it('over channels has each history with all of them and with each one off, under the same luck', () => {
    const orders = ordersOf(plan({ channels: true, runs: 25 }));
    expect(orders.length).toBe(20);
    expect(new Set(orders.slice(0, 10).map((order) => order.seed)).size).toBe(1);
    expect(orders.filter((order) => order.off === null).map((order) => order.index)).toEqual([0, 10]);
  });

  it.each([
    [plan({ runs: 0 }), 'sweep.tooFew', 1],
    [plan({ runs: 9, channels: true }), 'sweep.tooFew', 10, 10],
    [plan({ runs: 3, vary: [growth, advance], design: 'grid' }), 'sweep.tooFew', 4],
    [plan({ runs: 39, vary: [growth, advance], design: 'sobol' }), 'sweep.tooFew', 40],
    [plan({ design: 'sobol' }), 'sweep.nothingVaried', undefined],
  ] as const)('says how many histories it needs at least (%#)', (wanting, key, least, versions?: number) => {
    expect(problemOf(() => ordersOf(wanting))).toMatchObject({ key, ...(least === undefined ? {} : { least, versions: versions ?? 1 }) });
  });
});

describe('the name of a history', () => {
  const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
  const order = { seed: 's:1', set: { 'tax.rate': 0.2, 'demand.level': 1 }, off: null };

  it('follows from what decides it and from nothing else', () => {
    const id = contentId(sha256, plan(), order);
    expect(contentId(sha256, plan({ runs: 7, design: 'grid' }), { ...order, set: { 'demand.level': 1, 'tax.rate': 0.2 } })).toBe(id);
    for (const other of [{ ...order, seed: 's:2' }, { ...order, set: {} }, { ...order, off: 'credit' as const }]) expect(contentId(sha256, plan(), other)).not.toBe(id);
    expect(contentId(sha256, plan({ model: '2' }), order)).not.toBe(id);
    expect(contentId(sha256, plan({ scenario: 'other' }), order)).not.toBe(id);
  });
});

describe('a shard', () => {
  it('has its share of the histories; together they are all of them, once', () => {
    const orders = ordersOf(plan({ runs: 23 }));
    const parts = [1, 2, 3, 4].flatMap((part) => shareOf(orders, parseShard(`${part}/4`)));
    expect(parts.map((order) => order.index).sort((a, b) => a - b)).toEqual(orders.map((order) => order.index));
  });

  it.each(['0/4', '5/4', '1/0', '1', 'a/b', '-1/4', '1/4/2', ''])('refuses %j', (text) => {
    expect(problemOf(() => parseShard(text))).toEqual({ key: 'sweep.shard', value: text });
  });
});
