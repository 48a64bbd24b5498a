/** What buttons and keys do, in one place. */
import { isActorKind } from '../model/party.ts';
import type { Playback } from '../playback/cursor.ts';
import { isAsking, type Teaching } from '../session/lesson.ts';
import type { Panel } from '../session/panel.ts';
import type { Session } from '../session/session-commands.ts';
import { isSplit } from '../session/sides.ts';
import { shownRun } from '../session/state.ts';
import type { KeyAction } from '../words/ui-types.ts';
import type { Print } from './lesson/print-sheet.tsx';
import type { PickedFile } from '../session/ports.ts';

/** A small question the page asks on top of everything. */
export type Ask = 'help' | 'glossary' | 'goTo' | 'lessons' | 'video' | 'endLesson' | null;

export interface Commands {
  act(action: KeyAction, digit?: number): void;
  ask(question: Ask): void;
  /** Darkens the screen. */
  blank(on?: boolean): void;
  /** Opens what is printed of a lesson; null closes it. */
  print(print: Print | null): void;
  pickFile(): void;
  openFile(file: PickedFile): void;
  saveRun(): void;
  savePicture(): void;
  saveTable(): void;
  copyLink(): void;
}

export interface CommandHooks {
  /** Panels there are. */
  readonly panels: ReadonlySet<Panel>;
  readonly ask: (question: Ask) => void;
  readonly asked: () => Ask;
  readonly blank: (on: boolean) => void;
  readonly blanked: () => boolean;
  readonly print: (print: Print | null) => void;
  readonly printing: () => boolean;
  /** Takes away what is said beside the mouse. @returns whether there was anything. */
  readonly hush: () => boolean;
  readonly files: Omit<Commands, 'act' | 'ask' | 'blank' | 'print'>;
}

export function makeCommands(session: Session, hooks: CommandHooks): Commands {
  const { store } = session;
  const walk = (by: 1 | -1): void => {
    const run = shownRun(store.get());
    if (run === null) return;
    const actors = run.source.header.scenario.parties.filter((party) => isActorKind(party.kind)).map((party) => party.id);
    const { selected } = store.get();
    const at = selected?.kind === 'actor' ? actors.indexOf(selected.id) : -1;
    const next = at === -1 ? (by === 1 ? 0 : actors.length - 1) : (at + by + actors.length) % actors.length;
    const id = actors[next];
    if (id !== undefined) session.select({ kind: 'actor', id });
  };
  const toggle = (panel: Panel): void => {
    if (hooks.panels.has(panel)) session.show(store.get().panel === panel ? null : panel);
  };
  /** From counting to the question; from a question, whose answer would lie open, only when it is meant. */
  const leaveLesson = (teaching: Teaching, playback: Playback): void => {
    if (!isAsking(teaching, playback)) return session.endLesson();
    if (teaching.progress.counting) return session.counting(false);
    if (teaching.progress.lesson.kind === 'story') return session.endLesson();
    hooks.ask('endLesson');
  };
  /** One step out: question, words beside the mouse, panel, selection, second picture, presenting, playing. */
  const escape = (): void => {
    const state = store.get();
    if (hooks.blanked()) return hooks.blank(false);
    if (hooks.asked() !== null) return hooks.ask(null);
    if (hooks.printing()) return hooks.print(null);
    if (hooks.hush()) return;
    if (state.panel !== null) return session.show(null);
    if (state.teaching !== null) return leaveLesson(state.teaching, state.playback);
    if (state.selected !== null) return session.select(null);
    if (state.inspecting) return session.inspect(false);
    if (isSplit(state)) return session.split(false);
    if (state.presenting) return session.present(false);
    if (state.playback.moving !== 'still') session.command({ type: 'pause' });
  };
  const fullScreen = (): void => {
    if (document.fullscreenElement !== null) void document.exitFullscreen();
    // refused in some embeddings; the page stays as it is
    else void document.documentElement.requestFullscreen().catch(() => undefined);
  };
  return {
    ...hooks.files,
    ask: hooks.ask,
    print: hooks.print,
    blank: (on) => hooks.blank(on ?? !hooks.blanked()),
    act(action, digit = 0) {
      switch (action) {
        case 'play': return session.command({ type: 'toggle' });
        case 'pause': return session.command({ type: 'pause' });
        case 'back': return session.command({ type: 'step', by: -1 });
        case 'forward': return session.command({ type: 'step', by: 1 });
        case 'back10': return session.command({ type: 'step', by: -10 });
        case 'forward10': return session.command({ type: 'step', by: 10 });
        case 'phaseBack': return session.command({ type: 'stepPhase', by: -1 });
        case 'phaseForward': return session.command({ type: 'stepPhase', by: 1 });
        case 'eventBack': return session.command({ type: 'jump', direction: -1 });
        case 'eventForward': return session.command({ type: 'jump', direction: 1 });
        case 'defaultBack': return session.command({ type: 'jump', direction: -1, only: 'default' });
        case 'defaultForward': return session.command({ type: 'jump', direction: 1, only: 'default' });
        case 'first': return session.command({ type: 'first' });
        case 'last': return session.command({ type: 'last' });
        case 'share': return session.command({ type: 'seekShare', share: digit / 10 });
        case 'slower': return session.command({ type: 'slower' });
        case 'faster': return session.command({ type: 'faster' });
        case 'walkBack': return walk(-1);
        case 'walkForward': return walk(1);
        case 'why': return toggle('why');
        case 'compare': return toggle('compare');
        case 'change': return toggle('change');
        case 'table': return toggle('table');
        case 'goTo': return hooks.ask('goTo');
        case 'help': return hooks.ask(hooks.asked() === 'help' ? null : 'help');
        case 'bookmark': return session.bookmark();
        case 'blank': return hooks.blank(!hooks.blanked());
        case 'fullScreen': return fullScreen();
        case 'present': return session.present(!store.get().presenting);
        case 'undo': return session.undo();
        case 'redo': return session.redo();
        case 'escape': return escape();
        case 'reload': return;
        case 'answer': return session.answer(digit - 1);
        case 'lessonBack': return session.turn(-1);
        case 'lessonForward': return session.pressOn();
      }
    },
  };
}
