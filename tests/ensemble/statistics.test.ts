import { describe, expect, it } from 'vitest';
import { sobolIndices } from '../../src/ensemble/sensitivity.ts';
import { MOST_DIMENSIONS, sobolPoints } from '../../src/ensemble/sobol-sequence.ts';

describe("Sobol' points", () => {
  it.each([4, 7, 10])('fall into every one of 2^%i equal parts of every axis once', (bits) => {
    const count = 2 ** bits;
    const points = sobolPoints(count, MOST_DIMENSIONS, 'a seed');
    for (let axis = 0; axis < MOST_DIMENSIONS; axis++) expect(new Set(points.map((point) => Math.floor(point[axis]! * count))).size).toBe(count);
  });

  it('fall into every elementary rectangle of the first two axes once', () => {
    const points = sobolPoints(256, 2, 'another seed');
    for (let wide = 0; wide <= 8; wide++) expect(new Set(points.map(([x, y]) => `${Math.floor(x! * 2 ** wide)}/${Math.floor(y! * 2 ** (8 - wide))}`)).size).toBe(256);
  });

  it('are others for another seed and the same for the same', () => {
    expect(sobolPoints(8, 3, 'a')).toEqual(sobolPoints(8, 3, 'a'));
    expect(sobolPoints(8, 3, 'a')).not.toEqual(sobolPoints(8, 3, 'b'));
    expect(() => sobolPoints(8, MOST_DIMENSIONS + 1, 'a')).toThrow('22 dimensions');
  });
});

describe('sensitivity', () => {
  /** Ishigami & Homma (1990) with a = 7, b = 0.1, on (−π, π)³; the indices are known in closed form. */
  const ishigami = ([x, y, z]: readonly number[]): number => {
    const at = (u: number): number => (2 * u - 1) * Math.PI;
    return Math.sin(at(x!)) + 7 * Math.sin(at(y!)) ** 2 + 0.1 * at(z!) ** 4 * Math.sin(at(x!));
  };
  const rows = sobolPoints(2048, 6, 'ishigami');
  const a = rows.map((row) => row.slice(0, 3));
  const b = rows.map((row) => row.slice(3));
  const mixed = [0, 1, 2].map((column) => a.map((row, n) => ishigami(row.map((value, axis) => (axis === column ? b[n]![axis]! : value)))));

  it('finds the first-order and total indices of a function whose indices are known', () => {
    const indices = sobolIndices({ a: a.map(ishigami), b: b.map(ishigami), mixed })!;
    const known = [[0.3139, 0.5576], [0.4424, 0.4424], [0, 0.2437]];
    indices.forEach((index, column) => {
      expect(Math.abs(index.first - known[column]![0]!)).toBeLessThan(0.02);
      expect(Math.abs(index.total - known[column]![1]!)).toBeLessThan(0.02);
      expect(index.firstInterval[0]).toBeLessThanOrEqual(index.first);
      expect(index.totalInterval[1]).toBeGreaterThanOrEqual(index.total);
    });
  });

  it('has nothing to share out where nothing varies', () => {
    expect(sobolIndices({ a: [1, 1, 1], b: [1, 1, 1], mixed: [[1, 1, 1]] })).toBeNull();
  });
});
