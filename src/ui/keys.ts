/**
 * The one table of keys: it drives what keys do and what the help shows. Keys are matched by `event.code`, their place
 * on the board, so that an input method or another layout does not kill them.
 */
import type { KeyAction } from '../words/ui-types.ts';

export interface Key {
  readonly action: KeyAction;
  /** Any of these. */
  readonly codes: readonly string[];
  readonly shift?: boolean;
  /** Ctrl, or Command on a Mac. */
  readonly mod?: boolean;
  /** Presenting changes what some keys do: clickers send PageUp, PageDown, F5 and the full stop. */
  readonly when?: 'normal' | 'presenting' | 'lesson' | 'free' | 'asked';
  /** Letters, digits and signs can be switched off (WCAG 2.1.4). */
  readonly sign?: boolean;
  /** How the help writes it where the codes do not say it well. */
  readonly shown?: string;
}

const DIGITS = Array.from({ length: 10 }, (_, digit) => `Digit${digit}`);

export const KEYS: readonly Key[] = [
  { action: 'play', codes: ['Space'] },
  { action: 'back', codes: ['ArrowLeft'] },
  { action: 'forward', codes: ['ArrowRight'] },
  { action: 'back10', codes: ['ArrowLeft'], shift: true },
  { action: 'forward10', codes: ['ArrowRight'], shift: true },
  { action: 'phaseBack', codes: ['Comma'], sign: true, when: 'normal' },
  { action: 'phaseForward', codes: ['Period'], sign: true, when: 'normal' },
  { action: 'blank', codes: ['Period', 'KeyB'], sign: true, when: 'presenting' },
  { action: 'eventBack', codes: ['BracketLeft'], sign: true },
  { action: 'eventForward', codes: ['BracketRight'], sign: true },
  { action: 'defaultBack', codes: ['BracketLeft'], shift: true, sign: true },
  { action: 'defaultForward', codes: ['BracketRight'], shift: true, sign: true },
  { action: 'lessonBack', codes: ['PageUp'], when: 'lesson' },
  { action: 'lessonForward', codes: ['PageDown'], when: 'lesson' },
  { action: 'eventBack', codes: ['PageUp'] },
  { action: 'eventForward', codes: ['PageDown'] },
  { action: 'first', codes: ['Home'] },
  { action: 'last', codes: ['End'] },
  { action: 'answer', codes: DIGITS.slice(1, 5), when: 'asked', shown: '1–4' },
  // a digit pressed before or after its question is meant for the question
  { action: 'share', codes: DIGITS, sign: true, when: 'free', shown: '0–9' },
  { action: 'slower', codes: ['KeyJ', 'Minus'], sign: true },
  { action: 'pause', codes: ['KeyK'], sign: true },
  { action: 'faster', codes: ['KeyL', 'Equal'], sign: true },
  { action: 'walkBack', codes: ['ArrowUp'] },
  { action: 'walkForward', codes: ['ArrowDown'] },
  { action: 'why', codes: ['KeyC'], sign: true },
  { action: 'compare', codes: ['KeyV'], sign: true },
  { action: 'change', codes: ['KeyN'], sign: true },
  { action: 'goTo', codes: ['KeyG'], sign: true },
  { action: 'table', codes: ['KeyT'], sign: true },
  { action: 'bookmark', codes: ['KeyB'], sign: true, when: 'normal' },
  { action: 'fullScreen', codes: ['KeyF'], sign: true },
  { action: 'present', codes: ['KeyP'], sign: true },
  { action: 'undo', codes: ['KeyZ'], mod: true },
  { action: 'redo', codes: ['KeyZ'], mod: true, shift: true },
  { action: 'help', codes: ['Slash'], shift: true, shown: '?' },
  { action: 'escape', codes: ['Escape'] },
  { action: 'reload', codes: ['F5'], when: 'presenting' },
];

/** What of a key press the table needs; a `KeyboardEvent` is one. */
export interface Press {
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/** What the page is in the middle of, as far as keys care. */
export interface KeyMode {
  readonly presenting: boolean;
  readonly signs: boolean;
  readonly lesson?: boolean;
  /** The short story is being told. */
  readonly told?: boolean;
  /** A question is open: digits answer it and letters rest. */
  readonly asked?: boolean;
}

function holds(when: Key['when'], { presenting, lesson, told, asked }: KeyMode): boolean {
  switch (when) {
    case undefined:
      return true;
    case 'normal':
      return !presenting;
    case 'presenting':
      return presenting;
    case 'lesson':
      return lesson === true;
    case 'free':
      return lesson !== true && told !== true;
    case 'asked':
      return asked === true;
  }
}

/** What a press means; null when nothing. `digit` is set for `share` and `answer`. */
export function meaningOf(press: Press, mode: KeyMode): { readonly action: KeyAction; readonly digit: number } | null {
  if (press.altKey) return null;
  const mod = press.ctrlKey || press.metaKey;
  for (const key of KEYS) {
    if (!key.codes.includes(press.code) || (key.shift ?? false) !== press.shiftKey || (key.mod ?? false) !== mod) continue;
    if (!holds(key.when, mode)) continue;
    if (mode.asked === true && /^(Key|Digit)/.test(press.code) && !mod && key.when !== 'asked') return null;
    if (key.sign === true && !mode.signs) return null;
    return { action: key.action, digit: DIGITS.indexOf(press.code) };
  }
  return null;
}

/** Names of keys where they are not the letter on them. */
const SIGN: { readonly [code: string]: string } = { Comma: ',', Period: '.', BracketLeft: '[', BracketRight: ']', Minus: '−', Equal: '=', Slash: '/' };

/** The keys of one entry as caps: `["Shift", "←"]`. */
export function capsOf(key: Key, names: { readonly [code: string]: string }): string[][] {
  const before = [...(key.mod === true ? [names['Ctrl'] ?? 'Ctrl'] : []), ...(key.shift === true && key.shown === undefined ? [names['Shift'] ?? 'Shift'] : [])];
  if (key.shown !== undefined) return [[...before, key.shown]];
  return key.codes.map((code) => [...before, names[code] ?? SIGN[code] ?? code.replace(/^Key|^Digit/, '')]);
}

/** Elements that have their own use for a key: typing, choosing, pressing. */
export function keepsKey(target: EventTarget | null, press: Press): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('input:not([type=range]):not([type=checkbox]):not([type=radio]), textarea, [contenteditable=true]') !== null) return press.code !== 'Escape';
  if (target.closest('[role=dialog], [role=alertdialog], [role=menu], [role=listbox]') !== null) return true;
  if (target.closest('select') !== null) return press.code !== 'Escape' && !press.ctrlKey && !press.metaKey;
  const presses = target.closest('button, a[href], summary, [role=button], [role=tab], [role=checkbox], [role=switch], [role=radio], input[type=checkbox], input[type=radio]') !== null;
  if (presses && (press.code === 'Space' || press.code === 'Enter')) return true;
  const arrows = target.closest('[role=tablist], [role=radiogroup], [role=toolbar][data-arrows], input[type=range], [data-keeps-arrows]') !== null;
  if (arrows && /^(Arrow|Home|End|Page)/.test(press.code)) return true;
  // a scrolled table or list keeps what scrolls it, a text by lines only: a lesson goes on by PageDown wherever one is
  const scrolls = target.closest('[data-scrolls]')?.getAttribute('data-scrolls');
  return scrolls != null && (scrolls === 'lines' ? /^Arrow(Up|Down)/ : /^(ArrowUp|ArrowDown|Page)/).test(press.code);
}
