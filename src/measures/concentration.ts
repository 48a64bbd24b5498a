/**
 * How few buyers a seller lives on: the Herfindahl–Hirschman index on the scale 0 … 10,000, its form without the effect of
 * how many there are, the number of equal buyers that would give the same, and the share of the three largest.
 */
import { amount, fields, vector } from '../contagion/read.ts';

export interface ConcentrationInput {
  /** Sales to each buyer, ≥ 0. Who buys nothing is not counted as a buyer. */
  readonly sales: readonly number[];
}

/** All null when nothing is sold. */
export interface ConcentrationResult {
  readonly hhi: number | null;
  /** (H − 1/n) / (1 − 1/n) with H and the result between 0 and 1; 1 for a single buyer. */
  readonly normalised: number | null;
  readonly effectiveNumber: number | null;
  readonly top3: number | null;
}

/** @throws NetworkError naming the place of what is wrong. */
export function concentration(input: ConcentrationInput): ConcentrationResult {
  return concentrationOf(vector(fields(input, ['sales'])['sales'], 'sales', null, amount));
}

/** The same without the checks. */
export function concentrationOf(sales: readonly number[]): ConcentrationResult {
  let total = 0;
  let buyers = 0;
  for (const sale of sales) {
    total += sale;
    if (sale > 0) buyers += 1;
  }
  if (total === 0) return { hhi: null, normalised: null, effectiveNumber: null, top3: null };
  let squares = 0;
  let [one, two, three] = [0, 0, 0];
  for (const sale of sales) {
    const part = sale / total;
    squares += part * part;
    if (part > one) [one, two, three] = [part, one, two];
    else if (part > two) [two, three] = [part, two];
    else if (part > three) three = part;
  }
  return {
    hhi: 10_000 * squares,
    normalised: buyers === 1 ? 1 : (squares - 1 / buyers) / (1 - 1 / buyers),
    effectiveNumber: 1 / squares,
    top3: Math.min(1, one + two + three),
  };
}

/**
 * Between what the index must lie when some sales are known only as sums over an unknown number of buyers (resellers,
 * regions): at least as if each of those were very many, at most as if all of them were one. Null when nothing is sold.
 */
export function concentrationBounds(known: readonly number[], sums: readonly number[]): { readonly low: number | null; readonly high: number | null } {
  let rest = 0;
  for (const each of sums) rest += each;
  const high = concentrationOf([...known, rest]).hhi;
  let total = rest;
  for (const sale of known) total += sale;
  return { low: high === null ? null : Math.max(0, high - 10_000 * (rest / total) * (rest / total)), high };
}
