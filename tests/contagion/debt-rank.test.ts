import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { debtRank } from '../../src/contagion/debt-rank.ts';

describe('DebtRank', () => {
  test('along a chain the loss is passed on from borrower to lender, not the other way', () => {
    // 1 lent 5 of its 10 to 0, 2 lent 4 of its 8 to 1; 0 fails: 1 loses half, 2 a quarter
    const ranked = debtRank({ exposure: [[0, 0, 0], [5, 0, 0], [0, 4, 0]], equity: [10, 10, 8], shock: [1, 0, 0], weights: [0.2, 0.3, 0.5] });
    expect(ranked.h2012).toEqual([1, 0.5, 0.25]);
    expect(ranked.h2015).toEqual([1, 0.5, 0.25]);
    expect(ranked.R2012).toBeCloseTo(0.3 * 0.5 + 0.5 * 0.25, 12);
    expect(debtRank({ exposure: [[0, 0, 0], [5, 0, 0], [0, 4, 0]], equity: [10, 10, 8], shock: [0, 0, 1] }).h2015).toEqual([0, 0, 1]);
  });

  test('in a circle of two the first form stops after each has passed on once, the second goes to the limit', () => {
    // Λ = [[0, ½], [½, 0]], shock (0.2, 0). 2012: h1 = 0.1, h0 = 0.25. 2015: h0 = 0.2 / (1 − ¼), h1 = h0 / 2
    const ranked = debtRank({ exposure: [[0, 5], [5, 0]], equity: [10, 10], shock: [0.2, 0], weights: [1, 1] });
    expect(ranked.h2012).toEqual([0.25, 0.1]);
    expect(ranked.h2015[0]).toBeCloseTo(0.2 / 0.75, 14);
    expect(ranked.h2015[1]).toBeCloseTo(0.1 / 0.75, 14);
    expect(ranked.R2015).toBeCloseTo(0.3 / 0.75 - 0.2, 14);
  });

  test('an impact is capped at one in the first form only', () => {
    // 1 lent three times its equity to 0, which loses a fifth: 2012 passes on min(1, 3) · 0.2, 2015 3 · 0.2
    const ranked = debtRank({ exposure: [[0, 0], [30, 0]], equity: [10, 10], shock: [0.2, 0] });
    expect(ranked.h2012[1]).toBeCloseTo(0.2, 14);
    expect(ranked.h2015[1]).toBeCloseTo(0.6, 14);
  });

  test('what can be recovered lowers every impact before it is capped', () => {
    expect(debtRank({ exposure: [[0, 0], [20, 0]], equity: [10, 10], shock: [1, 0], lossGivenDefault: 0.25 }).h2012).toEqual([1, 0.5]);
  });

  test('who has no equity is lost from the start, passes nothing on and adds nothing', () => {
    const ranked = debtRank({ exposure: [[0, 5, 0], [5, 0, 0], [0, 5, 0]], equity: [-3, 10, 10], shock: [0, 0, 0], weights: [1, 1, 1] });
    expect(ranked).toEqual({ h2012: [1, 0, 0], R2012: 0, h2015: [1, 0, 0], R2015: 0 });
  });

  test('where impacts in a circle exceed one, any shock ends in default', () => {
    expect(debtRank({ exposure: [[0, 11], [11, 0]], equity: [10, 10], shock: [1e-6, 0] }).h2015).toEqual([1, 1]);
  });

  test('a circle that loses a millionth at each turn is solved, not waited for', () => {
    const h = debtRank({ exposure: [[0, 999_999], [1_000_000, 0]], equity: [1_000_000, 1_000_000], shock: [1e-7, 0] }).h2015;
    expect(h[0]).toBeCloseTo(1e-7 / 1e-6, 9);
  });

  test('weights not given are shares of all that is owed', () => {
    expect(debtRank({ exposure: [[0, 0, 6], [2, 0, 0], [0, 0, 0]], equity: [12, 4, 1], shock: [0, 0, 1] })).toMatchObject({ h2015: [0.5, 0.25, 1], R2015: 0.25 * 0.5 });
  });

  test('the second form is never below the first, and its result is a fixed point', () => {
    const cases = fc.integer({ min: 1, max: 6 }).chain((size) =>
      fc.record({
        exposure: fc.array(fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90 })), { minLength: size, maxLength: size }), { minLength: size, maxLength: size }).map((rows) => rows.map((row, i) => row.map((cell, j) => (i === j ? 0 : cell)))),
        equity: fc.array(fc.integer({ min: 10, max: 300 }), { minLength: size, maxLength: size }),
        shock: fc.array(fc.constantFrom(0, 0, 0.05, 0.5, 1), { minLength: size, maxLength: size }),
      }),
    );
    fc.assert(
      fc.property(cases, (input) => {
        const { h2012, h2015 } = debtRank(input);
        h2015.forEach((h, i) => {
          expect(h).toBeGreaterThanOrEqual(h2012[i]! - 1e-12);
          const next = Math.min(1, input.shock[i]! + input.exposure[i]!.reduce((sum, lent, j) => sum + (lent / input.equity[i]!) * h2015[j]!, 0));
          expect(Math.abs(next - h)).toBeLessThan(1e-9);
        });
      }),
      { numRuns: 500, seed: 20250101 },
    );
  });
});
