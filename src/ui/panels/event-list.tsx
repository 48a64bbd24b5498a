/** Events of a month as sentences, in the order in which they happened, each with its shape and a way to ask why. */
import type { ReactNode } from 'react';
import type { Event } from '../../model/decision.ts';
import { EVENT_MARKS } from '../../view/marks.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { eventSentence } from '../../words/sentences.ts';
import type { Speaker } from '../../words/speaker.ts';
import type { PanelLinks } from './props.ts';
import { MarkGlyph } from './shapes.tsx';
import { WhatIfButton } from './what-if-button.tsx';
import type { Change } from '../../model/frame.ts';

export interface EventListProps {
  readonly events: readonly Event[];
  readonly speaker: Speaker;
  readonly links: PanelLinks;
  /** How many stand open; the others are folded away. */
  readonly shown?: number;
}

export function EventList({ events, speaker, links, shown = 8 }: EventListProps): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const open = events.length <= shown + 1 ? events : events.slice(0, shown);
  const rest = events.slice(open.length);
  return (
    <>
      <Lines events={open} speaker={speaker} links={links} />
      {rest.length > 0 && (
        <details>
          <summary>{words.showMore(rest.length)}</summary>
          <Lines events={rest} speaker={speaker} links={links} />
        </details>
      )}
    </>
  );
}

function Lines({ events, speaker, links }: EventListProps): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  return (
    <ul className="events">
      {events.map((event) => (
        <li key={event.id}>
          <MarkGlyph shape={EVENT_MARKS[event.type].shape} tone={EVENT_MARKS[event.type].tone} />
          <span>{eventSentence(event, speaker)}</span>
          {links.why !== undefined && event.type !== 'shock' && (
            <button type="button" className="link" onClick={() => links.why!(event.id)} aria-label={`${words.whyThis} ${eventSentence(event, speaker)}`}>
              {words.whyThis}
            </button>
          )}
          <WhatIfButton change={withoutIt(event)} about={eventSentence(event, speaker)} label={event.type === 'missedPayment' ? words.whatIfPaid : words.whatIfNot} suppose={links.suppose} />
        </li>
      ))}
    </ul>
  );
}

/** The change under which an event does not happen; null for events that only follow from others. */
function withoutIt({ type, key, data }: Event): Change | null {
  if (type === 'shock') return { kind: 'hold', key };
  const { obligation } = data;
  return type === 'missedPayment' && typeof obligation === 'string' ? { kind: 'payInstead', obligation } : null;
}
