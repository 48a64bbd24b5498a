/** Months from an order to its delivery, as vendors quote it. */
import type { Month } from '../ledger/month.ts';

/** Lead time for which the terms of vendors are stated: the lever lengthens or shortens every vendor's from there. */
const STATED_AT = 5;

/** Lead time of a vendor with this term (or none of its own) when the market's usual one is `usual`. */
export function leadMonths(term: number | undefined, usual: number): number {
  return Math.max(1, Math.round(term === undefined ? usual : term + usual - STATED_AT));
}

export function leadTimeOf(month: Month, vendor: string): number {
  return leadMonths(month.setting.hasTerm(vendor, 'leadTime') ? month.term(vendor, 'leadTime') : undefined, month.lever('chips.leadTime'));
}
