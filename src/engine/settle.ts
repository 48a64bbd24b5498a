/**
 * Phase 9, settle: everything due is paid at once by the greatest clearing vector, by seniority. What cannot be paid
 * stays owed, in arrears; late is not bankrupt.
 */
import type { Cause } from '../model/decision.ts';
import type { Purpose } from '../model/flow.ts';
import type { Change } from '../model/frame.ts';
import type { Obligation, ObligationKind } from '../model/instrument.ts';
import { clearSparse } from '../contagion/clearing-vector.ts';
import { homeOrigin } from '../ledger/dye.ts';
import type { Deal } from '../ledger/ledger.ts';
import type { Month } from '../ledger/month.ts';
import { raiseDues } from './dues.ts';
import { mixColours } from './settle-colours.ts';

/** Names the money that makes creditors whole where the channel is cut. */
export const CLEARING_OFF = 'channel-clearing-off';

/** Share of what a debtor misses in a month below which a creditor is not named in an event of its own. */
const WORTH_NAMING = 0.1;

/** Less than this is residue of rounding, not arrears. Dollars. */
export const RESIDUE = 1_000;

export const PURPOSE_OF: { readonly [kind in ObligationKind]: Purpose } = {
  interest: 'interest', principal: 'principal', compute: 'compute', rent: 'rent', running: 'running', tax: 'tax', backstop: 'backstop', revenueShare: 'revenueShare',
  depositInterest: 'depositInterest', damages: 'damages', deficiency: 'deficiency',
};

/** What each actor owed at settlement, by budget line, and what it had to pay with: kept for the account of a shortfall. */
export interface Settlement {
  readonly dues: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly means: ReadonlyMap<string, number>;
}

export function runSettle(month: Month, changes: readonly Change[]): Settlement {
  raiseDues(month);
  const due = Object.values(month.tables.obligations).filter((each) => each.due <= month.tick).sort((a, b) => (a.id < b.id ? -1 : 1));
  rescue(month, due, changes);
  const stayed = standStill(month, due);
  const ids = month.setting.parties.map((party) => party.id);
  const at = new Map(ids.map((id, index) => [id, index]));
  const means = ids.map((id) => Math.max(0, month.ledger.cash(id)));
  // sectors never fail: they can pay whatever they owe
  const payable = due.filter((each) => !stayed.has(each.id));
  const claims = payable.map((each) => ({ debtor: at.get(each.debtor)!, creditor: at.get(each.creditor)!, tier: each.tier, amount: each.amount }));
  const cleared = clearSparse({ nodes: ids.length, claims, means, keptExternal: 1, keptInternal: 1 });
  const settlement = ledgerOfDues(due, ids, means, cleared.received);
  const deals: Deal[] = [];
  const unpaid: { due: Obligation; paid: number; round: number }[] = [];
  for (const each of due) if (stayed.has(each.id)) unpaid.push({ due: each, paid: 0, round: 0 });
  payable.forEach((each, index) => {
    const paid = cleared.paid[index]!;
    const round = cleared.round[at.get(each.debtor)!] ?? 0;
    if (paid > 0) {
      deals.push({
        purpose: PURPOSE_OF[each.kind], from: each.debtor, to: each.creditor, amount: paid, contract: each.contract ?? undefined,
        obligation: { key: obligationKey(each), due: each.amount, since: each.due, round },
      });
      discharge(month, each, paid);
    }
    if (paid < each.amount) unpaid.push({ due: each, paid, round });
  });
  const mixing = new Set(month.setting.parties.filter((party) => homeOrigin(party.kind) === null).map((party) => party.id));
  month.payTogether(mixColours(month, deals, mixing));
  noteMissed(month, unpaid);
  return settlement;
}

/**
 * Debts called in that their debtor could not meet even if everybody paid it: it asks for protection and does not empty
 * itself for one creditor. What it owes otherwise is paid; the lien decides about the rest.
 */
function standStill(month: Month, due: readonly Obligation[]): ReadonlySet<string> {
  const owed = new Map<string, number>();
  const owing = new Map<string, number>();
  for (const each of due) {
    owed.set(each.debtor, (owed.get(each.debtor) ?? 0) + each.amount);
    owing.set(each.creditor, (owing.get(each.creditor) ?? 0) + each.amount);
  }
  const isCalled = (each: Obligation): boolean => each.kind === 'principal' && each.contract !== null && month.tables.loans[each.contract]?.covenantState === 'accelerated';
  const cannot = (id: string): boolean => month.ledger.cash(id) + (owing.get(id) ?? 0) < (owed.get(id) ?? 0);
  return new Set(due.filter((each) => isCalled(each) && cannot(each.debtor)).map((each) => each.id));
}

/** Without the tick, the same in another run. */
export function obligationKey(each: Obligation): string {
  return `${each.debtor}/${each.kind}/${each.creditor}/${each.contract ?? '-'}`;
}

/** Takes off what was paid: from the obligation, and from the loan where it was principal. */
function discharge(month: Month, each: Obligation, paid: number): void {
  if (paid >= each.amount) delete month.tables.obligations[each.id];
  else month.tables.obligations[each.id] = { ...each, amount: each.amount - paid };
  if (each.kind !== 'principal' || each.contract === null) return;
  const loan = month.tables.loans[each.contract];
  if (loan !== undefined) month.tables.loans[loan.id] = { ...loan, principal: loan.principal - paid };
}

function ledgerOfDues(due: readonly Obligation[], ids: readonly string[], means: readonly number[], received: readonly number[]): Settlement {
  const dues = new Map<string, Map<string, number>>();
  for (const each of due) {
    const lines = dues.get(each.debtor) ?? new Map<string, number>();
    const line = `${PURPOSE_OF[each.kind]}/${each.creditor}`;
    lines.set(line, (lines.get(line) ?? 0) + each.amount);
    dues.set(each.debtor, lines);
  }
  return { dues, means: new Map(ids.map((id, index) => [id, means[index]! + received[index]!])) };
}

/** In a what-if, money from outside pays what an actor is saved from missing. */
function rescue(month: Month, due: readonly Obligation[], changes: readonly Change[]): void {
  const outside = month.setting.sector('outsideInvestors');
  for (const change of changes) {
    if (change.kind === 'payInstead') {
      const amount = due.filter((each) => obligationKey(each) === change.obligation || each.id === change.obligation).reduce((sum, each) => sum + each.amount, 0);
      const debtor = due.find((each) => obligationKey(each) === change.obligation || each.id === change.obligation)?.debtor;
      if (debtor !== undefined) month.pay({ purpose: 'rescue', from: outside, to: debtor, amount });
    }
    if (change.kind === 'rescue') {
      const owed = due.filter((each) => each.debtor === change.actor).reduce((sum, each) => sum + each.amount, 0);
      const short = owed - Math.max(0, month.ledger.cash(change.actor));
      if (short > 0) month.pay({ purpose: 'rescue', from: outside, to: change.actor, amount: short });
    }
  }
}

/** One event for each debtor and creditor, in the order in which debtors fell, so that later ones can name earlier ones. */
function noteMissed(month: Month, unpaid: readonly { due: Obligation; paid: number; round: number }[]): void {
  const pairs = new Map<string, { debtor: string; creditor: string; kind: string; due: number; paid: number; round: number; key: string; accrued: boolean }>();
  for (const { due, paid, round } of unpaid) {
    const key = `${due.debtor}>${due.creditor}`;
    const pair = pairs.get(key) ?? { debtor: due.debtor, creditor: due.creditor, kind: due.kind, due: 0, paid: 0, round, key: obligationKey(due), accrued: due.accrued };
    pair.due += due.amount;
    pair.paid += paid;
    pairs.set(key, pair);
  }
  const missed = [...pairs.values()].filter((pair) => pair.due - pair.paid >= RESIDUE).sort((a, b) => a.round - b.round || b.due - b.paid - (a.due - a.paid) || (a.key < b.key ? -1 : 1));
  const told = new Map<string, Cause[]>();
  const total = new Map<string, number>();
  for (const pair of missed) total.set(pair.debtor, (total.get(pair.debtor) ?? 0) + pair.due - pair.paid);
  const named = new Set<string>();
  for (const pair of missed) {
    const short = pair.due - pair.paid;
    // small change beside larger sums is left to the books
    if (named.has(pair.debtor) && short < total.get(pair.debtor)! * WORTH_NAMING) continue;
    named.add(pair.debtor);
    const causes = [...(told.get(pair.debtor) ?? []), ...whyShort(month, pair.debtor)];
    const id = month.note('missedPayment', pair.debtor, pair.creditor, { creditor: pair.creditor, kind: pair.kind, due: pair.due, paid: pair.paid, round: pair.round, obligation: pair.key }, causes);
    month.signal(`missed/${pair.debtor}`, id);
    month.signal(`trouble/${pair.debtor}`, id);
    month.signal('missed', id);
    const isActor = !month.setting.isSector(pair.creditor);
    if (isActor) {
      told.set(pair.creditor, [...(told.get(pair.creditor) ?? []), { id, link: 'clearing', dollars: short }]);
      month.signal(`lost/${pair.creditor}`, id);
    }
    // with the channel cut, outside money makes the creditor whole and the debt stays
    if (isActor && !month.channel('clearing')) month.pay({ purpose: 'rescue', from: month.setting.sector('outsideInvestors'), to: pair.creditor, amount: short, contract: CLEARING_OFF });
  }
}

/** What emptied the purse: money refused, demand that fell, rent that fell, a call; at the end of all, the actor's own course. */
function whyShort(month: Month, debtor: string): Cause[] {
  const found = [
    ...month.because(`withheld/${debtor}`, 'shock', 12), ...month.because(`unfunded/${debtor}`, 'equity', 12), ...month.because(`refused/${debtor}`, 'credit', 12),
    ...month.because(`call/${debtor}`, 'collateral', 12), ...month.because(`lost/${debtor}`, 'clearing', 12), ...month.because('demand', 'state', 30),
  ].filter((cause, index, all) => all.findIndex((other) => other.id === cause.id) === index);
  if (found.length > 0) return found.slice(0, 4);
  for (const type of ['commit', 'buy', 'borrow'] as const) {
    const own = month.because(`decided/${debtor}/${type}`, 'decision', 60);
    if (own.length > 0) return own;
  }
  return month.announced();
}

