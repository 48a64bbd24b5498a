/**
 * Phase 8, powered space: leases are signed where there is room, shells are built month by month on construction
 * loans, delays happen, and rent follows how empty the halls are.
 */
import { clamp } from '../model/arithmetic.ts';
import type { Lease, Site } from '../model/instrument.ts';
import { MICRO } from '../model/units.ts';
import { leaseRuns } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';
import { payForBuilding, startBuilding } from './construction.ts';
import { billRents, signAnnouncedLeases, signLeases } from './leases.ts';

const CALM_VACANCY = 0.06;

export interface Space { readonly capacity: number; readonly leased: number; readonly building: number }

/** A landlord's kilowatts, from its sites and the leases it has given: ready, let, and being built. */
export function landlordSpace(tick: number, sites: readonly Site[], leases: readonly Lease[]): Space {
  let capacity = 0;
  let building = 0;
  let leased = 0;
  for (const site of sites) {
    if (site.readyAt <= tick) capacity += site.capacity;
    else building += site.capacity;
  }
  for (const lease of leases) if (leaseRuns(lease, tick)) leased += lease.capacity;
  return { capacity, leased, building };
}

export function runSpace(month: Month): void {
  signAnnouncedLeases(month);
  signLeases(month);
  startBuilding(month);
  payForBuilding(month);
  billRents(month);
  priceNext(month);
}

/** Rent a kilowatt-month: up when halls are full, down when they stand empty; a fiftieth of the gap a month. */
function priceNext(month: Month): void {
  let capacity = 0;
  let leased = 0;
  const sites = sortedBy(month.tables.sites, (site) => site.owner);
  const leases = sortedBy(month.tables.leases, (lease) => lease.landlord);
  for (const id of month.setting.ids('reit')) {
    const space = landlordSpace(month.tick, sites(id), leases(id));
    capacity += space.capacity;
    leased += space.leased;
  }
  const vacancy = capacity > 0 ? Math.max(0, 1 - leased / capacity) : CALM_VACANCY;
  const start = month.lever('space.rent') * MICRO;
  const target = clamp(1 + (month.channel('vacancy') ? 1.2 * (CALM_VACANCY - vacancy) : 0), 0.5, 1.3);
  const rent = month.market('space', 'rent') + (start * target - month.market('space', 'rent')) * 0.06;
  month.setMarket('space', { rent, vacancy, wanted: month.setting.ids('reit').reduce((sum, id) => sum + month.mind(id, 'wanted'), 0) });
  const before = month.mind('world', 'vacancyNoted');
  if (vacancy > before + 0.08) {
    month.remember('world', { vacancyNoted: vacancy });
    const causes = [...month.because('lost/space', 'vacancy', 12), ...month.because('demand', 'vacancy', 24)];
    const fallback = month.allDecisions.filter((each) => each.type === 'build').slice(0, 2).map((each) => ({ id: each.id, link: 'decision' as const }));
    month.signal('vacancy', month.note('vacancy', undefined, 'space', { share: vacancy }, causes.length > 0 ? causes : fallback.length > 0 ? fallback : month.announced()));
  } else if (vacancy < before - 0.08) month.remember('world', { vacancyNoted: vacancy });
}
