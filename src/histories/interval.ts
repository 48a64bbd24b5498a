/** How sure a share is that was counted in a sample, and quantiles. */

/** Two-sided 95 %. */
const Z = 1.959963984540054;

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Wilson's score interval for `hits` of `trials` (Wilson 1927): sensible also at none and at all. @throws without trials.
 */
export function wilson(hits: number, trials: number): Interval {
  if (!(trials > 0) || hits < 0 || hits > trials) throw new Error(`${hits} of ${trials} is no share`);
  const share = hits / trials;
  const spread = (Z * Z) / trials;
  const middle = (share + spread / 2) / (1 + spread);
  const half = (Z * Math.sqrt((share * (1 - share)) / trials + spread / (4 * trials))) / (1 + spread);
  // at the ends the formula gives the end itself, but for rounding
  return { low: hits === 0 ? 0 : Math.max(0, middle - half), high: hits === trials ? 1 : Math.min(1, middle + half) };
}

/** Quantile of ascending values by linear interpolation (Hyndman & Fan 1996, type 7). @throws without values. */
export function quantile(ascending: ArrayLike<number>, p: number): number {
  if (ascending.length === 0) throw new Error('no values, no quantile');
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below]!;
  const high = ascending[Math.min(below + 1, ascending.length - 1)]!;
  return low + (high - low) * (place - below);
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Sample variance; 0 for fewer than two values. */
export function variance(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const middle = mean(values);
  return values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0) / (values.length - 1);
}
