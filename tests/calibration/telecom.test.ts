/** The telecom scenario against the nine shapes of what happened from 1999 to 2002: how many it has is counted and held. */
import { expect, test } from 'vitest';
import { TelecomShape } from '../../src/calibration/telecom.ts';
import type { Event } from '../../src/model/decision.ts';
import type { Flow } from '../../src/model/flow.ts';
import { startBatch } from '../../src/simulation.ts';
import { shipped } from './shipped.ts';

/**
 * Six of nine are wanted; what falls short is that the newcomers do not fail, so their lenders lose nothing, and old
 * carriers do. The scenario's depths were chosen on seed 1; seeds 2 and 3 were not looked at while choosing.
 */
const HELD: readonly (readonly [seed: string, shapes: number])[] = [['1', 5], ['2', 4], ['3', 4]];

test.each(HELD)('telecom-1999 with seed %s has at least %i of the nine shapes', (seed, held) => {
  const scenario = shipped('telecom-1999');
  const shape = new TelecomShape(scenario);
  let [flows, events]: [Flow[], Event[]] = [[], []];
  const run = startBatch({ scenario, seed }, { onPhase: (report) => { flows.push(...report.flows); events.push(...report.events); } });
  while (run.next()) {
    const losses = run.measures!.lossesByHolder;
    shape.month({ state: run.state, flows, events, creditLoss: (party) => losses[party]?.credit ?? 0 });
    [flows, events] = [[], []];
  }
  const shapes = shape.shapes();
  expect(shapes).toHaveLength(9);
  expect(shapes.filter((each) => each.met).length, JSON.stringify(shapes, null, 1)).toBeGreaterThanOrEqual(held);
});
