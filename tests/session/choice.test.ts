import { describe, expect, it } from 'vitest';
import { badParameters, readSeed, withParameters } from '../../src/session/choice.ts';
import { syntheticScenario } from '../fixtures/synthetic-scenario.ts';

const plain = syntheticScenario(12);
const scenario = { ...plain, parameters: { 'demand.level': { value: 1, unit: '×', mark: 'assumed' as const, source: 'test', range: [0.4, 2] as [number, number] } } };

describe('choosing a run', () => {
  it('moves a parameter and leaves the scenario as it was', () => {
    const moved = withParameters(scenario, { 'demand.level': 0.6 });
    expect(moved.parameters['demand.level']).toEqual({ ...scenario.parameters['demand.level'], value: 0.6 });
    expect(scenario.parameters['demand.level'].value).toBe(1);
  });

  it('is the same scenario when nothing moves, or nothing the scenario knows', () => {
    expect(withParameters(scenario, {})).toBe(scenario);
    expect(withParameters(scenario, { 'demand.level': 1 })).toBe(scenario);
    expect(withParameters(scenario, { toString: 1 })).toBe(scenario);
  });

  it('names parameters that are unknown, out of range or not numbers', () => {
    expect(badParameters(scenario, { 'demand.level': 0.6 })).toEqual([]);
    expect(badParameters(scenario, { 'demand.level': 3, constructor: 1, nothing: 1 })).toEqual(['demand.level', 'constructor', 'nothing']);
    expect(badParameters(scenario, { 'demand.level': Number.NaN })).toEqual(['demand.level']);
  });

  it('takes a seed as typed, without spaces around it, and refuses what is no seed', () => {
    expect(readSeed(' 七号班 ')).toBe('七号班');
    for (const text of ['', '   ', 'a\u0000b', 'x'.repeat(41)]) expect(readSeed(text)).toBeNull();
  });
});
