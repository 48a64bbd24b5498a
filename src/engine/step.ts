/**
 * A month as a recipe over a state: it opens the books, runs the schedule and checks the books after every phase. The
 * same recipe runs on a plain object, which it works on, and on an Immer draft, for which it works on copies of the
 * tables and writes the rows that changed, so that the draft knows them; both come to the same state.
 */
import { isDraft, original } from 'immer';
import type { Decision, Event } from '../model/decision.ts';
import type { Flow } from '../model/flow.ts';
import type { Measures } from '../model/measures.ts';
import type { Phase } from '../model/phase.ts';
import { TABLES, type World } from '../model/world.ts';
import { checkBooks } from '../ledger/check.ts';
import { Month } from '../ledger/month.ts';
import type { Setting } from '../ledger/setting.ts';
import { measure } from './measure.ts';
import { luckOf } from './random.ts';
import { runMonth, type Rules } from './schedule.ts';

/** What is told of each phase while a month runs; the state is a view that must not be kept. */
export interface PhaseReport {
  readonly phase: Phase;
  readonly flows: readonly Flow[];
  readonly decisions: readonly Decision[];
  readonly events: readonly Event[];
  readonly tables: World;
}
export interface StepOptions {
  readonly setting: Setting;
  readonly rules: Rules;
  readonly removed: ReadonlySet<string>;
  /** Whether registers are compared with accounts after every phase, or only at the close. */
  readonly checkAll: boolean;
  readonly measured: boolean;
  readonly onPhase?: (report: PhaseReport) => void;
}

/** Runs the next month on `world`. @throws BooksError when the books do not balance. */
export function stepMonth(world: World, options: StepOptions): Measures | null {
  const base: World | null = isDraft(world) ? (original(world as object) as World) : null;
  // a draft is written once, at the end, with what changed; a plain object is the month's own
  const tables = base === null ? world : openTables(base);
  tables.tick += 1;
  const { setting } = options;
  const luck = luckOf(setting.seed, tables.tick, tables.levers['volatility']?.value ?? 1);
  const month = new Month(setting, tables, luck, options.removed);
  month.ledger.carryForward();
  removeContracts(month, options.removed);
  let measures: Measures | null = null;
  runMonth(month, options.rules, (phase) => {
    writeBooks(month);
    const last = phase === 'close';
    checkBooks(month.ledger, tables, { tick: tables.tick, phase }, (party) => setting.isSector(party), options.checkAll || last);
    if (last && options.measured) measures = measure(month);
    const happened = month.closePhase();
    options.onPhase?.({ phase, ...happened, tables });
  });
  if (base !== null) writeBack(world, base, tables);
  return measures;
}

/** Copies of the tables; rows are shared, since they are replaced and never edited. */
function openTables(base: World): World {
  const tables = { tick: base.tick } as { [name: string]: unknown };
  for (const name of TABLES) tables[name] = { ...base[name] };
  return tables as unknown as World;
}

/** Accounts and colours that moved become new rows. */
function writeBooks(month: Month): void {
  const { ledger, tables } = month;
  for (const party of ledger.takeDirty()) {
    tables.accounts[party] = ledger.row(party);
    const before = tables.dye[party]?.origins;
    const origins = ledger.origins(party);
    if (before === undefined || origins.some((amount, place) => amount !== before[place])) tables.dye[party] = { origins };
  }
}

/** Writes rows that are new, changed or gone; on a draft these writes are the patches. */
function writeBack(world: World, base: World, tables: World): void {
  world.tick = tables.tick;
  for (const name of TABLES) {
    const before = base[name] as { readonly [id: string]: unknown };
    const after = tables[name] as { readonly [id: string]: unknown };
    const target = world[name] as { [id: string]: unknown };
    for (const id of Object.keys(before)) if (!Object.hasOwn(after, id)) delete target[id];
    for (const id of Object.keys(after)) if (after[id] !== before[id]) target[id] = after[id];
  }
}

/** Contracts that a what-if takes out of history, on the books: what was paid ahead goes back, what stood behind them is free. */
function removeContracts(month: Month, removed: ReadonlySet<string>): void {
  for (const id of removed) {
    const contract = month.tables.contracts[id];
    if (contract !== undefined) {
      month.ledger.own(contract.buyer, [['prepaid', -1], ['creditLoss', 1]], contract.prepaid);
      month.ledger.own(contract.seller, [['customerDeposits', -1], ['creditLoss', -1]], contract.prepaid);
      delete month.tables.contracts[id];
    }
    const order = month.tables.orders[id];
    if (order !== undefined) {
      month.ledger.own(order.buyer, [['prepaid', -1], ['creditLoss', 1]], order.deposit);
      month.ledger.own(order.vendor, [['customerDeposits', -1], ['creditLoss', -1]], order.deposit);
      delete month.tables.orders[id];
    }
    const loan = month.tables.loans[id];
    if (loan !== undefined) {
      month.ledger.own(loan.borrower, [['debt', -1], ['creditLoss', -1]], loan.principal);
      month.ledger.own(loan.lender, [['loans', -1], ['creditLoss', 1]], loan.principal);
      delete month.tables.loans[id];
      for (const key in month.tables.lots) if (month.tables.lots[key]!.lien === id) month.tables.lots[key] = { ...month.tables.lots[key]!, lien: null };
      for (const key in month.tables.obligations) if (month.tables.obligations[key]!.contract === id && !month.tables.obligations[key]!.accrued) delete month.tables.obligations[key];
    }
    delete month.tables.leases[id];
    delete month.tables.commitments[id];
    delete month.tables.backstops[id];
  }
}
