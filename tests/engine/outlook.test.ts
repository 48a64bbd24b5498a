import { describe, expect, it } from 'vitest';
import { outlooks } from '../../src/engine/outlook.ts';
import { perceive } from '../../src/engine/perceive/index.ts';
import type { Backstop, ComputeContract } from '../../src/model/instrument.ts';
import type { HyperscalerView } from '../../src/model/view.ts';
import { bareScenario, openMonth } from '../fixtures/open-month.ts';

const TICK = 5;

describe('the year ahead of a neocloud with a guarantor', () => {
  const promise = (change: Partial<Backstop>): Backstop => ({ id: 'b', guarantor: 'vendor', beneficiary: 'neo', cap: 1_000, used: 0, start: 0, end: 60, ...change });
  /** What each side foresees, month by month, when the promises paid `paid` together last month. */
  const foreseen = (promises: readonly Backstop[], paid: number, off = false) => {
    const scenario = bareScenario();
    const month = openMonth(off ? { ...scenario, channels: { ...scenario.channels, backstop: false } } : scenario, TICK, {}, (world) => {
      for (const each of promises) world.backstops[each.id] = each;
    });
    month.remember('neo', { guaranteed: paid });
    const all = outlooks(month, ['neo', 'vendor', 'cloud']);
    return { gets: all.get('neo')!.get('backstop/vendor'), pays: all.get('vendor')!.get('backstop/neo'), other: all.get('cloud')!.get('backstop/neo') };
  };

  it('holds what it was paid last month, until the promise is used up', () => {
    const { gets, pays } = foreseen([promise({ used: 650 })], 100);
    expect(gets).toEqual([100, 100, 100, 50, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(pays).toEqual(gets!.map((amount) => 0 - amount));
  });

  it('holds it until the promise ends, and nothing once chips are rented, the firm has shut or the channel is cut', () => {
    expect(foreseen([promise({ end: TICK + 2 })], 100).gets).toEqual([100, 100, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(foreseen([promise({ end: TICK })], 100).gets).toBeUndefined();
    expect(foreseen([promise({})], 0).gets).toBeUndefined();
    expect(foreseen([promise({})], 100, true).gets).toBeUndefined();
  });

  it('is shared among several guarantors as the bill is', () => {
    const { gets, other } = foreseen([promise({ used: 100 }), promise({ id: 'c', guarantor: 'cloud', used: 700 })], 80);
    expect([gets![0], other![0]]).toEqual([60, -20]);
  });
});

describe('the chips a cloud giant will buy for a tenant’s own design', () => {
  const sale = (change: Partial<ComputeContract>): ComputeContract => ({ id: 'c', seller: 'cloud', buyer: 'lab', units: 6_000, rate: 2_000_000, signedAt: 0, start: 3, ramp: 6, end: 60, takeOrPay: true, prepaid: 0, creditShare: 0, delivered: 2_000, ...change });
  const hosted = (contract: ComputeContract, customShare: number): number => {
    const month = openMonth(bareScenario(), TICK, {}, (world) => void (world.contracts['c'] = contract));
    month.remember(contract.buyer, { customShare });
    const { hostedAhead, tenantsAhead } = perceive(month).views.get('cloud') as HyperscalerView;
    expect(tenantsAhead).toBe(contract.end > 20 ? Math.max(0, 6_000 - contract.delivered) : 0);
    return hostedAhead;
  };

  it('are the tenant’s share of what is still to be delivered before the plan ends', () => {
    expect(hosted(sale({}), 0.25)).toBeCloseTo(1_000, 9);
    expect(hosted(sale({ delivered: 6_000 }), 0.25)).toBe(0);
    expect(hosted(sale({ end: TICK + 2 }), 0.25)).toBe(0);
    expect(hosted(sale({}), 0)).toBe(0);
  });

  it('are none for a tenant that only sells compute on', () => {
    expect(hosted(sale({ buyer: 'neo' }), 0.25)).toBe(0);
  });
});
