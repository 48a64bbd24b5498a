/**
 * What a sweep comes to: who fails how often and how sure that is, how wide the future is, which parameter matters,
 * which channel carries the damage, and how bad the bad histories are.
 */
import { canonical } from '../model/canonical.ts';
import { CHANNELS, type Channel } from '../model/phase.ts';
import { fanOf, type FanRow } from '../histories/fan.ts';
import { lostForGood, type History, type Totals } from '../histories/history.ts';
import { anyDefault, riskOf, type ActorRisk, type Frequency } from '../histories/risk.ts';
import { mean, quantile, variance } from '../histories/interval.ts';
import type { Order, SweepPlan } from './plan.ts';
import { sobolIndices, type Index } from './sensitivity.ts';

/** What histories are compared by. */
export const OUTCOMES = {
  losses: lostForGood,
  defaults: (totals: Totals) => totals.defaults,
  vendorRevenue: (totals: Totals) => totals.vendorRevenue,
  capex: (totals: Totals) => totals.capex,
} as const satisfies { readonly [name: string]: (totals: Totals) => number };
export type OutcomeName = keyof typeof OUTCOMES;
export const OUTCOME_NAMES = Object.keys(OUTCOMES) as readonly OutcomeName[];

/** The name of the last column of a Saltelli design. */
export const CHANCE = 'chance';

export interface Tail {
  readonly mean: number;
  readonly median: number;
  readonly q95: number;
  readonly q99: number;
  /** Mean of the worst twentieth: expected shortfall at 95 %. */
  readonly shortfall95: number;
  readonly worst: { readonly value: number; readonly index: number };
  /** Third standardised moment; positive when the bad histories are far out. Null when all are alike. */
  readonly skewness: number | null;
}

export interface ChannelShare {
  readonly channel: Channel;
  readonly pairs: number;
  /** Mean loss with all channels on, less with this one off, over the mean loss with all on; null when nothing is lost. */
  readonly share: number | null;
  /** Mean difference in dollars and its standard error. */
  readonly difference: number;
  readonly standardError: number;
}

export interface Sensitivity {
  readonly parameter: string;
  readonly index: Index;
}

export interface Summary {
  readonly histories: number;
  readonly actors: readonly ActorRisk[];
  /** At least one actor defaults. */
  readonly any: Frequency;
  readonly outcomes: { readonly [name in OutcomeName]: Tail };
  readonly channels: readonly ChannelShare[];
  /** Null where the design was not Saltelli's or the outcome did not vary. */
  readonly sensitivity: { readonly [name in OutcomeName]: readonly Sensitivity[] | null };
  readonly fan: readonly FanRow[];
}

export interface Row {
  readonly order: Order;
  readonly history: History;
}

/** @throws without a single history. `actors`: ids in the order of the scenario. */
export function summarise(plan: SweepPlan, rows: readonly Row[], actors: readonly string[]): Summary {
  // histories with a channel off answer their own question
  const whole = rows.filter((row) => row.order.off === null);
  if (whole.length === 0) throw new Error('a sweep without histories has no summary');
  const histories = whole.map((row) => row.history);
  return {
    histories: whole.length,
    actors: actors.map((actor) => riskOf(actor, histories)),
    any: anyDefault(histories),
    outcomes: byOutcome((name) => tailOf(whole, name)),
    channels: plan.channels ? CHANNELS.map((channel) => shareOf(channel, rows)) : [],
    sensitivity: byOutcome((name) => sensitivityOf(plan, whole, name)),
    fan: fanOf(histories),
  };
}

function byOutcome<Value>(of: (name: OutcomeName) => Value): { [name in OutcomeName]: Value } {
  return Object.fromEntries(OUTCOME_NAMES.map((name) => [name, of(name)])) as { [name in OutcomeName]: Value };
}

function tailOf(rows: readonly Row[], name: OutcomeName): Tail {
  const values = rows.map(({ history }) => OUTCOMES[name](history.totals));
  const ascending = [...values].sort((a, b) => a - b);
  const worst = ascending.at(-1)!;
  const tail = ascending.slice(Math.min(ascending.length - 1, Math.floor(ascending.length * 0.95)));
  const middle = mean(values);
  const spread = Math.sqrt(variance(values));
  return {
    mean: middle,
    median: quantile(ascending, 0.5),
    q95: quantile(ascending, 0.95),
    q99: quantile(ascending, 0.99),
    shortfall95: mean(tail),
    worst: { value: worst, index: rows[values.indexOf(worst)]!.order.index },
    skewness: spread > 0 ? mean(values.map((value) => ((value - middle) / spread) ** 3)) : null,
  };
}

/** The same history with and without a channel: what the channel carried. */
function shareOf(channel: Channel, rows: readonly Row[]): ChannelShare {
  const whole = new Map<string, number>();
  const pairOf = ({ seed, set }: Order): string => canonical([seed, set]);
  for (const { order, history } of rows) if (order.off === null) whole.set(pairOf(order), OUTCOMES.losses(history.totals));
  const differences: number[] = [];
  let total = 0;
  for (const { order, history } of rows) {
    const all = order.off === channel ? whole.get(pairOf(order)) : undefined;
    if (all === undefined) continue;
    differences.push(all - OUTCOMES.losses(history.totals));
    total += all;
  }
  const difference = differences.length === 0 ? 0 : mean(differences);
  return {
    channel,
    pairs: differences.length,
    share: total > 0 ? difference / (total / differences.length) : null,
    difference,
    standardError: differences.length < 2 ? 0 : Math.sqrt(variance(differences) / differences.length),
  };
}

function sensitivityOf(plan: SweepPlan, rows: readonly Row[], name: OutcomeName): Sensitivity[] | null {
  const columns = plan.vary.length + 1;
  const cells = new Map<string, number>(rows.flatMap(({ order, history }) => (order.cell === null ? [] : [[`${order.cell.row}/${order.cell.matrix}`, OUTCOMES[name](history.totals)] as const])));
  const complete = [...new Set(rows.flatMap(({ order }) => (order.cell === null ? [] : [order.cell.row])))].filter((row) =>
    ['A', 'B', ...Array.from({ length: columns }, (_, column) => column)].every((matrix) => cells.has(`${row}/${matrix}`)),
  );
  if (complete.length < 2) return null;
  const of = (matrix: 'A' | 'B' | number): number[] => complete.map((row) => cells.get(`${row}/${matrix}`)!);
  const indices = sobolIndices({ a: of('A'), b: of('B'), mixed: Array.from({ length: columns }, (_, column) => of(column)) }, `${plan.seed}/bootstrap`);
  return indices === null ? null : indices.map((index, column) => ({ parameter: plan.vary[column]?.name ?? CHANCE, index }));
}
