/** The page: bars around the stage, each part reading what it needs of the session. */
import { CSPProvider } from '@base-ui/react/csp-provider';
import { lazy, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Panel } from '../session/panel.ts';
import { isSplit } from '../session/sides.ts';
import type { CreateStage } from '../view/stage-view.ts';
import { DateBlock } from './date-block.tsx';
import { Dialogs } from './dialogs.tsx';
import type { Ask } from './commands.ts';
import type { Print } from './lesson/print-sheet.tsx';
import { Fenced } from './fenced.tsx';
import { Following } from './following.tsx';
import { Notices } from './notices.tsx';
import { PageContext, usePage, useSession, useSpeaker, useWords, type PageTools } from './page-context.ts';
import { PanelSheet, type PanelSet } from './panel-sheet.tsx';
import { Side } from './side.tsx';
import { StageHost } from './stage-host.tsx';
import { StoryRow } from './story-row.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './top-bar.tsx';
import { Transport } from './transport.tsx';
import { useFits } from './use-fits.ts';
import { useTheme } from './use-theme.ts';
import { WhatIfBanner } from './what-if-banner.tsx';

const PrintSheet = lazy(async () => ({ default: (await import('./lesson/print-sheet.tsx')).PrintSheet }));

/** What floats above the page; held by whoever assembles it, so that keys reach it too. */
export interface Overlays {
  readonly ask: Ask;
  readonly blank: boolean;
  readonly hanging: boolean;
  readonly print: Print | null;
}

export interface PageProps {
  readonly tools: PageTools;
  readonly panels: PanelSet;
  readonly createStage: () => Promise<CreateStage>;
  /** Tells of changes to what floats above the page. */
  readonly overlays: { get(): Overlays; subscribe(listener: () => void): () => void; set(change: Partial<Overlays>): void };
}

export function Page({ tools, panels, createStage, overlays }: PageProps): ReactNode {
  const available = useMemo(() => new Set<Panel>([...(Object.keys(panels) as Panel[]), 'change']), [panels]);
  return (
    <CSPProvider disableStyleElements>
      <PageContext value={tools}>
        <DocumentFacts />
        <Frame available={available} panels={panels} createStage={createStage} />
        <Floating overlays={overlays} />
      </PageContext>
    </CSPProvider>
  );
}

function Frame({ available, panels, createStage }: { readonly available: ReadonlySet<Panel>; readonly panels: PanelSet; readonly createStage: () => Promise<CreateStage> }): ReactNode {
  const words = useWords();
  const minimal = useSession((state) => state.minimal);
  const presenting = useSession((state) => state.presenting);
  const panel = useSession((state) => state.panel);
  const selected = useSession((state) => state.selected !== null);
  const teaching = useSession((state) => state.teaching !== null);
  const split = useSession(isSplit);
  const own = useFits();
  // two pictures need all the room there is: the inspector then lies over them, as on narrow pages
  const fits = split && !own.includes('narrow') ? `${own} narrow` : own;
  return (
    <div className="page" data-fits={fits} data-minimal={minimal || undefined} data-presenting={presenting || undefined} data-panel={panel ?? undefined} data-selected={selected || undefined}>
      <Skip to="timeline">{words.skip}</Skip>
      {teaching && <Skip to="lesson">{words.skipToLesson}</Skip>}
      {!minimal && <TopBar available={available} />}
      <Notices />
      <div className="banners">
        <WhatIfBanner />
        {!minimal && <Following />}
      </div>
      <main className="middle">
        <StageHost createStage={createStage} />
        <PanelSheet panels={panels} />
        {!minimal && <Side />}
      </main>
      <StoryRow />
      <footer className="bottom" aria-label={words.landmarks.timeline}>
        <DateBlock />
        <Timeline />
        <Transport />
      </footer>
    </div>
  );
}

/** A way past everything before it for those who go by Tab. The address holds the state of the page, so a jump within it must not replace it. */
function Skip({ to, children }: { readonly to: string; readonly children: ReactNode }): ReactNode {
  return (
    <a
      className="skip"
      href={`#${to}`}
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      {children}
    </a>
  );
}

function Floating({ overlays }: Pick<PageProps, 'overlays'>): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const [shown, setShown] = useState(overlays.get());
  useEffect(() => overlays.subscribe(() => setShown(overlays.get())), [overlays]);
  return (
    <>
      <Dialogs ask={shown.ask} onAsk={(ask) => overlays.set({ ask })} />
      {shown.print !== null && (
        <Fenced waiting={null} stopped={null} onStop={(detail) => session.say({ key: 'broken', detail })}>
          <PrintSheet print={shown.print} />
        </Fenced>
      )}
      {shown.hanging && <div className="drop">{words.drop}</div>}
      {shown.blank && (
        <button type="button" className="blank" onClick={() => overlays.set({ blank: false })}>
          <span>{words.blanked}</span>
        </button>
      )}
    </>
  );
}

/** What the document itself says: its language, theme and title. */
function DocumentFacts(): null {
  const words = useWords();
  const speaker = useSpeaker();
  const language = useSession((state) => state.settings.language);
  const theme = useTheme();
  const tick = useSession((state) => state.playback.tick);
  const playing = useSession((state) => state.playback.moving === 'playing');
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-Hans' : 'en';
    document.documentElement.dataset['theme'] = theme;
  }, [language, theme]);
  const title = speaker === null ? `${words.name} – ${words.tagline}` : words.title(speaker.scenario.name[language], speaker.format.date(tick));
  useEffect(() => {
    if (!playing) document.title = title;
  }, [title, playing]);
  return null;
}
