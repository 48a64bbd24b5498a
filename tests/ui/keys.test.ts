import { describe, expect, it } from 'vitest';
import { capsOf, KEYS, meaningOf, type Press } from '../../src/ui/keys.ts';
import { KEY_ACTIONS } from '../../src/words/ui-types.ts';
import { UI_WORDS } from '../../src/words/ui.ts';

const press = (code: string, held: Partial<Press> = {}): Press => ({ code, shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, ...held });
const normal = { presenting: false, signs: true };

describe('the table of keys', () => {
  it('has a key for every action, and words for it in both languages', () => {
    expect(new Set(KEYS.map((key) => key.action))).toEqual(new Set(KEY_ACTIONS));
    for (const words of Object.values(UI_WORDS)) for (const action of KEY_ACTIONS) expect(words.keys[action]).not.toBe('');
  });

  it('gives no press two meanings', () => {
    for (const presenting of [false, true])
      for (const key of KEYS)
        for (const code of key.codes) {
          if (key.when === 'lesson' || key.when === 'asked' || (key.when !== undefined && (key.when === 'presenting') !== presenting)) continue;
          const meant = meaningOf(press(code, { shiftKey: key.shift ?? false, ctrlKey: key.mod ?? false }), { presenting, signs: true });
          expect(`${code} ${meant?.action}`).toBe(`${code} ${key.action}`);
        }
  });

  it('steps through a lesson with what a clicker sends, and answers an open question with digits', () => {
    const lesson = { ...normal, lesson: true };
    expect(meaningOf(press('PageDown'), normal)?.action).toBe('eventForward');
    expect(meaningOf(press('PageDown'), lesson)?.action).toBe('lessonForward');
    expect(meaningOf(press('PageUp'), { ...lesson, presenting: true })?.action).toBe('lessonBack');
    const asked = { ...lesson, asked: true };
    expect(meaningOf(press('Digit3'), asked)).toEqual({ action: 'answer', digit: 3 });
    for (const code of ['Digit5', 'Digit0', 'KeyC', 'KeyT', 'KeyB']) expect(meaningOf(press(code), asked)).toBeNull();
    for (const [code, action] of [['Escape', 'escape'], ['PageDown', 'lessonForward'], ['Space', 'play']] as const) expect(meaningOf(press(code), asked)?.action).toBe(action);
    expect(meaningOf(press('Slash', { shiftKey: true }), asked)?.action).toBe('help');
    expect(meaningOf(press('Period'), { ...asked, presenting: true })?.action).toBe('blank');
  });

  it('says what the documents say: arrows, brackets, digits, question mark', () => {
    expect(meaningOf(press('ArrowRight', { shiftKey: true }), normal)?.action).toBe('forward10');
    expect(meaningOf(press('BracketRight', { shiftKey: true }), normal)?.action).toBe('defaultForward');
    expect(meaningOf(press('Digit7'), normal)).toEqual({ action: 'share', digit: 7 });
    // a digit that comes early or twice is meant for the question
    for (const mode of [{ ...normal, lesson: true }, { ...normal, told: true }]) expect(meaningOf(press('Digit1'), mode)).toBeNull();
    expect(meaningOf(press('Slash', { shiftKey: true }), normal)?.action).toBe('help');
  });

  it('leaves keys with Alt, and letters with Ctrl, to the browser', () => {
    expect(meaningOf(press('ArrowLeft', { altKey: true }), normal)).toBeNull();
    for (const code of ['KeyC', 'KeyF', 'KeyP', 'KeyT', 'KeyN', 'KeyL']) expect(meaningOf(press(code, { ctrlKey: true }), normal)).toBeNull();
  });

  it('can switch off letters, digits and signs, and keeps the rest', () => {
    const off = { presenting: false, signs: false };
    for (const code of ['KeyB', 'Digit3', 'Comma', 'BracketLeft']) expect(meaningOf(press(code), off)).toBeNull();
    expect(meaningOf(press('Space'), off)?.action).toBe('play');
    expect(meaningOf(press('Slash', { shiftKey: true }), off)?.action).toBe('help');
  });

  it('understands a clicker while presenting: full stop and B blank the screen, F5 does not reload', () => {
    const presenting = { presenting: true, signs: true };
    expect(meaningOf(press('Period'), presenting)?.action).toBe('blank');
    expect(meaningOf(press('KeyB'), presenting)?.action).toBe('blank');
    expect(meaningOf(press('F5'), presenting)?.action).toBe('reload');
    expect(meaningOf(press('F5'), normal)).toBeNull();
  });

  it('writes every key as something a reader can find on a board', () => {
    for (const words of Object.values(UI_WORDS)) for (const key of KEYS) for (const caps of capsOf(key, words.keyNames)) for (const cap of caps) expect(cap).toMatch(/^(\p{L}[\p{L}\p{N} ]*|[←→↑↓,.[\]−=?]|0–9|1–4|F5|[A-Z])$/u);
  });
});
