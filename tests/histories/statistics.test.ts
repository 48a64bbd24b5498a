import { describe, expect, it } from 'vitest';
import { fanOf, fanOfLines } from '../../src/histories/fan.ts';
import { SERIES_NAMES, type History } from '../../src/histories/history.ts';
import { quantile, wilson } from '../../src/histories/interval.ts';
import { anyDefault, riskOf } from '../../src/histories/risk.ts';

describe('an interval for a share', () => {
  it('agrees with the worked examples of Newcombe (1998)', () => {
    // Statistics in Medicine 17, table I, method 3: 81 of 263, 15 of 148, 0 of 20, 1 of 29
    const examples = [[81, 263, 0.2553, 0.3662], [15, 148, 0.0624, 0.1605], [0, 20, 0, 0.1611], [1, 29, 0.0061, 0.1718]] as const;
    for (const [hits, trials, low, high] of examples) {
      const interval = wilson(hits, trials);
      expect([interval.low.toFixed(4), interval.high.toFixed(4)]).toEqual([low.toFixed(4), high.toFixed(4)]);
    }
  });

  it('stays within nothing and all, and refuses shares of nothing', () => {
    expect(wilson(20, 20)).toEqual({ low: 1 - wilson(0, 20).high, high: 1 });
    expect(() => wilson(0, 0)).toThrow('0 of 0');
    expect(() => wilson(3, 2)).toThrow('3 of 2');
  });
});

describe('a quantile', () => {
  it('lies between the two values around its place', () => {
    expect([0, 0.25, 0.5, 1].map((p) => quantile([1, 2, 4, 8], p))).toEqual([1, 1.75, 3, 8]);
    expect(quantile([7], 0.95)).toBe(7);
    expect(() => quantile([], 0.5)).toThrow();
  });
});

describe('a fan chart', () => {
  const history = (capex: readonly (number | null)[]): History =>
    ({ ticks: capex.length, months: Object.fromEntries(SERIES_NAMES.map((name) => [name, name === 'capex' ? capex : capex.map(() => null)])) }) as unknown as History;

  it('has a line a month with the quantiles of those histories that have a value', () => {
    const fan = fanOf([history([1, 10]), history([3, null]), history([2, 20])]);
    expect(fan.map(({ series, tick, histories }) => [series, tick, histories])).toEqual([['capex', 0, 3], ['capex', 1, 2]]);
    expect(fan[0]!.quantiles[2]).toBe(2);
    expect(fan[1]!.quantiles[2]).toBe(15);
  });

  it('is the same for one series alone', () => {
    const lines = [[1, 10, 5], [3, null, 7]];
    expect(fanOfLines(lines).map((row) => ({ series: 'capex', ...row }))).toEqual(fanOf(lines.map(history)));
    expect(fanOfLines([[null], [null]])).toEqual([]);
  });
});

describe('how often an actor defaults', () => {
  const histories: { readonly defaults: { readonly [actor: string]: number } }[] = [{ defaults: { xai: 30 } }, { defaults: {} }, { defaults: { xai: 40, openai: 12 } }, { defaults: {} }];

  it('is counted over all histories, with its interval and the month in between', () => {
    expect(riskOf('xai', histories)).toEqual({ actor: 'xai', defaults: 2, probability: 0.5, interval: wilson(2, 4), medianTick: 35 });
    expect(riskOf('meta', histories)).toEqual({ actor: 'meta', defaults: 0, probability: 0, interval: wilson(0, 4), medianTick: null });
    expect(riskOf('toString', histories).defaults).toBe(0);
  });

  it('counts a history once in which several default', () => {
    expect(anyDefault(histories)).toEqual({ probability: 0.5, interval: wilson(2, 4) });
  });
});
