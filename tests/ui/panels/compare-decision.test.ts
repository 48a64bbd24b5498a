import { expect, it } from 'vitest';
import type { Decision } from '../../../src/model/decision.ts';
import { decisionsApart } from '../../../src/ui/panels/compare-decision.tsx';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import { tinyRun } from '../../fixtures/tiny-run.ts';

const speaker = makeSpeaker('en', tinyRun(1).header.scenario);
const buy = (amount: number): Decision => ({ id: 'd', key: 'd', actor: 'microsoft', type: 'buy', params: { amount }, because: { rule: 'told', inputs: {}, threshold: 0 }, outcome: null, causes: [] });
const titles = (a: Decision | null, b: Decision | null) => decisionsApart({ tick: 3, key: 'd', actor: 'microsoft', a, b, inputs: [], params: [] }, speaker);

it('two decisions that would read alike are told with every digit', () => {
  expect(titles(buy(360_100_000), buy(360_400_000))).toEqual({ a: 'Buy GPUs for $360,100,000', b: 'Buy GPUs for $360,400,000' });
  expect(titles(buy(360_000_000), buy(410_000_000))).toEqual({ a: 'Buy GPUs for $360M', b: 'Buy GPUs for $410M' });
  expect(titles(buy(360_000_000), null).b).toBe('');
});
