/** Lines that pay for chips against a lien on them: what is left on them, and how much of that orders under way will draw. */
import { mulDiv, shareOf } from '../model/arithmetic.ts';
import type { Loan, PurchaseOrder } from '../model/instrument.ts';
import { chipBill } from '../ledger/things.ts';
import { SYSTEMS } from './chip-systems.ts';
import { isSellerCredit } from './seller-credit.ts';

/** A line that pays for chips against a lien on them: a lender's, or the vendor's own in place of one. */
export function isChipFacility(loan: Pick<Loan, 'kind' | 'tier'>): boolean {
  return loan.kind === 'delayedDraw' || (loan.kind === 'vendor' && !isSellerCredit(loan));
}

/** What a line pays for: chips that contracts wait for, tested on what those earn, or chips bought ahead of any, tested on what they are worth. */
export type FacilityUse = 'chips' | 'chipsAhead';

export function pays(loan: Pick<Loan, 'kind' | 'tier' | 'covenant'>, use: FacilityUse): boolean {
  return isChipFacility(loan) && (loan.covenant === 'loanToValue') === (use === 'chipsAhead');
}

/** Dollars of a buyer's facilities for a use that are promised, undrawn and not yet bound by its orders: what it may order on, and need not ask for. */
export function facilityRoom(loans: readonly Loan[], orders: readonly PurchaseOrder[], tick: number, use: FacilityUse): number {
  const open = new Map<string, number>();
  for (const loan of loans) if (loan.availableUntil >= tick && pays(loan, use)) open.set(loan.id, loan.undrawn);
  for (const order of orders) {
    const left = order.facility === null ? undefined : open.get(order.facility);
    if (left !== undefined) open.set(order.facility!, left - drawOf(order));
  }
  let room = 0;
  for (const left of open.values()) room += left;
  return Math.max(0, room);
}

/** What an order will draw at delivery, for the chips and what they need to run. */
function drawOf(order: PurchaseOrder): number {
  return shareOf(mulDiv(chipBill(order.units, order.price), 10_000 + SYSTEMS, 10_000) - order.deposit, order.financed);
}
