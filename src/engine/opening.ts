/** The economy on the eve of tick 0, from a scenario: opening balances, contracts, things, prices and minds. */
import { emptyAccounts, RESULTS, type AccountRow } from '../model/account.ts';
import { power } from '../model/arithmetic.ts';
import type { MachineSet } from '../model/machine.ts';
import { isActorKind } from '../model/party.ts';
import { CHANNELS } from '../model/phase.ts';
import type { Scenario, ScenarioParty } from '../model/scenario.ts';
import { MICRO } from '../model/units.ts';
import { TABLES, type TrailingRow, type World } from '../model/world.ts';
import { identityResidual } from '../ledger/check.ts';
import { homeOrigin, pure } from '../ledger/dye.ts';
import { chipBill, chipsFor, computeBill, contractRow, leaseRow, leaseRuns, rampUnits, rentBill, TIER_OF, vintageOf } from '../ledger/things.ts';
import { openOwnGeneration } from '../markets/own-chips.ts';
import { newestOf } from '../markets/leader.ts';
import { openingMind, unitsByOwner } from './opening-mind.ts';

/** Deposit paid when an order is placed, share of its price. */
export const ORDER_DEPOSIT = 0.1;
/** Straight-line life of a shell, years. */
export const SHELL_YEARS = 25;

/** @throws for a scenario that does not hold together; the loader refuses those before. */
export function openingWorld(scenario: Scenario, machines: MachineSet): World {
  const world = { tick: -1, ...Object.fromEntries(TABLES.map((name) => [name, {}])) } as unknown as World;
  const accounts = new Map<string, AccountRow>();
  for (const party of scenario.parties) accounts.set(party.id, openingAccounts(party));
  const of = (id: string): AccountRow => accounts.get(id)!;
  openLevers(world, scenario);
  openGenerations(world, scenario);
  openLoans(world, scenario, of);
  openThings(world, scenario, of);
  openContracts(world, scenario, of);
  openShares(world, scenario, of);
  openMarkets(world, scenario);
  closeBooks(world, scenario, accounts);
  const units = unitsByOwner(world);
  for (const party of scenario.parties) {
    if (!isActorKind(party.kind)) continue;
    world.trailing[party.id] = openingTrailing(party);
    const usual = initialOf(machines[party.kind].machine);
    const value = { ...usual, ...party.state };
    world.machines[party.id] = { value, since: Object.fromEntries(Object.keys(value).map((region) => [region, -1])) };
    world.minds[party.id] = openingMind(party, world, scenario, units);
  }
  return world;
}

interface Regions { readonly config: { readonly states?: { readonly [region: string]: { readonly initial?: unknown } } } }
function initialOf(machine: unknown): { [region: string]: string } {
  const states = (machine as Regions).config.states ?? {};
  return Object.fromEntries(Object.entries(states).map(([region, { initial }]) => [region, String(initial)]));
}

function openingAccounts(party: ScenarioParty): AccountRow {
  const row = emptyAccounts();
  for (const name of ['cash', 'other', 'inventory', 'depositsTaken'] as const) row[name] = party.opening[name]?.value ?? 0;
  return row;
}

function openLevers(world: World, scenario: Scenario): void {
  for (const [name, { value }] of Object.entries(scenario.parameters)) world.levers[name] = { value };
  for (const channel of CHANNELS) world.levers[`channel.${channel}`] = { value: (scenario.channels[channel] ?? true) ? 1 : 0 };
}

function openGenerations(world: World, scenario: Scenario): void {
  for (const each of scenario.generations) {
    if (each.launchAt > 0) continue;
    world.generations[each.id] = {
      performance: Math.round(each.performance * 100), price: Math.round(each.price * MICRO), launchPrice: Math.round(each.price * MICRO), launchedAt: each.launchAt,
      kilowattsPerGpu: Math.round(each.kilowattsPerGpu * 100), vendor: each.vendor,
    };
  }
}

function openLoans(world: World, scenario: Scenario, of: (id: string) => AccountRow): void {
  for (const { mark: _mark, source: _source, advanceRate, tier, ...loan } of scenario.loans) {
    world.loans[loan.id] = { ...loan, tier: tier as 1 | 2 | 3 | 4, covenantState: 'pass', cureTicks: 0, advanceRate: Math.round(advanceRate * 10_000) };
    of(loan.lender).loans += loan.principal;
    of(loan.borrower).debt += loan.principal;
  }
  const outside = scenario.parties.find((party) => party.kind === 'outsideInvestors')!.id;
  const exposure = Math.max(0.1, scenario.parameters['lender.exposure']?.value ?? 1);
  for (const party of scenario.parties) {
    if (party.kind !== 'lender') continue;
    // the same book on less own capital: the rest is funded by deposits
    const equity = party.terms['equity']?.value ?? 0;
    of(party.id).depositsTaken += Math.round(equity * (1 - 1 / exposure));
    of(outside).deposits += of(party.id).depositsTaken;
  }
}

function openThings(world: World, scenario: Scenario, of: (id: string) => AccountRow): void {
  const life = Math.max(1, scenario.parameters['accounting.life']?.value ?? 60);
  for (const lot of scenario.lots) {
    const cost = chipBill(lot.units, world.generations[lot.generation]!.launchPrice);
    const book = Math.max(0, Math.round(cost * (1 - lot.age / life)));
    world.lots[lot.id] = { id: lot.id, owner: lot.owner, generation: lot.generation, vintage: vintageOf(-lot.age), units: lot.units, status: 'installed', book, cost, lien: lot.lien };
    of(lot.owner).gpus += book;
  }
  const delay = scenario.parameters['space.delay']?.value ?? 20;
  const letOut = new Map<string, number>();
  for (const lease of scenario.leases) if (leaseRuns({ ...lease, rent: 0 }, 0)) letOut.set(lease.landlord, (letOut.get(lease.landlord) ?? 0) + lease.capacity);
  for (const site of scenario.sites) {
    const cost = Math.round(site.capacity * site.costPerKilowatt);
    const built = site.readyAt <= 0;
    const book = built ? Math.round(cost * Math.max(0, 1 - site.ageYears / SHELL_YEARS)) : Math.round(cost * Math.max(0, 1 - site.readyAt / delay));
    const leased = letOut.get(site.owner) ?? 0;
    world.sites[site.id] = { id: site.id, owner: site.owner, capacity: site.capacity, leased: built ? Math.min(site.capacity, leased) : 0, book, cost, readyAt: site.readyAt, lien: site.lien };
    of(site.owner)[site.readyAt > -1 ? 'construction' : 'buildings'] += book;
  }
}

function openContracts(world: World, scenario: Scenario, of: (id: string) => AccountRow): void {
  const accrue = (kind: 'rent' | 'compute', debtor: string, creditor: string, contract: string, amount: number): void => {
    if (amount <= 0) return;
    const id = `${kind}/${debtor}/${creditor}/${contract}/-1`;
    world.obligations[id] = { id, kind, debtor, creditor, amount, due: 0, tier: TIER_OF[kind], contract, accrued: true };
    of(debtor).payables += amount;
    of(creditor).receivables += amount;
  };
  for (const lease of scenario.leases) {
    if (lease.signedAt > -1) continue;
    const row = leaseRow(lease);
    world.leases[lease.id] = row;
    if (leaseRuns(row, -1)) accrue('rent', row.tenant, row.landlord, row.id, rentBill(row));
  }
  for (const contract of scenario.contracts) {
    if (contract.signedAt > -1) continue;
    const row = contractRow(contract);
    world.contracts[contract.id] = row;
    of(row.buyer).prepaid += row.prepaid;
    of(row.seller).customerDeposits += row.prepaid;
    const bill = computeBill(rampUnits(row, -1), row.rate);
    const credit = Math.min(row.prepaid, Math.round((bill * row.creditShare) / 10_000));
    accrue('compute', row.buyer, row.seller, row.id, bill - credit);
  }
  const facilities = facilitiesByBorrower(scenario);
  for (const order of scenario.orders) {
    const price = world.generations[order.generation]!.launchPrice;
    const deposit = Math.round(chipBill(order.units, price) * ORDER_DEPOSIT);
    world.orders[order.id] = {
      id: order.id, buyer: order.buyer, vendor: order.vendor, generation: order.generation, units: order.units, price, placedAt: -1, due: order.due,
      deposit, cancellable: true, facility: facilities.get(order.buyer) ?? null, financed: 0, conditional: false,
    };
    const facility = world.orders[order.id]!.facility;
    if (facility !== null) world.orders[order.id] = { ...world.orders[order.id]!, financed: world.loans[facility]!.advanceRate };
    of(order.buyer).prepaid += deposit;
    of(order.vendor).customerDeposits += deposit;
  }
  openOwnChips(world, scenario, of);
  for (const { mark: _mark, source: _source, signedAt, ...commitment } of scenario.commitments) if (signedAt <= -1) world.commitments[commitment.id] = { ...commitment, stagesPaid: 0 };
  for (const each of scenario.backstops)
    if (each.signedAt <= -1) world.backstops[each.id] = { id: each.id, guarantor: each.guarantor, beneficiary: each.beneficiary, cap: each.cap, used: 0, start: each.signedAt, end: each.end };
}

/** Own chips under way at the start: each month's share of AI capex, as the cloud giants had it before. */
function openOwnChips(world: World, scenario: Scenario, of: (id: string) => AccountRow): void {
  const suppliers = scenario.parties.find((party) => party.kind === 'suppliers')!.id;
  const vendors = scenario.parties.filter((party) => party.kind === 'chipVendor');
  const yearly = (party: ScenarioParty): number => party.history['revenue']?.value ?? 0;
  const leader = [...vendors].sort((a, b) => yearly(b) - yearly(a) || (a.id < b.id ? -1 : 1))[0]!;
  const generation = openOwnGeneration(world, newestOf(world, leader.id)!, suppliers);
  const lead = Math.max(1, Math.round(scenario.parameters['chips.leadTime']?.value ?? 5));
  for (const party of scenario.parties) {
    const monthly = (party.terms['aiCapex']?.value ?? 0) * (party.terms['customShare']?.value ?? 0);
    const { price } = world.generations[generation]!;
    const units = chipsFor(monthly, price);
    if (party.kind !== 'hyperscaler' || units <= 0) continue;
    for (let due = 0; due < lead; due++) {
      const id = `${party.id}-own-${due}`;
      const deposit = Math.round(chipBill(units, price) * ORDER_DEPOSIT);
      world.orders[id] = { id, buyer: party.id, vendor: suppliers, generation, units, price, placedAt: -1, due, deposit, cancellable: true, facility: null, financed: 0, conditional: false };
      of(party.id).prepaid += deposit;
      of(suppliers).customerDeposits += deposit;
    }
  }
}

/** The first loan of each borrower that chips may be bought with. */
function facilitiesByBorrower(scenario: Scenario): ReadonlyMap<string, string> {
  const first = new Map<string, string>();
  for (const { id, kind, borrower, undrawn } of scenario.loans)
    if (undrawn > 0 && (kind === 'delayedDraw' || kind === 'vendor') && !first.has(borrower)) first.set(borrower, id);
  return first;
}

function openShares(world: World, scenario: Scenario, of: (id: string) => AccountRow): void {
  for (const party of scenario.parties)
    if (party.shares !== undefined)
      world.issuers[party.id] = { id: party.id, listed: party.shares.listed, shares: party.shares.count, price: Math.round(party.shares.price * MICRO), multiple: Math.round(party.shares.multiple * 100), lastRound: -1 };
  const prices = new Map(scenario.parties.map((party) => [party.id, party.shares?.price]));
  for (const stake of scenario.stakes) {
    const value = Math.round(stake.shares * prices.get(stake.issuer)!);
    world.holdings[`${stake.holder}/${stake.issuer}`] = { id: `${stake.holder}/${stake.issuer}`, holder: stake.holder, issuer: stake.issuer, shares: stake.shares, cost: value, value };
    of(stake.holder).stakes += value;
    of(stake.issuer).equityIssued += value;
  }
}

function openMarkets(world: World, scenario: Scenario): void {
  const lever = (name: string, otherwise: number): number => scenario.parameters[name]?.value ?? otherwise;
  const price = Math.round(lever('compute.price', 2.2) * MICRO);
  world.markets = {
    demand: { common: 0, spending: 0, planned: 0 },
    compute: { price, path: price, factor: 1, nextPrice: price, utilisation: 0.85, rentable: 0, rented: 0, idle: 0 },
    used: { impact: 0, sold: 0, depth: 1 },
    space: { rent: Math.round(lever('space.rent', 165) * MICRO), wanted: 0, vacancy: 0 },
    equity: { sentiment: 1, news: 0 },
    credit: { rate: Math.round(lever('lender.baseRate', 430)), memory: 1 },
  };
}

/** Cash is issued by one column; what each party is worth is what is left. */
function closeBooks(world: World, scenario: Scenario, accounts: Map<string, AccountRow>): void {
  const money = scenario.parties.find((party) => party.kind === 'monetary')!.id;
  let cash = 0;
  for (const row of accounts.values()) cash += row.cash;
  accounts.get(money)!.money = cash;
  for (const party of scenario.parties) {
    const row = accounts.get(party.id)!;
    for (const result of RESULTS) row[result] = 0;
    row.netWorth = identityResidual(row);
    world.accounts[party.id] = row;
    world.dye[party.id] = { origins: pure(homeOrigin(party.kind) ?? 'opening', row.cash) };
  }
}

/** Twelve months before the start: the year's figure spread along its growth. */
function openingTrailing(party: ScenarioParty): TrailingRow {
  const growth = party.history['growth']?.value ?? 0;
  const weights = Array.from({ length: 12 }, (_, month) => power(1 + Math.max(-0.9, growth), month / 12));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const year = (name: 'revenue' | 'aiRevenue' | 'operatingCash' | 'interest' | 'principal' | 'netIncome' | 'capex' | 'aiCapex'): number[] => {
    const value = party.history[name]?.value ?? 0;
    return weights.map((weight) => Math.round((value * weight) / total) + 0);
  };
  return {
    revenue: year('revenue'), aiRevenue: year('aiRevenue'), operatingCash: year('operatingCash'), interest: year('interest'),
    principal: year('principal'), netIncome: year('netIncome'), capex: year('capex'), aiCapex: year('aiCapex'),
  };
}
