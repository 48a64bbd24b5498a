/** How one thing led to the next: the events of a chain in order, each a press away from its month. */
import { Fragment, type ReactNode } from 'react';
import { linksOf } from '../../lesson/anchor.ts';
import { EVENT_MARKS } from '../../view/marks.ts';
import { lessonWords } from '../../words/lesson.ts';
import { MarkGlyph } from '../panels/shapes.tsx';
import { usePage, useRun, useSession, useSpeaker } from '../page-context.ts';

export function Chain({ keys }: { readonly keys: readonly string[] }): ReactNode {
  const { session } = usePage();
  const words = lessonWords(useSession((state) => state.settings.language));
  const run = useRun();
  const speaker = useSpeaker();
  if (run === null || speaker === null) return null;
  const marks = linksOf(keys, run.timeline.marks).filter((mark) => mark !== null);
  // one event leads nowhere
  if (marks.length < 2) return null;
  return (
    <ol className="chain" aria-label={words.chain}>
      {marks.map((mark, at) => (
        <Fragment key={mark.id}>
          <li style={{ animationDelay: `${at * 350}ms` }}>
            {at > 0 && <span aria-hidden="true">→ </span>}
            <button type="button" className="chain-link" onClick={() => session.command({ type: 'seek', tick: mark.tick })}>
              <MarkGlyph shape={EVENT_MARKS[mark.type].shape} tone={EVENT_MARKS[mark.type].tone} />
              <span>
                {mark.actor === null ? '' : `${speaker.party(mark.actor)} · `}
                {speaker.vocabulary.event[mark.type]}
              </span>
              <span className="quiet">{speaker.format.date(mark.tick)}</span>
            </button>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
