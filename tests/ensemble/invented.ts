/**
 * Invented rules for sweeps: months that follow from seed and parameters by a formula, in microseconds. Demand decides
 * how likely the start-ups are to fail, chance decides when; a seed with "broken" in it cannot be finished.
 */
import alea from 'seedrandom/lib/alea.js';
import type { Measures } from '../../src/model/measures.ts';
import type { Event } from '../../src/model/decision.ts';
import type { Months } from '../../src/histories/history.ts';
import type { StartMonths } from '../../src/histories/work.ts';

export const INVENTED_MODEL = 'invented-1';

const event = (actor: string): Event => ({ id: actor, key: actor, type: 'default', actor, data: {}, causes: [] });

export const startInvented: StartMonths = ({ scenario, seed }) => {
  if (seed.includes('broken')) throw new Error('books do not balance');
  const draw = alea(seed);
  const demand = scenario.parameters['demand.growth']!.value;
  const off = Object.values(scenario.channels).filter((on) => on === false).length;
  const luck = draw();
  const failsAt = luck > demand ? Math.floor(draw() * scenario.horizon) : -1;
  let tick = 0;
  const next: Months['next'] = () => {
    if (tick >= scenario.horizon) return null;
    const losses = tick === failsAt ? Math.round(1e9 * (1 + luck) * (off > 0 ? 0.5 : 1)) : 0;
    const measures = {
      ai: { endCustomerSpending: Math.round(1e9 * demand * (tick + 1)), capex: Math.round(2e9 * demand) },
      vendor: { revenue: Math.round(1e9 * demand + 1e8 * luck), grossMargin: 0.75, orders: 0, trailingProfit: 0 },
      circularity: { traced: tick < 2 ? null : 1 / 3, earmarked: null, enabled: null },
      outsideCoverage: null, minsky: { hedge: 1, speculative: 0, ponzi: luck, equityBurner: 0 }, utilisation: luck, usedToNew: 0.5, computePrice: 2_000_000, lenderCapital: 0.1,
      losses: { credit: losses, marks: 2 * losses, deadweight: 0 },
    } as unknown as Measures;
    const month = { tick, measures, events: tick === failsAt ? [event('start-ups')] : [] };
    tick += 1;
    return month;
  };
  return { next, stateDigest: () => `${seed}/${demand}/${off}/${tick}` };
};
