import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clear, type ClearInput } from '../../src/contagion/clear.ts';
import { clearByHand, clearOnce, inTiers } from './by-hand.ts';

/** Networks of one to six nodes; sparse enough that some pay everything and some fall; now and then tiny or huge. */
const matrix = (size: number, most: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 3, arbitrary: fc.integer({ min: 0, max: most }) }), { minLength: size, maxLength: size }), { minLength: size, maxLength: size })
    .map((rows) => rows.map((row, i) => row.map((cell, j) => (i === j ? 0 : cell))));
const listOf = (size: number, most: number): fc.Arbitrary<number[]> => fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: most })), { minLength: size, maxLength: size });
const kept = fc.oneof(fc.constant(1), fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100));
const plainCase = (most: number): fc.Arbitrary<ClearInput> =>
  fc.integer({ min: 1, max: 6 }).chain((size) => fc.record({ owed: matrix(size, most), means: listOf(size, most), owedOutside: listOf(size, most), keptExternal: kept, keptInternal: kept }));
const tieredCase = (most: number): fc.Arbitrary<ClearInput> =>
  fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 })).chain(([size, tiers]) =>
    fc.record({
      tiers: fc.array(matrix(size, most), { minLength: tiers, maxLength: tiers }),
      owedOutsideByTier: fc.array(listOf(size, most), { minLength: tiers, maxLength: tiers }),
      means: listOf(size, most),
      keptExternal: kept,
      keptInternal: kept,
    }),
  );
const anyCase = (most: number): fc.Arbitrary<ClearInput> => fc.oneof(plainCase(most), tieredCase(most));
/** Seeded; a failure prints seed and path to repeat it with. */
function always<T>(cases: fc.Arbitrary<T>, numRuns: number, check: (value: T) => void): void {
  fc.assert(fc.property(cases, (value) => void check(value)), { numRuns, seed: 20250101 });
}
const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
const figures = (input: ClearInput) => {
  const { paid, payments, paidOutside, defaulted } = clear(input);
  return { paid, payments, paidOutside, defaulted };
};

describe('on any network', () => {
  test('it is the same vector as the definition repeated from full payment', () => {
    for (const most of [5, 60, 100_000]) always(anyCase(most), 250, (input) => expect(figures(input)).toEqual(clearByHand(input)));
  });

  test('with cross-holdings it is the same vector as the definition repeated from a worth nobody reaches', () => {
    const withHoldings = plainCase(60).chain((input) =>
      matrix(input.means.length, 9).map((holdings) => ({ ...input, holdings: holdings.map((row) => row.map((cell) => cell / Math.max(10, sum(row) + 1))) })),
    );
    always(withHoldings, 250, (input) => expect(figures(input)).toEqual(clearByHand(input, 100_000)));
  });

  test('it is the same where almost nothing leaves the circle, and floors decide', () => {
    const nearlyClosed = anyCase(3).chain((input) =>
      fc.integer({ min: 100, max: 3000 }).map((factor): ClearInput => {
        const larger = (rows: readonly (readonly number[])[]): number[][] => rows.map((row) => row.map((cell) => cell * factor));
        return { ...input, keptExternal: 1, keptInternal: 1, ...(input.tiers === undefined ? { owed: larger(input.owed!) } : { tiers: input.tiers.map(larger) }) };
      }),
    );
    always(nearlyClosed, 60, (input) => expect(figures(input)).toEqual(clearByHand(input)));
  });

  test('on networks of two it is the greatest of all the vectors that clear, tried one by one', () => {
    const tiny = fc.record({ owed: fc.tuple(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })), means: listOf(2, 4), owedOutside: listOf(2, 3), keptExternal: kept, keptInternal: kept });
    always(tiny, 200, ({ owed: [a, b], ...rest }) => {
      const input: ClearInput = { ...rest, owed: [[0, a], [b, 0]] };
      const [outside] = inTiers(input).outside;
      const greatest = [0, 0, 0, 0];
      for (let p = 0; p <= a; p++)
        for (let q = 0; q <= b; q++)
          for (let r = 0; r <= outside![0]!; r++)
            for (let s = 0; s <= outside![1]!; s++) {
              const pay = [[[0, p, r], [q, 0, s]]];
              if (JSON.stringify(clearOnce(input, pay, [0, 0]).pay) === JSON.stringify(pay)) [p, q, r, s].forEach((each, index) => (greatest[index] = Math.max(greatest[index]!, each)));
            }
      const { payments, paidOutside } = clear(input);
      expect([payments[0]![1], payments[1]![0], ...paidOutside]).toEqual(greatest);
    });
  });

  test('every dollar is somewhere: what there was is equity, was paid outside, or was lost to bankruptcy', () => {
    always(anyCase(1_000_000_000), 300, (input) => {
      const { equity, paidOutside, deadweight, paid, payments } = clear(input);
      expect(sum(equity) + sum(paidOutside) + sum(deadweight)).toBe(sum(input.means));
      paid.forEach((amount, i) => expect(amount).toBe(sum(payments[i]!) + paidOutside[i]!));
    });
  });

  test('nobody pays more than it owes or keeps anything while it is short, but for a dollar a creditor', () => {
    always(anyCase(1_000_000), 300, (input) => {
      const cleared = clear(input);
      const { tiers, outside } = inTiers(input);
      input.means.forEach((_, i) => {
        const due = tiers.map((tier, k) => [...tier[i]!, outside[k]![i]!]);
        const creditors = due.flat().filter((claim) => claim > 0).length;
        expect(cleared.paid[i]).toBeLessThanOrEqual(sum(due.flat()));
        expect(cleared.recovery[i]).toBeLessThanOrEqual(1);
        if (cleared.defaulted[i]) expect(cleared.equity[i]).toBeLessThanOrEqual(creditors);
        else expect(cleared.paid[i]).toBe(sum(due.flat()));
        expect(cleared.round[i] === null).toBe(!cleared.defaulted[i]);
        expect(cleared.equity[i]).toBeGreaterThanOrEqual(0);
      });
    });
  });

  test('one more dollar for somebody never makes a payment smaller', () => {
    always(fc.tuple(anyCase(60), fc.nat(5), fc.integer({ min: 1, max: 40 })), 500, ([input, who, more]) => {
      const lucky = who % input.means.length;
      const richer = clear({ ...input, means: input.means.map((own, i) => (i === lucky ? own + more : own)) });
      const before = clear(input);
      before.payments.forEach((row, i) => row.forEach((payment, j) => expect(richer.payments[i]![j]).toBeGreaterThanOrEqual(payment)));
    });
  });

  test('names do not matter: the same network in another order gives the same payments in that order', () => {
    always(fc.tuple(plainCase(1000), fc.integer({ min: 1, max: 5 })), 300, ([input, by]) => {
      const size = input.means.length;
      const turn = <T>(values: readonly T[]): T[] => values.map((_, i) => values[(i + by) % size]!);
      const turned = clear({ ...input, owed: turn(input.owed!).map(turn), means: turn(input.means), owedOutside: turn(input.owedOutside!) });
      const before = clear(input);
      expect(turned.payments).toEqual(turn(before.payments).map(turn));
      expect(turned.round).toEqual(turn(before.round));
      expect(turned.equity).toEqual(turn(before.equity));
    });
  });

  test('counting in cents instead of dollars loses less to floors, and never more than a few dollars less', () => {
    always(plainCase(1_000_000), 300, (drawn) => {
      // a fifth of everything owed leaves, so that floors cannot add up in circles
      const input = { ...drawn, keptExternal: 1, keptInternal: 1, owedOutside: drawn.owed!.map((row) => Math.ceil(sum(row) / 4)) };
      const hundredfold = (row: readonly number[]): number[] => row.map((cell) => cell * 100);
      const cents = clear({ ...input, owed: input.owed!.map(hundredfold), means: hundredfold(input.means), owedOutside: hundredfold(input.owedOutside) });
      clear(input).paid.forEach((paid, i) => {
        expect(cents.paid[i]).toBeGreaterThanOrEqual(100 * paid);
        expect(cents.paid[i]).toBeLessThanOrEqual(100 * (paid + 180));
      });
    });
  });

  test('without costs and tiers, payments are concave in means: a middle way pays at least the mean', () => {
    always(fc.tuple(plainCase(1_000_000), listOf(6, 1_000_000)), 300, ([drawn, other]) => {
      const input = { ...drawn, keptExternal: 1, keptInternal: 1, owedOutside: drawn.owed!.map((row) => Math.ceil(sum(row) / 4)) };
      const paid = (means: readonly number[]): number[] => clear({ ...input, means }).paid;
      const [low, high] = [input.means.map((own) => 2 * own), input.means.map((_, i) => 2 * other[i]!)];
      const middle = paid(low.map((own, i) => (own + high[i]!) / 2));
      const [atLow, atHigh] = [paid(low), paid(high)];
      middle.forEach((amount, i) => expect(2 * amount + 360).toBeGreaterThanOrEqual(atLow[i]! + atHigh[i]!));
    });
  });

  test('amounts of a quadrillion dollars are exact', () => {
    const huge = plainCase(1000).map((input) => {
      const scale = (row: readonly number[]): number[] => row.map((cell) => cell * 100_000_000_003);
      return { ...input, owed: input.owed!.map(scale), means: scale(input.means), owedOutside: scale(input.owedOutside!) };
    });
    always(huge, 100, (input) => {
      const { equity, paidOutside, deadweight } = clear(input);
      expect(sum(equity) + sum(paidOutside) + sum(deadweight)).toBe(sum(input.means));
    });
  });

  test('where floors alone would take for ever, everybody can pay what is returned, and keeps no more than a dollar for each it deals with', () => {
    const stubborn = fc.tuple(fc.integer({ min: 2, max: 4 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 150 })).map(
      ([size, small, scale]): ClearInput => ({
        owed: Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? 0 : (small[i + j]! + 1) * scale * 1_000_000_000_003))),
        means: small.slice(0, size),
        owedOutside: small.slice(4, 4 + size),
      }),
    );
    always(stubborn, 30, (input) => {
      const { payments, paidOutside, equity, defaulted } = clear(input);
      const pay = payments.map((row, i) => [...row, paidOutside[i]!]);
      const again = clearOnce(input, [pay], equity).pay[0]!;
      pay.forEach((row, i) => {
        row.forEach((payment, j) => {
          expect(payment).toBeLessThanOrEqual(again[i]![j]!);
          expect(again[i]![j]! - payment).toBeLessThanOrEqual(row.length);
        });
        if (defaulted[i]) expect(equity[i]).toBeLessThanOrEqual(2 * row.length);
      });
      expect(sum(equity) + sum(paidOutside)).toBe(sum(input.means));
    });
  });
});
