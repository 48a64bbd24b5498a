import { describe, expect, it } from 'vitest';
import { gather, historyOf, lostForGood, SERIES_NAMES } from '../../src/histories/history.ts';
import { seedOf } from '../../src/histories/order.ts';
import { makeWorker } from '../../src/histories/work.ts';
import { soundScenario } from '../../src/cli/scenarios.ts';
import { startMonths } from '../../src/simulation.ts';
import { startInvented } from '../ensemble/invented.ts';

const scenario = { ...soundScenario('base'), horizon: 12 };
const order = { seed: 's:3', set: {}, off: null };

describe('what is kept of a history', () => {
  it('is the same whether its months come at once or one by one', () => {
    const months = startInvented({ scenario, seed: order.seed });
    const gathering = gather('id', order);
    for (let month = months.next(); month !== null; month = months.next()) gathering.add(month);
    expect(gathering.finish(months.stateDigest())).toEqual(historyOf('id', order, startInvented({ scenario, seed: order.seed })));
  });

  it('has a line of every figure as long as the history, and the sums of its losses', () => {
    const history = historyOf('id', order, startInvented({ scenario, seed: order.seed }));
    expect(SERIES_NAMES.map((name) => history.months[name].length)).toEqual(SERIES_NAMES.map(() => 12));
    const lost = history.months.creditLosses.reduce<number>((sum, value) => sum + value!, 0);
    expect(history.totals.creditLosses).toBe(lost);
    expect(lostForGood({ ...history.totals, deadweight: 7 })).toBe(lost + 7);
  });
});

describe('a worker', () => {
  it('hands what a what-if changed to the rules, and says which history they could not finish', () => {
    const parents: unknown[] = [];
    const work = makeWorker((request) => {
      parents.push(request.parent);
      return startInvented(request);
    });
    const parent = { digest: 'd', tick: 3, changes: [] };
    const orders = ['a', 'broken'].map((seed) => ({ id: seed, seed, set: {}, off: null }));
    const outcomes = work({ scenarioDigest: 'x', scenarioText: JSON.stringify(scenario), parent, orders });
    expect(outcomes.map((outcome) => [outcome.id, 'history' in outcome])).toEqual([['a', true], ['broken', false]]);
    expect(parents).toEqual([parent, parent]);
  });
});

describe('months of the real rules', () => {
  it('end where the horizon is, in the state whose digest they tell, and differ by seed', () => {
    const short = { ...scenario, horizon: 3 };
    const [a, b] = [0, 1].map((nth) => historyOf('id', order, startMonths({ scenario: short, seed: seedOf('1', nth) })));
    expect([a!.ticks, b!.ticks]).toEqual([3, 3]);
    expect(a!.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(a!.digest).not.toBe(b!.digest);
  });
});
