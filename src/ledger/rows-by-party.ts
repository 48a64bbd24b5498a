/**
 * The registers sorted by party: whose loans, contracts, sites and leases they are. Sorted once for a moment at which
 * nothing changes, so that what an actor sees costs as much as it has, however many others there are.
 */
import type { ComputeContract, Holding, Lease, Loan, Lot, PurchaseOrder, Site, StagedCommitment } from '../model/instrument.ts';
import type { Table, World } from '../model/world.ts';

/** Rows of one party, in the order of their register. */
export type RowsOf<Row> = (party: string) => readonly Row[];

const NONE: readonly never[] = [];

export function sortedBy<Row>(table: Table<Row>, party: (row: Row) => string): RowsOf<Row> {
  const sorted = new Map<string, Row[]>();
  for (const id of Object.keys(table)) {
    const row = table[id]!;
    const owner = party(row);
    const known = sorted.get(owner);
    if (known === undefined) sorted.set(owner, [row]);
    else known.push(row);
  }
  return (id) => sorted.get(id) ?? NONE;
}

/** The same by name, for a phase that replaces rows as it goes. */
export function idsBy<Row extends { readonly id: string }>(table: Table<Row>, party: (row: Row) => string): (id: string) => readonly string[] {
  const rows = sortedBy(table, party);
  return (id) => rows(id).map((row) => row.id);
}

export interface RowsByParty {
  readonly borrowed: RowsOf<Loan>;
  readonly lent: RowsOf<Loan>;
  readonly sold: RowsOf<ComputeContract>;
  readonly bought: RowsOf<ComputeContract>;
  readonly lots: RowsOf<Lot>;
  readonly sites: RowsOf<Site>;
  readonly rented: RowsOf<Lease>;
  readonly let: RowsOf<Lease>;
  readonly buying: RowsOf<PurchaseOrder>;
  /** Orders by the vendor that is to deliver them. */
  readonly ordered: RowsOf<PurchaseOrder>;
  readonly shares: RowsOf<Holding>;
  /** What vendors have committed to put into an issuer. */
  readonly promised: RowsOf<StagedCommitment>;
}

export function rowsByParty(tables: World): RowsByParty {
  return {
    borrowed: sortedBy(tables.loans, (loan) => loan.borrower),
    lent: sortedBy(tables.loans, (loan) => loan.lender),
    sold: sortedBy(tables.contracts, (contract) => contract.seller),
    bought: sortedBy(tables.contracts, (contract) => contract.buyer),
    lots: sortedBy(tables.lots, (lot) => lot.owner),
    sites: sortedBy(tables.sites, (site) => site.owner),
    rented: sortedBy(tables.leases, (lease) => lease.tenant),
    let: sortedBy(tables.leases, (lease) => lease.landlord),
    buying: sortedBy(tables.orders, (order) => order.buyer),
    ordered: sortedBy(tables.orders, (order) => order.vendor),
    shares: sortedBy(tables.holdings, (holding) => holding.holder),
    promised: sortedBy(tables.commitments, (commitment) => commitment.issuer),
  };
}
