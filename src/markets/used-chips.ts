/**
 * Phase 7, used chips: what lenders have seized and what idle owners let go. Some of it takes the place of new
 * orders; the rest leaves the loop at a falling price. Selling pushes the price down for everybody who holds chips
 * (Cifuentes, Ferrucci and Shin 2005), and the fall wears off.
 */
import { clamp, exponential, largestRemainder, power } from '../model/arithmetic.ts';
import type { Lot } from '../model/instrument.ts';
import { addLot, takeFromLot } from '../ledger/things.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { ageFactor, leadPricePerUnit, lotValue } from './chip-price.ts';
import { sellingGeneration } from './factory.ts';
import { leaderOf } from './leader.ts';

/** Months of present orders in what one depth of the used market takes: an eighth of a year's. */
const DEPTH_MONTHS = 1.5;

interface Offered { readonly lot: Lot; readonly units: number; readonly compute: number; readonly pending: Pending }

/** H100 equivalents of lots. */
export const computeOf = (month: Month, lots: readonly Pick<Lot, 'units' | 'generation'>[]): number => lots.reduce((sum, lot) => sum + (lot.units * month.tables.generations[lot.generation]!.performance) / 100, 0);

/**
 * Depth of the market: H100 equivalents a month. Chips out of racks go to those who fill racks, so it is as deep as what
 * they order lately: in a bust those who know what to do with them are in trouble themselves (Shleifer and Vishny 1992).
 */
export function marketDepth(month: Month): number {
  const noise = clamp(1 + 0.15 * month.luck.normal('used', 'depth'), 0.5, 1.5);
  return Math.max(1_000, orderedLately(month) * DEPTH_MONTHS * noise);
}

/** H100 equivalents ordered a month over the last quarter, from all chip makers. */
function orderedLately(month: Month): number {
  let compute = 0;
  for (const vendor of month.setting.ids('chipVendor')) {
    const units = (month.mind(vendor, 'ordered1') + month.mind(vendor, 'ordered2') + month.mind(vendor, 'ordered3')) / 3;
    compute += (units * month.tables.generations[sellingGeneration(month, vendor)]!.performance) / 100;
  }
  return compute;
}

/** Impact after selling `sold` more into a market that already carries `before`: exponential, so never below zero. */
export function impactAfter(month: Month, before: number, sold: number, depth: number): number {
  return 1 - (1 - before) * exponential((-month.lever('used.impact') * sold) / depth);
}

/** Clears the market; returns the compute each buy decision took second-hand, by decision key. */
export function runUsedChips(month: Month): Map<string, number> {
  const offered = month.wanting('sellChips').flatMap((pending) => offersOf(month, pending));
  const taken = new Map<string, number>();
  const total = offered.reduce((sum, each) => sum + each.compute, 0);
  const depth = marketDepth(month);
  const before = month.market('used', 'impact');
  if (total <= 0) {
    for (const pending of month.wanting('sellChips')) month.record(pending, { asked: 0, filled: 0 });
    month.setMarket('used', { sold: 0, depth });
    return taken;
  }
  const impact = impactAfter(month, before, total, depth);
  const perUnit = leadPricePerUnit(month.tables, leaderOf(month));
  const buyers = month.channel('orders') ? month.wanting('buy').filter((each) => each.decision.params['from'] === 'leader' && canUse(month, each.decision.actor)) : [];
  const wanted = buyers.map((each) => Math.floor((Number(each.decision.params['amount']) / perUnit) * month.lever('used.forNew')));
  const inside = Math.min(total, wanted.reduce((sum, units) => sum + units, 0));
  const shares = largestRemainder(Math.floor(inside), wanted);
  buyers.forEach((each, index) => taken.set(each.decision.key, shares[index]!));
  const sink = month.setting.ids('otherChipBuyers')[0] ?? month.setting.sector('suppliers');
  for (const each of offered) sell(month, each, impact, perUnit, buyers, shares, inside / total, sink);
  recordSellers(month, offered);
  month.setMarket('used', { impact, sold: Math.round(total), depth });
  noteFall(month, before, impact, total, offered);
  return taken;
}

/** Chips without power are of no use to a buyer. */
const canUse = (month: Month, buyer: string): boolean => month.mind(buyer, 'shut') === 0 && month.ledger.cash(buyer) > 0;

function offersOf(month: Month, pending: Pending): Offered[] {
  const { actor, params } = pending.decision;
  const share = Number(params['share']);
  const seller = month.setting.kindOf(actor);
  return Object.values(month.tables.lots)
    .filter((lot) => lot.owner === actor && (seller === 'lender' || lot.lien === null))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((lot) => ({ lot, units: Math.floor(lot.units * share), pending }))
    .filter((each) => each.units > 0)
    .map((each) => ({ ...each, compute: computeOf(month, [{ ...each.lot, units: each.units }]) }));
}

/** Sells a lot's part: to buyers in place of new chips in proportion to what they take, the rest out of the loop. */
function sell(month: Month, offer: Offered, impact: number, perUnit: number, buyers: readonly Pending[], shares: readonly number[], insideShare: number, sink: string): void {
  const within = Math.floor(offer.units * insideShare);
  const parts = largestRemainder(within, shares);
  buyers.forEach((each, index) => {
    const buyer = each.decision.actor;
    const value = lotValue(month.tables, { ...offer.lot, units: parts[index]! }, perUnit, impact);
    const affordable = Math.max(0, month.ledger.cash(buyer) / 3) >= value;
    if (parts[index]! > 0 && value > 0 && affordable) hand(month, offer.lot, parts[index]!, buyer, value, each.decision.id);
  });
  const left = offer.units - (offer.lot.units - (month.tables.lots[offer.lot.id]?.units ?? 0));
  const value = lotValue(month.tables, { ...offer.lot, units: left }, perUnit, impact);
  if (left > 0) hand(month, offer.lot, left, sink, value, offer.pending.decision.id);
}

/** Moves chips and money; the gap between price and book is the seller's gain or loss. What is worth nothing nobody takes: its owner scraps it. */
export function hand(month: Month, lot: Lot, units: number, buyer: string, price: number, decision?: string): void {
  const current = month.tables.lots[lot.id];
  if (current === undefined || units <= 0 || price <= 0) return;
  const { book } = takeFromLot(month, lot.id, Math.min(units, current.units));
  const posting = `${month.tick}/${month.phase}/used/${lot.id}/${buyer}`;
  const base = { posting, contract: lot.id, units, ...(decision === undefined ? {} : { decision }) };
  month.pay({ ...base, purpose: 'usedChipPurchase', from: buyer, to: lot.owner, amount: price });
  month.pay({ ...base, purpose: 'usedChipDelivery', from: lot.owner, to: buyer, amount: price });
  // the sale was booked as a gain of the whole price; the chips leave at book value
  month.ledger.own(lot.owner, [['gpus', -1], ['revaluation', -1]], book);
  if (month.setting.isSector(buyer)) month.ledger.own(buyer, [['gpus', -1], ['operatingCost', 1]], price);
  else addLot(month, { owner: buyer, generation: lot.generation, vintage: lot.vintage, units, status: 'installed', book: price, cost: price, lien: null });
}

function recordSellers(month: Month, offered: readonly Offered[]): void {
  for (const pending of month.wanting('sellChips')) {
    const units = offered.filter((each) => each.pending === pending).reduce((sum, each) => sum + each.units, 0);
    month.record(pending, { asked: units, filled: units });
  }
}

function noteFall(month: Month, before: number, impact: number, sold: number, offered: readonly Offered[]): void {
  if (impact - before < 0.02) return;
  const causes = [...new Set(offered.map((each) => each.pending.decision.id))].slice(0, 4).map((id) => ({ id, link: 'collateral' as const }));
  const sale = month.note('fireSale', undefined, 'used', { units: Math.round(sold), share: impact - before }, [...month.because('seizure', 'collateral', 18), ...causes]);
  signalFall(month, month.note('usedPriceFell', undefined, 'used', { share: impact - before, impact }, [{ id: sale, link: 'collateral' }]));
}

/** Makes a fall of the used price known to whoever asks why chips are worth less, and to whom a launch since must not hide it. */
export function signalFall(month: Month, event: string): void {
  month.signal('used', event);
  month.signal('usedFall', event);
}

/** The impact wears off by its half-life; returns the new one. */
export function decayed(month: Month): number {
  return month.market('used', 'impact') * power(0.5, 1 / Math.max(1, month.lever('used.halfLife')));
}

/** Price of a three-year-old H100 equivalent over a new one, performance for performance. */
export function usedToNew(month: Month): number {
  return ageFactor(24) * (1 - month.market('used', 'impact'));
}

/** What these chips would bring at today’s market, dollars. */
export function chipsAtMarket(month: Month, lots: readonly Lot[]): number {
  const perUnit = leadPricePerUnit(month.tables, leaderOf(month));
  const impact = month.channel('collateral') ? month.market('used', 'impact') : 0;
  let total = 0;
  for (const lot of lots) total += lotValue(month.tables, lot, perUnit, impact);
  return total;
}

/** Share of book that depreciation takes this month, straight line. */
export function monthlyDepreciation(lot: Lot, life: number): number {
  return Math.min(lot.book, Math.ceil(lot.cost / life));
}

