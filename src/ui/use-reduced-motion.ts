/** Whether to leave out what moves by itself: the reader's own choice, else what the system says. */
import { useSyncExternalStore } from 'react';
import { useSession } from './page-context.ts';

const query = '(prefers-reduced-motion: reduce)';

export function useReducedMotion(): boolean {
  const motion = useSession((state) => state.settings.motion);
  const system = useSyncExternalStore(
    (changed) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', changed);
      return () => media.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
  return motion === 'auto' ? system : motion === 'reduced';
}
