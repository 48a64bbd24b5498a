/**
 * How much of the spread of an outcome each parameter carries: Sobol' indices from Saltelli's design. First order: alone;
 * total: with everything it acts together with (Saltelli et al. 2010, estimators b and f: f is Jansen's of 1999).
 * Chance counts as a parameter, so that luck and ignorance can be told apart.
 */
import alea from 'seedrandom/lib/alea.js';
import { mean, quantile, variance } from '../histories/interval.ts';

/** Outcomes by row: of matrix A, of B, and of A with column `c` from B. */
export interface SaltelliOutcomes {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly mixed: readonly (readonly number[])[];
}

export interface Index {
  readonly first: number;
  readonly total: number;
  /** 95 % by bootstrap over rows. */
  readonly firstInterval: readonly [number, number];
  readonly totalInterval: readonly [number, number];
}

const RESAMPLES = 400;

/** One index a column; null when the outcome does not vary, so that there is nothing to share out. */
export function sobolIndices(outcomes: SaltelliOutcomes, seed = 'bootstrap'): Index[] | null {
  const { a, b, mixed } = outcomes;
  const rows = a.length;
  if (rows < 2 || !(variance([...a, ...b]) > 0)) return null;
  const every = Array.from({ length: rows }, (_, row) => row);
  const draw = alea(seed);
  const samples = Array.from({ length: RESAMPLES }, () => every.map(() => Math.floor(draw() * rows)));
  return mixed.map((column) => {
    const { first, total } = estimate(a, b, column, every);
    const again = samples.map((sample) => estimate(a, b, column, sample));
    const middle = (values: number[]): readonly [number, number] => {
      const ascending = values.filter(Number.isFinite).sort((x, y) => x - y);
      return ascending.length === 0 ? [0, 1] : [quantile(ascending, 0.025), quantile(ascending, 0.975)];
    };
    return { first, total, firstInterval: middle(again.map((each) => each.first)), totalInterval: middle(again.map((each) => each.total)) };
  });
}

function estimate(a: readonly number[], b: readonly number[], mixed: readonly number[], rows: readonly number[]): { first: number; total: number } {
  const pooled = rows.flatMap((row) => [a[row]!, b[row]!]);
  const spread = variance(pooled);
  // centred, which changes no expectation and much noise
  const centre = mean(pooled);
  const first = mean(rows.map((row) => (b[row]! - centre) * (mixed[row]! - a[row]!)));
  const total = mean(rows.map((row) => (a[row]! - mixed[row]!) * (a[row]! - mixed[row]!))) / 2;
  return { first: first / spread, total: total / spread };
}
