import { describe, expect, it } from 'vitest';
import { createDigester } from '../../src/model/digest.ts';
import { sha256 } from '../../src/cli/sha256.ts';
import { startRun } from '../../src/simulation.ts';
import { shippedScenario } from '../explain/simulated.ts';
import { conservation } from './conserved.ts';
import { diceOf } from './dice.ts';
import { randomChanges } from './random-changes.ts';
import { randomScenario } from './random-scenario.ts';

/** `CASE=short-17 npx vitest run tests/property/conservation.test.ts` repeats one of them. */
const only = process.env['CASE'];
const long = process.env['LONG'] === '1';
const names = (stem: string, count: number): string[] => Array.from({ length: count }, (_, index) => `${stem}-${index}`);
/** Many short histories, in which most of what can go wrong goes wrong in the first year, and some of all six years; in the long run thousands. */
const cases = only !== undefined ? [only] : [...names('short', long ? 1_000 : 80), ...names('long', long ? 500 : 1)];
const months = (name: string): number => (name.startsWith('long') ? 72 : 9);
const bases = new Map(['base', 'demand-shortfall', 'telecom-1999'].map((id) => [id, shippedScenario(id)]));

/** Runs one world to its horizon, checking every phase of every month. @throws with the line that repeats it. */
function play(name: string): void {
  try {
    const dice = diceOf(`conservation/${name}`);
    const base = bases.get(dice.pick(['base', 'base', 'demand-shortfall', 'telecom-1999']))!;
    const scenario = randomScenario(base, dice, months(name));
    const parent = dice.chance(0.3) ? { parent: randomChanges(scenario, dice) } : {};
    const run = startRun({ scenario, seed: `dice-${name}`, ...parent }, { sha256 });
    const check = conservation(run.header, createDigester(sha256));
    for (let frame = run.next(); frame !== null; frame = run.next()) check(frame);
  } catch (problem) {
    throw new Error(`repeat with: CASE=${name} npx vitest run tests/property/conservation.test.ts\n${problem instanceof Error ? problem.stack : String(problem)}`, { cause: problem });
  }
}

const TOGETHER = 20;
const groups = Array.from({ length: Math.ceil(cases.length / TOGETHER) }, (_, nth) => cases.slice(nth * TOGETHER, (nth + 1) * TOGETHER));

describe('whatever world is simulated, and whatever is changed in its history', () => {
  it.each(groups.map((group) => [`${group[0]!} to ${group.at(-1)!}`, group] as const))('money, colours, claims and chips are conserved after every phase, machines are where they can be, and the record folds to the state: %s', (_name, group) => {
    for (const name of group) play(name);
    expect(group.length).toBeGreaterThan(0);
  });
});
