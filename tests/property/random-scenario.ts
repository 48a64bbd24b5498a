/**
 * Worlds nobody would write: a shipped scenario with actors left out or doubled, purses emptied or filled to a trillion,
 * contracts torn up, levers pulled to where they still may stand, and a shock in some month. Each is a scenario like any
 * other: it has passed the schema and every check of the loader but those of places in a file.
 */
import { CHANNELS } from '../../src/model/phase.ts';
import { isActorKind } from '../../src/model/party.ts';
import { scenarioSchema, type Scenario, type ScenarioParty, type Shock } from '../../src/model/scenario.ts';
import { checkInstruments } from '../../src/scenario/instruments.ts';
import { PARAMETERS } from '../../src/scenario/parameters.ts';
import { Places } from '../../src/scenario/place.ts';
import type { Problem } from '../../src/scenario/problem.ts';
import type { PlainMap } from '../../src/scenario/read.ts';
import { boundsOf, checkDisplay, checkParameters, checkParties, checkShocks, Findings } from '../../src/scenario/references.ts';
import type { Dice } from './dice.ts';

type Draft = { -readonly [field in keyof Scenario]: Scenario[field] };
const PROVENANCE = { mark: 'assumed', source: 'thrown by dice' } as const;
const TRILLION = 1e12;
/** Factors amounts are stretched by; most stay what they are. */
const FACTORS = [0, 0.01, 0.5, 1, 1, 1, 1, 2, 10, 100] as const;

/** What the checks of the loader say of a scenario that is already data; empty when it may run. */
export function problemsOf(scenario: Scenario): readonly Problem[] {
  const problems: Problem[] = [];
  const findings = new Findings(scenario, new Places(scenario as unknown as PlainMap, new WeakMap(), 'dice.yaml'), problems);
  checkParties(findings);
  checkParameters(findings);
  checkInstruments(findings);
  checkShocks(findings);
  checkDisplay(findings);
  return problems;
}

/** @throws when the dice made something the loader would refuse: a flaw of this file, not of the engine. */
export function randomScenario(base: Scenario, dice: Dice, months: number): Scenario {
  const draft: Draft = { ...structuredClone(base), id: 'dice', horizon: dice.whole(Math.max(1, months - 4), months) };
  delete draft.extends;
  draft.display = { ...draft.display, positions: {} };
  if (dice.chance(0.5)) doubleActors(draft, dice);
  dropActors(draft, dice, dice.pick([0, 0.2, 0.5, 0.8]));
  tearUp(draft, dice, dice.pick([0, 0, 0.2, 0.6]));
  stretch(draft, dice);
  pullLevers(draft, dice, dice.pick([0, 0.1, 0.4]));
  draft.shocks = [...draft.shocks.filter(() => dice.chance(0.5)), ...randomShocks(draft, dice)];
  for (const channel of CHANNELS) if (dice.chance(0.15)) draft.channels = { ...draft.channels, [channel]: false };
  draft.parties = dice.shuffled(draft.parties);
  mend(draft);
  const parsed = scenarioSchema.safeParse(draft);
  if (!parsed.success) throw new Error(`the dice broke the schema: ${JSON.stringify(parsed.error.issues.slice(0, 3))}`);
  const problems = problemsOf(parsed.data);
  if (problems.length > 0) throw new Error(`the dice broke a rule of scenarios: ${JSON.stringify(problems.slice(0, 3))}`);
  return parsed.data;
}

/** Leaves parties out with everything they are a side of; the last chip vendor and the sectors stay. */
function dropActors(draft: Draft, dice: Dice, share: number): void {
  const vendors = draft.parties.filter((party) => party.kind === 'chipVendor').map((party) => party.id);
  const kept = dice.pick(vendors);
  const gone = new Set(
    draft.parties.filter((party) => party.id !== kept && (isActorKind(party.kind) || party.kind === 'otherChipBuyers') && dice.chance(share)).map((party) => party.id),
  );
  removeParties(draft, gone);
}

function removeParties(draft: Draft, gone: ReadonlySet<string>): void {
  const stays = (...ids: readonly string[]): boolean => !ids.some((id) => gone.has(id));
  draft.parties = draft.parties.filter((each) => stays(each.id));
  draft.generations = draft.generations.filter((each) => stays(each.vendor));
  draft.loans = draft.loans.filter((each) => stays(each.lender, each.borrower));
  draft.lots = draft.lots.filter((each) => stays(each.owner));
  draft.sites = draft.sites.filter((each) => stays(each.owner));
  draft.leases = draft.leases.filter((each) => stays(each.landlord, each.tenant));
  draft.contracts = draft.contracts.filter((each) => stays(each.seller, each.buyer));
  draft.orders = draft.orders.filter((each) => stays(each.buyer, each.vendor));
  draft.stakes = draft.stakes.filter((each) => stays(each.holder, each.issuer));
  draft.commitments = draft.commitments.filter((each) => stays(each.investor, each.issuer));
  draft.backstops = draft.backstops.filter((each) => stays(each.guarantor, each.beneficiary));
  draft.rounds = draft.rounds.filter((each) => stays(each.issuer, each.investor));
  draft.shocks = draft.shocks.filter((each) => each.kind !== 'withhold' || stays(each.actor));
}

/** A second firm like the first, with fleets, halls, debts and customers of its own. */
function doubleActors(draft: Draft, dice: Dice): void {
  const twins = draft.parties.filter((party) => isActorKind(party.kind) && party.kind !== 'chipVendor' && dice.chance(0.2));
  for (const [nth, { id }] of twins.entries()) {
    const suffix = `-t${nth}`;
    const twin = `${id}${suffix}`;
    const also = <Row extends { readonly id: string }>(rows: readonly Row[], sides: readonly (keyof Row)[]): Row[] =>
      rows.flatMap((row) => (sides.some((side) => row[side] === id) ? [row, { ...row, id: `${row.id}${suffix}`, ...Object.fromEntries(sides.filter((side) => row[side] === id).map((side) => [side, twin])) }] : [row]));
    draft.parties = [...draft.parties, { ...structuredClone(draft.parties.find((party) => party.id === id)!), id: twin }];
    draft.loans = also(draft.loans, ['lender', 'borrower']).map((loan) => (loan.borrower === twin && loan.backedBy !== null ? { ...loan, backedBy: `${loan.backedBy}${suffix}` } : loan));
    draft.lots = also(draft.lots, ['owner']).map((lot) => (lot.owner === twin && lot.lien !== null ? { ...lot, lien: `${lot.lien}${suffix}` } : lot));
    draft.sites = also(draft.sites, ['owner']).map((site) => (site.owner === twin && site.lien !== null ? { ...site, lien: `${site.lien}${suffix}` } : site));
    draft.leases = also(draft.leases, ['landlord', 'tenant']);
    draft.contracts = also(draft.contracts, ['seller', 'buyer']);
    draft.orders = also(draft.orders, ['buyer']);
    draft.rounds = also(draft.rounds, ['issuer']);
    draft.stakes = [...draft.stakes, ...draft.stakes.filter((stake) => stake.issuer === id).map((stake) => ({ ...stake, issuer: twin }))];
  }
}

function tearUp(draft: Draft, dice: Dice, share: number): void {
  const some = <Row>(rows: readonly Row[]): Row[] => rows.filter(() => !dice.chance(share));
  draft.loans = some(draft.loans);
  draft.lots = some(draft.lots);
  draft.sites = some(draft.sites);
  draft.leases = some(draft.leases);
  draft.contracts = some(draft.contracts);
  draft.orders = some(draft.orders);
  draft.stakes = some(draft.stakes);
  draft.commitments = some(draft.commitments);
  draft.backstops = some(draft.backstops);
  draft.rounds = some(draft.rounds);
}

/** Amounts stretched one by one; purses also emptied all at once, or filled to a trillion. */
function stretch(draft: Draft, dice: Dice): void {
  const wild = dice.chance(0.5);
  const times = (amount: number, most = TRILLION): number => (wild ? Math.min(Math.round(amount * dice.pick(FACTORS)), Math.max(most, amount)) : amount);
  const purse = dice.pick(['kept', 'kept', 'empty', 'trillion', 'each'] as const);
  draft.parties = draft.parties.map((party): ScenarioParty => {
    if (!isActorKind(party.kind)) return party;
    const { cash } = party.opening;
    if (cash === undefined) return party;
    const value = purse === 'empty' ? 0 : purse === 'trillion' ? TRILLION : purse === 'each' ? times(cash.value) : cash.value;
    const terms = wild ? Object.fromEntries(Object.entries(party.terms).map(([name, term]) => [name, dice.chance(0.1) ? { ...term, value: within(term.unit, name, term.value * dice.pick(FACTORS)) } : term])) : party.terms;
    return { ...party, terms, opening: { ...party.opening, cash: { ...cash, value } } };
  });
  draft.loans = draft.loans.map((loan) => ({ ...loan, principal: times(loan.principal), undrawn: times(loan.undrawn), rate: Math.min(10_000, times(loan.rate)) }));
  draft.lots = draft.lots.map((lot) => ({ ...lot, units: times(lot.units, 2e7) }));
  draft.contracts = draft.contracts.map((contract) => ({ ...contract, units: times(contract.units, 5e7), prepaid: times(contract.prepaid), rate: wild ? contract.rate * dice.pick([0, 0.5, 1, 1, 3]) : contract.rate }));
  draft.orders = draft.orders.map((order) => ({ ...order, units: times(order.units, 1e7) }));
  draft.rounds = draft.rounds.map((round) => ({ ...round, amount: times(round.amount) }));
}

function within(unit: string, name: string, value: number): number {
  const [low, high] = boundsOf(unit, name);
  // what grows tenfold a year is no world but more dollars than can be counted
  return Math.min(unit === '1/year' ? 1 : name === 'demand.growth' ? 1.5 : high, Math.max(low, value)) + 0;
}

function pullLevers(draft: Draft, dice: Dice, share: number): void {
  for (const [name, quantity] of Object.entries(draft.parameters)) {
    if (!dice.chance(share)) continue;
    draft.parameters = { ...draft.parameters, [name]: { ...quantity, value: leverValue(draft, dice, name) } };
  }
}

function leverValue(draft: Draft, dice: Dice, name: string): number {
  const { unit } = PARAMETERS[name]!;
  const { value, range } = draft.parameters[name]!;
  if (unit === 'switch') return dice.whole(0, 1);
  if (unit === 'share') return dice.pick([0, 0.25, 0.5, 1]);
  if (range !== undefined && dice.chance(0.5)) return range[0] + (range[1] - range[0]) * dice.next();
  const whole = ['month', 'bp/year', 'USD'].includes(unit);
  const moved = value * dice.pick([0, 0.25, 0.5, 2, 4]);
  return within(unit, name, whole ? Math.round(moved) : moved);
}

function randomShocks(draft: Draft, dice: Dice): Shock[] {
  const shocks: Shock[] = [];
  const text = { en: 'thrown by dice', zh: '掷骰子' };
  for (let count = dice.whole(0, 3); count > 0; count--) {
    const at = dice.whole(0, draft.horizon - 1);
    const sellers = draft.parties.filter((party) => ['aiLab', 'hyperscaler', 'neocloud'].includes(party.kind));
    if (dice.chance(0.4) && sellers.length > 0) shocks.push({ id: `dice-${count}`, kind: 'withhold', at, actor: dice.pick(sellers).id, share: dice.next(), months: dice.whole(1, 6), text, ...PROVENANCE });
    else {
      const lever = dice.pick(['demand.level', 'demand.level', 'equity.appetite', 'lender.bookLimit', 'lender.baseRate', 'china.open', 'vendor.finance', ...CHANNELS.map((channel) => `channel.${channel}`)]);
      const to = lever === 'lender.baseRate' ? dice.whole(0, 2000) : lever.startsWith('channel') || lever.endsWith('open') ? dice.whole(0, 1) : dice.next() * 2;
      shocks.push({ id: `dice-${count}`, kind: 'ramp', at, lever, to: lever === 'vendor.finance' ? Math.min(1, to) : to, over: dice.whole(1, 8), text, ...PROVENANCE });
    }
  }
  return shocks;
}

/** Takes off loose ends: pledges of loans that are gone, shares nobody holds, lenders whose books no longer add up. */
function mend(draft: Draft): void {
  draft.parties = draft.parties.map((party) => (party.shares === undefined ? party : { ...party, shares: { ...party.shares, count: heldOf(draft, party.id) } }));
  const loans = new Map(draft.loans.map((loan) => [loan.id, loan]));
  const lien = <Row extends { readonly owner: string; readonly lien: string | null }>(row: Row): Row => (row.lien !== null && loans.get(row.lien)?.borrower !== row.owner ? { ...row, lien: null } : row);
  const launched = new Map(draft.generations.map((each) => [each.id, each]));
  draft.lots = draft.lots.filter((lot) => launched.has(lot.generation)).map(lien);
  draft.orders = draft.orders.filter((order) => launched.has(order.generation));
  draft.sites = draft.sites.map(lien);
  const contracts = new Map(draft.contracts.map((contract) => [contract.id, contract]));
  draft.loans = draft.loans.map((loan) => (loan.backedBy !== null && contracts.get(loan.backedBy)?.seller !== loan.borrower ? { ...loan, backedBy: null } : loan));
  // who lets more than it has lets nothing
  const overLet = new Set(problemsOf(scenarioOf(draft)).filter((problem) => problem.code === 'overLet').map((problem) => problem.data['landlord']));
  draft.leases = draft.leases.filter((lease) => !overLet.has(lease.landlord));
  draft.parties = draft.parties.map((party) => (party.kind === 'lender' ? balanced(draft, party) : party));
}
const scenarioOf = (draft: Draft): Scenario => draft as Scenario;
const heldOf = (draft: Draft, issuer: string): number => draft.stakes.filter((stake) => stake.issuer === issuer).reduce((sum, stake) => sum + stake.shares, 0);

/** cash + loans + other = deposits + own capital. */
function balanced(draft: Draft, lender: ScenarioParty): ScenarioParty {
  const lent = draft.loans.filter((loan) => loan.lender === lender.id).reduce((sum, loan) => sum + loan.principal, 0);
  const assets = (lender.opening.cash?.value ?? 0) + (lender.opening.other?.value ?? 0) + lent;
  const equity = Math.min(lender.terms['equity']!.value, assets);
  const quantity = (value: number) => ({ value, unit: 'USD', ...PROVENANCE });
  return { ...lender, terms: { ...lender.terms, equity: { ...lender.terms['equity']!, value: equity } }, opening: { ...lender.opening, depositsTaken: quantity(assets - equity) } };
}
