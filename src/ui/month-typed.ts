/** Which month somebody means who types a date as it stands on the page, in figures, or the number of the month. */
import { calendar, type Tick } from '../model/units.ts';

const NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The tick meant by "28", "Apr 2027", "April 2027", "2027-04", "4/2027" or "2027年4月"; null for what is no month of the run. */
export function monthTyped(text: string, months: number, opens?: { readonly year: number; readonly month: number }): Tick | null {
  const inside = (tick: Tick): Tick | null => (tick >= 0 && tick < months ? tick : null);
  const typed = text.normalize('NFKC').trim().toLowerCase();
  if (/^\d{1,6}$/.test(typed) && !(typed.length === 4 && Number(typed) > months)) return inside(Number(typed) - 1);
  const date = dateTyped(typed);
  if (date === null) return null;
  const first = calendar(0, opens);
  return inside((date.year - first.year) * 12 + date.month - first.month);
}

function dateTyped(typed: string): { readonly year: number; readonly month: number } | null {
  const named = /^([a-z]{3})[a-z]*\.?[\s,/-]*(\d{4})$/.exec(typed);
  if (named !== null) {
    const month = NAMES.indexOf(named[1]!) + 1;
    return month === 0 ? null : { year: Number(named[2]), month };
  }
  const figures = /^(\d{4})\s*[-/.\s\u5e74]\s*(\d{1,2})\s*\u6708?$/.exec(typed);
  const turned = /^(\d{1,2})\s*[-/.\s]\s*(\d{4})$/.exec(typed);
  const [year, month] = figures !== null ? [Number(figures[1]), Number(figures[2])] : turned !== null ? [Number(turned[2]), Number(turned[1])] : [0, 0];
  return month >= 1 && month <= 12 ? { year, month } : null;
}
