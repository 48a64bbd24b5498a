/**
 * The chart of accounts: every party has the same accounts, most of them zero. Assets and liabilities
 * are both stored positive; `netWorth` is what is left. Results are the month's income statement and
 * are reset when the month closes.
 */
import type { Dollars } from './units.ts';

export const ASSETS = [
  'cash',
  'receivables', // delivered and accrued, not yet paid to us
  'prepaid', // deposits on orders and compute paid ahead
  'loans', // lent by us, principal
  'deposits', // our money placed with lenders
  'stakes', // shares of others at the issuer's price
  'gpus', // at cost less depreciation
  'inventory', // chips made and not sold, at cost
  'buildings', // powered shells at cost less depreciation
  'construction', // shells being built, at cost
  'other', // core business assets outside the model
] as const;
export const LIABILITIES = [
  'payables', // owed for services, rent and supplies received
  'customerDeposits', // the other side of prepaid
  'debt', // principal owed
  'depositsTaken', // a lender's funding
  'equityIssued', // own shares at the issuer's price (held by others as stakes)
  'money', // cash issued; the monetary column only
] as const;
export const RESULTS = [
  'revenue',
  'costOfSales',
  'operatingCost',
  'rentCost',
  'nonCashCost', // stock pay; never cash
  'depreciation',
  'interestIncome',
  'interestExpense',
  'tax',
  'dividendsPaid',
  'dividendsReceived',
  'revaluation', // marks on stakes, shares, chips and buildings
  'creditLoss', // claims written off, less debts forgiven
  'deadweight', // bankruptcy costs and lost hardware value
] as const;

export type Asset = (typeof ASSETS)[number];
export type Liability = (typeof LIABILITIES)[number];
export type Result = (typeof RESULTS)[number];
export type Account = Asset | Liability | Result | 'netWorth';

/** One party's books: every account by name, whole dollars, and last month's closing net worth. */
export type AccountRow = { [account in Account]: Dollars };

/** +1 where the result adds to net worth, −1 where it takes away. Results are stored as positive figures. */
export const RESULT_SIGN: { readonly [result in Result]: 1 | -1 } = {
  revenue: 1,
  costOfSales: -1,
  operatingCost: -1,
  rentCost: -1,
  nonCashCost: -1,
  depreciation: -1,
  interestIncome: 1,
  interestExpense: -1,
  tax: -1,
  dividendsPaid: -1,
  dividendsReceived: 1,
  revaluation: 1,
  creditLoss: -1,
  deadweight: -1,
};

/** Weight of each account in assets − liabilities − netWorth − results = 0, the identity every row must meet. */
export const SIDE: { readonly [account in Account]: 1 | -1 } = {
  ...(Object.fromEntries(ASSETS.map((name) => [name, 1])) as { [a in Asset]: 1 }),
  ...(Object.fromEntries(LIABILITIES.map((name) => [name, -1])) as { [l in Liability]: -1 }),
  ...(Object.fromEntries(RESULTS.map((name) => [name, -RESULT_SIGN[name]])) as { [r in Result]: 1 | -1 }),
  netWorth: -1,
};

/** Pairs whose totals over all parties must be equal: a claim of one is a liability of another. */
export const MIRRORED: readonly (readonly [Asset, Liability])[] = [
  ['cash', 'money'],
  ['receivables', 'payables'],
  ['prepaid', 'customerDeposits'],
  ['loans', 'debt'],
  ['deposits', 'depositsTaken'],
  ['stakes', 'equityIssued'],
];

export const ACCOUNTS: readonly Account[] = [...ASSETS, ...LIABILITIES, 'netWorth', ...RESULTS];

/** A row whose figures stand in the order of ACCOUNTS from `at` on. Written out, so that every row has the same form and is copied and read at full speed. */
export function accountRow(figures: ArrayLike<Dollars>, at: number): AccountRow {
  return {
    cash: figures[at]!, receivables: figures[at + 1]!, prepaid: figures[at + 2]!, loans: figures[at + 3]!, deposits: figures[at + 4]!, stakes: figures[at + 5]!,
    gpus: figures[at + 6]!, inventory: figures[at + 7]!, buildings: figures[at + 8]!, construction: figures[at + 9]!, other: figures[at + 10]!,
    payables: figures[at + 11]!, customerDeposits: figures[at + 12]!, debt: figures[at + 13]!, depositsTaken: figures[at + 14]!, equityIssued: figures[at + 15]!,
    money: figures[at + 16]!, netWorth: figures[at + 17]!,
    revenue: figures[at + 18]!, costOfSales: figures[at + 19]!, operatingCost: figures[at + 20]!, rentCost: figures[at + 21]!, nonCashCost: figures[at + 22]!,
    depreciation: figures[at + 23]!, interestIncome: figures[at + 24]!, interestExpense: figures[at + 25]!, tax: figures[at + 26]!,
    dividendsPaid: figures[at + 27]!, dividendsReceived: figures[at + 28]!, revaluation: figures[at + 29]!, creditLoss: figures[at + 30]!, deadweight: figures[at + 31]!,
  };
}
/** The other way round, for the same reason written out: the figures of a row into their places. */
export function putAccounts(row: AccountRow, figures: Float64Array, at: number): void {
  figures[at] = row.cash; figures[at + 1] = row.receivables; figures[at + 2] = row.prepaid; figures[at + 3] = row.loans; figures[at + 4] = row.deposits;
  figures[at + 5] = row.stakes; figures[at + 6] = row.gpus; figures[at + 7] = row.inventory; figures[at + 8] = row.buildings; figures[at + 9] = row.construction;
  figures[at + 10] = row.other; figures[at + 11] = row.payables; figures[at + 12] = row.customerDeposits; figures[at + 13] = row.debt;
  figures[at + 14] = row.depositsTaken; figures[at + 15] = row.equityIssued; figures[at + 16] = row.money; figures[at + 17] = row.netWorth;
  figures[at + 18] = row.revenue; figures[at + 19] = row.costOfSales; figures[at + 20] = row.operatingCost; figures[at + 21] = row.rentCost;
  figures[at + 22] = row.nonCashCost; figures[at + 23] = row.depreciation; figures[at + 24] = row.interestIncome; figures[at + 25] = row.interestExpense;
  figures[at + 26] = row.tax; figures[at + 27] = row.dividendsPaid; figures[at + 28] = row.dividendsReceived; figures[at + 29] = row.revaluation;
  figures[at + 30] = row.creditLoss; figures[at + 31] = row.deadweight;
}
const NOTHING = new Float64Array(ACCOUNTS.length);

export function emptyAccounts(): AccountRow {
  return accountRow(NOTHING, 0);
}

/** Where a party's cash came from (the dye). Proportional mixing; see docs/model.md. */
export const ORIGINS = [
  'endCustomers', // AI services paid by people and firms
  'coreBusiness', // search, shops, software, games: not AI
  'vendor', // the chip vendor's own money: stakes, tranches, loans, backstops
  'vendorCloud', // the vendor renting compute from its customers
  'lenders',
  'outsideEquity',
  'otherBuyers', // chip buyers outside the loop
  'opening', // cash held before the first tick
] as const;
export type Origin = (typeof ORIGINS)[number];
/** Dollars by origin, in the order of ORIGINS; sums to the amount it colours. */
export type Dye = readonly number[];
