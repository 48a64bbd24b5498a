import { describe, expect, it } from 'vitest';
import { ageMemory, remembered } from '../../src/markets/credit-memory.ts';
import { runCredit } from '../../src/markets/credit.ts';
import type { Month } from '../../src/ledger/month.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { bareScenario, openMonth, want } from '../fixtures/open-month.ts';

const HALF = 18;
const quiet = (months: number, scenario: Scenario = bareScenario()): Month => {
  const month = openMonth(scenario, 5, { bank: 1e9, hedge: 1e9 });
  for (let at = 0; at < months; at++) ageMemory(month);
  return month;
};

/** What the bank quotes the lab over its own rate, basis points; null where it would not have it. */
function lossAsked(month: Month, margin: number): number | null {
  const { setting } = month;
  const term = setting.term;
  (setting as { term: typeof term }).term = (id, name) => (id === 'bank' && name === 'margin' ? margin : term(id, name));
  want(month, 'bank', 'lend', { amount: 1e8, nameLimit: 1e8, rate: 700 });
  want(month, 'lab', 'borrow', { amount: 1_000_000, months: 36, use: 'general' });
  runCredit(month);
  const loan = Object.values(month.tables.loans).find(({ borrower }) => borrower === 'lab');
  return loan === undefined ? null : loan.rate - 700;
}

describe('what lenders remember of failures', () => {
  it('is all of it at first; half of what can be forgotten goes in a year and a half without one, and some never', () => {
    expect(remembered(quiet(0))).toBe(1);
    expect(remembered(quiet(HALF))).toBeCloseTo(0.7, 9);
    expect(remembered(quiet(2 * HALF))).toBeCloseTo(0.55, 9);
    expect(remembered(quiet(40 * HALF))).toBeCloseTo(0.4, 9);
  });

  it('comes back whole with the next failure, for everybody, unless lenders are kept from seeing it', () => {
    const fail = (scenario?: Scenario): number => {
      const month = quiet(HALF, scenario);
      month.note('default', 'neo', 'default', { due: 1, means: 0, amount: 1 }, []);
      ageMemory(month);
      return remembered(month);
    };
    expect(fail()).toBe(1);
    const blind = bareScenario();
    expect(fail({ ...blind, channels: { ...blind.channels, credit: false } })).toBeLessThan(0.7);
  });

  it('makes loans cheaper by what is forgotten, and lets those borrow whom a lender would have refused', () => {
    const asked = lossAsked(quiet(0), 1_000)!;
    expect(asked).toBeGreaterThan(100);
    expect(lossAsked(quiet(HALF), 1_000)).toBe(Math.round(asked * 0.7));
    // a lender takes nobody whose expected loss is more than twice its margin
    const margin = Math.ceil(asked * 0.4);
    expect(lossAsked(quiet(0), margin)).toBeNull();
    expect(lossAsked(quiet(HALF), margin)).toBe(Math.round(asked * 0.7));
  });

  it('is in what a borrower of always the same quality is asked, at the cheapest lender that would have it', () => {
    const spread = (months: number, margin: number): number => {
      const month = quiet(months);
      lossAsked(month, margin);
      return month.market('credit', 'spread') + month.lever('lender.baseRate') - 700;
    };
    // odds of 2.8 % a year and a loss of 45 %
    expect([spread(0, 1_000), spread(HALF, 1_000)]).toEqual([126, 88]);
    // whoever takes half of that would not have it; it is the only one
    expect(spread(0, 31)).toBe(126);
  });

  it('is why a borrower is refused whom somebody would have had before the failure, and is no cause where a lender would', () => {
    const causes = (failed: boolean, margin: number): readonly string[] => {
      const month = quiet(HALF);
      if (failed) {
        month.note('default', 'neo', 'default', { due: 1, means: 0, amount: 1 }, []);
        ageMemory(month);
      }
      lossAsked(month, margin);
      const refused = month.events.find(({ type }) => type === 'refused');
      return refused === undefined ? ['lent'] : refused.causes.map(({ link }) => link);
    };
    const margin = Math.ceil(lossAsked(quiet(0), 1_000)! * 0.4);
    expect(causes(false, margin)).toEqual(['lent']);
    expect(causes(true, margin)).toEqual(['credit']);
    expect(causes(true, 1_000)).toEqual(['lent']);
  });
});
