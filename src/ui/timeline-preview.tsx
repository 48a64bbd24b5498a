/** What a month holds, beside the pointer, before one goes there. */
import type { ReactNode } from 'react';
import type { Tick } from '../model/units.ts';
import type { ShownRun } from '../session/shown-run.ts';
import { EVENT_MARKS } from '../view/marks.ts';
import { captionOf } from '../words/captions.ts';
import { named } from '../words/joined.ts';
import type { Speaker } from '../words/speaker.ts';
import { MarkGlyph } from './panels/shapes.tsx';
import { useWords } from './page-context.ts';

const WIDTH = 260;
const MOST_LISTED = 4;

export function TimelinePreview({ run, tick, x, width, speaker }: { readonly run: ShownRun; readonly tick: Tick; readonly x: number; readonly width: number; readonly speaker: Speaker }): ReactNode {
  const words = useWords();
  const month = run.timeline.months[tick];
  if (month === undefined) return null;
  const frame = run.source.peek(tick);
  const marks = [...month.marks].sort((a, b) => b.weight - a.weight).slice(0, MOST_LISTED);
  const rest = month.marks.length - marks.length;
  const left = Math.max(0, Math.min(width - WIDTH, x - WIDTH / 2));
  return (
    <div className="preview" style={{ left, width: WIDTH }} aria-hidden="true">
      <p className="preview-head">
        <strong>{speaker.format.date(tick)}</strong> <span className="quiet">{words.moved(speaker.format.dollars(month.drawn))}</span>
      </p>
      {frame !== undefined && <p>{captionOf(frame, speaker)}</p>}
      {marks.length > 1 && (
        <ul>
          {marks.map((mark) => (
            <li key={mark.id}>
              <MarkGlyph shape={EVENT_MARKS[mark.type].shape} tone={EVENT_MARKS[mark.type].tone} />
              {mark.actor === null ? speaker.vocabulary.event[mark.type] : named(speaker.party(mark.actor), speaker.vocabulary.event[mark.type], speaker.language)}
            </li>
          ))}
          {rest > 0 && <li className="quiet">{words.moreEvents(rest)}</li>}
        </ul>
      )}
    </div>
  );
}
