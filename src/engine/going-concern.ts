/**
 * Worth more alive? A failed firm gets new terms if the cash it expects from its business under them carries the debt
 * they leave (11 USC 1129(a)(11): a plan must not be likely to end in liquidation); otherwise it is wound up.
 */
import { monthlyInterest, mulDiv } from '../model/arithmetic.ts';
import type { Loan } from '../model/instrument.ts';
import { computeBill } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { fleetOf, fleetsOf, type Fleet } from '../markets/fleet.ts';
import { defaultRate } from '../markets/credit-quality.ts';
import { chipsAtMarket, computeOf } from '../markets/used-chips.ts';
import { forcedValue, pledgedTo } from './enforce.ts';
import { unitRunningCost } from '../markets/compute.ts';
import { outlooks, sumLines } from './outlook.ts';
import { AHEAD, BOUND, LEAST_STAFF, newMaturity, ROOM } from './new-terms.ts';

/** Steps in which lenders give up debt that no collateral covers, and the most of it, basis points [assumed]. */
const STEP = 3_000;
const HARDEST = 9_000;

/**
 * Basis points that lenders must give up of what their collateral does not cover, so that the rest can be carried; null
 * where no cut does it. Terms that did not hold are followed by harder ones.
 */
export function cutFor(month: Month, id: string): number | null {
  const loans = Object.values(month.tables.loans).filter((loan) => loan.borrower === id && loan.principal > 0);
  const seized = seizedFrom(month, loans);
  const business = expected(month, id, seized.compute);
  for (let cut = Math.min(HARDEST, STEP * (month.mind(id, 'newTerms') + 1)); cut <= HARDEST; cut += STEP) {
    let interest = 0;
    let principal = 0;
    for (const loan of loans) {
      const kept = keptOf(month, { ...loan, principal: loan.principal - (seized.worth.get(loan.id) ?? 0) }, cut, seized.worth.has(loan.id));
      interest += monthlyInterest(kept, loan.rate);
      principal += Math.ceil(kept / (newMaturity(loan, month.tick) - month.tick));
    }
    if (business(interest) >= interest + principal) return cut;
  }
  return null;
}

/** What is left of a loan: no less than its collateral is worth, since its lender could take that (11 USC 506(a)). */
export function keptOf(month: Month, loan: Loan, cut: number, enforced = false): number {
  return Math.max(loan.principal - mulDiv(loan.principal, cut, 10_000), enforced ? 0 : Math.min(loan.principal, collateralOf(month, loan)));
}

/** Dollars that chips and halls pledged to a loan are worth to a firm that goes on with them (11 USC 506(a): in light of their use). */
function collateralOf(month: Month, loan: Loan): number {
  return chipsAtMarket(month, pledgedTo(month, loan)) + sitesOf(month, loan);
}

function sitesOf(month: Month, loan: Loan): number {
  let worth = 0;
  for (const key in month.tables.sites) {
    const site = month.tables.sites[key]!;
    if (site.lien === loan.id && site.owner === loan.borrower) worth += site.book;
  }
  return worth;
}

/** What lenders that have called their loans will take: dollars by loan, and H100 equivalents. */
function seizedFrom(month: Month, loans: readonly Loan[]): { readonly worth: ReadonlyMap<string, number>; readonly compute: number } {
  const worth = new Map<string, number>();
  const valued = forcedValue(month, loans.filter((loan) => loan.covenantState === 'accelerated'));
  let compute = 0;
  for (const loan of loans) {
    if (loan.covenantState !== 'accelerated') continue;
    const lots = pledgedTo(month, loan);
    const value = valued(lots) + sitesOf(month, loan);
    const taken = Math.min(value, loan.principal);
    worth.set(loan.id, taken);
    if (value > 0) compute += (computeOf(month, lots) * taken) / value;
  }
  return { worth, compute };
}

/**
 * Expected operating cash a month under new terms, given the interest they leave: fewer chips serve fewer contracts, halls
 * that stand empty go back, and contracts to buy compute are given up until they fit.
 */
function expected(month: Month, id: string, lost: number): (interest: number) => number {
  const lines = outlooks(month, [id]).get(id)!;
  const mean = (which: (line: string, amount: number) => boolean): number => sumLines(lines, AHEAD.from, AHEAD.to, which) / (AHEAD.to - AHEAD.from);
  const fleet = fleetOf(fleetsOf(month.tables, month.tick), id);
  const left = fleet.units > 0 ? Math.max(0, 1 - lost / fleet.units) : 1;
  const rent = -mean((line, amount) => amount < 0 && line.startsWith('rent/'));
  const bought = -mean((line, amount) => amount < 0 && line.startsWith('compute/'));
  const sales = mean((line) => line.startsWith('aiService/') || line.startsWith('revenueShare/'));
  const income = mean((line, amount) => amount > 0 && !line.startsWith('loanDraw/') && !line.startsWith('shareIssue/')) + sales * late(month, id) - unserved(month, id, fleet, left) - doubtful(month, id);
  const running = -mean((line, amount) => amount < 0 && !NOT_RUNNING.some((purpose) => line.startsWith(purpose))) - fleet.powered * (1 - left) * unitRunningCost(month, id);
  const kept = rent * (fleet.power > 0 ? Math.min(1, (fleet.drawn * left * ROOM) / fleet.power) : 1);
  return (interest) => {
    const affordable = Math.min(bought, Math.max(0, income * BOUND - running - kept - interest));
    const staff = bought > 0 ? month.mind(id, 'staff') * (1 - Math.max(LEAST_STAFF, affordable / bought)) : 0;
    return income - running - kept - affordable + staff;
  };
}

/** Dollars of next month’s bills, what is bought, built and repaid aside: the cash a firm needs to go on. */
export function monthOfBills(month: Month, id: string): number {
  return Math.round(-sumLines(outlooks(month, [id]).get(id)!, AHEAD.from, AHEAD.from + 1, (line, amount) => amount < 0 && !NOT_BILLS.some((purpose) => line.startsWith(purpose))));
}
const NOT_BILLS = ['principal/', 'chipPurchase/', 'construction/'];

/** Lines that new terms change or end: what is bought, borrowed, built and rented. */
const NOT_RUNNING = ['interest/', 'principal/', 'compute/', 'rent/', 'chipPurchase/', 'construction/'];

/** What customers are bound to pay and keep back, over what they pay: it is a reason to fail, not to be wound up. */
function late(month: Month, id: string): number {
  const [paid, due] = [month.mind(id, 'revenueNow'), month.mind(id, 'revenueDue')];
  return paid > 0 ? Math.max(0, due / paid - 1) : 0;
}

/** Dollars a month that its customers may fail to pay: what each is billed, by the odds lenders give it of failing within a year. */
function doubtful(month: Month, id: string): number {
  let sum = 0;
  for (const key in month.tables.contracts) {
    const contract = month.tables.contracts[key]!;
    if (contract.seller === id) sum += (computeBill(contract.delivered, contract.rate) * defaultRate(month, contract.buyer)) / 10_000;
  }
  return sum;
}

/** Dollars a month of contracts that the chips left cannot serve. */
function unserved(month: Month, id: string, fleet: Fleet, left: number): number {
  let units = 0;
  let bill = 0;
  for (const key in month.tables.contracts) {
    const contract = month.tables.contracts[key]!;
    if (contract.seller !== id) continue;
    units += contract.delivered;
    bill += computeBill(contract.delivered, contract.rate);
  }
  // what hall and power there is goes to the chips that are left
  const powered = fleet.drawn * left <= fleet.power ? fleet.units * left : fleet.powered;
  return units > powered ? (bill * (units - powered)) / units : 0;
}
