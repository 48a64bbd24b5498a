/**
 * Sobol' points: they fill a cube more evenly than chance does, so that a sweep of a given size says more. Direction
 * numbers after Joe & Kuo, SIAM J. Sci. Comput. 30 (2008), first 21 dimensions; a digital shift per dimension makes
 * different seeds different sweeps (randomised quasi-Monte Carlo, Owen 1998, in its simplest form).
 */
import alea from 'seedrandom/lib/alea.js';

/** Degree, coefficients of the primitive polynomial, and first direction numbers of dimensions 2 … 21. */
const TABLE: readonly (readonly [degree: number, coefficients: number, first: readonly number[]])[] = [
  [1, 0, [1]],
  [2, 1, [1, 3]],
  [3, 1, [1, 3, 1]],
  [3, 2, [1, 1, 1]],
  [4, 1, [1, 1, 3, 3]],
  [4, 4, [1, 3, 5, 13]],
  [5, 2, [1, 1, 5, 5, 17]],
  [5, 4, [1, 1, 5, 5, 5]],
  [5, 7, [1, 1, 7, 11, 19]],
  [5, 11, [1, 1, 5, 1, 1]],
  [5, 13, [1, 1, 1, 3, 11]],
  [5, 14, [1, 3, 5, 5, 31]],
  [6, 1, [1, 3, 3, 9, 7, 49]],
  [6, 13, [1, 1, 1, 15, 21, 21]],
  [6, 16, [1, 3, 1, 13, 27, 49]],
  [6, 19, [1, 1, 1, 15, 7, 5]],
  [6, 22, [1, 3, 1, 15, 13, 25]],
  [6, 25, [1, 1, 5, 5, 19, 61]],
  [7, 1, [1, 3, 7, 11, 23, 15, 103]],
  [7, 4, [1, 3, 7, 13, 13, 15, 69]],
];
export const MOST_DIMENSIONS = TABLE.length + 1;
const BITS = 32;

/** Direction numbers of a dimension (from 0) as 32-bit fractions. */
function directions(dimension: number): number[] {
  const v: number[] = [];
  if (dimension === 0) {
    for (let bit = 1; bit <= BITS; bit++) v.push((2 ** (BITS - bit)) >>> 0);
    return v;
  }
  const [degree, coefficients, first] = TABLE[dimension - 1]!;
  for (let bit = 1; bit <= BITS; bit++) {
    if (bit <= degree) {
      v.push((first[bit - 1]! * 2 ** (BITS - bit)) >>> 0);
      continue;
    }
    const back = v[bit - 1 - degree]!;
    let next = (back ^ (back >>> degree)) >>> 0;
    for (let k = 1; k < degree; k++) if (((coefficients >>> (degree - 1 - k)) & 1) === 1) next = (next ^ v[bit - 1 - k]!) >>> 0;
    v.push(next);
  }
  return v;
}

/** The first `count` points in `[0, 1)^dimensions`, by row. @throws beyond 21 dimensions. */
export function sobolPoints(count: number, dimensions: number, seed: string): number[][] {
  if (dimensions > MOST_DIMENSIONS) throw new Error(`no direction numbers for ${dimensions} dimensions`);
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const v = directions(dimension);
    let x = Math.floor(alea(`${seed}/sobol/${dimension}`)() * 2 ** BITS) >>> 0;
    return Array.from({ length: count }, (_, index) => {
      // Gray code order: one direction number a point (Antonov & Saleev 1979)
      if (index > 0) x = (x ^ v[trailingOnes(index - 1)]!) >>> 0;
      return x / 2 ** BITS;
    });
  });
  return Array.from({ length: count }, (_, index) => columns.map((column) => column[index]!));
}

function trailingOnes(n: number): number {
  let count = 0;
  for (let rest = n; (rest & 1) === 1; rest >>>= 1) count += 1;
  return count;
}
