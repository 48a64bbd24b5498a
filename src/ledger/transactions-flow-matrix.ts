/**
 * The transactions-flow matrix of a month (Godley & Lavoie 2007): rows are kinds of flow, columns are parties or groups
 * of them, money paid is negative and money received positive. Two rows close the columns: the change in cash, taken
 * from the books and not from the flows, so that the two check each other; and the claims that arose with what was
 * delivered and not yet paid. Whole dollars; every row and every column sums to zero. GPUs themselves are not money
 * and have no row.
 */
import type { Flow, Purpose } from '../model/flow.ts';
import { PURPOSES } from '../model/flow.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';

export interface FlowRow {
  readonly row: { readonly kind: 'money' | 'accrual'; readonly purpose: Purpose } | { readonly kind: 'cashChange' } | { readonly kind: 'claimsChange' };
  /** By column, in the order of `columns`. */
  readonly cells: readonly Dollars[];
  readonly sum: Dollars;
}

export interface TransactionsFlowMatrix {
  readonly columns: readonly string[];
  readonly rows: readonly FlowRow[];
  /** Sum of each column. */
  readonly sums: readonly Dollars[];
  /** Largest sum of a row or column in size: what the books are off by. */
  readonly residual: Dollars;
}

/** `columnOf` names the column of a party: itself, or its kind. Columns come in the order of `columns`. */
export function transactionsFlowMatrix(
  before: World,
  after: World,
  flows: readonly Flow[],
  columns: readonly string[],
  columnOf: (party: PartyId) => string,
): TransactionsFlowMatrix {
  const place = new Map(columns.map((name, index) => [name, index]));
  const at = (party: PartyId): number => {
    const index = place.get(columnOf(party));
    if (index === undefined) throw new Error(`party ${party} has no column`);
    return index;
  };
  const empty = (): number[] => new Array<number>(columns.length).fill(0);
  const money = new Map<Purpose, number[]>();
  const accruals = new Map<Purpose, number[]>();
  const claims = empty();
  for (const { purpose, lane, from, to, amount } of flows) {
    if (lane === 'gpu') continue;
    const table = lane === 'accrual' ? accruals : money;
    let cells = table.get(purpose);
    if (cells === undefined) table.set(purpose, (cells = empty()));
    cells[at(from)]! -= amount;
    cells[at(to)]! += amount;
    if (lane !== 'accrual') continue;
    claims[at(from)]! += amount;
    claims[at(to)]! -= amount;
  }
  const cash = empty();
  for (const [party, row] of Object.entries(after.accounts)) cash[at(party)]! -= row.cash - (before.accounts[party]?.cash ?? 0);

  const ordered = (table: ReadonlyMap<Purpose, number[]>, kind: 'money' | 'accrual'): FlowRow[] =>
    PURPOSES.filter((purpose) => table.has(purpose)).map((purpose) => flowRow({ kind, purpose }, table.get(purpose)!));
  const rows: FlowRow[] = [...ordered(money, 'money'), flowRow({ kind: 'cashChange' }, cash)];
  const booked = ordered(accruals, 'accrual');
  if (booked.length > 0) rows.push(...booked, flowRow({ kind: 'claimsChange' }, claims));
  const sums = columns.map((_, column) => rows.reduce((sum, row) => sum + row.cells[column]!, 0));
  return { columns, rows, sums, residual: largest([...sums, ...rows.map((row) => row.sum)]) };
}

const flowRow = (row: FlowRow['row'], cells: readonly number[]): FlowRow => ({ row, cells: cells.map((cell) => cell + 0), sum: cells.reduce((sum, cell) => sum + cell, 0) });

/** The figure largest in size, without its sign. */
export function largest(figures: readonly number[]): number {
  return figures.reduce((most, figure) => Math.max(most, Math.abs(figure)), 0);
}
