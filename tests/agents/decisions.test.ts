import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MACHINES } from '../../agents/index.ts';
import { regionsOf } from '../../src/engine/machine-regions.ts';
import { ACTOR_KINDS } from '../../src/model/party.ts';
import type { AgentDefinition, RegionValues } from '../../src/model/machine.ts';
import { VIEWS } from '../fixtures/views.ts';

const seed = Number(process.env['SEED'] ?? 20_261_125);

function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

describe.each(ACTOR_KINDS)('what %s decides', (kind) => {
  const agent = MACHINES[kind] as unknown as AgentDefinition<object>;
  const anyState: fc.Arbitrary<RegionValues> = fc.record(Object.fromEntries(regionsOf(agent.machine).map((region) => [region.id, fc.constantFrom(...Object.keys(region.states))])));

  it('follows from what it sees and its state alone, and leaves both as they were', () => {
    fc.assert(
      fc.property(VIEWS[kind], anyState, (view, state) => {
        freeze(view);
        freeze(state);
        const again = structuredClone(view);
        expect(agent.decide(view, state)).toEqual(agent.decide(again, { ...state }));
        expect(agent.plan?.(view, state)).toEqual(agent.plan?.(again, { ...state }));
        expect(again).toEqual(view);
      }),
      { numRuns: 1500, seed },
    );
  });

  it('is data: plain JSON with finite numbers, whole dollars, and the rule and figures behind it', () => {
    let decided = 0;
    fc.assert(
      fc.property(VIEWS[kind], anyState, (view, state) => {
        for (const intent of agent.decide(view, state)) {
          decided += 1;
          // -0 would not survive a recording
          expect(JSON.parse(JSON.stringify(intent))).toEqual(intent);
          for (const figure of [...Object.values(intent.params), ...Object.values(intent.because.inputs), intent.because.threshold]) if (typeof figure === 'number') expect([intent, Number.isFinite(figure)]).toEqual([intent, true]);
          const { amount } = intent.params;
          if (amount !== undefined) expect([intent.type, Number.isSafeInteger(amount), (amount as number) >= 0]).toEqual([intent.type, true, true]);
          expect(intent.because.rule.split('.')[0]).toBe(kind);
          expect(Object.keys(intent.because.inputs).length).toBeGreaterThan(0);
        }
        for (const [name, value] of Object.entries(agent.plan?.(view, state) ?? {})) expect([name, Number.isFinite(value)]).toEqual([name, true]);
      }),
      { numRuns: 1500, seed },
    );
    expect(decided).toBeGreaterThan(100);
  });

  it('is nothing at all once it has shut, for a firm', () => {
    for (const view of fc.sample(VIEWS[kind], { numRuns: 200, seed })) {
      for (const state of fc.sample(anyState, { numRuns: 3, seed })) if ('shut' in view) expect(agent.decide({ ...view, shut: true }, state)).toEqual([]);
    }
  });
});

describe('a cloud giant short of cash', () => {
  const giant = { ...fc.sample(VIEWS.hyperscaler, { numRuns: 1, seed })[0]!, shut: false, defaulted: false, cash: 1_000, lines: 0, maturing: 0, outlays: 5_000, receipts: 5_000, cashTarget: 1, runway: null, equityRoom: 3_000, rounds: [] };
  const asks = (refused: number): string[] =>
    (MACHINES.hyperscaler as unknown as AgentDefinition<object>).decide({ ...giant, refused }, { capex: 'racing', customChip: 'buying', solvency: 'hedge' }).filter(({ type }) => type === 'borrow' || type === 'raiseEquity').map(({ type, params }) => `${type} ${params['amount']}`);

  it('asks lenders first, and shareholders for what they would still give only when lenders refuse most of it', () => {
    expect(asks(0.5)).toEqual(['borrow 4000']);
    expect(asks(0.51)).toEqual(['borrow 4000', 'raiseEquity 3000']);
  });
});
