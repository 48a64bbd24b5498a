/** Paired differences and shares with their 95 % intervals, as every fact reports them. */

export interface Estimate {
  readonly effect: number;
  readonly low: number;
  readonly high: number;
  /** Pairs or trials it rests on. */
  readonly n: number;
}

/** Two-sided 95 %. */
const Z = 1.96;

/** Mean of paired differences and 1.96 standard errors either side; nulls (nothing to compare in that pair) are left out. */
export function meanOf(values: readonly (number | null)[]): Estimate | null {
  const known = values.filter((value): value is number => value !== null && Number.isFinite(value));
  if (known.length === 0) return null;
  const middle = known.reduce((total, value) => total + value, 0) / known.length;
  const spread = known.length < 2 ? Infinity : Math.sqrt(known.reduce((total, value) => total + (value - middle) * (value - middle), 0) / (known.length - 1) / known.length);
  return { effect: middle, low: middle - Z * spread, high: middle + Z * spread, n: known.length };
}

/** Share of `true` with Wilson's interval (Wilson 1927). */
export function shareOf(hits: readonly boolean[]): Estimate | null {
  const n = hits.length;
  if (n === 0) return null;
  const share = hits.filter(Boolean).length / n;
  const spread = (Z * Z) / n;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))) / (1 + spread);
  return { effect: share, low: share === 0 ? 0 : Math.max(0, middle - half), high: share === 1 ? 1 : Math.min(1, middle + half), n };
}

/** Skewness with the standard error of a sample from a symmetric law, √(6/n). */
export function skewnessOf(values: readonly number[]): Estimate | null {
  const n = values.length;
  if (n < 3) return null;
  const middle = values.reduce((total, value) => total + value, 0) / n;
  const moment = (power: 2 | 3): number => values.reduce((total, value) => total + (value - middle) * (value - middle) * (power === 3 ? value - middle : 1), 0) / n;
  const variance = moment(2);
  if (variance === 0) return null;
  const skew = moment(3) / (variance * Math.sqrt(variance));
  const error = Math.sqrt(6 / n);
  return { effect: skew, low: skew - Z * error, high: skew + Z * error, n };
}

/** Correlation of ranks (Spearman) with Fisher's interval. */
export function rankCorrelation(pairs: readonly (readonly [number, number])[]): Estimate | null {
  const n = pairs.length;
  if (n < 4) return null;
  const ranks = (side: 0 | 1): number[] => {
    const sorted = pairs.map((pair) => pair[side]).sort((a, b) => a - b);
    return pairs.map((pair) => (sorted.indexOf(pair[side]) + sorted.lastIndexOf(pair[side])) / 2);
  };
  const [a, b] = [ranks(0), ranks(1)];
  const middle = (n - 1) / 2;
  const product = (x: readonly number[], y: readonly number[]): number => x.reduce((total, value, index) => total + (value - middle) * (y[index]! - middle), 0);
  const spread = Math.sqrt(product(a, a) * product(b, b));
  if (spread === 0) return null;
  const rho = product(a, b) / spread;
  const half = Z / Math.sqrt(n - 3);
  return { effect: rho, low: Math.max(-1, rho - half), high: Math.min(1, rho + half), n };
}
