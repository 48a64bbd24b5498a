/** Hears key presses anywhere on the page and does what the table of keys says. */
import type { Session } from '../session/session-commands.ts';
import type { Commands } from './commands.ts';
import { isAsking } from '../session/lesson.ts';
import { keepsKey, meaningOf } from './keys.ts';

/** `heard`: the document of another window that belongs to the page. */
export function listenToKeys(session: Session, commands: Commands, heard: Document = document): () => void {
  const press = (event: KeyboardEvent): void => {
    // while an input method composes, keys are its own
    if (event.defaultPrevented || event.isComposing || keepsKey(event.target, event)) return;
    const { settings, presenting, teaching, story, playback } = session.store.get();
    const meaning = meaningOf(event, { presenting, signs: settings.singleKeys, lesson: teaching !== null, told: story === 'told', asked: isAsking(teaching, playback) });
    if (meaning === null) return;
    event.preventDefault();
    // a key held down is one press on
    if (meaning.action === 'lessonForward' && event.repeat) return;
    commands.act(meaning.action, meaning.digit);
  };
  heard.addEventListener('keydown', press);
  return () => heard.removeEventListener('keydown', press);
}
