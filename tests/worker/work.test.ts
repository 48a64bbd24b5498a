import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SimulationListener, SimulationRequest } from '../../src/session/simulate.ts';
import { simulate } from '../../src/worker/work.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const { header, frames } = syntheticRun({ ticks: 12 });
/** Month in which the rules break. */
let breaks = Infinity;

vi.mock('../../src/worker/engine.ts', () => {
  const start = () => {
    let tick = -1;
    const next = () => {
      tick += 1;
      if (tick === breaks) throw new Error('books off by $1');
      return frames[tick] ?? null;
    };
    return { header, shared: [], next };
  };
  return { startRun: start, startOutline: start };
});

/** What a page hears of a simulation, in order; it lets go after so many pauses. */
async function heard(request: Partial<SimulationRequest>, pauses = Infinity): Promise<string[]> {
  const told: string[] = [];
  const listener: SimulationListener = {
    header: () => void told.push('header'),
    months: (months) => void told.push(`months ${months[0]!.tick} to ${months.at(-1)!.tick}`),
    outline: ({ months, scale }) => void told.push(`outline of ${months}, ${scale.settled ? 'settled' : 'not'}`),
    finished: () => void told.push('finished'),
    failed: (message) => void told.push(`failed: ${message}`),
  };
  let left = pauses;
  await simulate({ scenario: header.scenario, seed: header.seed, ...request }, listener, { wanted: () => left > 0, pause: () => Promise.resolve(left-- > 0) });
  return told;
}

describe('simulating for the page', () => {
  // months are handed over by the clock, which stands still here
  beforeEach(() => void vi.spyOn(performance, 'now').mockReturnValue(0));
  afterEach(() => void vi.restoreAllMocks());

  it('hands over the first month at once, then the outline where it is wanted, then the rest', async () => {
    expect(await heard({ outlined: true })).toEqual(['header', 'months 0 to 0', 'outline of 12, settled', 'months 1 to 11', 'finished']);
    expect(await heard({})).toEqual(['header', 'months 0 to 0', 'months 1 to 11', 'finished']);
  });

  it('keeps every month before one in which the rules break, outlined as far as they came', async () => {
    breaks = 5;
    expect(await heard({ outlined: true })).toEqual(['header', 'months 0 to 0', 'outline of 5, settled', 'months 1 to 4', 'failed: books off by $1']);
    breaks = Infinity;
  });

  it('says nothing more once nobody wants it', async () => {
    expect(await heard({ outlined: true }, 0)).toEqual(['header', 'months 0 to 0']);
  });
});
