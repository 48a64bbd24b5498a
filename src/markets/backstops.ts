/** Backstops: a guarantor's promise to pay for compute that nobody rents. */
import { computeBill, owe } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import type { Fleet } from './fleet.ts';

/** A seller with the H100 equivalents that are left once everybody has rented. */
interface Idle {
  readonly id: string;
  readonly fleet: Fleet;
  readonly left: number;
}

/**
 * The guarantor owes the beneficiary rent for what stays idle, until the cap is used up. It is news when it must pay for
 * the first time, pays again after a month without, and when nothing is left.
 */
export function callBackstops(month: Month, sellers: readonly Idle[]): void {
  if (!month.channel('backstop')) return;
  const byId = new Map(sellers.map((seller) => [seller.id, seller]));
  for (const key of Object.keys(month.tables.backstops).sort()) {
    const backstop = month.tables.backstops[key]!;
    if (backstop.end <= month.tick) {
      delete month.tables.backstops[key];
      continue;
    }
    const seller = byId.get(backstop.beneficiary);
    if (seller === undefined || month.mind(seller.id, 'shut') > 0) continue;
    const unsold = Math.max(0, seller.left - Math.round(seller.fleet.powered * 0.05));
    const amount = Math.min(backstop.cap - backstop.used, computeBill(unsold, month.market('compute', 'price')));
    const before = month.mind(seller.id, 'guaranteed');
    month.remember(seller.id, { guaranteed: amount });
    if (amount <= 0) continue;
    month.tables.backstops[key] = { ...backstop, used: backstop.used + amount };
    owe(month, { kind: 'backstop', debtor: backstop.guarantor, creditor: backstop.beneficiary, amount, due: month.tick, contract: key });
    if (backstop.used === 0 || before === 0 || backstop.used + amount >= backstop.cap)
      month.note('backstopCalled', backstop.guarantor, key, { beneficiary: backstop.beneficiary, amount, left: backstop.cap - backstop.used - amount }, [...month.because('rent', 'backstop', 12), ...month.because('demand', 'backstop', 18), ...month.because(`lost/${backstop.beneficiary}`, 'backstop', 12), ...month.because(`decided/${backstop.guarantor}/backstop`, 'decision', 80)]);
  }
}
