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

describe('a cloud giant whose tenants have chips of their own', () => {
  const giant = { ...fc.sample(VIEWS.hyperscaler, { numRuns: 1, seed })[0]!, shut: false, capexPlan: 1_000, vendorShare: 0.5, rivalShare: 0.1, customShare: 0.2, fleet: 0, onOrder: 0, soldAhead: 0, ownUse: 950, consensusGrowth: 0, recentGrowth: 0, deflation: 0, rivalGap: 0, planAhead: 12 };
  const buys = (hostedAhead: number, tenantsAhead = hostedAhead): { readonly [from: string]: number } =>
    Object.fromEntries((MACHINES.hyperscaler as unknown as AgentDefinition<object>).decide({ ...giant, hostedAhead, tenantsAhead }, { capex: 'cutting', customChip: 'buying', solvency: 'hedge' }).filter(({ type }) => type === 'buy').map(({ params }) => [String(params['from']), Number(params['amount'])]));

  it('buys those in place of the leader’s, as far as the compute it will need is for them, and the rival’s as before', () => {
    // it will need 1,000: 950 for itself at a utilisation of 0.95
    expect(buys(0)).toEqual({ leader: 500, rival: 100, own: 200 });
    expect(buys(300)).toEqual({ leader: 350, rival: 100, own: 350 });
    expect(buys(5_000)).toEqual({ rival: 100, own: 700 });
    // what is bought for upkeep, when it will need no more than it has, is shared like the tenants' compute
    expect(buys(1_000, 5_000)).toEqual({ leader: 400, rival: 100, own: 300 });
  });
});

describe('a lab that buys its own chips', () => {
  const lab = { ...fc.sample(VIEWS.aiLab, { numRuns: 1, seed })[0]!, shut: false, owns: true, cash: 30_000, outlays: 100, receipts: 100, runway: null, cashTarget: 1, freePower: 1e9, powerPerUnit: 1, chipCost: 1, stage: null, wanted: 0, committed: 0, arrears: 0, lines: 0, maturing: 0 };
  const buys = (customShare: number): readonly unknown[] =>
    (MACHINES.aiLab as unknown as AgentDefinition<object>).decide({ ...lab, customShare }, { growth: 'racing', customChip: 'deploying', solvency: 'hedge' }).filter(({ type }) => type === 'buy').map(({ params }) => [params['from'], params['amount']]);

  it('splits them between the leader and its own design', () => {
    expect(buys(0)).toEqual([['leader', 1_000]]);
    expect(buys(0.22)).toEqual([['leader', 780], ['own', 220]]);
  });

  it('moves to its own design step by step once that works, and not before', () => {
    const share = (customShare: number, customChip: string): number => Number((MACHINES.aiLab as unknown as AgentDefinition<object>).plan!({ ...lab, customShare }, { growth: 'racing', customChip, solvency: 'hedge' })['customShare']);
    expect(share(0, 'tapingOut')).toBe(0);
    expect(share(0, 'deploying')).toBeCloseTo(0.22 * 0.06, 9);
    expect(share(0.22, 'deploying')).toBeCloseTo(0.22, 9);
  });
});
