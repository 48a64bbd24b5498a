/** Every shipped scenario runs to its horizon under the checks of the books, and explains itself in both languages. */
import { expect, test } from 'vitest';
import { startBatch } from '../../src/simulation.ts';
import { SHIPPED } from '../scenario/files.ts';
import { shipped } from './shipped.ts';

test('eleven scenarios are shipped', () => {
  expect(SHIPPED).toHaveLength(11);
});

test.each(SHIPPED)('%s runs to its horizon and says what it is in both languages', (id) => {
  const scenario = shipped(id);
  const run = startBatch({ scenario, seed: '1' }, { measured: false });
  while (run.next());
  expect(run.state.tick).toBe(scenario.horizon - 1);
  for (const section of ['what', 'how', 'notice', 'try', 'limits'] as const) {
    expect(scenario.about[section].en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(scenario.about[section].zh).toMatch(/[\u4e00-\u9fff]/);
  }
});
