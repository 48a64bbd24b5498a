/** A fan chart: for every month and series the quantiles over histories. */
import { SERIES_NAMES, type History, type SeriesName } from './history.ts';
import { quantile } from './interval.ts';

export const FAN_QUANTILES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

export interface FanMonth {
  readonly tick: number;
  /** Histories with a value that month; a ratio without a denominator has none. */
  readonly histories: number;
  /** In the order of FAN_QUANTILES. */
  readonly quantiles: readonly number[];
}
export interface FanRow extends FanMonth {
  readonly series: SeriesName;
}

/** The fans of all series; months in which no history has a value are left out. */
export function fanOf(histories: readonly History[]): FanRow[] {
  return SERIES_NAMES.flatMap((series) => fanOfLines(histories.map((history) => history.months[series])).map((row) => ({ series, ...row })));
}

/** The fan of one figure, from its line in every history. */
export function fanOfLines(lines: readonly (readonly (number | null)[])[]): FanMonth[] {
  const rows: FanMonth[] = [];
  const ticks = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const values = new Float64Array(lines.length);
  for (let tick = 0; tick < ticks; tick++) {
    let count = 0;
    for (const line of lines) {
      const value = line[tick];
      if (value !== null && value !== undefined) values[count++] = value;
    }
    if (count === 0) continue;
    const ascending = values.subarray(0, count).sort();
    rows.push({ tick, histories: count, quantiles: FAN_QUANTILES.map((p) => quantile(ascending, p)) });
  }
  return rows;
}
