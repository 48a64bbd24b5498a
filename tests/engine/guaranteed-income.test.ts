import { describe, expect, it } from 'vitest';
import { runCovenants } from '../../src/engine/covenants.ts';
import { guaranteedIncome } from '../../src/engine/guaranteed-income.ts';
import type { Backstop } from '../../src/model/instrument.ts';
import type { World } from '../../src/model/world.ts';
import { unitRunningCost } from '../../src/markets/compute.ts';
import type { Month } from '../../src/ledger/month.ts';
import { bareScenario, openMonth } from '../fixtures/open-month.ts';

const TICK = 5;
const CALLED = 300_000;
const promise = (change: Partial<Backstop>): Backstop => ({ id: 'b', guarantor: 'vendor', beneficiary: 'neo', cap: 5_000_000, used: 1_400_000, start: 0, end: 60, ...change });

/** A month in which a guarantor has paid `paid` for idle chips of a neocloud. */
const guaranteed = (change: Partial<Backstop>, paid = CALLED, prepare: (world: World) => void = () => undefined): Month => {
  const month = openMonth(bareScenario(), TICK, { vendor: 10_000_000 }, (world) => {
    world.backstops['b'] = promise(change);
    prepare(world);
  });
  if (paid > 0) month.pay({ purpose: 'backstop', from: 'vendor', to: 'neo', amount: paid, contract: 'b' });
  return month;
};
const counted = (...how: Parameters<typeof guaranteed>): number => guaranteedIncome(guaranteed(...how)).get('neo') ?? 0;

describe('a guarantee, where lenders test cover', () => {
  it('counts as it was just paid while what is left would last a year, and less when it would not', () => {
    // 3.6 million left are twelve months of 300 thousand
    expect(counted({})).toBe(300_000);
    expect(counted({ used: 1_400_001 })).toBe(299_999);
    expect(counted({ used: 3_800_000 })).toBe(100_000);
    expect(counted({ used: 5_000_000 })).toBe(0);
  });

  it('counts for the months it still runs only', () => {
    // it pays in months 6, 7 and 8, three of the twelve
    expect(counted({ end: 9 })).toBe(75_000);
    expect(counted({ end: 6 })).toBe(0);
  });

  it('counts for nothing when nothing is idle, when its guarantor is no longer of investment grade, and when the channel is cut', () => {
    expect(counted({}, 0)).toBe(0);
    const weak = (world: World): void => void (world.machines['vendor'] = { ...world.machines['vendor']!, value: { ...world.machines['vendor']!.value, solvency: 'distressed' } });
    expect(counted({}, CALLED, weak)).toBe(0);
    const scenario = bareScenario();
    const cut = openMonth({ ...scenario, channels: { ...scenario.channels, backstop: false } }, TICK, { vendor: 10_000_000 }, (world) => void (world.backstops['b'] = promise({})));
    cut.pay({ purpose: 'backstop', from: 'vendor', to: 'neo', amount: CALLED, contract: 'b' });
    expect(guaranteedIncome(cut).get('neo')).toBe(0);
  });

  it('holds the cover of a half-empty fleet up, by its part of an idle chip', () => {
    const cover = (change: Partial<Backstop>, paid = CALLED): number => {
      const month = guaranteed(change, paid, (world) => {
        // 600 of 1,000 chips are rented for two dollars an hour, and carry a million a month of principal
        world.lots['chips'] = { id: 'chips', owner: 'neo', generation: 'chip', vintage: 0, units: 1_000, status: 'installed', book: 0, cost: 0, lien: 'loan' };
        world.leases['hall'] = { id: 'hall', landlord: 'landlord', tenant: 'neo', capacity: 2_000, rent: 1, start: 0, end: 60, signedAt: 0 };
        world.contracts['deal'] = { id: 'deal', seller: 'neo', buyer: 'cloud', units: 600, rate: 2_000_000, signedAt: 0, start: 0, ramp: 1, end: 60, takeOrPay: true, prepaid: 0, creditShare: 0, delivered: 600 };
        world.loans['loan'] = {
          id: 'loan', kind: 'delayedDraw', lender: 'bank', borrower: 'neo', principal: 12_000_000, undrawn: 0, availableUntil: -1, rate: 0, floating: false, tier: 1, start: -1, amortisesFrom: 0, maturity: 17,
          covenant: 'debtServiceCover', covenantState: 'pass', cureTicks: 0, backedBy: null, advanceRate: 8_000,
        };
        world.levers['covenant.cover'] = { value: 10 };
        world.levers['covenant.trap'] = { value: 10 };
      });
      month.remember('neo', { utilisation: 0.6 });
      runCovenants(month);
      const event = month.events.find(({ type }) => type === 'coverBreach')!;
      // what an H100 equivalent earns less what it costs to run: 1,460 dollars for those rented, 0.62 of the fleet
      return (Number(event.data['cover']) * 1_000_000) / 1_000 + unitRunningCost(month, 'neo');
    };
    expect(cover({}, 0)).toBeCloseTo(1_460 * 0.62, 6);
    expect(cover({})).toBeCloseTo(1_460 * 0.62 + 300, 6);
    expect(cover({ used: 3_800_000 })).toBeCloseTo(1_460 * 0.62 + 100, 6);
  });
});
