/** What a firm sees of its own chip programme: drawn every month, and what counts is the month in which it would be ready. */
import type { OwnChipView } from '../../model/view.ts';
import type { Month } from '../../ledger/month.ts';

/** Spread of a programme's length over its mean [assumed]. */
const LENGTH_SPREAD = 0.1;

export function ownChipView(month: Month, id: string): OwnChipView {
  return {
    customMonths: month.mind(id, 'customMonths'), customNeeded: Math.round(month.lever('customChip.months') * (1 + LENGTH_SPREAD * month.luck.normal(id, 'customDuration'))),
    customWorks: month.luck.uniform(id, 'customSuccess') < month.lever('customChip.success'), customFailed: month.mind(id, 'customFailed') > 0,
    customShare: month.mind(id, 'customShare'),
  };
}
