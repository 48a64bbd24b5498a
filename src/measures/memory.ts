/**
 * What the measures of a month need to know of the eleven before it: amounts by series and month, in one flat row of
 * numbers that travels with the state, so that a run can be taken up at any month. The month of a year is its slot; what
 * stood there a year ago is forgotten when it comes round again.
 */
export interface MeasureMemory {
  readonly [name: string]: number;
}

const SLOTS = 12;
export const NO_MEMORY: MeasureMemory = {};

/** `series@slot`; names without a slot are kept until somebody leaves them out. */
const slotted = (series: string, slot: number): string => `${series}@${slot}`;
const slotOf = (tick: number): number => ((tick % SLOTS) + SLOTS) % SLOTS;

interface Name {
  readonly series: string;
  readonly slot: number | null;
}
const names = new Map<string, Name>();
function parse(name: string): Name {
  const known = names.get(name);
  if (known !== undefined) return known;
  const at = name.lastIndexOf('@');
  const parsed: Name = at === -1 ? { series: name, slot: null } : { series: name.slice(0, at), slot: Number(name.slice(at + 1)) };
  names.set(name, parsed);
  return parsed;
}

export interface Remembered {
  /** Sums of the last twelve months by series, this one included. */
  readonly year: ReadonlyMap<string, number>;
  /** The same of the last three. */
  readonly quarter: ReadonlyMap<string, number>;
  readonly memory: MeasureMemory;
}

/** Adds this month's amounts and forgets those of a year ago; `notes` are the names without a month that stay. */
export function remember(before: MeasureMemory, tick: number, amounts: ReadonlyMap<string, number>, notes: ReadonlyMap<string, number>): Remembered {
  const now = slotOf(tick);
  const [last, lastButOne] = [slotOf(tick - 1), slotOf(tick - 2)];
  const year = new Map(amounts);
  const quarter = new Map(amounts);
  const memory: { [name: string]: number } = {};
  const add = (sums: Map<string, number>, series: string, amount: number): void => void sums.set(series, (sums.get(series) ?? 0) + amount);
  for (const name in before) {
    const { series, slot } = parse(name);
    if (slot === null || slot === now) continue;
    const amount = before[name]!;
    memory[name] = amount;
    add(year, series, amount);
    if (slot === last || slot === lastButOne) add(quarter, series, amount);
  }
  for (const [series, amount] of amounts) if (amount !== 0) memory[slotted(series, now)] = amount;
  for (const [name, value] of notes) memory[name] = value;
  return { year, quarter, memory };
}

/** Whether a name without a month was noted. */
export const noted = (memory: MeasureMemory, name: string): number | null => memory[name] ?? null;
