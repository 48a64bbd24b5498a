/** Backstops: a guarantor's promise to pay for compute that nobody rents. */
import { largestRemainder } from '../model/arithmetic.ts';
import type { Backstop } from '../model/instrument.ts';
import { computeBill, owe } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import type { Fleet } from './fleet.ts';

/** A seller with the H100 equivalents that are left once everybody has rented. */
interface Idle {
  readonly id: string;
  readonly fleet: Fleet;
  readonly left: number;
}

/** Promises that still run, by whom they are for. */
export function guaranteesBy(month: Month): ReadonlyMap<string, readonly Backstop[]> {
  const guaranteed = new Map<string, Backstop[]>();
  for (const key of Object.keys(month.tables.backstops).sort()) {
    const backstop = month.tables.backstops[key]!;
    if (backstop.end > month.tick) guaranteed.set(backstop.beneficiary, [...(guaranteed.get(backstop.beneficiary) ?? []), backstop]);
  }
  return guaranteed;
}

/** Dollars left of a promise. */
export const roomOf = (backstop: Backstop): number => backstop.cap - backstop.used;

/**
 * What stays idle is rent that is owed to its seller, until the caps are used up. Several guarantors of one seller share
 * it in proportion to what each still owes. It is news when one must pay for the first time, pays again after a month
 * without, and when nothing is left.
 */
export function callBackstops(month: Month, sellers: readonly Idle[]): void {
  if (!month.channel('backstop')) return;
  const byId = new Map(sellers.map((seller) => [seller.id, seller]));
  for (const key of Object.keys(month.tables.backstops)) if (month.tables.backstops[key]!.end <= month.tick) delete month.tables.backstops[key];
  for (const [beneficiary, backstops] of guaranteesBy(month)) {
    const seller = byId.get(beneficiary);
    if (seller === undefined || month.mind(seller.id, 'shut') > 0) continue;
    const unsold = Math.max(0, seller.left - Math.round(seller.fleet.powered * 0.05));
    const rooms = backstops.map(roomOf);
    const amount = Math.min(rooms.reduce((sum, room) => sum + room, 0), computeBill(unsold, month.market('compute', 'price')));
    const before = month.mind(seller.id, 'guaranteed');
    month.remember(seller.id, { guaranteed: amount });
    largestRemainder(amount, rooms).forEach((part, index) => callOne(month, backstops[index]!, part, before === 0));
  }
}

function callOne(month: Month, backstop: Backstop, amount: number, again: boolean): void {
  if (amount <= 0) return;
  const { id, guarantor, beneficiary, cap } = backstop;
  const used = backstop.used + amount;
  month.tables.backstops[id] = { ...backstop, used };
  owe(month, { kind: 'backstop', debtor: guarantor, creditor: beneficiary, amount, due: month.tick, contract: id });
  if (backstop.used === 0 || again || used >= cap)
    month.note('backstopCalled', guarantor, id, { beneficiary, amount, left: cap - used }, [...month.because('rent', 'backstop', 12), ...month.because('demand', 'backstop', 18), ...month.because(`lost/${beneficiary}`, 'backstop', 12), ...month.because(`decided/${guarantor}/backstop`, 'decision', 80)]);
}
