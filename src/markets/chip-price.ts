/** What chips are worth: list prices, the value of used ones by performance and age, and the fire-sale discount. */
import type { Lot } from '../model/instrument.ts';
import { MICRO } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { lotAge } from '../ledger/things.ts';

type Tables = Pick<World, 'generations' | 'markets' | 'levers' | 'tick'>;

/** Months after which a chip is worth its floor whatever it can do. */
const WORN_OUT = 78;

/** Lowest dollars an H100 equivalent costs new today, over all vendors' launched chips. */
export function newPricePerUnit(tables: Pick<World, 'generations'>, vendor?: string): number {
  let best = Infinity;
  for (const id in tables.generations) {
    const row = tables.generations[id]!;
    if (vendor !== undefined && row.vendor !== vendor) continue;
    best = Math.min(best, (row.price * 100) / row.performance / MICRO);
  }
  return best === Infinity ? 1 : best;
}

/** The leading vendor's newest price an H100 equivalent: what a used chip competes with. */
export function leadPricePerUnit(tables: Pick<World, 'generations'>, leader: string): number {
  return newPricePerUnit(tables, leader);
}

/** Share of the new price, performance for performance, that a chip of this age fetches in a calm market. */
export function ageFactor(age: number): number {
  return Math.max(0, 1 - age / WORN_OUT);
}

/**
 * Market value of a lot, dollars: what its performance costs new, less age, less the present price impact of forced
 * sales, never below the floor share of a new chip's price.
 */
export function lotValue(tables: Tables, lot: Lot, perUnit: number, impact: number): number {
  const generation = tables.generations[lot.generation]!;
  const fresh = (lot.units * generation.performance * perUnit) / 100;
  const floor = tables.levers['used.floor']?.value ?? 0.15;
  const calm = Math.min(ageFactor(lotAge(lot, tables.tick)), (generation.launchPrice * 100) / generation.performance / MICRO / perUnit);
  return Math.floor(fresh * Math.max(calm * (1 - impact), Math.min(floor, calm)));
}
