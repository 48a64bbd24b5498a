/** What an actor carries in mind at the start: levels of its plans, by name (see the `minds` table). */
import type { ScenarioParty, Scenario } from '../model/scenario.ts';
import type { MindRow, World } from '../model/world.ts';
import { servingUse } from '../markets/compute.ts';
import { leadMonths } from '../markets/lead-time.ts';
import { HOURS_A_MONTH, MICRO } from '../model/units.ts';
import { newestOf } from '../markets/leader.ts';

/** Share of a vendor's opening inventory that is finished chips; the rest is material and work in progress. */
const FINISHED = 0.3;

const always = { refused: 0, arrearsMonths: 0, failed: 0, settled: 0, lossCarried: 0, raised: 0, quoted: 0 } as const;

/** H100 equivalents of every owner's chips. */
export function unitsByOwner(world: World): ReadonlyMap<string, number> {
  const units = new Map<string, number>();
  for (const lot of Object.values(world.lots)) units.set(lot.owner, (units.get(lot.owner) ?? 0) + (lot.units * world.generations[lot.generation]!.performance) / 100);
  return units;
}

/** `units` as `unitsByOwner` counts them. */
export function openingMind(party: ScenarioParty, world: World, scenario: Scenario, units: ReadonlyMap<string, number>): MindRow {
  const term = (name: string): number => party.terms[name]?.value ?? 0;
  const { price, utilisation } = world.markets['compute']! as { readonly price: number; readonly utilisation: number };
  switch (party.kind) {
    case 'hyperscaler': {
      const internal = Math.round((units.get(party.id) ?? 0) * term('internalUse'));
      const ownUse = internal + Math.round(servingUse(term('aiRevenue'), (price * HOURS_A_MONTH) / MICRO));
      return { ...always, path: term('aiRevenue'), revenueDue: term('aiRevenue'), core: term('coreCash'), capexPlan: term('aiCapex'), customShare: term('customShare'), customMonths: 0, customWorks: 0, customFailed: 0, internal, ownUse, utilisation, noise: 0 };
    }
    case 'aiLab':
      return { ...always, path: term('revenue'), revenueDue: term('revenue'), staff: term('staffCost'), training: term('trainingSpend'), noise: 0, lastStage: -12 };
    case 'chipVendor':
      return { ...always, ...openingFactory(party, world, scenario) };
    case 'neocloud':
      return { ...always, appetite: term('appetite'), utilisation };
    case 'reit':
      return { ...always, buildLimit: term('buildLimit'), wanted: 0 };
    case 'lender':
      return { ...always, lossYear: 0 };
    default:
      return {};
  }
}

/** Chips finished, chips under way month by month, and the orders of the last half year. */
function openingFactory(party: ScenarioParty, world: World, scenario: Scenario): { [name: string]: number } {
  const capacity = party.terms['capacity']?.value ?? 0;
  const lead = leadMonths(party.terms['leadTime']?.value, scenario.parameters['chips.leadTime']?.value ?? 5);
  const newest = newestOf(world, party.id);
  const unitCost = newest === null ? 1 : (world.generations[newest]!.launchPrice / MICRO) * (1 - (party.terms['grossMargin']?.value ?? 0.5));
  const factory: { [name: string]: number } = { capacity, stock: Math.round(((party.opening.inventory?.value ?? 0) * FINISHED) / Math.max(1, unitCost)), unmet: 0 };
  for (let month = 1; month <= lead; month++) factory[`making${month}`] = Math.round(capacity);
  const due = scenario.orders.filter((order) => order.vendor === party.id).reduce((sum, order) => sum + order.units, 0);
  const last = Math.max(1, ...scenario.orders.filter((order) => order.vendor === party.id).map((order) => order.due + 1));
  for (let month = 1; month <= 6; month++) factory[`ordered${month}`] = Math.round(due / last);
  return factory;
}
