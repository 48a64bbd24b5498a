import Ajv from 'ajv';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { recordingJsonSchema } from '../../src/recording/json-schema.ts';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const published = (name: string): object => JSON.parse(readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')) as object;
const accepts = new Ajv({ strict: false, discriminator: false }).addSchema(published('scenario.schema.json'), 'scenario.schema.json').compile(recordingJsonSchema());
const lines = gunzipSync(await recorded(syntheticRun(), { title: 'a', author: 'b', bookmarks: [{ tick: 3, text: 'c' }] }))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as { [field: string]: unknown });

describe('the JSON Schema of recordings', () => {
  test('as published is current (node scripts/recording-schema.js writes it)', () => {
    expect(published('recording.schema.json')).toEqual(JSON.parse(JSON.stringify(recordingJsonSchema())));
  });

  test('accepts every line of a recording', () => {
    for (const line of lines) {
      accepts(line);
      expect(accepts.errors ?? [], `line ${String(line['type'])} ${String(line['tick'])}`).toEqual([]);
    }
  });

  test('refuses a field too many, a field too few, half a dollar and an unknown purpose', () => {
    const month = (change: (text: string) => string): unknown => JSON.parse(change(JSON.stringify(lines[3])));
    expect(accepts(month((text) => text))).toBe(true);
    expect(accepts(month((text) => text.replace('"tick":', '"tock":1,"tick":')))).toBe(false);
    expect(accepts(month((text) => text.replace(/"stateDigest":"[0-9a-f]+",?/, '')))).toBe(false);
    expect(accepts(month((text) => text.replace(/"amount":\d+/, '"amount":0.5')))).toBe(false);
    expect(accepts(month((text) => text.replace('"purpose":"aiService"', '"purpose":"bribe"')))).toBe(false);
  });
});
