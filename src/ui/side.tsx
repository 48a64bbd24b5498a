/** The inspector's place: a column beside the stage, or on narrow pages a sheet over it that opens with a selection. */
import { useState, type ReactNode } from 'react';
import { Icon } from './icons.tsx';
import { Inspector } from './panels/inspector.tsx';
import { usePage, useRun, useScene, useSession, useSpeaker, useWords } from './page-context.ts';

export function Side(): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const run = useRun();
  const scene = useScene();
  const speaker = useSpeaker();
  const selected = useSession((state) => state.selected);
  const [asked, setAsked] = useState(false);
  const open = asked || selected !== null;
  const close = (): void => {
    setAsked(false);
    session.select(null);
  };
  return (
    <>
      <button type="button" className="button side-handle" data-hidden={open || undefined} onClick={() => setAsked(true)}>
        <Icon name="side" /> {words.showInspector}
      </button>
      <aside className="side" aria-label={words.landmarks.inspector} data-open={open || undefined}>
        <div className="side-scroll" data-scrolls tabIndex={0} role="group" aria-label={words.landmarks.inspector}>
          <button type="button" className="button square side-close" aria-label={words.close} title={words.close} onClick={close}>
            <Icon name="close" />
          </button>
          {run !== null && scene !== null && speaker !== null ? (
            <Inspector
              run={run.source}
              scene={scene}
              speaker={speaker}
              selection={selected}
              select={(target) => session.select(target)}
              seek={(tick) => session.command({ type: 'seek', tick })}
            />
          ) : null}
        </div>
      </aside>
    </>
  );
}
