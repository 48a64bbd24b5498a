/** The figures of the base scenario that no schema can check: sums, room, and the article's own numbers. */
import { describe, expect, test } from 'vitest';
import { HOURS_A_MONTH } from '../../src/model/units.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { PARAMETERS } from '../../src/scenario/parameters.ts';
import { SHIPPED, shippedText } from './files.ts';

function shipped(id: string): Scenario {
  const result = loadScenario(shippedText(id)!, `${id}.yaml`, shippedText);
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return result.scenario;
}

const base = shipped('base');
type Contract = Scenario['contracts'][number];

/** Dollars a contract is worth from a tick on: phased in evenly over its ramp. */
function valueFrom(contract: Contract, from: number): number {
  let value = 0;
  for (let tick = Math.max(from, contract.start); tick < contract.end; tick++)
    value += contract.units * Math.min(1, (tick - contract.start + 1) / contract.ramp) * contract.rate * HOURS_A_MONTH;
  return value;
}
const contract = (id: string): Contract => base.contracts.find((each) => each.id === id)!;
const billions = (dollars: number): number => dollars / 1e9;

describe.each(SHIPPED)('%s', (id) => {
  const scenario = shipped(id);

  test('carries the name of its file', () => {
    expect(scenario.id).toBe(id);
  });

  test('is told in both languages, in five parts, with Chinese that is Chinese', () => {
    for (const part of ['what', 'how', 'notice', 'try', 'limits'] as const) {
      expect(scenario.about[part].en.length).toBeGreaterThan(40);
      expect(scenario.about[part].zh).toMatch(/[\u4e00-\u9fff]{5}/);
    }
    expect(scenario.about.limits.en).toContain('not a forecast');
    expect(scenario.about.limits.zh).toContain('不是预测');
  });

  test('gives every party a place on the stage, no two glyphs on top of each other', () => {
    const { positions } = scenario.display;
    expect(Object.keys(positions).sort()).toEqual(scenario.parties.map((party) => party.id).sort());
    // the stage beside the inspector of a 1280 × 720 window
    const drawn = scenario.parties
      .filter((party) => party.kind !== 'government' && party.kind !== 'monetary')
      .map((party) => ({ id: party.id, x: (positions[party.id]!.x / 1000) * 930, y: (positions[party.id]!.y / 1000) * 540, sector: party.terms === undefined || Object.keys(party.terms).length === 0 || party.kind === 'otherChipBuyers' }));
    for (const a of drawn)
      for (const b of drawn) {
        if (a.id >= b.id) continue;
        const apart = a.sector && b.sector ? Math.abs(a.y - b.y) >= 40 || Math.abs(a.x - b.x) >= 130 : Math.hypot(a.x - b.x, a.y - b.y) >= 70;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
  });

  test('gives a source for every figure that is not an assumption', () => {
    for (const quantity of Object.values(scenario.parameters)) expect(quantity.source.length).toBeGreaterThan(3);
  });
});

test('base gives exactly the parameters there are', () => {
  expect(Object.keys(base.parameters).sort()).toEqual(Object.keys(PARAMETERS).sort());
});

test('every parameter lies in its own range', () => {
  for (const [name, { value, range }] of Object.entries(base.parameters)) {
    expect(range, name).toBeDefined();
    expect(value, name).toBeGreaterThanOrEqual(range![0]);
    expect(value, name).toBeLessThanOrEqual(range![1]);
  }
});

test.each([
  ['microsoft-openai-250', 250],
  ['oracle-openai-300', 300],
  ['amazon-openai-38', 38],
  ['coreweave-openai-1', 11.9],
  ['coreweave-openai-2', 4.0],
  ['coreweave-openai-3', 6.5],
  ['meta-coreweave', 14.2],
  ['microsoft-neoclouds-2025', 17.4],
  ['anthropic-microsoft-30', 30],
])('%s is worth $%sbn', (id, value) => {
  expect(Math.abs(billions(valueFrom(contract(id), contract(id).start)) / value - 1)).toBeLessThan(0.01);
});

// the whole backlog of 56bn is a target of calibration: what is not announced is signed by the rules
test('CoreWeave’s announced contracts are over nine tenths of the 56bn it had in hand in October 2025, and no more; at the start 15.1', () => {
  const sold = base.contracts.filter((each) => each.seller === 'coreweave');
  const inHand = (tick: number): number => sold.filter((each) => each.signedAt <= tick).reduce((sum, each) => sum + valueFrom(each, Math.max(tick, 0)), 0);
  expect(billions(inHand(9))).toBeGreaterThan(56 * 0.9);
  expect(billions(inHand(9))).toBeLessThan(56);
  expect(billions(inHand(-1))).toBeGreaterThan(15.1 * 0.9);
  expect(billions(inHand(-1))).toBeLessThan(15.1 * 1.1);
});

test('a stage is 10 from the vendor and 40 of its own, 30 of it for chips, ten times', () => {
  const [stage] = base.commitments;
  expect(stage).toMatchObject({ perStage: 1e10, ownPerStage: 4e10, chipsPerStage: 3e10, stages: 10, stageCapacity: 1_000_000 });
});

test('OpenAI owes 22.4bn to CoreWeave, the vendor stands behind 6.3bn and holds over 6 % after the offering', () => {
  const parts = ['coreweave-openai-1', 'coreweave-openai-2', 'coreweave-openai-3'].map((id) => valueFrom(contract(id), contract(id).start));
  expect(Math.abs(billions(parts.reduce((a, b) => a + b, 0)) / 22.4 - 1)).toBeLessThan(0.01);
  expect(base.backstops[0]!.cap).toBe(6.3e9);
  const coreweave = base.parties.find((party) => party.id === 'coreweave')!.shares!;
  const bought = base.rounds.filter((round) => round.issuer === 'coreweave');
  const issued = bought.reduce((sum, round) => sum + round.amount, 0) / coreweave.price;
  const held = base.stakes.find((stake) => stake.holder === 'nvidia')!.shares + bought.find((round) => round.investor === 'nvidia')!.amount / coreweave.price;
  expect(held).toBe(24_300_000);
  expect(held / (coreweave.count + issued)).toBeGreaterThan(0.06);
});

test('OpenAI sells for 4.3bn in the first half of 2025 if its path is even', () => {
  const { revenue, growth2025 } = base.parties.find((party) => party.id === 'openai')!.terms;
  let sum = 0;
  for (let month = 0; month < 6; month++) sum += revenue!.value * (1 + growth2025!.value) ** (month / 12);
  expect(Math.abs(billions(sum) / 4.3 - 1)).toBeLessThan(0.02);
});

test('everybody has room for the chips that stand at the start', () => {
  const kilowatts = new Map(base.generations.map((each) => [each.id, each.kilowattsPerGpu]));
  for (const party of base.parties) {
    const needed = base.lots.filter((lot) => lot.owner === party.id).reduce((sum, lot) => sum + lot.units * kilowatts.get(lot.generation)!, 0);
    if (needed === 0) continue;
    const own = base.sites.filter((site) => site.owner === party.id && site.readyAt <= 0).reduce((sum, site) => sum + site.capacity, 0);
    const leased = base.leases.filter((lease) => lease.tenant === party.id && lease.start <= 0).reduce((sum, lease) => sum + lease.capacity, 0);
    expect(own + leased, party.id).toBeGreaterThanOrEqual(needed);
  }
});

test('nobody has sold more compute at the start than it owns', () => {
  const performance = new Map(base.generations.map((each) => [each.id, each.performance]));
  for (const party of base.parties) {
    const owned = base.lots.filter((lot) => lot.owner === party.id).reduce((sum, lot) => sum + lot.units * performance.get(lot.generation)!, 0);
    const sold = base.contracts.filter((each) => each.seller === party.id && each.start <= 0 && each.end > 0).reduce((sum, each) => sum + each.units * Math.min(1, (1 - each.start) / each.ramp), 0);
    expect(sold, party.id).toBeLessThanOrEqual(owned);
  }
});

test('the chips on order come to the sales of the first quarter', () => {
  const price = new Map(base.generations.map((each) => [each.id, each.price]));
  const ordered = (from: number, to: number): number => base.orders.filter((order) => order.vendor === 'nvidia' && order.due >= from && order.due <= to).reduce((sum, order) => sum + order.units * price.get(order.generation)!, 0);
  const others = base.parties.filter((party) => party.kind === 'otherChipBuyers').reduce((sum, party) => sum + party.terms.spending!.value, 0);
  const quarter = billions(ordered(1, 3) + 3 * others);
  expect(quarter).toBeGreaterThan(44.1 * 0.9);
  expect(quarter).toBeLessThan(44.1 * 1.1);
});

test('demand-shortfall is base with one number moved', () => {
  const shortfall = shipped('demand-shortfall');
  expect(shortfall.shocks).toEqual([expect.objectContaining({ kind: 'ramp', lever: 'demand.level', at: 18, to: 0.6, over: 6 })]);
  expect({ ...shortfall, id: base.id, name: base.name, about: base.about, shocks: [] }).toEqual(base);
});
