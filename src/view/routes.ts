/**
 * The way from one actor to another: one calm curve a pair, chosen among a few so that it passes under nobody, through
 * no label, and close to as few others as can be (Jenny et al. 2018, on flow maps). The curves of the run's own lanes
 * are laid first and in a fixed order, so a curve never depends on the month. The vendor's money to the labs arcs over
 * the top.
 */
import type { PartyId } from '../model/units.ts';
import { arches, channels, fineSwings, swung, SWINGS, winding, type Curve } from './curves.ts';
import { boxMeetsDisc, cubicPath, partOf, pathIn, pointAt, reversed, shrunk, type Box, type Path } from './geometry.ts';
import { labelBox, labelSize, largestActors, stageBox, type Layout, type LayoutRequest, type Place } from './layout.ts';
import { laneParts, type LaneKey } from '../playback/lane-book.ts';

/** What a point of a curve costs that lies under an actor or a plate. */
const UNDER = 30;
const CELL = 9;
const ARC_KINDS: ReadonlySet<string> = new Set(['chipVendor/aiLab', 'aiLab/chipVendor']);

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
/** In a strip lower than this rings stand rim to rim, and there may be no way at all but past the rim. */
const LOW = 300;
const BOUNDLESS: Box = { x: -1e6, y: -1e6, width: 2e6, height: 2e6 };
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
  const room = shrunk(stageBox(layout), Math.max(half, 4) + 1);
  if (isArc(a, b)) {
    const over = arc(a, b, layout, arcs);
    // where there is no room over the top, it goes as any other
    if (over.xs.every((x, i) => costAt(x, over.ys[i]!, a, b, layout, obstacles, traffic, half) < UNDER) && pathIn(room, over)) return over;
  }
  let best: Path | null = null;
  let lowest = Infinity;
  const distance = distanceOf(a, b) || 1;
  let berth = half;
  const attempt = (curves: Iterable<Omit<Curve, 'tip'>>): void => {
    for (const { path, toll } of curves) {
      let cost = (path.total / distance - 1) * 70 + toll;
      for (let i = 1; i + 1 < path.xs.length && cost < lowest; i++) cost += dear(costAt(path.xs[i]!, path.ys[i]!, a, b, layout, obstacles, traffic, berth));
      if (cost >= lowest) continue;
      lowest = cost;
      best = path;
    }
  };
  // closer and closer while it is still under somebody: below the headings, on all of the stage, with its middle clear, and in a low strip past its rim
  for (const [free, clear] of [[shrunk(layout.area, half), half], [room, half], [room, 0]] as const) {
    berth = clear;
    if (lowest < UNDER) break;
    for (const lay of [swung(a, b, SWINGS, free), swung(a, b, fineSwings(), free), winding(a, b, free), arches(a, b, free), channels(a, b, free)]) if (lowest >= UNDER) attempt(lay);
  }
  if (lowest >= dear(UNDER) && layout.height * layout.window.zoom < LOW) attempt(winding(a, b, BOUNDLESS));
  return best!;
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
  const start = crossing((s) => reaches(from, pointAt(path, s), ring + gap), 0);
  const end = 1 - crossing((s) => reaches(to, pointAt(path, 1 - s), ring + gap), 0);
  return start < end ? partOf(path, start, end) : partOf(path, 0.45, 0.55);
}

/** A curve up to the rim of the one it leads to. */
export function endedAt(path: Path, to: Place, ring: number, gap: number): Path {
  return partOf(path, 0, Math.max(0.05, 1 - crossing((s) => reaches(to, pointAt(path, 1 - s), ring + gap), 0)));
}

function reaches(place: Place, at: { x: number; y: number }, gap: number): boolean {
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
