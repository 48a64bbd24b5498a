/** Files in and out: picking, dropping, saving. Nothing leaves this machine. */
import type { Sha256 } from '../model/digest.ts';
import { memorySink } from '../recording/source.ts';
import { saveRun } from '../session/save-run.ts';
import type { Session } from '../session/session-commands.ts';
import { shownRun, type SessionState } from '../session/state.ts';
import type { Runs } from '../session/runs.ts';
import { isSplit, sidesOf } from '../session/sides.ts';
import type { StageView } from '../view/stage-view.ts';
import { linkHere } from './address.ts';
import type { Commands } from './commands.ts';
import type { StageHandle } from './stage-handle.ts';
import { makeSpeaker } from '../words/speaker.ts';
import { uiWords } from '../words/ui.ts';
import { csvOfRun } from './export-csv.ts';
import { titleOf } from './picture-title.ts';
import { momentNow } from './shot.ts';
import { phasesTold } from './told.ts';

const GZIP = 'application/gzip';
export const CSV_TYPE = 'text/csv;charset=utf-8';

export function fileCommands(session: Session, runs: Runs, stage: StageHandle, sha256: Sha256): Omit<Commands, 'act' | 'ask' | 'blank' | 'print'> {
  const failed = (error: unknown): void => session.say({ key: 'saveFailed', detail: error instanceof Error ? error.message : String(error) });
  const name = (ending: string): string => nameOf(session, ending === 'png' ? [session.store.get().playback.tick] : [], ending);
  const open: Commands['openFile'] = (file) => void runs.open(file);
  /** Both where two histories stand side by side and the other has this month. */
  const stillOf = async (told: StageView, state: SessionState): Promise<Blob> => {
    const sides = isSplit(state) ? sidesOf(state) : null;
    if (stage.beside === null || sides === null) return told.still();
    const { pairPicture } = await import('./pair-picture.ts');
    return pairPicture({ told, other: stage.beside.view }, sides, state);
  };
  const pictureOf = async (told: StageView): Promise<Blob> => {
    const state = session.store.get();
    const still = await stillOf(told, state);
    const { source } = shownRun(state)!;
    const { mode, ...at } = momentNow(state);
    const { language, names, theme } = state.settings;
    const { titledPicture } = await import('./titled-picture.ts');
    const frame = source.peek(at.tick);
    const title = titleOf(source, at.tick, frame === undefined ? 0 : phasesTold(frame, at, mode), makeSpeaker(language, source.header.scenario, names), uiWords(language));
    return titledPicture(still, title, state.presenting ? 'projector' : theme);
  };
  return {
    openFile: open,
    pickFile() {
      const input = document.createElement('input');
      input.type = 'file';
      input.accept = '.gz,.ndjson.gz,.yaml,.yml';
      input.addEventListener('change', () => {
        const file = input.files?.[0];
        if (file !== undefined) open({ name: file.name, blob: file });
      });
      input.click();
    },
    saveRun() {
      const run = shownRun(session.store.get());
      if (run === null) return;
      const write = async (): Promise<void> => {
        const sink = memorySink();
        await saveRun(sink, run, session.store.get().decided.present.bookmarks, sha256);
        save(name('ndjson.gz'), sink.bytes()!, GZIP, session);
      };
      write().catch(failed);
    },
    savePicture() {
      const { view } = stage;
      if (view === null) return session.say({ key: 'noStage' });
      pictureOf(view).then((picture) => save(name('png'), picture, 'image/png', session), failed);
    },
    saveTable() {
      const run = shownRun(session.store.get());
      if (run === null) return;
      csvOfRun(run.source).then((text) => save(name('csv'), text, CSV_TYPE, session), failed);
    },
    copyLink() {
      const link = linkHere(session);
      const done = (): void => session.say({ key: 'copied' });
      // older and insecure places have no clipboard; the address bar has the link all the same
      if (!('clipboard' in navigator)) return done();
      navigator.clipboard.writeText(link).then(done, failed);
    },
  };
}

/** What a file of the shown run is called: scenario, seed, and the months it is of. */
export function nameOf(session: Session, ticks: readonly number[], ending: string): string {
  const { scenario, seed } = shownRun(session.store.get())!.source.header;
  return [scenario.id, safeName(seed), ...ticks.map((tick, nth) => `${nth === 0 ? 'tick-' : ''}${String(tick).padStart(3, '0')}`)].join('-') + `.${ending}`;
}

/** A seed as part of a file's name: letters, digits, dots and hyphens. */
export function safeName(text: string): string {
  return text.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[.-]+|[.-]+$/g, '').slice(0, 40) || 'seed';
}

export function save(name: string, content: Blob | Uint8Array | string, type: string, session: Session): void {
  const blob = content instanceof Blob ? content : new Blob([content as BlobPart], { type });
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000);
  session.say({ key: 'saved', file: name });
}

/** Files dropped anywhere on the page open; `over` is told while one hangs above it. */
export function acceptDrops(open: Commands['openFile'], over: (hanging: boolean) => void): () => void {
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  const drag = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    over(true);
  };
  const leave = (event: DragEvent): void => {
    if (event.relatedTarget === null) over(false);
  };
  const drop = (event: DragEvent): void => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    over(false);
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) open({ name: file.name, blob: file });
  };
  document.addEventListener('dragover', drag);
  document.addEventListener('dragleave', leave);
  document.addEventListener('drop', drop);
  return () => {
    document.removeEventListener('dragover', drag);
    document.removeEventListener('dragleave', leave);
    document.removeEventListener('drop', drop);
  };
}
