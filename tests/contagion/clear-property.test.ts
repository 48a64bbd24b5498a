import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clear, type ClearInput } from '../../src/contagion/clear.ts';
import { clearByHand, clearOnce, inTiers } from './by-hand.ts';

/** Networks of one to six nodes; sparse enough that some pay everything and some fall; now and then tiny or huge. */
const matrix = (size: number, most: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: most }) }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size })
    .map((rows) => rows.map((row, i) => row.map((cell, j) => (i === j ? 0 : cell))));
const listOf = (size: number, most: number): fc.Arbitrary<number[]> => fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), { minLength: size, maxLength: size });
const kept = fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100));
const plainCase = (most: number): fc.Arbitrary<ClearInput> =>
  fc.integer({ min: 1, max: 6 }).chain((size) => fc.record({ owed: matrix(size, most), means: listOf(size, most), owedOutside: listOf(size, most), keptExternal: kept, keptInternal: kept }));
const tieredCase = (most: number): fc.Arbitrary<ClearInput> =>
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 })).chain(([size, tiers]) =>
    fc.record({
      tiers: fc.array(matrix(size, most), { minLength: tiers, maxLength: tiers }),
      owedOutsideByTier: fc.array(listOf(size, most), { minLength: tiers, maxLength: tiers }),
      means: listOf(size, most),
      keptExternal: kept,
      keptInternal: kept,
    }),
  );
const anyCase = (most: number): fc.Arbitrary<ClearInput> => fc.oneof(plainCase(most), tieredCase(most));
/** Seeded; a failure prints seed and path to repeat it with. */
function always<T>(cases: fc.Arbitrary<T>, numRuns: number, check: (value: T) => void): void {
  fc.assert(fc.property(cases, (value) => void check(value)), { numRuns, seed: 20250101 });
}
const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
const figures = (input: ClearInput) => {
  const { paid, payments, paidOutside, defaulted } = clear(input);
  return { paid, payments, paidOutside, defaulted };
};

describe('on any network', () => {
  test('it is the same vector as the definition repeated from full payment', () => {
    for (const most of [5, 60, 100_000]) always(anyCase(most), 1000, (input) => expect(figures(input)).toEqual(clearByHand(input)));
  });

  test('with cross-holdings it is the same vector as the definition repeated from a worth nobody reaches', () => {
    const withHoldings = plainCase(60).chain((input) =>
      matrix(input.means.length, 9).map((holdings) => ({ ...input, holdings: holdings.map((row) => row.map((cell) => cell / Math.max(10, sum(row) + 1))) })),
    );
    always(withHoldings, 1000, (input) => expect(figures(input)).toEqual(clearByHand(input, 100_000)));
  });
});
