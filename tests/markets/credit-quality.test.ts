import { describe, expect, it } from 'vitest';
import { contractLoss, gradeShareOf } from '../../src/markets/credit-quality.ts';
import type { Backstop, ComputeContract } from '../../src/model/instrument.ts';
import type { World } from '../../src/model/world.ts';
import type { Month } from '../../src/ledger/month.ts';
import { bareScenario, openMonth } from '../fixtures/open-month.ts';

const sale = (buyer: string): ComputeContract => ({ id: buyer, seller: 'neo', buyer, units: 1_000, rate: 2_000_000, signedAt: 0, start: 0, ramp: 1, end: 15, takeOrPay: true, prepaid: 0, creditShare: 0, delivered: 1_000 });

describe('the quality of what a neocloud has sold', () => {
  /** A cloud giant and a lab have signed for the same: 1,000 chips at two dollars an hour for ten more months, 14.6 million each. */
  const sold = (change: Partial<Backstop> | null, prepare: (world: World) => void = () => undefined): Month =>
    openMonth(bareScenario(), 5, {}, (world) => {
      for (const buyer of ['cloud', 'lab']) world.contracts[buyer] = sale(buyer);
      if (change !== null) world.backstops['b'] = { id: 'b', guarantor: 'vendor', beneficiary: 'neo', cap: 8_300_000, used: 1_000_000, start: 0, end: 60, ...change };
      world.levers['contract.investmentGrade'] = { value: 0.6 };
      prepare(world);
    });

  it('is the part that somebody of investment grade stands behind, a guarantor as far as its promise goes', () => {
    expect(gradeShareOf(sold(null), 'neo')).toBeCloseTo(0.5, 9);
    // 7.3 million are left, half of what the lab has signed for
    expect(gradeShareOf(sold({}), 'neo')).toBeCloseTo(0.75, 9);
    expect(gradeShareOf(sold({ used: 8_300_000 }), 'neo')).toBeCloseTo(0.5, 9);
    expect(gradeShareOf(sold({ cap: 1e9 }), 'neo')).toBe(1);
  });

  it('gains nothing from a promise that has ended, is made to somebody else, or comes from a guarantor in trouble', () => {
    expect(gradeShareOf(sold({ end: 5 }), 'neo')).toBeCloseTo(0.5, 9);
    expect(gradeShareOf(sold({ beneficiary: 'cloud' }), 'neo')).toBeCloseTo(0.5, 9);
    const trouble = (world: World): void => void (world.machines['vendor'] = { ...world.machines['vendor']!, value: { ...world.machines['vendor']!.value, solvency: 'ponzi' } });
    expect(gradeShareOf(sold({}, trouble), 'neo')).toBeCloseTo(0.5, 9);
  });

  it('makes loans on contracts cheaper', () => {
    expect(contractLoss(sold({}), 'neo')).toBeLessThan(contractLoss(sold(null), 'neo'));
  });
});
