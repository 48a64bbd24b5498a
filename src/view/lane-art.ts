/**
 * How a lane looks. Kinds are told apart without colour: cash a solid line, GPUs dashed, equity double, debt dotted,
 * rent a thin chain; what is promised or was not paid is hollow.
 */
import type { Graphics } from 'pixi.js';
import { offsetPath, partOf, pathOf, pointAt, type Path } from './geometry.ts';
import { laidOver, type Palette } from './palette.ts';
import type { LaneKind } from '../playback/lane-book.ts';
import type { BundlePlan, LanePlan, LegendItem, RiverPlan } from './plan.ts';

/** Length and half breadth of an arrow's head for a line this wide. */
function headOf(width: number): { length: number; half: number } {
  return { length: 6.5 + width * 0.85, half: 3.4 + width * 0.62 };
}

/** Draws a lane of which the share `solid` has been paid. */
export function drawLane(graphics: Graphics, lane: LanePlan, solid: number, palette: Palette): void {
  graphics.clear();
  const { path, kind, width } = lane;
  const head = headOf(kind === 'rent' ? Math.min(4, width) : width);
  const tip = Math.max(0.4, 1 - head.length / Math.max(1, path.total));
  const body = partOf(path, 0, Math.min(1, tip + (0.15 * head.length) / Math.max(1, path.total)));
  const color = laidOver(palette.background, palette.lane[kind], palette.laneAlpha);
  const outline = palette.outline[kind];
  if (lane.lit === 'now') {
    trace(graphics, body);
    graphics.stroke({ width: width + 9, color: palette.selection, alpha: 0.9, cap: 'round', join: 'round' });
  }
  // a seam of background keeps crossing lanes apart
  trace(graphics, body);
  graphics.stroke({ width: width + (lane.lit === 'now' ? 5 : 3), color: palette.background, alpha: lane.lit === 'now' ? 1 : 0.75, cap: 'butt', join: 'round' });
  if (solid > 0) drawKind(graphics, kind, solid < 1 ? partOf(body, 0, solid) : body, width, color, outline);
  if (solid < 1) drawHollow(graphics, solid > 0 ? partOf(body, solid, 1) : body, Math.max(4, width), laidOver(palette.background, palette.lane[kind], 0.9));
  drawHead(graphics, path, tip, head.half, solid < 1 ? 'hollow' : 'full', laidOver(palette.background, palette.lane[kind], Math.min(1, palette.laneAlpha + 0.25)), outline, palette.background);
}

function drawKind(graphics: Graphics, kind: LaneKind, path: Path, width: number, color: number, outline: number | null): void {
  switch (kind) {
    case 'cash':
      return line(graphics, path, width, color, outline);
    case 'gpu':
      return dashes(graphics, path, width, Math.max(6, width * 1.3), Math.max(4, width * 0.7), color, outline);
    case 'equity': {
      const strand = Math.max(1.1, width * 0.3);
      const apart = Math.max(1.7, width * 0.36);
      line(graphics, offsetPath(path, apart), strand, color, outline);
      return line(graphics, offsetPath(path, -apart), strand, color, outline);
    }
    case 'debt':
      return dots(graphics, path, Math.max(1.2, width * 0.4), Math.max(4.6, width * 1.1), color);
    case 'rent':
      return chain(graphics, path, Math.max(2.2, Math.min(5, width * 0.55)), color);
  }
}

/** Of the kind's pattern in the middle of a river's sleeve: how broad it is at most, pixels. */
const THREAD = 2.6;

/** A river: a pale sleeve as wide as what runs in it, the kind's own pattern as a thread in its middle, and a brace around those who share it. */
export function drawRiver(graphics: Graphics, river: RiverPlan, palette: Palette): void {
  graphics.clear();
  const { path, brace, kind, width } = river;
  const head = headOf(width);
  const tip = Math.max(0.4, 1 - head.length / Math.max(1, path.total));
  const body = partOf(path, 0, Math.min(1, tip + (0.15 * head.length) / Math.max(1, path.total)));
  sleeve(graphics, body, width, kind, palette);
  drawKind(graphics, kind, body, Math.min(THREAD, width), laidOver(palette.background, palette.lane[kind], palette.laneAlpha * 0.8), null);
  drawHead(graphics, path, tip, head.half, 'full', laidOver(palette.background, palette.lane[kind], palette.laneAlpha * 0.8), palette.outline[kind], palette.background);
  trace(graphics, brace);
  graphics.stroke({ width: 1.3, color: laidOver(palette.background, palette.outline[kind] ?? palette.lane[kind], 0.5), cap: 'round', join: 'round' });
}

function sleeve(graphics: Graphics, path: Path, width: number, kind: LaneKind, palette: Palette): void {
  const rim = laidOver(palette.background, palette.outline[kind] ?? palette.lane[kind], 0.4);
  trace(graphics, path);
  graphics.stroke({ width: width + 2, color: rim, cap: 'butt', join: 'round' });
  trace(graphics, path);
  graphics.stroke({ width, color: laidOver(palette.background, palette.lane[kind], 0.16), cap: 'butt', join: 'round' });
}

function trace(graphics: Graphics, path: Path): void {
  graphics.moveTo(path.xs[0]!, path.ys[0]!);
  for (let i = 1; i < path.xs.length; i++) graphics.lineTo(path.xs[i]!, path.ys[i]!);
}

function line(graphics: Graphics, path: Path, width: number, color: number, outline: number | null): void {
  if (outline !== null) {
    trace(graphics, path);
    graphics.stroke({ width: width + 1.8, color: outline, cap: 'butt', join: 'round' });
  }
  trace(graphics, path);
  graphics.stroke({ width, color, cap: 'butt', join: 'round' });
}

function dashes(graphics: Graphics, path: Path, width: number, on: number, off: number, color: number, outline: number | null): void {
  const period = on + off;
  const count = Math.max(1, Math.round(path.total / period));
  const stretch = path.total / (count * period);
  const each = (grow: number, style: { width: number; color: number }): void => {
    for (let i = 0; i < count; i++) {
      const start = i * period * stretch;
      trace(graphics, partOf(path, Math.max(0, (start - grow) / path.total), Math.min(1, (start + on * stretch + grow) / path.total)));
    }
    graphics.stroke({ ...style, cap: 'butt', join: 'round' });
  };
  if (outline !== null) each(0.9, { width: width + 1.8, color: outline });
  each(0, { width, color });
}

function dots(graphics: Graphics, path: Path, radius: number, apart: number, color: number): void {
  const count = Math.max(1, Math.round(path.total / apart));
  for (let i = 0; i <= count; i++) {
    const { x, y } = pointAt(path, i / count);
    graphics.circle(x, y, radius);
  }
  graphics.fill(color);
}

function chain(graphics: Graphics, path: Path, link: number, color: number): void {
  trace(graphics, path);
  graphics.stroke({ width: 1, color, cap: 'butt', join: 'round' });
  const count = Math.max(1, Math.round(path.total / (link * 4.4)));
  for (let i = 0; i < count; i++) {
    const { x, y } = pointAt(path, (i + 0.5) / count);
    graphics.circle(x, y, link);
  }
  graphics.stroke({ width: 1.3, color });
}

/** Two thin broken lines with nothing between them. */
function drawHollow(graphics: Graphics, path: Path, width: number, color: number): void {
  for (const side of [-0.5, 0.5]) {
    const edge = offsetPath(path, side * width);
    const count = Math.max(1, Math.round(edge.total / 9));
    for (let i = 0; i < count; i++) trace(graphics, partOf(edge, i / count, (i + 0.62) / count));
  }
  graphics.stroke({ width: 1.2, color, cap: 'butt' });
}

function drawHead(graphics: Graphics, path: Path, tip: number, half: number, fill: 'full' | 'hollow', color: number, outline: number | null, background: number): void {
  const end = pointAt(path, 1);
  const neck = pointAt(path, tip);
  const dx = end.x - neck.x;
  const dy = end.y - neck.y;
  const length = Math.sqrt(dx * dx + dy * dy) || 1;
  const nx = (-dy / length) * half;
  const ny = (dx / length) * half;
  const corners = [end.x, end.y, neck.x + nx, neck.y + ny, neck.x + dx * 0.18, neck.y + dy * 0.18, neck.x - nx, neck.y - ny];
  graphics.poly(corners, true);
  if (fill === 'full') {
    graphics.fill(color);
    if (outline !== null) {
      graphics.poly(corners, true);
      graphics.stroke({ width: 1, color: outline, join: 'round' });
    }
  } else {
    graphics.fill(background);
    graphics.poly(corners, true);
    graphics.stroke({ width: 1.3, color, join: 'round' });
  }
}

/** A short piece of a lane, for the legend; the middle is left to the particle. */
export function drawSample(graphics: Graphics, kind: LegendItem['kind'], x: number, y: number, length: number, palette: Palette): void {
  graphics.clear();
  const path = pathOf([x - length / 2, x + length / 2], [y, y]);
  if (kind === 'river') return drawRiverSample(graphics, path, palette);
  if (kind === 'promised') return drawHollow(graphics, path, 6, palette.muted);
  drawKind(graphics, kind, path, 3, laidOver(palette.background, palette.lane[kind], palette.laneAlpha), palette.outline[kind]);
}

function drawRiverSample(graphics: Graphics, path: Path, palette: Palette): void {
  sleeve(graphics, path, 7, 'cash', palette);
  drawKind(graphics, 'cash', path, 1.6, laidOver(palette.background, palette.lane.cash, palette.laneAlpha * 0.8), null);
}

/** A closed sheath around several thin lanes: three threads in a pale sleeve. */
export function drawBundle(graphics: Graphics, bundle: BundlePlan, palette: Palette): void {
  graphics.clear();
  trace(graphics, bundle.path);
  graphics.stroke({ width: bundle.width, color: laidOver(palette.background, palette.muted, 0.22), cap: 'round', join: 'round' });
  for (const offset of [-2.6, 0, 2.6]) {
    trace(graphics, offsetPath(bundle.path, offset));
    graphics.stroke({ width: 1.1, color: laidOver(palette.background, palette.muted, 0.75), cap: 'butt', join: 'round' });
  }
}
