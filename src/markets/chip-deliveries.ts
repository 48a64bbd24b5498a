/**
 * Deliveries: what is due shares what is finished, other buyers included. Draw, invoice, title and lien move in one
 * posting; what is not there or not paid waits.
 */
import { mulDiv, power, ration, shareOf } from '../model/arithmetic.ts';
import { MICRO } from '../model/units.ts';
import type { Loan, PurchaseOrder } from '../model/instrument.ts';
import { addLot, chipBill, chipsFor, vintageOf } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { idsBy } from '../ledger/rows-by-party.ts';
import { boundCash, firstMonth } from './bound-cash.ts';
import { cancelOrder } from './chip-orders.ts';
import { systemsOf } from './chip-systems.ts';
import { draw } from './credit.ts';
import { sellingGeneration, unitCostOf } from './factory.ts';
import { leaderOf } from './leader.ts';
import { drawSellerCredit, ownPart, sellerLine } from './seller-credit.ts';

/** Months an order waits for its buyer's money before it is cancelled. */
const PATIENCE = 3;

/** Other buyers of chips (China, states, gaming): exogenous budgets, less units when chips are dear, as far as stock goes. */
function otherWants(month: Month): { buyer: string; amount: number; units: number; vendor: string; generation: string }[] {
  const vendor = leaderOf(month);
  const generation = sellingGeneration(month, vendor);
  const row = month.tables.generations[generation]!;
  return month.setting.ids('otherChipBuyers').map((buyer) => {
    const open = buyer === 'china' ? month.lever('china.open') : 1;
    const path = month.term(buyer, 'spending') * power(1 + month.term(buyer, 'growth'), month.tick / 12);
    const dear = power(row.price / row.launchPrice, -month.term(buyer, 'elasticity'));
    const amount = Math.floor(path * open * dear);
    return { buyer, amount, units: chipsFor(amount, row.price), vendor, generation };
  });
}

/** Deliveries: what is due shares what is finished, other buyers included; what is not there or not paid waits. */
export function runDeliveries(month: Month): void {
  const others = otherWants(month);
  const bound = boundCash(month);
  const loans = idsBy(month.tables.loans, (loan) => loan.borrower);
  for (const vendor of [...month.setting.ids('chipVendor'), month.setting.sector('suppliers')]) {
    const due = Object.values(month.tables.orders).filter((order) => order.vendor === vendor && order.due <= month.tick).sort((a, b) => (a.id < b.id ? -1 : 1));
    const outside = others.filter((want) => want.vendor === vendor && want.units > 0);
    const limited = month.setting.kindOf(vendor) === 'chipVendor';
    const wants = [...due.map((order) => order.units), ...outside.map((want) => want.units)];
    const given = limited ? ration(month.mind(vendor, 'stock'), wants) : wants;
    let delivered = 0;
    let direct = 0;
    due.forEach((order, index) => (delivered += deliver(month, order, given[index]!, bound, loans(order.buyer))));
    outside.forEach((want, index) => {
      const units = given[due.length + index]!;
      const amount = chipBill(units, month.tables.generations[want.generation]!.price);
      if (units <= 0) return;
      month.pay({ purpose: 'otherChips', from: want.buyer, to: vendor, amount, units });
      expense(month, vendor, units, want.generation);
      remember(month, vendor, want.buyer, amount);
      direct += units;
    });
    if (limited) month.remember(vendor, { stock: month.mind(vendor, 'stock') - delivered - direct, direct: Math.round((month.mind(vendor, 'direct') * 2 + outside.reduce((sum, want) => sum + want.units, 0)) / 3) });
  }
}

/** A buyer's loans as they stand. */
const now = (month: Month, loans: readonly string[]): Loan[] => loans.map((id) => month.tables.loans[id]!);

/** Delivers up to `units` of an order, as far as the buyer can pay besides what is bound. Returns units delivered. */
function deliver(month: Month, order: PurchaseOrder, units: number, bound: Map<string, number>, loans: readonly string[]): number {
  const overdue = month.tick - order.due;
  if (units <= 0) return 0;
  const before = bound.get(order.buyer) ?? 0;
  const payable = affordable(month, order, units, before, loans);
  if (payable <= 0) {
    if (overdue >= PATIENCE) cancelOrder(month, order.id, order.units, [...month.because(`refused/${order.buyer}`, 'credit', 12), ...month.because(`trouble/${order.buyer}`, 'state', 12)]);
    return 0;
  }
  const posting = `${month.tick}/chips/${order.id}`;
  const deposit = payable === order.units ? order.deposit : mulDiv(order.deposit, payable, order.units);
  const chips = chipBill(payable, order.price);
  const rest = chips - deposit;
  const wished = order.facility === null ? 0 : shareOf(rest, order.financed);
  const after = before + firstMonth(month, order, payable, rest);
  bound.set(order.buyer, after);
  if (wished > 0) draw(month, order.facility!, wished, posting);
  if (wished > 0) drawSellerCredit(now(month, loans), order.vendor, month.tick, ownPart(rest, order.financed), (loan, amount) => draw(month, loan, amount, posting));
  const deal = { posting, contract: order.id, from: order.buyer, to: order.vendor };
  if (deposit > 0) month.pay({ ...deal, purpose: 'depositApplied', amount: deposit });
  month.pay({ ...deal, purpose: 'chipPurchase', amount: rest, units: payable });
  month.pay({ posting, contract: order.id, from: order.vendor, to: order.buyer, purpose: 'chipDelivery', amount: chips, units: payable });
  const systems = installSystems(month, order, chips, after, posting);
  const cost = chips + systems;
  addLot(month, { owner: order.buyer, generation: order.generation, vintage: vintageOf(month.tick), units: payable, status: 'installed', book: cost, cost, lien: order.facility !== null && month.tables.loans[order.facility] !== undefined && wished > 0 ? order.facility : null });
  expense(month, order.vendor, payable, order.generation);
  remember(month, order.vendor, order.buyer, chips);
  if (payable >= order.units) delete month.tables.orders[order.id];
  else month.tables.orders[order.id] = { ...order, units: order.units - payable, deposit: order.deposit - deposit };
  return payable;
}

/** Buys what chips need to run, as far as money goes that is not bound; its cost stays with the chips. Returns dollars. */
function installSystems(month: Month, order: PurchaseOrder, chips: number, bound: number, posting: string): number {
  if (month.setting.kindOf(order.buyer) === 'hyperscaler') return 0;
  const wanted = systemsOf(chips);
  if (order.facility !== null) draw(month, order.facility, shareOf(wanted, order.financed), posting);
  const paid = Math.min(wanted, Math.max(0, month.ledger.cash(order.buyer) - Math.max(0, bound)));
  month.pay({ posting, contract: order.id, from: order.buyer, to: month.setting.sector('suppliers'), purpose: 'chipPurchase', amount: paid });
  return paid;
}

/** Units of a delivery that facility, the seller's line and free cash pay for. */
function affordable(month: Month, order: PurchaseOrder, units: number, bound: number, loans: readonly string[]): number {
  const loan = order.facility === null ? undefined : month.tables.loans[order.facility];
  const lines = loan === undefined || loan.availableUntil < month.tick ? 0 : Math.min(loan.undrawn, Math.max(0, month.ledger.cash(loan.lender)));
  const unitRest = order.price / MICRO - order.deposit / Math.max(1, order.units);
  const full = Math.ceil(units * unitRest);
  const bySeller = lines > 0 ? Math.min(sellerLine(now(month, loans), order.vendor, month.tick), Math.max(0, month.ledger.cash(order.vendor)), ownPart(full, order.financed)) : 0;
  const own = Math.max(0, month.ledger.cash(order.buyer) - Math.max(0, bound + firstMonth(month, order, units, full)));
  if (own + bySeller + Math.min(lines, shareOf(full, order.financed)) >= full) return units;
  return Math.min(units, unitsPaid({ unitRest, own, line: lines, seller: bySeller, financed: lines > 0 ? order.financed / 10_000 : 0 }));
}

/** What a delivery is paid from, dollars; `financed` is the facility's share of every chip, the rest is the buyer's own part. */
export interface Means {
  /** What is still to pay for a chip. */
  readonly unitRest: number;
  /** The buyer's free cash. */
  readonly own: number;
  /** Left on the facility. */
  readonly line: number;
  /** Left of the seller's credit, which pays for the buyer's own part only. */
  readonly seller: number;
  readonly financed: number;
}

/**
 * Chips that can be paid for. Fewer chips draw less of facility and seller's credit, each only for its own share, so
 * that free cash must fill what either of them, and both together, leave open. One chip less, for rounding.
 */
export function unitsPaid({ unitRest, own, line, seller, financed }: Means): number {
  const together = (own + line + seller) / unitRest;
  const shareOfFacility = financed > 0 ? (own + line) / (unitRest * financed) : Infinity;
  const shareOfBuyer = financed < 1 ? (own + seller) / (unitRest * (1 - financed)) : Infinity;
  return Math.max(0, Math.floor(Math.min(together, shareOfFacility, shareOfBuyer)) - 1);
}

/** Cost of what was sold leaves the inventory. */
function expense(month: Month, vendor: string, units: number, generation: string): void {
  if (month.setting.kindOf(vendor) !== 'chipVendor') return;
  const cost = Math.min(chipBill(units, unitCostOf(month, vendor, month.tables.generations[generation]!)), month.ledger.accounts[vendor]!.inventory);
  month.ledger.own(vendor, [['inventory', -1], ['costOfSales', 1]], Math.max(0, cost));
}

function remember(month: Month, vendor: string, customer: string, amount: number): void {
  if (month.setting.kindOf(vendor) === 'chipVendor') month.remember(vendor, { [`sold/${customer}`]: month.mind(vendor, `sold/${customer}`) + amount });
}
