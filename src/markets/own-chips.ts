/** Chips of a customer's own design: made by its suppliers, one generation for each of the leader's, weaker and cheaper. */
import type { Month } from '../ledger/month.ts';
import type { World } from '../model/world.ts';

/** Against the leader's chip of the day [press: at half the margin a rack costs a fifth less; performance assumed]. */
const PERFORMANCE = 0.6;
const PRICE = 0.42;

/** Makes the own-design counterpart of a leader's generation known, if it is not; returns its id. */
export function openOwnGeneration(tables: Pick<World, 'generations'>, lead: string, maker: string): string {
  const id = `own-${lead}`;
  const row = tables.generations[lead]!;
  const price = Math.round(row.launchPrice * PRICE);
  tables.generations[id] ??= {
    ...row, performance: Math.round(row.performance * PERFORMANCE), price, launchPrice: price, vendor: maker, kilowattsPerGpu: Math.round(row.kilowattsPerGpu * PERFORMANCE),
  };
  return id;
}

/**
 * Share of what a buyer rents from a seller that is to run on a chip of the buyer's own design: a lab's, where its host is a
 * cloud giant, which runs such chips itself.
 */
export function hostedShare(month: Month, buyer: string, seller: string): number {
  return month.setting.kindOf(buyer) === 'aiLab' && month.setting.kindOf(seller) === 'hyperscaler' ? month.mind(buyer, 'customShare') : 0;
}

/** Part of what compute costs that is chips and what goes with them; the rest is power, space and upkeep [assumed]. */
const CHIPS_IN_RENT = 0.6;

/** What a tenant pays for compute over the market's price, if so large a share of it runs on its own design: the host hands on what the chips save. */
export const rentOverMarket = (share: number): number => 1 - share * CHIPS_IN_RENT * (1 - PRICE / PERFORMANCE);

/** Dollars a month of work on an own chip costs while it is designed and taped out: the programme's cost over the months it is meant to take. */
export function designCost(month: Month, owner: string): number {
  const stage = month.tables.machines[owner]?.value['customChip'];
  return stage === 'designing' || stage === 'tapingOut' ? Math.round(month.lever('customChip.cost') / Math.max(1, month.lever('customChip.months'))) : 0;
}
