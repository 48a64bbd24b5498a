/** Puts the page together: session, worker, files, keys, address; and keeps it from ever being blank. */
import { createRoot } from 'react-dom/client';
import { recordingSource } from '../playback/source.ts';
import { openRecording } from '../recording/read.ts';
import { DEFAULT_CHOICE } from '../session/choice.ts';
import { misfits } from '../session/link-fits.ts';
import { readLink } from '../session/link.ts';
import type { Panel } from '../session/panel.ts';
import { createFutures } from '../session/futures.ts';
import { createRuns } from '../session/runs.ts';
import { createSession } from '../session/session.ts';
import { createStore } from '../session/store.ts';
import { DEFAULT_SETTINGS, readSettings } from '../session/settings.ts';
import { languageOf } from '../words/language.ts';
import { reopen } from '../worker/reopen.ts';
import { sha256 } from '../worker/sha256.ts';
import { blobSource } from '../worker/work.ts';
import { hereHand, workerHand } from '../worker/hand.ts';
import { manyHistories, usualWorkers } from '../worker/many.ts';
import { offThread } from '../worker/off-thread.ts';
import type { CreateStage } from '../view/stage-view.ts';
import { keepAddress } from './address.ts';
import { makeCommands } from './commands.ts';
import { acceptDrops, fileCommands } from './files.ts';
import { shippedLessons } from './lesson/library.ts';
import { keepSettings, keptSettings } from './kept-settings.ts';
import { listenToKeys } from './key-listener.ts';
import { Page, type Overlays } from './page.tsx';
import type { PanelSet } from './panel-sheet.tsx';
import { shippedScenarios } from './scenarios.ts';
import { browserShelf } from './shelf.ts';
import { stageHandle } from './stage-handle.ts';
import { whenBroken } from './when-broken.ts';

export function startPage(root: HTMLElement, panels: PanelSet, createStage: () => Promise<CreateStage>): void {
  const { link, bad } = readLink(location.hash);
  const { run = DEFAULT_CHOICE.run } = link;
  const scenario = run.kind === 'scenario' ? shippedScenarios.scenario(run.id) : undefined;
  const amiss = scenario == null ? [] : misfits(link, scenario);
  const at = amiss.includes('t') ? undefined : link.at;
  const kept = readSettings(keptSettings(), { ...DEFAULT_SETTINGS, language: languageOf(navigator.languages) });
  const settings = {
    ...kept,
    ...(link.language === undefined ? {} : { language: link.language }),
    ...(link.theme === undefined ? {} : { theme: link.theme }),
    ...(link.names === undefined ? {} : { names: link.names }),
    ...(link.renderer === undefined ? {} : { renderer: link.renderer }),
  };
  const session = createSession({
    settings,
    choice: { ...DEFAULT_CHOICE, ...(link.run === undefined ? {} : { run: link.run }), ...(link.seed === undefined ? {} : { seed: link.seed }), ...(link.set === undefined ? {} : { set: link.set }) },
    whatIf: link.whatIf ?? null,
    awaited: link.unchanged === true ? 'run' : 'branch',
    minimal: link.minimal ?? false,
    presenting: link.present ?? false,
    panel: link.panel !== undefined && (link.panel === 'change' || link.panel in panels) ? link.panel : null,
    selected: amiss.includes('focus') ? null : (link.focus ?? null),
    event: link.why ?? null,
    following: link.follow ?? null,
    compareWith: link.compare ?? null,
    split: link.split ?? false,
    alignOn: link.align ?? null,
    ...(link.speed === undefined ? {} : { speed: link.speed }),
    story: at !== undefined && (at.tick > 0 || at.u < 1 || at.phase !== null) ? 'over' : 'offered',
  });
  whenBroken(session);
  const off = offThread(() => session.say({ key: 'workerDied' }));
  off.prepare();
  const runs = createRuns(session, {
    sha256,
    simulate: off.simulate,
    simulateBeside: offThread(() => undefined).simulate,
    simulateWhatIf: offThread(() => undefined).simulate,
    openRecording: off.openRecording,
    window: async (file, checked) => {
      const opened = await openRecording(blobSource(file), { sha256, checked, ...(reopen === undefined ? {} : { reopen }) });
      return opened.ok ? recordingSource(opened.recording) : null;
    },
    scenarios: shippedScenarios,
    shelf: browserShelf(),
  });
  const futures = createFutures(session, manyHistories({ workers: usualWorkers(navigator.hardwareConcurrency), hire: workerHand, here: hereHand }));
  const overlayStore = createStore<Overlays>({ ask: null, blank: false, hanging: false, print: null });
  const overlays = { ...overlayStore, set: (change: Partial<Overlays>) => overlayStore.set({ ...overlayStore.get(), ...change }) };
  const stage = stageHandle();
  const commands = makeCommands(session, {
    panels: new Set<Panel>([...(Object.keys(panels) as Panel[]), 'change']),
    ask: (ask) => overlays.set({ ask }),
    asked: () => overlays.get().ask,
    blank: (blank) => overlays.set({ blank }),
    print(print) {
      const lesson = print === null ? null : shippedLessons.lesson(print.lesson);
      const teaching = session.store.get().teaching;
      // the figures on paper are those of the lesson's own run
      if (lesson !== null && teaching?.progress.lesson !== lesson) session.teach(lesson);
      else if (lesson === null && overlays.get().print !== null) session.endLesson();
      overlays.set({ print });
    },
    printing: () => overlays.get().print !== null,
    blanked: () => overlays.get().blank,
    hush() {
      const { hush } = stage;
      hush?.();
      return hush !== null;
    },
    files: fileCommands(session, runs, stage, sha256),
  });
  listenToKeys(session, commands);
  acceptDrops(commands.openFile, (hanging) => overlays.set({ hanging }));
  keepAddress(session);
  keepSettings(session);
  createRoot(root).render(<Page tools={{ session, runs, futures, stage, catalogue: shippedScenarios, commands, lessons: shippedLessons, simulateApart: offThread(() => undefined).simulate }} panels={panels} createStage={createStage} overlays={overlays} />);
  const wanted = link.lesson === undefined ? null : shippedLessons.lesson(link.lesson.id);
  if (link.lesson !== undefined && wanted === null) session.say({ key: 'link', fields: ['lesson'] });
  if (wanted !== null) session.teach(wanted, link.lesson?.step);
  if (bad.length + amiss.length > 0) session.say({ key: 'link', fields: [...bad, ...amiss] });
  runs.begin(at);
}
