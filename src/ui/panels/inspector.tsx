/** The right-hand column: what is selected, opened; the month in short when nothing is. */
import type { ReactNode } from 'react';
import type { Target } from '../../view/plan.ts';
import { LANE_KINDS, laneParts } from '../../playback/lane-book.ts';
import { ActorInspector } from './actor-inspector.tsx';
import { BundleInspector } from './bundle-inspector.tsx';
import { LaneInspector } from './lane-inspector.tsx';
import { MonthInspector } from './month-inspector.tsx';
import type { PanelLinks, PanelProps } from './props.ts';

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
      return <BundleInspector {...props} bundle={selection.key} />;
  }
}
