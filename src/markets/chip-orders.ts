/** Orders of new chips: within what the buyer wants, used chips have not replaced, money pays and the vendor can promise. */
import { largestRemainder, mulDiv, ration, shareOf } from '../model/arithmetic.ts';
import { MICRO } from '../model/units.ts';
import type { Cause } from '../model/decision.ts';
import type { PurchaseOrder } from '../model/instrument.ts';
import { chipBill, chipsFor } from '../ledger/things.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { SYSTEMS } from './chip-systems.ts';
import { sellingGeneration } from './factory.ts';
import { leadTimeOf } from './lead-time.ts';
import { leaderOf, vendorsBySales } from './leader.ts';
import { openOwnGeneration } from './own-chips.ts';
import { facilityRoom, pays, type FacilityUse } from './chip-facility.ts';
import { ownPartOnOrder, sellerLine } from './seller-credit.ts';

const DEPOSIT = 1_000; // basis points of the price, paid with the order
/** Months of output a vendor promises ahead beyond its lead time. */
const PROMISED_AHEAD = 4;
const SLIP = 0.12;
/** Months of outlays that a buyer on credit does not order away. */
const KEPT_MONTHS = 1.5;
/** Months over which the chips of a stage are delivered. */
const STAGE_MONTHS = 6;

interface Want { readonly pending: Pending | null; readonly buyer: string; readonly vendor: string; readonly generation: string; units: number; readonly price: number; readonly share: number; /** What kind of facility pays its share. */ readonly use: FacilityUse; readonly conditional: boolean; readonly asked: number; /** Months after the usual lead time. */ readonly later: number }

/** New orders: wanted, funded, promised, and placed with their deposit. */
export function runOrders(month: Month, taken: ReadonlyMap<string, number>): void {
  const wants = [...month.wanting('buy').map((pending) => wantOf(month, pending, taken)), ...stageOrders(month)].filter((want): want is Want => want !== null);
  for (const want of wants) want.units = Math.min(want.units, fundedUnits(month, want));
  const placed = new Map<string, number>();
  for (const vendor of new Set(wants.map((want) => want.vendor))) {
    const asking = wants.filter((want) => want.vendor === vendor);
    const wanted = asking.map((want) => want.units);
    const total = wanted.reduce((sum, units) => sum + units, 0);
    const room = promise(month, vendor);
    const given = room === null ? wanted : ration(room, wanted);
    asking.forEach((want, index) => place(month, want, given[index]!));
    const accepted = given.reduce((sum, units) => sum + units, 0);
    placed.set(vendor, accepted);
    if (room !== null) month.remember(vendor, { unmet: total > 0 ? 1 - accepted / total : 0 });
  }
  for (const vendor of month.setting.ids('chipVendor')) {
    const history: { [name: string]: number } = { ordered1: placed.get(vendor) ?? 0 };
    for (let at = 2; at <= 6; at++) history[`ordered${at}`] = month.mind(vendor, `ordered${at - 1}`);
    month.remember(vendor, history);
    noteOrders(month, vendor);
  }
}

/** Units a vendor can still promise; null where supply has no limit. */
function promise(month: Month, vendor: string): number | null {
  if (month.setting.kindOf(vendor) !== 'chipVendor') return null;
  let backlog = 0;
  for (const id in month.tables.orders) if (month.tables.orders[id]!.vendor === vendor) backlog += month.tables.orders[id]!.units;
  return Math.max(0, Math.round(month.mind(vendor, 'capacity') * (leadTimeOf(month, vendor) + PROMISED_AHEAD) + month.mind(vendor, 'stock') - backlog));
}

function wantOf(month: Month, pending: Pending, taken: ReadonlyMap<string, number>): Want | null {
  const { actor, params, key } = pending.decision;
  const from = String(params['from']);
  const vendors = vendorsBySales(month);
  const vendor = from === 'own' ? month.setting.sector('suppliers') : from === 'rival' ? (vendors[1] ?? vendors[0]!) : vendors[0]!;
  const generation = from === 'own' ? openOwnGeneration(month.tables, sellingGeneration(month, leaderOf(month)), vendor) : sellingGeneration(month, vendor);
  const row = month.tables.generations[generation]!;
  // used chips taken this month stand in for new ones
  const inPlace = from === 'leader' ? Math.floor(((taken.get(key) ?? 0) * 100) / row.performance) : 0;
  const asked = chipsFor(Number(params['amount']), row.price);
  return { pending, buyer: actor, vendor, generation, units: Math.max(0, asked - inPlace), price: row.price, share: Number(params['share'] ?? 0), use: params['use'] === 'chipsAhead' ? 'chipsAhead' : 'chips', conditional: false, asked, later: 0 };
}

/** Chips a lab buys for a stage its vendor has paid into: a purchase for which vendor money was the condition. */
function stageOrders(month: Month): Want[] {
  const wants: Want[] = [];
  for (const lab of month.setting.ids('aiLab')) {
    const dollars = month.mind(lab, 'stageOrders');
    if (dollars <= 0) continue;
    const vendor = vendorsBySales(month)[0]!;
    const generation = sellingGeneration(month, vendor);
    const price = month.tables.generations[generation]!.price;
    const units = chipsFor(dollars, price);
    month.remember(lab, { stageOrders: 0 });
    for (const [nth, part] of largestRemainder(units, new Array<number>(STAGE_MONTHS).fill(1)).entries())
      wants.push({ pending: null, buyer: lab, vendor, generation, units: part, price, share: 0, use: 'chips', conditional: true, asked: part, later: nth });
  }
  return wants;
}

/** Orders = min(wanted, funded): what a facility still undrawn pays at its advance rate, and for the rest the seller's line and cash beyond some months of outlays. */
function fundedUnits(month: Month, want: Want): number {
  const cash = Math.max(0, month.ledger.cash(want.buyer));
  const outlays = month.mind(want.buyer, 'outlays');
  if (want.share <= 0) {
    const kind = month.setting.kindOf(want.buyer);
    const spare = kind === 'hyperscaler' ? cash * 10 : Math.max(0, cash - outlays);
    return chipsFor(spare, want.price);
  }
  const whole = (want.price / MICRO) * (1 + SYSTEMS / 10_000);
  const loans = Object.values(month.tables.loans).filter((loan) => loan.borrower === want.buyer);
  const orders = Object.values(month.tables.orders).filter((order) => order.buyer === want.buyer);
  const byFacility = Math.floor(facilityRoom(loans, orders, month.tick, want.use) / (whole * want.share));
  const line = Math.max(0, sellerLine(loans, want.vendor, month.tick) - ownPartOnOrder(orders, want.vendor));
  const byOwnPart = want.share >= 1 ? want.units : unitsByOwnPart(want.price / MICRO, want.share, Math.max(0, cash - KEPT_MONTHS * outlays), line);
  return Math.max(0, Math.min(byFacility, byOwnPart));
}

/**
 * Units whose own part a buyer can bring, at `price` dollars a chip: the seller's line pays its share of the price but
 * the deposit, cash the rest; then cash alone.
 */
export function unitsByOwnPart(price: number, share: number, cash: number, line: number): number {
  const own = price * (1 + SYSTEMS / 10_000) * (1 - share);
  const onLine = price * (1 - DEPOSIT / 10_000) * (1 - share);
  return Math.floor(Math.min(cash / (own - onLine), (cash + line) / own));
}

/** The facility for a use with the most left undrawn. */
function facilityOf(month: Month, buyer: string, use: FacilityUse): string | null {
  let best: string | null = null;
  let most = 0;
  for (const id of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[id]!;
    if (loan.borrower !== buyer || loan.availableUntil < month.tick || !pays(loan, use)) continue;
    if (loan.undrawn > most) [best, most] = [id, loan.undrawn];
  }
  return best;
}

function place(month: Month, want: Want, units: number): void {
  const { pending } = want;
  if (units > 0) {
    const price = chipBill(units, want.price);
    const deposit = Math.min(shareOf(price, DEPOSIT), Math.max(0, month.ledger.cash(want.buyer)));
    const slips = month.luck.uniform(want.vendor, `slip/${want.buyer}`) < SLIP ? 1 : 0;
    const facility = want.share > 0 ? facilityOf(month, want.buyer, want.use) : null;
    const id = orderId(month, `${want.buyer}-${want.vendor}-${month.tick}${want.conditional ? `-stage-${want.later}` : ''}`);
    const order: PurchaseOrder = {
      id, buyer: want.buyer, vendor: want.vendor, generation: want.generation, units, price: want.price, placedAt: month.tick, due: month.tick + leadTimeOf(month, want.vendor) + slips + want.later, deposit,
      cancellable: true, facility, financed: facility === null ? 0 : Math.round(want.share * 10_000), conditional: want.conditional,
    };
    month.tables.orders[id] = order;
    month.pay({ purpose: 'orderDeposit', from: want.buyer, to: want.vendor, amount: deposit, contract: id, units, ...(pending === null ? {} : { decision: pending.decision.id }) });
  }
  if (pending !== null) month.record(pending, { asked: want.asked, filled: units, ...(units < want.units ? { refusedBy: want.vendor } : {}) });
}

/** A name no other order has: a buyer may ask one vendor twice in a month, where there is no rival to go to. */
function orderId(month: Month, stem: string): string {
  let id = stem;
  for (let nth = 2; month.tables.orders[id] !== undefined; nth++) id = `${stem}-${nth}`;
  return id;
}

/** Orders of the quarter against the quarter before: a fall by a seventh is worth an event, and within half a year only one that goes a third deeper. */
function noteOrders(month: Month, vendor: string): void {
  const mean = (from: number): number => month.mind(vendor, `ordered${from}`) + month.mind(vendor, `ordered${from + 1}`) + month.mind(vendor, `ordered${from + 2}`);
  const [late, early] = [mean(1), mean(4)];
  const noted = month.tables.signals[`orders/${vendor}`];
  const lately = noted !== undefined && month.tick - noted.tick < 6;
  if (early <= 0 || late > early * 0.85 || (lately && late * 3 > month.mind(vendor, 'ordersNoted') * 2)) return;
  month.remember(vendor, { ordersNoted: late });
  const causes = [
    ...month.because('usedFall', 'orders', 12), ...month.because('launch', 'orders', 12), ...month.because('rent', 'orders', 12), ...month.because('demand', 'state', 18),
    ...month.pending.filter((each) => each.decision.type === 'cut').slice(0, 3).map((each) => ({ id: each.decision.id, link: 'decision' as const })),
  ];
  const fallback = month.allDecisions.filter((each) => each.type === 'buy').slice(0, 1).map((each) => ({ id: each.id, link: 'decision' as const }));
  month.signal(`orders/${vendor}`, month.note('ordersFell', vendor, 'orders', { share: 1 - late / early, units: Math.round(late / 3) }, causes.length > 0 ? causes : fallback.length > 0 ? fallback : month.announced()));
}

/** Cancels units of an order; the vendor keeps their deposit. */
export function cancelOrder(month: Month, id: string, units: number, causes: Parameters<Month['note']>[4]): void {
  const order = month.tables.orders[id];
  if (order === undefined || units <= 0) return;
  const part = Math.min(units, order.units);
  const deposit = part === order.units ? order.deposit : mulDiv(order.deposit, part, order.units);
  if (deposit > 0) month.pay({ purpose: 'depositForfeited', from: order.buyer, to: order.vendor, amount: deposit, contract: id });
  if (part === order.units) delete month.tables.orders[id];
  else month.tables.orders[id] = { ...order, units: order.units - part, deposit: order.deposit - deposit };
  const own = (type: 'cut' | 'buy', months: number): Cause[] => month.because(`decided/${order.buyer}/${type}`, 'decision', months);
  const because = [causes, own('cut', 3), own('buy', 24)].find((each) => each.length > 0) ?? month.announced();
  month.note('contractEnded', order.buyer, id, { vendor: order.vendor, units: part, amount: chipBill(part, order.price), what: 'order' }, because);
}

/** Buyers that stopped buying cancel a share of what is on order. */
export function runCancellations(month: Month): void {
  for (const pending of month.wanting('cut')) {
    const { actor, params, id } = pending.decision;
    if (params['what'] !== 'orders') continue;
    const mine = Object.values(month.tables.orders).filter((order) => order.buyer === actor && order.cancellable).sort((a, b) => (a.id < b.id ? -1 : 1));
    const cut = largestRemainder(Math.floor(mine.reduce((sum, order) => sum + order.units, 0) * Number(params['share']) * 0.3), mine.map((order) => order.units));
    mine.forEach((order, index) => cancelOrder(month, order.id, cut[index]!, [{ id, link: 'decision' }]));
    month.record(pending, { asked: mine.reduce((sum, order) => sum + order.units, 0), filled: cut.reduce((sum, units) => sum + units, 0) });
  }
}
