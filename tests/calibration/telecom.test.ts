/** The telecom scenario against the nine shapes of what happened from 1999 to 2002: how many it has is counted and held. */
import { expect, test } from 'vitest';
import { TelecomShape } from '../../src/calibration/telecom.ts';
import type { Event } from '../../src/model/decision.ts';
import type { Flow } from '../../src/model/flow.ts';
import { startBatch } from '../../src/simulation.ts';
import { shipped } from './shipped.ts';

/**
 * Six of nine are wanted. The scenario's assumed figures were chosen on seeds 1, 2 and 3; the others were not looked at
 * while choosing. What differs from history: the price of capacity falls by three fifths instead of four, orders turn
 * earlier before the defaults, and the makers promise less than a fifth of their sales.
 */
const WANTED = 6;
const SEEDS = ['1', '2', '3', '5', '6', '9', '10', '42'];

test.each(SEEDS)('telecom-1999 with seed %s has at least six of the nine shapes', (seed) => {
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
  expect(shapes.filter((each) => each.met).length, JSON.stringify(shapes, null, 1)).toBeGreaterThanOrEqual(WANTED);
});
