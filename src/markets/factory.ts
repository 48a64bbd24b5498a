/** The factory: chips are started a lead time ahead, paid when made, and a new generation takes the place of the old. */
import { MICRO } from '../model/units.ts';
import type { GenerationRow } from '../model/world.ts';
import { chipBill } from '../ledger/things.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { leadTimeOf } from './lead-time.ts';
import { newestOf } from './leader.ts';


/** Micro-dollars a chip of a generation costs its vendor to make: fixed by the launch price and the gross margin at launch. */
export function unitCostOf(month: Month, vendor: string, generation: GenerationRow): number {
  return Math.max(1, Math.round(generation.launchPrice * (1 - month.term(vendor, 'grossMargin'))));
}

/** The newest launched generation of a vendor: what it takes orders for. */
export function sellingGeneration(month: Month, vendor: string): string {
  const best = newestOf(month.tables, vendor);
  if (best === null) throw new Error(`${vendor} sells no chips`);
  return best;
}

export function runFactories(month: Month): void {
  for (const pending of month.wanting('launch')) launch(month, pending);
  const planned = new Map<string, Pending>();
  for (const pending of month.wanting('produce')) planned.set(pending.decision.actor, pending);
  for (const vendor of month.setting.ids('chipVendor')) {
    const pending = planned.get(vendor);
    const started = pending === undefined ? 0 : Number(pending.decision.params['units']);
    const lead = leadTimeOf(month, vendor);
    const done = month.mind(vendor, 'making1');
    const pipeline: { [name: string]: number } = {};
    for (let at = 1; at < lead; at++) pipeline[`making${at}`] = month.mind(vendor, `making${at + 1}`);
    pipeline[`making${lead}`] = started;
    const generation = month.tables.generations[sellingGeneration(month, vendor)]!;
    const cost = chipBill(done, unitCostOf(month, vendor, generation));
    month.remember(vendor, { ...pipeline, stock: month.mind(vendor, 'stock') + done });
    // paid when made, expensed when sold
    month.pay({ purpose: 'production', from: vendor, to: month.setting.sector('suppliers'), amount: Math.min(cost, Math.max(0, month.ledger.cash(vendor))), units: done });
    if (pending !== undefined) month.record(pending, { asked: started, filled: started });
  }
  for (const id of month.setting.ids('hyperscaler')) {
    const amount = Math.min(Math.round(month.term(id, 'coreInvestment')), Math.max(0, month.ledger.cash(id)));
    month.pay({ purpose: 'coreInvestment', from: id, to: month.setting.sector('suppliers'), amount });
  }
  for (const pending of month.wanting('setPrice')) {
    const { actor, params } = pending.decision;
    // a chip launched this month has a price of its own
    const launched = month.tables.generations[sellingGeneration(month, actor)]!.launchedAt === month.tick;
    month.remember(actor, { nextPrice: launched ? 0 : Math.round(Number(params['price']) * MICRO) });
    month.record(pending, null);
  }
}

function launch(month: Month, pending: Pending): void {
  const { actor, params, id } = pending.decision;
  const each = month.setting.scenario.generations.find((one) => one.id === params['generation']);
  month.record(pending, null);
  if (each === undefined) return;
  month.tables.generations[each.id] = {
    performance: Math.round(each.performance * 100), price: Math.round(each.price * MICRO), launchPrice: Math.round(each.price * MICRO), launchedAt: month.tick, kilowattsPerGpu: Math.round(each.kilowattsPerGpu * 100), vendor: actor,
  };
  month.remember(actor, { nextPrice: 0 });
  const event = month.note('generationLaunched', actor, each.id, { generation: each.id, price: each.price }, [{ id, link: 'decision' }]);
  month.signal('used', event);
  month.signal('launch', event);
}
