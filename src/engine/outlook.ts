/**
 * A year ahead as an actor expects it: cash by line and month, from contracts, debts, orders and its own demand path.
 * Budgets are made from it, and so are the outlays and receipts that its cash rules look at. Lines are
 * `purpose/counterparty`; money that comes in is positive.
 */
import { largestRemainder, monthlyInterest } from '../model/arithmetic.ts';
import type { PurchaseOrder } from '../model/instrument.ts';
import { chipBill, computeBill, leaseRuns, rampUnits, rentBill, scheduledPrincipal } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';
import { guaranteesBy, roomOf } from '../markets/backstops.ts';
import { systemsOf } from '../markets/chip-systems.ts';
import { ownPart, sellerLine } from '../markets/seller-credit.ts';
import { expectedRevenue, partnerOf, revenueShareOf } from '../markets/demand.ts';

export const YEAR = 12;
export type Lines = Map<string, number[]>;

/** Outlooks while they are made: a line appears with its first dollar. */
class Outlooks {
  readonly all: Map<string, Lines>;
  /** The months of one deal, used again for the next. */
  readonly months: number[] = new Array<number>(YEAR).fill(0);

  constructor(firms: readonly string[]) {
    this.all = new Map(firms.map((id) => [id, new Map()]));
  }

  /** One payment, `at` months ahead. */
  put(id: string, line: string, at: number, amount: number): void {
    if (at < 0 || at >= YEAR || amount === 0) return;
    const row = this.row(id, line);
    if (row !== null) row[at]! += amount;
  }

  /** What stands in `months`, as money that comes in (1) or goes out (−1). */
  putMonths(id: string, line: string, sign: 1 | -1): void {
    if (!this.months.some((amount) => amount !== 0)) return;
    const row = this.row(id, line);
    if (row !== null) for (let at = 0; at < YEAR; at++) row[at]! += sign * this.months[at]!;
  }

  /** The same every month. */
  putEvery(id: string, line: string, amount: number): void {
    if (amount === 0) return;
    const row = this.row(id, line);
    if (row !== null) for (let at = 0; at < YEAR; at++) row[at]! += amount;
  }

  private row(id: string, line: string): number[] | null {
    const lines = this.all.get(id);
    if (lines === undefined) return null;
    let row = lines.get(line);
    if (row === undefined) lines.set(line, (row = new Array<number>(YEAR).fill(0)));
    return row;
  }
}

/** The outlook of every firm at once (sectors and lenders have none), each a map of lines. */
export function outlooks(month: Month, firms: readonly string[]): Map<string, Lines> {
  const outlook = new Outlooks(firms);
  foreseeBusiness(month, firms, outlook);
  foreseeContracts(month, outlook);
  foreseeGuarantees(month, outlook);
  foreseeLoans(month, outlook);
  foreseeOrders(month, outlook);
  for (const key in month.tables.obligations) {
    const due = month.tables.obligations[key]!;
    const purpose = due.kind === 'deficiency' || due.kind === 'damages' ? 'damages' : due.kind;
    outlook.put(due.debtor, `${purpose}/${due.creditor}`, 0, -due.amount);
    outlook.put(due.creditor, `${purpose}/${due.debtor}`, 0, due.amount);
  }
  return outlook.all;
}

/** Sales and what goes with them, as the firm sees them from today. */
function foreseeBusiness(month: Month, firms: readonly string[], outlook: Outlooks): void {
  const { tick, setting } = month;
  const customers = setting.sector('endCustomers');
  const suppliers = setting.sector('suppliers');
  const { months } = outlook;
  const holders = sortedBy(month.tables.holdings, (holding) => holding.issuer);
  for (const id of firms) {
    for (let at = 0; at < YEAR; at++) months[at] = expectedRevenue(month, id, at);
    outlook.putMonths(id, `aiService/${customers}`, 1);
    const partner = months.some((revenue) => revenue > 0) ? partnerOf(month, id, holders(id)) : null;
    if (partner !== null) {
      for (let at = 0; at < YEAR; at++) months[at] = months[at]! > 0 ? Math.round(months[at]! * revenueShareOf(month, id, tick + at)) : 0;
      outlook.putMonths(id, `revenueShare/${partner}`, -1);
      outlook.putMonths(partner, `revenueShare/${id}`, 1);
    }
    const core = month.mind(id, 'core');
    outlook.putEvery(id, `coreSales/${customers}`, core);
    if (core > 0) outlook.putEvery(id, `coreInvestment/${suppliers}`, -Math.round(month.term(id, 'coreInvestment')));
    outlook.putEvery(id, `running/${suppliers}`, -month.mind(id, 'running'));
    outlook.putEvery(id, `construction/${suppliers}`, -month.mind(id, 'building'));
    outlook.putEvery(id, `tax/${setting.sector('government')}`, -month.mind(id, 'taxMonth'));
    outlook.putEvery(id, `spotCompute/${customers}`, month.mind(id, 'spot'));
  }
}

/** Compute and rent: services of a month fall due in the next. */
function foreseeContracts(month: Month, outlook: Outlooks): void {
  const { tables, tick } = month;
  const { months } = outlook;
  months[0] = 0;
  for (const key in tables.contracts) {
    const contract = tables.contracts[key]!;
    for (let at = 1; at < YEAR; at++) {
      const bill = computeBill(Math.min(rampUnits(contract, tick + at - 1), contract.delivered + Math.ceil((contract.units / contract.ramp) * at)), contract.rate);
      months[at] = bill - Math.min(bill, Math.round((bill * contract.creditShare) / 10_000), contract.prepaid);
    }
    outlook.putMonths(contract.buyer, `compute/${contract.seller}`, -1);
    outlook.putMonths(contract.seller, `compute/${contract.buyer}`, 1);
  }
  for (const key in tables.leases) {
    const lease = tables.leases[key]!;
    const rent = rentBill(lease);
    for (let at = 1; at < YEAR; at++) months[at] = leaseRuns(lease, tick + at - 1) ? rent : 0;
    outlook.putMonths(lease.tenant, `rent/${lease.landlord}`, -1);
    outlook.putMonths(lease.landlord, `rent/${lease.tenant}`, 1);
  }
}

/** What guarantors paid last month for chips that nobody rents, were it to go on until their promises are used up or end. */
function foreseeGuarantees(month: Month, outlook: Outlooks): void {
  if (!month.channel('backstop')) return;
  for (const [beneficiary, backstops] of guaranteesBy(month)) {
    const rooms = backstops.map(roomOf);
    const amount = Math.min(month.mind(beneficiary, 'guaranteed'), rooms.reduce((sum, room) => sum + room, 0));
    if (amount <= 0 || month.mind(beneficiary, 'shut') > 0) continue;
    largestRemainder(amount, rooms).forEach((part, index) => {
      const { guarantor, end } = backstops[index]!;
      let left = rooms[index]!;
      for (let at = 0; at < YEAR && month.tick + at < end && left > 0; at++) {
        const paid = Math.min(part, left);
        left -= paid;
        outlook.put(guarantor, `backstop/${beneficiary}`, at, -paid);
        outlook.put(beneficiary, `backstop/${guarantor}`, at, paid);
      }
    });
  }
}

function foreseeLoans(month: Month, outlook: Outlooks): void {
  const { tables, tick } = month;
  for (const key in tables.loans) {
    const loan = tables.loans[key]!;
    let principal = loan.principal;
    if (principal <= 0) continue;
    const interest = `interest/${loan.lender}`;
    const repaid = `principal/${loan.lender}`;
    for (let at = 0; at < YEAR && principal > 0; at++) {
      outlook.put(loan.borrower, interest, at, -monthlyInterest(principal, loan.rate));
      const part = scheduledPrincipal(loan, tick + at, principal);
      outlook.put(loan.borrower, repaid, at, -part);
      principal -= part;
    }
  }
}

function foreseeOrders(month: Month, outlook: Outlooks): void {
  const { tables, tick, setting } = month;
  const suppliers = setting.sector('suppliers');
  const lines = new Map<string, number>();
  const borrowed = sortedBy(tables.loans, (loan) => loan.borrower);
  /** What the seller's line pays of an order's own part, as far as it goes. */
  const bySeller = (order: PurchaseOrder, at: number, own: number): void => {
    const pair = `${order.buyer}/${order.vendor}`;
    const left = lines.get(pair) ?? sellerLine(borrowed(order.buyer), order.vendor, tick);
    const part = Math.min(left, own);
    lines.set(pair, left - part);
    outlook.put(order.buyer, `loanDraw/${order.vendor}`, at, part);
  };
  for (const key in tables.orders) {
    const order = tables.orders[key]!;
    const at = Math.max(0, order.due - tick);
    const price = chipBill(order.units, order.price);
    const rest = price - order.deposit;
    outlook.put(order.buyer, `chipPurchase/${order.vendor}`, at, -rest);
    if (setting.kindOf(order.buyer) !== 'hyperscaler') outlook.put(order.buyer, `chipPurchase/${suppliers}`, at, -systemsOf(price));
    const facility = order.facility === null ? undefined : tables.loans[order.facility];
    if (facility !== undefined) outlook.put(order.buyer, `loanDraw/${facility.lender}`, at, Math.round(((rest + systemsOf(price)) * order.financed) / 10_000));
    outlook.put(order.vendor, `chipPurchase/${order.buyer}`, at, rest);
    if (facility !== undefined) bySeller(order, at, ownPart(rest, order.financed));
  }
}

/** Sum of the months `from`…`to` (exclusive) over the lines that pass. */
export function sumLines(lines: Lines, from: number, to: number, which: (line: string, amount: number) => boolean): number {
  let total = 0;
  for (const [line, months] of lines) for (let at = from; at < to; at++) if (which(line, months[at]!)) total += months[at]!;
  return total;
}
