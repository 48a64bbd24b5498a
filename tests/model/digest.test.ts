import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { createDigester } from '../../src/model/digest.ts';
import type { World } from '../../src/model/world.ts';
import { syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 4 });
const frame = run.frames[3]!;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('digests', () => {
  const digester = createDigester(sha256);

  test('of a state are those of its canonical text', () => {
    expect(digester.state(frame.state)).toBe(sha256(canonical(frame.state)));
    expect(frame.stateDigest).toBe(sha256(canonical(frame.state)));
  });

  test('of a state do not depend on what was named before it', () => {
    for (const { state } of [...run.frames, ...run.frames.toReversed()]) expect(digester.state(state)).toBe(createDigester(sha256).state(state));
  });

  test('do not depend on the order of rows or fields', () => {
    const backwards = (value: unknown): unknown =>
      Array.isArray(value) ? value.map(backwards) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, inner]) => [key, backwards(inner)])) : value;
    expect(digester.state(backwards(frame.state) as World)).toBe(frame.stateDigest);
  });

  test('of a phase name every phase before it in the month', () => {
    const { digest, ...first } = frame.phases[0]!;
    expect(digester.phase(null, first)).toBe(digest);
    expect(digest).toBe(sha256(canonical(first)));
    const { digest: second, ...content } = frame.phases[1]!;
    expect(second).toBe(sha256(digest + canonical(content)));
  });

  test('change with one dollar anywhere', () => {
    const row = frame.state.accounts['nvidia']!;
    const richer = { ...frame.state, accounts: { ...frame.state.accounts, nvidia: { ...row, cash: row.cash + 1 } } };
    expect(digester.state(richer)).not.toBe(frame.stateDigest);
    const content = { ...frame, stateDigest: frame.stateDigest };
    expect(digester.frame(content)).toBe(frame.digest);
    expect(digester.frame({ ...content, tick: 9 })).not.toBe(frame.digest);
    expect(digester.frame({ ...content, prev: '0'.repeat(64) })).not.toBe(frame.digest);
    expect(digester.frame({ ...content, measures: { ...frame.measures, fireSaleLoss: 1 } })).not.toBe(frame.digest);
    expect(digester.frame({ ...content, phases: frame.phases.slice(1) })).not.toBe(frame.digest);
  });

  test('are refused for a state with a table more, a table less or something that is no number', () => {
    expect(() => digester.state({ ...frame.state, extra: {} } as World)).toThrow('tables of the model');
    const { loans: _loans, ...less } = frame.state;
    expect(() => digester.state(less as World)).toThrow('tables of the model');
    const broken = { ...frame.state, minds: { ...frame.state.minds, openai: { belief: NaN } } };
    expect(() => digester.state(broken)).toThrow('$.minds.openai.belief is NaN');
  });

  test('are the same with another implementation of SHA-256', () => {
    expect(testSha256('money comes home')).toBe(sha256('money comes home'));
    expect(createDigester(testSha256).state(frame.state)).toBe(frame.stateDigest);
  });
});
