/** The measures of a month at its close; what they remember of the months before travels with the state. */
import type { Measures } from '../model/measures.ts';
import type { Month } from '../ledger/month.ts';
import { leadPricePerUnit, lotValue } from '../markets/chip-price.ts';
import { leaderOf } from '../markets/leader.ts';
import { impactAfter, usedToNew } from '../markets/used-chips.ts';
import { measureMonth, NO_MEMORY } from '../measures/month.ts';

export function measure(month: Month): Measures {
  const perUnit = leadPricePerUnit(month.tables, leaderOf(month));
  const impact = month.market('used', 'impact');
  const depth = Math.max(1, month.market('used', 'depth'));
  const { measures, memory } = measureMonth({
    state: month.tables, flows: month.allFlows, events: month.allEvents, setting: month.setting, memory: month.tables.markets['measures'] ?? NO_MEMORY,
    chips: { valueOf: (lot, at) => lotValue(month.tables, lot, perUnit, at), impact, impactAfter: (units) => impactAfter(month, impact, units, depth), usedToNew: usedToNew(month) },
  });
  month.tables.markets['measures'] = memory;
  return measures;
}
