/**
 * The balance-sheet matrix (Godley & Lavoie 2007): columns are parties or groups of them, what is owned is positive and
 * what is owed negative. A claim of one is a debt of another, so rows of claims sum to zero; real things are nobody's
 * debt and sum to the wealth of all. The last row, net worth, closes every column. Whole dollars.
 */
import { ASSETS, LIABILITIES, MIRRORED, RESULTS, RESULT_SIGN, type Account, type AccountRow, type Asset, type Liability } from '../model/account.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { largest } from './transactions-flow-matrix.ts';

export interface SheetRow {
  readonly row:
    | { readonly kind: 'claim'; readonly asset: Asset; readonly liability: Liability }
    | { readonly kind: 'real'; readonly asset: Asset }
    | { readonly kind: 'netWorth' };
  readonly cells: readonly Dollars[];
  readonly sum: Dollars;
}

export interface BalanceSheetMatrix {
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
  readonly sums: readonly Dollars[];
  /** Sum of all real things; the net worth of all taken together. */
  readonly wealth: Dollars;
  /** Largest sum that should be zero and is not. */
  readonly residual: Dollars;
}

/** Net worth with the results of the month that is still open: what is left of all assets after all liabilities. */
export function closingNetWorth(row: AccountRow): Dollars {
  return RESULTS.reduce((sum, name) => sum + RESULT_SIGN[name] * row[name], row.netWorth);
}

/** What a party owns less what it owes to others; its own shares are its owners', not a debt. */
export function bookEquity(row: AccountRow): Dollars {
  return total(row, ASSETS) - total(row, LIABILITIES) + row.equityIssued;
}

export function total(row: AccountRow, accounts: readonly Account[]): Dollars {
  return accounts.reduce((sum, name) => sum + row[name], 0);
}

export function balanceSheetMatrix(state: World, columns: readonly string[], columnOf: (party: PartyId) => string): BalanceSheetMatrix {
  const place = new Map(columns.map((name, index) => [name, index]));
  const line = (cell: (row: AccountRow) => number): { cells: number[]; sum: number } => {
    const cells = new Array<number>(columns.length).fill(0);
    for (const [party, row] of Object.entries(state.accounts)) {
      const index = place.get(columnOf(party));
      if (index === undefined) throw new Error(`party ${party} has no column`);
      cells[index]! += cell(row);
    }
    return { cells: cells.map((each) => each + 0), sum: cells.reduce((sum, each) => sum + each, 0) };
  };
  const mirrored = new Set<Asset>(MIRRORED.map(([asset]) => asset));
  const claims = MIRRORED.map(([asset, liability]): SheetRow => ({ row: { kind: 'claim', asset, liability }, ...line((row) => row[asset] - row[liability]) }));
  const real = ASSETS.filter((asset) => !mirrored.has(asset)).map((asset): SheetRow => ({ row: { kind: 'real', asset }, ...line((row) => row[asset]) }));
  const worth: SheetRow = { row: { kind: 'netWorth' }, ...line((row) => -closingNetWorth(row)) };
  const rows = [...claims, ...real, worth];
  const sums = columns.map((_, column) => rows.reduce((sum, row) => sum + row.cells[column]!, 0));
  const wealth = real.reduce((sum, row) => sum + row.sum, 0);
  return { columns, rows: rows.filter((row) => row.row.kind === 'netWorth' || row.cells.some((cell) => cell !== 0)), sums, wealth, residual: largest([...sums, ...claims.map((row) => row.sum), wealth + worth.sum]) };
}
