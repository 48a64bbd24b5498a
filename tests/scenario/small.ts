/** A complete scenario small enough to be changed ten thousand times a test: one of everything. */
import { SECTOR_TERMS, TERMS, type Term } from '../../src/model/terms.ts';
import { isActorKind, type PartyKind } from '../../src/model/party.ts';
import { PARAMETERS } from '../../src/scenario/parameters.ts';

const provenance = 'mark: assumed, source: made up';

function figures(terms: { readonly [name: string]: Term }, indent: string): string {
  return Object.entries(terms)
    .map(([name, term]) => `${indent}${name}: { value: ${name === 'equity' ? 100 : 1}, unit: ${term.unit}, ${provenance} }\n`)
    .join('');
}

function party(id: string, kind: PartyKind, rest = ''): string {
  const terms: { readonly [name: string]: Term } = isActorKind(kind) ? TERMS[kind] : SECTOR_TERMS[kind];
  const listed = Object.keys(terms).length === 0 ? '' : `    terms:\n${figures(terms, '      ')}`;
  return `  - id: ${id}\n    kind: ${kind}\n    name: { en: ${id}, zh: 甲 }\n${listed}${rest}`;
}

const shares = `    shares: { count: 100, price: 10, listed: true, multiple: 5, ${provenance} }\n`;
const opening = (cash: number, rest = ''): string => `    opening:\n      cash: { value: ${cash}, unit: USD, ${provenance} }\n${rest}`;

/** Complete, valid, about 9 KB; nothing inherited. */
export const SMALL = `format: 1
id: small
name: { en: Small, zh: 小 }
about:
${['what', 'how', 'notice', 'try', 'limits'].map((section) => `  ${section}: { en: text, zh: 文 }\n`).join('')}horizon: 24
parameters:
${figures(PARAMETERS, '  ')}channels: { clearing: true, rent: false }
generations:
  - { id: chip, vendor: vendor, performance: 1, price: 40000, launchAt: -12, kilowattsPerGpu: 1.4, name: { en: Chip, zh: 芯片 }, ${provenance} }
parties:
${party('vendor', 'chipVendor', opening(1000) + shares)}${party('cloud', 'hyperscaler', opening(1000))}${party('neo', 'neocloud', opening(100) + shares)}${party('lab', 'aiLab', opening(100) + shares)}${party('bank', 'lender', opening(90, `      depositsTaken: { value: 50, unit: USD, ${provenance} }\n`))}${party('landlord', 'reit', opening(10))}${party('customers', 'endCustomers')}${party('others', 'otherChipBuyers')}${party('suppliers', 'suppliers')}${party('investors', 'outsideInvestors')}${party('state', 'government')}${party('money', 'monetary')}loans:
  - { id: loan, kind: delayedDraw, lender: bank, borrower: neo, principal: 60, undrawn: 40, availableUntil: 3, rate: 900, tier: 1, amortisesFrom: 0, maturity: 20, covenant: debtServiceCover, backedBy: deal, ${provenance} }
lots:
  - { id: lot, owner: neo, generation: chip, age: 6, units: 10, lien: loan, ${provenance} }
sites:
  - { id: hall, owner: landlord, capacity: 100, costPerKilowatt: 11000, readyAt: -3, ${provenance} }
leases:
  - { id: lease, landlord: landlord, tenant: neo, capacity: 50, rent: 165, start: -3, end: 60, signedAt: -6, ${provenance} }
contracts:
  - { id: deal, seller: neo, buyer: lab, units: 8, rate: 2.2, signedAt: -6, start: -3, ramp: 6, end: 30, ${provenance} }
orders:
  - { id: order, buyer: cloud, vendor: vendor, generation: chip, units: 5, due: 2, ${provenance} }
stakes:
  - { holder: investors, issuer: vendor, shares: 100, ${provenance} }
  - { holder: vendor, issuer: neo, shares: 10, ${provenance} }
  - { holder: investors, issuer: neo, shares: 90, ${provenance} }
  - { holder: investors, issuer: lab, shares: 100, ${provenance} }
commitments:
  - { id: promise, investor: vendor, issuer: lab, signedAt: 2, perStage: 10, stageCapacity: 100, stages: 2, chipsPerStage: 30, ownPerStage: 40, firstStageAt: 6, ${provenance} }
backstops:
  - { id: stop, guarantor: vendor, beneficiary: neo, cap: 63, signedAt: 2, end: 20, ${provenance} }
rounds:
  - { id: round, issuer: lab, investor: investors, amount: 40, at: 3, ${provenance} }
shocks:
  - { id: fall, kind: ramp, at: 6, lever: demand.level, to: 0.6, over: 6, text: { en: Demand falls, zh: 需求下降 }, ${provenance} }
  - { id: late, kind: withhold, at: 9, actor: lab, share: 0.5, months: 2, text: { en: Paid late, zh: 迟付 }, ${provenance} }
display:
  positions:
    vendor: { x: 800, y: 300, label: below }
`;
