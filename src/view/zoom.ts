/** Zooming and shifting the picture, kept inside its frame. */
import type { Box } from './geometry.ts';
import { WHOLE, ZOOM_LIMITS, type Layout, type Window } from './layout.ts';

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

/**
 * The window after zooming at (x, y), shifted by as much as the actor nearest to there had to step aside for larger
 * labels: who is pointed at stays under the pointer.
 */
export function heldAt(before: Layout, after: Layout, x: number, y: number, frame: Frame): Window {
  const { window } = after;
  const grown = window.zoom / before.window.zoom;
  let nearest: { readonly distance: number; readonly dx: number; readonly dy: number } | null = null;
  for (const [id, place] of before.places) {
    const now = after.places.get(id);
    if (now === undefined) continue;
    const distance = Math.hypot(place.x - x, place.y - y);
    if (nearest === null || distance < nearest.distance) nearest = { distance, dx: now.x - x - (place.x - x) * grown, dy: now.y - y - (place.y - y) * grown };
  }
  return nearest === null ? window : kept({ ...window, x: window.x + nearest.dx, y: window.y + nearest.dy }, frame);
}

export function shifted(window: Window, dx: number, dy: number, frame: Frame): Window {
  return kept({ ...window, x: window.x - dx, y: window.y - dy }, frame);
}

/** The window in which a thing stands in the middle, as far as the rims allow, where it is out of sight; the same where it is in sight. */
export function inSight(window: Window, { x, y, width, height }: Box, frame: Frame): Window {
  if (x >= 0 && x + width <= frame.width && y >= 0 && y + height <= frame.height) return window;
  return shifted(window, frame.width / 2 - (x + width / 2), frame.height / 2 - (y + height / 2), frame);
}

/** No empty space at the rims. */
export function kept(window: Window, { width, height }: Frame): Window {
  if (window.zoom <= 1) return WHOLE;
  const within = (value: number, size: number): number => Math.max(0, Math.min(size * (window.zoom - 1), value));
  return { zoom: window.zoom, x: within(window.x, width), y: within(window.y, height) };
}

export function sameWindow(a: Window, b: Window): boolean {
  return a.zoom === b.zoom && a.x === b.x && a.y === b.y;
}
