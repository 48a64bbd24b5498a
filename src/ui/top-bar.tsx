/** The top of the page: what run this is, whether its books balance, and everything that can be opened. */
import type { ReactNode } from 'react';
import { PANELS, type Panel } from '../session/panel.ts';
import { LANGUAGES } from '../words/language.ts';
import { LANGUAGE_NAMES } from '../words/ui.ts';
import { Emblem, Icon } from './icons.tsx';
import { MoreMenu } from './more-menu.tsx';
import { usePage, useScene, useSession, useSpeaker, useWords } from './page-context.ts';
import { ScenarioPicker } from './scenario-picker.tsx';
import { SeedField } from './seed-field.tsx';

/** Panels with a button of their own; the books are behind the lamp, the others in the menu and on keys. */
const BUTTONS: readonly Panel[] = PANELS.filter((panel) => panel !== 'books' && panel !== 'follow' && panel !== 'table');
const LANGUAGE_TAG = { en: 'en', zh: 'zh-Hans' } as const;

export function TopBar({ available }: { readonly available: ReadonlySet<Panel> }): ReactNode {
  const { session, commands } = usePage();
  const words = useWords();
  const panel = useSession((state) => state.panel);
  const language = useSession((state) => state.settings.language);
  const inspecting = useSession((state) => state.inspecting);
  return (
    <header className="top-bar" aria-label={words.landmarks.top}>
      <h1 className="brand" title={words.tagline}>
        <Emblem />
        <span>{words.name}</span>
      </h1>
      <ScenarioPicker />
      <SeedField />
      <span className="spring" />
      <Lamp />
      <button type="button" className="button side-handle" aria-label={words.showInspector} title={words.showInspector} aria-pressed={inspecting} onClick={() => session.inspect(!inspecting)}>
        <Icon name="side" /> <span>{words.showInspector}</span>
      </button>
      <nav className="panel-buttons" aria-label={words.landmarks.panel}>
        {BUTTONS.filter((name) => available.has(name)).map((name) => (
          <button key={name} type="button" className="button" aria-pressed={panel === name} onClick={() => session.show(panel === name ? null : name)}>
            {words.panels[name]}
          </button>
        ))}
      </nav>
      <div className="languages" role="group" aria-label={words.language}>
        {LANGUAGES.map((each) => (
          <button key={each} type="button" lang={LANGUAGE_TAG[each]} aria-pressed={language === each} onClick={() => session.configure({ language: each })}>
            {LANGUAGE_NAMES[each]}
          </button>
        ))}
      </div>
      <button type="button" className="button help-button" aria-label={words.help} title={words.help} onClick={() => commands.ask('help')}>
        ?
      </button>
      <MoreMenu available={available} />
    </header>
  );
}

/** Lit while every dollar of the month is booked twice. It is named by what it shows, long or short. */
function Lamp(): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const scene = useScene();
  const speaker = useSpeaker();
  if (scene === null || speaker === null) return null;
  const residual: number = scene.frame.measures.booksResidual;
  const text = residual === 0 ? words.books(speaker.format.dollars(0)) : words.booksWrong(speaker.format.dollars(residual));
  return (
    <button type="button" className="lamp" data-wrong={residual !== 0 || undefined} title={words.booksHelp} onClick={() => session.show('books')}>
      <span className="lamp-light" aria-hidden="true">
        {residual === 0 ? <Icon name="check" /> : <Icon name="close" />}
      </span>
      <span className="lamp-text">{text}</span>
      <span className="lamp-short">{words.booksShort(speaker.format.dollars(residual))}</span>
    </button>
  );
}
