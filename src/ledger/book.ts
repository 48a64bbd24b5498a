/** The books of one party while a month is open: its accounts, and the colours of its cash. */
import type { Account, AccountRow } from '../model/account.ts';
import { PARTY_KINDS, type Party } from '../model/party.ts';
import type { Leg } from './booking.ts';
import { homeOrigin, placeOf } from './dye.ts';

/** A leg with its account found: what is added to it is the amount, or its negative. */
export interface Entry {
  readonly add: (row: AccountRow, amount: number) => void;
  readonly sign: 1 | -1;
}

/** One side of a deal with its accounts found. Most deals move cash, which is added to without a call. */
export interface Side {
  readonly cash: -1 | 0 | 1;
  readonly others: readonly Entry[];
}

export function sideOf(legs: readonly Leg[]): Side {
  const cash = legs.find(([account]) => account === 'cash')?.[1] ?? 0;
  return { cash, others: legs.filter(([account]) => account !== 'cash').map(([account, sign]) => ({ add: ADD_TO[account], sign })) };
}

export class Book {
  /** Place of the one colour its cash has whatever came in; negative for cash that mixes. */
  readonly home: number;
  /** Place of its kind in PARTY_KINDS. */
  readonly kind: number;
  /** Whether its row has to be written back. */
  moved = false;

  constructor(
    party: Party,
    readonly row: AccountRow,
    readonly colours: number[],
    readonly mayOverdraw: boolean,
  ) {
    this.home = placeOf(homeOrigin(party.kind));
    this.kind = PARTY_KINDS.indexOf(party.kind);
  }

  /** Writes one side of a deal. */
  write({ cash, others }: Side, amount: number): void {
    const { row } = this;
    if (cash !== 0) row.cash += cash * amount;
    for (let at = 0; at < others.length; at++) {
      const { add, sign } = others[at]!;
      add(row, sign * amount);
    }
    this.moved = true;
  }
}

/**
 * One line for every account. Postings are the most frequent thing in a history, and an account that is named in the
 * code is reached several times as fast as one whose name has to be looked up.
 */
const ADD_TO: { readonly [account in Account]: (row: AccountRow, amount: number) => void } = {
  cash: (row, amount) => void (row.cash += amount),
  receivables: (row, amount) => void (row.receivables += amount),
  prepaid: (row, amount) => void (row.prepaid += amount),
  loans: (row, amount) => void (row.loans += amount),
  deposits: (row, amount) => void (row.deposits += amount),
  stakes: (row, amount) => void (row.stakes += amount),
  gpus: (row, amount) => void (row.gpus += amount),
  inventory: (row, amount) => void (row.inventory += amount),
  buildings: (row, amount) => void (row.buildings += amount),
  construction: (row, amount) => void (row.construction += amount),
  other: (row, amount) => void (row.other += amount),
  payables: (row, amount) => void (row.payables += amount),
  customerDeposits: (row, amount) => void (row.customerDeposits += amount),
  debt: (row, amount) => void (row.debt += amount),
  depositsTaken: (row, amount) => void (row.depositsTaken += amount),
  equityIssued: (row, amount) => void (row.equityIssued += amount),
  money: (row, amount) => void (row.money += amount),
  netWorth: (row, amount) => void (row.netWorth += amount),
  revenue: (row, amount) => void (row.revenue += amount),
  costOfSales: (row, amount) => void (row.costOfSales += amount),
  operatingCost: (row, amount) => void (row.operatingCost += amount),
  rentCost: (row, amount) => void (row.rentCost += amount),
  nonCashCost: (row, amount) => void (row.nonCashCost += amount),
  depreciation: (row, amount) => void (row.depreciation += amount),
  interestIncome: (row, amount) => void (row.interestIncome += amount),
  interestExpense: (row, amount) => void (row.interestExpense += amount),
  tax: (row, amount) => void (row.tax += amount),
  dividendsPaid: (row, amount) => void (row.dividendsPaid += amount),
  dividendsReceived: (row, amount) => void (row.dividendsReceived += amount),
  revaluation: (row, amount) => void (row.revaluation += amount),
  creditLoss: (row, amount) => void (row.creditLoss += amount),
  deadweight: (row, amount) => void (row.deadweight += amount),
};
