/**
 * The one place where the wall clock enters: while something moves, each picture tells the session how long the last
 * one took. A hidden page pauses; nothing is caught up on return.
 */
import type { Session } from '../session/session-commands.ts';

/** A picture that took longer was an interruption, not time watched. */
const LONGEST_STEP = 0.1;

export interface Clock {
  /** A picture is wanted, although the session did not change. */
  wake(): void;
  stop(): void;
}

export function startClock(session: Session, draw: () => void): Clock {
  let waiting: number | null = null;
  let last: number | null = null;
  const wake = (): void => {
    waiting ??= requestAnimationFrame(tick);
  };
  const tick = (now: number): void => {
    waiting = null;
    const { moving } = session.store.get().playback;
    if (moving === 'still') last = null;
    else {
      if (last !== null) session.command({ type: 'advance', seconds: Math.min(LONGEST_STEP, Math.max(0, (now - last) / 1000)) });
      last = now;
      wake();
    }
    draw();
  };
  const hidden = (): void => {
    if (document.visibilityState !== 'hidden') return;
    if (session.store.get().playback.moving !== 'still') session.command({ type: 'pause' });
  };
  const unsubscribe = session.store.subscribe(wake);
  document.addEventListener('visibilitychange', hidden);
  wake();
  return {
    wake,
    stop() {
      unsubscribe();
      document.removeEventListener('visibilitychange', hidden);
      if (waiting !== null) cancelAnimationFrame(waiting);
    },
  };
}
