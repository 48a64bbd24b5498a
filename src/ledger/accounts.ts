/** Figures read off a row of accounts. */
import { ASSETS, LIABILITIES, RESULTS, RESULT_SIGN, type AccountRow } from '../model/account.ts';

/** What the owners have: net worth with the month's results, and the shares others hold. Dollars, may be negative. */
export function equityOf(row: AccountRow): number {
  return ownCapital(row) + row.equityIssued;
}

/** Assets less everything that is somebody else's, own shares included. */
export function ownCapital(row: AccountRow): number {
  let capital = row.netWorth;
  for (const name of RESULTS) capital += RESULT_SIGN[name] * row[name];
  return capital;
}

export function totalAssets(row: AccountRow): number {
  let total = 0;
  for (const name of ASSETS) total += row[name];
  return total;
}

/** All that is owed, own shares left out. */
export function totalOwed(row: AccountRow): number {
  let total = 0;
  for (const name of LIABILITIES) if (name !== 'equityIssued') total += row[name];
  return total;
}
