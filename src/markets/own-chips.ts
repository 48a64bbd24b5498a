/** Chips of a customer's own design: made by its suppliers, one generation for each of the leader's, weaker and cheaper. */
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
