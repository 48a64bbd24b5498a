/** Debts of a scenario at another base rate. */
import type { Scenario } from './scenario.ts';

const BASE_RATE = 'lender.baseRate';

/**
 * Opening loans at another base rate, basis points a year: what a scenario writes for a floating loan is its base rate and
 * a spread, and only the spread was agreed. Fixed rates stay.
 */
export function repriced({ loans, parameters }: Scenario, baseRate: number | undefined): Scenario['loans'] {
  const by = Math.round(baseRate ?? 0) - Math.round(parameters[BASE_RATE]?.value ?? 0);
  return baseRate === undefined || by === 0 ? loans : loans.map((loan) => (loan.floating ? { ...loan, rate: Math.max(0, loan.rate + by) } : loan));
}
