/** Cash that is spoken for: what a month's bills will take of a buyer's money before it may go into chips. */
import { monthlyInterest, shareOf } from '../model/arithmetic.ts';
import type { PurchaseOrder } from '../model/instrument.ts';
import type { Month } from '../ledger/month.ts';
import { chipBill, scheduledPrincipal } from '../ledger/things.ts';
import { systemsOf } from './chip-systems.ts';
import { unitRunningCost } from './compute.ts';

/** Share of what is due to it that a buyer counts on this month, basis points. */
const SURE = 9_000;

/** Dollars of cash by buyer that this month's bills and buildings under way will take beyond what comes in with them: not to be spent on chips. */
export function boundCash(month: Month): Map<string, number> {
  const bound = new Map<string, number>();
  const add = (id: string, amount: number): void => void bound.set(id, (bound.get(id) ?? 0) + amount);
  for (const id in month.tables.obligations) {
    const each = month.tables.obligations[id]!;
    if (each.due > month.tick) continue;
    add(each.debtor, each.amount);
    add(each.creditor, -shareOf(each.amount, SURE));
  }
  for (const { id } of month.setting.actors) add(id, month.mind(id, 'running') + month.mind(id, 'building') + month.mind(id, 'taxMonth'));
  // debt service falls due in this month's settlement
  for (const id in month.tables.loans) {
    const loan = month.tables.loans[id]!;
    add(loan.borrower, monthlyInterest(loan.principal, loan.rate) + scheduledPrincipal(loan, month.tick));
  }
  return bound;
}

/** Dollars that chips cost their buyer in the month they arrive, beside their price: running them, and serving what is drawn for `rest` of their price and for their systems. */
export function firstMonth(month: Month, order: PurchaseOrder, units: number, rest: number): number {
  if (month.setting.kindOf(order.buyer) === 'hyperscaler') return 0;
  const generation = month.tables.generations[order.generation]!;
  const running = Math.round(((units * generation.performance) / 100) * unitRunningCost(month, order.buyer));
  const loan = order.facility === null ? undefined : month.tables.loans[order.facility];
  if (loan === undefined) return running;
  const drawn = Math.min(loan.undrawn, shareOf(rest + systemsOf(chipBill(units, order.price)), order.financed));
  const service = (principal: number): number => monthlyInterest(principal, loan.rate) + scheduledPrincipal(loan, month.tick, principal);
  return running + service(loan.principal + drawn) - service(loan.principal);
}
