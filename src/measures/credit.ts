/** What credit costs, and how much of past failures is in its price. */
import type { Measures } from '../model/measures.ts';
import { marketField, type MonthInput } from './month-input.ts';

const BASIS_POINTS = 10_000;

/** The spread is that of one quality of borrower, so that it moves with what lenders ask and not with who borrows. */
export function credit({ state }: MonthInput): Pick<Measures, 'creditSpread' | 'creditMemory'> {
  const spread = marketField(state, 'credit', 'spread');
  return { creditSpread: spread === null ? null : spread / BASIS_POINTS, creditMemory: marketField(state, 'credit', 'memory') };
}
