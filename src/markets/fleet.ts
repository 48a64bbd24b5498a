/** Fleets: how much compute an owner's chips give, and how much of it has a powered shell to run in. */
import { leaseRuns } from '../ledger/things.ts';
import type { World } from '../model/world.ts';

export interface Fleet {
  /** H100 equivalents of all chips, and of those that have power. */
  readonly units: number;
  readonly powered: number;
  /** Kilowatts the chips would draw, and kilowatts of powered shell. */
  readonly drawn: number;
  readonly power: number;
}
const NOTHING: Fleet = { units: 0, powered: 0, drawn: 0, power: 0 };

type Tables = Pick<World, 'lots' | 'sites' | 'leases' | 'generations'>;

/** Kilowatts of powered shell by user: own ready sites less what is let, plus what is leased. */
export function powerByUser(tables: Tables, tick: number): Map<string, number> {
  const power = new Map<string, number>();
  const add = (id: string, kilowatts: number): void => void power.set(id, (power.get(id) ?? 0) + kilowatts);
  for (const id in tables.sites) {
    const site = tables.sites[id]!;
    if (site.readyAt <= tick) add(site.owner, site.capacity);
  }
  for (const id in tables.leases) {
    const lease = tables.leases[id]!;
    if (!leaseRuns(lease, tick)) continue;
    add(lease.landlord, -lease.capacity);
    add(lease.tenant, lease.capacity);
  }
  return power;
}

/** All fleets, one pass over the lots. Chips run in order of performance a kilowatt while there is power; the rest wait. */
export function fleetsOf(tables: Tables, tick: number): Map<string, Fleet> {
  const power = powerByUser(tables, tick);
  const owners = new Map<string, { units: number; drawn: number }>();
  for (const id in tables.lots) {
    const lot = tables.lots[id]!;
    if (lot.status === 'seized') continue;
    const generation = tables.generations[lot.generation]!;
    const entry = owners.get(lot.owner) ?? { units: 0, drawn: 0 };
    entry.units += lot.units * generation.performance;
    entry.drawn += lot.units * generation.kilowattsPerGpu;
    owners.set(lot.owner, entry);
  }
  const fleets = new Map<string, Fleet>();
  for (const [id, kilowatts] of power) if (!owners.has(id)) fleets.set(id, { ...NOTHING, power: kilowatts });
  for (const [id, { units, drawn }] of owners) {
    const all = Math.floor(units / 100);
    const needed = Math.ceil(drawn / 100);
    const have = power.get(id) ?? 0;
    fleets.set(id, { units: all, powered: needed <= have ? all : Math.floor((all * Math.max(0, have)) / needed), drawn: needed, power: have });
  }
  return fleets;
}

export function fleetOf(fleets: ReadonlyMap<string, Fleet>, owner: string): Fleet {
  return fleets.get(owner) ?? NOTHING;
}
