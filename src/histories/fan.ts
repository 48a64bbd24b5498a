/** A fan chart: for every month and series the quantiles over histories. */
import { SERIES_NAMES, type History, type SeriesName } from './history.ts';
import { quantile } from './interval.ts';

export const FAN_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface FanRow {
  readonly series: SeriesName;
  readonly tick: number;
  /** Histories with a value that month; a ratio without a denominator has none. */
  readonly histories: number;
  /** In the order of FAN_QUANTILES. */
  readonly quantiles: readonly number[];
}

/** The fans of all series; months in which no history has a value are left out. */
export function fanOf(histories: readonly History[]): FanRow[] {
  return SERIES_NAMES.flatMap((series) => fanOfSeries(histories, series));
}

export function fanOfSeries(histories: readonly Pick<History, 'ticks' | 'months'>[], series: SeriesName): FanRow[] {
  const rows: FanRow[] = [];
  const ticks = histories.reduce((most, history) => Math.max(most, history.ticks), 0);
  const values = new Float64Array(histories.length);
  for (let tick = 0; tick < ticks; tick++) {
    let count = 0;
    for (const history of histories) {
      const value = history.months[series][tick];
      if (value !== null && value !== undefined) values[count++] = value;
    }
    if (count === 0) continue;
    const ascending = values.subarray(0, count).sort();
    rows.push({ series, tick, histories: count, quantiles: FAN_QUANTILES.map((p) => quantile(ascending, p)) });
  }
  return rows;
}
