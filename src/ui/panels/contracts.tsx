/** The contracts of an actor, by what they are to it, each with its clock. */
import type { ReactNode } from 'react';
import { toldBefore, type TermId } from '../../words/glossary.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { Glossed } from '../glossed.tsx';
import type { Clock, ClockGroup } from './contract-clocks.ts';
import { Amount } from './figure.tsx';
import type { PanelLinks, Select } from './props.ts';
import { ClockShape } from './shapes.tsx';
import { WhatIfButton } from './what-if-button.tsx';

/** Contracts of a group shown before the rest is folded away. */
const SHOWN = 4;

interface Lines extends Pick<PanelLinks, 'suppose'> {
  readonly clocks: readonly Clock[];
  readonly speaker: Speaker;
  readonly select: Select;
  /** Contracts that can be taken out of the history. */
  readonly removable: (id: string) => boolean;
}

export function Contracts({ clocks, ...rest }: Lines): ReactNode {
  const { speaker } = rest;
  const words = speaker.words(PANEL_WORDS);
  const groups = [...new Set(clocks.map((clock) => clock.group))];
  const inOrder = groups.flatMap((group) => clocks.filter((clock) => clock.group === group));
  const told = toldBefore(inOrder.map(saidOf), speaker.language);
  const before = new Map(inOrder.map((clock, place) => [clock.id, told[place]!]));
  return (
    <section className="panel-part" aria-label={words.inspector.contracts}>
      <h3>{words.inspector.contracts}</h3>
      {clocks.length === 0 && <p className="quiet">{words.inspector.noContracts}</p>}
      {groups.map((group) => (
        <Group key={group} group={group} clocks={clocks.filter((clock) => clock.group === group)} before={before} {...rest} />
      ))}
    </section>
  );
}

/** What stands under the other party's name. */
const saidOf = (clock: Clock): string => [clock.what, ...clock.lines].join(' · ');

/** Terms that the lines before have mentioned, by contract. */
type Before = ReadonlyMap<string, ReadonlySet<TermId>>;

function Group({ group, clocks, before, ...props }: Lines & { readonly group: ClockGroup; readonly before: Before }): ReactNode {
  const { speaker } = props;
  const words = speaker.words(PANEL_WORDS);
  const rest = clocks.slice(SHOWN);
  const sum = clocks.reduce((total, clock) => total + clock.amount, 0);
  const list = (shown: readonly Clock[]): ReactNode => (
    <ul className="clocks">
      {shown.map((clock) => (
        <ClockLine key={clock.id} clock={clock} before={before.get(clock.id)} {...props} />
      ))}
    </ul>
  );
  return (
    <div className="clock-group" data-group={group}>
      <h4>
        {words.contract.group[group]} <Amount amount={sum} speaker={speaker} />
      </h4>
      {list(clocks.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{words.inspector.showMore(rest.length)}</summary>
          {list(rest)}
        </details>
      )}
    </div>
  );
}

function ClockLine({ clock, before, speaker, select, removable, suppose }: Omit<Lines, 'clocks'> & { readonly clock: Clock; readonly before: ReadonlySet<TermId> | undefined }): ReactNode {
  const words = speaker.words(PANEL_WORDS);
  return (
    <li className="clock-line">
      <span className="clock-face" title={clock.elapsed === null ? undefined : words.contract.elapsed(speaker.format.percent(clock.elapsed))}>
        {clock.elapsed !== null && <ClockShape share={clock.elapsed} />}
      </span>
      <div className="clock-words">
        <p className="clock-head">
          <button type="button" className="link" onClick={() => select({ kind: 'actor', id: clock.party })}>
            {speaker.party(clock.party)}
          </button>
          <Amount amount={clock.amount} speaker={speaker} />
        </p>
        <p className="quiet"><Glossed before={before}>{saidOf(clock)}</Glossed></p>
        {removable(clock.id) && <WhatIfButton change={{ kind: 'removeContract', contract: clock.id }} about={`${speaker.party(clock.party)} ${clock.what}`} label={words.inspector.whatIfGone} suppose={suppose} />}
        {clock.trouble !== null && (
          <p className="trouble">
            <span aria-hidden="true">▼ </span>
            {clock.trouble}
          </p>
        )}
      </div>
    </li>
  );
}
