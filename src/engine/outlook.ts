/**
 * A year ahead as an actor expects it: cash by line and month, from contracts, debts, orders and its own demand path.
 * Budgets are made from it, and so are the outlays and receipts that its cash rules look at. Lines are
 * `purpose/counterparty`; money that comes in is positive.
 */
import { monthlyInterest } from '../model/arithmetic.ts';
import type { Loan } from '../model/instrument.ts';
import { computeBill, leaseRuns, rampUnits, rentBill } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { systemsOf } from '../markets/chips.ts';
import { expectedRevenue, partnerOf, revenueShareOf } from '../markets/demand.ts';

export const YEAR = 12;
export type Lines = Map<string, number[]>;

/** Principal scheduled for a month: a bullet at maturity, else even parts from `amortisesFrom`. */
export function scheduledPrincipal(loan: Loan, tick: number, principal = loan.principal): number {
  if (principal <= 0 || tick < loan.amortisesFrom) return 0;
  if (tick >= loan.maturity) return principal;
  return Math.min(principal, Math.ceil(principal / (loan.maturity - tick + 1)));
}

/** The outlook of every firm at once (sectors and lenders have none), each a map of lines. */
export function outlooks(month: Month, firms: readonly string[]): Map<string, Lines> {
  const all = new Map<string, Lines>(firms.map((id) => [id, new Map()]));
  const { tables, tick, setting } = month;
  const put = (id: string, line: string, at: number, amount: number): void => {
    if (at < 0 || at >= YEAR || amount === 0) return;
    const lines = all.get(id);
    if (lines === undefined) return;
    const row = lines.get(line);
    if (row === undefined) {
      const fresh = new Array<number>(YEAR).fill(0);
      fresh[at] = amount;
      lines.set(line, fresh);
    } else row[at]! += amount;
  };
  const customers = setting.sector('endCustomers');
  const suppliers = setting.sector('suppliers');
  for (const id of firms) {
    for (let at = 0; at < YEAR; at++) {
      const revenue = expectedRevenue(month, id, at);
      put(id, `aiService/${customers}`, at, revenue);
      const partner = revenue > 0 ? partnerOf(month, id) : null;
      if (partner !== null) {
        const share = Math.round(revenue * revenueShareOf(month, id, tick + at));
        put(id, `revenueShare/${partner}`, at, -share);
        put(partner, `revenueShare/${id}`, at, share);
      }
    }
    const core = month.mind(id, 'core');
    const running = month.mind(id, 'running');
    const building = month.mind(id, 'building');
    const tax = month.mind(id, 'taxMonth');
    const spot = month.mind(id, 'spot');
    for (let at = 0; at < YEAR; at++) {
      put(id, `coreSales/${customers}`, at, core);
      if (core > 0) put(id, `coreInvestment/${suppliers}`, at, -Math.round(month.term(id, 'coreInvestment')));
      put(id, `running/${suppliers}`, at, -running);
      put(id, `construction/${suppliers}`, at, -building);
      put(id, `tax/${setting.sector('government')}`, at, -tax);
      put(id, `spotCompute/${customers}`, at, spot);
    }
  }
  for (const key in tables.contracts) {
    const contract = tables.contracts[key]!;
    // services of a month fall due in the next
    for (let at = 1; at < YEAR; at++) {
      const bill = computeBill(Math.min(rampUnits(contract, tick + at - 1), contract.delivered + Math.ceil((contract.units / contract.ramp) * at)), contract.rate);
      const cash = bill - Math.min(bill, Math.round((bill * contract.creditShare) / 10_000), contract.prepaid);
      put(contract.buyer, `compute/${contract.seller}`, at, -cash);
      put(contract.seller, `compute/${contract.buyer}`, at, cash);
    }
  }
  for (const key in tables.leases) {
    const lease = tables.leases[key]!;
    const rent = rentBill(lease);
    for (let at = 1; at < YEAR; at++) {
      if (!leaseRuns(lease, tick + at - 1)) continue;
      put(lease.tenant, `rent/${lease.landlord}`, at, -rent);
      put(lease.landlord, `rent/${lease.tenant}`, at, rent);
    }
  }
  for (const key in tables.loans) {
    const loan = tables.loans[key]!;
    let principal = loan.principal;
    for (let at = 0; at < YEAR && principal > 0; at++) {
      put(loan.borrower, `interest/${loan.lender}`, at, -monthlyInterest(principal, loan.rate));
      const part = scheduledPrincipal(loan, tick + at, principal);
      put(loan.borrower, `principal/${loan.lender}`, at, -part);
      principal -= part;
    }
  }
  for (const key in tables.orders) {
    const order = tables.orders[key]!;
    const at = Math.max(0, order.due - tick);
    const rest = order.units * order.price - order.deposit;
    put(order.buyer, `chipPurchase/${order.vendor}`, at, -rest);
    if (setting.kindOf(order.buyer) !== 'hyperscaler') put(order.buyer, `chipPurchase/${suppliers}`, at, -systemsOf(order.units * order.price));
    const facility = order.facility === null ? undefined : tables.loans[order.facility];
    if (facility !== undefined) put(order.buyer, `loanDraw/${facility.lender}`, at, Math.round(((rest + systemsOf(order.units * order.price)) * order.financed) / 10_000));
    put(order.vendor, `chipPurchase/${order.buyer}`, at, rest);
  }
  for (const key in tables.obligations) {
    const due = tables.obligations[key]!;
    const purpose = due.kind === 'deficiency' || due.kind === 'damages' ? 'damages' : due.kind;
    put(due.debtor, `${purpose}/${due.creditor}`, 0, -due.amount);
    put(due.creditor, `${purpose}/${due.debtor}`, 0, due.amount);
  }
  return all;
}

/** Sum of the months `from`…`to` (exclusive) over the lines that pass. */
export function sumLines(lines: Lines, from: number, to: number, which: (line: string, amount: number) => boolean): number {
  let total = 0;
  for (const [line, months] of lines) for (let at = from; at < to; at++) if (which(line, months[at]!)) total += months[at]!;
  return total;
}
