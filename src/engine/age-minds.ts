/** What actors carry to the next month: levels that grow with time and state, and memories that fade. */
import { power } from '../model/arithmetic.ts';
import { calendar } from '../model/units.ts';
import type { Month } from '../ledger/month.ts';

/** Monthly growth of what a neocloud can take on, and its most, over its fleet [assumed]. */
const LEARNING = 1.08;
const MOST_NEW = 0.1;
/** Months a restructured firm must pay before it is classed again. */
const PROBATION = 12;

const monthly = (yearly: number): number => power(1 + yearly, 1 / 12);

export function ageMinds(month: Month): void {
  const { tables, tick, setting } = month;
  const january = calendar(tick + 1, setting.scenario.opens).month === 1;
  for (const actor of setting.actors) {
    const { id, kind } = actor;
    const state = tables.machines[id]!.value;
    const next: { [name: string]: number } = {};
    if (january) next['raised'] = 0;
    if (kind === 'chipVendor') ageVendor(month, id, state['market'] ?? '', next);
    // what a neocloud can newly commit to grows as it learns, to a tenth of what it has
    if (kind === 'neocloud' && state['growth'] === 'scaling') next['appetite'] = Math.max(month.mind(id, 'appetite'), Math.round(Math.min(month.mind(id, 'appetite') * LEARNING, month.mind(id, 'fleet') * MOST_NEW)));
    if (kind === 'reit') next['buildLimit'] = Math.round(month.mind(id, 'buildLimit') * monthly(month.term(id, 'buildGrowth')));
    rehabilitate(month, id, next);
    month.remember(id, next);
  }
}

function ageVendor(month: Month, id: string, market: string, next: { [name: string]: number }): void {
  const growth = market === 'supplyConstrained' ? 1 : market === 'balanced' ? 0.5 : 0;
  next['capacity'] = Math.round(month.mind(id, 'capacity') * monthly(month.term(id, 'capacityGrowth') * growth));
  for (const [name, value] of Object.entries(month.tables.minds[id]!)) if (name.startsWith('sold/')) next[name] = Math.floor(value * (11 / 12));
}

/** A firm with new terms that has paid for a year counts as any other again. */
function rehabilitate(month: Month, id: string, next: { [name: string]: number }): void {
  const settled = month.mind(id, 'settled') > 0 && month.mind(id, 'shut') === 0;
  next['rehabilitated'] = 0;
  if (!settled || month.tick - month.mind(id, 'settledAt') < PROBATION || month.mind(id, 'arrearsMonths') > 0) return;
  next['failed'] = 0;
  next['settled'] = 0;
  next['rehabilitated'] = 1;
}
