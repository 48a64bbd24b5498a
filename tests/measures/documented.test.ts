import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { NETWORK_KINDS, runNetworkCase } from '../../src/measures/network-case.ts';

/** Numbers to twelve digits, so that the page need not print the last bit. */
const rounded = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_key, each: unknown) => (typeof each === 'number' ? Number(each.toPrecision(12)) : each)) as unknown;

test('every example in the documentation of contagion gives the result printed under it', () => {
  const page = readFileSync(new URL('../../docs/contagion.md', import.meta.url), 'utf8');
  const examples = [...page.matchAll(/```json (\w+)\n([^`]+)```\n```json\n([^`]+)```/g)];
  expect(examples.map(([, kind]) => kind)).toEqual([...NETWORK_KINDS]);
  for (const [, kind, input, output] of examples) expect(rounded(runNetworkCase(kind!, JSON.parse(input!)))).toEqual(rounded(JSON.parse(output!)));
});
