/** An error nobody caught is told in a notice, once; the page stays as far as it still works. */
import type { Session } from '../session/session-commands.ts';

export function whenBroken(session: Session): void {
  const tell = (reason: unknown): void => {
    const detail = reason instanceof Error ? reason.message : String(reason);
    session.say({ key: 'broken', detail: detail.slice(0, 300) });
  };
  window.addEventListener('error', (event) => {
    // resizing observers complain about themselves; nothing is lost
    if (!event.message.startsWith('ResizeObserver')) tell(event.error ?? event.message);
  });
  window.addEventListener('unhandledrejection', (event) => tell(event.reason));
}
