/** The inspector's place: a column beside the stage, or on narrow pages a sheet over it that opens with a selection. */
import { lazy, type ReactNode } from 'react';
import { Fenced } from './fenced.tsx';
import { Icon } from './icons.tsx';
import type { PanelLinks, PanelProps } from './panels/props.ts';
import { MonthInspector } from './panels/month-inspector.tsx';
import type { Selection } from '../session/selection.ts';
import { isSplit } from '../session/sides.ts';
import { newsOf, useTold, useToldScene } from './told.ts';
import { useFits } from './use-fits.ts';
import { useTheme } from './use-theme.ts';
import { usePage, useRun, useScene, useSession, useSpeaker, useWords } from './page-context.ts';

/** Sliders and switches, fetched when somebody asks for them. */
const ChangePanel = lazy(async () => ({ default: (await import('./change-panel.tsx')).ChangePanel }));

/** Whoever is selected, opened: it comes with the panels. The month in short is there from the first picture. */
const Inspector = lazy(async () => ({ default: (await import('./panels/index.ts')).Inspector }));

export function Side(): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const run = useRun();
  const shown = useScene();
  const scene = useToldScene();
  const speaker = useSpeaker();
  const selected = useSession((state) => state.selected);
  const inspecting = useSession((state) => state.inspecting);
  const changing = useSession((state) => state.panel === 'change');
  // in a lesson, and where two histories stand side by side, the picture stays in sight, whoever is selected
  const teaching = useSession((state) => state.teaching !== null);
  const split = useSession(isSplit);
  const told = useTold();
  // a what-if needs the whole history, and a lesson is about the one there is
  const supposable = useSession((state) => state.finished && state.teaching === null);
  // letters for the last row, and a telephone, leave no room for a panel beside it
  const isCramped = [useTheme() === 'projector', useFits().includes('slim')].includes(true);
  const beside = useSession((state) => state.panel === null) || !isCramped;
  const open = inspecting || changing || (selected !== null && !teaching && !split && beside);
  return (
      <aside className="side" aria-label={words.landmarks.inspector} data-open={open || undefined}>
        <div className="side-scroll" data-scrolls tabIndex={0} role="group" aria-label={words.landmarks.inspector}>
          {selected === null && !changing && (
            <button type="button" className="button square side-close" aria-label={words.close} title={words.close} onClick={() => session.inspect(false)}>
              <Icon name="close" />
            </button>
          )}
          {changing ? (
            <Fenced waiting={<p className="quiet">{words.fetching}</p>} stopped={<p>{words.partStopped}</p>} onStop={(detail) => session.say({ key: 'broken', detail })}>
              <ChangePanel />
            </Fenced>
          ) : run !== null && scene !== null && speaker !== null ? (
            <Inside
              run={run.source}
              scene={scene}
              speaker={speaker}
              selection={selected}
              news={teaching ? null : newsOf(shown ?? scene, run.source, told, speaker)}
              select={(target) => session.select(target)}
              seek={(tick) => session.command({ type: 'seek', tick })}
              why={(event) => session.ask('why', { event })}
              follow={(flow) => session.ask('follow', { flow })}
              {...(supposable ? { suppose: (change) => session.suppose(change) } : {})}
            />
          ) : null}
        </div>
      </aside>
  );
}

function Inside({ selection, ...props }: PanelProps & PanelLinks & { readonly selection: Selection | null }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  if (selection === null)
    return (
      <div className="panel inspector">
        <MonthInspector {...props} />
      </div>
    );
  return (
    <Fenced waiting={<p className="quiet">{words.fetching}</p>} stopped={<p>{words.partStopped}</p>} onStop={(detail) => session.say({ key: 'broken', detail })}>
      <Inspector selection={selection} {...props} />
    </Fenced>
  );
}
