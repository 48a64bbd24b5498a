import { describe, expect, test } from 'vitest';
import { concentration, concentrationBounds } from '../../src/measures/concentration.ts';

describe('concentration', () => {
  test('of four equal buyers is that of four equal buyers', () => {
    expect(concentration({ sales: [5, 5, 5, 5] })).toEqual({ hhi: 2500, normalised: 0, effectiveNumber: 4, top3: 0.75 });
  });

  test('of one buyer is all of it', () => {
    expect(concentration({ sales: [0, 9] })).toEqual({ hhi: 10_000, normalised: 1, effectiveNumber: 1, top3: 1 });
  });

  test('counts the three largest wherever they stand', () => {
    expect(concentration({ sales: [10, 40, 5, 25, 20] }).top3).toBeCloseTo(0.85, 14);
    expect(concentration({ sales: [50, 30, 20] }).hhi).toBeCloseTo(2500 + 900 + 400, 10);
  });

  test('of no sales is nothing', () => {
    const none = { hhi: null, normalised: null, effectiveNumber: null, top3: null };
    expect(concentration({ sales: [] })).toEqual(none);
    expect(concentration({ sales: [0, 0] })).toEqual(none);
  });

  test('does not see buyers who buy nothing', () => {
    expect(concentration({ sales: [3, 0, 1] })).toEqual(concentration({ sales: [1, 3] }));
  });

  test('known in part lies between many small buyers and one large one', () => {
    const { low, high } = concentrationBounds([40, 20], [30, 10]);
    expect(low).toBeCloseTo(1600 + 400, 10);
    expect(high).toBeCloseTo(1600 + 400 + 1600, 10);
    const all = concentration({ sales: [40, 20, 30, 10] }).hhi!;
    expect(all).toBeGreaterThan(low!);
    expect(all).toBeLessThan(high!);
    expect(concentrationBounds([], [])).toEqual({ low: null, high: null });
  });
});
