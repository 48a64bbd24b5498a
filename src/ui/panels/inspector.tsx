/** The right-hand column: what is selected, opened; the month in short when nothing is. */
import type { ReactNode } from 'react';
import type { Target } from '../../view/plan.ts';
import { laneParts, lanesOfMonth } from '../../view/lane-book.ts';
import { LANE_KINDS } from '../../view/plan.ts';
import { panelWords } from '../../words/panels.ts';
import { ActorInspector } from './actor-inspector.tsx';
import { Amount } from './figure.tsx';
import { LaneInspector } from './lane-inspector.tsx';
import { MonthInspector } from './month-inspector.tsx';
import type { PanelLinks, PanelProps } from './props.ts';
import { LaneGlyph } from './shapes.tsx';

export function Inspector({ selection, ...props }: PanelProps & PanelLinks & { readonly selection: Target | null }): ReactNode {
  return <div className="panel inspector">{opened(selection, props)}</div>;
}

function opened(selection: Target | null, props: PanelProps & PanelLinks): ReactNode {
  switch (selection?.kind) {
    case undefined:
      return <MonthInspector {...props} />;
    case 'actor':
      return props.speaker.isParty(selection.id) && Object.hasOwn(props.scene.after.accounts, selection.id) ? <ActorInspector {...props} id={selection.id} /> : <MonthInspector {...props} />;
    case 'lane': {
      const { from, kind, to } = laneParts(selection.key);
      const known = props.speaker.isParty(from) && props.speaker.isParty(to) && (LANE_KINDS as readonly string[]).includes(kind);
      return known ? <LaneInspector {...props} lane={selection.key} /> : <MonthInspector {...props} />;
    }
    case 'bundle':
      return <BundleInspector {...props} pair={selection.key} />;
  }
}

/** Lanes of one pair that are drawn as one: each can be opened. */
function BundleInspector({ scene, speaker, select, pair }: PanelProps & { readonly pair: string }): ReactNode {
  const words = panelWords(speaker.language).inspector;
  const ends = speaker.scenario.parties.map((party) => party.id).filter((id) => pair.split(/[/|]/).includes(id));
  const lanes = [...lanesOfMonth(scene.frame).values()].filter((lane) => ends.includes(lane.from) && ends.includes(lane.to)).sort((a, b) => b.amount - a.amount || LANE_KINDS.indexOf(a.kind) - LANE_KINDS.indexOf(b.kind));
  return (
    <div className="inspector-lane">
      <header className="inspector-heading">
        <div className="inspector-title">
          <h2>{ends.map((id) => speaker.party(id)).join(' ⇄ ')}</h2>
          <button type="button" className="close" aria-label={words.close} onClick={() => select(null)}>
            ×
          </button>
        </div>
        <p className="quiet">{words.bundle(lanes.length)}</p>
      </header>
      <ul className="lines panel-part">
        {lanes.map((lane) => (
          <li key={lane.key}>
            <button type="button" className="line-button" onClick={() => select({ kind: 'lane', key: lane.key })}>
              <LaneGlyph kind={lane.kind} />
              <span>
                {words.pays(speaker.party(lane.from), speaker.party(lane.to))}
                <span className="quiet"> {words.lane[lane.kind]}</span>
              </span>
              <Amount amount={lane.amount} speaker={speaker} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
