/**
 * The colours of money that is paid all at once. Each actor mixes what it had with what it is being paid, and everybody
 * pays out of that mix: one linear solve for each origin over the payments made, then whole dollars.
 */
import { ORIGINS } from '../model/account.ts';
import { largestRemainder } from '../model/arithmetic.ts';
import { solveSparse } from '../contagion/sparse-throughflow.ts';
import type { Arc } from '../contagion/throughflow.ts';
import { ORIGIN_INDEX, stampOf } from '../ledger/dye.ts';
import type { Deal } from '../ledger/ledger.ts';
import type { Month } from '../ledger/month.ts';

/** Deals with the dye each payer's money has. `mixing` are parties whose cash is a mix; the others stamp their own. */
export function mixColours(month: Month, deals: readonly Deal[], mixing: ReadonlySet<string>): Deal[] {
  const payers = [...new Set(deals.map((deal) => deal.from))].filter((id) => mixing.has(id)).sort();
  const at = new Map(payers.map((id, index) => [id, index]));
  const size = payers.length;
  const held = payers.map((id) => Math.max(0, month.ledger.cash(id)));
  const through = held.slice();
  for (const deal of deals) {
    const to = at.get(deal.to);
    if (to !== undefined) through[to]! += deal.amount;
  }
  const arcs: Arc[] = [];
  const leaks = new Float64Array(size);
  leaks.fill(1);
  const purses = payers.map((id) => month.ledger.origins(id));
  const entering = ORIGINS.map((_, origin) => Float64Array.from(purses, (purse) => purse[origin]!));
  for (const deal of deals) {
    const from = at.get(deal.from);
    const to = at.get(deal.to);
    const stamp = stampOf(deal.purpose, month.setting.kindOf(deal.from));
    if (to === undefined) continue;
    if (from === undefined || stamp !== null) {
      // money with a colour of its own
      entering[ORIGIN_INDEX[stamp ?? 'opening']]![to]! += deal.amount;
      continue;
    }
    const share = deal.amount / through[from]!;
    arcs.push({ from, to, share });
    leaks[from]! -= share;
  }
  for (let node = 0; node < size; node++) leaks[node] = Math.max(1e-12, leaks[node]!);
  const mixes = solveSparse(size, arcs, leaks, entering);
  const weights = payers.map((_, node) => ORIGINS.map((_origin, nth) => Math.max(0, Math.round(mixes?.[nth]![node] ?? 0))));
  const coloured = deals.map((deal): Deal => {
    const from = at.get(deal.from);
    if (from === undefined) return deal;
    return Object.assign({}, deal, { dye: largestRemainder(deal.amount, weighty(weights[from]!)) });
  });
  return balance(month, coloured, at);
}

/** A mix that came out empty (nothing but residue) is of the opening's colour. */
function weighty(weights: readonly number[]): readonly number[] {
  return weights.some((weight) => weight > 0) ? weights : ORIGINS.map((origin) => (origin === 'opening' ? 1 : 0));
}

/**
 * Rounding may take a dollar more of a colour than a payer had. Such dollars are exchanged, within one of its payments,
 * for a colour it has left, until nobody is short of any.
 */
function balance(month: Month, deals: Deal[], at: ReadonlyMap<string, number>): Deal[] {
  const dyes = deals.map((deal) => (deal.dye === undefined ? undefined : [...deal.dye]));
  const left = new Map<string, number[]>([...at.keys()].map((id) => [id, month.ledger.origins(id)]));
  deals.forEach((deal, index) => {
    const out = left.get(deal.from);
    const into = left.get(deal.to);
    const stamp = stampOf(deal.purpose, month.setting.kindOf(deal.from));
    for (let origin = 0; origin < ORIGINS.length; origin++) {
      if (out !== undefined) out[origin]! -= dyes[index]![origin]!;
      if (into === undefined) continue;
      if (stamp === null && dyes[index] !== undefined) into[origin]! += dyes[index][origin]!;
      else if (ORIGIN_INDEX[stamp ?? 'opening'] === origin) into[origin]! += deal.amount;
    }
  });
  const dealsOf = new Map<string, number[]>([...at.keys()].map((id) => [id, []]));
  deals.forEach((deal, index) => dealsOf.get(deal.from)?.push(index));
  for (let pass = 0; pass < 200; pass++) {
    let moved = false;
    for (const [id, colours] of left) {
      const missing = colours.findIndex((amount) => amount < 0);
      if (missing === -1) continue;
      const spare = colours.indexOf(Math.max(...colours));
      for (const index of dealsOf.get(id)!) {
        if (colours[missing]! >= 0) break;
        const deal = deals[index]!;
        if ((dyes[index]?.[missing] ?? 0) <= 0) continue;
        const part = Math.min(-colours[missing]!, dyes[index]![missing]!, Math.max(0, colours[spare]!));
        if (part <= 0) continue;
        moved = true;
        dyes[index]![missing]! -= part;
        dyes[index]![spare]! += part;
        colours[missing]! += part;
        colours[spare]! -= part;
        const into = left.get(deal.to);
        if (into !== undefined && stampOf(deal.purpose, month.setting.kindOf(deal.from)) === null) {
          into[missing]! -= part;
          into[spare]! += part;
        }
      }
    }
    if (!moved) break;
  }
  return deals.map((deal, index) => (dyes[index] === undefined ? deal : Object.assign({}, deal, { dye: dyes[index] })));
}
