/** Zooming and shifting the picture, kept inside its frame. */
import { WHOLE, ZOOM_LIMITS, type Window } from './layout.ts';

export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** Zooms by a factor so that what is under (x, y) stays there. */
export function zoomedAt(window: Window, factor: number, x: number, y: number, frame: Frame): Window {
  const zoom = Math.max(ZOOM_LIMITS.least, Math.min(ZOOM_LIMITS.most, window.zoom * factor));
  if (zoom === window.zoom) return window;
  const grown = zoom / window.zoom;
  return kept({ zoom, x: (window.x + x) * grown - x, y: (window.y + y) * grown - y }, frame);
}

export function shifted(window: Window, dx: number, dy: number, frame: Frame): Window {
  return kept({ ...window, x: window.x - dx, y: window.y - dy }, frame);
}

/** No empty space at the rims. */
export function kept(window: Window, { width, height }: Frame): Window {
  if (window.zoom <= 1) return WHOLE;
  const within = (value: number, size: number): number => Math.max(0, Math.min(size * (window.zoom - 1), value));
  return { zoom: window.zoom, x: within(window.x, width), y: within(window.y, height) };
}
