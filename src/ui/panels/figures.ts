/** Amounts in columns: one unit for a whole table, billions or millions, whichever its largest figure can be read in. */
import type { Dollars } from '../../model/units.ts';
import { panelWords } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';

export interface ColumnScale {
  readonly unit: string;
  of(amount: Dollars): string;
}

/** Below two billion the table counts in millions. */
const SMALL = 2_000_000_000;

export function columnScale(largest: Dollars, speaker: Speaker): ColumnScale {
  const { format } = speaker;
  if (Math.abs(largest) >= SMALL) return { unit: format.columnUnit, of: (amount) => format.column(amount) };
  return { unit: panelWords(speaker.language).smallUnit, of: (amount) => format.number(amount / 1_000_000) };
}

/** What hovering a figure shows: every digit, and the other language's unit. */
export function hover(amount: Dollars, speaker: Speaker): string {
  return `${speaker.format.dollarsExact(amount)} · ${speaker.format.dollarsBoth(amount)}`;
}

/** Months since an event of the past. */
export function sinceTick(speaker: Speaker, tick: number): string {
  return speaker.format.date(tick);
}
