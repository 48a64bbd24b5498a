/**
 * Where rivers run: a brace beside those who share one, and one curve from its tip to the other end. Laid after the
 * lanes, in the order of the rivers, so a bed never depends on the month and no lane on a bed.
 */
import { box, pathOf, reversed, shrunk, type Box, type Path, type Point } from './geometry.ts';
import { labelBox, labelSize, largestActors, stageBox, type Layout, type LayoutRequest, type Place } from './layout.ts';
import type { River, RiverKey } from '../playback/rivers.ts';
import { laneWidth } from '../playback/run-scale.ts';
import { within, type Curve } from './curves.ts';
import { endedAt, type Routes } from './routes.ts';
import { pathThrough } from './trace.ts';

export interface Riverbed {
  readonly path: Path;
  readonly brace: Path;
}

/** How far a brace stands from those it embraces, how deep it is, and how far from the brace inside it; pixels. */
const BESIDE = 4;
const DEPTH = 12;
const NESTED = 4;
const TIP_GAP = 2;
/** A wide sleeve may touch a ring it passes, for rings stand above it; its middle keeps so far away. */
const CLEARANCE = 3;
/** Where along a brace its tip may be, the best first. */
const TIPS = [0.5, 0.36, 0.64, 0.22, 0.78] as const;
/** How far a curve runs straight out of the tip, in shares of the distance, and how far its other end swings aside. */
const LEADS = [0.25, 0.4, 0.6] as const;
const SWINGS = [0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4, 0.6, -0.6, 0.85, -0.85] as const;

/** Where none of these finds a way past everybody: a point passed on the way, in shares of the distance along and aside. */
const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8] as const;
const ASIDE = [0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.24, -0.24, 0.32, -0.32, 0.4, -0.4, 0.5, -0.5] as const;

type Side = 'left' | 'right' | 'above' | 'below';

/** Where along the brace it begins. */
type FromTip = Curve & { readonly tip: number };

export function layRiverbeds(layout: Layout, request: LayoutRequest, routes: Routes): ReadonlyMap<RiverKey, Riverbed> {
  const beds = new Map<RiverKey, Riverbed>();
  const braces: { readonly side: Side; readonly span: Box }[] = [];
  for (const river of request.scale.rivers) {
    const several = river.payers.length > 1 ? river.payers : river.payees;
    const one = layout.places.get((several === river.payers ? river.payees : river.payers)[0]!);
    const members = several.map((id) => layout.places.get(id)).filter((place) => place !== undefined);
    if (one === undefined || members.length === 0) continue;
    const { side, span } = besideOf(members, one, layout, request, braces);
    braces.push({ side, span });
    const bed = bedOf(side, span, one, river, layout, request, routes);
    beds.set(river.key, several === river.payers ? bed : { ...bed, path: reversed(bed.path) });
  }
  return beds;
}

/** On which side of its members a brace stands, and the box it fills there. */
function besideOf(members: readonly Place[], one: Place, layout: Layout, request: LayoutRequest, others: readonly { readonly side: Side; readonly span: Box }[]): { side: Side; span: Box } {
  const named = request.sparse ? new Set(largestActors(layout.places.values(), request.scale)) : null;
  const discs = members.map((place) => place.box);
  const names = members.filter((place) => place.shape === 'ring' && (named === null || named.has(place))).map((place) => labelBox(place, labelSize(place, layout.level, request)));
  // beside their names too, unless somebody else stands there
  const outside = boxedIn([...discs, ...names], discs, members, one, others);
  const isTaken = [...layout.places.values()].some((place) => !members.includes(place) && meets(place.box, outside.span));
  return isTaken ? boxedIn(discs, discs, members, one, others) : outside;
}

/** A brace beside these boxes, as long as the members' discs, outside the braces that stand there already. */
function boxedIn(boxes: readonly Box[], discs: readonly Box[], members: readonly Place[], one: Place, others: readonly { readonly side: Side; readonly span: Box }[]): { side: Side; span: Box } {
  const [left, top, right, bottom] = [least(boxes.map((each) => each.x)), least(boxes.map((each) => each.y)), most(boxes.map((each) => each.x + each.width)), most(boxes.map((each) => each.y + each.height))];
  const [first, last] = [least(discs.map((each) => each.y)), most(discs.map((each) => each.y + each.height))];
  const upright = most(members.map((place) => place.y)) - least(members.map((place) => place.y)) >= most(members.map((place) => place.x)) - least(members.map((place) => place.x));
  const side: Side = upright ? (one.x > (left + right) / 2 ? 'right' : 'left') : one.y < (top + bottom) / 2 ? 'above' : 'below';
  const at = (away: number): Box => {
    switch (side) {
      case 'right':
        return box(right + BESIDE + away, first, DEPTH, last - first);
      case 'left':
        return box(left - BESIDE - away - DEPTH, first, DEPTH, last - first);
      case 'above':
        return box(left, top - BESIDE - away - DEPTH, right - left, DEPTH);
      case 'below':
        return box(left, bottom + BESIDE + away, right - left, DEPTH);
    }
  };
  let away = 0;
  while (others.some((other) => other.side === side && meets(other.span, at(away)))) away += DEPTH + NESTED;
  return { side, span: at(away) };
}

const least = (values: readonly number[]): number => Math.min(...values);
const most = (values: readonly number[]): number => Math.max(...values);
const meets = (a: Box, b: Box): boolean => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

function bedOf(side: Side, span: Box, one: Place, river: River, layout: Layout, request: LayoutRequest, routes: Routes): Riverbed {
  const half = laneWidth(request.scale, river.most) / 2;
  const upright = side === 'left' || side === 'right';
  const outward = side === 'left' || side === 'above' ? -1 : 1;
  const tipAt = (share: number): Point =>
    upright ? { x: outward > 0 ? span.x + span.width : span.x, y: span.y + span.height * share } : { x: span.x + span.width * share, y: outward > 0 ? span.y + span.height : span.y };
  const leave = (x: number, y: number, way: number): Point => (upright ? { x: x + outward * way, y } : { x, y: y + outward * way });
  const room = shrunk(stageBox(layout), half + 1);
  const ways = TIPS.map((tip, nth) => {
    const { x, y } = tipAt(tip);
    const [dx, dy] = [one.x - x, one.y - y];
    return { tip, x, y, dx, dy, distance: Math.sqrt(dx * dx + dy * dy), toll: nth * 4 };
  });
  function* straight(): Iterable<FromTip> {
    for (const { tip, x, y, dx, dy, distance, toll } of ways)
      for (const lead of LEADS)
        for (const swing of SWINGS) yield { tip, toll: toll + Math.abs(swing) * 8, bends: within(room, (at) => [[{ x, y }, at(leave(x, y, lead * distance)), at({ x: x + dx * 0.62 - dy * swing, y: y + dy * 0.62 + dx * swing }), one]]) };
  }
  function* winding(): Iterable<FromTip> {
    for (const { tip, x, y, dx, dy, distance, toll } of ways)
      for (const along of ALONG)
        for (const aside of ASIDE) {
          const [before, after] = [along * 0.4, (1 - along) * 0.4];
          const bends = within(room, (at) => {
            const via = at({ x: x + dx * along - dy * aside, y: y + dy * along + dx * aside });
            return [
              [{ x, y }, at(leave(x, y, before * distance)), at({ x: via.x - dx * before, y: via.y - dy * before }), via],
              [via, at({ x: via.x + dx * after, y: via.y + dy * after }), at({ x: one.x - dx * after * 0.6, y: one.y - dy * after * 0.6 }), one],
            ];
          });
          yield { tip, toll: toll + Math.abs(aside) * 12, bends };
        }
  }
  const middle = tipAt(0.5);
  const start: Place = { id: river.key, kind: one.kind, shape: 'plate', x: middle.x, y: middle.y, radius: 0, box: box(middle.x, middle.y, 0, 0), side: one.side, name: [] };
  const { curve, path } = routes.choose([straight(), winding()], start, one, Math.min(CLEARANCE, half));
  const { tip } = curve;
  return { path: endedAt(path, one, layout.ring, TIP_GAP), brace: braceOf(span, tip, upright, outward) };
}

/** A curly brace that fills a box, its tip outward. */
function braceOf(span: Box, share: number, upright: boolean, outward: number): Path {
  const length = upright ? span.height : span.width;
  const middle = length * share;
  const bend = Math.min(DEPTH, middle / 2, (length - middle) / 2);
  // along the brace, and outward from the side of its members
  const arm = (from: number, to: number): Path[] => {
    const way = Math.sign(to - from);
    const half = DEPTH / 2;
    return [
      pathThrough([[{ x: 0, y: from }, { x: half, y: from }, { x: half, y: from }, { x: half, y: from + way * bend }]], 8),
      pathThrough([[{ x: half, y: to - way * bend }, { x: half, y: to }, { x: half, y: to }, { x: DEPTH, y: to }]], 8),
    ];
  };
  const first = arm(0, middle);
  const second = arm(length, middle).map(reversed).reverse();
  const points = [...first, ...second].flatMap((part) => part.xs.map((x, i) => ({ out: x, along: part.ys[i]! })));
  const near = outward > 0 ? (upright ? span.x : span.y) : upright ? span.x + span.width : span.y + span.height;
  const across = points.map(({ out }) => near + outward * out);
  const along = points.map((point) => (upright ? span.y : span.x) + point.along);
  return upright ? pathOf(across, along) : pathOf(along, across);
}
