/** Hears key presses anywhere on the page and does what the table of keys says. */
import type { Session } from '../session/session.ts';
import type { Commands } from './commands.ts';
import { keepsKey, meaningOf } from './keys.ts';

export function listenToKeys(session: Session, commands: Commands): () => void {
  const press = (event: KeyboardEvent): void => {
    // while an input method composes, keys are its own
    if (event.defaultPrevented || event.isComposing || keepsKey(event.target, event)) return;
    const { settings, presenting } = session.store.get();
    const meaning = meaningOf(event, { presenting, signs: settings.singleKeys });
    if (meaning === null) return;
    event.preventDefault();
    commands.act(meaning.action, meaning.digit);
  };
  document.addEventListener('keydown', press);
  return () => document.removeEventListener('keydown', press);
}
