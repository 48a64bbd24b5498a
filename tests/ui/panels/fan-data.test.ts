import { describe, expect, it } from 'vitest';
import { SERIES_NAMES, type History } from '../../../src/histories/history.ts';
import { FAN_FIGURES, fanData, figureTitle, LEAST_FOR_BANDS, nearestPath } from '../../../src/ui/panels/fan-data.ts';

const history = (seed: string, series: string, values: readonly (number | null)[]): History => ({ seed, ticks: values.length, months: { [series]: values } }) as unknown as History;

describe('the fan of a figure', () => {
  const flat = Array.from({ length: LEAST_FOR_BANDS }, (_, nth) => history(`1:${nth}`, 'utilisation', [nth, nth + 1, null]));

  it('has bands from ten histories on, and gaps where nobody has a value', () => {
    const fan = fanData(flat, 'utilisation', [], 3);
    expect(fan.quantiles[2]).toEqual([4.5, 5.5, null]);
    expect([fan.least, fan.most, fan.ticks, fan.unit]).toEqual([0, 10, 3, 'share']);
    expect(fanData(flat.slice(1), 'utilisation', [], 3).quantiles[2]).toEqual([null, null, null]);
  });

  it('adds losses up from the first month on, in bands and paths alike, and says so', () => {
    const losses = Array.from({ length: 10 }, (_, nth) => history(`1:${nth}`, 'creditLosses', [1, 0, 2]));
    const fan = fanData(losses, 'creditLosses', [], 3);
    expect([fan.paths[0]!.values, fan.quantiles[2]]).toEqual([[1, 1, 3], [1, 1, 3]]);
    expect(figureTitle('creditLosses', 'en')).toBe('Credit losses, added up');
    expect(figureTitle('capex', 'en')).toBe('Spent on AI capacity');
  });

  it('has prices in dollars', () => {
    expect(fanData([history('1:0', 'computePrice', [2_500_000])], 'computePrice', [], 1).paths[0]!.values).toEqual([2.5]);
  });

  it('offers every figure that is kept of a history', () => {
    expect(Object.keys(FAN_FIGURES).sort()).toEqual([...SERIES_NAMES].sort());
  });

  it('finds the path nearest to the pointer, and none where none is near', () => {
    const fan = fanData(flat, 'utilisation', [], 3);
    const near = (tick: number, height: number, reach = 2): string | undefined => nearestPath(fan, tick, height, (value) => 100 - 10 * value, reach)?.seed;
    expect(near(0, 71)).toBe('1:3');
    expect(near(1, 71)).toBe('1:2');
    expect(near(0, 75)).toBeUndefined();
    expect(near(2, 71, 1000)).toBeUndefined();
  });
});
