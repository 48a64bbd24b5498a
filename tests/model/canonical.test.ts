import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, sortedKeys, tableWriter } from '../../src/model/canonical.ts';

/** JSON values without −0, which JSON cannot keep. */
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value).replaceAll('-0', '0')) as unknown);

/** The same value with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, reordered(inner)]));
}

describe('canonical text', () => {
  test('reads back as the value it was made from', () => {
    fc.assert(fc.property(json, (value) => { expect(JSON.parse(canonical(value))).toEqual(value); }));
  });

  test('does not depend on the order in which keys were written', () => {
    fc.assert(fc.property(json, (value) => { expect(canonical(reordered(value))).toBe(canonical(value)); }));
  });

  test('is what JSON.stringify writes once keys are sorted', () => {
    const sorted = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(sorted)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted((value as { [key: string]: unknown })[key])]))
          : value;
    // integer-like keys are left out: a plain object cannot keep them in code-unit order
    const texts = fc.dictionary(fc.string({ minLength: 1 }).filter((key) => !/^\d+$/.test(key) && key !== '__proto__'), fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0)));
    fc.assert(fc.property(texts, (value) => { expect(canonical(value)).toBe(JSON.stringify(sorted(value))); }));
  });

  test('sorts integer-like keys as text, as any other language would', () => {
    expect(canonical({ b: 1, 10: 2, 9: 3, a: 4 })).toBe('{"10":2,"9":3,"a":4,"b":1}');
    expect(sortedKeys({ 'a-b': 0, 'a/b': 0, ab: 0 })).toEqual(['a-b', 'a/b', 'ab']);
  });

  test.each([
    ['-0', { a: [1, -0] }, '$.a[1] is -0'],
    ['NaN', { a: NaN }, '$.a is NaN'],
    ['infinity', [Infinity], '$[0] is Infinity'],
    ['undefined', { a: { b: undefined } }, '$.a.b is undefined'],
    ['a hole', [, 1], '$[0] is undefined'], // eslint-disable-line no-sparse-arrays
    ['a function', { f: () => 1 }, '$.f is function'],
    ['a bigint', { n: 1n }, '$.n is bigint'],
    ['a map', { m: new Map() }, '$.m is not a plain object'],
  ])('refuses %s and says where it is', (_name, value, message) => {
    expect(() => canonical(value)).toThrow(message);
  });

  test('of a table is the same whatever was written before it: rows replaced, come, gone and in another order', () => {
    const row = fc.dictionary(fc.constantFrom('cash', 'debt', 'id'), fc.integer());
    const table = fc.dictionary(fc.constantFrom('nvidia', 'openai', 'amd', 'a/b', 'a-b'), row);
    const history = fc.array(fc.tuple(table, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(history, (months) => {
        const write = tableWriter();
        let before: { readonly [id: string]: object } = {};
        for (const [more, keeps, backwards] of months) {
          const rows = Object.entries(keeps ? { ...before, ...more } : more);
          const now = Object.fromEntries(backwards ? rows.reverse() : rows);
          expect(write(now)).toBe(canonical(now));
          before = now;
        }
      }),
    );
  });
});
