/** Leases: announced ones begin, those who are short of powered space share what is empty or coming, rents are billed. */
import { largestRemainder, ration } from '../model/arithmetic.ts';
import type { Lease, Site } from '../model/instrument.ts';
import { leaseRow, leaseRuns, owe, rentBill, vintageOf } from '../ledger/things.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';

const TERM = 144;
const SMALLEST_LEASE = 1_000;
/** Months ahead in which space may become free; what is not free by then is waited for no longer. */
const LONGEST_WAIT = 18;

/** A landlord while leases are signed: its sites, what it has let, and kilowatts it can still let. */
interface Landlord {
  readonly id: string;
  readonly sites: readonly Site[];
  readonly leases: Set<string>;
  room: number;
}

function landlordsOf(month: Month): Landlord[] {
  const sites = sortedBy(month.tables.sites, (site) => site.owner);
  const leases = sortedBy(month.tables.leases, (lease) => lease.landlord);
  const spokenFor = spokenForBy(month);
  return month.setting.ids('reit')
    .filter((id) => month.mind(id, 'shut') === 0)
    .map((id) => ({ id, sites: sites(id), leases: new Set(leases(id).map((lease) => lease.id)), room: roomAhead(month, sites(id), leases(id), spokenFor.get(id) ?? 0) }));
}

export function signAnnouncedLeases(month: Month): void {
  for (const planned of month.setting.scenario.leases) {
    if (planned.signedAt !== month.tick || planned.signedAt < 0 || month.removed(planned.id)) continue;
    if (month.mind(planned.landlord, 'shut') > 0 || month.mind(planned.tenant, 'shut') > 0) continue;
    month.tables.leases[planned.id] = leaseRow(planned);
  }
}

/** Tenants share what is empty or coming, pro rata; what they could not get makes landlords build. */
export function signLeases(month: Month): void {
  const landlords = landlordsOf(month);
  const wants = month.wanting('lease').map((pending) => ({ pending, kilowatts: Number(pending.decision.params['kilowatts']) }));
  for (const lab of month.setting.ids('aiLab')) {
    // a stage of its vendor's commitment comes with the space to put it in
    const kilowatts = month.mind(lab, 'stageSpace');
    if (kilowatts > 0) stageLease(month, lab, kilowatts, landlords);
  }
  const given = ration(landlords.reduce((sum, { room }) => sum + room, 0), wants.map((want) => want.kilowatts));
  let unmet = 0;
  wants.forEach(({ pending, kilowatts }, index) => {
    const parts = largestRemainder(given[index]!, landlords.map(({ room }) => room));
    let filled = 0;
    landlords.forEach((landlord, nth) => {
      if (parts[nth]! < SMALLEST_LEASE) return;
      filled += parts[nth]!;
      signLease(month, landlord, pending.decision.actor, parts[nth]!, pending);
    });
    unmet += kilowatts - filled;
    month.record(pending, { asked: kilowatts, filled, ...(filled < kilowatts && landlords[0] !== undefined ? { refusedBy: landlords[0].id } : {}) });
  });
  const shares = largestRemainder(Math.max(0, Math.round(unmet)), landlords.map(({ id }) => Math.max(1, month.mind(id, 'buildLimit'))));
  landlords.forEach(({ id }, index) => month.remember(id, { wanted: month.mind(id, 'wanted') * 0.7 + shares[index]! * 0.3 }));
  for (const pending of month.wanting('offer')) if (pending.decision.params['kilowatts'] !== undefined) month.record(pending, null);
}

/** Kilowatts by landlord that the scenario has announced for later, as far ahead as room is looked for. */
function spokenForBy(month: Month): ReadonlyMap<string, number> {
  const kilowatts = new Map<string, number>();
  for (const { landlord, signedAt, start, capacity } of month.setting.scenario.leases)
    if (signedAt > month.tick && start <= month.tick + LONGEST_WAIT) kilowatts.set(landlord, (kilowatts.get(landlord) ?? 0) + capacity);
  return kilowatts;
}

/** Kilowatts empty now or ready within a year and a half, less what is already let ahead or spoken for. */
function roomAhead(month: Month, sites: readonly Site[], leases: readonly Lease[], spokenFor: number): number {
  const until = month.tick + LONGEST_WAIT;
  let room = 0;
  for (const site of sites) if (site.readyAt <= until) room += site.capacity;
  for (const lease of leases) if (lease.end > month.tick && lease.start <= until) room -= lease.capacity;
  return Math.max(0, room - spokenFor);
}

/** Writes the lease, for the first month in which the landlord has that much space free. */
function signLease(month: Month, landlord: Landlord, tenant: string, kilowatts: number, pending: Pending | null): void {
  const start = startOf(month, landlord, kilowatts);
  // what begins in the same half-year is one lease, from the later month
  const id = `${tenant}-${landlord.id}-${vintageOf(start)}`;
  const known = month.tables.leases[id];
  const rent = Math.round(month.market('space', 'rent'));
  month.tables.leases[id] =
    known === undefined || known.start <= month.tick
      ? { id, landlord: landlord.id, tenant, capacity: kilowatts + (known?.capacity ?? 0), rent: known === undefined ? rent : blend(known, rent, kilowatts), signedAt: month.tick, start: known?.start ?? start, end: start + TERM }
      : { ...known, capacity: known.capacity + kilowatts, rent: blend(known, rent, kilowatts), start: Math.max(known.start, start) };
  landlord.room -= kilowatts;
  landlord.leases.add(id);
  if (pending !== null && kilowatts >= 50_000) month.note('contractSigned', tenant, id, { landlord: landlord.id, units: kilowatts, amount: rentBill(month.tables.leases[id]!) * 12 }, [{ id: pending.decision.id, link: 'decision' }]);
}

const blend = (lease: Lease, rent: number, kilowatts: number): number => Math.round((lease.rent * lease.capacity + rent * kilowatts) / Math.max(1, lease.capacity + kilowatts));

/** First month in which the landlord has that much space free. */
function startOf(month: Month, landlord: Landlord, kilowatts: number): number {
  const first = month.tick + 1;
  // what becomes free or is taken in each of the coming months, the first of them with all that was before it
  const change = new Array<number>(LONGEST_WAIT - 1).fill(0);
  const from = (tick: number, amount: number): void => {
    if (tick < month.tick + LONGEST_WAIT) change[Math.max(0, tick - first)]! += amount;
  };
  for (const site of landlord.sites) from(site.readyAt, site.capacity);
  for (const key of landlord.leases) {
    const lease = month.tables.leases[key]!;
    if (lease.end <= first || lease.end <= lease.start) continue;
    from(lease.start, -lease.capacity);
    from(lease.end, lease.capacity);
  }
  let free = 0;
  for (const [wait, amount] of change.entries()) {
    free += amount;
    if (free >= kilowatts) return first + wait;
  }
  return month.tick + LONGEST_WAIT;
}

function stageLease(month: Month, lab: string, kilowatts: number, landlords: readonly Landlord[]): void {
  let left = kilowatts;
  landlords.forEach((landlord) => {
    const part = Math.min(left, landlord.room);
    if (part < SMALLEST_LEASE) return;
    left -= part;
    signLease(month, landlord, lab, part, null);
  });
  const builder = landlords[0];
  if (builder !== undefined && left > 0) month.remember(builder.id, { wanted: month.mind(builder.id, 'wanted') + left / 6 });
  // what there is no room for yet is asked for again next month
  month.remember(lab, { stageSpace: left });
}

export function billRents(month: Month): void {
  for (const id of Object.keys(month.tables.leases).sort()) {
    const lease = month.tables.leases[id]!;
    if (lease.end <= month.tick) {
      delete month.tables.leases[id];
      continue;
    }
    if (!leaseRuns(lease, month.tick)) continue;
    const amount = rentBill(lease);
    month.pay({ purpose: 'rentAccrual', from: lease.tenant, to: lease.landlord, amount, contract: id, units: lease.capacity });
    owe(month, { kind: 'rent', debtor: lease.tenant, creditor: lease.landlord, amount, due: month.tick + 1, accrued: true });
  }
}

