import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { circularity, type CircularityInput } from '../../src/measures/circularity.ts';
import { cyclingIndex } from '../../src/measures/cycling.ts';

/** The article's stage: 10 from the vendor, 40 of its own, 30 spent on the vendor's chips, 20 on the rest. */
const stage: CircularityInput = {
  nodes: ['nvidia', 'openai'],
  vendor: 'nvidia',
  flows: [
    { from: 'nvidia', to: 'openai', amount: 10, kind: 'financing' },
    { from: 'openai', to: 'nvidia', amount: 30, kind: 'revenue', conditional: true },
  ],
  externalIn: { openai: 40 },
  externalOut: { openai: 20 },
};

describe('circularity', () => {
  test('of the stage in the article is 20 % traced, 33 % earmarked and 100 % enabled', () => {
    const measured = circularity(stage);
    expect(measured.traced).toBeCloseTo(0.2, 14);
    expect(measured.earmarked).toBeCloseTo(1 / 3, 14);
    expect(measured.enabled).toBe(1);
    expect(measured.naive).toBeCloseTo(1 / 3, 14);
    expect(measured.roundTripRate).toBeCloseTo(0.6, 14);
  });

  test('follows the money through others, and round them', () => {
    // lab 10 + 30 outside + 10 back from the cloud = 50; 20 to the cloud, 5 to the vendor, 25 outside
    // cloud 20; 10 to the vendor, 10 back to the lab
    const measured = circularity({
      nodes: ['v', 'lab', 'cloud'],
      vendor: 'v',
      flows: [
        { from: 'v', to: 'lab', amount: 10, kind: 'financing' },
        { from: 'lab', to: 'cloud', amount: 20, kind: 'other' },
        { from: 'cloud', to: 'lab', amount: 10, kind: 'other' },
        { from: 'lab', to: 'v', amount: 5, kind: 'revenue' },
        { from: 'cloud', to: 'v', amount: 10, kind: 'revenue' },
      ],
      externalIn: { lab: 30 },
      externalOut: { lab: 25 },
    });
    // x = 10 + y/2, y = 0.4 x → x = 12.5, y = 5; home = 12.5 · 5/50 + 5 · 10/20
    expect(measured.traced).toBeCloseTo(3.75 / 15, 14);
    expect(measured.earmarked).toBeCloseTo(10 / 15, 14);
    expect(measured.enabled).toBe(0);
  });

  test('without revenue has no shares, without financing no round trip', () => {
    const nothing = circularity({ nodes: ['v', 'c'], vendor: 'v', flows: [] });
    expect(nothing).toEqual({ traced: null, earmarked: null, enabled: null, naive: null, roundTripRate: null });
    const armsLength = circularity({ nodes: ['v', 'c'], vendor: 'v', flows: [{ from: 'c', to: 'v', amount: 7, kind: 'revenue' }], externalIn: { c: 7 } });
    expect(armsLength).toEqual({ traced: 0, earmarked: 0, enabled: 0, naive: 0, roundTripRate: null });
  });

  test('circles the vendor never financed may hold their money for ever', () => {
    const measured = circularity({ ...stage, nodes: ['nvidia', 'openai', 'a', 'b'], flows: [...stage.flows, { from: 'a', to: 'b', amount: 5, kind: 'other' }, { from: 'b', to: 'a', amount: 5, kind: 'other' }] });
    expect(measured.traced).toBeCloseTo(0.2, 14);
  });

  test('a node that does not balance is refused, by name', () => {
    expect(() => circularity({ ...stage, externalIn: { openai: 41 } })).toThrow(/nodes\[1\].*unbalanced.*got 1.*openai/);
  });

  test('traced is never more than earmarked, nor earmarked than naive or one; units do not matter', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(amounts, (drawn) => {
        const nodes = ['v', 'a', 'b', 'c'];
        const flows = nodes.flatMap((from, i) => nodes.flatMap((to, j) => (i === j ? [] : [{ from, to, amount: drawn[i * 4 + j]!, kind: i === 0 ? ('financing' as const) : j === 0 ? ('revenue' as const) : ('other' as const) }])));
        const net = (name: string): number => flows.reduce((sum, flow) => sum + (flow.to === name ? flow.amount : 0) - (flow.from === name ? flow.amount : 0), 0);
        const externalIn = Object.fromEntries(nodes.slice(1).map((name) => [name, Math.max(0, -net(name))]));
        const externalOut = Object.fromEntries(nodes.slice(1).map((name) => [name, Math.max(0, net(name))]));
        const measured = circularity({ nodes, vendor: 'v', flows, externalIn, externalOut });
        if (measured.traced === null) return;
        expect(measured.traced).toBeLessThanOrEqual(measured.earmarked! + 1e-12);
        expect(measured.earmarked).toBeLessThanOrEqual(Math.min(1, measured.naive!) + 1e-12);
        const tenfold = (map: { [name: string]: number }) => Object.fromEntries(Object.entries(map).map(([name, each]) => [name, 10 * each]));
        const scaled = circularity({ nodes, vendor: 'v', flows: flows.map((flow) => ({ ...flow, amount: 10 * flow.amount })), externalIn: tenfold(externalIn), externalOut: tenfold(externalOut) });
        expect(scaled.traced).toBeCloseTo(measured.traced, 12);
        expect(scaled.earmarked).toBeCloseTo(measured.earmarked!, 12);
      }),
      { numRuns: 400, seed: 20250101 },
    );
  });
});

describe('the cycling index', () => {
  test('of the oyster reef (Dame & Patten 1981) is 0.1102', () => {
    // filter feeders, microbiota, meiofauna, deposit feeders, predators, detritus; kcal a square metre and day
    const flows = [
      [0, 0, 0, 0, 0.5135, 15.7915],
      [0, 0, 1.206, 1.206, 0, 0],
      [0, 0, 0, 0.6609, 0, 4.2403],
      [0, 0, 0, 0, 0.1721, 1.9076],
      [0, 0, 0, 0, 0, 0.3262],
      [0, 8.1721, 7.2745, 0.6431, 0, 0],
    ];
    expect(cyclingIndex({ flows, externalOut: [25.1646, 5.76, 3.5794, 0.4303, 0.3594, 6.1759] })).toBeCloseTo(0.1102, 4);
  });

  test('is nothing without circles, and half where half goes round', () => {
    expect(cyclingIndex({ flows: [[0, 5], [0, 0]], externalOut: [1, 5] })).toBe(0);
    // half of what b gets comes back to a, which sends all to b: each visit is followed by another with chance ½
    expect(cyclingIndex({ flows: [[0, 10], [5, 0]], externalOut: [0, 5] })).toBeCloseTo(0.5, 14);
    expect(cyclingIndex({ flows: [[0]], externalOut: [0] })).toBeNull();
  });
});
