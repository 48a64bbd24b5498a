/**
 * Phase 7, new chips: the factory, launches, deliveries of what is due, and new orders within what the vendor can
 * promise and the buyer can fund. Draw, invoice, title and lien move in one posting at delivery.
 */
import { largestRemainder, monthlyInterest, mulDiv, power, ration, shareOf } from '../model/arithmetic.ts';
import { MICRO } from '../model/units.ts';
import type { Cause } from '../model/decision.ts';
import type { PurchaseOrder } from '../model/instrument.ts';
import type { GenerationRow } from '../model/world.ts';
import { addLot, chipBill, chipsFor, scheduledPrincipal, vintageOf } from '../ledger/things.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { draw } from './credit.ts';
import { leadTimeOf } from './lead-time.ts';
import { leaderOf, newestOf, vendorsBySales } from './leader.ts';
import { openOwnGeneration } from './own-chips.ts';
import { drawSellerCredit, isChipFacility, ownPart, ownPartOnOrder, sellerLine } from './seller-credit.ts';

const DEPOSIT = 1_000; // basis points of the price, paid with the order
/** Months of output a vendor promises ahead beyond its lead time. */
const PROMISED_AHEAD = 4;
/** Months an order waits for its buyer's money before it is cancelled. */
const PATIENCE = 3;
const SLIP = 0.12;
/** Share of what is due to it that a buyer counts on this month, basis points. */
const SURE = 9_000;
/** Months of outlays that a buyer on credit does not order away. */
const KEPT_MONTHS = 1.5;
/** Racks, networks and cooling that go with chips, as a share of their price, for buyers who lease bare shells [press: about 2.5m beside 3.4m a rack, half of it in the shell]. */
const SYSTEMS = 2_500;
/** Months over which the chips of a stage are delivered. */
const STAGE_MONTHS = 6;

/** Micro-dollars a chip of a generation costs its vendor to make: fixed by the launch price and the gross margin at launch. */
export function unitCostOf(month: Month, vendor: string, generation: GenerationRow): number {
  return Math.max(1, Math.round(generation.launchPrice * (1 - month.term(vendor, 'grossMargin'))));
}

/** The newest launched generation of a vendor: what it takes orders for. */
export function sellingGeneration(month: Month, vendor: string): string {
  const best = newestOf(month.tables, vendor);
  if (best === null) throw new Error(`${vendor} sells no chips`);
  return best;
}

export function runFactories(month: Month): void {
  for (const pending of month.wanting('launch')) launch(month, pending);
  const planned = new Map<string, Pending>();
  for (const pending of month.wanting('produce')) planned.set(pending.decision.actor, pending);
  for (const vendor of month.setting.ids('chipVendor')) {
    const pending = planned.get(vendor);
    const started = pending === undefined ? 0 : Number(pending.decision.params['units']);
    const lead = leadTimeOf(month, vendor);
    const done = month.mind(vendor, 'making1');
    const pipeline: { [name: string]: number } = {};
    for (let at = 1; at < lead; at++) pipeline[`making${at}`] = month.mind(vendor, `making${at + 1}`);
    pipeline[`making${lead}`] = started;
    const generation = month.tables.generations[sellingGeneration(month, vendor)]!;
    const cost = chipBill(done, unitCostOf(month, vendor, generation));
    month.remember(vendor, { ...pipeline, stock: month.mind(vendor, 'stock') + done });
    // paid when made, expensed when sold
    month.pay({ purpose: 'production', from: vendor, to: month.setting.sector('suppliers'), amount: Math.min(cost, Math.max(0, month.ledger.cash(vendor))), units: done });
    if (pending !== undefined) month.record(pending, { asked: started, filled: started });
  }
  for (const id of month.setting.ids('hyperscaler')) {
    const amount = Math.min(Math.round(month.term(id, 'coreInvestment')), Math.max(0, month.ledger.cash(id)));
    month.pay({ purpose: 'coreInvestment', from: id, to: month.setting.sector('suppliers'), amount });
  }
  for (const pending of month.wanting('setPrice')) {
    const { actor, params } = pending.decision;
    // a chip launched this month has a price of its own
    const launched = month.tables.generations[sellingGeneration(month, actor)]!.launchedAt === month.tick;
    month.remember(actor, { nextPrice: launched ? 0 : Math.round(Number(params['price']) * MICRO) });
    month.record(pending, null);
  }
}

function launch(month: Month, pending: Pending): void {
  const { actor, params, id } = pending.decision;
  const each = month.setting.scenario.generations.find((one) => one.id === params['generation']);
  month.record(pending, null);
  if (each === undefined) return;
  month.tables.generations[each.id] = {
    performance: Math.round(each.performance * 100), price: Math.round(each.price * MICRO), launchPrice: Math.round(each.price * MICRO), launchedAt: month.tick, kilowattsPerGpu: Math.round(each.kilowattsPerGpu * 100), vendor: actor,
  };
  month.remember(actor, { nextPrice: 0 });
  const event = month.note('generationLaunched', actor, each.id, { generation: each.id, price: each.price }, [{ id, link: 'decision' }]);
  month.signal('used', event);
  month.signal('launch', event);
}

interface Want { readonly pending: Pending | null; readonly buyer: string; readonly vendor: string; readonly generation: string; units: number; readonly price: number; readonly share: number; readonly conditional: boolean; readonly asked: number; /** Months after the usual lead time. */ readonly later: number }

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
  return { pending, buyer: actor, vendor, generation, units: Math.max(0, asked - inPlace), price: row.price, share: Number(params['share'] ?? 0), conditional: false, asked, later: 0 };
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
      wants.push({ pending: null, buyer: lab, vendor, generation, units: part, price, share: 0, conditional: true, asked: part, later: nth });
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
  const facility = facilityRoom(month, want.buyer);
  const whole = (want.price / MICRO) * (1 + SYSTEMS / 10_000);
  const byFacility = Math.floor(facility / (whole * want.share));
  const line = Math.max(0, sellerLine(month, want.buyer, want.vendor) - ownPartOnOrder(month, want.buyer, want.vendor));
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

/** Undrawn promises of a buyer's facilities, less what orders under way will draw. */
function facilityRoom(month: Month, buyer: string): number {
  let room = 0;
  for (const id in month.tables.loans) {
    const loan = month.tables.loans[id]!;
    if (loan.borrower === buyer && loan.availableUntil >= month.tick && isChipFacility(loan)) room += loan.undrawn;
  }
  for (const id in month.tables.orders) {
    const order = month.tables.orders[id]!;
    if (order.buyer === buyer && order.facility !== null) room -= shareOf(mulDiv(chipBill(order.units, order.price), 10_000 + SYSTEMS, 10_000) - order.deposit, order.financed);
  }
  return Math.max(0, room);
}

/** The facility with the most left undrawn. */
function facilityOf(month: Month, buyer: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const id of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[id]!;
    if (loan.borrower !== buyer || loan.availableUntil < month.tick || !isChipFacility(loan)) continue;
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
    const facility = want.share > 0 ? facilityOf(month, want.buyer) : null;
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
  let total = 0;
  for (const vendor of [...month.setting.ids('chipVendor'), month.setting.sector('suppliers')]) {
    const due = Object.values(month.tables.orders).filter((order) => order.vendor === vendor && order.due <= month.tick).sort((a, b) => (a.id < b.id ? -1 : 1));
    const outside = others.filter((want) => want.vendor === vendor && want.units > 0);
    const limited = month.setting.kindOf(vendor) === 'chipVendor';
    const wants = [...due.map((order) => order.units), ...outside.map((want) => want.units)];
    const given = limited ? ration(month.mind(vendor, 'stock'), wants) : wants;
    let delivered = 0;
    let direct = 0;
    due.forEach((order, index) => (delivered += deliver(month, order, given[index]!, bound.get(order.buyer) ?? 0)));
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
    if (limited) total += ((delivered + direct) * month.tables.generations[sellingGeneration(month, vendor)]!.performance) / 100;
  }
  // what arrives in a month, H100 equivalents, smoothed: the used market's depth is measured by it
  const before = month.market('chips', 'delivered');
  month.setMarket('chips', { delivered: Math.round(before > 0 ? before * 0.8 + total * 0.2 : total) });
}

/** Dollars of cash by buyer that this month's bills and buildings under way will take beyond what comes in with them: not to be spent on chips. */
function boundCash(month: Month): Map<string, number> {
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

/** Delivers up to `units` of an order, as far as the buyer can pay besides what is bound. Returns units delivered. */
function deliver(month: Month, order: PurchaseOrder, units: number, bound: number): number {
  const overdue = month.tick - order.due;
  if (units <= 0) return 0;
  const payable = affordable(month, order, units, bound);
  if (payable <= 0) {
    if (overdue >= PATIENCE) cancelOrder(month, order.id, order.units, [...month.because(`refused/${order.buyer}`, 'credit', 12), ...month.because(`trouble/${order.buyer}`, 'state', 12)]);
    return 0;
  }
  const posting = `${month.tick}/chips/${order.id}`;
  const deposit = payable === order.units ? order.deposit : mulDiv(order.deposit, payable, order.units);
  const chips = chipBill(payable, order.price);
  const rest = chips - deposit;
  const wished = order.facility === null ? 0 : shareOf(rest, order.financed);
  if (wished > 0) draw(month, order.facility!, wished, posting);
  if (wished > 0) drawSellerCredit(month, order.buyer, order.vendor, ownPart(rest, order.financed), posting, (loan, amount) => draw(month, loan, amount, posting));
  const deal = { posting, contract: order.id, from: order.buyer, to: order.vendor };
  if (deposit > 0) month.pay({ ...deal, purpose: 'depositApplied', amount: deposit });
  month.pay({ ...deal, purpose: 'chipPurchase', amount: rest, units: payable });
  month.pay({ posting, contract: order.id, from: order.vendor, to: order.buyer, purpose: 'chipDelivery', amount: chips, units: payable });
  const systems = installSystems(month, order, chips, bound, posting);
  const cost = chips + systems;
  addLot(month, { owner: order.buyer, generation: order.generation, vintage: vintageOf(month.tick), units: payable, status: 'installed', book: cost, cost, lien: order.facility !== null && month.tables.loans[order.facility] !== undefined && wished > 0 ? order.facility : null });
  expense(month, order.vendor, payable, order.generation);
  remember(month, order.vendor, order.buyer, chips);
  if (payable >= order.units) delete month.tables.orders[order.id];
  else month.tables.orders[order.id] = { ...order, units: order.units - payable, deposit: order.deposit - deposit };
  return payable;
}

/** Dollars of racks, networks and cooling for chips of this price. */
export const systemsOf = (chips: number): number => shareOf(chips, SYSTEMS);

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
function affordable(month: Month, order: PurchaseOrder, units: number, bound: number): number {
  const loan = order.facility === null ? undefined : month.tables.loans[order.facility];
  const lines = loan === undefined || loan.availableUntil < month.tick ? 0 : Math.min(loan.undrawn, Math.max(0, month.ledger.cash(loan.lender)));
  const unitRest = order.price / MICRO - order.deposit / Math.max(1, order.units);
  const full = Math.ceil(units * unitRest);
  const bySeller = lines > 0 ? Math.min(sellerLine(month, order.buyer, order.vendor), Math.max(0, month.ledger.cash(order.vendor)), ownPart(full, order.financed)) : 0;
  const cash = Math.max(0, month.ledger.cash(order.buyer) - Math.max(0, bound)) + bySeller;
  const fromLine = Math.min(lines, shareOf(full, order.financed));
  if (cash + fromLine >= full) return units;
  // fewer chips draw less of the line: its own share must be there for each of them too
  const ownShare = lines > 0 ? 1 - order.financed / 10_000 : 1;
  return Math.max(0, Math.floor(Math.min((cash + lines) / unitRest, ownShare > 0 ? cash / (unitRest * ownShare) : Infinity)) - 1);
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
