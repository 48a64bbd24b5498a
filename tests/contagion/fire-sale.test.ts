import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fireSale } from '../../src/contagion/fire-sale.ts';
import { greatestPrice, type ForcedLot } from '../../src/contagion/collateral.ts';

const market = { price: 100, impact: 0.4, sold: 50, depth: 100 } as const;

describe('a fire sale', () => {
  test('lowers the price in a line: half the depth at impact 0.4 takes a fifth', () => {
    expect(fireSale({ ...market, form: 'linear' })).toEqual({ endPrice: 80, averagePrice: 90, proceedsAtEndPrice: 4000, proceedsAtAverage: 4500 });
  });

  test('or by a constant rate: e^−0.2 of the price is left, and the mean is (1 − e^−x) / x', () => {
    const sale = fireSale({ ...market, form: 'exponential' });
    expect(sale.endPrice).toBeCloseTo(100 * Math.exp(-0.2), 10);
    expect(sale.averagePrice).toBeCloseTo((100 * (1 - Math.exp(-0.2))) / 0.2, 10);
    expect(sale.proceedsAtAverage).toBeCloseTo(50 * sale.averagePrice, 10);
  });

  test('stops at the floor, and what is sold after that goes at the floor', () => {
    // pressure 2: the floor of a half is met at 0.5; area 0.375 + 1.5 · 0.5 over 2
    const sale = fireSale({ price: 100, impact: 1, sold: 20, depth: 10, form: 'linear', floor: 0.5 });
    expect(sale.endPrice).toBe(50);
    expect(sale.averagePrice).toBeCloseTo(56.25, 12);
    const steep = fireSale({ price: 100, impact: 1, sold: 20, depth: 10, form: 'exponential', floor: 0.5 });
    expect(steep.endPrice).toBe(50);
    expect(steep.averagePrice).toBeCloseTo((100 * (0.5 + 0.5 * (2 - Math.log(2)))) / 2, 10);
  });

  test('without a floor never gives a negative price', () => {
    expect(fireSale({ price: 100, impact: 1, sold: 30, depth: 10, form: 'linear' })).toMatchObject({ endPrice: 0, proceedsAtEndPrice: 0 });
  });

  test('of nothing changes nothing', () => {
    for (const form of ['linear', 'exponential'] as const) expect(fireSale({ ...market, sold: 0, form })).toEqual({ endPrice: 100, averagePrice: 100, proceedsAtEndPrice: 0, proceedsAtAverage: 0 });
  });

  test('has a mean between the last price and the first, and a little more sold never raises either', () => {
    const sales = fc.record({ price: fc.integer({ min: 1, max: 1e6 }), impact: fc.double({ min: 0, max: 3, noNaN: true }), sold: fc.integer({ min: 0, max: 1e6 }), depth: fc.integer({ min: 1, max: 1e6 }), form: fc.constantFrom('linear' as const, 'exponential' as const), floor: fc.constantFrom(0, 0.15, 1) });
    fc.assert(
      fc.property(sales, (input) => {
        const [sale, more] = [fireSale(input), fireSale({ ...input, sold: input.sold + 1 })];
        const slack = input.price * 1e-9;
        expect(sale.averagePrice).toBeLessThanOrEqual(input.price + slack);
        expect(sale.averagePrice).toBeGreaterThanOrEqual(sale.endPrice - slack);
        expect(more.endPrice).toBeLessThanOrEqual(sale.endPrice);
        expect(more.averagePrice).toBeLessThanOrEqual(sale.averagePrice + slack);
      }),
      { numRuns: 500, seed: 20250101 },
    );
  });
});

describe('forced sales and the price they make', () => {
  const used = { opening: 1000, depth: 100, impact: 0.4, form: 'linear', floor: 0.15 } as const;

  test('nobody forced, nothing sold', () => {
    expect(greatestPrice(used, [{ units: 50, soldBelow: 1000 }])).toMatchObject({ price: 1000, sold: [false], units: 0 });
  });

  test('one sale forces the next', () => {
    // 50 seized → 800, below the trigger of the second → 100 sold → 600; the third holds out at 500
    const lots = [{ units: 50, soldBelow: null }, { units: 50, soldBelow: 900 }, { units: 50, soldBelow: 500 }];
    expect(greatestPrice(used, lots)).toMatchObject({ price: 600, sold: [true, true, false], units: 100 });
  });

  test('of the prices that hold together it is the greatest: all selling would hold too, but nobody begins', () => {
    expect(greatestPrice(used, [{ units: 100, soldBelow: 1000 }, { units: 100, soldBelow: 999 }]).price).toBe(1000);
  });

  test('does not depend on the order of lots, falls with every lot added, and ends', () => {
    const lots = fc.array(fc.record({ units: fc.integer({ min: 0, max: 60 }), soldBelow: fc.option(fc.integer({ min: 1, max: 1000 })) }), { maxLength: 8 });
    fc.assert(
      fc.property(lots, fc.record({ units: fc.integer({ min: 1, max: 60 }), soldBelow: fc.constant(null) }), (list: readonly ForcedLot[], extra) => {
        const found = greatestPrice(used, list);
        expect(greatestPrice(used, [...list].reverse()).price).toBe(found.price);
        expect(greatestPrice(used, [...list, extra]).price).toBeLessThanOrEqual(found.price);
        expect(found.passes).toBeLessThanOrEqual(list.length + 1);
        list.forEach((lot, index) => expect(found.sold[index]).toBe(lot.soldBelow === null || found.price < lot.soldBelow));
      }),
      { numRuns: 300, seed: 20250101 },
    );
  });
});
