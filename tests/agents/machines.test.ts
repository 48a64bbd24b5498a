import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MACHINES } from '../../agents/index.ts';
import { regionsOf } from '../../src/engine/machine-regions.ts';
import { initialValues, liveStep, statechartOf } from '../../src/engine/statechart.ts';
import { ACTOR_KINDS } from '../../src/model/party.ts';
import type { RegionValues } from '../../src/model/machine.ts';
import { VIEWS } from '../fixtures/views.ts';

const seed = Number(process.env['SEED'] ?? 20_261_125);
/** Thousands of months, the same for all tests of a kind: drawn once. */
const drawn = new Map<(typeof ACTOR_KINDS)[number], readonly object[]>();
function monthsOf(kind: (typeof ACTOR_KINDS)[number]): readonly object[] {
  let months = drawn.get(kind);
  if (months === undefined) drawn.set(kind, (months = fc.sample(VIEWS[kind], { numRuns: 3000, seed })));
  return months;
}

it('there is one machine for each kind of actor, and it knows its kind', () => {
  expect(Object.keys(MACHINES).sort()).toEqual([...ACTOR_KINDS].sort());
  for (const kind of ACTOR_KINDS) expect([MACHINES[kind].kind, MACHINES[kind].machine.id]).toEqual([kind, kind]);
});

describe.each(ACTOR_KINDS)('the machine of %s', (kind) => {
  const { machine } = MACHINES[kind];
  const chart = statechartOf(machine, kind);

  it('can come into every one of its states from its first one', () => {
    const step = liveStep(machine);
    const reached = new Map<string, RegionValues>();
    const missing = new Set(chart.regions.flatMap((region) => region.states.map((state) => `${region.id}.${state}`)));
    const visit = (value: RegionValues): void => {
      reached.set(Object.values(value).join('|'), value);
      for (const [region, state] of Object.entries(value)) missing.delete(`${region}.${state}`);
    };
    visit(initialValues(machine));
    // from every value known so far, until every state was seen or a whole pass over the months finds nothing new
    for (let before = 0; before < reached.size && missing.size > 0; ) {
      before = reached.size;
      for (const view of monthsOf(kind)) {
        if (missing.size === 0) break;
        for (const value of [...reached.values()].slice(0, 60)) visit(step(value, view));
      }
    }
    for (const region of chart.regions) {
      const seen = new Set([...reached.values()].map((value) => value[region.id]!));
      expect([...seen].sort()).toEqual([...region.states].sort());
    }
  });

  it('has no guard that always or never holds, and none that no transition asks', () => {
    const used = new Set(chart.regions.flatMap((region) => region.transitions.map((move) => move.guard)));
    expect(Object.keys(machine.implementations.guards).sort()).toEqual([...used].sort());
    const guards = new Map(regionsOf(machine).flatMap((region) => Object.values(region.states).flatMap((moves) => moves.map((move) => [move.guard, move.holds] as const))));
    const months = monthsOf(kind);
    for (const [name, holds] of guards) {
      const answers = new Set(months.map((view) => holds({ event: { type: 'TICK', view } })));
      expect([name, answers.size]).toEqual([name, 2]);
    }
  });

  it('has no move that an earlier one out of the same state makes impossible', () => {
    const months = monthsOf(kind);
    for (const region of regionsOf(machine)) {
      for (const [state, moves] of Object.entries(region.states)) {
        const made = new Set(months.map((view) => moves.findIndex((move) => move.holds({ event: { type: 'TICK', view } }))));
        expect([region.id, state, moves.map((move, index) => (made.has(index) ? '' : move.guard)).join('')]).toEqual([region.id, state, '']);
      }
    }
  });

  it('ends only where the economy ends: every other state has a way out', () => {
    const ends = chart.regions.flatMap((region) => region.states.filter((state) => !region.transitions.some((move) => move.from === state)));
    expect(ends.every((state) => ['deploying', 'failed'].includes(state))).toBe(true);
  });
});
