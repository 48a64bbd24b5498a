import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder, monthlyInterest, mulDiv, mulDivRound, ration, TOO_LARGE } from '../../src/model/arithmetic.ts';

const seed = Number(process.env['SEED'] ?? 20_261_125);
const safe = fc.maxSafeInteger();
const positive = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const floorDiv = (a: bigint, b: bigint): bigint => (a < 0n && a % b !== 0n ? a / b - 1n : a / b);
const total = (parts: readonly number[]): number => parts.reduce((sum, part) => sum + part, 0);

describe('a product over a divisor', () => {
  it('is exact to the unit, however large the product', () => {
    fc.assert(
      fc.property(safe, safe, positive, (a, b, c) => {
        const exact = floorDiv(BigInt(a) * BigInt(b), BigInt(c));
        if (exact > BigInt(Number.MAX_SAFE_INTEGER) || exact < -BigInt(Number.MAX_SAFE_INTEGER)) expect(() => mulDiv(a, b, c)).toThrow('overflows');
        else expect(BigInt(mulDiv(a, b, c))).toBe(exact);
      }),
      { seed, numRuns: 5_000 },
    );
    fc.assert(fc.property(safe, fc.integer({ min: -20_000, max: 20_000 }), fc.integer({ min: 1, max: 120_000 }), (a, b, c) => {
      const exact = floorDiv(BigInt(a) * BigInt(b), BigInt(c));
      if (exact <= BigInt(Number.MAX_SAFE_INTEGER) && exact >= -BigInt(Number.MAX_SAFE_INTEGER)) expect(BigInt(mulDiv(a, b, c))).toBe(exact);
    }), { seed, numRuns: 5_000 });
  });

  it('rounds down, and half up where it is asked to', () => {
    expect([mulDiv(7, 1, 2), mulDiv(-7, 1, 2), mulDivRound(7, 1, 2), mulDivRound(5, 1, 4)]).toEqual([3, -4, 4, 1]);
    expect(Object.is(mulDiv(-0, 5, 3), 0)).toBe(true);
    expect(() => mulDiv(2 ** 53, 2, 3)).toThrow('safe integers');
    for (const [a, b, c] of [[2 ** 53, 2, 3], [1e15, 1e15, 3]] as const) expect(() => mulDiv(a, b, c)).toThrow(new RegExp(`^${TOO_LARGE}`));
    expect(() => mulDiv(1e15, 1e15, 0)).toThrow('positive divisor');
  });
});

describe('a split', () => {
  it('by the largest remainder adds up, is in proportion to less than one, and gives nothing for nothing', () => {
    expect(largestRemainder(10, [1, 1, 1])).toEqual([4, 3, 3]);
    expect(largestRemainder(7, [5, 3, 2])).toEqual([4, 2, 1]);
    expect(largestRemainder(-7, [5, 3, 2])).toEqual([-4, -2, -1]);
    expect(largestRemainder(5, [0, 0])).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.nat(9e12), fc.array(fc.nat(1e12), { minLength: 1, maxLength: 9 }), (amount, weights) => {
        const parts = largestRemainder(amount, weights);
        const all = total(weights);
        expect(total(parts)).toBe(all === 0 ? 0 : amount);
        parts.forEach((part, index) => {
          if (weights[index] === 0) expect(part).toBe(0);
          else expect(Math.abs(part - mulDiv(amount, weights[index]!, all))).toBeLessThanOrEqual(1);
        });
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('among many gives the dollars left over to the largest fractions, the lower index first, as among few', () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 60 }), (amount, weights) => {
        const all = total(weights);
        if (all === 0) return;
        const expected = weights.map((weight) => Math.floor((amount * weight) / all));
        const order = [...weights.keys()].sort((a, b) => ((amount * weights[b]!) % all) - ((amount * weights[a]!) % all) || a - b);
        for (const index of order.slice(0, amount - total(expected))) expected[index]! += 1;
        expect(largestRemainder(amount, weights)).toEqual(expected);
      }),
      { seed, numRuns: 2_000 },
    );
  });

  it('of a supply that falls short gives nobody more than it wants, and nobody less because there is more', () => {
    expect(ration(10, [4, 4])).toEqual([4, 4]);
    expect(ration(6, [8, 4])).toEqual([4, 2]);
    expect(ration(-5, [8, 4])).toEqual([0, 0]);
    fc.assert(
      fc.property(fc.nat(1e12), fc.nat(1e12), fc.array(fc.nat(1e11), { minLength: 1, maxLength: 9 }), (one, more, wants) => {
        const [little, much] = [ration(one, wants), ration(one + more, wants)];
        expect(total(little)).toBeLessThanOrEqual(one);
        little.forEach((got, index) => expect(got <= wants[index]! && got <= much[index]!).toBe(true));
      }),
      { seed, numRuns: 2_000 },
    );
  });
});

it('a month of interest is a twelfth of the year’s, floored', () => {
  expect([monthlyInterest(1_200_000, 1_000), monthlyInterest(1_199, 1_000), monthlyInterest(11, 1_000)]).toEqual([10_000, 9, 0]);
});
