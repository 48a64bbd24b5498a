import { describe, expect, it } from 'vitest';
import { MODEL } from '../../src/simulation.ts';
import { SHIPPED } from '../scenario/files.ts';
import { BY_MONTH, endOf, kept, monthsOf } from './golden.ts';

/** A change that is meant: `npm run golden`, and a commit that says why. */
describe('the history that the rules make', () => {
  it.each(BY_MONTH)('of %s is the one on file, month by month', (id) => {
    const [now, before] = [monthsOf(id), kept(id)];
    const moved = now.findIndex((line, tick) => line !== before[tick]);
    expect(moved === -1 ? null : { firstMonthThatMoved: moved, now: now[moved], before: before[moved] }).toBeNull();
    expect(now.length).toBe(before.length);
    // a batch of histories ends where the recorded one does
    expect(kept('ends')).toContain(`${id} ${now.at(-1)!.split(' ')[2]}`);
    expect(endOf(id)).toBe(now.at(-1)!.split(' ')[2]);
  });

  it.each(SHIPPED.filter((id) => !(BY_MONTH as readonly string[]).includes(id)))('of %s ends where the one on file does', (id) => {
    expect(kept('ends')).toContain(`${id} ${endOf(id)}`);
  });

  it('is on file for every scenario that is shipped, of these rules, and for no other', () => {
    expect(kept('ends').map((line) => line.split(' ')[0])).toEqual(['model', ...SHIPPED]);
    expect(kept('ends')[0]).toBe(`model ${MODEL}`);
  });
});
