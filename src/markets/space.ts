/**
 * Phase 8, powered space: leases are signed where there is room, shells are built month by month on construction
 * loans, delays happen, and rent follows how empty the halls are.
 */
import { clamp, largestRemainder, ration } from '../model/arithmetic.ts';
import type { Lease, Site } from '../model/instrument.ts';
import { MICRO } from '../model/units.ts';
import { leaseRow, leaseRuns, owe, rentBill, vintageOf } from '../ledger/things.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { idsBy, sortedBy } from '../ledger/rows-by-party.ts';
import { draw } from './credit.ts';

const TERM = 144;
const SMALLEST_LEASE = 1_000;
/** Months ahead in which space may become free; what is not free by then is waited for no longer. */
const LONGEST_WAIT = 18;
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
  signAnnounced(month);
  signLeases(month);
  startBuilding(month);
  payForBuilding(month);
  billRents(month);
  priceNext(month);
}

/** Shells that were powered this month stop being construction. Called when a month opens. */
export function powerUp(month: Month): void {
  for (const id in month.tables.sites) {
    const site = month.tables.sites[id]!;
    if (site.readyAt === month.tick) month.ledger.own(site.owner, [['construction', -1], ['buildings', 1]], site.book);
  }
}

function signAnnounced(month: Month): void {
  for (const planned of month.setting.scenario.leases) {
    if (planned.signedAt !== month.tick || planned.signedAt < 0 || month.removed(planned.id)) continue;
    if (month.mind(planned.landlord, 'shut') > 0 || month.mind(planned.tenant, 'shut') > 0) continue;
    month.tables.leases[planned.id] = leaseRow(planned);
  }
}

/** Tenants share what is empty or coming, pro rata; what they could not get makes landlords build. */
function signLeases(month: Month): void {
  const landlords = month.setting.ids('reit').filter((id) => month.mind(id, 'shut') === 0);
  const sites = sortedBy(month.tables.sites, (site) => site.owner);
  const leases = sortedBy(month.tables.leases, (lease) => lease.landlord);
  const rooms = landlords.map((id) => roomAhead(month, id, sites(id), leases(id)));
  const wants = month.wanting('lease').map((pending) => ({ pending, kilowatts: Number(pending.decision.params['kilowatts']) }));
  for (const lab of month.setting.ids('aiLab')) {
    // a stage of its vendor's commitment comes with the space to put it in
    const kilowatts = month.mind(lab, 'stageSpace');
    if (kilowatts > 0) stageLease(month, lab, kilowatts, landlords, rooms);
  }
  const given = ration(rooms.reduce((sum, room) => sum + room, 0), wants.map((want) => want.kilowatts));
  let unmet = 0;
  wants.forEach(({ pending, kilowatts }, index) => {
    const parts = largestRemainder(given[index]!, rooms);
    let filled = 0;
    landlords.forEach((landlord, nth) => {
      if (parts[nth]! < SMALLEST_LEASE) return;
      filled += parts[nth]!;
      rooms[nth]! -= parts[nth]!;
      signLease(month, landlord, pending.decision.actor, parts[nth]!, pending);
    });
    unmet += kilowatts - filled;
    month.record(pending, { asked: kilowatts, filled, ...(filled < kilowatts && landlords[0] !== undefined ? { refusedBy: landlords[0] } : {}) });
  });
  const shares = largestRemainder(Math.max(0, Math.round(unmet)), landlords.map((id) => Math.max(1, month.mind(id, 'buildLimit'))));
  landlords.forEach((id, index) => month.remember(id, { wanted: month.mind(id, 'wanted') * 0.7 + shares[index]! * 0.3 }));
  for (const pending of month.wanting('offer')) if (pending.decision.params['kilowatts'] !== undefined) month.record(pending, null);
}

/** Kilowatts empty now or ready within a year and a half, less what is already let ahead. */
function roomAhead(month: Month, id: string, sites: readonly Site[], leases: readonly Lease[]): number {
  const until = month.tick + LONGEST_WAIT;
  let room = 0;
  for (const site of sites) if (site.readyAt <= until) room += site.capacity;
  for (const lease of leases) if (lease.end > month.tick && lease.start <= until) room -= lease.capacity;
  // what the scenario has announced for later is spoken for
  for (const planned of month.setting.scenario.leases) if (planned.landlord === id && planned.signedAt > month.tick && planned.start <= until) room -= planned.capacity;
  return Math.max(0, room);
}

function signLease(month: Month, landlord: string, tenant: string, kilowatts: number, pending: Pending | null): void {
  const start = startOf(month, landlord, kilowatts);
  // what begins in the same half-year is one lease, from the later month
  const id = `${tenant}-${landlord}-${vintageOf(start)}`;
  const known = month.tables.leases[id];
  const rent = Math.round(month.market('space', 'rent'));
  month.tables.leases[id] =
    known === undefined || known.start <= month.tick
      ? { id, landlord, tenant, capacity: kilowatts + (known?.capacity ?? 0), rent: known === undefined ? rent : blend(known, rent, kilowatts), signedAt: month.tick, start: known?.start ?? start, end: start + TERM }
      : { ...known, capacity: known.capacity + kilowatts, rent: blend(known, rent, kilowatts), start: Math.max(known.start, start) };
  if (pending !== null && kilowatts >= 50_000) month.note('contractSigned', tenant, id, { landlord, units: kilowatts, amount: rentBill(month.tables.leases[id]!) * 12 }, [{ id: pending.decision.id, link: 'decision' }]);
}

const blend = (lease: Lease, rent: number, kilowatts: number): number => Math.round((lease.rent * lease.capacity + rent * kilowatts) / Math.max(1, lease.capacity + kilowatts));

/** First month in which the landlord has that much space free. */
function startOf(month: Month, landlord: string, kilowatts: number): number {
  const first = month.tick + 1;
  // what becomes free or is taken in each of the coming months, the first of them with all that was before it
  const change = new Array<number>(LONGEST_WAIT - 1).fill(0);
  const from = (tick: number, amount: number): void => {
    if (tick < month.tick + LONGEST_WAIT) change[Math.max(0, tick - first)]! += amount;
  };
  for (const key in month.tables.sites) {
    const site = month.tables.sites[key]!;
    if (site.owner === landlord) from(site.readyAt, site.capacity);
  }
  for (const key in month.tables.leases) {
    const lease = month.tables.leases[key]!;
    if (lease.landlord !== landlord || lease.end <= first || lease.end <= lease.start) continue;
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

function stageLease(month: Month, lab: string, kilowatts: number, landlords: readonly string[], rooms: number[]): void {
  let left = kilowatts;
  landlords.forEach((landlord, index) => {
    const part = Math.min(left, rooms[index]!);
    if (part < SMALLEST_LEASE) return;
    left -= part;
    rooms[index]! -= part;
    signLease(month, landlord, lab, part, null);
  });
  const builder = landlords[0];
  if (builder !== undefined && left > 0) month.remember(builder, { wanted: month.mind(builder, 'wanted') + left / 6 });
  // what there is no room for yet is asked for again next month
  month.remember(lab, { stageSpace: left });
}

/** New shells: landlords on construction loans, cloud giants from cash; ready after the delay, give or take. */
function startBuilding(month: Month): void {
  const sites = idsBy(month.tables.sites, (site) => site.owner);
  const loans = idsBy(month.tables.loans, (loan) => loan.borrower);
  const begun = new Map<string, string[]>();
  for (const pending of month.wanting('build')) {
    const { actor, params } = pending.decision;
    if (params['stage'] !== undefined) {
      month.record(pending, { asked: Number(params['kilowatts']), filled: 0 });
      continue;
    }
    const landlord = month.setting.kindOf(actor) === 'reit';
    const wanted = Math.max(0, Math.round(Number(params['kilowatts'])));
    const loan = landlord ? constructionLoan(month, loans(actor)) : null;
    const cost = landlord ? month.term(actor, 'buildCost') : ownCost(month);
    const funded = landlord ? fundedShell(month, actor, loan, wanted, cost) : wanted;
    if (funded >= 1_000) {
      const delay = Math.max(3, Math.round(month.lever('space.delay') + month.lever('space.delayNoise') * month.luck.normal(actor, 'delay')));
      // named apart from the scenario's own sites
      const name = `${actor}-built-${month.tick}`;
      month.tables.sites[name] = { id: name, owner: actor, capacity: funded, leased: 0, book: 0, cost: Math.round(funded * cost), readyAt: month.tick + delay, lien: loan };
      begun.set(actor, [...(begun.get(actor) ?? []), name]);
    }
    fitOut(month, pending, [...sites(actor), ...(begun.get(actor) ?? [])]);
    month.record(pending, { asked: wanted, filled: funded });
  }
}

/** Dollars a kW that a cloud giant's own shells cost: as the cheapest landlord's, or where there is none as the cheapest that stands. */
function ownCost(month: Month): number {
  const landlords = month.setting.ids('reit').map((id) => month.term(id, 'buildCost'));
  const costs = landlords.length > 0 ? landlords : month.setting.scenario.sites.map((site) => site.costPerKilowatt);
  return costs.length > 0 ? Math.min(...costs) : 0;
}

/** The construction loan with most left to draw, of the loans of one owner. */
function constructionLoan(month: Month, loans: readonly string[]): string | null {
  let best: string | null = null;
  let most = 0;
  for (const id of loans) {
    const loan = month.tables.loans[id]!;
    if (loan.kind !== 'construction' || loan.availableUntil < month.tick || loan.undrawn < most || loan.undrawn === 0) continue;
    // of equal ones the first by name
    if (best === null || loan.undrawn > most || id < best) [best, most] = [id, loan.undrawn];
  }
  return best;
}

/** A landlord starts what its loan at the agreed share of cost, and its own cash, can pay. */
function fundedShell(month: Month, owner: string, loan: string | null, wanted: number, cost: number): number {
  const share = month.term(owner, 'loanToCost');
  const byLoan = loan === null ? 0 : month.tables.loans[loan]!.undrawn / Math.max(1, cost * share);
  return Math.floor(Math.min(wanted, byLoan));
}

/** Networks, storage and cooling that go with chips: the part of AI capex that is neither chips nor new shells. */
function fitOut(month: Month, pending: Pending, ids: readonly string[]): void {
  const { actor, params } = pending.decision;
  if (month.setting.kindOf(actor) !== 'hyperscaler') return;
  const sites = ids.map((id) => month.tables.sites[id]!);
  const site = sites.filter((each) => each.readyAt <= month.tick).sort((a, b) => b.readyAt - a.readyAt || (a.id < b.id ? -1 : 1))[0];
  const spent = buildingDue(month.tick, sites);
  const amount = Math.min(Math.max(0, Number(params['amount']) - spent), Math.max(0, month.ledger.cash(actor)));
  if (site === undefined || amount <= 0) return;
  month.pay({ purpose: 'construction', from: actor, to: month.setting.sector('suppliers'), amount, contract: site.id });
  month.ledger.own(actor, [['construction', -1], ['buildings', 1]], amount);
  month.tables.sites[site.id] = { ...site, book: site.book + amount, cost: site.cost + amount };
}

const stillDue = (site: Site, tick: number): number => Math.ceil(Math.max(0, site.cost - site.book) / Math.max(1, site.readyAt - tick));

function buildingDue(tick: number, sites: readonly Site[]): number {
  let due = 0;
  for (const site of sites) if (site.readyAt > tick) due += stillDue(site, tick);
  return due;
}

/** Work done is paid every month; the loan pays its share. Where money is missing the site is late. */
function payForBuilding(month: Month): void {
  const spent = new Map<string, number>();
  const loans = idsBy(month.tables.loans, (each) => each.borrower);
  const sites = idsBy(month.tables.sites, (each) => each.owner);
  const leases = idsBy(month.tables.leases, (each) => each.landlord);
  for (const id of Object.keys(month.tables.sites).sort()) {
    const site = month.tables.sites[id]!;
    if (site.readyAt <= month.tick || site.book >= site.cost) continue;
    const due = stillDue(site, month.tick);
    const owner = site.owner;
    const share = month.setting.hasTerm(owner, 'loanToCost') ? month.term(owner, 'loanToCost') : 0;
    const loan = site.lien ?? constructionLoan(month, loans(owner));
    if (loan !== null && share > 0) draw(month, loan, Math.floor(due * share));
    const paid = Math.min(due, Math.max(0, month.ledger.cash(owner)));
    month.pay({ purpose: 'construction', from: owner, to: month.setting.sector('suppliers'), amount: paid, contract: id });
    spent.set(owner, (spent.get(owner) ?? 0) + paid);
    // unpaid work, or a permit that does not come, moves the day it is powered
    const late = paid < due || (site.readyAt - month.tick === 1 && month.luck.uniform(id, 'permit') < 0.1) ? 1 : 0;
    month.tables.sites[id] = { ...month.tables.sites[id]!, book: site.book + paid, readyAt: site.readyAt + late };
    if (late > 0) postpone(month, sites(owner), leases(owner));
  }
  for (const actor of month.setting.actors) if (actor.kind !== 'lender' && actor.kind !== 'chipVendor') month.remember(actor.id, { building: spent.get(actor.id) ?? 0 });
}

/** Leases that were to begin in a late site begin a month later with it, as far as the landlord has no other room. */
function postpone(month: Month, sites: readonly string[], leases: readonly string[]): void {
  const ready = month.tick + 1;
  let capacity = 0;
  for (const id of sites) if (month.tables.sites[id]!.readyAt <= ready) capacity += month.tables.sites[id]!.capacity;
  let let_ = 0;
  for (const key of [...leases].sort()) {
    const lease = month.tables.leases[key]!;
    if (lease.end <= ready || lease.start > ready) continue;
    if (lease.start < ready || let_ + lease.capacity <= capacity) let_ += lease.capacity;
    else month.tables.leases[key] = { ...lease, start: lease.start + 1, end: lease.end + 1 };
  }
}

function billRents(month: Month): void {
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
