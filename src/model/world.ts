/**
 * The whole state of the economy at the end of a month: plain JSON, complete and resumable. It is a set of
 * tables of rows keyed by id; rows are replaced, never edited, so that two states can be compared by identity.
 */
import type { AccountRow } from './account.ts';
import type {
  Backstop, ComputeContract, Holding, Issuer, Lease, Loan, Lot, Obligation, PurchaseOrder, Site, StagedCommitment,
} from './instrument.ts';
import type { Dollars, MicroDollars, PartyId, Tick } from './units.ts';

export type Table<Row> = { [id: string]: Row };

/** Dollars of cash by origin, in the order of ORIGINS; sums to the party's cash account. */
export interface DyeRow { readonly origins: readonly number[] }

/** Last twelve months of what covenants and classes are tested on; index 11 is the latest. Dollars a month. */
export interface TrailingRow {
  readonly revenue: readonly Dollars[];
  readonly aiRevenue: readonly Dollars[];
  readonly operatingCash: readonly Dollars[]; // cash flow from operations before finance
  readonly interest: readonly Dollars[]; // interest due
  readonly principal: readonly Dollars[]; // scheduled principal due
  readonly netIncome: readonly Dollars[];
  readonly capex: readonly Dollars[];
  readonly aiCapex: readonly Dollars[];
}

/** A machine's state: the XState value by region, and the tick each region entered it. */
export interface MachineRow {
  readonly value: { readonly [region: string]: string };
  readonly since: { readonly [region: string]: Tick };
}

/** What an actor carries from month to month besides its books: targets, beliefs, programmes. Numbers by name. */
export interface MindRow { readonly [name: string]: number }

/** A budget: what an actor counted on, by line and month, made at `madeAt`; and what came since. */
export interface BudgetRow {
  readonly madeAt: Tick;
  readonly openingCash: Dollars;
  /** line → twelve months of expected cash, inflows positive. Lines are `purpose/counterparty`. */
  readonly lines: { readonly [line: string]: readonly Dollars[] };
  /** line → actual cash since madeAt. */
  readonly actual: { readonly [line: string]: Dollars };
}

export interface GenerationRow {
  /** H100 equivalents a GPU, hundredths. */
  readonly performance: number;
  /** List price of a GPU with its share of networking. */
  readonly price: MicroDollars;
  readonly launchPrice: MicroDollars;
  readonly launchedAt: Tick;
  readonly kilowattsPerGpu: number; // hundredths
  readonly vendor: PartyId;
}

/** Market-wide numbers. One row a market, each field a number. */
export interface MarketRow { readonly [name: string]: number }

export interface World {
  tick: Tick;
  accounts: Table<AccountRow>;
  dye: Table<DyeRow>;
  trailing: Table<TrailingRow>;
  machines: Table<MachineRow>;
  minds: Table<MindRow>;
  budgets: Table<BudgetRow>;
  /** demand · compute · chips · used · space · equity · credit */
  markets: Table<MarketRow>;
  generations: Table<GenerationRow>;
  /** Parameters by dotted name that the scenario or a branch may move during a run. */
  levers: Table<{ readonly value: number }>;
  /** The event that last moved something (`rent`, `used`, `demand`, `missed/openai`), so later events can name it. */
  signals: Table<{ readonly event: string; readonly tick: Tick }>;
  loans: Table<Loan>;
  lots: Table<Lot>;
  sites: Table<Site>;
  leases: Table<Lease>;
  contracts: Table<ComputeContract>;
  orders: Table<PurchaseOrder>;
  commitments: Table<StagedCommitment>;
  backstops: Table<Backstop>;
  issuers: Table<Issuer>;
  holdings: Table<Holding>;
  obligations: Table<Obligation>;
}

export const TABLES = [
  'accounts', 'dye', 'trailing', 'machines', 'minds', 'budgets', 'markets', 'generations', 'levers', 'signals', 'loans',
  'lots', 'sites', 'leases', 'contracts', 'orders', 'commitments', 'backstops', 'issuers', 'holdings', 'obligations',
] as const satisfies readonly (keyof World)[];
export type TableName = (typeof TABLES)[number];

export type { MicroDollars };
