/** A panel in place of the picture: books, charts, table and the others; the timeline stays and moves them. */
import { useEffect, useMemo, useState, type ComponentType, type ReactNode } from 'react';
import type { Panel } from '../session/panel.ts';
import { otherRun } from '../session/state.ts';
import { Against } from './against.tsx';
import { Fenced } from './fenced.tsx';
import { CSV_TYPE, nameOf, save } from './files.ts';
import { Icon } from './icons.tsx';
import type { PanelLinks, PanelProps, PanelSubject } from './panels/props.ts';
import { usePage, useRun, useScene, useSession, useSpeaker, useWords } from './page-context.ts';
import { loadRules, type Rules } from './rules.ts';

export type PanelContent = PanelProps & PanelLinks & PanelSubject;
export type PanelSet = { readonly [panel in Panel]?: ComponentType<PanelContent> };

export function PanelSheet({ panels }: { readonly panels: PanelSet }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const panel = useSession((state) => state.panel);
  const subject = useSession((state) => state.subject);
  const following = useSession((state) => state.following);
  const selection = useSession((state) => state.selected);
  const against = useSession(otherRun);
  const againstComing = useSession((state) => state.compareWith !== null || state.decided.present.whatIf !== null);
  const alignOn = useSession((state) => state.alignOn);
  const links = useMemo(() => ({ why: (event: string) => session.ask('why', { event }), follow: (flow: string) => session.ask('follow', { flow }), stage: () => session.show(null) }), [session]);
  const run = useRun();
  const scene = useScene();
  const speaker = useSpeaker();
  const rules = useRules(panel === 'why');
  // changes are made beside the picture, so that one sees what they do
  if (panel === null || panel === 'change') return null;
  const Content = panels[panel];
  // a history can be run again only by the rules that made it
  const again = rules !== null && rules.model === run?.source.header.model ? { again: rules.again } : {};
  return (
    <section className="sheet" aria-label={words.panels[panel]}>
      <div className="sheet-head">
        <h2>{words.panels[panel]}</h2>
        {panel === 'compare' && <Against />}
        {panel === 'compare' && against !== null && (
          <button type="button" className="button" onClick={() => session.split(true)}>
            <Icon name="split" /> {words.sideBySide}
          </button>
        )}
        <button type="button" className="button" onClick={() => session.show(null)}>
          <Icon name="close" /> <span className="button-text">{words.backToStage}</span>
        </button>
      </div>
      <div className="sheet-body" data-scrolls tabIndex={0} role="group" aria-label={words.panels[panel]}>
        {Content === undefined || run === null || scene === null || speaker === null ? (
          <p className="quiet">{words.panelEmpty}</p>
        ) : (
          <Fenced
            key={panel}
            waiting={<p className="quiet">{words.fetching}</p>}
            stopped={<p>{words.partStopped}</p>}
            onStop={(detail) => session.say({ key: 'broken', detail })}
          >
            <Content
              run={run.source}
              scene={scene}
              speaker={speaker}
              selection={selection}
              event={subject.event}
              flow={subject.flow ?? following}
              against={against?.source ?? null}
              againstComing={againstComing}
              alignOn={alignOn}
              {...again}
              select={(target) => session.select(target)}
              saveTable={(ending, text) => save(nameOf(session, [], ending), text, CSV_TYPE, session)}
              align={(event) => session.align(event)}
              seek={(tick) => session.command({ type: 'seek', tick })}
              {...links}
            />
          </Fenced>
        )}
      </div>
    </section>
  );
}

/** The rules, brought in when a panel first needs to run a history again. */
function useRules(wanted: boolean): Rules | null {
  const [rules, setRules] = useState<Rules | null>(null);
  useEffect(() => {
    if (!wanted || rules !== null) return;
    let gone = false;
    void loadRules().then((loaded) => {
      if (!gone) setRules(loaded);
    });
    return () => {
      gone = true;
    };
  }, [wanted, rules]);
  return rules;
}
