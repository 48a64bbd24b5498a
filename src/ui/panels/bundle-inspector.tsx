/** Lanes that are drawn as one, opened: those of one pair, or a river's, which several share. Each can be opened by itself. */
import type { ReactNode } from 'react';
import { LANE_KINDS, laneParts, lanesOfMonth } from '../../playback/lane-book.ts';
import { riverOf } from '../../playback/rivers.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { Amount } from './figure.tsx';
import type { PanelProps } from './props.ts';
import { LaneGlyph } from './shapes.tsx';

/** `bundle` is `a|b`, two parties, or `hyperscaler/cash/suppliers`, the kinds of those who share a river. */
export function BundleInspector({ scene, speaker, select, bundle }: PanelProps & { readonly bundle: string }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const isRiver = isRiverKey(bundle, speaker);
  const { title, holds } = isRiver ? river(bundle, speaker) : pair(bundle, speaker);
  const lanes = [...lanesOfMonth(scene.frame).values()].filter((lane) => holds(lane.key) && (!isRiver || lane.amount > 0)).sort((a, b) => b.amount - a.amount || LANE_KINDS.indexOf(a.kind) - LANE_KINDS.indexOf(b.kind));
  return (
    <div className="inspector-lane">
      <header className="inspector-heading">
        <div className="inspector-title">
          <h2>{title}</h2>
          <button type="button" className="close" aria-label={words.close} onClick={() => select(null)}>
            ×
          </button>
        </div>
        <p className="quiet">{isRiver ? words.river(lanes.length) : words.bundle(lanes.length)}</p>
        {isRiver && (
          <p className="lane-total">
            <Amount amount={lanes.reduce((sum, lane) => sum + lane.amount, 0)} speaker={speaker} />
          </p>
        )}
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

interface Bundled {
  readonly title: string;
  readonly holds: (lane: string) => boolean;
}

function pair(bundle: string, speaker: Speaker): Bundled {
  const ends = speaker.scenario.parties.map((party) => party.id).filter((id) => bundle.split(/[/|]/).includes(id));
  return {
    title: ends.map((id) => speaker.party(id)).join(' ⇄ '),
    holds: (lane) => ends.includes(laneParts(lane).from) && ends.includes(laneParts(lane).to),
  };
}

/** Whether a key names kinds of party and what runs between them; links may hold anything. */
function isRiverKey(bundle: string, { vocabulary }: Speaker): boolean {
  const { from, kind, to } = laneParts(bundle);
  return bundle.split('/').length === 3 && Object.hasOwn(vocabulary.kinds, from) && Object.hasOwn(vocabulary.kinds, to) && (LANE_KINDS as readonly string[]).includes(kind);
}

function river(bundle: string, speaker: Speaker): Bundled {
  const kinds = new Map(speaker.scenario.parties.map((party) => [party.id, party.kind]));
  const { from, to } = laneParts(bundle);
  const { kinds: names } = speaker.vocabulary;
  return { title: `${names[from as keyof typeof names]} → ${names[to as keyof typeof names]}`, holds: (lane) => riverOf(lane, (party) => kinds.get(party)) === bundle };
}
