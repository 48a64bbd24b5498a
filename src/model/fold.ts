/**
 * The state after a phase, from the state before it and what was recorded, without an engine; and the other way
 * round, the changes a recorder must write so that this works.
 *
 * What follows from flows: a flow that carries dye moved cash. The cash account of `from` falls and that of `to`
 * rises by its amount, and their dye rows by its dye. Everything else that moved is a change: a whole `row` (new or
 * replaced), a `set` of some fields of a row, or a row that is `gone`.
 */
import type { Flow } from './flow.ts';
import type { Frame, PhaseRecord, RowChange } from './frame.ts';
import { sortedKeys } from './canonical.ts';
import { TABLES, type Table, type TableName, type World } from './world.ts';

type Row = { readonly [field: string]: unknown };
type Tables = { [table in TableName]: Table<Row> };

/** Names that mean something to every JavaScript object; no table id or field may be one of them. */
const RESERVED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype).concat('prototype'));
export function isReservedName(name: string): boolean {
  return RESERVED.has(name);
}

/** State after the phase. Rows and tables that did not change are the same objects as before. @throws for a record that does not fit the state. */
export function foldPhase(state: World, record: Pick<PhaseRecord, 'flows' | 'changes'>): World {
  return foldChanges(foldFlows(state, record.flows), record.changes);
}

/** State at the close of the month, from the one before it. @throws as `foldPhase`. */
export function foldFrame(before: World, frame: Pick<Frame, 'tick' | 'phases' | 'state'>): World {
  let state = before;
  for (const record of frame.phases) state = foldPhase(state, record);
  return { ...state, tick: frame.state.tick };
}

/** Moves the cash of the flows that carry dye. */
export function foldFlows(state: World, flows: readonly Flow[]): World {
  const cash = new Map<string, number>();
  const dye = new Map<string, number[]>();
  const move = (party: string, flow: Flow, sign: 1 | -1): void => {
    if (!cash.has(party)) {
      const row = own(state.accounts, party);
      const colours = own(state.dye, party);
      if (row === undefined || colours === undefined) throw new Error(`flow ${flow.id}: no accounts of ${party}`);
      cash.set(party, row.cash);
      dye.set(party, colours.origins.slice());
    }
    cash.set(party, cash.get(party)! + sign * flow.amount);
    const origins = dye.get(party)!;
    for (let index = 0; index < origins.length; index++) origins[index]! += sign * (flow.dye![index] ?? 0);
  };
  for (const flow of flows) {
    if (flow.dye === undefined) continue;
    move(flow.from, flow, -1);
    move(flow.to, flow, 1);
  }
  if (cash.size === 0) return state;
  const accounts = { ...state.accounts };
  const dyes = { ...state.dye };
  for (const [party, amount] of cash) {
    if (amount !== accounts[party]!.cash) accounts[party] = { ...accounts[party]!, cash: amount };
    if (!sameValue(dyes[party]!.origins, dye.get(party))) dyes[party] = { origins: dye.get(party)! };
  }
  return { ...state, accounts, dye: dyes };
}

function foldChanges(state: World, changes: readonly RowChange[]): World {
  if (changes.length === 0) return state;
  const tables = { ...state } as unknown as Tables;
  const copied = new Set<TableName>();
  for (const change of changes) {
    const { table: name, id } = change;
    const where = `${name}/${id}`;
    if (!TABLES.includes(name)) throw new Error(`change of ${where}: no such table`);
    if (isReservedName(id)) throw new Error(`change of ${where}: reserved name`);
    if (!copied.has(name)) {
      tables[name] = { ...tables[name] };
      copied.add(name);
    }
    const table = tables[name];
    const row = own(table, id);
    if ('row' in change) {
      refuseReserved(change.row, where);
      table[id] = change.row;
      continue;
    }
    if (row === undefined) throw new Error(`change of ${where}: no such row`);
    if ('gone' in change) {
      delete table[id];
    } else {
      refuseReserved(change.set, where);
      table[id] = { ...row, ...change.set };
    }
  }
  return tables as unknown as World;
}

function refuseReserved(fields: Row, where: string): void {
  for (const field of Object.keys(fields)) if (isReservedName(field)) throw new Error(`change of ${where}: reserved name ${field}`);
}

/**
 * Follows a history phase by phase, from a state on, and says what the recorder of each phase writes: the rows that do not
 * follow from those before and the flows. It remembers rows, not tables, so that nothing is copied to compare with; rows
 * that are the same object cost one comparison.
 */
export function changeRecorder(from: World): (after: World, flows: readonly Flow[]) => RowChange[] {
  const seen = Object.fromEntries(TABLES.map((name) => [name, new Map<string, Row>(Object.entries(from[name]))])) as unknown as { readonly [table in TableName]: Map<string, Row> };
  const moveCash = (flows: readonly Flow[]): void => {
    const before = { accounts: Object.fromEntries(seen.accounts), dye: Object.fromEntries(seen.dye) } as unknown as World;
    const { accounts, dye } = foldFlows(before, flows);
    for (const [id, row] of Object.entries(accounts)) seen.accounts.set(id, row as unknown as Row);
    for (const [id, row] of Object.entries(dye)) seen.dye.set(id, row as unknown as Row);
  };
  return (after, flows) => {
    if (flows.length > 0) moveCash(flows);
    return TABLES.flatMap((name) => diffTable(name, seen[name], after[name] as unknown as Table<Row>));
  };
}

/** What changed in a table, by id; afterwards its rows have been seen. */
function diffTable(name: TableName, seen: Map<string, Row>, after: Table<Row>): RowChange[] {
  const found: RowChange[] = [];
  const ids = Object.keys(after);
  for (const id of ids) {
    const row = after[id]!;
    const old = seen.get(id);
    if (old === row) continue;
    seen.set(id, row);
    const change = old === undefined ? { table: name, id, row } : diffRow(name, id, old, row);
    if (change !== null) found.push(change);
  }
  if (seen.size > ids.length)
    for (const id of seen.keys())
      if (!Object.hasOwn(after, id)) {
        seen.delete(id);
        found.push({ table: name, id, gone: true });
      }
  return found.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function diffRow(table: TableName, id: string, old: Row, row: Row): RowChange | null {
  const set: { [field: string]: unknown } = {};
  let changed = 0;
  let kept = 0;
  for (const field of sortedKeys(row)) {
    if (Object.hasOwn(old, field)) kept++;
    if (Object.hasOwn(old, field) && sameValue(old[field], row[field])) continue;
    set[field] = row[field];
    changed++;
  }
  if (kept < Object.keys(old).length) return { table, id, row };
  return changed === 0 ? null : { table, id, set };
}

/** Equality of plain JSON values. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((value, index) => sameValue(value, b[index]));
  if (Array.isArray(b)) return false;
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false;
    if (!sameValue((a as { [key: string]: unknown })[key], (b as { [key: string]: unknown })[key])) return false;
  }
  return true;
}

/** A row the table itself has, never one that every object has. */
function own<Row>(table: { readonly [id: string]: Row }, id: string): Row | undefined {
  return Object.hasOwn(table, id) ? table[id] : undefined;
}
