/** How lenders judge a borrower: probability of default, loss given default, and the quality of what backs a loan. */
import type { Backstop, ComputeContract } from '../model/instrument.ts';
import { HOURS_A_MONTH } from '../model/units.ts';
import type { Month } from '../ledger/month.ts';
import { computeBill, rampUnits } from '../ledger/things.ts';

/** Yearly probability of default by solvency state, basis points [assumed: rating-agency averages by class]. */
const DEFAULT_RATE: { readonly [state: string]: number } = { hedge: 60, speculative: 300, ponzi: 800, distressed: 2_500, inDefault: 10_000, resolved: 1_500 };
/** An unlisted firm that lives on its shareholders' money, whatever its debts. */
const BURNER = 450;
const STRONG = 25;
const HIGH_YIELD = 280;
/** Loss given default by security, shares: recoveries 55 / 35 / 20 % [assumed]. */
export const LOSS_GIVEN_DEFAULT = { secured: 0.45, building: 0.35, unsecured: 0.8 } as const;
/** Expected loss over a whole cycle of a loan to a high-yield borrower that pays its debts, on its contracts, basis points a year. */
export const USUAL_LOSS = HIGH_YIELD * LOSS_GIVEN_DEFAULT.secured;
/** Share of a backlog with investment-grade customers that mixes are stated against. */
const USUAL_GRADE = 0.6;
const GRADE_DEFAULT = 60;
const WEAK_DEFAULT = 600;

const sumOf = (months: readonly number[] | undefined): number => (months ?? []).reduce((sum, amount) => sum + amount, 0);

/** Probability of default a year, basis points. */
export function defaultRate(month: Month, borrower: string): number {
  const state = month.tables.machines[borrower]?.value['solvency'] ?? 'hedge';
  const trailing = month.tables.trailing[borrower];
  const operating = sumOf(trailing?.operatingCash);
  const debt = month.tables.accounts[borrower]!.debt;
  const kind = month.setting.kindOf(borrower);
  if (state === 'hedge' && operating <= 0) return BURNER;
  // neoclouds and labs are rated below investment grade however well they pay
  if (state === 'hedge' && (kind === 'neocloud' || kind === 'aiLab')) return HIGH_YIELD;
  if (state === 'hedge' && debt < operating * 2) return STRONG;
  return DEFAULT_RATE[state] ?? 300;
}

const contractsOf = (month: Month, seller: string): readonly ComputeContract[] => Object.values(month.tables.contracts).filter((contract) => contract.seller === seller);

/** What is left of a promise to pay for a neocloud's idle chips, dollars, as far as its guarantor is of investment grade. */
export function promisedBy(month: Month, backstop: Backstop): number {
  return month.channel('backstop') && backstop.end > month.tick && isGrade(month, backstop.guarantor) ? backstop.cap - backstop.used : 0;
}

/**
 * Share of a neocloud's contract value that somebody of investment grade stands behind: customers who signed for it, or a
 * guarantor who pays for the chips should other customers leave (finance A9: on what is guaranteed the guarantor's
 * default counts in place of the customer's). The usual share while it has no contract.
 */
export function gradeShareOf(month: Month, seller: string, sold = contractsOf(month, seller)): number {
  let grade = 0;
  let all = 0;
  for (const contract of sold) {
    if (contract.end <= month.tick) continue;
    const value = (contract.units / 1000) * (contract.rate / 1000) * HOURS_A_MONTH * (contract.end - Math.max(contract.start, month.tick));
    all += value;
    if (isGrade(month, contract.buyer)) grade += value;
  }
  for (const key in month.tables.backstops) if (month.tables.backstops[key]!.beneficiary === seller) grade += Math.min(all - grade, promisedBy(month, month.tables.backstops[key]!));
  const usual = month.lever('contract.investmentGrade');
  // the lever moves every neocloud's mix against the base scenario's
  return all > 0 ? Math.max(0, Math.min(1, (grade / all) * (usual / USUAL_GRADE))) : usual;
}

/** Investment grade: a cloud giant or chip vendor that pays its debts from income. */
export function isGrade(month: Month, buyer: string): boolean {
  const kind = month.setting.kindOf(buyer);
  const state = month.tables.machines[buyer]?.value['solvency'] ?? '';
  return (kind === 'hyperscaler' || kind === 'chipVendor') && (state === 'hedge' || state === 'speculative');
}

/** Expected loss of a loan backed by a neocloud's contracts, basis points a year: its customers' quality, softened by its own. */
export function contractLoss(month: Month, borrower: string): number {
  const grade = gradeShareOf(month, borrower);
  const customers = grade * GRADE_DEFAULT + (1 - grade) * WEAK_DEFAULT;
  const own = defaultRate(month, borrower);
  return Math.round((customers * 0.6 + own * 0.4) * LOSS_GIVEN_DEFAULT.secured + (1 - grade) * month.lever('contract.spread'));
}

/** Contract of a seller that is largest among those whose chips are still to come; null where all are covered. */
export function contractToBack(month: Month, seller: string): string | null {
  let best: string | null = null;
  let most = 0;
  for (const id of Object.keys(month.tables.contracts).sort()) {
    const contract = month.tables.contracts[id]!;
    if (contract.seller !== seller || contract.end < month.tick + 18) continue;
    const coming = contract.units - rampUnits(contract, month.tick);
    if (coming > most) [best, most] = [id, coming];
  }
  return best;
}

/** Cover a facility is sized for, and what a dollar of coming contract income is worth today [assumed]. */
const SIZED_FOR = 1.3;
const PRESENT_VALUE = 0.85;
/** Months over which a facility is repaid once its chips run. */
const REPAID_IN = 37;

/**
 * Borrowing base of a contract-backed facility: dollars an H100 equivalent that the income of contracts still to be
 * delivered can carry (finance A8: the present value of the contract, cut so that cover stays above its covenant).
 * Null where no contract waits for chips.
 */
export function borrowingBase(month: Month, sold: readonly ComputeContract[], runningCost: number, spaceCost: number): number | null {
  let units = 0;
  let income = 0;
  for (const contract of sold) {
    const coming = rampUnits(contract, month.tick + 9) - rampUnits(contract, month.tick);
    if (coming <= 0) continue;
    units += coming;
    income += computeBill(coming, contract.rate);
  }
  if (units === 0) return null;
  return (Math.max(0, income / units - runningCost - spaceCost) * REPAID_IN * PRESENT_VALUE) / SIZED_FOR;
}
