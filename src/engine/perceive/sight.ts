/** What is worked out once a month for everybody's view: fleets, outlooks, who leads the chip market, what is on order. */
import type { Month } from '../../ledger/month.ts';
import { rowsByParty, type RowsByParty } from '../../ledger/rows-by-party.ts';
import { fleetOf, fleetsOf, type Fleet } from '../../markets/fleet.ts';
import { leaderOf } from '../../markets/leader.ts';
import { leadPricePerUnit } from '../../markets/chip-price.ts';
import { outlooks, type Lines } from '../outlook.ts';

export interface Sight {
  readonly month: Month;
  readonly fleets: ReadonlyMap<string, Fleet>;
  readonly outlook: ReadonlyMap<string, Lines>;
  readonly leader: string;
  /** Dollars for a new H100 equivalent of the leading vendor. */
  readonly unitPrice: number;
  /** H100 equivalents on order, by buyer. */
  readonly onOrder: ReadonlyMap<string, number>;
  /** Debts overdue, by debtor. */
  readonly arrears: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  readonly rows: RowsByParty;
  /** Orders of each cloud giant as a share of its fleet, and which of them is whose. */
  readonly growing: Float64Array;
  readonly giants: ReadonlyMap<string, number>;
}

export function takeSight(month: Month): Sight {
  const { tables, tick, setting } = month;
  const firms = setting.actors.filter((actor) => actor.kind !== 'lender').map((actor) => actor.id);
  const leader = leaderOf(month);
  const onOrder = new Map<string, number>();
  for (const id in tables.orders) {
    const order = tables.orders[id]!;
    const performance = tables.generations[order.generation]!.performance;
    onOrder.set(order.buyer, (onOrder.get(order.buyer) ?? 0) + (order.units * performance) / 100);
  }
  const fleets = fleetsOf(tables, tick);
  const arrears = new Map<string, number>();
  for (const id in tables.obligations) {
    const due = tables.obligations[id]!;
    if (due.due < tick) arrears.set(due.debtor, (arrears.get(due.debtor) ?? 0) + due.amount);
  }
  return {
    month, leader, onOrder, arrears, rows: rowsByParty(tables),
    fleets,
    growing: Float64Array.from(setting.ids('hyperscaler'), (id) => (onOrder.get(id) ?? 0) / Math.max(1, fleetOf(fleets, id).units)),
    giants: new Map(setting.ids('hyperscaler').map((id, index) => [id, index])),
    outlook: outlooks(month, firms),
    unitPrice: leadPricePerUnit(tables, leader),
    places: new Map(setting.actors.map((actor, index) => [actor.id, index])),
  };
}
