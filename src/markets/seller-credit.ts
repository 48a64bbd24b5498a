/**
 * Seller credit: the part of a purchase that a buyer would have to bring itself, lent by the vendor that sells, ranking
 * behind whoever holds the lien. What Lucent, Nortel and Cisco lent new carriers: a vendor that earns three quarters of
 * the price risks only what the goods cost it to make. The deposit stays the buyer's own money.
 */
import type { Loan } from '../model/instrument.ts';
import { chipBill } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';

/** Rank of seller credit: behind all other creditors, since nothing is left of the collateral behind the first lien. */
export const SELLER_TIER = 4;

/** A line on which only purchases from its lender can be drawn, behind the lien of another. */
export function isSellerCredit(loan: Pick<Loan, 'kind' | 'tier'>): boolean {
  return loan.kind === 'vendor' && loan.tier === SELLER_TIER;
}

/** A line that pays for chips against a lien on them: a lender's, or the vendor's own in place of one. */
export function isChipFacility(loan: Pick<Loan, 'kind' | 'tier'>): boolean {
  return loan.kind === 'delayedDraw' || (loan.kind === 'vendor' && !isSellerCredit(loan));
}

/** The seller's lines to this buyer that may still be drawn, oldest first. */
function linesOf(month: Month, buyer: string, vendor: string): Loan[] {
  return Object.values(month.tables.loans)
    .filter((loan) => loan.lender === vendor && loan.borrower === buyer && isSellerCredit(loan) && loan.undrawn > 0 && loan.availableUntil >= month.tick)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Dollars that can still be drawn for purchases from this vendor. */
export function sellerLine(month: Month, buyer: string, vendor: string): number {
  return linesOf(month, buyer, vendor).reduce((sum, loan) => sum + loan.undrawn, 0);
}

/** The buyer's own part of what is on order from this vendor with a facility behind it, dollars: what its line is for. */
export function ownPartOnOrder(month: Month, buyer: string, vendor: string): number {
  let own = 0;
  for (const id in month.tables.orders) {
    const order = month.tables.orders[id]!;
    if (order.buyer === buyer && order.vendor === vendor && order.facility !== null) own += ownPart(chipBill(order.units, order.price) - order.deposit, order.financed);
  }
  return own;
}

/** Dollars of a price, deposit taken off, that no facility pays. */
export function ownPart(rest: number, financed: number): number {
  return rest - Math.floor((rest * financed) / 10_000);
}

/** Draws up to `amount` on the seller's lines, in the posting of the delivery it pays for. Returns what was drawn. */
export function drawSellerCredit(month: Month, buyer: string, vendor: string, amount: number, posting: string, draw: (loan: string, amount: number, posting: string) => number): number {
  let left = amount;
  for (const loan of linesOf(month, buyer, vendor)) if (left > 0) left -= draw(loan.id, left, posting);
  return amount - left;
}
