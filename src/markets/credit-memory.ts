/**
 * What lenders remember of failures. In years without one they slowly forget how often borrowers fail, quote less for it
 * and take borrowers they would have refused; the next failure brings it all back, for everybody at once (Guttentag and
 * Herring 1984, "disaster myopia"; Berger and Udell 2004, the institutional memory hypothesis).
 */
import { power } from '../model/arithmetic.ts';
import type { Month } from '../ledger/month.ts';

/** Months without a failure in which half of what can be forgotten is [assumed; the spread of loans on chips fell from 9.6 to 6 to 4 points in the two years to mid-2025]. */
const HALF_FORGOTTEN = 18;
/** Share of the odds of a whole cycle that no lender forgets [assumed]. */
const NEVER_FORGOTTEN = 0.4;

/** Odds of default that lenders reckon with, as a share of those over a whole cycle. */
export const remembered = (month: Month): number => month.market('credit', 'memory');

/** Another month: without a failure more is forgotten, with one nothing is. */
export function ageMemory(month: Month): void {
  const failure = month.allEvents.find((event) => event.type === 'default');
  if (failure !== undefined && month.channel('credit')) {
    month.setMarket('credit', { memory: 1 });
    month.signal('memory', failure.id);
    return;
  }
  month.setMarket('credit', { memory: NEVER_FORGOTTEN + (remembered(month) - NEVER_FORGOTTEN) * power(0.5, 1 / HALF_FORGOTTEN) });
}
