/** What a test of cover may count of the guarantees behind idle chips. */
import { clamp } from '../model/arithmetic.ts';
import type { Month } from '../ledger/month.ts';
import { promisedBy } from '../markets/credit-quality.ts';

/** Months ahead that a test of cover looks at, as many as it looks back on elsewhere. */
const AHEAD = 12;

/**
 * Dollars a month by beneficiary: what a guarantor of investment grade has just paid for chips that nobody rents, were it
 * to go on so for a year or until its promise ends, and no more than is left of the promise, spread over that year
 * (finance A9: it pays the smaller of what is unsold and what is left of the cap). A promise nearly used up counts for
 * little; one that is not called counts for nothing, since chips that are rented earn their rent.
 */
export function guaranteedIncome(month: Month): ReadonlyMap<string, number> {
  const income = new Map<string, number>();
  for (const { purpose, contract, to, amount } of month.allFlows) {
    const backstop = purpose === 'backstop' && contract !== undefined ? month.tables.backstops[contract] : undefined;
    if (backstop === undefined) continue;
    const ahead = Math.min(amount * clamp(backstop.end - 1 - month.tick, 0, AHEAD), promisedBy(month, backstop));
    income.set(to, (income.get(to) ?? 0) + Math.floor(ahead / AHEAD));
  }
  return income;
}
