/** Marks of the timeline: what a class should look at, and nothing that had been decided before the picture opens. */
import { expect, test } from 'vitest';
import { marksOf } from '../../src/playback/events.ts';
import { sha256 } from '../../src/cli/sha256.ts';
import { startRun } from '../../src/simulation.ts';
import { shipped } from '../calibration/shipped.ts';

test('a shock is marked in its month, what was announced before month 0 is not', () => {
  const scenario = shipped('demand-shortfall');
  const run = startRun({ scenario, seed: '42' }, { sha256 });
  const at = scenario.shocks[0]!.at;
  const marks = [];
  for (let frame = run.next(); frame !== null && frame.tick <= at; frame = run.next()) marks.push(...marksOf(frame));
  expect(marks.filter((mark) => mark.type === 'shock').map((mark) => mark.tick)).toEqual([...new Set(scenario.shocks.filter((shock) => shock.at <= at).map((shock) => shock.at))]);
});
