/** What credit costs, and how much of past failures is in its price. */
import type { Measures } from '../model/measures.ts';
import { marketField, type MonthInput } from './month-input.ts';

const BASIS_POINTS = 10_000;

/** The median is over everybody who has borrowed so far, each by what it last paid over the base rate of that month. */
export function credit({ state, setting }: MonthInput): Pick<Measures, 'creditSpread' | 'creditMemory'> {
  const spreads: number[] = [];
  for (const { id } of setting.actors) {
    const spread = state.minds[id]?.['spread'];
    if (spread !== undefined) spreads.push(spread);
  }
  spreads.sort((a, b) => a - b);
  const middle = spreads.length >> 1;
  const median = spreads.length % 2 === 1 ? spreads[middle]! : (spreads[middle - 1]! + spreads[middle]!) / 2;
  return { creditSpread: spreads.length === 0 ? null : median / BASIS_POINTS, creditMemory: marketField(state, 'credit', 'memory') };
}
