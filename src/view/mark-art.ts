/** Small shapes: particles, conditions, badges. Made once for a theme and shared. */
import { GraphicsContext } from 'pixi.js';
import type { Condition } from './condition.ts';
import type { MarkShape } from './marks.ts';
import type { LaneKind } from '../playback/lane-book.ts';

const TURN = Math.PI * 2;

/** The particle of a kind, looking to the right: its corners around the middle, x and y in turn. */
export function particleOutline(kind: LaneKind, size: number): number[] {
  switch (kind) {
    case 'cash':
      return arc(0, 0, size, 0, TURN);
    case 'gpu':
      return [-size * 0.88, -size * 0.88, size * 0.88, -size * 0.88, size * 0.88, size * 0.88, -size * 0.88, size * 0.88];
    case 'equity':
      return [size * 1.3, 0, 0, size * 1.1, -size * 1.3, 0, 0, -size * 1.1];
    case 'debt':
      return [size * 1.3, 0, -size * 0.85, size * 1.15, -size * 0.85, -size * 1.15];
    case 'rent':
      return [...arc(size * 0.5, 0, size * 0.7, -TURN / 4, TURN / 4), ...arc(-size * 0.5, 0, size * 0.7, TURN / 4, (TURN * 3) / 4)];
  }
}

/** Points on a circle, close enough together to look round at the size of a particle. */
function arc(x: number, y: number, radius: number, from: number, to: number): number[] {
  const steps = Math.ceil(((to - from) / TURN) * 24);
  return Array.from({ length: steps }, (_, step) => from + ((to - from) * step) / (to - from < TURN ? steps - 1 : steps)).flatMap((turn) => [x + Math.cos(turn) * radius, y + Math.sin(turn) * radius]);
}

/** How broad the outline of a particle of this size is, where its colour needs one. */
export const outlineWidth = (size: number): number => Math.max(0.8, size * 0.22);

/** The particle of a kind as a drawing of its own. */
export function particleShape(kind: LaneKind, size: number, color: number, outline: number | null): GraphicsContext {
  const context = new GraphicsContext().poly(particleOutline(kind, size), true).fill(color);
  return outline === null ? context : context.stroke({ width: outlineWidth(size), color: outline });
}

/** ○ ◔ ◑ ◐ ◕ ✕ ⬓ as drawings, so that every system shows the same. */
export function conditionShape(condition: Condition, size: number, color: number, plate: number | null): GraphicsContext {
  const context = new GraphicsContext();
  if (plate !== null) context.circle(0, 0, size / 2 + 1.5).fill(plate);
  const radius = size / 2 - 0.7;
  const pie = (from: number, to: number): void => {
    context.moveTo(0, 0).arc(0, 0, radius, from, to).closePath().fill(color);
  };
  switch (condition) {
    case 'none':
      return context;
    case 'hedge':
      break;
    case 'speculative':
      pie(-TURN / 4, 0);
      break;
    case 'ponzi':
      pie(-TURN / 4, TURN / 4);
      break;
    case 'equityBurner':
      pie(TURN / 4, (TURN * 3) / 4);
      break;
    case 'distressed':
      pie(-TURN / 4, TURN / 2);
      break;
    case 'inDefault':
      return cross(context, radius * 0.9, 2, color);
    case 'resolved':
      context.rect(-radius, -radius, 2 * radius, 2 * radius).stroke({ width: 1.3, color });
      return context.rect(-radius, -radius, 2 * radius, radius).fill(color);
  }
  return context.circle(0, 0, radius).stroke({ width: 1.3, color });
}

function cross(context: GraphicsContext, reach: number, width: number, color: number): GraphicsContext {
  return context.moveTo(-reach, -reach).lineTo(reach, reach).moveTo(reach, -reach).lineTo(-reach, reach).stroke({ width, color, cap: 'round' });
}

/** A badge: the shape in its tone on a small plate, `size` pixels across. */
export function badgeShape(shape: MarkShape, size: number, color: number, plate: number): GraphicsContext {
  const context = new GraphicsContext();
  context.circle(0, 0, size / 2 + 1).fill(plate).circle(0, 0, size / 2 + 1).stroke({ width: 1, color });
  const r = size * 0.28;
  switch (shape) {
    case 'cross':
      return cross(context, r * 0.85, 1.8, color);
    case 'exclamation':
      return context.rect(-0.9, -r * 1.15, 1.8, r * 1.4).fill(color).circle(0, r * 0.85, 1.1).fill(color);
    case 'triangleUp':
      return context.poly([0, -r, r, r * 0.8, -r, r * 0.8], true).fill(color);
    case 'triangleDown':
      return context.poly([0, r, r, -r * 0.8, -r, -r * 0.8], true).fill(color);
    case 'square':
      return context.rect(-r * 0.85, -r * 0.85, r * 1.7, r * 1.7).fill(color);
    case 'diamond':
      return context.poly([0, -r * 1.1, r * 1.1, 0, 0, r * 1.1, -r * 1.1, 0], true).fill(color);
    case 'hollowDiamond':
      return context.poly([0, -r * 1.1, r * 1.1, 0, 0, r * 1.1, -r * 1.1, 0], true).stroke({ width: 1.3, color });
    case 'house':
      return context.poly([0, -r * 1.1, r, -r * 0.1, r, r, -r, r, -r, -r * 0.1], true).fill(color);
    case 'chip':
      return context.rect(-r * 0.7, -r * 0.7, r * 1.4, r * 1.4).stroke({ width: 1.4, color }).rect(-1, -1, 2, 2).fill(color);
    case 'circle':
      return context.circle(0, 0, r * 0.8).fill(color);
    case 'flag':
      return context.rect(-r * 0.8, -r, 1.2, r * 2).fill(color).poly([-r * 0.6, -r, r, -r * 0.4, -r * 0.6, r * 0.2], true).fill(color);
    case 'bolt':
      return context.poly([r * 0.3, -r * 1.2, -r * 0.7, r * 0.2, 0, r * 0.2, -r * 0.3, r * 1.2, r * 0.7, -r * 0.3, 0, -r * 0.3], true).fill(color);
  }
}
