/**
 * The way from one actor to another: one calm curve a pair, chosen among a few so that it passes under nobody, through
 * no label, and close to as few others as can be (Jenny et al. 2018, on flow maps). The curves of the run's own lanes
 * are laid first and in a fixed order, so a curve never depends on the month. The vendor's money to the labs arcs over
 * the top.
 */
import type { PartyId } from '../model/units.ts';
import { boxMeetsDisc, cubicPath, partOf, pathOf, pointAt, reversed, type Box, type Path } from './geometry.ts';
import { labelBox, labelSize, largestActors, type Layout, type LayoutRequest, type Place } from './layout.ts';
import { laneParts, type LaneKey } from '../playback/lane-book.ts';

/** Sideways swing of the two control points, in shares of the distance; the first of equals is taken. */
const SWINGS: readonly (readonly [number, number])[] = [
  [0.08, 0.08], [-0.08, -0.08], [0, 0], [0.16, 0.16], [-0.16, -0.16], [0.2, 0], [-0.2, 0], [0, 0.2], [0, -0.2], [0.26, 0.26], [-0.26, -0.26],
  [0.3, -0.1], [-0.3, 0.1], [-0.1, 0.3], [0.1, -0.3], [0.38, 0.38], [-0.38, -0.38], [0.45, 0.15], [-0.45, -0.15], [0.15, 0.45], [-0.15, -0.45],
  [0.55, 0.55], [-0.55, -0.55], [0.45, -0.3], [-0.45, 0.3], [0.3, -0.45], [-0.3, 0.45], [0.65, 0.1], [-0.65, -0.1], [0.1, 0.65], [-0.1, -0.65],
  [0.75, 0.75], [-0.75, -0.75],
];
/** What a point of a curve costs that lies under an actor or a plate. */
const UNDER = 30;
const CELL = 9;
const ARC_KINDS: ReadonlySet<string> = new Set(['chipVendor/aiLab', 'aiLab/chipVendor']);

export interface Curve {
  readonly path: Path;
  /** Where along a brace it begins. */
  readonly tip: number;
  /** What it costs before it goes anywhere. */
  readonly toll: number;
}

export interface Routes {
  /** Centre to centre, from `from` to `to`. */
  between(from: PartyId, to: PartyId): Path;
  /**
   * Of some curves between two places the one that passes under nobody, through no label and close to fewest others;
   * later ones keep away from it. A lot is looked at only where all before it pass under somebody.
   */
  choose(lots: readonly Iterable<Curve>[], a: Place, b: Place, half: number): Curve;
}

/** `headings` are words that lanes should run beside. */
export function layRoutes(layout: Layout, base: readonly LaneKey[], request: LayoutRequest, headings: readonly Box[] = []): Routes {
  const { places } = layout;
  const obstacles = [...obstaclesOf(layout, request), ...headings.map((label): Obstacle => ({ id: null, disc: null, box: null, label }))];
  const traffic = new Map<number, number>();
  const known = new Map<string, Path>();
  const pairs = [...new Set(base.map((key) => pairOf(laneParts(key).from, laneParts(key).to)))]
    .map((pair) => pair.split('|') as [PartyId, PartyId])
    .filter(([a, b]) => places.has(a) && places.has(b))
    .map(([a, b]) => ({ a, b, half: halfWidth(a, b, base, request), distance: distanceOf(places.get(a)!, places.get(b)!) }))
    .sort((p, q) => p.distance - q.distance || (pairOf(p.a, p.b) < pairOf(q.a, q.b) ? -1 : 1));
  let arcs = 0;
  for (const { a, b, half } of pairs) {
    const path = route(places.get(a)!, places.get(b)!, layout, obstacles, traffic, arcs, half);
    if (isArc(places.get(a)!, places.get(b)!)) arcs += 1;
    known.set(pairOf(a, b), path);
    drive(path, traffic, half);
  }
  return {
    between(from, to) {
      const pair = pairOf(from, to);
      let path = known.get(pair);
      if (path === undefined) {
        const [a, b] = pair.split('|') as [PartyId, PartyId];
        known.set(pair, (path = route(places.get(a)!, places.get(b)!, layout, obstacles, traffic, arcs, 2)));
      }
      return pair.startsWith(`${from}|`) ? path : reversed(path);
    },
    choose(lots, a, b, half) {
      let best: Curve | null = null;
      let lowest = Infinity;
      const distance = distanceOf(a, b) || 1;
      for (const lot of lots) {
        if (lowest < UNDER) break;
        for (const curve of lot) {
          const { path } = curve;
          let cost = curve.toll + (path.total / distance - 1) * 70;
          for (let i = 1; i + 1 < path.xs.length && cost < lowest; i++) {
            cost += dear(costAt(path.xs[i]!, path.ys[i]!, a, b, layout, obstacles, traffic, half));
          }
          if (cost >= lowest) continue;
          lowest = cost;
          best = curve;
        }
      }
      if (best === null) throw new Error(`no way from ${a.id} to ${b.id}`);
      drive(best.path, traffic, half);
      return best;
    },
  };
}

/** One name for both directions. */
export function pairOf(a: PartyId, b: PartyId): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

/** Half the room all lanes of a pair need beside each other. */
function halfWidth(a: PartyId, b: PartyId, base: readonly LaneKey[], { scale }: LayoutRequest): number {
  let sum = 0;
  for (const key of base) {
    const { from, to } = laneParts(key);
    if ((from === a && to === b) || (from === b && to === a)) sum += (scale.widths[key] ?? 4) + 3;
  }
  return Math.max(1.5, (sum - 3) / 2);
}

const distanceOf = (a: Place, b: Place): number => Math.sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
const isArc = (a: Place, b: Place): boolean => ARC_KINDS.has(`${a.kind}/${b.kind}`) && Math.abs(a.x - b.x) > 200;

interface Obstacle {
  /** Of the party that stands there; null where only words stand. */
  readonly id: PartyId | null;
  readonly disc: { readonly x: number; readonly y: number; readonly radius: number } | null;
  readonly box: Box | null;
  readonly label: Box | null;
}

function obstaclesOf(layout: Layout, request: LayoutRequest): Obstacle[] {
  const named = request.sparse ? new Set(largestActors(layout.places.values(), request.scale)) : null;
  return [...layout.places.values()].map((place) => ({
    id: place.id,
    disc: place.shape === 'ring' ? { x: place.x, y: place.y, radius: place.radius + layout.ring + 4 } : null,
    box: place.box,
    label: place.shape === 'ring' && (named === null || named.has(place)) ? labelBox(place, labelSize(place, layout.level, request)) : null,
  }));
}

function route(a: Place, b: Place, layout: Layout, obstacles: readonly Obstacle[], traffic: ReadonlyMap<number, number>, arcs: number, half: number): Path {
  if (isArc(a, b)) {
    const over = arc(a, b, layout, arcs);
    // where there is no room over the top, it goes as any other
    if (over.xs.every((x, i) => costAt(x, over.ys[i]!, a, b, layout, obstacles, traffic, half) < UNDER)) return over;
  }
  let best: Path | null = null;
  let lowest = Infinity;
  const distance = distanceOf(a, b) || 1;
  const attempt = (curves: Iterable<Omit<Curve, 'tip'>>): void => {
    for (const { path, toll } of curves) {
      let cost = (path.total / distance - 1) * 70 + toll;
      for (let i = 1; i + 1 < path.xs.length && cost < lowest; i++) cost += dear(costAt(path.xs[i]!, path.ys[i]!, a, b, layout, obstacles, traffic, half));
      if (cost >= lowest) continue;
      lowest = cost;
      best = path;
    }
  };
  attempt(swung(a, b, SWINGS));
  // still under somebody: look closer, then go round by way of a point
  if (lowest >= UNDER) attempt(swung(a, b, fineSwings()));
  if (lowest >= UNDER) attempt(winding(a, b));
  return best!;
}

/** Curves whose two control points swing sideways by shares of the distance. */
function* swung(a: Place, b: Place, swings: Iterable<readonly [number, number]>): Iterable<Omit<Curve, 'tip'>> {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  for (const [first, second] of swings) {
    const path = cubicPath(
      a,
      { x: a.x + dx / 3 - dy * first, y: a.y + dy / 3 + dx * first },
      { x: a.x + (dx * 2) / 3 - dy * second, y: a.y + (dy * 2) / 3 + dx * second },
      b,
    );
    yield { path, toll: (Math.abs(first) + Math.abs(second)) * 4 };
  }
}

/** Where a way past everybody needs a second bend: a point passed on the way, in shares of the distance along and aside. */
const VIA = { along: [0.5, 0.35, 0.65, 0.2, 0.8], aside: [0.05, -0.05, 0.1, -0.1, 0.16, -0.16, 0.24, -0.24, 0.34, -0.34, 0.46, -0.46, 0.6, -0.6] } as const;

function* winding(a: Place, b: Place): Iterable<Omit<Curve, 'tip'>> {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  for (const along of VIA.along)
    for (const aside of VIA.aside) {
      const via = { x: a.x + dx * along - dy * aside, y: a.y + dy * along + dx * aside };
      const [before, after] = [along * 0.4, (1 - along) * 0.4];
      const first = cubicPath(a, { x: a.x + (via.x - a.x) * 0.4, y: a.y + (via.y - a.y) * 0.4 }, { x: via.x - dx * before, y: via.y - dy * before }, via);
      const second = cubicPath(via, { x: via.x + dx * after, y: via.y + dy * after }, { x: b.x - (b.x - via.x) * 0.4, y: b.y - (b.y - via.y) * 0.4 }, b);
      yield { path: pathOf([...first.xs, ...second.xs.slice(1)], [...first.ys, ...second.ys.slice(1)]), toll: Math.abs(aside) * 12 };
    }
}

function* fineSwings(): Iterable<readonly [number, number]> {
  for (let first = -9; first <= 9; first++) for (let second = -9; second <= 9; second++) yield [first / 10, second / 10];
}

function costAt(x: number, y: number, a: Place, b: Place, layout: Layout, obstacles: readonly Obstacle[], traffic: ReadonlyMap<number, number>, half: number): number {
  const { area } = layout;
  let cost = 0;
  if (x < area.x || y < area.y || x > area.x + area.width || y > area.y + area.height) cost += 12;
  for (const { id, disc, box, label } of obstacles) {
    if (label !== null && holdsWithin(label, x, y, half)) cost += 5;
    if (id === a.id || id === b.id) continue;
    if (disc !== null) {
      const dx = x - disc.x;
      const dy = y - disc.y;
      const reach = disc.radius + half;
      const square = dx * dx + dy * dy;
      if (square < reach * reach) cost += UNDER;
      else if (square < (reach + 8) * (reach + 8)) cost += 3;
    } else if (box !== null && holdsWithin(box, x, y, half + 3)) cost += UNDER;
  }
  // near its own ends lines must come together
  const near = Math.min(away(x, y, a), away(x, y, b));
  if (near > 40) cost += Math.min(4, traffic.get(cellOf(x, y)) ?? 0) * 1.1;
  return cost;
}

/** However long the way round is, it is better than one under somebody. */
const dear = (cost: number): number => (cost >= UNDER ? cost * 8 : cost);
const holdsWithin = (box: Box, x: number, y: number, gap: number): boolean => x > box.x - gap && x < box.x + box.width + gap && y > box.y - gap && y < box.y + box.height + gap;
const away = (x: number, y: number, place: Place): number => Math.sqrt((x - place.x) * (x - place.x) + (y - place.y) * (y - place.y)) - place.radius;

/** Over the top, the first highest; `index` counts arcs already there. */
function arc(a: Place, b: Place, layout: Layout, index: number): Path {
  const peak = layout.area.y + 14 + index * 15;
  const low = (a.y + b.y) / 2;
  const control = Math.min((peak - 0.25 * low) / 0.75, Math.min(a.y, b.y) - 20);
  const dx = b.x - a.x;
  return cubicPath(a, { x: a.x + dx * 0.12, y: control }, { x: b.x - dx * 0.12, y: control }, b);
}

const cellOf = (x: number, y: number): number => Math.floor(x / CELL) * 8192 + Math.floor(y / CELL);

/** Marks the cells along a path and beside it. */
function drive(path: Path, traffic: Map<number, number>, half: number): void {
  const beside = Math.max(CELL, half + CELL / 2);
  const cells = new Set<number>();
  const steps = Math.max(2, Math.ceil(path.total / (CELL * 0.7)));
  for (let step = 0; step <= steps; step++) {
    const { x, y } = pointAt(path, step / steps);
    for (const [ox, oy] of [[0, 0], [beside, 0], [-beside, 0], [0, beside], [0, -beside]] as const) cells.add(cellOf(x + ox, y + oy));
  }
  for (const cell of cells) traffic.set(cell, (traffic.get(cell) ?? 0) + 1);
}

/** The part of a curve between the rims of its two ends, `gap` pixels away from each. */
export function trimmed(path: Path, from: Place, to: Place, ring: number, gap: number): Path {
  const start = crossing((s) => within(from, pointAt(path, s), ring + gap), 0);
  const end = 1 - crossing((s) => within(to, pointAt(path, 1 - s), ring + gap), 0);
  return start < end ? partOf(path, start, end) : partOf(path, 0.45, 0.55);
}

/** A curve up to the rim of the one it leads to. */
export function endedAt(path: Path, to: Place, ring: number, gap: number): Path {
  return partOf(path, 0, Math.max(0.05, 1 - crossing((s) => within(to, pointAt(path, 1 - s), ring + gap), 0)));
}

function within(place: Place, at: { x: number; y: number }, gap: number): boolean {
  if (place.shape === 'ring') return boxMeetsDisc({ x: at.x, y: at.y, width: 0, height: 0 }, place.x, place.y, place.radius, gap);
  const { box } = place;
  return at.x > box.x - gap / 2 && at.x < box.x + box.width + gap / 2 && at.y > box.y - gap / 2 && at.y < box.y + box.height + gap / 2;
}

/** The first share at which `inside` turns false, to a thousandth. */
function crossing(inside: (s: number) => boolean, from: number): number {
  let s = from;
  while (s < 0.9 && inside(s)) s += 0.02;
  let low = Math.max(0, s - 0.02);
  let high = s;
  for (let i = 0; i < 6; i++) {
    const middle = (low + high) / 2;
    if (inside(middle)) low = middle;
    else high = middle;
  }
  return high;
}
