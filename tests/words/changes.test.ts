import { expect, test } from 'vitest';
import type { Change } from '../../src/model/frame.ts';
import { changeSentence } from '../../src/words/changes.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { syntheticScenario } from '../fixtures/synthetic-scenario.ts';

const changes: readonly (readonly [Change, en: RegExp, zh: RegExp])[] = [
  [{ kind: 'set', path: 'demand.level', value: 0.8 }, /^[A-Z].* = 80%$/, /^[^a-z]*改为 80%$/],
  [{ kind: 'set', path: 'of.another.kind', value: 3 }, /of\.another\.kind = 3/, /of\.another\.kind 改为 3/],
  [{ kind: 'rescue', actor: 'openai' }, /OpenAI is rescued/, /救助OpenAI/],
  [{ kind: 'channelOff', channel: 'credit' }, /tight credit/, /[\u4e00-\u9fff]/],
];

test('a change is told by what a reader calls it, in its unit', () => {
  for (const [change, en, zh] of changes) {
    expect(changeSentence(change, makeSpeaker('en', syntheticScenario(12), 'real'))).toMatch(en);
    expect(changeSentence(change, makeSpeaker('zh', syntheticScenario(12), 'real'))).toMatch(zh);
  }
});
