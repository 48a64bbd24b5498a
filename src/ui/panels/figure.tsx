/** One amount of money: compact, with every digit and both languages' units when hovered. */
import type { ReactNode } from 'react';
import type { Dollars } from '../../model/units.ts';
import type { Speaker } from '../../words/speaker.ts';
import { hover, type ColumnScale } from './figures.ts';

export function Amount({ amount, speaker, column }: { readonly amount: Dollars; readonly speaker: Speaker; readonly column?: ColumnScale }): ReactNode {
  return (
    <span className="figure" title={hover(amount, speaker)}>
      {column === undefined ? speaker.format.dollars(amount) : column.of(amount)}
    </span>
  );
}
