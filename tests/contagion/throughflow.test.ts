/** What passes through a network: by elimination over the whole square, and over the pairs that trade. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { solveSparse } from '../../src/contagion/sparse-throughflow.ts';
import { solveThroughflow, type Arc } from '../../src/contagion/throughflow.ts';

const seed = Number(process.env['SEED'] ?? 20_261_125);

/** Payments among `size` nodes and out of them, as shares of what each pays. */
function network(size: number, payments: readonly (readonly [from: number, to: number, amount: number])[], outside: readonly number[]): { readonly arcs: Arc[]; readonly passes: Float64Array; readonly leaks: Float64Array } {
  const paid = Array.from({ length: size }, (_, node) => outside[node] ?? 0);
  for (const [from, , amount] of payments) paid[from]! += amount;
  const arcs = payments.map(([from, to, amount]): Arc => ({ from, to, share: amount / paid[from]! }));
  const passes = new Float64Array(size * size);
  for (const { from, to, share } of arcs) passes[from * size + to]! += share;
  return { arcs, passes, leaks: Float64Array.from(paid, (all, node) => (all === 0 ? 1 : (outside[node] ?? 0) / all)) };
}

const cases = fc.integer({ min: 1, max: 14 }).chain((size) => {
  const node = fc.integer({ min: 0, max: size - 1 });
  const list = (most: number): fc.Arbitrary<number[]> => fc.array(fc.integer({ min: 0, max: most }), { minLength: size, maxLength: size });
  return fc.record({
    size: fc.constant(size),
    payments: fc.array(fc.tuple(node, node, fc.integer({ min: 1, max: 1_000_000_000 })), { maxLength: 4 * size }),
    // where nobody pays anybody outside, most circles have no way out
    outside: fc.oneof(list(1_000_000), list(0)),
    entering: fc.array(list(1_000_000_000), { minLength: 1, maxLength: 3 }),
  });
});

describe('what passes through a network', () => {
  test('is the same to the last bit over the square and over the pairs that trade', () => {
    let [solved, trapped] = [0, 0];
    fc.assert(
      fc.property(cases, ({ size, payments, outside, entering }) => {
        const { arcs, passes, leaks } = network(size, payments, outside);
        const flows = entering.map((each) => Float64Array.from(each));
        const whole = flows.map((each) => solveThroughflow(size, passes, leaks, each));
        const sparse = solveSparse(size, arcs, leaks, flows);
        if (sparse === null) trapped += 1;
        else solved += 1;
        expect(flows.map((_, nth) => sparse?.[nth] ?? null)).toEqual(whole);
      }),
      { seed, numRuns: 1_500 },
    );
    expect(solved).toBeGreaterThan(100);
    expect(trapped).toBeGreaterThan(20);
  });

  test('adds up where a node hands half back: 100 enter, a keeps nothing, b lets half go', () => {
    const { arcs, leaks } = network(2, [[0, 1, 100], [1, 0, 50]], [0, 50]);
    expect(solveSparse(2, arcs, leaks, [Float64Array.of(100, 0), Float64Array.of(0, 10)])).toEqual([Float64Array.of(200, 200), Float64Array.of(10, 20)]);
  });

  test('has no answer where two only pay one another', () => {
    const { arcs, leaks } = network(3, [[0, 1, 5], [1, 0, 5], [2, 0, 1]], [0, 0, 1]);
    expect(solveSparse(3, arcs, leaks, [Float64Array.of(1, 0, 0)])).toBeNull();
  });

  test('takes work in proportion to the pairs: forty thousand nodes in a row', () => {
    const size = 40_000;
    const payments = Array.from({ length: size - 1 }, (_, node) => [node, node + 1, 1] as const);
    const outside = Array.from({ length: size }, (_, node) => (node === size - 1 ? 1 : 0));
    const paid = payments.map(([from, to]): Arc => ({ from, to, share: 1 }));
    const found = solveSparse(size, paid, Float64Array.from(outside), [Float64Array.from({ length: size }, (_, node) => (node === 0 ? 7 : 0))]);
    expect(found![0]!.every((through) => through === 7)).toBe(true);
  });
});
