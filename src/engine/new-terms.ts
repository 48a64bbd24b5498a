/** What new terms are made of, for whoever decides on them and whoever carries them out [all assumed]. */
import type { Loan } from '../model/instrument.ts';

/** Months that lenders wait longer, and at least before they see principal again. */
const LONGER = 24;
const BREATH = 12;
/** Share of what comes in that may be bound in contracts afterwards. */
export const BOUND = 0.8;
/** Power a firm keeps over what its chips draw. */
export const ROOM = 1.1;
/** Least share of its staff that a firm keeps, however much compute it gives up. */
export const LEAST_STAFF = 0.5;
/** Months ahead over which its business is looked at and its contracts are held against it; this month’s dues are no part of that. */
export const AHEAD = { from: 1, to: 7 } as const;

export const newMaturity = (loan: Loan, tick: number): number => Math.max(loan.maturity, tick) + LONGER;
export const newAmortisesFrom = (loan: Loan, tick: number): number => Math.max(loan.amortisesFrom, tick + BREATH);
