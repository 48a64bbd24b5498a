/**
 * The check after every phase: each party's identity, each pair of mirrored accounts, the colours of cash, and every
 * account that has a register behind it (loans, chips, sites, stakes, claims). A failure stops the run.
 */
import { MIRRORED, type Account, type AccountRow } from '../model/account.ts';
import type { World } from '../model/world.ts';
import type { Ledger } from './ledger.ts';

export class BooksError extends Error {
  constructor(
    readonly tick: number,
    readonly phase: string,
    readonly row: string,
    readonly residual: number,
  ) {
    super(`the books do not balance: tick ${tick}, phase ${phase}, ${row}: $${residual} off`);
    this.name = 'BooksError';
  }
}

/** A sum that is no whole number of dollars, or too large for one to be told from the next. */
export class UncountableError extends BooksError {
  constructor(tick: number, phase: string, row: string, dollars: number) {
    super(tick, phase, row, dollars);
    this.message = `tick ${tick}, phase ${phase}: ${row} is ${dollars} dollars; only whole dollars up to ${Number.MAX_SAFE_INTEGER} are counted exactly, so sums have to be smaller`;
    this.name = 'UncountableError';
  }
}

/**
 * Assets − liabilities − net worth − results of one row; zero when it balances. Written out, since every row is looked
 * at after every phase and an account named in the code is read several times as fast; a test holds it against `SIDE`.
 */
export function identityResidual(row: AccountRow): number {
  return (
    row.cash + row.receivables + row.prepaid + row.loans + row.deposits + row.stakes + row.gpus + row.inventory + row.buildings + row.construction + row.other
    - row.payables - row.customerDeposits - row.debt - row.depositsTaken - row.equityIssued - row.money - row.netWorth
    - row.revenue + row.costOfSales + row.operatingCost + row.rentCost + row.nonCashCost + row.depreciation - row.interestIncome + row.interestExpense + row.tax
    + row.dividendsPaid - row.dividendsReceived - row.revaluation + row.creditLoss + row.deadweight
  );
}

type Registers = Pick<World, 'loans' | 'lots' | 'sites' | 'holdings' | 'obligations' | 'orders' | 'contracts'>;

/** Accounts that a register stands behind. */
const REGISTERED = [
  'loans', 'debt', 'gpus', 'construction', 'buildings', 'stakes', 'equityIssued', 'receivables', 'payables', 'prepaid', 'customerDeposits',
] as const satisfies readonly Account[];
type Registered = (typeof REGISTERED)[number];
/** Sums of the registers of one party. */
export type RegisterRow = { [account in Registered]: number };
const NOTHING: RegisterRow = { loans: 0, debt: 0, gpus: 0, construction: 0, buildings: 0, stakes: 0, equityIssued: 0, receivables: 0, payables: 0, prepaid: 0, customerDeposits: 0 };

/** Sums of every register by party: what the accounts must say. */
export function registerTotals(tables: Registers, tick: number): ReadonlyMap<string, RegisterRow> {
  const totals = new Map<string, RegisterRow>();
  const of = (party: string): RegisterRow => {
    let row = totals.get(party);
    if (row === undefined) totals.set(party, (row = { ...NOTHING }));
    return row;
  };
  for (const id in tables.loans) {
    const loan = tables.loans[id]!;
    of(loan.lender).loans += loan.principal;
    of(loan.borrower).debt += loan.principal;
  }
  for (const id in tables.lots) of(tables.lots[id]!.owner).gpus += tables.lots[id]!.book;
  for (const id in tables.sites) {
    const site = tables.sites[id]!;
    of(site.owner)[site.readyAt > tick ? 'construction' : 'buildings'] += site.book;
  }
  for (const id in tables.holdings) {
    const holding = tables.holdings[id]!;
    of(holding.holder).stakes += holding.value;
    of(holding.issuer).equityIssued += holding.value;
  }
  for (const id in tables.obligations) {
    const due = tables.obligations[id]!;
    if (!due.accrued) continue;
    of(due.creditor).receivables += due.amount;
    of(due.debtor).payables += due.amount;
  }
  for (const id in tables.orders) {
    of(tables.orders[id]!.buyer).prepaid += tables.orders[id]!.deposit;
    of(tables.orders[id]!.vendor).customerDeposits += tables.orders[id]!.deposit;
  }
  for (const id in tables.contracts) {
    of(tables.contracts[id]!.buyer).prepaid += tables.contracts[id]!.prepaid;
    of(tables.contracts[id]!.seller).customerDeposits += tables.contracts[id]!.prepaid;
  }
  return totals;
}

/** @throws BooksError naming tick, phase, row and residual. */
export function checkBooks(
  ledger: Ledger,
  tables: Registers,
  at: { tick: number; phase: string },
  mayOverdraw: (party: string) => boolean,
  full: boolean,
): void {
  const fail = (row: string, residual: number): never => {
    throw new BooksError(at.tick, at.phase, row, residual);
  };
  const mirrored = new Array<number>(MIRRORED.length).fill(0);
  for (const party in ledger.accounts) {
    const row = ledger.accounts[party]!;
    if (!Number.isSafeInteger(row.cash)) throw new UncountableError(at.tick, at.phase, `${party}/cash`, row.cash);
    if (!Number.isSafeInteger(row.netWorth)) throw new UncountableError(at.tick, at.phase, `${party}/netWorth`, row.netWorth);
    const residual = identityResidual(row);
    if (residual !== 0) fail(party, residual);
    if (row.cash < 0 && !mayOverdraw(party)) fail(`${party}/cash`, row.cash);
    for (let index = 0; index < MIRRORED.length; index++) {
      const [asset, liability] = MIRRORED[index]!;
      mirrored[index]! += row[asset] - row[liability];
    }
    let colours = 0;
    for (const amount of ledger.dye[party]!) {
      if (amount < 0 && !mayOverdraw(party)) fail(`${party}/dye`, amount);
      colours += amount;
    }
    if (colours !== row.cash) fail(`${party}/dye`, colours - row.cash);
  }
  for (let index = 0; index < MIRRORED.length; index++)
    if (mirrored[index] !== 0) fail(MIRRORED[index]!.join('/'), mirrored[index]!);
  if (!full) return;
  const totals = registerTotals(tables, at.tick);
  for (const party in ledger.accounts)
    for (const account of REGISTERED) {
      const difference = ledger.accounts[party]![account] - (totals.get(party)?.[account] ?? 0);
      if (difference !== 0) fail(`${party}/${account} against its register`, difference);
    }
  checkLiens(tables, fail);
}

/** One lot, one lien: a pledge names a living loan of the lot's owner. */
function checkLiens(tables: Registers, fail: (row: string, residual: number) => never): void {
  for (const id in tables.lots) {
    const lot = tables.lots[id]!;
    if (lot.units < 0 || !Number.isSafeInteger(lot.units)) fail(`lot ${id}`, lot.units);
    if (lot.lien === null) continue;
    const loan = tables.loans[lot.lien];
    if (loan === undefined || loan.borrower !== lot.owner) fail(`lot ${id} pledged to ${lot.lien}`, lot.book);
  }
}
