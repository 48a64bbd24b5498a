/** The theme in force: presenting projects, whatever the reader's own theme is. */
import type { Theme } from '../session/settings.ts';
import { useSession } from './page-context.ts';

export function useTheme(): Theme {
  return useSession((state) => (state.presenting ? 'projector' : state.settings.theme));
}
