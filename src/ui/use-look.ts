/** How the stage looks to this reader: words, colours, motion. Null until there is a run to speak of. */
import { useMemo } from 'react';
import type { Look } from '../view/stage-view.ts';
import { makeStageWords } from '../words/stage.ts';
import { useSpeaker } from './page-context.ts';
import { useReducedMotion } from './use-reduced-motion.ts';
import { useTheme } from './use-theme.ts';

export function useLook(): Look | null {
  const speaker = useSpeaker();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  return useMemo(() => (speaker === null ? null : { words: makeStageWords(speaker), theme, reducedMotion, projector: theme === 'projector' }), [speaker, theme, reducedMotion]);
}
