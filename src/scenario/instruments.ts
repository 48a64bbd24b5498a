/** The contracts and things of a scenario: who may be a side of each, what is pledged to whom, and what must add up. */
import type { Scenario } from '../model/scenario.ts';
import type { Path } from './place.ts';
import type { Findings } from './references.ts';
import { quoteText } from './quote.ts';

const BORROWERS = ['chipVendor', 'hyperscaler', 'neocloud', 'aiLab', 'reit'] as const;

export function checkInstruments(findings: Findings): void {
  checkChips(findings);
  checkLoans(findings);
  checkSpace(findings);
  checkCompute(findings);
  checkEquity(findings);
  checkLenders(findings);
}

/** `first` must not lie after `second` (or at it, where `strictly`). */
function inOrder(findings: Findings, path: Path, row: object, first: string, second: string, strictly = false): void {
  const [a, b] = [(row as Record<string, number>)[first]!, (row as Record<string, number>)[second]!];
  if (strictly ? a >= b : a > b)
    findings.report('badDates', [...path, second], { first, second, got: b, limit: a, rule: strictly ? 'after' : 'notBefore' }, `${second}: ${strictly ? a + 12 : a}`);
}

function notItself(findings: Findings, path: Path, a: string, b: string, field: string): void {
  if (a === b) findings.report('selfDealing', [...path, field], { got: quoteText(a) });
}

/** A pledge names a loan of the owner itself. */
function checkLien(findings: Findings, path: Path, owner: string, lien: string | null): void {
  if (lien === null) return;
  const loan = findings.scenario.loans.find((each) => each.id === lien);
  if (loan === undefined) findings.unknown(lien, [...path, 'lien'], 'loan', findings.scenario.loans.map((each) => each.id));
  else if (loan.borrower !== owner) findings.report('lienOfAnother', [...path, 'lien'], { got: quoteText(lien), owner, borrower: loan.borrower });
}

function checkChips(findings: Findings): void {
  const { scenario } = findings;
  const generations = new Map(scenario.generations.map((each) => [each.id, each]));
  scenario.generations.forEach((each, index) => findings.party(each.vendor, ['generations', index, 'vendor'], ['chipVendor']));
  scenario.parties.forEach((party, index) => {
    const sells = scenario.generations.some((each) => each.vendor === party.id && each.launchAt <= 0);
    if (party.kind === 'chipVendor' && !sells) findings.report('unknownReference', ['parties', index, 'id'], { got: quoteText(party.id), what: 'launched' }, `- { id: chip-1, vendor: ${party.id}, performance: 1, price: 40000, launchAt: -12, kilowattsPerGpu: 1.4, … }`);
  });
  scenario.lots.forEach((lot, index) => {
    const path = ['lots', index];
    findings.party(lot.owner, [...path, 'owner'], 'actor');
    const generation = generations.get(lot.generation);
    if (generation === undefined) findings.unknown(lot.generation, [...path, 'generation'], 'generation', [...generations.keys()]);
    else if (generation.launchAt > -lot.age) findings.report('tooYoungGeneration', [...path, 'age'], { generation: lot.generation, launchAt: generation.launchAt, got: lot.age }, `age: ${Math.max(0, -generation.launchAt)}`);
    checkLien(findings, path, lot.owner, lot.lien);
  });
  scenario.orders.forEach((order, index) => {
    const path = ['orders', index];
    findings.party(order.buyer, [...path, 'buyer'], ['hyperscaler', 'neocloud', 'aiLab']);
    const isVendor = findings.party(order.vendor, [...path, 'vendor'], ['chipVendor']);
    const generation = generations.get(order.generation);
    if (generation === undefined) findings.unknown(order.generation, [...path, 'generation'], 'generation', [...generations.keys()]);
    else if (isVendor && generation.vendor !== order.vendor)
      findings.unknown(order.generation, [...path, 'generation'], 'generationOfVendor', scenario.generations.filter((each) => each.vendor === order.vendor).map((each) => each.id));
    if (order.due < 0) findings.report('outOfRange', [...path, 'due'], { field: 'due', got: order.due, low: 0, high: 'none' });
  });
}

function checkLoans(findings: Findings): void {
  const { scenario } = findings;
  scenario.loans.forEach((loan, index) => {
    const path = ['loans', index];
    findings.party(loan.lender, [...path, 'lender'], loan.kind === 'vendor' ? ['chipVendor'] : ['lender', 'chipVendor']);
    findings.party(loan.borrower, [...path, 'borrower'], BORROWERS);
    inOrder(findings, path, loan, 'start', 'maturity', true);
    inOrder(findings, path, loan, 'amortisesFrom', 'maturity');
    if (loan.undrawn > 0) inOrder(findings, path, loan, 'availableUntil', 'maturity');
    if (loan.maturity < 0) findings.report('outOfRange', [...path, 'maturity'], { field: 'maturity', got: loan.maturity, low: 0, high: 'none' });
    if (loan.backedBy === null) return;
    const contract = scenario.contracts.find((each) => each.id === loan.backedBy);
    if (contract === undefined) findings.unknown(loan.backedBy, [...path, 'backedBy'], 'contract', scenario.contracts.map((each) => each.id));
    else if (contract.seller !== loan.borrower) findings.report('contractOfAnother', [...path, 'backedBy'], { got: quoteText(loan.backedBy), seller: contract.seller, borrower: loan.borrower });
  });
}

function checkSpace(findings: Findings): void {
  const { scenario } = findings;
  scenario.sites.forEach((site, index) => {
    findings.party(site.owner, ['sites', index, 'owner'], 'actor');
    checkLien(findings, ['sites', index], site.owner, site.lien);
  });
  scenario.leases.forEach((lease, index) => {
    const path = ['leases', index];
    const lets = findings.party(lease.landlord, [...path, 'landlord'], ['reit', 'hyperscaler', 'neocloud']);
    findings.party(lease.tenant, [...path, 'tenant'], 'actor');
    notItself(findings, path, lease.landlord, lease.tenant, 'tenant');
    inOrder(findings, path, lease, 'signedAt', 'start');
    inOrder(findings, path, lease, 'start', 'end', true);
    if (lets) checkRoom(findings, index, lease);
  });
}

/** On the day a lease begins its landlord has the kilowatts, beside all other leases then running. */
function checkRoom(findings: Findings, index: number, lease: Scenario['leases'][number]): void {
  const at = Math.max(lease.start, 0);
  let room = 0;
  for (const site of findings.scenario.sites) if (site.owner === lease.landlord && site.readyAt <= at) room += site.capacity;
  let let_ = 0;
  for (const other of findings.scenario.leases)
    if (other.landlord === lease.landlord && other.start <= at && other.end > at) let_ += other.capacity;
  if (let_ > room) findings.report('overLet', ['leases', index, 'capacity'], { landlord: lease.landlord, tick: at, let: let_, room }, `capacity: ${Math.max(0, lease.capacity - (let_ - room))}`);
}

function checkCompute(findings: Findings): void {
  findings.scenario.contracts.forEach((contract, index) => {
    const path = ['contracts', index];
    findings.party(contract.seller, [...path, 'seller'], ['hyperscaler', 'neocloud', 'aiLab']);
    findings.party(contract.buyer, [...path, 'buyer'], 'actor');
    notItself(findings, path, contract.seller, contract.buyer, 'buyer');
    inOrder(findings, path, contract, 'signedAt', 'start');
    inOrder(findings, path, contract, 'start', 'end', true);
    if (contract.start < contract.end && contract.ramp > contract.end - contract.start)
      findings.report('outOfRange', [...path, 'ramp'], { field: 'ramp', got: contract.ramp, low: 1, high: contract.end - contract.start });
  });
}

function checkEquity(findings: Findings): void {
  const { scenario } = findings;
  const held = new Map<string, number>();
  scenario.stakes.forEach((stake, index) => {
    findings.party(stake.holder, ['stakes', index, 'holder'], 'any');
    hasShares(findings, ['stakes', index, 'issuer'], stake.issuer);
    notItself(findings, ['stakes', index], stake.holder, stake.issuer, 'holder');
    held.set(stake.issuer, (held.get(stake.issuer) ?? 0) + stake.shares);
  });
  scenario.parties.forEach((party, index) => {
    if (party.shares === undefined || party.shares.count === (held.get(party.id) ?? 0)) return;
    findings.report('sharesMismatch', ['parties', index, 'shares', 'count'], { issuer: party.id, count: party.shares.count, held: held.get(party.id) ?? 0 }, `count: ${held.get(party.id) ?? 0}`);
  });
  scenario.rounds.forEach((round, index) => {
    hasShares(findings, ['rounds', index, 'issuer'], round.issuer);
    findings.party(round.investor, ['rounds', index, 'investor'], 'any');
    notItself(findings, ['rounds', index], round.issuer, round.investor, 'investor');
    if (round.at < 0) findings.report('outOfRange', ['rounds', index, 'at'], { field: 'at', got: round.at, low: 0, high: 'none' });
  });
  scenario.commitments.forEach((each, index) => {
    findings.party(each.investor, ['commitments', index, 'investor'], ['chipVendor']);
    if (findings.party(each.issuer, ['commitments', index, 'issuer'], ['aiLab', 'neocloud'])) hasShares(findings, ['commitments', index, 'issuer'], each.issuer);
    inOrder(findings, ['commitments', index], each, 'signedAt', 'firstStageAt');
  });
  scenario.backstops.forEach((each, index) => {
    findings.party(each.guarantor, ['backstops', index, 'guarantor'], ['chipVendor']);
    findings.party(each.beneficiary, ['backstops', index, 'beneficiary'], ['neocloud']);
    inOrder(findings, ['backstops', index], each, 'signedAt', 'end', true);
  });
}

function hasShares(findings: Findings, path: Path, id: string): void {
  if (!findings.party(id, path, 'actor')) return;
  if (findings.parties.get(id)!.shares === undefined) findings.report('noShares', path, { got: quoteText(id) }, `shares: { count: 1000000, price: 40, listed: false, multiple: 8, mark: assumed, source: "…" }`);
}

/** A lender starts with cash + loans + other = funding + equity. */
function checkLenders(findings: Findings): void {
  findings.scenario.parties.forEach((party, index) => {
    if (party.kind !== 'lender' || party.terms.equity === undefined) return;
    let lent = 0;
    for (const loan of findings.scenario.loans) if (loan.lender === party.id) lent += loan.principal;
    const value = (name: 'cash' | 'other' | 'depositsTaken'): number => party.opening[name]?.value ?? 0;
    const funding = value('depositsTaken') + party.terms.equity.value;
    const assets = value('cash') + value('other') + lent;
    if (assets === funding) return;
    const right = funding - lent - value('other');
    findings.report('lenderUnbalanced', party.opening.cash === undefined ? ['parties', index, 'id'] : ['parties', index, 'opening', 'cash', 'value'], { lender: party.id, assets, funding, lent }, `cash: { value: ${right}, unit: USD, mark: assumed, source: "…" }`);
  });
}
