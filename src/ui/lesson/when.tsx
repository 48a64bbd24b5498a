/** When something on a sheet is. */
import type { ReactNode } from 'react';
import type { Tick } from '../../model/units.ts';
import type { Speaker } from '../../words/speaker.ts';

/** A month at the head of a row: its date and its number, each on a line of its own. */
export function When({ number, tick, rows = 1, speaker: { format } }: { readonly number?: number; readonly tick: Tick; readonly rows?: number; readonly speaker: Speaker }): ReactNode {
  return (
    <th scope={rows > 1 ? 'rowgroup' : 'row'} rowSpan={rows} className="paper-when">
      <span>
        {number === undefined ? '' : `${number}. `}
        {format.date(tick)}
      </span>{' '}
      <span>{format.monthNumber(tick)}</span>
    </th>
  );
}
