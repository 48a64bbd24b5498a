/**
 * How much room the page has, counted in letters rather than pixels, so that large text counts as little room: `tight`
 * under 90 rem, `narrow` under 75 (the inspector lies over the stage), `slim` under 62, `thin` under 48. Projecting is always narrow.
 */
import { useSyncExternalStore } from 'react';
import { useTheme } from './use-theme.ts';

const STEPS = [
  ['tight', 90],
  ['narrow', 75],
  ['slim', 62],
  ['thin', 48],
] as const;

/** Pixels in a rem: 16 unless the reader has it larger. */
export function pixelsARem(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('resize', changed);
  // letters can grow without the window changing: a box as wide as ten of them tells
  const probe = document.createElement('div');
  probe.className = 'probe';
  document.body.append(probe);
  const observer = new ResizeObserver(changed);
  observer.observe(probe);
  return () => {
    window.removeEventListener('resize', changed);
    observer.disconnect();
    probe.remove();
  };
}

const fitsNow = (): string => STEPS.filter(([, most]) => window.innerWidth / pixelsARem() < most).map(([name]) => name).join(' ');

/** Space-separated, for `data-fits`. */
export function useFits(): string {
  const fits = useSyncExternalStore(subscribe, fitsNow);
  const theme = useTheme();
  return theme === 'projector' && !fits.includes('narrow') ? 'tight narrow' : fits;
}

/** Pixels in a rem, as it changes. */
export function useRem(): number {
  return useSyncExternalStore(subscribe, pixelsARem);
}
