import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical, sortedKeys } from '../../src/model/canonical.ts';

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
    expect(canonical([{ a: { 10: [{ z: 1, b: 2 }], 9: null } }, { d: 0, c: '中"' }])).toBe('[{"a":{"10":[{"b":2,"z":1}],"9":null}},{"c":"中\\"","d":0}]');
    expect(canonical(JSON.parse('{"b":1,"__proto__":{"z":1,"a":2}}'))).toBe('{"__proto__":{"a":2,"z":1},"b":1}');
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
});
