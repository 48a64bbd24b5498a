/** The chip market's leader and its rivals: by sales of the last twelve months, then by id. */
import type { World } from '../model/world.ts';
import type { Month } from '../ledger/month.ts';

const yearOf = (months: readonly number[] | undefined): number => (months ?? []).reduce((sum, amount) => sum + amount, 0);

/** Vendors in the order of their trailing revenue. */
export function vendorsBySales(month: Month): string[] {
  return [...month.setting.ids('chipVendor')].sort((a, b) => yearOf(month.tables.trailing[b]?.revenue) - yearOf(month.tables.trailing[a]?.revenue) || (a < b ? -1 : 1));
}

/** @throws when the scenario has no vendor; the loader refuses such scenarios. */
export function leaderOf(month: Month): string {
  const [first] = vendorsBySales(month);
  if (first === undefined) throw new Error('the scenario has no chip vendor');
  return first;
}

/** The newest generation a vendor sells: launched last, then by id. */
export function newestOf(world: Pick<World, 'generations'>, vendor: string): string | null {
  let best: string | null = null;
  for (const id of Object.keys(world.generations).sort()) {
    const row = world.generations[id]!;
    if (row.vendor === vendor && (best === null || row.launchedAt >= world.generations[best]!.launchedAt)) best = id;
  }
  return best;
}
