/**
 * Phase 10, covenants: what lenders test every quarter, on trailing income and today's marks. A thin cover traps cash,
 * a broken one is waived or must be cured; what is not cured is called in. Marks matter only where no contract stands
 * behind the chips.
 */
import { clamp, shareOf } from '../model/arithmetic.ts';
import type { Cause } from '../model/decision.ts';
import type { CovenantState, Loan, Lot } from '../model/instrument.ts';
import { computeBill, owe, scheduledPrincipal } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';
import { chipsAtMarket } from '../markets/used-chips.ts';
import { unitRunningCost } from '../markets/compute.ts';
import { fleetOf, fleetsOf } from '../markets/fleet.ts';
import { guaranteedIncome } from './guaranteed-income.ts';

const QUARTER = 3;
const SMALL = 1_000_000;
/** Months of outlays a borrower keeps when it pays a facility down of its own accord. */
const KEPT_MONTHS = 1;
/** A shell must have earned for a year before its income is tested. */
const YEAR_OF_INCOME = 12;

export function runCovenants(month: Month): void {
  if (month.tick % QUARTER !== QUARTER - 1) return;
  const earnings = earningsNow(month);
  const pledged = sortedBy(month.tables.lots, (lot) => lot.lien ?? '');
  for (const id of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[id]!;
    if (loan.principal <= SMALL || loan.covenant === 'none' || loan.covenantState === 'accelerated' || month.mind(loan.borrower, 'shut') > 0) continue;
    if (loan.covenant === 'loanToValue') testValue(month, loan, pledged(loan.id));
    else testCover(month, loan, loan.covenant === 'interestCover' ? interestCover(month, loan) : facilityCover(month, loan, earnings));
  }
}

const yearOf = (months: readonly number[] | undefined): number => (months ?? []).reduce((sum, amount) => sum + amount, 0);

/** Trailing operating cash over interest of everything the borrower owes; null while there is none, or while it still builds. */
function interestCover(month: Month, loan: Loan): number | null {
  if (month.tick < loan.amortisesFrom + YEAR_OF_INCOME) return null;
  const trailing = month.tables.trailing[loan.borrower]!;
  const interest = yearOf(trailing.interest);
  return interest > 0 ? yearOf(trailing.operatingCash) / interest : null;
}

/**
 * Cover of a facility from the chips pledged to it: what they earn under the firm's contracts, as far as customers
 * really pay, and idle from a guarantor, less running cost, over the debt service of the facility, once its chips run.
 * Where nothing is pledged or under contract, trailing cover of the whole firm.
 */
function facilityCover(month: Month, loan: Loan, earnings: Earnings): number | null {
  if (month.tick < loan.amortisesFrom) return null;
  const service = Math.round((loan.principal * loan.rate) / 120_000) + scheduledPrincipal(loan, month.tick + 1);
  if (service <= 0) return null;
  const trailing = month.tables.trailing[loan.borrower]!;
  const firm = yearOf(trailing.interest) + yearOf(trailing.principal) > 0 ? yearOf(trailing.operatingCash) / (yearOf(trailing.interest) + yearOf(trailing.principal)) : null;
  const pledged = earnings.pledged.get(loan.id) ?? 0;
  const earned = earnings.perUnit(loan.borrower);
  if (pledged <= 0 || earned === null) return firm;
  return (pledged * (earned - unitRunningCost(month, loan.borrower))) / service;
}

/** What pledged chips and contracts bring on the day of the test. */
interface Earnings {
  /** H100 equivalents pledged, by loan. */
  readonly pledged: ReadonlyMap<string, number>;
  /** Dollars a month an H100 equivalent of a seller earns under contract, counting only what customers and guarantors pay; null without contracts. */
  readonly perUnit: (seller: string) => number | null;
}

function earningsNow(month: Month): Earnings {
  const { tables } = month;
  const pledged = new Map<string, number>();
  for (const key in tables.lots) {
    const { lien, units, generation } = tables.lots[key]!;
    if (lien !== null) pledged.set(lien, (pledged.get(lien) ?? 0) + (units * tables.generations[generation]!.performance) / 100);
  }
  const sold = sortedBy(tables.contracts, (contract) => contract.seller);
  const paying = payingShares(month);
  const guaranteed = guaranteedIncome(month);
  const fleets = fleetsOf(tables, month.tick);
  return {
    pledged,
    perUnit: (seller) => {
      let units = 0;
      let income = 0;
      for (const contract of sold(seller)) {
        units += contract.delivered;
        income += computeBill(contract.delivered, contract.rate) * paying(contract.buyer);
      }
      if (units <= 0) return null;
      const rented = (income / units) * Math.min(1, month.mind(seller, 'utilisation') + 0.02);
      const { powered } = fleetOf(fleets, seller);
      return rented + (powered > 0 ? (guaranteed.get(seller) ?? 0) / powered : 0);
    },
  };
}

/** Share of its bills that each customer has been paying: arrears against a month's dues. */
function payingShares(month: Month): (buyer: string) => number {
  const bills = new Map<string, { late: number; dues: number }>();
  for (const id in month.tables.obligations) {
    const each = month.tables.obligations[id]!;
    if (each.kind !== 'compute') continue;
    const bill = bills.get(each.debtor) ?? { late: 0, dues: 0 };
    bill[each.due <= month.tick ? 'late' : 'dues'] += each.amount;
    bills.set(each.debtor, bill);
  }
  return (buyer) => {
    const { late, dues } = bills.get(buyer) ?? { late: 0, dues: 0 };
    return dues > 0 ? clamp(1 - late / dues, 0, 1) : 1;
  };
}

function testCover(month: Month, loan: Loan, cover: number | null): void {
  if (cover !== null) month.tables.loans[loan.id] = { ...loan, testedCover: Math.round(cover * 10_000) + 0 };
  const needed = month.lever('covenant.cover');
  const trap = month.lever('covenant.trap');
  if (cover === null || cover >= trap) return become(month, loan, 'pass', 0);
  if (cover >= needed) {
    if (loan.covenantState === 'pass') month.note('cashTrap', loan.borrower, loan.id, { lender: loan.lender, cover, needed: trap }, whyThin(month, loan));
    return become(month, loan, 'trap', 0);
  }
  const cured = loan.cureTicks + QUARTER;
  const breach = month.note('coverBreach', loan.borrower, loan.id, { lender: loan.lender, loan: loan.id, cover, covenant: needed, months: cured }, whyThin(month, loan));
  month.signal(`trouble/${loan.borrower}`, breach);
  month.signal(`breach/${loan.borrower}`, breach);
  if (cover >= 1 && month.luck.uniform(loan.lender, `waive/${loan.id}`) < month.lever('lender.waiver')) {
    month.note('covenantWaived', loan.borrower, loan.id, { lender: loan.lender, loan: loan.id, cover }, [{ id: breach, link: 'state' }]);
    return become(month, loan, 'waived', 0);
  }
  if (cured <= month.lever('covenant.cureMonths')) return become(month, loan, 'cure', cured);
  if (cover >= 1 && payDown(month, loan, 1 - cover / needed)) return become(month, loan, 'cure', 0);
  callIn(month, loan, breach);
  crossDefault(month, loan.borrower, breach);
}

/**
 * While pledged chips still carry their debt, a borrower with cash to spare may pay it down to where its cover holds,
 * rather than have it called in.
 */
function payDown(month: Month, loan: Loan, share: number): boolean {
  const amount = Math.ceil(loan.principal * share);
  if (month.ledger.cash(loan.borrower) - KEPT_MONTHS * month.mind(loan.borrower, 'outlays') < amount) return false;
  owe(month, { kind: 'principal', debtor: loan.borrower, creditor: loan.lender, amount, due: month.tick + 1, contract: loan.id, tier: loan.tier });
  return true;
}

function become(month: Month, loan: Loan, covenantState: CovenantState, cureTicks: number): void {
  if (loan.covenantState === covenantState && loan.cureTicks === cureTicks) return;
  month.tables.loans[loan.id] = { ...month.tables.loans[loan.id]!, covenantState, cureTicks };
}

/** The whole debt falls due. */
function callIn(month: Month, loan: Loan, breach: string): void {
  month.tables.loans[loan.id] = { ...month.tables.loans[loan.id]!, covenantState: 'accelerated', undrawn: 0 };
  let already = 0;
  for (const id in month.tables.obligations) {
    const each = month.tables.obligations[id]!;
    if (each.kind === 'principal' && each.contract === loan.id) already += each.amount;
  }
  owe(month, { kind: 'principal', debtor: loan.borrower, creditor: loan.lender, amount: Math.max(0, loan.principal - already), due: month.tick + 1, contract: loan.id, tier: loan.tier });
  const event = month.note('accelerated', loan.borrower, loan.id, { lender: loan.lender, loan: loan.id, principal: loan.principal }, [{ id: breach, link: 'credit' }]);
  month.signal(`accelerated/${loan.borrower}`, event);
  if (!isNamedFor(month, loan)) month.signal(`accelerated/${loan.borrower}/${loan.lender}`, event);
  month.signal(`trouble/${loan.borrower}`, event);
}

/** Whether a larger loan of this lender, called in this month, stands for all of its calls already. */
function isNamedFor(month: Month, loan: Loan): boolean {
  const named = month.tables.signals[`accelerated/${loan.borrower}/${loan.lender}`];
  return named?.tick === month.tick && month.events.some((event) => event.id === named.event && Number(event.data['principal']) > loan.principal);
}

/** Cross-default, as every facility agreement has it: once one secured loan is called in, so are the others. */
function crossDefault(month: Month, borrower: string, breach: string): void {
  for (const id of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[id]!;
    if (loan.borrower !== borrower || loan.principal <= SMALL || loan.covenant === 'none' || loan.covenantState === 'accelerated') continue;
    callIn(month, loan, breach);
  }
}

/** Loan to value of chips that no contract stands behind: beyond the trigger the loan must come down to where it began. */
function testValue(month: Month, loan: Loan, pledged: readonly Lot[]): void {
  const value = chipsAtMarket(month, pledged.filter((lot) => lot.owner === loan.borrower));
  if (value <= 0 || loan.principal <= value * month.lever('covenant.loanToValue')) return become(month, loan, 'pass', 0);
  let already = 0;
  for (const id in month.tables.obligations) {
    const each = month.tables.obligations[id]!;
    if (each.kind === 'principal' && each.contract === loan.id) already += each.amount;
  }
  const amount = Math.min(loan.principal - already, loan.principal - shareOf(value, loan.advanceRate) - already);
  if (amount <= SMALL) return;
  owe(month, { kind: 'principal', debtor: loan.borrower, creditor: loan.lender, amount, due: month.tick + 1, contract: loan.id, tier: loan.tier });
  const causes: Cause[] = [...month.because('used', 'collateral', 24), ...month.because(`decided/${loan.borrower}/buy`, 'decision', 200)];
  const event = month.note('marginCall', loan.borrower, loan.id, { lender: loan.lender, loan: loan.id, amount, value, loanToValue: loan.principal / value }, causes.length > 0 ? causes : month.announced());
  month.signal(`call/${loan.borrower}`, event);
  month.signal(`call/${loan.borrower}/${loan.lender}`, event);
  month.signal(`trouble/${loan.borrower}`, event);
}

function whyThin(month: Month, loan: Loan): Cause[] {
  const contract = loan.backedBy === null ? undefined : month.tables.contracts[loan.backedBy];
  const found = [
    ...(contract === undefined ? [] : month.because(`missed/${contract.buyer}`, 'clearing', 12)), ...month.because(`lost/${loan.borrower}`, 'clearing', 12),
    ...month.because('vacancy', 'vacancy', 12), ...month.because('rent', 'rent', 24), ...month.because('demand', 'state', 36),
  ];
  const unique = found.filter((cause, index) => found.findIndex((other) => other.id === cause.id) === index).slice(0, 3);
  return unique.length > 0 ? unique : [...month.because(`decided/${loan.borrower}/borrow`, 'decision', 200), ...month.announced()].slice(0, 1);
}
