import { describe, expect, it } from 'vitest';
import { bareScenario, openMonth } from '../fixtures/open-month.ts';

describe('what an actor remembers', () => {
  it('is a new row in each phase, so that a row already recorded stays as it was', () => {
    const month = openMonth(bareScenario(), 3);
    const opening = month.tables.minds['lab'];
    month.remember('lab', { training: 7 });
    const first = month.tables.minds['lab']!;
    month.remember('lab', { staff: 8 });
    expect(month.tables.minds['lab']).toBe(first);
    month.closePhase();
    month.remember('lab', { training: 9 });
    expect(first).toEqual({ ...opening, training: 7, staff: 8 });
    expect(month.tables.minds['lab']).toEqual({ ...opening, training: 9, staff: 8 });
  });

  it('can be no number that a recording could not hold, and minus nought is nought', () => {
    const month = openMonth(bareScenario(), 3);
    expect(() => month.remember('lab', { training: NaN })).toThrow('training is NaN');
    month.remember('lab', { training: -0 });
    expect(Object.is(month.mind('lab', 'training'), 0)).toBe(true);
  });
});

describe('a phase that ends', () => {
  it('hands over what happened in it and leaves nothing for the next', () => {
    const month = openMonth(bareScenario(), 3, { lab: 100 });
    month.pay({ purpose: 'running', from: 'lab', to: 'suppliers', amount: 40 });
    expect(month.closePhase().flows.map((flow) => flow.amount)).toEqual([40]);
    expect([month.closePhase().flows, month.allFlows.length]).toEqual([[], 1]);
  });
});
