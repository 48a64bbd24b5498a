/** Figures of two histories beside each other, on paper: filled in for the teacher, empty where the class reads them off the page. */
import type { ReactNode } from 'react';
import { readingAt, type Reading } from '../../lesson/before-after.ts';
import type { PartyId, Tick } from '../../model/units.ts';
import type { ShownRun } from '../../session/shown-run.ts';
import { lessonWords } from '../../words/lesson.ts';
import type { Speaker } from '../../words/speaker.ts';

const ROWS = ['fails', 'owes', 'built', 'chips', 'lost'] as const satisfies readonly (keyof ReturnType<typeof lessonWords>['reading'])[];

export interface BeforeAfterProps {
  /** Null: an empty table, to be filled in. */
  readonly histories: { readonly before: ShownRun; readonly after: ShownRun } | null;
  readonly tick: Tick;
  readonly party: PartyId | null;
  readonly speaker: Speaker;
}

export function BeforeAfter({ histories, tick, party, speaker }: BeforeAfterProps): ReactNode {
  const words = lessonWords(speaker.language);
  const [before, after] = histories === null ? [null, null] : [histories.before, histories.after].map((run) => readingOf(run, tick, party));
  return (
    <table className="before-after paper-small">
      <thead>
        <tr>
          <td>{words.readAt(speaker.format.date(tick))}</td>
          <th scope="col">{words.before}</th>
          <th scope="col">{words.after}</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.filter((row) => row !== 'owes' || party !== null).map((row) => (
          <tr key={row}>
            <th scope="row">{words.reading[row](party === null ? '' : speaker.party(party))}</th>
            <td>{before === null || before === undefined ? '' : figureOf(before, row, speaker)}</td>
            <td>{after === null || after === undefined ? '' : figureOf(after, row, speaker)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function readingOf({ source, timeline }: ShownRun, tick: Tick, party: PartyId | null): Reading | null {
  return readingAt({ marks: timeline.marks, length: source.length, peek: (month) => source.peek(month) }, tick, party);
}

function figureOf(reading: Reading, row: (typeof ROWS)[number], speaker: Speaker): string {
  const words = lessonWords(speaker.language);
  if (row === 'owes' && reading.owes !== null && reading.settled !== null)
    return words.owesSettled[reading.settled.how](speaker.format.dollars(reading.owes), speaker.format.date(reading.settled.tick));
  if (row !== 'fails') return reading[row] === null ? '' : speaker.format.dollars(reading[row]);
  return words.failures(reading.failures.map(({ party, tick }) => words.failure(speaker.party(party), speaker.format.date(tick))));
}
