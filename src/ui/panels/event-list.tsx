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
  const lines = linesOf(events, speaker);
  const open = lines.length <= shown + 1 ? lines : lines.slice(0, shown);
  const rest = lines.slice(open.length);
  return (
    <>
      <Lines lines={open} speaker={speaker} links={links} />
      {rest.length > 0 && (
        <details>
          <summary>{words.showMore(rest.length)}</summary>
          <Lines lines={rest} speaker={speaker} links={links} />
        </details>
      )}
    </>
  );
}

/** What is said of an event, and how many after each other it is said of. */
interface Line {
  readonly event: Event;
  readonly sentence: string;
  readonly times: number;
}

/** Events of which the same is said, one after another, are one line; those that one may suppose away stand alone. */
export function linesOf(events: readonly Event[], speaker: Speaker): Line[] {
  const lines: Line[] = [];
  for (const event of events) {
    const sentence = eventSentence(event, speaker);
    const last = lines.at(-1);
    if (last !== undefined && last.sentence === sentence && last.event.type === event.type && withoutIt(event) === null) lines[lines.length - 1] = { ...last, times: last.times + 1 };
    else lines.push({ event, sentence, times: 1 });
  }
  return lines;
}

function Lines({ lines, speaker, links }: { readonly lines: readonly Line[]; readonly speaker: Speaker; readonly links: PanelLinks }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  return (
    <ul className="events">
      {lines.map(({ event, sentence, times }) => (
        <li key={event.id}>
          <MarkGlyph shape={EVENT_MARKS[event.type].shape} tone={EVENT_MARKS[event.type].tone} />
          <span>
            {sentence}
            {times > 1 && <span className="quiet"> {words.soOften(times)}</span>}
          </span>
          {links.why !== undefined && event.type !== 'shock' && (
            <button type="button" className="link" onClick={() => links.why!(event.id)} aria-label={`${words.whyThis} ${sentence}`}>
              {words.whyThis}
            </button>
          )}
          <WhatIfButton change={withoutIt(event)} about={sentence} label={event.type === 'missedPayment' ? words.whatIfPaid : words.whatIfNot} suppose={links.suppose} />
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
