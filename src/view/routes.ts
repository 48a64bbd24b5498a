/**
 * The way from one actor to another: one calm curve a pair, chosen among a few so that it passes under nobody, through
 * no label, and close to as few others as can be (Jenny et al. 2018, on flow maps). The curves of the run's own lanes
 * are laid first and in a fixed order, so a curve never depends on the month. The vendor's money to the labs arcs over
 * the top.
 */
import type { PartyId } from '../model/units.ts';
import { arches, channels, fineSwings, swung, SWINGS, winding, type Curve } from './curves.ts';
import { boxMeetsDisc, partOf, pointAt, reversed, shrunk, type Box, type Path } from './geometry.ts';
import { stageBox, type Layout, type LayoutRequest, type Place } from './layout.ts';
import { dear, obstaclesOf, UNDER, type Obstacles } from './obstacles.ts';
import { leastLength, pathThrough, TRACE, type Bend } from './trace.ts';
import { laneParts, type LaneKey } from '../playback/lane-book.ts';

/** What a way twice as long as the straight one costs. */
const DETOUR = 70;
/** By how much two sums of the same parts may differ. */
const A_HAIR = 1e-6;
const CELL = 9;
const ARC_KINDS: ReadonlySet<string> = new Set(['chipVendor/aiLab', 'aiLab/chipVendor']);

export interface Routes {
  /** Centre to centre, from `from` to `to`. */
  between(from: PartyId, to: PartyId): Path;
  /**
   * Of some curves between two places the one that passes under nobody, through no label and close to fewest others;
   * later ones keep away from it. A lot is looked at only where all before it pass under somebody.
   */
  choose<Of extends Curve>(lots: readonly Iterable<Of>[], a: Place, b: Place, half: number): { readonly curve: Of; readonly path: Path };
}

/** `headings` are words that lanes should run beside. */
export function layRoutes(layout: Layout, base: readonly LaneKey[], request: LayoutRequest, headings: readonly Box[] = []): Routes {
  const { places } = layout;
  const traffic: Traffic = new Map();
  const ground: Ground = { layout, obstacles: obstaclesOf(layout, request, headings), traffic };
  const known = new Map<string, Path>();
  const pairs = [...new Set(base.map((key) => pairOf(laneParts(key).from, laneParts(key).to)))]
    .map((pair) => pair.split('|') as [PartyId, PartyId])
    .filter(([a, b]) => places.has(a) && places.has(b))
    .map(([a, b]) => ({ a, b, half: halfWidth(a, b, base, request), distance: distanceOf(places.get(a)!, places.get(b)!) }))
    .sort((p, q) => p.distance - q.distance || (pairOf(p.a, p.b) < pairOf(q.a, q.b) ? -1 : 1));
  let arcs = 0;
  for (const { a, b, half } of pairs) {
    const path = route(places.get(a)!, places.get(b)!, ground, arcs, half);
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
        known.set(pair, (path = route(places.get(a)!, places.get(b)!, ground, arcs, 2)));
      }
      return pair.startsWith(`${from}|`) ? path : reversed(path);
    },
    choose<Of extends Curve>(lots: readonly Iterable<Of>[], a: Place, b: Place, half: number) {
      const search = new Search<Of>(a, b, ground);
      for (const lot of lots) if (search.lowest >= UNDER) search.among(lot, half);
      const { best } = search;
      if (best === null) throw new Error(`no way from ${a.id} to ${b.id}`);
      const path = pathThrough(best.bends);
      drive(path, traffic, half);
      return { curve: best, path };
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

/** How often lanes pass a cell. */
type Traffic = Map<number, number>;

interface Ground {
  readonly layout: Layout;
  readonly obstacles: Obstacles;
  readonly traffic: Traffic;
}

/** The cheapest curve between two places among those it was shown. */
class Search<Of extends Curve> {
  best: Of | null = null;
  lowest = Infinity;
  private readonly a: Place;
  private readonly b: Place;
  private readonly ground: Ground;
  private readonly distance: number;

  constructor(a: Place, b: Place, ground: Ground) {
    this.a = a;
    this.b = b;
    this.ground = ground;
    this.distance = distanceOf(a, b) || 1;
  }

  among(curves: Iterable<Of>, half: number): void {
    const costAt = this.costBy(half);
    const { distance } = this;
    for (const curve of curves) {
      // dearer by its length alone
      if ((leastLength(curve.bends) / distance - 1) * DETOUR + curve.toll > this.lowest + A_HAIR) continue;
      const { xs, ys, count } = TRACE.follow(curve.bends);
      let cost = (TRACE.length() / distance - 1) * DETOUR + curve.toll;
      for (let i = 1; i + 1 < count && cost < this.lowest; i++) cost += dear(costAt(xs[i]!, ys[i]!));
      if (cost >= this.lowest) continue;
      this.lowest = cost;
      this.best = curve;
    }
  }

  /** What a point costs. Near its own ends lines must come together; elsewhere a curve keeps away from others. */
  costBy(half: number): (x: number, y: number) => number {
    const { a, b } = this;
    const { obstacles, traffic } = this.ground;
    const inTheWay = obstacles.between(a, b, half);
    return (x, y) => {
      const cost = inTheWay(x, y);
      const passing = traffic.get(cellOf(x, y));
      return passing !== undefined && Math.min(away(x, y, a), away(x, y, b)) > 40 ? cost + Math.min(4, passing) * 1.1 : cost;
    };
  }
}

function route(a: Place, b: Place, ground: Ground, arcs: number, half: number): Path {
  const { layout } = ground;
  const search = new Search(a, b, ground);
  const room = shrunk(stageBox(layout), Math.max(half, 4) + 1);
  if (isArc(a, b)) {
    const over = arc(a, b, layout, arcs);
    const costAt = search.costBy(half);
    // where there is no room over the top, it goes as any other
    if (TRACE.follow(over).isIn(room) && TRACE.xs.subarray(0, TRACE.count).every((x, i) => costAt(x, TRACE.ys[i]!) < UNDER)) return pathThrough(over);
  }
  // closer and closer while it is still under somebody: below the headings, on all of the stage, with its middle clear, and at last over rings, where they stand rim to rim
  for (const [free, clear] of [[shrunk(layout.area, half), half], [room, half], [room, 0], [room, -layout.ring - 3]] as const) {
    if (search.lowest < UNDER) break;
    for (const lay of [swung(a, b, SWINGS, free), swung(a, b, fineSwings(), free), winding(a, b, free), arches(a, b, free), channels(a, b, free)]) if (search.lowest >= UNDER) search.among(lay, clear);
  }
  return pathThrough(search.best!.bends);
}

const away = (x: number, y: number, place: Place): number => Math.sqrt((x - place.x) * (x - place.x) + (y - place.y) * (y - place.y)) - place.radius;

/** Over the top, the first highest; `index` counts arcs already there. */
function arc(a: Place, b: Place, layout: Layout, index: number): readonly Bend[] {
  const peak = layout.area.y + 14 + index * 15;
  const low = (a.y + b.y) / 2;
  const control = Math.min((peak - 0.25 * low) / 0.75, Math.min(a.y, b.y) - 20);
  const dx = b.x - a.x;
  return [[a, { x: a.x + dx * 0.12, y: control }, { x: b.x - dx * 0.12, y: control }, b]];
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
