/**
 * Tests lenders put to a borrower: how many times over its cash meets what is due, how much of the collateral is lent, and
 * how long the cash lasts. Null where there is nothing to divide by, which is a test passed, not failed.
 */
import { power } from '../model/arithmetic.ts';

/** Operating cash (or earnings) over interest due in the same months. */
export function interestCover(operatingCash: number, interest: number): number | null {
  return interest === 0 ? null : operatingCash / interest;
}

/** Cash available for debt service over interest and scheduled principal. */
export function debtServiceCover(operatingCash: number, interest: number, principal: number): number | null {
  return interest + principal === 0 ? null : operatingCash / (interest + principal);
}

/** Debt over the collateral's mark; null without debt, infinite debt over nothing is not a number either. */
export function loanToValue(debt: number, mark: number): number | null {
  return debt === 0 || mark === 0 ? null : debt / mark;
}

/** Debt less cash over a year's earnings; null when there are none. */
export function netDebtToEarnings(debt: number, cash: number, earnings: number): number | null {
  return earnings > 0 ? (debt - cash) / earnings : null;
}

/** Present value of the cash of the months to come, over debt; `annualRate` as a fraction. */
export function loanLifeCover(cash: readonly number[], annualRate: number, debt: number): number | null {
  if (debt === 0) return null;
  let value = 0;
  cash.forEach((amount, month) => (value += amount / power(1 + annualRate / 12, month + 1)));
  return value / debt;
}

/** Months until cash is gone if it goes on falling by `burn` a month; null when it does not fall. */
export function runway(cash: number, burn: number): number | null {
  return burn > 0 ? Math.max(0, cash) / burn : null;
}
