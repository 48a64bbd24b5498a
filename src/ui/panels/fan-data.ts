/** What the chart of many histories draws of one figure: every path, the bands they make, and the bounds of it all. */
import { FAN_QUANTILES, fanOfLines } from '../../histories/fan.ts';
import { SERIES, type History, type SeriesName } from '../../histories/history.ts';
import type { Measures } from '../../model/measures.ts';
import { MICRO } from '../../model/units.ts';
import { figureName, figureUnit, type FIGURES } from '../../words/figures.ts';
import { FUTURES_WORDS } from '../../words/futures.ts';
import type { Language } from '../../words/language.ts';
import type { ChartUnit } from './chart-list.ts';

/** The figures of a month under the names they have in a recording; the most telling first. */
export const FAN_FIGURES: { readonly [series in SeriesName]: keyof typeof FIGURES } = {
  vendorRevenue: 'vendor.revenue',
  capex: 'ai.capex',
  endCustomerSpending: 'ai.endCustomerSpending',
  tracedShare: 'circularity.traced',
  outsideCoverage: 'outsideCoverage',
  usedToNew: 'usedToNew',
  computePrice: 'computePrice',
  utilisation: 'utilisation',
  vendorMargin: 'vendor.grossMargin',
  ponziShare: 'minsky.ponzi',
  lenderCapital: 'lenderCapital',
  creditLosses: 'losses.credit',
  deadweight: 'losses.deadweight',
};

/** Losses come in a few months and tell nothing month by month: they are summed from the first month on. */
const ADDED_UP: ReadonlySet<SeriesName> = new Set(['creditLosses', 'deadweight']);

export function figureTitle(series: SeriesName, language: Language): string {
  const name = figureName(FAN_FIGURES[series], language);
  return ADDED_UP.has(series) ? FUTURES_WORDS[language].addedUp(name) : name;
}

/** Fewer histories make no bands. */
export const LEAST_FOR_BANDS = 10;

type Line = readonly (number | null)[];
export interface Path {
  readonly seed: string;
  readonly values: Line;
}
export interface Fan {
  readonly series: SeriesName;
  readonly unit: ChartUnit;
  readonly ticks: number;
  readonly paths: readonly Path[];
  /** A line for each of FAN_QUANTILES; gaps where there are too few histories. */
  readonly quantiles: readonly Line[];
  /** The history on the page. */
  readonly own: Line;
  readonly least: number;
  readonly most: number;
}

export function fanData(histories: readonly History[], series: SeriesName, ownMeasures: readonly (Measures | null)[], horizon: number): Fan {
  const paths = histories.map((history) => ({ seed: history.seed, values: drawn(series, history.months[series]) }));
  const own = drawn(series, ownMeasures.map((measures) => (measures === null ? null : SERIES[series](measures))));
  const ticks = Math.max(horizon, own.length);
  const quantiles = FAN_QUANTILES.map(() => new Array<number | null>(ticks).fill(null));
  if (paths.length >= LEAST_FOR_BANDS) for (const row of fanOfLines(paths.map((path) => path.values))) row.quantiles.forEach((value, nth) => (quantiles[nth]![row.tick] = value));
  let [least, most] = [Infinity, -Infinity];
  for (const values of [own, ...paths.map((path) => path.values)]) {
    for (const value of values) {
      if (value === null) continue;
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return { series, unit: unitOf(series), ticks, paths, quantiles, own, least, most };
}

/** Values in the unit of the chart. */
function drawn(series: SeriesName, values: Line): Line {
  if (series === 'computePrice') return values.map((value) => (value === null ? null : value / MICRO));
  if (!ADDED_UP.has(series)) return values;
  let sum = 0;
  return values.map((value) => (sum += value ?? 0));
}

function unitOf(series: SeriesName): ChartUnit {
  switch (figureUnit(FAN_FIGURES[series])) {
    case 'dollars':
      return 'dollars';
    case 'share':
      return 'share';
    case 'ratio':
      return 'times';
    case 'count':
      return 'count';
    case 'perHour':
      return 'price';
  }
}

/** The path nearest to a height in a month, by `height` of a value; null when none is within `reach`. */
export function nearestPath(fan: Fan, tick: number, height: number, heightOf: (value: number) => number, reach: number): Path | null {
  let nearest: Path | null = null;
  let least = reach;
  for (const path of fan.paths) {
    const value = path.values[tick];
    if (value === null || value === undefined) continue;
    const distance = Math.abs(heightOf(value) - height);
    if (distance > least) continue;
    nearest = path;
    least = distance;
  }
  return nearest;
}
