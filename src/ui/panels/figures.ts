/** Amounts in columns: one unit for a whole table, billions or millions, whichever its largest figure can be read in. */
import type { Dollars } from '../../model/units.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';

export interface ColumnScale {
  readonly unit: string;
  of(amount: Dollars): string;
}

/** A hundred million; small figures in it keep one decimal, as those in billions do. */
const YI = 100_000_000;
const TENS_OF_YI = 100 * YI;
/** Below two billion the table counts in millions. */
const SMALL = 2_000_000_000;

export function columnScale(largest: Dollars, speaker: Speaker): ColumnScale {
  const { format } = speaker;
  if (Math.abs(largest) >= SMALL) return { unit: format.columnUnit, of: (amount) => (format.language === 'zh' && Math.abs(amount) < TENS_OF_YI ? format.number(amount / YI, 1) : format.column(amount)) };
  return { unit: speaker.words(PANEL_WORDS).smallUnit, of: (amount) => format.number(amount / 1_000_000) };
}

/** What hovering a figure shows: every digit, and the other language's unit. */
export function hover(amount: Dollars, speaker: Speaker): string {
  return `${speaker.format.dollarsExact(amount)} · ${speaker.format.dollarsBoth(amount)}`;
}
