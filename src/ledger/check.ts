/**
 * The check after every phase: each party's identity, each pair of mirrored accounts, the colours of cash, and every
 * account that has a register behind it (loans, chips, sites, stakes, claims). A failure stops the run.
 */
import { ACCOUNTS, MIRRORED, ORIGINS, SIDE, type Account, type AccountRow } from '../model/account.ts';
import { TOO_LARGE } from '../model/arithmetic.ts';
import type { World } from '../model/world.ts';
import { PLACE } from './book.ts';
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
    this.message = `${TOO_LARGE}: tick ${tick}, phase ${phase}: ${row} is ${dollars} dollars; only whole dollars up to ${Number.MAX_SAFE_INTEGER} are counted exactly, so sums have to be smaller`;
    this.name = 'UncountableError';
  }
}

/** What each account counts in the identity, in the order of ACCOUNTS. */
const SIDES = Float64Array.from(ACCOUNTS, (name) => SIDE[name]);
const MIRRORS = MIRRORED.map(([asset, liability]) => ({ asset: PLACE[asset], liability: PLACE[liability] }));

/** Assets − liabilities − net worth − results of one row; zero when it balances. */
export function identityResidual(row: AccountRow): number {
  let residual = 0;
  for (const name of ACCOUNTS) residual += SIDE[name] * row[name];
  return residual;
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
  const { figures, colours } = ledger;
  for (const [party, { at: first, coloursAt }] of ledger.books) {
    const cash = figures[first + PLACE.cash]!;
    const netWorth = figures[first + PLACE.netWorth]!;
    if (!Number.isSafeInteger(cash)) throw new UncountableError(at.tick, at.phase, `${party}/cash`, cash);
    if (!Number.isSafeInteger(netWorth)) throw new UncountableError(at.tick, at.phase, `${party}/netWorth`, netWorth);
    let residual = 0;
    for (let place = 0; place < SIDES.length; place++) residual += SIDES[place]! * figures[first + place]!;
    if (residual !== 0) fail(party, residual);
    if (cash < 0 && !mayOverdraw(party)) fail(`${party}/cash`, cash);
    for (let index = 0; index < MIRRORS.length; index++) mirrored[index]! += figures[first + MIRRORS[index]!.asset]! - figures[first + MIRRORS[index]!.liability]!;
    let coloured = 0;
    for (let origin = 0; origin < ORIGINS.length; origin++) {
      const amount = colours[coloursAt + origin]!;
      if (amount < 0 && !mayOverdraw(party)) fail(`${party}/dye`, amount);
      coloured += amount;
    }
    if (coloured !== cash) fail(`${party}/dye`, coloured - cash);
  }
  for (let index = 0; index < MIRRORED.length; index++)
    if (mirrored[index] !== 0) fail(MIRRORED[index]!.join('/'), mirrored[index]!);
  if (!full) return;
  const totals = registerTotals(tables, at.tick);
  for (const [party, { at: first }] of ledger.books)
    for (const account of REGISTERED) {
      const difference = figures[first + PLACE[account]]! - (totals.get(party)?.[account] ?? 0);
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
