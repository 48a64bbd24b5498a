/** Plane geometry of the stage: boxes, discs and sampled curves with their running length. Pixels, y down. */

export interface Point {
  readonly x: number;
  readonly y: number;
}
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A curve as points; `lengths[i]` is the way from the start to point i, `total` the whole way. */
export interface Path {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly lengths: readonly number[];
  readonly total: number;
}

export function box(x: number, y: number, width: number, height: number): Box {
  return { x, y, width, height };
}

/** Do two boxes come closer than `gap` to each other? */
export function boxesMeet(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/** Does a box come closer than `gap` to a disc? */
export function boxMeetsDisc(a: Box, x: number, y: number, radius: number, gap = 0): boolean {
  const dx = x - Math.max(a.x, Math.min(x, a.x + a.width));
  const dy = y - Math.max(a.y, Math.min(y, a.y + a.height));
  const reach = radius + gap;
  return dx * dx + dy * dy < reach * reach;
}

/** Pixels between a box and the rim of a disc; below 0 where they meet. */
export function boxToDisc(a: Box, x: number, y: number, radius: number): number {
  const near = nearestIn(a, { x, y });
  return Math.sqrt((near.x - x) * (near.x - x) + (near.y - y) * (near.y - y)) - radius;
}

export function boxHolds(a: Box, x: number, y: number): boolean {
  return x >= a.x && x <= a.x + a.width && y >= a.y && y <= a.y + a.height;
}

export function boxInside(inner: Box, outer: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** Does a curve, `gap` pixels broad to either side, run over a box? */
export function pathMeetsBox({ xs, ys }: Path, { x, y, width, height }: Box, gap: number): boolean {
  const [left, top, right, bottom] = [x - gap, y - gap, x + width + gap, y + height + gap];
  for (let i = 1; i < xs.length; i++) {
    const [ax, ay, bx, by] = [xs[i - 1]!, ys[i - 1]!, xs[i]!, ys[i]!];
    if (Math.max(ax, bx) < left || Math.min(ax, bx) > right || Math.max(ay, by) < top || Math.min(ay, by) > bottom) continue;
    // the part of the segment between the sides, then between top and bottom (Liang and Barsky, 1984)
    let [from, to] = [0, 1];
    for (const [start, way, low, high] of [[ax, bx - ax, left, right], [ay, by - ay, top, bottom]] as const) {
      if (way === 0) continue;
      const [near, far] = way > 0 ? [(low - start) / way, (high - start) / way] : [(high - start) / way, (low - start) / way];
      from = Math.max(from, near);
      to = Math.min(to, far);
    }
    if (from <= to) return true;
  }
  return false;
}

/** Builds a path from points, dropping none. */
export function pathOf(xs: readonly number[], ys: readonly number[]): Path {
  const lengths: number[] = [0];
  let total = 0;
  for (let i = 1; i < xs.length; i++) {
    const dx = xs[i]! - xs[i - 1]!;
    const dy = ys[i]! - ys[i - 1]!;
    total += Math.sqrt(dx * dx + dy * dy);
    lengths.push(total);
  }
  return { xs, ys, lengths, total };
}

/** The point of a box nearest to one that may lie outside it. */
export function nearestIn({ x, y, width, height }: Box, point: Point): Point {
  return { x: Math.max(x, Math.min(x + width, point.x)), y: Math.max(y, Math.min(y + height, point.y)) };
}

/** A box made smaller by so much on every side, never to less than its middle. */
export function shrunk({ x, y, width, height }: Box, by: number): Box {
  const [aside, down] = [Math.min(by, width / 2), Math.min(by, height / 2)];
  return box(x + aside, y + down, width - 2 * aside, height - 2 * down);
}

/** Index of the last sample at or before `length`, by bisection. */
function sampleBefore(path: Path, length: number): number {
  let low = 0;
  let high = path.lengths.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (path.lengths[middle]! <= length) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The point at share `s` of the way, and the direction there in radians. */
export function pointAt(path: Path, s: number): { x: number; y: number; angle: number } {
  const point = { x: 0, y: 0, angle: 0 };
  placeAt(path, s, point);
  return point;
}

/** The same for a point that is there already. */
export function placeAt(path: Path, s: number, point: { x: number; y: number; angle: number }): void {
  const length = Math.max(0, Math.min(1, s)) * path.total;
  const i = sampleBefore(path, length);
  const step = path.lengths[i + 1]! - path.lengths[i]!;
  const t = step > 0 ? (length - path.lengths[i]!) / step : 0;
  const dx = path.xs[i + 1]! - path.xs[i]!;
  const dy = path.ys[i + 1]! - path.ys[i]!;
  point.x = path.xs[i]! + dx * t;
  point.y = path.ys[i]! + dy * t;
  point.angle = Math.atan2(dy, dx);
}

/** The part of a path between two shares of its length, ends included. */
export function partOf(path: Path, from: number, to: number): Path {
  const start = Math.max(0, from) * path.total;
  const end = Math.min(1, to) * path.total;
  const first = pointAt(path, from);
  const last = pointAt(path, to);
  const xs = [first.x];
  const ys = [first.y];
  for (let i = 0; i < path.xs.length; i++)
    if (path.lengths[i]! > start + 1e-6 && path.lengths[i]! < end - 1e-6) {
      xs.push(path.xs[i]!);
      ys.push(path.ys[i]!);
    }
  xs.push(last.x);
  ys.push(last.y);
  return pathOf(xs, ys);
}

/** The same curve, moved `distance` to its right-hand side (y down: clockwise of its direction). */
export function offsetPath(path: Path, distance: number): Path {
  if (distance === 0) return path;
  const count = path.xs.length;
  const xs: number[] = [];
  const ys: number[] = [];
  for (let i = 0; i < count; i++) {
    const before = Math.max(0, i - 1);
    const after = Math.min(count - 1, i + 1);
    const dx = path.xs[after]! - path.xs[before]!;
    const dy = path.ys[after]! - path.ys[before]!;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    xs.push(path.xs[i]! - (dy / length) * distance);
    ys.push(path.ys[i]! + (dx / length) * distance);
  }
  return pathOf(xs, ys);
}

/** The same curve, walked from its end. */
export function reversed(path: Path): Path {
  return pathOf([...path.xs].reverse(), [...path.ys].reverse());
}

/** Shortest distance from a point to a path. */
export function distanceTo(path: Path, x: number, y: number): number {
  let best = Infinity;
  for (let i = 0; i + 1 < path.xs.length; i++) {
    const ax = path.xs[i]!;
    const ay = path.ys[i]!;
    const dx = path.xs[i + 1]! - ax;
    const dy = path.ys[i + 1]! - ay;
    const square = dx * dx + dy * dy;
    const t = square > 0 ? Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square)) : 0;
    const ex = x - ax - dx * t;
    const ey = y - ay - dy * t;
    best = Math.min(best, ex * ex + ey * ey);
  }
  return Math.sqrt(best);
}
