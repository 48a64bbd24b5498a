/** The fragment of the address and the session, kept in step: read at the start, written when things come to rest; another link put there opens the page anew. */
import type { Session } from '../session/session-commands.ts';
import { writeLink } from '../session/link.ts';

/** Browsers refuse addresses that change too often. */
const PAUSE_MS = 300;

/** The address of this moment. */
export function linkHere(session: Session): string {
  return `${location.href.replace(/#.*$/, '')}${writeLink(session.link())}`;
}

export function keepAddress(session: Session): () => void {
  let timer: number | null = null;
  let leaving = false;
  const write = (): void => {
    timer = null;
    if (leaving) return;
    const { run, work } = session.store.get();
    // before the first run is there, the address still says more than the session does
    if (run === null || work.kind !== 'none') return;
    const fragment = writeLink(session.link());
    if (fragment === location.hash) return;
    try {
      history.replaceState(null, '', fragment);
    } catch {
      // some embeddings forbid it; the page works without
    }
  };
  const later = (): void => {
    timer ??= window.setTimeout(write, PAUSE_MS);
  };
  const now = (): void => {
    if (timer !== null) window.clearTimeout(timer);
    write();
  };
  // a link, and not the anchor of a place on the page
  const follow = (): void => {
    if (!location.hash.includes('=') || location.hash === writeLink(session.link())) return;
    leaving = true;
    location.reload();
  };
  const unsubscribe = session.store.subscribe(later);
  window.addEventListener('pagehide', now);
  window.addEventListener('hashchange', follow);
  return () => {
    unsubscribe();
    window.removeEventListener('pagehide', now);
    window.removeEventListener('hashchange', follow);
    if (timer !== null) window.clearTimeout(timer);
  };
}
