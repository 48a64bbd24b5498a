/**
 * What would happen if one of the thirty largest debtors failed now. Three answers, never to be added:
 *
 * DebtRank – how much of all that is owed would be put in distress (loans and bills less the liquidation value of what is
 * pledged, over the creditor's book equity). Clearing shortfall – dollars of bills that would stay unpaid because of it:
 * its bills and all its debt fall due at once, its estate is what cash and things fetch less bankruptcy costs, secured
 * debt comes first as far as its collateral goes, and everybody else owes the bills of the coming month and a month's
 * interest out of cash. Fire-sale loss – what all owners of chips would lose at market if the largest pledged fleet of one
 * borrower were sold at once.
 */
import { monthlyInterest } from '../model/arithmetic.ts';
import type { Measures } from '../model/measures.ts';
import { equityOf, totalOwed } from '../ledger/accounts.ts';
import { clearSparse, type Claim } from '../contagion/clearing-vector.ts';
import { distress, distressOnce, impactNetwork, type Exposure } from '../contagion/debt-rank.ts';
import { keep } from '../contagion/estates.ts';
import { lever, type MonthInput } from './month-input.ts';

/** How many debtors are tried every month. */
export const TRIED = 30;
/** What a powered shell fetches of its book value in liquidation [assumed]. */
const SHELL_LIQUIDATION = 0.6;
/** What stakes, stocks and the business outside the model fetch of theirs [assumed]. */
const REST_LIQUIDATION = 0.5;
/** Tier of a claim beyond its collateral: it shares with trade creditors. */
const UNSECURED = 3;

export interface Fragility {
  readonly debtRank: Measures['debtRank'];
  readonly clearingShortfall: Measures['clearingShortfall'];
  readonly fireSaleLoss: number;
}

export function fragility(input: MonthInput): Fragility {
  const { state, setting } = input;
  const index = new Map(setting.parties.map(({ id }, at) => [id, at]));
  const things = liquidation(input);
  const owed = setting.parties.map(({ id }) => (setting.isSector(id) ? 0 : totalOwed(state.accounts[id]!)));
  const tried = owed.map((_, at) => at).filter((at) => owed[at]! > 0).sort((a, b) => owed[b]! - owed[a]! || a - b).slice(0, TRIED);
  return {
    debtRank: worstDistress(input, index, things.byLoan, owed, tried),
    clearingShortfall: worstFailure(input, index, things, tried),
    fireSaleLoss: things.fireSaleLoss,
  };
}

interface Liquidation {
  /** Dollars the collateral of each loan would fetch, and all things of each owner. */
  readonly byLoan: ReadonlyMap<string, number>;
  readonly byOwner: ReadonlyMap<string, number>;
  readonly fireSaleLoss: number;
}

function liquidation({ state, chips, setting }: MonthInput): Liquidation {
  const byLoan = new Map<string, number>();
  const byOwner = new Map<string, number>();
  const pledged = new Map<string, number>();
  const owned = new Map<string, number>();
  const add = (sums: Map<string, number>, key: string, amount: number): void => void sums.set(key, (sums.get(key) ?? 0) + amount);
  for (const id in state.lots) {
    const lot = state.lots[id]!;
    const units = (lot.units * state.generations[lot.generation]!.performance) / 100;
    add(owned, lot.owner, units);
    if (lot.lien !== null) add(pledged, lot.owner, units);
  }
  let largest = 0;
  for (const units of pledged.values()) largest = Math.max(largest, units);
  const fireSaleImpact = chips.impactAfter(largest);
  const impact = new Map<string, number>();
  for (const [owner, units] of owned) impact.set(owner, chips.impactAfter(units));
  let fireSaleLoss = 0;
  for (const id in state.lots) {
    const lot = state.lots[id]!;
    const fetched = chips.valueOf(lot, impact.get(lot.owner)!);
    add(byOwner, lot.owner, fetched);
    if (lot.lien !== null) add(byLoan, lot.lien, fetched);
    if (largest > 0) fireSaleLoss += Math.max(0, chips.valueOf(lot, chips.impact) - chips.valueOf(lot, fireSaleImpact));
  }
  for (const id in state.sites) {
    const site = state.sites[id]!;
    const fetched = Math.floor(site.book * SHELL_LIQUIDATION);
    add(byOwner, site.owner, fetched);
    if (site.lien !== null) add(byLoan, site.lien, fetched);
  }
  for (const { id } of setting.actors) {
    const { other, stakes, inventory } = state.accounts[id]!;
    add(byOwner, id, Math.floor((other + stakes + inventory) * REST_LIQUIDATION));
  }
  return { byLoan, byOwner, fireSaleLoss };
}

function worstDistress({ state, setting }: MonthInput, index: ReadonlyMap<string, number>, collateral: ReadonlyMap<string, number>, owed: readonly number[], tried: readonly number[]): Measures['debtRank'] {
  const exposures: Exposure[] = [];
  for (const id in state.loans) {
    const loan = state.loans[id]!;
    exposures.push({ lender: index.get(loan.lender)!, borrower: index.get(loan.borrower)!, amount: Math.max(0, loan.principal - (collateral.get(id) ?? 0)) });
  }
  for (const id in state.obligations) {
    const due = state.obligations[id]!;
    if (!setting.isSector(due.creditor)) exposures.push({ lender: index.get(due.creditor)!, borrower: index.get(due.debtor)!, amount: due.amount });
  }
  const equity = setting.parties.map(({ id }) => equityOf(state.accounts[id]!));
  const impacts = impactNetwork(equity, exposures);
  let total = 0;
  for (const each of owed) total += each;
  const rank = (h: Float64Array, failed: number): number => {
    let sum = 0;
    for (let at = 0; at < owed.length; at++) if (at !== failed && equity[at]! > 0) sum += (owed[at]! / total) * h[at]!;
    return sum;
  };
  let worst: Measures['debtRank'] = { r2012: 0, r2015: 0, worst: null };
  const shock = new Float64Array(owed.length);
  for (const failed of tried) {
    if (impacts.start[failed] === impacts.start[failed + 1]) continue;
    // others whose equity is gone have been written down before; the one that fails now hurts its creditors now
    const gone = impacts.gone[failed]!;
    impacts.gone[failed] = 0;
    shock[failed] = 1;
    const r2015 = rank(distress(impacts, shock), failed);
    if (r2015 > worst.r2015) worst = { r2012: rank(distressOnce(impacts, shock), failed), r2015, worst: setting.parties[failed]!.id };
    shock[failed] = 0;
    impacts.gone[failed] = gone;
  }
  return worst;
}

interface Bills {
  readonly claims: Claim[];
  readonly means: number[];
}

/** What everybody owes in the coming month, and the cash there is for it. Sectors have all they owe. */
function bills({ state, setting }: MonthInput, index: ReadonlyMap<string, number>): Bills {
  const claims: Claim[] = [];
  const means = setting.parties.map(({ id }) => Math.max(0, state.accounts[id]!.cash));
  const owe = (debtor: string, creditor: string, tier: number, amount: number): void => {
    if (amount <= 0 || debtor === creditor) return;
    claims.push({ debtor: index.get(debtor)!, creditor: index.get(creditor)!, tier, amount });
    if (setting.isSector(debtor)) means[index.get(debtor)!]! += amount;
  };
  for (const id in state.obligations) {
    const due = state.obligations[id]!;
    owe(due.debtor, due.creditor, due.tier, due.amount);
  }
  for (const id in state.loans) {
    const loan = state.loans[id]!;
    owe(loan.borrower, loan.lender, loan.tier, monthlyInterest(loan.principal, loan.rate));
  }
  return { claims, means };
}

function worstFailure(input: MonthInput, index: ReadonlyMap<string, number>, things: Liquidation, tried: readonly number[]): Measures['clearingShortfall'] {
  const { state, setting } = input;
  const nodes = setting.parties.length;
  const { claims, means } = bills(input, index);
  const usual = clearSparse({ nodes, claims, means });
  const unpaid = usual.totalOwed - usual.totalPaid;
  const [cashKept, claimsKept] = [lever(state, 'default.cashKept', 0.7), lever(state, 'default.claimsKept', 0.9)];
  const loansOf = new Map<string, string[]>();
  for (const id in state.loans) {
    const { borrower } = state.loans[id]!;
    const list = loansOf.get(borrower);
    if (list === undefined) loansOf.set(borrower, [id]);
    else list.push(id);
  }
  let worst: { worst: string | null; dollars: number } = { worst: null, dollars: 0 };
  for (const failed of tried) {
    const { id } = setting.parties[failed]!;
    const called: Claim[] = [];
    for (const key of loansOf.get(id) ?? []) {
      const loan = state.loans[key]!;
      const secured = Math.min(loan.principal, things.byLoan.get(key) ?? 0);
      const creditor = index.get(loan.lender)!;
      if (secured > 0) called.push({ debtor: failed, creditor, tier: 1, amount: secured });
      if (loan.principal > secured) called.push({ debtor: failed, creditor, tier: Math.max(UNSECURED, loan.tier), amount: loan.principal - secured });
    }
    const estate = means[failed]! + (things.byOwner.get(id) ?? 0);
    const due = [...claims.filter((claim) => claim.debtor === failed), ...called];
    const alone = paidAlone(due, keep(estate, cashKept) + keep(usual.received[failed]!, claimsKept), nodes);
    let dollars = alone.unpaid;
    if (usual.short.some((short) => short) || spreads(alone.paid, claims, usual.left, usual.paid, failed)) {
      const cleared = clearSparse({
        nodes, claims: [...claims, ...called], means: means.map((own, at) => (at === failed ? estate : own)), keptExternal: cashKept, keptInternal: claimsKept, costly: (node) => node === failed,
      });
      dollars = cleared.totalOwed - cleared.totalPaid - unpaid;
    } else if (estate + usual.received[failed]! >= alone.owed) dollars = 0;
    if (dollars > worst.dollars) worst = { worst: id, dollars };
  }
  let capital = 0;
  for (const id of setting.ids('lender')) capital += equityOf(state.accounts[id]!);
  return { ...worst, overCapital: capital > 0 ? worst.dollars / capital : null };
}

/** What an estate pays each creditor if everybody pays it as usual. */
function paidAlone(due: Claim[], estate: number, nodes: number): { readonly paid: Float64Array; readonly unpaid: number; readonly owed: number } {
  due.sort((a, b) => a.tier - b.tier);
  const paid = new Float64Array(nodes);
  let left = estate;
  let [owed, total] = [0, 0];
  for (let first = 0; first < due.length; ) {
    let last = first;
    let tierOwed = 0;
    for (; last < due.length && due[last]!.tier === due[first]!.tier; last++) tierOwed += due[last]!.amount;
    const share = Math.min(left, tierOwed);
    left -= share;
    for (; first < last; first++) {
      const { creditor, amount } = due[first]!;
      const part = share === tierOwed ? amount : Math.floor(amount * (share / tierOwed));
      paid[creditor]! += part;
      total += part;
    }
    owed += tierOwed;
  }
  return { paid, unpaid: owed - total, owed };
}

/** Whether somebody who counted on this debtor could not pay its own bills with what it gets now. */
function spreads(paid: Float64Array, claims: readonly Claim[], left: readonly number[], usual: readonly number[], failed: number): boolean {
  const change = paid.slice();
  claims.forEach((claim, at) => {
    if (claim.debtor === failed) change[claim.creditor]! -= usual[at]!;
  });
  for (let node = 0; node < change.length; node++) if (left[node]! + change[node]! < 0) return true;
  return false;
}
