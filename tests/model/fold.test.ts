import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { changeRecorder, foldFrame, foldPhase, isReservedName } from '../../src/model/fold.ts';
import type { Flow } from '../../src/model/flow.ts';
import type { RowChange } from '../../src/model/frame.ts';
import { TABLES, type World } from '../../src/model/world.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 3 });
const base = run.frames[2]!.state;
const value = fc.oneof(fc.integer(), fc.string(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 }), fc.dictionary(fc.constantFrom('x', 'y'), fc.integer()));
const row = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), value);
const tables = fc.record(Object.fromEntries(TABLES.map((name) => [name, fc.dictionary(fc.constantFrom('p', 'q', 'r', 's/t'), row)])));
const world = tables.map((content) => ({ ...content, tick: 0 }) as unknown as World);

describe('changes between two states', () => {
  test('fold the first into the second, whatever the rows', () => {
    fc.assert(fc.property(world, world, (before, after) => {
      const folded = foldPhase(before, { flows: [], changes: changeRecorder(before)(after, []) });
      expect(canonical(folded)).toBe(canonical(after));
    }), { numRuns: 200 });
  });

  test('are told state by state as between any two of them', () => {
    fc.assert(fc.property(fc.array(world, { minLength: 2, maxLength: 5 }), (states) => {
      const recorder = changeRecorder(states[0]!);
      for (let nth = 1; nth < states.length; nth++) expect(recorder(states[nth]!, [])).toEqual(changeRecorder(states[nth - 1]!)(states[nth]!, []));
    }), { numRuns: 60 });
  });

  test('are none between a state and itself or a copy of it', () => {
    expect(changeRecorder(base)(base, [])).toEqual([]);
    expect(changeRecorder(base)(structuredClone(base), [])).toEqual([]);
  });

  test('name only the fields that moved, new rows and rows that went', () => {
    const { 'coreweave-facility': facility, 'reits-bonds': _gone, ...loans } = base.loans;
    const after = { ...base, loans: { ...loans, 'coreweave-facility': { ...facility!, principal: 1 }, fresh: facility! } };
    expect(changeRecorder(base)(after, [])).toEqual([
      { table: 'loans', id: 'coreweave-facility', set: { principal: 1 } },
      { table: 'loans', id: 'fresh', row: facility },
      { table: 'loans', id: 'reits-bonds', gone: true },
    ]);
  });

  test('do not depend on the order in which rows were written', () => {
    const backwards = { ...base, accounts: Object.fromEntries(Object.entries(base.accounts).reverse()) };
    expect(changeRecorder(run.header.opening)(backwards, [])).toEqual(changeRecorder(run.header.opening)(base, []));
  });
});

describe('folding', () => {
  const dye = [1, 2, 3, 0, 0, 0, 0, 4];
  const flow: Flow = { id: '3/settle/x', key: 'x', posting: 'x', from: 'nvidia', to: 'openai', lane: 'cash', purpose: 'running', amount: 10, dye };

  test('moves cash and its colours with the flows, and nothing for flows without dye', () => {
    const { dye: _none, ...accrual } = { ...flow, lane: 'accrual' as const };
    const after = foldPhase(base, { flows: [flow, accrual], changes: [] });
    expect(after.accounts['nvidia']!.cash).toBe(base.accounts['nvidia']!.cash - 10);
    expect(after.accounts['openai']!.cash).toBe(base.accounts['openai']!.cash + 10);
    expect(after.dye['openai']!.origins).toEqual(base.dye['openai']!.origins.map((amount, index) => amount + dye[index]!));
    expect(after.accounts['amd']).toBe(base.accounts['amd']);
    expect(after.loans).toBe(base.loans);
  });

  test('records nothing for what already follows from the flows', () => {
    const after = foldPhase(base, { flows: [flow], changes: [] });
    expect(changeRecorder(base)(after, [flow])).toEqual([]);
    expect(changeRecorder(base)(base, [flow]).map((change) => `${change.table}/${change.id}`)).toEqual(['accounts/nvidia', 'accounts/openai', 'dye/nvidia', 'dye/openai']);
  });

  test('of all phases gives the next month, and leaves the state it began with alone', () => {
    const text = canonical(run.header.opening);
    let state = run.header.opening;
    for (const frame of run.frames) {
      state = foldFrame(state, frame);
      expect(canonical(state)).toBe(canonical(frame.state));
    }
    expect(canonical(run.header.opening)).toBe(text);
  });

  const hostile: readonly (readonly [string, unknown])[] = [
    ['a table that does not exist', { table: 'secrets', id: 'x', row: {} }],
    ['the prototype as a table', { table: '__proto__', id: 'polluted', row: { yes: 1 } }],
    ['tick as a table', { table: 'tick', id: 'x', row: {} }],
    ['the prototype as an id', JSON.parse('{"table":"minds","id":"__proto__","row":{"polluted":1}}')],
    ['a constructor as an id', { table: 'minds', id: 'constructor', row: { polluted: 1 } }],
    ['the prototype as a field of a row', JSON.parse('{"table":"minds","id":"openai","row":{"__proto__":{"polluted":1}}}')],
    ['the prototype as a field that is set', JSON.parse('{"table":"minds","id":"openai","set":{"__proto__":{"polluted":1}}}')],
    ['a row every object has', { table: 'minds', id: 'toString', set: { length: 1 } }],
    ['a row that is not there', { table: 'loans', id: 'nobody', set: { principal: 0 } }],
    ['the end of a row that is not there', { table: 'loans', id: 'nobody', gone: true }],
  ];
  test.each(hostile)('refuses %s', (_name, change) => {
    expect(() => foldPhase(base, { flows: [], changes: [change as RowChange] })).toThrow(/^change of /);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test.each(['nobody', 'toString', '__proto__'])('refuses a flow to %s', (to) => {
    expect(() => foldPhase(base, { flows: [{ ...flow, to }], changes: [] })).toThrow(`no accounts of ${to}`);
  });

  test('knows every name that all objects share', () => {
    for (const name of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf']) expect(isReservedName(name)).toBe(true);
    for (const name of ['nvidia', 'cash', 'a/b', '1']) expect(isReservedName(name)).toBe(false);
  });
});
