import { describe, expect, test } from 'vitest';
import { debtServiceCover, interestCover, loanLifeCover, loanToValue, netDebtToEarnings, runway } from '../../src/measures/cover.ts';
import { minskyClass, minskyShares } from '../../src/measures/minsky.ts';

const firm = (operatingCash: number, interest: number, principal: number, debt = 100, payables = 0) => ({ operatingCash, interest, principal, debt, payables });

describe("Minsky's classes", () => {
  test('a boundary counts as the better class', () => {
    expect(minskyClass(firm(30, 10, 20))).toBe('hedge');
    expect(minskyClass(firm(29, 10, 20))).toBe('speculative');
    expect(minskyClass(firm(10, 10, 20))).toBe('speculative');
    expect(minskyClass(firm(9, 10, 20))).toBe('ponzi');
  });

  test('who has no debt is in no class, and apart if it burns cash', () => {
    expect(minskyClass(firm(5, 0, 0, 0))).toBe('none');
    expect(minskyClass(firm(-5, 0, 0, 0))).toBe('equityBurner');
    expect(minskyClass(firm(-5, 0, 0, 1))).toBe('ponzi');
  });

  test('are weighted by what is owed', () => {
    expect(minskyShares([firm(30, 10, 20, 50), firm(15, 10, 20, 30), firm(0, 10, 0, 10), firm(-5, 0, 0, 0, 10), firm(5, 0, 0, 0, 99)])).toEqual({ hedge: 0.5, speculative: 0.3, ponzi: 0.1, equityBurner: 0.1 });
    expect(minskyShares([])).toEqual({ hedge: 0, speculative: 0, ponzi: 0, equityBurner: 0 });
  });
});

describe('cover', () => {
  test('is cash over what is due, and nothing where nothing is due', () => {
    expect(interestCover(30, 10)).toBe(3);
    expect(interestCover(30, 0)).toBeNull();
    expect(debtServiceCover(30, 10, 10)).toBe(1.5);
    expect(debtServiceCover(-30, 0, 0)).toBeNull();
  });

  test('of collateral, earnings and a loan’s life', () => {
    expect(loanToValue(65, 100)).toBe(0.65);
    expect(loanToValue(0, 0)).toBeNull();
    expect(netDebtToEarnings(50, 10, 8)).toBe(5);
    expect(netDebtToEarnings(50, 10, -8)).toBeNull();
    // 101 a month from now and 102.01 in two, at 12 % a year, are worth 100 each
    expect(loanLifeCover([101, 102.01], 0.12, 100)).toBeCloseTo(2, 12);
    expect(loanLifeCover([], 0.12, 0)).toBeNull();
  });

  test('a runway is cash over burn, and none where cash does not fall', () => {
    expect(runway(60, 20)).toBe(3);
    expect(runway(60, 0)).toBeNull();
    expect(runway(60, -1)).toBeNull();
    expect(runway(0, 5)).toBe(0);
  });
});
