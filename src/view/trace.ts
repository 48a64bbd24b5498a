/**
 * Cubic Bézier curves as points. Thousands of ways are tried for one that is drawn, so the points of those tried are
 * written where those of the one before stood; only a way that is kept becomes a path of its own.
 */
import { pathOf, type Box, type Path, type Point } from './geometry.ts';

/** Its two ends, and between them the two points it is drawn towards. */
export type Bend = readonly [Point, Point, Point, Point];

const SAMPLES = 48;
/** Bends one way has at most. */
const BENDS = 3;

/** Shares of a bend's four points at each of its samples, four numbers a sample. */
const SHARES = new Map<number, Float64Array>();
function sharesOf(samples: number): Float64Array {
  let shares = SHARES.get(samples);
  if (shares !== undefined) return shares;
  shares = new Float64Array((samples + 1) * 4);
  for (let i = 0; i <= samples; i++) {
    const t = i / samples;
    const s = 1 - t;
    shares.set([s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t], i * 4);
  }
  SHARES.set(samples, shares);
  return shares;
}

export class Trace {
  readonly xs = new Float64Array(BENDS * SAMPLES + 1);
  readonly ys = new Float64Array(BENDS * SAMPLES + 1);
  /** How many of them are points of the curve it followed last. */
  count = 0;

  /** Bends one after another, each beginning where the one before ends. */
  follow(bends: readonly Bend[], samples = SAMPLES): this {
    const shares = sharesOf(samples);
    const { xs, ys } = this;
    let at = 0;
    for (const [a, b, c, d] of bends) {
      const [ax, ay, bx, by, cx, cy, dx, dy] = [a.x, a.y, b.x, b.y, c.x, c.y, d.x, d.y];
      for (let i = at === 0 ? 0 : 4; i < shares.length; i += 4) {
        const wa = shares[i]!;
        const wb = shares[i + 1]!;
        const wc = shares[i + 2]!;
        const wd = shares[i + 3]!;
        xs[at] = wa * ax + wb * bx + wc * cx + wd * dx;
        ys[at] = wa * ay + wb * by + wc * cy + wd * dy;
        at += 1;
      }
    }
    this.count = at;
    return this;
  }

  length(): number {
    const { xs, ys } = this;
    let total = 0;
    for (let i = 1; i < this.count; i++) {
      const dx = xs[i]! - xs[i - 1]!;
      const dy = ys[i]! - ys[i - 1]!;
      total += Math.sqrt(dx * dx + dy * dy);
    }
    return total;
  }

  /** Does it lie in a box, as far as its ends do? Beyond the box it may be where its ends are. */
  isIn({ x, y, width, height }: Box): boolean {
    const { xs, ys } = this;
    const last = this.count - 1;
    const [left, right] = [Math.min(x, xs[0]!, xs[last]!), Math.max(x + width, xs[0]!, xs[last]!)];
    const [top, bottom] = [Math.min(y, ys[0]!, ys[last]!), Math.max(y + height, ys[0]!, ys[last]!)];
    for (let i = 0; i <= last; i++) if (xs[i]! < left || xs[i]! > right || ys[i]! < top || ys[i]! > bottom) return false;
    return true;
  }

  path(): Path {
    return pathOf([...this.xs.subarray(0, this.count)], [...this.ys.subarray(0, this.count)]);
  }
}

/** Where the curves that are looked at, one after another, have their points. */
export const TRACE = new Trace();

export const pathThrough = (bends: readonly Bend[], samples = SAMPLES): Path => TRACE.follow(bends, samples).path();

/** No curve of these bends is shorter: the way by the ends and the middle of each. */
export function leastLength(bends: readonly Bend[]): number {
  let sum = 0;
  for (const [a, b, c, d] of bends) {
    const x = (a.x + 3 * b.x + 3 * c.x + d.x) / 8;
    const y = (a.y + 3 * b.y + 3 * c.y + d.y) / 8;
    sum += Math.sqrt((x - a.x) * (x - a.x) + (y - a.y) * (y - a.y)) + Math.sqrt((d.x - x) * (d.x - x) + (d.y - y) * (d.y - y));
  }
  return sum;
}
