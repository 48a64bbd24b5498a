import { describe, expect, test } from 'vitest';
import { clear } from '../../src/contagion/clear.ts';

describe('without bankruptcy costs', () => {
  test('a debtor with enough pays all, also when what it has is exactly what it owes', () => {
    const cleared = clear({ owed: [[0, 10], [4, 0]], means: [6, 0] });
    expect(cleared).toEqual({
      paid: [10, 4], payments: [[0, 10], [4, 0]], paidOutside: [0, 0], defaulted: [false, false], round: [null, null], recovery: [1, 1], equity: [0, 6], deadweight: [0, 0],
    });
  });

  test('a shortfall is shared pro rata and its creditor falls one round later', () => {
    // 0 has 60 of the 100 it owes; 1 counted on 80 of them and has only 48 for its 70
    const cleared = clear({ owed: [[0, 80, 20], [0, 0, 70], [0, 0, 0]], means: [60, 0, 5] });
    expect(cleared.payments).toEqual([[0, 48, 12], [0, 0, 48], [0, 0, 0]]);
    expect(cleared.defaulted).toEqual([true, true, false]);
    expect(cleared.round).toEqual([0, 1, null]);
    expect(cleared.recovery).toEqual([0.6, 48 / 70, 1]);
    expect(cleared.equity).toEqual([0, 0, 65]);
  });

  test('in a circle both payments are found at once: 0 has 20 and owes 100, half of it to 1, which owes 60 to 0', () => {
    // p0 = 20 + p1, p1 = p0 / 2: 40 and 20
    const cleared = clear({ owed: [[0, 50], [60, 0]], means: [20, 0], owedOutside: [50, 0] });
    expect(cleared.paid).toEqual([40, 20]);
    expect(cleared.paidOutside).toEqual([20, 0]);
    expect(cleared.round).toEqual([0, 0]);
  });

  test('a circle in which nobody holds a dollar and everybody is paid is no default: the greatest vector is returned', () => {
    expect(clear({ owed: [[0, 7, 0], [0, 0, 7], [7, 0, 0]], means: [0, 0, 0] }).paid).toEqual([7, 7, 7]);
  });

  test('a circle that loses a dollar in a quadrillion at each turn is emptied at once, not dollar by dollar', () => {
    expect(clear({ owed: [[0, 1e15], [1e15, 0]], means: [0, 0], owedOutside: [1, 0] }).paid).toEqual([0, 0]);
    expect(clear({ owed: [[0, 1e15], [1e15, 0]], means: [0, 1], owedOutside: [2, 0] }).paid).toEqual([500_000_000_000_001, 500_000_000_000_001]);
  });

  test('who owes nothing recovers everything, and a network of nobody is cleared', () => {
    expect(clear({ owed: [[0]], means: [3] })).toMatchObject({ recovery: [1], equity: [3], defaulted: [false] });
    expect(clear({ owed: [], means: [] }).paid).toEqual([]);
  });

  test('payments are floored and the residue stays with the debtor', () => {
    const cleared = clear({ owed: [[0, 1, 1, 1], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]], means: [2, 0, 0, 0] });
    expect(cleared.payments[0]).toEqual([0, 0, 0, 0]);
    expect(cleared.equity).toEqual([2, 0, 0, 0]);
  });
});

describe('with bankruptcy costs (Rogers & Veraart)', () => {
  test('a debtor one dollar short loses the share of its own means and of what it is paid', () => {
    // 0 owes 100 and has 49 + 50 from 1: 0.5 · 49 + 0.8 · 50 = 24 + 40
    const cleared = clear({ owed: [[0, 0], [50, 0]], means: [49, 50], owedOutside: [100, 0], keptExternal: 0.5, keptInternal: 0.8 });
    expect(cleared.paidOutside).toEqual([64, 0]);
    expect(cleared.deadweight).toEqual([35, 0]);
    expect(cleared.equity).toEqual([0, 0]);
  });

  test('whether a debtor defaults is judged before the costs', () => {
    const cleared = clear({ owed: [[0]], means: [100], owedOutside: [100], keptExternal: 0 });
    expect(cleared).toMatchObject({ defaulted: [false], paid: [100], deadweight: [0] });
  });

  test('of two vectors that clear, the greater: each pays in full only because the other does', () => {
    // with both paying, both have exactly 10; with both in default nothing is left: (0, 0) clears too
    expect(clear({ owed: [[0, 10], [10, 0]], means: [0, 0], keptExternal: 0, keptInternal: 0 }).paid).toEqual([10, 10]);
  });
});

describe('with seniority (Elsinger)', () => {
  test('the senior tier is paid in full before the junior gets anything', () => {
    const cleared = clear({
      tiers: [[[0, 30, 0], [0, 0, 0], [0, 0, 0]], [[0, 0, 40], [0, 0, 0], [0, 0, 0]]],
      owedOutsideByTier: [[0, 0, 0], [40, 0, 0]],
      means: [50, 0, 0],
    });
    expect(cleared.payments[0]).toEqual([0, 30, 10]);
    expect(cleared.paidOutside[0]).toBe(10);
    expect(cleared.paidByTier).toEqual([[30, 0, 0], [20, 0, 0]]);
  });

  test('a senior claim that cannot be met takes all', () => {
    const cleared = clear({ tiers: [[[0, 30], [0, 0]], [[0, 40], [0, 0]]], means: [12, 0] });
    expect(cleared.paidByTier).toEqual([[12, 0], [0, 0]]);
  });

  test('the marginal tier may move while the circle is solved', () => {
    // 0 has 5, owes 1 20 first and then 90 outside; 1 owes 0 25 and outside 15 alike, so 5/8 of what 0 pays comes back
    const cleared = clear({ tiers: [[[0, 20], [25, 0]], [[0, 0], [0, 0]]], owedOutsideByTier: [[0, 15], [90, 0]], means: [5, 0] });
    // senior payment p = min(20, 5 + 5p/8): 40/3 → 13 after floors
    expect(cleared.paidByTier).toEqual([[13, 12], [0, 0]]);
    expect(cleared.payments).toEqual([[0, 13], [8, 0]]);
    expect(cleared.defaulted).toEqual([true, true]);
  });

  test('shares in each other count among what can be paid with', () => {
    // E0 = 40 + E1/2, E1 = 10 + E0/2 − 20 → E0 = 140/3 = 46.7, E1 = 13.3, in whole dollars 46 and 13
    const cleared = clear({ owed: [[0, 0], [0, 0]], owedOutside: [0, 20], means: [40, 10], holdings: [[0, 0.5], [0.5, 0]] });
    expect(cleared.equity).toEqual([46, 13]);
    expect(cleared.defaulted).toEqual([false, false]);
  });

  test('shares of a defaulted firm are worth nothing, which can bring its owner down', () => {
    const cleared = clear({ owed: [[0, 100], [0, 0]], owedOutside: [0, 60], means: [40, 0], keptExternal: 0.5, holdings: [[0, 0.5], [0.5, 0]] });
    expect(cleared).toMatchObject({ round: [0, 1], paid: [20, 20], deadweight: [20, 0] });
  });
});
