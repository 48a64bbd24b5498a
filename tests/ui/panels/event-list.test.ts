import { describe, expect, it } from 'vitest';
import type { Event } from '../../../src/model/decision.ts';
import { linesOf } from '../../../src/ui/panels/event-list.tsx';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import { shippedScenario } from '../../explain/simulated.ts';

describe('events of a month in the inspector', () => {
  const speaker = makeSpeaker('en', shippedScenario('base'));
  const event = (nth: number, type: Event['type'], data: Event['data'] = {}): Event => ({ id: `e${nth}`, key: `coreweave/${type}/${nth}`, type, actor: 'coreweave', data, causes: [] });

  it('of which the same is said one after another are one line with a count', () => {
    const lines = linesOf([event(0, 'cashTrap'), event(1, 'contractEnded'), event(2, 'contractEnded'), event(3, 'contractEnded'), event(4, 'cashTrap')], speaker);
    expect(lines.map(({ event: { id }, times }) => [id, times])).toEqual([['e0', 1], ['e1', 3], ['e4', 1]]);
  });
  it('stand alone where each can be supposed away', () => {
    const missed = (nth: number): Event => event(nth, 'missedPayment', { obligation: `bill-${nth}` });
    expect(linesOf([missed(0), missed(1)], speaker).map(({ times }) => times)).toEqual([1, 1]);
  });
});
