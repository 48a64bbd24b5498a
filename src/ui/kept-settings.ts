/** The reader's settings between visits, where the browser keeps anything. */
import type { Session } from '../session/session-commands.ts';

const KEY = 'ouroboros.settings';

export function keptSettings(): unknown {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null');
  } catch {
    return null; // storage is closed or holds something else
  }
}

export function keepSettings(session: Session): () => void {
  let last = session.store.get().settings;
  return session.store.subscribe(() => {
    const { settings } = session.store.get();
    if (settings === last) return;
    last = settings;
    try {
      localStorage.setItem(KEY, JSON.stringify(settings));
    } catch {
      // nothing is kept then; the page works without
    }
  });
}
