/** The machinery of the stylised facts: statistics by hand, variants, verdicts that can fail, and two histories end to end. */
import { describe, expect, test } from 'vitest';
import { sharedOut } from '../../src/calibration/facts/credit-facts.ts';
import { FACTS, seedsOf, SHIPPED_FOR_FACTS, VARIANT_NAMES, VARIANTS, type Trace, type Variant } from '../../src/calibration/facts/index.ts';
import { inCurrency } from '../../src/calibration/facts/nominal.ts';
import { chainOf, inOrder } from '../../src/calibration/facts/shortfall-facts.ts';
import { meanOf, rankCorrelation, shareOf, skewnessOf } from '../../src/calibration/facts/statistics.ts';
import { traceOf } from '../../src/ensemble/trace-worker.ts';
import { FACTS_WORDS } from '../../src/words/facts.ts';
import { shipped } from './shipped.ts';

describe('statistics', () => {
  test('a mean of differences has 1.96 standard errors either side and leaves out what could not be compared', () => {
    const { effect, low, high, n } = meanOf([1, 3, null])!;
    expect([effect, n]).toEqual([2, 2]);
    expect(high - low).toBeCloseTo(2 * 1.96 * 1, 12);
    expect(meanOf([null])).toBeNull();
  });

  test('one pair says nothing about its own spread', () => {
    expect(meanOf([5])).toEqual({ effect: 5, low: -Infinity, high: Infinity, n: 1 });
  });

  test('a share of none and of all keeps an interval inside nought and one', () => {
    expect(shareOf([false, false])).toMatchObject({ effect: 0, low: 0 });
    expect(shareOf([false, false])!.high).toBeLessThan(1);
    expect(shareOf([true, true])).toMatchObject({ effect: 1, high: 1 });
  });

  test('skewness is nought for a symmetric sample and positive for a long right tail', () => {
    expect(skewnessOf([1, 2, 3])!.effect).toBe(0);
    expect(skewnessOf([0, 0, 0, 0, 10])!.effect).toBeGreaterThan(1);
    expect(skewnessOf([4, 4, 4])).toBeNull();
  });

  test('ranks that agree correlate fully, whatever the distances', () => {
    expect(rankCorrelation([[1, 1], [2, 5], [3, 6], [4, 100]])!.effect).toBeCloseTo(1, 12);
    expect(rankCorrelation([[1, 4], [2, 3], [3, 2], [4, 1]])!.effect).toBeCloseTo(-1, 12);
  });
});

describe('facts', () => {
  test('there are twenty-one, in order, each in words of both languages', () => {
    expect(FACTS.map((fact) => fact.number)).toEqual(Array.from({ length: 21 }, (_, nth) => nth + 1));
    for (const words of Object.values(FACTS_WORDS)) for (const { number } of FACTS) expect(words.facts[number], String(number)).toBeTruthy();
  });

  test('every variant can be made from what is shipped, and only its own difference is in it', () => {
    for (const name of VARIANT_NAMES) {
      const variant: Variant = VARIANTS[name];
      expect(SHIPPED_FOR_FACTS).toContain(variant.from);
      const made = variant.make(shipped(variant.from), 0.7);
      expect(made.horizon).toBe(72);
      expect(made.parties.length).toBe(shipped(variant.from).parties.length);
    }
  });

  test('seeds of a variant begin like everybody else\'s, so that histories are paired', () => {
    expect(seedsOf('base', 3)).toEqual(['1', '2', '3']);
    expect(seedsOf('shortfall', 3).slice(0, 3)).toEqual(seedsOf('base', 3));
    expect(seedsOf('tenfold', 50)).toEqual(['1', '2', '3', '4', '5']);
  });

  test('links out of order, or one that never showed, are no chain', () => {
    expect(inOrder([30, 31, 31, 33, 40])).toBe(true);
    expect(inOrder([30, 29, 31, 33, 40])).toBe(false);
    expect(inOrder([30, 31, 31, null, 40])).toBe(false);
  });

  test('first in rank, lenders gain to the dollar what others lose', () => {
    expect(sharedOut({ actor: 'any', tick: 0, means: 60, lenders: 100, others: 100 })).toEqual({ seniorLenders: 60, equalLenders: 30, seniorOthers: 0, equalOthers: 30 });
  });

  test('in another currency every sum is multiplied and no chip, month or share of one', () => {
    const [one, ten] = [shipped('base'), inCurrency(shipped('base'), 10)];
    expect(ten.contracts[0]!.rate).toBeCloseTo(one.contracts[0]!.rate * 10, 12);
    expect(ten.loans.map((loan) => loan.principal)).toEqual(one.loans.map((loan) => loan.principal * 10));
    expect(ten.generations.map((each) => each.price)).toEqual(one.generations.map((each) => each.price * 10));
    expect(ten.lots).toEqual(one.lots);
    expect(ten.parameters['demand.elasticity']).toEqual(one.parameters['demand.elasticity']);
  });

  test('dearer money reprices floating debt of the opening and leaves fixed debt alone', () => {
    const [usual, dear] = [shipped('base'), VARIANTS.dearMoney.make(shipped('base'), 1)];
    expect(dear.loans.map((loan, nth) => loan.rate - usual.loans[nth]!.rate)).toEqual(usual.loans.map((loan) => (loan.floating ? 200 : 0)));
    expect(new Set(usual.loans.map((loan) => loan.floating)).size).toBe(2);
  });

  test('a longer lead time comes with an order book longer by as much, at the rate of its last month', () => {
    const [usual, slow] = [shipped('demand-shortfall'), VARIANTS.slowChips.make(shipped('demand-shortfall'), 1)];
    const due = (scenario: typeof usual, tick: number): number => scenario.orders.filter((order) => order.due === tick).reduce((sum, order) => sum + order.units, 0);
    expect([4, 5, 6, 10, 11].map((tick) => due(slow, tick))).toEqual([due(usual, 4), due(usual, 5), due(usual, 5), due(usual, 5), 0]);
    expect(due(usual, 6)).toBe(0);
  });
});

describe('histories', () => {
  const traces = new Map<string, Trace>();
  const trace = (id: 'base' | 'demand-shortfall' | 'killer-app', seed: string): Trace => {
    const key = `${id}/${seed}`;
    if (!traces.has(key)) traces.set(key, traceOf(shipped(id), seed));
    return traces.get(key)!;
  };

  test('a trace has a value or null for every month of every line', () => {
    const { months, shares, quotes } = trace('base', '1');
    for (const [name, line] of Object.entries(months)) {
      expect(line, name).toHaveLength(71 + 1);
      expect(line.every((value) => value === null || Number.isFinite(value)), name).toBe(true);
    }
    expect(Object.keys(shares)).toContain('nvidia');
    expect(Object.keys(quotes)).toContain('coreweave');
  });

  test('a fall of demand makes a lab miss a payment, and the vendor\'s revenue falls later than demand', () => {
    const shocked = trace('demand-shortfall', '7');
    const links = chainOf(shocked, trace('base', '7'), shocked);
    expect(links[0]).not.toBeNull();
    expect(links[0]!).toBeGreaterThan(18);
    expect(shocked.defaults).toHaveProperty('openai');
  });

  test('the same history gives the same trace, and a judge that finds nothing says so', () => {
    expect(traceOf(shipped('killer-app'), '2')).toEqual(trace('killer-app', '2'));
    const alike = { of: () => [trace('base', '1'), trace('base', '1')], seeds: 2, level: 0.7 };
    // two histories that do not differ show no effect, and a fact that asks for one fails
    expect(FACTS.find((fact) => fact.number === 9)!.judge(alike).pass).toBe(false);
  });

  test.each(['1', '2', '3', '7'])('killer-app ends without a default, seed %s', (seed) => {
    expect(trace('killer-app', seed).defaults).toEqual({});
  });
});
