import { expect, it } from 'vitest';
import { monthTyped } from '../../src/ui/month-typed.ts';
import { makeFormat } from '../../src/words/format.ts';

it.each(['28', ' 28 ', 'Apr 2027', 'april 2027', 'Apr. 2027', '2027-04', '2027-4', '2027/04', '4/2027', '2027年4月', '2027 年 4 月', '２８'])('%s is April 2027', (typed) => expect(monthTyped(typed, 72)).toBe(27));
it.each(['', '0', '73', 'Foo 2027', '2027-13', '2027', 'Dec 2024', 'Jan 2031', '1e1', '-1', '2027年', 'four'])('“%s” is no month of 72', (typed) => expect(monthTyped(typed, 72)).toBeNull());
it('counts from where the history begins', () => {
  expect(monthTyped('Mar 1999', 48, { year: 1999, month: 1 })).toBe(2);
  expect(monthTyped('Mar 2027', 48, { year: 1999, month: 1 })).toBeNull();
});
it('knows every date as the page writes it', () => {
  for (const language of ['en', 'zh'] as const) {
    const { date } = makeFormat(language);
    for (let tick = 0; tick < 72; tick++) expect(monthTyped(date(tick), 72), date(tick)).toBe(tick);
  }
});
