/** Which of its marks the cash of a firm misses when it asks for more (agents/cash.ts): said of the figures the rule saw. */
import { MONTHS_KEPT } from '../model/cash-rule.ts';
import type { RuleFigures } from './rules.en.ts';

export type CashReason = 'burn' | 'outlays' | 'maturing' | 'kept';

export function cashReason({ value, threshold }: RuleFigures): CashReason {
  const [runway, cash, outlays, maturing] = [value('runway'), value('cash'), value('outlays'), value('maturing')];
  if (runway === null || cash === null || outlays === null || runway < threshold) return 'burn';
  if (cash < MONTHS_KEPT * outlays) return 'outlays';
  return maturing !== null && maturing > 0 ? 'maturing' : 'kept';
}
