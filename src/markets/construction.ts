/** Construction: shells are begun on loans or from cash, paid month by month, and late where money or a permit is missing. */
import type { Site } from '../model/instrument.ts';
import type { Month, Pending } from '../ledger/month.ts';
import { idsBy } from '../ledger/rows-by-party.ts';
import { draw } from './credit.ts';

/** Shells that were powered this month stop being construction. Called when a month opens. */
export function powerUp(month: Month): void {
  for (const id in month.tables.sites) {
    const site = month.tables.sites[id]!;
    if (site.readyAt === month.tick) month.ledger.own(site.owner, [['construction', -1], ['buildings', 1]], site.book);
  }
}

/** New shells: landlords on construction loans, cloud giants from cash; ready after the delay, give or take. */
export function startBuilding(month: Month): void {
  const sites = idsBy(month.tables.sites, (site) => site.owner);
  const loans = idsBy(month.tables.loans, (loan) => loan.borrower);
  const begun = new Map<string, string[]>();
  const own = ownCost(month);
  for (const pending of month.wanting('build')) {
    const { actor, params } = pending.decision;
    if (params['stage'] !== undefined) {
      month.record(pending, { asked: Number(params['kilowatts']), filled: 0 });
      continue;
    }
    const landlord = month.setting.kindOf(actor) === 'reit';
    const wanted = Math.max(0, Math.round(Number(params['kilowatts'])));
    const loan = landlord ? constructionLoan(month, loans(actor)) : null;
    const cost = landlord ? month.term(actor, 'buildCost') : own;
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
export function payForBuilding(month: Month): void {
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

