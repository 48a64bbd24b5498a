/**
 * Exact integer arithmetic on money, and the few real functions the economy needs, in a form that
 * gives the same bits in every JavaScript engine.
 */
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import pow from '@stdlib/math-base-special-pow';

const SPLIT = 134217729; // 2^27 + 1 (Veltkamp)

/** Error term of the product a·b: a·b = fl(a·b) + productError(a, b) exactly (Dekker 1971). */
function productError(a: number, b: number, product: number): number {
  const aBig = SPLIT * a;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = SPLIT * b;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}

/** How the message begins when a figure has outgrown what whole dollars can be counted in, 2^53 of them. */
export const TOO_LARGE = 'too large';

/** What the last `mulDiv` left over: a·b − ⌊a·b/c⌋·c, an integer in [0, c). In a list, since a number by itself would be a new object every time. */
const LEFT_OVER = new Float64Array(1);

/**
 * ⌊a·b/c⌋ exactly, although a·b may exceed 2^53. All three are safe integers, c > 0.
 * @throws when an operand is not a safe integer, c is not positive, or the result is not safe.
 */
export function mulDiv(a: number, b: number, c: number): number {
  const product = a * b;
  if (product <= 9007199254740991 && product >= -9007199254740991 && c > 0) {
    const quotient = Math.floor(product / c);
    // one correction step: the double quotient of safe integers may round up to the next integer
    const rest = product - quotient * c;
    const floor = rest < 0 ? quotient - 1 : rest >= c ? quotient + 1 : quotient;
    LEFT_OVER[0] = product - floor * c;
    return floor + 0;
  }
  if (!(c > 0)) throw new Error(`mulDiv needs a positive divisor, got ${a} × ${b} ÷ ${c}`);
  if (!Number.isSafeInteger(a) || !Number.isSafeInteger(b) || !Number.isSafeInteger(c)) throw new Error(`${TOO_LARGE}: mulDiv needs safe integers, got ${a} × ${b} ÷ ${c}`);
  let quotient = Math.floor(product / c);
  if (!Number.isSafeInteger(quotient)) throw new Error(`${TOO_LARGE}: mulDiv overflows, ${a} × ${b} ÷ ${c}`);
  for (let round = 0; round < 4; round++) {
    const back = quotient * c;
    const rest = product - back + (productError(a, b, product) - productError(quotient, c, back));
    if (rest < 0) quotient -= Math.max(1, Math.floor(-rest / c));
    else if (rest >= c) quotient += Math.max(1, Math.floor(rest / c));
    else {
      LEFT_OVER[0] = rest;
      return quotient + 0;
    }
  }
  LEFT_OVER[0] = Number((((BigInt(a) * BigInt(b)) % BigInt(c)) + BigInt(c)) % BigInt(c));
  return Number((BigInt(a) * BigInt(b) - (((BigInt(a) * BigInt(b)) % BigInt(c)) + BigInt(c)) % BigInt(c)) / BigInt(c));
}

/** Half-up rounding of a·b/c, exact. */
export function mulDivRound(a: number, b: number, c: number): number {
  const floor = mulDiv(a, b, c);
  const twice = mulDiv(2 * a, b, c);
  return twice - 2 * floor >= 1 ? floor + 1 : floor;
}

/** The share `basisPoints` of an amount, floored. */
export function shareOf(amount: number, basisPoints: number): number {
  return mulDiv(amount, basisPoints, 10_000);
}

/**
 * Splits `total` in proportion to `weights` by the largest remainder (Hamilton) rule; ties go to the
 * lower index, so callers order by actor id. Zero weights get nothing; all-zero weights give all zeros.
 * Negative totals are split by symmetry.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  if (total < 0) return largestRemainder(-total, weights).map((part) => 0 - part);
  return apportion(total, weights, 0, new Array<number>(weights.length).fill(0));
}

/**
 * The same into `parts`, all of them zero: as many weights as it has places, from `from` on. What colours of money are
 * split by at every payment, so it leaves nothing behind that has to be cleared away.
 */
export function apportion(total: number, weights: ArrayLike<number>, from: number, parts: number[]): number[] {
  const count = parts.length;
  let weight = 0;
  for (let index = 0; index < count; index++) weight += weights[from + index]!;
  if (weight <= 0 || total === 0) return parts;
  // the fraction left over of each, exact to the bit for equal inputs; negative where there is no part
  const remainders = count <= REMAINDERS.length ? REMAINDERS : new Float64Array(count);
  let left = total;
  for (let index = 0; index < count; index++) {
    const own = weights[from + index]!;
    remainders[index] = -1;
    if (own <= 0) continue;
    const part = own === weight ? total : mulDiv(total, own, weight);
    parts[index] = part;
    remainders[index] = own === weight ? 0 : LEFT_OVER[0]!;
    left -= part;
  }
  if (left > FEW) {
    // each look for the best costs the whole list: many of them are put in order once
    const order = parts.flatMap((_, index) => (remainders[index]! >= 0 ? [index] : [])).sort((a, b) => remainders[b]! - remainders[a]! || a - b);
    for (const index of order.slice(0, left)) parts[index]! += 1;
    return parts;
  }
  while (left > 0) {
    let best = 0;
    for (let index = 1; index < count; index++) if (remainders[index]! > remainders[best]!) best = index;
    parts[best]! += 1;
    remainders[best] = -1;
    left -= 1;
  }
  return parts;
}
/** Remainders that are looked for one by one. */
const FEW = 8;
const REMAINDERS = new Float64Array(64);

/** Rations `supply` over `wants` pro rata, floored: monotone in supply, never above the want. */
export function ration(supply: number, wants: readonly number[]): number[] {
  let sum = 0;
  for (const want of wants) sum += want;
  if (sum <= supply) return wants.slice();
  return wants.map((want) => mulDiv(Math.max(0, supply), want, sum));
}

/** Interest for one month on `principal` at `annualRate` basis points, 30/360, floored to the dollar. */
export function monthlyInterest(principal: number, annualRate: number): number {
  return mulDiv(principal, annualRate, 120_000);
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}

/** x^y, bit-identical in every engine (FreeBSD algorithms in JavaScript). */
export const power = (x: number, y: number): number => pow(x, y);
/** e^x, bit-identical in every engine. */
export const exponential = (x: number): number => exp(x);
/** Natural logarithm, bit-identical in every engine. */
export const logarithm = (x: number): number => ln(x);

/** Sum of a list of numbers. */
export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
