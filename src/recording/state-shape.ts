/** Shapes of the rows of a state, table by table; they follow `src/model` and do not compile when they fall behind. */
import { ACCOUNTS, ORIGINS, type AccountRow } from '../model/account.ts';
import type { RowChange } from '../model/frame.ts';
import {
  LOAN_KINDS, OBLIGATION_KINDS, type Backstop, type ComputeContract, type Holding, type Issuer, type Lease, type Loan, type Lot, type Obligation,
  type PurchaseOrder, type Site, type StagedCommitment,
} from '../model/instrument.ts';
import {
  TABLES, type BudgetRow, type DyeRow, type GenerationRow, type MachineRow, type MarketRow, type MindRow, type TableName, type TrailingRow, type World,
} from '../model/world.ts';
import { finite, flag, list, nullable, object, oneOf, partial, pick, table, text, whole, type Fields, type JsonSchema, type Needed, type Optional, type Shape, named, variant } from './shape.ts';

const LIMIT = Number.MAX_SAFE_INTEGER;
const id = text();
const tick = whole(-1200, 100_000);
const dollars = whole();
const positive = whole(0, LIMIT);
const tier = oneOf([0, 1, 2, 3, 4] as const);
const year = list(finite, 12);
export const dye = list(whole(), ORIGINS.length);

const accounts = Object.fromEntries(ACCOUNTS.map((name) => [name, dollars])) as { [account in keyof AccountRow]: Shape<number> };
const trailing = { revenue: year, aiRevenue: year, operatingCash: year, interest: year, principal: year, netIncome: year, capex: year, aiCapex: year };
const budget = { madeAt: tick, openingCash: dollars, lines: table(year), actual: table(finite) };
const generation = { performance: finite, price: positive, launchPrice: positive, launchedAt: tick, kilowattsPerGpu: finite, vendor: id };
const loan = {
  id, kind: oneOf(LOAN_KINDS), lender: id, borrower: id, principal: positive, undrawn: positive, availableUntil: tick, rate: whole(), floating: flag, tier, start: tick,
  amortisesFrom: tick, maturity: tick, covenant: oneOf(['none', 'debtServiceCover', 'loanToValue', 'interestCover'] as const),
  covenantState: oneOf(['pass', 'trap', 'cure', 'waived', 'accelerated'] as const), cureTicks: positive, backedBy: nullable(id), advanceRate: whole(),
};
const lot = { id, owner: id, generation: id, vintage: whole(), units: positive, status: oneOf(['idle', 'installed', 'seized'] as const), book: dollars, cost: dollars, lien: nullable(id) };
const site = { id, owner: id, capacity: positive, leased: positive, book: dollars, cost: dollars, readyAt: tick, lien: nullable(id) };
const lease = { id, landlord: id, tenant: id, capacity: positive, rent: positive, signedAt: tick, start: tick, end: tick };
const contract = {
  id, seller: id, buyer: id, units: positive, rate: positive, signedAt: tick, start: tick, ramp: positive, end: tick, takeOrPay: flag, prepaid: positive, creditShare: whole(), delivered: positive,
};
const order = {
  id, buyer: id, vendor: id, generation: id, units: positive, price: positive, placedAt: tick, due: tick, deposit: positive, cancellable: flag, facility: nullable(id), financed: whole(), conditional: flag,
};
const commitment = { id, investor: id, issuer: id, perStage: positive, stageCapacity: positive, stages: positive, stagesPaid: positive, chipsPerStage: positive, ownPerStage: positive, firstStageAt: tick };
const backstop = { id, guarantor: id, beneficiary: id, cap: positive, used: positive, start: tick, end: tick };
const issuer = { id, listed: flag, shares: finite, price: finite, multiple: finite, lastRound: tick };
const holding = { id, holder: id, issuer: id, shares: finite, cost: dollars, value: dollars };
const obligation = { id, kind: oneOf(OBLIGATION_KINDS), debtor: id, creditor: id, amount: positive, due: tick, tier, contract: nullable(id), accrued: flag };

/** Definitions shared by every place a row can stand; the JSON Schema writes each once. */
export const definitions: { [name: string]: JsonSchema } = {};

interface RowShape {
  readonly row: Shape<unknown>;
  /** Some fields of the row, for a `set`. */
  readonly set: Shape<unknown>;
}
/** `optional` are the fields a row may lack. */
const row = <T>(name: string, fields: Fields<T, Needed<T>>, optional: Fields<T, Optional<T>> = {} as Fields<T, Optional<T>>): RowShape => ({
  row: named(name, object<T>(fields, optional), definitions),
  set: partial<T>({ ...fields, ...optional } as never),
});
/** Rows of numbers by name. */
const numbers = (name: string): RowShape => ({ row: named(name, table(finite), definitions), set: table(finite) });

const ROWS: { readonly [name in TableName]: RowShape } = {
  accounts: row<AccountRow>('accounts', accounts),
  dye: row<DyeRow>('dye', { origins: dye }),
  trailing: row<TrailingRow>('trailing', trailing),
  machines: row<MachineRow>('machine', { value: table(id), since: table(tick) }),
  minds: numbers('mind') satisfies { row: Shape<MindRow> | Shape<unknown> },
  budgets: row<BudgetRow>('budget', budget),
  markets: numbers('market') satisfies { row: Shape<MarketRow> | Shape<unknown> },
  generations: row<GenerationRow>('generation', generation),
  levers: row<{ value: number }>('lever', { value: finite }),
  signals: row<{ event: string; tick: number }>('signal', { event: id, tick }),
  loans: row<Loan>('loan', loan, { testedCover: whole() }),
  lots: row<Lot>('lot', lot),
  sites: row<Site>('site', site),
  leases: row<Lease>('lease', lease),
  contracts: row<ComputeContract>('contract', contract),
  orders: row<PurchaseOrder>('order', order),
  commitments: row<StagedCommitment>('commitment', commitment),
  backstops: row<Backstop>('backstop', backstop),
  issuers: row<Issuer>('issuer', issuer),
  holdings: row<Holding>('holding', holding),
  obligations: row<Obligation>('obligation', obligation),
};

export const worldShape: Shape<World> = named(
  'state',
  object<World>({ tick, ...Object.fromEntries(TABLES.map((name) => [name, table(ROWS[name].row)])) } as never),
  definitions,
);

/** A change of one row: only tables of the model, only fields a row of that table has. */
function changeOf(name: TableName): Shape<RowChange> {
  const common = { table: oneOf([name]), id };
  const created = object({ ...common, row: ROWS[name].row } as never);
  const edited = object({ ...common, set: ROWS[name].set } as never);
  const ended = object({ ...common, gone: oneOf([true]) } as never);
  return pick((value) => ('row' in value ? created : 'set' in value ? edited : ended), [created, edited, ended]);
}
export const changeShape: Shape<RowChange> = named('change', variant<RowChange>('table', Object.fromEntries(TABLES.map((name) => [name, changeOf(name)]))), definitions);
