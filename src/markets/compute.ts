/**
 * Phase 8, compute: contracts are signed and delivered, idle capacity is rented by the hour, the price for next month
 * follows how full the fleets are, and backstops are called for what nobody rents.
 */
import { clamp, largestRemainder, mulDiv, power, ration, shareOf } from '../model/arithmetic.ts';
import type { ComputeContract } from '../model/instrument.ts';
import { HOURS_A_MONTH, MICRO } from '../model/units.ts';
import { computeBill, contractRow, owe, rampUnits, vintageOf } from '../ledger/things.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';
import { callBackstops } from './backstops.ts';
import { fleetOf, fleetsOf, type Fleet } from './fleet.ts';
import { leaderOf, newestOf } from './leader.ts';
import { hostedShare, rentOverMarket } from './own-chips.ts';

/** How full fleets are when rent neither rises nor falls against its path. */
const CALM_UTILISATION = 0.78;
/** Hourly renters, as a share of rentable capacity in a calm market. */
const HOURLY_SHARE = 0.06;
const SMALLEST_CONTRACT = 2_000;
const TERM_DISCOUNT = 0.85;
const MONTHS_TO_START = 3;
const MOST_SELLERS = 3;
/** Of what it sells as AI services, the part that is compute of its own fleet. */
const SERVING_SHARE = 0.45;
/** Share of its fleet beyond which a cloud giant signs away nothing. */
const KEPT_OPEN = 0.75;

export const monthlyRent = (month: Month): number => (month.market('compute', 'price') * HOURS_A_MONTH) / MICRO;

/** Power and running cost of an H100 equivalent, dollars a month. */
export function unitRunningCost(month: Month, owner: string): number {
  const newest = month.tables.generations[newestOf(month.tables, leaderOf(month))!]!;
  const kilowatts = newest.kilowattsPerGpu / newest.performance;
  const power_ = (kilowatts * month.lever('power.pue') * HOURS_A_MONTH * month.lever('power.price')) / 1000;
  const running = month.setting.hasTerm(owner, 'runningCost') && month.setting.kindOf(owner) === 'neocloud' ? month.term(owner, 'runningCost') * cheaper(month) : 0;
  return power_ + running;
}

/** Running cost an H100 equivalent falls as chips get better: a rack is a rack. */
function cheaper(month: Month): number {
  const newest = month.tables.generations[newestOf(month.tables, leaderOf(month))!]!;
  return clamp(250 / Math.max(100, newest.performance), 0.1, 1) * 0.6 + 0.4 * clamp(100 / Math.max(100, newest.performance), 0.1, 1);
}

/** Compute that serves a month's AI sales of a cloud giant, H100 equivalents. */
export const servingUse = (sales: number, rentOfMonth: number): number => (sales * SERVING_SHARE) / Math.max(1, rentOfMonth);

/** Compute a lab would use `ahead` months from now: serving customers and research, H100 equivalents. */
export function computeWanted(month: Month, lab: string, ahead: number): number {
  const growth = power(1.04, ahead);
  const spending = month.mind(lab, 'revenueDue') * growth * month.term(lab, 'inferenceShare') + month.mind(lab, 'training');
  return Math.max(0, Math.round(spending / Math.max(1, monthlyRent(month))));
}

interface Seller {
  readonly id: string;
  readonly fleet: Fleet;
  /** Rented from others last month: a cloud giant serves with it as with its own. */
  readonly rented: number;
  delivered: number;
  left: number;
}

const delivered = (contracts: readonly ComputeContract[]): number => contracts.reduce((sum, contract) => sum + contract.delivered, 0);

export function runCompute(month: Month): void {
  signAnnounced(month);
  const fleets = fleetsOf(month.tables, month.tick);
  signContracts(month, fleets);
  endContracts(month);
  const sold = sortedBy(month.tables.contracts, (contract) => contract.seller);
  const bought = sortedBy(month.tables.contracts, (contract) => contract.buyer);
  const sellers = [...month.setting.ids('hyperscaler'), ...month.setting.ids('neocloud'), ...month.setting.ids('aiLab')].map((id): Seller => {
    const rented = month.setting.kindOf(id) === 'hyperscaler' ? delivered(bought(id)) : 0;
    return { id, fleet: fleetOf(fleets, id), rented, delivered: 0, left: 0 };
  });
  for (const seller of sellers) deliver(month, seller, sold(seller.id));
  useOwn(month, sellers);
  rentByTheHour(month, sellers);
  rentBack(month, sellers);
  callBackstops(month, sellers);
  priceNext(month, sellers);
}

function signAnnounced(month: Month): void {
  for (const planned of month.setting.scenario.contracts) {
    if (planned.signedAt !== month.tick || planned.signedAt < 0 || month.removed(planned.id)) continue;
    if (month.mind(planned.seller, 'shut') > 0 || month.mind(planned.buyer, 'failed') > 0) continue;
    const row = contractRow(planned);
    const prepaid = Math.min(row.prepaid, Math.max(0, month.ledger.cash(row.buyer)));
    month.tables.contracts[row.id] = { ...row, prepaid, delivered: 0 };
    month.pay({ purpose: 'prepayment', from: row.buyer, to: row.seller, amount: prepaid, contract: row.id });
    const value = mulDiv(computeBill(row.units, row.rate), row.end - row.start, 1);
    month.note('contractSigned', row.buyer, row.id, { seller: row.seller, units: row.units, value }, month.announced());
  }
}

/** Labs and clouds that are short sign for capacity that sellers offer or have to spare; everybody gets the same share. */
function signContracts(month: Month, fleets: ReadonlyMap<string, Fleet>): void {
  const buyers = month.wanting('commit').filter((each) => each.decision.params['units'] !== undefined);
  const offers = new Map<string, number>();
  const offered: Pending[] = [];
  for (const pending of month.wanting('offer')) {
    if (pending.decision.params['units'] === undefined) continue;
    offers.set(pending.decision.actor, Number(pending.decision.params['units']));
    offered.push(pending);
  }
  const sold = sortedBy(month.tables.contracts, (contract) => contract.seller);
  for (const id of [...month.setting.ids('hyperscaler'), ...month.setting.ids('neocloud')]) {
    const spare = spareAhead(month, id, sold(id), fleets);
    if (spare > 0) offers.set(id, (offers.get(id) ?? 0) + spare);
  }
  const sellers = [...offers.keys()].sort();
  const supply = sellers.reduce((sum, id) => sum + offers.get(id)!, 0);
  const wants = buyers.map((each) => Number(each.decision.params['units']));
  const given = ration(supply, wants);
  const used = new Map<string, number>();
  buyers.forEach((each, index) => {
    const parts = largestRemainder(given[index]!, largestOnly(sellers.map((id) => (id === each.decision.actor ? 0 : offers.get(id)!))));
    let filled = 0;
    sellers.forEach((seller, nth) => {
      const units = parts[nth]!;
      if (units < SMALLEST_CONTRACT) return;
      filled += units;
      used.set(seller, (used.get(seller) ?? 0) + units);
      sign(month, seller, each, units);
    });
    month.record(each, { asked: wants[index]!, filled });
  });
  for (const pending of offered) month.record(pending, { asked: Number(pending.decision.params['units']), filled: used.get(pending.decision.actor) ?? 0 });
}

/** Buyers talk to a few sellers: those with most to offer. */
function largestOnly(offers: readonly number[]): number[] {
  const least = [...offers].sort((a, b) => b - a)[MOST_SELLERS - 1] ?? 0;
  return offers.map((offer) => (offer >= Math.max(1, least) ? offer : 0));
}

/** Capacity a seller will have beyond what it has sold and uses itself, a year's worth in a quarter. */
function spareAhead(month: Month, id: string, sold: readonly ComputeContract[], fleets: ReadonlyMap<string, Fleet>): number {
  let ahead = 0;
  for (const contract of sold) ahead += rampUnits(contract, month.tick + 6);
  // a cloud giant keeps room for its own growth; a neocloud has none to keep
  const open = month.setting.kindOf(id) === 'neocloud' ? 0.95 : KEPT_OPEN;
  return Math.max(0, Math.round((fleetOf(fleets, id).powered * open - ahead - month.mind(id, 'ownUse')) / 2));
}

function sign(month: Month, seller: string, pending: Pending, units: number): void {
  const { actor, params, id } = pending.decision;
  const rate = Math.max(1, Math.round(month.market('compute', 'price') * TERM_DISCOUNT * rentOverMarket(hostedShare(month, actor, seller))));
  const start = month.tick + MONTHS_TO_START;
  // what the same two sign within half a year for the same term is one contract
  const key = `${actor}-${seller}-${vintageOf(month.tick)}-${Number(params['months'])}`;
  const known = month.tables.contracts[key];
  const contract: ComputeContract =
    known === undefined
      ? { id: key, seller, buyer: actor, units, rate, signedAt: month.tick, start, ramp: 6, end: start + Number(params['months']), takeOrPay: true, prepaid: 0, creditShare: 0, delivered: 0 }
      : { ...known, units: known.units + units, rate: Math.round((known.rate * known.units + rate * units) / (known.units + units)) };
  month.tables.contracts[key] = contract;
  const value = computeBill(units, rate) * Number(params['months']);
  if (value > 500_000_000) month.note('contractSigned', actor, key, { seller, units, value }, [{ id, link: 'decision' }]);
}

function endContracts(month: Month): void {
  for (const id of Object.keys(month.tables.contracts)) {
    const contract = month.tables.contracts[id]!;
    if (contract.end > month.tick) continue;
    // what was paid ahead and never used stays with the seller
    if (contract.prepaid > 0) month.pay({ purpose: 'creditUsed', from: contract.buyer, to: contract.seller, amount: contract.prepaid, contract: id });
    delete month.tables.contracts[id];
  }
}

/** Delivers what each contract phases in, pro rata where the fleet falls short; bills it for next month. */
function deliver(month: Month, seller: Seller, sold: readonly ComputeContract[]): void {
  const { tables, tick } = month;
  const mine = [...sold].sort((a, b) => (a.id < b.id ? -1 : 1));
  const given = ration(seller.fleet.powered + seller.rented, mine.map((each) => rampUnits(each, tick)));
  mine.forEach((contract, index) => {
    const units = given[index]!;
    seller.delivered += units;
    const bill = computeBill(units, contract.rate);
    const credit = Math.min(contract.prepaid, shareOf(bill, contract.creditShare));
    tables.contracts[contract.id] = { ...contract, delivered: units, prepaid: contract.prepaid - credit };
    month.pay({ purpose: 'creditUsed', from: contract.buyer, to: contract.seller, amount: credit, contract: contract.id, units });
    month.pay({ purpose: 'computeAccrual', from: contract.buyer, to: contract.seller, amount: bill - credit, contract: contract.id, units });
    owe(month, { kind: 'compute', debtor: contract.buyer, creditor: contract.seller, amount: bill - credit, due: tick + 1, accrued: true });
  });
  seller.left = Math.max(0, seller.fleet.powered + seller.rented - seller.delivered);
}

/** Clouds use part of their fleets themselves; labs serve customers and train on what they rent and own. */
function useOwn(month: Month, sellers: Seller[]): void {
  const bought = sortedBy(month.tables.contracts, (contract) => contract.buyer);
  for (const seller of sellers) {
    const kind = month.setting.kindOf(seller.id);
    if (kind === 'hyperscaler') {
      const services = servingUse(month.mind(seller.id, 'revenueDue'), monthlyRent(month));
      const grown = Math.round(month.mind(seller.id, 'internal'));
      const ownUse = Math.round(grown + services);
      const used = Math.min(seller.left, ownUse);
      seller.left -= used;
      month.remember(seller.id, { ownUse, used });
    } else if (kind === 'aiLab') {
      const rented = delivered(bought(seller.id));
      const wanted = computeWanted(month, seller.id, 0);
      const serving = Math.round((month.mind(seller.id, 'revenueDue') * month.term(seller.id, 'inferenceShare')) / Math.max(1, monthlyRent(month)));
      const have = rented + seller.left;
      month.remember(seller.id, { ownUse: Math.min(wanted, have), unserved: serving > 0 ? Math.max(0, 1 - have / serving) : 0 });
      seller.left = 0;
    }
  }
}

/** People and firms rent idle capacity by the hour: more when it is cheap, and never all of it. */
function rentByTheHour(month: Month, sellers: readonly Seller[]): void {
  const customers = month.setting.sector('endCustomers');
  const open = sellers.filter((seller) => seller.left > 0 && month.mind(seller.id, 'shut') === 0);
  const rentable = sellers.reduce((sum, seller) => sum + (month.setting.kindOf(seller.id) === 'neocloud' ? seller.fleet.powered : seller.delivered), 0);
  const factor = month.market('compute', 'factor');
  const demand = Math.floor(rentable * HOURLY_SHARE * month.lever('demand.level') * power(clamp(factor, 0.2, 3), -month.lever('demand.elasticity')));
  const idle = open.reduce((sum, seller) => sum + seller.left, 0);
  const rented = largestRemainder(Math.min(demand, Math.floor(idle * 0.9)), open.map((seller) => seller.left));
  open.forEach((seller, index) => {
    const units = rented[index]!;
    const amount = computeBill(units, month.market('compute', 'price'));
    seller.left -= units;
    seller.delivered += units;
    month.pay({ purpose: 'spotCompute', from: customers, to: seller.id, amount, units });
    month.remember(seller.id, { spot: amount });
  });
}

/** The vendor rents compute back from its customers: neoclouds first, by what they have idle. */
function rentBack(month: Month, sellers: readonly Seller[]): void {
  for (const pending of month.wanting('commit')) {
    const { actor, params, id } = pending.decision;
    const budget = Number(params['amount'] ?? 0);
    if (budget <= 0) continue;
    const clouds = sellers.filter((seller) => month.setting.kindOf(seller.id) === 'neocloud' && month.mind(seller.id, 'shut') === 0 && seller.fleet.powered > 0);
    const parts = largestRemainder(Math.min(budget, Math.max(0, month.ledger.cash(actor))), clouds.map((seller) => seller.left + seller.fleet.powered * 0.05));
    const rent = Math.max(1, monthlyRent(month));
    clouds.forEach((seller, index) => {
      const units = Math.min(seller.left, Math.floor(parts[index]! / rent));
      const amount = Math.floor(units * rent);
      seller.left -= units;
      seller.delivered += units;
      month.pay({ purpose: 'vendorCloudCompute', from: actor, to: seller.id, amount, units, decision: id });
    });
    month.record(pending, { asked: budget, filled: budget });
  }
}

/** Next month's rent: its path, times a factor that drifts with how full the rentable fleets are. */
function priceNext(month: Month, sellers: readonly Seller[]): void {
  let rentable = 0;
  let rented = 0;
  for (const seller of sellers) {
    const kind = month.setting.kindOf(seller.id);
    const inUse = Math.max(0, seller.fleet.powered - seller.left);
    month.remember(seller.id, { fleet: seller.fleet.units, utilisation: seller.fleet.powered > 0 ? inUse / seller.fleet.powered : 1 });
    if (kind === 'aiLab' || month.mind(seller.id, 'shut') > 0) continue;
    rentable += seller.fleet.powered;
    rented += inUse;
  }
  const before = month.tables.markets['compute']!;
  const utilisation = rentable > 0 ? rented / rentable : CALM_UTILISATION;
  const smooth = (before['utilisation'] ?? CALM_UTILISATION) * 0.6 + utilisation * 0.4;
  const path = Math.max(1, (before['path'] ?? 1) * power(Math.max(0.01, 1 - month.lever('compute.decay')), 1 / 12));
  const target = month.channel('rent') ? clamp(1 + month.lever('compute.response') * 2 * (smooth - CALM_UTILISATION), 0.35, 1.3) : 1;
  const factor = (before['factor'] ?? 1) * 0.8 + target * 0.2;
  month.setMarket('compute', { utilisation: smooth, path, factor, nextPrice: Math.max(1, Math.round(path * factor)), rentable: Math.round(rentable), rented: Math.round(rented), idle: Math.round(rentable - rented) });
  const noted = month.mind('world', 'factorNoted') || 1;
  if (factor < noted - 0.06) {
    month.remember('world', { factorNoted: factor });
    const causes = [...month.because('demand', 'rent', 24), ...month.because('lost', 'rent', 12), ...month.because('seizure', 'rent', 12)];
    const fallback = month.allDecisions.filter((each) => each.type === 'buy' || each.type === 'build').slice(0, 2).map((each) => ({ id: each.id, link: 'decision' as const }));
    month.signal('rent', month.note('rentFell', undefined, 'compute', { share: noted - factor, factor, utilisation: smooth }, causes.length > 0 ? causes : fallback.length > 0 ? fallback : month.announced()));
  } else if (factor > noted + 0.06) month.remember('world', { factorNoted: factor });
}
