/** A panel in place of the picture: books, charts, table and the others; the timeline stays and moves them. */
import { Suspense, type ComponentType, type ReactNode } from 'react';
import type { Panel } from '../session/panel.ts';
import { Icon } from './icons.tsx';
import type { PanelLinks, PanelProps } from './panels/props.ts';
import { usePage, useRun, useScene, useSession, useSpeaker, useWords } from './page-context.ts';

export type PanelSet = { readonly [panel in Panel]?: ComponentType<PanelProps & PanelLinks> };

export function PanelSheet({ panels }: { readonly panels: PanelSet }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const panel = useSession((state) => state.panel);
  const run = useRun();
  const scene = useScene();
  const speaker = useSpeaker();
  if (panel === null) return null;
  const Content = panels[panel];
  return (
    <section className="sheet" aria-label={words.panels[panel]}>
      <div className="sheet-head">
        <h2>{words.panels[panel]}</h2>
        <button type="button" className="button" onClick={() => session.show(null)}>
          <Icon name="close" /> {words.backToStage}
        </button>
      </div>
      <div className="sheet-body" data-scrolls tabIndex={0} role="group" aria-label={words.panels[panel]}>
        {Content === undefined || run === null || scene === null || speaker === null ? (
          <p className="quiet">{words.panelEmpty}</p>
        ) : (
          <Suspense fallback={<p className="quiet">{words.simulating}</p>}>
            <Content run={run.source} scene={scene} speaker={speaker} select={(target) => session.select(target)} seek={(tick) => session.command({ type: 'seek', tick })} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
