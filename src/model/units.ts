/**
 * The units everything is counted in. All are plain numbers at run time; the aliases say which
 * one is meant. Stocks and flows of money are whole dollars in safe integers, never fractions.
 */

/** Whole US dollars, a safe integer. Negative only where a docstring says so. */
export type Dollars = number;
/** Millionths of a dollar: unit prices (a share, a GPU-hour, a kW-month). Integer. */
export type MicroDollars = number;
/** Hundredths of a percent. Interest rates are basis points a year. Integer. */
export type BasisPoints = number;
/** One month. Tick 0 is January 2025. */
export type Tick = number;
/** Whole GPUs ("packages", each with its share of networking). */
export type Gpus = number;
/** Whole kilowatts of powered shell. */
export type Kilowatts = number;
/** Compute capacity in H100 equivalents, the unit compute is rented in. Integer. */
export type ComputeUnits = number;
/** Identifier of an actor or sector; lower case, digits and hyphens. */
export type PartyId = string;
/** Lower-case hexadecimal SHA-256. */
export type Hex = string;

export const MICRO = 1_000_000;
export const FULL = 10_000; // basis points in one
export const HOURS_A_MONTH = 730;
export const MONTHS_A_YEAR = 12;
/** Calendar month of tick 0. */
export const EPOCH = { year: 2025, month: 1 } as const;

/** Calendar year and month (1-12) of a tick; a scenario of another time says when it `opens`. */
export function calendar(tick: Tick, opens: { readonly year: number; readonly month: number } = EPOCH): { year: number; month: number } {
  const months = opens.year * 12 + (opens.month - 1) + tick;
  return { year: Math.floor(months / 12), month: (((months % 12) + 12) % 12) + 1 };
}

/** Closes a switch over a discriminated union; reaching it is a bug. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
