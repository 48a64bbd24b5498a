import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { SHIPPED, shippedText } from './files.ts';
import { SMALL } from './small.ts';

const accepts = new Ajv({ strict: false }).compile(scenarioJsonSchema());

test('the published schema is current (node scripts/scenario-schema.js writes it)', () => {
  const published = readFileSync(new URL('../../docs/scenario.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(published)).toEqual(JSON.parse(JSON.stringify(scenarioJsonSchema())));
});

test.each(SHIPPED)('editors accept %s', (id) => {
  accepts(parse(shippedText(id)!));
  expect(accepts.errors ?? []).toEqual([]);
});

test.each(SHIPPED)('%s names the schema for editors on its first line', (id) => {
  expect(shippedText(id)!.split('\n')[0]).toBe('# yaml-language-server: $schema=../docs/scenario.schema.json');
});

test('editors refuse a misspelt field, an unknown parameter and a missing list', () => {
  expect(accepts(parse(SMALL))).toBe(true);
  expect(accepts(parse(SMALL.replace('horizon:', 'horison:')))).toBe(false);
  expect(accepts(parse(SMALL.replace('  volatility:', '  volatilty:')))).toBe(false);
  expect(accepts(parse(SMALL.replace('parties:', 'partys:')))).toBe(false);
});

test('what is inherited may be left out, what is said must still be right', () => {
  const child = { format: 1, id: 'child', extends: 'base', name: { en: 'a', zh: '甲' }, about: parse(SMALL).about };
  expect(accepts(child)).toBe(true);
  expect(accepts({ ...child, parties: [{ id: 'openai', terms: { revenue: { value: 5 } } }] })).toBe(true);
  expect(accepts({ ...child, parties: [{ id: 'openai', terms: { revenue: { value: 'much' } } }] })).toBe(false);
  expect(accepts({ ...child, about: {} })).toBe(false);
});
