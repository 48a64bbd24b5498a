/**
 * What is kept of one history of many: who defaulted when, what was lost, and a line a month for fan charts.
 * Everything else comes back by replaying it. Shares and ratios are fractions, money whole dollars; null is "none".
 */
import type { Event } from '../model/decision.ts';
import type { Measures } from '../model/measures.ts';
import type { Tick } from '../model/units.ts';
import type { HistoryOrder } from './order.ts';

/** What is kept of every month. */
export const SERIES = {
  endCustomerSpending: (m: Measures) => m.ai.endCustomerSpending,
  capex: (m: Measures) => m.ai.capex,
  vendorRevenue: (m: Measures) => m.vendor.revenue,
  vendorMargin: (m: Measures) => m.vendor.grossMargin,
  tracedShare: (m: Measures) => m.circularity.traced,
  outsideCoverage: (m: Measures) => m.outsideCoverage,
  ponziShare: (m: Measures) => m.minsky.ponzi,
  utilisation: (m: Measures) => m.utilisation,
  usedToNew: (m: Measures) => m.usedToNew,
  computePrice: (m: Measures) => m.computePrice,
  lenderCapital: (m: Measures) => m.lenderCapital,
  creditLosses: (m: Measures) => m.losses.credit,
  deadweight: (m: Measures) => m.losses.deadweight,
} as const satisfies { readonly [name: string]: (measures: Measures) => number | null };
export type SeriesName = keyof typeof SERIES;
export const SERIES_NAMES = Object.keys(SERIES) as readonly SeriesName[];

/** Sums over the whole history, dollars, and the number of actors that defaulted. */
export interface Totals {
  readonly creditLosses: number;
  readonly markLosses: number;
  readonly deadweight: number;
  readonly endCustomerSpending: number;
  readonly capex: number;
  readonly vendorRevenue: number;
  readonly defaults: number;
}
export const TOTALS = ['creditLosses', 'markLosses', 'deadweight', 'endCustomerSpending', 'capex', 'vendorRevenue', 'defaults'] as const satisfies readonly (keyof Totals)[];

/** What creditors and the economy lost for good over the whole history, dollars. */
export const lostForGood = (totals: Totals): number => totals.creditLosses + totals.deadweight;

export interface History extends HistoryOrder {
  /** What decides it. */
  readonly id: string;
  /** Digest of the last month's state: a recording of the same history ends in the same one. */
  readonly digest: string;
  readonly ticks: number;
  /** First default of each actor that had one. */
  readonly defaults: { readonly [actor: string]: Tick };
  readonly totals: Totals;
  readonly months: { readonly [name in SeriesName]: readonly (number | null)[] };
}

export interface Month {
  readonly tick: Tick;
  readonly measures: Measures;
  readonly events: readonly Event[];
}
/** The engine as many histories need it: month after month, null at the horizon; and the digest of the state it has reached. */
export interface Months {
  next(): Month | null;
  stateDigest(): string;
}

/** @throws whatever the engine throws. */
export function historyOf(id: string, order: HistoryOrder, months: Months): History {
  const gathering = gather(id, order);
  for (let month = months.next(); month !== null; month = months.next()) gathering.add(month);
  return gathering.finish(months.stateDigest());
}

/** A history that is being made: months as they come, then what is kept of it. */
export interface Gathering {
  add(month: Month): void;
  finish(digest: string): History;
}

export function gather(id: string, { seed, set, off }: HistoryOrder): Gathering {
  const defaults: { [actor: string]: Tick } = {};
  const lines = Object.fromEntries(SERIES_NAMES.map((name) => [name, [] as (number | null)[]])) as { [name in SeriesName]: (number | null)[] };
  const sums = { creditLosses: 0, markLosses: 0, deadweight: 0, endCustomerSpending: 0, capex: 0, vendorRevenue: 0 };
  let ticks = 0;
  return {
    add({ tick, measures, events }) {
      for (const name of SERIES_NAMES) lines[name].push(rounded(SERIES[name](measures)));
      sums.creditLosses += measures.losses.credit;
      sums.markLosses += measures.losses.marks;
      sums.deadweight += measures.losses.deadweight;
      sums.endCustomerSpending += measures.ai.endCustomerSpending;
      sums.capex += measures.ai.capex;
      sums.vendorRevenue += measures.vendor.revenue;
      for (const event of events) if (event.type === 'default' && event.actor !== undefined && !Object.hasOwn(defaults, event.actor)) defaults[event.actor] = tick;
      ticks = tick + 1;
    },
    finish: (digest) => ({ id, seed, set, off, digest, ticks, defaults, totals: { ...sums, defaults: Object.keys(defaults).length }, months: lines }),
  };
}

/** Money is whole already; ratios keep seven digits, enough for any chart. */
function rounded(value: number | null): number | null {
  return value === null || Number.isInteger(value) ? value : Number(value.toPrecision(7));
}
