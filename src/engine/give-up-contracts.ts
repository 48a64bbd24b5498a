/**
 * Contracts that a firm with new terms gives up: compute until what stays bound fits what comes in, and halls that it no
 * longer fills. What it was served under them this month has not fallen due yet, but is a claim from before the failure
 * like any other (11 USC 365(g), 502(b)): it falls due at once and is treated with the rest. Bills of contracts that it keeps
 * are paid in full (11 USC 365(b)).
 */
import { monthlyInterest, mulDiv } from '../model/arithmetic.ts';
import type { Cause } from '../model/decision.ts';
import type { ObligationKind } from '../model/instrument.ts';
import { computeBill, leaseRuns, rampUnits, rentBill } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { fleetOf, fleetsOf } from '../markets/fleet.ts';
import { keptOf } from './going-concern.ts';
import { AHEAD, BOUND, LEAST_STAFF, ROOM } from './new-terms.ts';
import { outlooks, sumLines } from './outlook.ts';
import { endContract } from './write-off.ts';

/** H100 equivalents under which a contract is not worth keeping. */
const LEAST_UNITS = 1_000;

/** `cut`: basis points of uncovered debt that lenders are about to give up; its interest is no longer to be paid. */
export function giveUpContracts(month: Month, id: string, cut: number, causes: readonly Cause[]): void {
  const [compute, rent] = [computeServed(month, id), spaceServed(month, id)];
  shrinkContracts(month, id, cut, causes);
  handBackSpace(month, id, causes);
  callBills(month, id, 'compute', compute, computeServed(month, id));
  callBills(month, id, 'rent', rent, spaceServed(month, id));
}

/** Contracts it buys under are given up, the dearest first, until what is bound fits what comes in. */
function shrinkContracts(month: Month, id: string, cut: number, causes: readonly Cause[]): void {
  const lines = outlooks(month, [id]).get(id)!;
  const income = sumLines(lines, AHEAD.from, AHEAD.to, (line, amount) => amount > 0 && !line.startsWith('loanDraw') && !line.startsWith('shareIssue'));
  const compute = -sumLines(lines, AHEAD.from, AHEAD.to, (line) => line.startsWith('compute/'));
  const other = -sumLines(lines, AHEAD.from, AHEAD.to, (line, amount) => amount < 0 && !OTHERWISE.some((purpose) => line.startsWith(purpose))) + interestLeft(month, id, cut) * (AHEAD.to - AHEAD.from);
  if (compute <= 0) return;
  const affordable = Math.max(0, income * BOUND - other);
  // what costs most a unit is given up first, as a court lets it (11 USC 365); the last is kept in part
  let left = Math.round((compute - affordable) / (AHEAD.to - AHEAD.from));
  const mine = Object.values(month.tables.contracts).filter((each) => each.buyer === id).sort((a, b) => b.rate - a.rate || (a.id < b.id ? -1 : 1));
  for (const contract of mine) {
    if (left <= 0) break;
    const bill = computeBill(Math.max(contract.delivered, rampUnits(contract, month.tick + AHEAD.to)), contract.rate);
    const units = bill <= left ? 0 : Math.floor((contract.units * (bill - left)) / bill);
    left -= bill;
    if (units < LEAST_UNITS) {
      endContract(month, contract.id, causes, id);
      continue;
    }
    month.tables.contracts[contract.id] = { ...contract, units };
    const event = month.note('contractEnded', id, contract.id, { with: contract.seller, units: contract.units - units, what: 'compute' }, causes);
    month.signal(`lost/${contract.seller}`, event);
    month.signal('lost', event);
  }
  const share = Math.min(1, Math.max(0.1, affordable / compute));
  month.remember(id, { training: Math.round(month.mind(id, 'training') * share), staff: Math.round(month.mind(id, 'staff') * Math.max(LEAST_STAFF, share)) });
}
/** Counted apart, or changed by the new terms. */
const OTHERWISE = ['compute/', 'principal/', 'interest/'];

/** Dollars of interest a month on what lenders leave. */
function interestLeft(month: Month, id: string, cut: number): number {
  return Object.values(month.tables.loans).filter((loan) => loan.borrower === id).reduce((sum, loan) => sum + monthlyInterest(keptOf(month, loan, cut), loan.rate), 0);
}

/** Halls it rents and does not fill go back to their landlords, the longest lease first. */
function handBackSpace(month: Month, id: string, causes: readonly Cause[]): void {
  const fleet = fleetOf(fleetsOf(month.tables, month.tick), id);
  let spare = fleet.power - Math.ceil(fleet.drawn * ROOM);
  const mine = Object.values(month.tables.leases).filter((each) => each.tenant === id).sort((a, b) => b.end - a.end || (a.id < b.id ? -1 : 1));
  for (const lease of mine) {
    const begun = lease.start <= month.tick;
    if (begun && spare < lease.capacity) continue;
    if (begun) spare -= lease.capacity;
    delete month.tables.leases[lease.id];
    const event = month.note('contractEnded', id, lease.id, { with: lease.landlord, units: lease.capacity, what: 'lease' }, causes);
    month.signal(`lost/${lease.landlord}`, event);
    month.signal('lost/space', event);
  }
}

/** Dollars by seller of a month's compute as it is delivered under its contracts. */
function computeServed(month: Month, id: string): Map<string, number> {
  const served = new Map<string, number>();
  for (const contract of Object.values(month.tables.contracts))
    if (contract.buyer === id) served.set(contract.seller, (served.get(contract.seller) ?? 0) + computeBill(Math.min(contract.delivered, contract.units), contract.rate));
  return served;
}

/** Dollars by landlord of a month's rent. */
function spaceServed(month: Month, id: string): Map<string, number> {
  const served = new Map<string, number>();
  for (const lease of Object.values(month.tables.leases))
    if (lease.tenant === id && leaseRuns(lease, month.tick)) served.set(lease.landlord, (served.get(lease.landlord) ?? 0) + rentBill(lease));
  return served;
}

/** The part of next month's bills that is for what was given up, of all that was served, falls due now. */
function callBills(month: Month, id: string, kind: ObligationKind, before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): void {
  const coming = Object.values(month.tables.obligations).filter((due) => due.debtor === id && due.kind === kind && due.due > month.tick).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const due of coming) {
    const all = before.get(due.creditor) ?? 0;
    const part = all === 0 ? 0 : mulDiv(due.amount, all - (after.get(due.creditor) ?? 0), all);
    if (part <= 0) continue;
    const called = `${due.id}/called`;
    month.tables.obligations[called] = { ...due, id: called, amount: part, due: month.tick };
    if (part >= due.amount) delete month.tables.obligations[due.id];
    else month.tables.obligations[due.id] = { ...due, amount: due.amount - part };
  }
}
