/**
 * Seller credit: the part of a purchase that a buyer would have to bring itself, lent by the vendor that sells, ranking
 * behind whoever holds the lien. What Lucent, Nortel and Cisco lent new carriers: a vendor that earns three quarters of
 * the price risks only what the goods cost it to make. The deposit stays the buyer's own money.
 */
import type { Loan, PurchaseOrder } from '../model/instrument.ts';
import { chipBill } from '../ledger/things.ts';

/** Rank of seller credit: behind all other creditors, since nothing is left of the collateral behind the first lien. */
export const SELLER_TIER = 4;

/** A line on which only purchases from its lender can be drawn, behind the lien of another. */
export function isSellerCredit(loan: Pick<Loan, 'kind' | 'tier'>): boolean {
  return loan.kind === 'vendor' && loan.tier === SELLER_TIER;
}

/** Of a buyer's loans, this seller's lines that may still be drawn, oldest first. */
function linesOf(loans: readonly Loan[], vendor: string, tick: number): Loan[] {
  return loans.filter((loan) => loan.lender === vendor && isSellerCredit(loan) && loan.undrawn > 0 && loan.availableUntil >= tick).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Dollars that a buyer with these loans can still draw for purchases from this vendor. */
export function sellerLine(loans: readonly Loan[], vendor: string, tick: number): number {
  return linesOf(loans, vendor, tick).reduce((sum, loan) => sum + loan.undrawn, 0);
}

/** A buyer's own part of what it has on order from this vendor with a facility behind it, dollars: what its line is for. */
export function ownPartOnOrder(orders: readonly PurchaseOrder[], vendor: string): number {
  let own = 0;
  for (const order of orders) if (order.vendor === vendor && order.facility !== null) own += ownPart(chipBill(order.units, order.price) - order.deposit, order.financed);
  return own;
}

/** Dollars of a price, deposit taken off, that no facility pays. */
export function ownPart(rest: number, financed: number): number {
  return rest - Math.floor((rest * financed) / 10_000);
}

/** Draws up to `amount` on the seller's lines among a buyer's loans, line by line through `draw`, which says what it got. */
export function drawSellerCredit(loans: readonly Loan[], vendor: string, tick: number, amount: number, draw: (loan: string, amount: number) => number): void {
  let left = amount;
  for (const loan of linesOf(loans, vendor, tick)) if (left > 0) left -= draw(loan.id, left);
}
