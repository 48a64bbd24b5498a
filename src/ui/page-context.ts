/** What every part of the page can reach: the session, the runs, the stage, words in the reader's language. */
import { createContext, useContext, useMemo, useSyncExternalStore } from 'react';
import type { Session } from '../session/session-commands.ts';
import { shownRun, type SessionState } from '../session/state.ts';
import type { FuturesControl } from '../session/futures.ts';
import type { Runs } from '../session/runs.ts';
import type { ShownRun } from '../session/shown-run.ts';
import type { Simulate } from '../session/simulate.ts';
import { sceneAt, type Scene } from '../playback/scene.ts';
import type { Language } from '../words/language.ts';
import { makeSpeaker, type Speaker } from '../words/speaker.ts';
import type { UiWords } from '../words/ui-types.ts';
import { uiWords } from '../words/ui.ts';
import type { Catalogue } from './catalogue.ts';
import type { Commands } from './commands.ts';
import type { Lessons } from './lesson/library.ts';
import type { StageHandle } from './stage-handle.ts';

export interface PageTools {
  readonly session: Session;
  readonly runs: Runs;
  /** Many histories of the scenario on the page. */
  readonly futures: FuturesControl;
  readonly stage: StageHandle;
  readonly catalogue: Catalogue;
  readonly commands: Commands;
  readonly lessons: Lessons;
  /** Simulates apart from what the page shows, for what is printed. */
  readonly simulateApart: Simulate;
}

export const PageContext = createContext<PageTools | null>(null);

export function usePage(): PageTools {
  const page = useContext(PageContext);
  if (page === null) throw new Error('this part of the page stands outside the page');
  return page;
}

/** A part of the state; the component is drawn again only when that part is another. `select` must return what the state holds, or a plain value. */
export function useSession<Part>(select: (state: SessionState) => Part): Part {
  const { store } = usePage().session;
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useWords(): UiWords {
  return uiWords(useSession((state) => state.settings.language));
}

export function useRun(): ShownRun | null {
  return useSession(shownRun);
}

/** Speaks the reader's language about the run shown; null before there is one. */
export function useSpeaker(): Speaker | null {
  const run = useRun();
  const language = useSession((state) => state.settings.language);
  const names = useSession((state) => state.settings.names);
  const scenario = run?.source.header.scenario;
  return useMemo(() => (scenario === undefined ? null : makeSpeaker(language, scenario, names)), [language, names, scenario]);
}

/** A catalogue in the words of the scenario shown. */
export function useTradeWords<Words extends object>(catalogues: { readonly [language in Language]: Words }): Words {
  const speaker = useSpeaker();
  const language = useSession((state) => state.settings.language);
  return speaker === null ? catalogues[language] : speaker.words(catalogues);
}

/**
 * The month shown, for panels: at rest while it is told, so that they change once a month and not with every picture;
 * a phase when a single phase is shown. Null while its months are still to come.
 */
export function useScene(): Scene | null {
  const run = useRun();
  const tick = useSession((state) => state.playback.tick);
  const phase = useSession((state) => state.playback.phase);
  const months = useSession((state) => state.months);
  // of a long recording not every month is in memory: the scene is there as soon as its month and the one before it are
  const there = (ago: number) => (state: SessionState) => shownRun(state)?.source.peek(Math.max(0, Math.min(state.playback.tick, state.months - 1) - ago));
  const now = useSession(there(0));
  const before = useSession(there(1));
  return useMemo(() => {
    if (run === null || months === 0 || now === undefined || before === undefined) return null;
    const scene = sceneAt(run.source, { tick: Math.min(tick, months - 1), phase, u: 1 });
    return scene === null || 'ok' in scene ? null : scene;
  }, [run, tick, phase, months, now, before]);
}
