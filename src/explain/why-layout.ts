/**
 * Where the boxes of a web of causes stand, and how the edges run between them: columns from left to right by month
 * (a month with causes inside it takes several), edges that pass a column in a lane of their own, so that none ever
 * runs under a box, and labels that cover neither box nor label. Pixels, y down. The same web always looks the same.
 */
import { circlesOf } from './circles.ts';
import { align, arrange, type Item } from './why-rows.ts';
import type { Tick } from '../model/units.ts';
import type { Web, WebEdge, WebNode } from './web.ts';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface PlacedBox extends Rectangle {
  readonly node: WebNode;
}
export interface PlacedEdge {
  readonly edge: WebEdge;
  /** A chain of cubic curves: start, then two handles and an end for each. From the left box to the right one. */
  readonly path: readonly Spot[];
  /** It points from right to left: two things of one month that are each other's cause. */
  readonly reversed: boolean;
  readonly label: Rectangle | null;
}
/** The strip its columns take, from edge to edge of the picture. */
export interface PlacedMonth extends Rectangle {
  readonly tick: Tick;
}
export interface WhyLayout {
  readonly width: number;
  readonly height: number;
  readonly months: readonly PlacedMonth[];
  readonly boxes: readonly PlacedBox[];
  readonly edges: readonly PlacedEdge[];
}

export interface WhySizes {
  /** Room there is; the picture grows beyond it rather than squeeze. */
  readonly width: number;
  readonly height: number;
  readonly box: number; // width of all boxes
  /** How many boxes of months that follow each other may share a column, where none causes another; 1 keeps months apart. */
  readonly shared?: number;
  /** Room over the boxes, for the names of the months; at both ends of time; and the least between columns. */
  readonly head?: number;
  readonly margin?: number;
  readonly narrowest?: number;
  /** Room an edge gets where it passes a column; else what its label takes. */
  readonly lane?: number;
  boxHeight(node: WebNode): number;
  /** Size of the label on an edge; null for none. */
  label(edge: WebEdge): { readonly width: number; readonly height: number } | null;
}

const MARGIN = 28;
const RIM = 12; // over and under them
const GAP = 14; // between boxes of a column, more where there is room
const WIDEST_GAP = 52;
const HEAD = 40; // for the names of the months
const NARROWEST = 64; // between columns

export function layOutWhy(web: Web, sizes: WhySizes): WhyLayout {
  const columns = shareColumns(web, columnsOf(web), sizes.shared ?? 1);
  const last = Math.max(...columns.values());
  const widest = Math.max(0, ...web.edges.map((edge) => sizes.label(edge)?.width ?? 0));
  const wanted = (sizes.width - 2 * (sizes.margin ?? MARGIN) - (last + 1) * sizes.box) / Math.max(1, last);
  let gap = Math.max(sizes.narrowest ?? NARROWEST, widest + 24, Math.min(wanted, 170));
  let layout = place(web, sizes, columns, last, gap);
  // where a label found no room, the columns move apart
  for (let round = 0; round < 5 && layout.edges.some((placed) => placed.label === null && sizes.label(placed.edge) !== null); round++) layout = place(web, sizes, columns, last, (gap *= 1.35));
  return layout;
}

/** Column of each box: by month, and inside a month every effect right of its cause. */
function columnsOf(web: Web): Map<string, number> {
  const ids = web.nodes.map((node) => node.id);
  const index = new Map(ids.map((id, place) => [id, place]));
  const tick = web.nodes.map((node) => node.tick);
  const onward = ids.map((): number[] => []);
  // what carries most decides which way round a circle is drawn
  for (const edge of [...web.edges].sort((a, b) => b.weight - a.weight)) {
    const [from, to] = [index.get(edge.cause)!, index.get(edge.effect)!];
    if (tick[from] === tick[to] && !leads(onward, to, from)) onward[from]!.push(to);
  }
  const depth = ids.map(() => 0);
  for (const [node] of circlesOf(onward)) for (const to of onward[node!]!) depth[to] = Math.max(depth[to]!, depth[node!]! + 1);
  const columns = new Map<string, number>();
  let first = 0;
  for (const month of [...new Set(tick)].sort((a, b) => a - b)) {
    let deepest = 0;
    ids.forEach((id, place) => {
      if (tick[place] !== month) return;
      columns.set(id, first + depth[place]!);
      deepest = Math.max(deepest, depth[place]!);
    });
    first += deepest + 1;
  }
  return columns;
}

/** The same columns in the same order, drawn together as long as no box stands beside its cause. */
function shareColumns(web: Web, columns: ReadonlyMap<string, number>, most: number): ReadonlyMap<string, number> {
  if (most <= 1) return columns;
  const shared = new Map<string, number>();
  let held: string[] = [];
  let at = 0;
  for (let column = 0; column <= Math.max(...columns.values()); column++) {
    const boxes = web.nodes.map(({ id }) => id).filter((id) => columns.get(id) === column);
    const tied = web.edges.some(({ cause, effect }) => (held.includes(cause) && boxes.includes(effect)) || (held.includes(effect) && boxes.includes(cause)));
    if (held.length > 0 && (tied || held.length + boxes.length > most)) {
      held = [];
      at += 1;
    }
    held.push(...boxes);
    for (const id of boxes) shared.set(id, at);
  }
  return shared;
}

function leads(onward: readonly (readonly number[])[], from: number, to: number): boolean {
  const waiting = [from];
  const seen = new Set(waiting);
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === to) return true;
    for (const next of onward[node]!)
      if (!seen.has(next)) {
        seen.add(next);
        waiting.push(next);
      }
  }
  return false;
}

interface Route {
  readonly edge: WebEdge;
  readonly reversed: boolean;
  /** Items from left to right: a box, lanes through columns, a box. */
  readonly stops: readonly Item[];
}

function place(web: Web, sizes: WhySizes, columns: ReadonlyMap<string, number>, last: number, gap: number): WhyLayout {
  const rows: Item[][] = Array.from({ length: last + 1 }, () => []);
  const boxes = new Map<string, Item>();
  for (const node of web.nodes) {
    const item: Item = { column: columns.get(node.id)!, height: sizes.boxHeight(node), y: 0, left: [], right: [], firm: 1 };
    boxes.set(node.id, item);
    rows[item.column]!.push(item);
  }
  const routes: Route[] = web.edges.flatMap((edge) => {
    const [cause, effect] = [boxes.get(edge.cause), boxes.get(edge.effect)];
    if (cause === undefined || effect === undefined || cause.column === effect.column) return [];
    const reversed = cause.column > effect.column;
    const [from, to] = reversed ? [effect, cause] : [cause, effect];
    const stops = [from];
    const laneHeight = sizes.lane ?? Math.max(12, sizes.label(edge)?.height ?? 0);
    for (let column = from.column + 1; column < to.column; column++) {
      const lane: Item = { column, height: laneHeight, y: 0, left: [], right: [], firm: 2 };
      rows[column]!.push(lane);
      stops.push(lane);
    }
    stops.push(to);
    for (let nth = 1; nth < stops.length; nth++) {
      stops[nth - 1]!.right.push(stops[nth]!);
      stops[nth]!.left.push(stops[nth - 1]!);
    }
    return [{ edge, reversed, stops }];
  });
  arrange(rows);
  const { head = HEAD, margin = MARGIN } = sizes;
  const fullest = Math.min(...rows.map((row) => (sizes.height - head - 2 * RIM - row.reduce((sum, item) => sum + item.height, 0)) / Math.max(1, row.length)));
  align(rows, Math.max(GAP, Math.min(WIDEST_GAP, fullest)));
  const top = Math.min(...rows.flat().map((item) => item.y - item.height / 2));
  const tall = Math.max(...rows.flat().map((item) => item.y + item.height / 2)) - top;
  const height = Math.max(sizes.height, tall + head + 2 * RIM);
  const down = head + (height - head - tall) / 2 - top;
  for (const item of rows.flat()) item.y += down;

  const xOf = (column: number): number => margin + column * (sizes.box + gap);
  const placed = web.nodes.map((node): PlacedBox => {
    const item = boxes.get(node.id)!;
    return { node, x: xOf(item.column), y: item.y - item.height / 2, width: sizes.box, height: item.height };
  });
  const ports = portsOf(routes);
  const paths = routes.map((route) => pathOf(route, ports, xOf, sizes.box));
  const labels = placeLabels(routes, paths, placed, sizes);
  return {
    width: Math.max(sizes.width, xOf(last) + sizes.box + margin),
    height,
    months: monthsOf(web, columns, xOf, sizes.box, height),
    boxes: placed,
    edges: routes.map(({ edge, reversed }, nth) => ({ edge, reversed, path: paths[nth]!, label: labels[nth]! })),
  };
}

/** Where an edge leaves and enters its boxes: side by side, in the order of where they go, so that they do not cross. */
function portsOf(routes: readonly Route[]): ReadonlyMap<Route, { readonly start: number; readonly end: number }> {
  const starts = new Map<Item, Route[]>();
  const ends = new Map<Item, Route[]>();
  const enter = (map: Map<Item, Route[]>, item: Item, route: Route): void => void (map.get(item)?.push(route) ?? map.set(item, [route]));
  for (const route of routes) {
    enter(starts, route.stops[0]!, route);
    enter(ends, route.stops.at(-1)!, route);
  }
  const spread = (item: Item, list: readonly Route[], route: Route): number => item.y - item.height / 2 + (item.height * (list.indexOf(route) + 1)) / (list.length + 1);
  for (const list of starts.values()) list.sort((a, b) => a.stops[1]!.y - b.stops[1]!.y);
  for (const list of ends.values()) list.sort((a, b) => a.stops.at(-2)!.y - b.stops.at(-2)!.y);
  return new Map(routes.map((route) => [route, { start: spread(route.stops[0]!, starts.get(route.stops[0]!)!, route), end: spread(route.stops.at(-1)!, ends.get(route.stops.at(-1)!)!, route) }]));
}

function pathOf(route: Route, ports: ReturnType<typeof portsOf>, xOf: (column: number) => number, box: number): Spot[] {
  const { start, end } = ports.get(route)!;
  const path: Spot[] = [{ x: xOf(route.stops[0]!.column) + box, y: start }];
  const to = (x: number, y: number): void => {
    const from = path.at(-1)!;
    const middle = (from.x + x) / 2;
    path.push({ x: middle, y: from.y }, { x: middle, y }, { x, y });
  };
  for (const stop of route.stops.slice(1, -1)) {
    to(xOf(stop.column), stop.y);
    to(xOf(stop.column) + box, stop.y);
  }
  to(xOf(route.stops.at(-1)!.column), end);
  return path;
}

/** A spot on a chain of cubic curves: `at` counts curves, its fraction the way along one. */
export function spotOn(path: readonly Spot[], at: number): Spot {
  const curves = (path.length - 1) / 3;
  const curve = Math.min(curves - 1, Math.floor(at));
  const t = at - curve;
  const s = 1 - t;
  const [a, b, c, d] = [path[3 * curve]!, path[3 * curve + 1]!, path[3 * curve + 2]!, path[3 * curve + 3]!];
  const mix = (axis: 'x' | 'y'): number => s * s * s * a[axis] + 3 * s * s * t * b[axis] + 3 * s * t * t * c[axis] + t * t * t * d[axis];
  return { x: mix('x'), y: mix('y') };
}

const ALONG = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8, 0.12, 0.88];

/** Labels on their edges, near the effect if possible; they cover no box and no label, and other edges only if they must. */
function placeLabels(routes: readonly Route[], paths: readonly (readonly Spot[])[], boxes: readonly PlacedBox[], sizes: WhySizes): (Rectangle | null)[] {
  const labels: (Rectangle | null)[] = routes.map(() => null);
  const order = routes.map((_route, nth) => nth).sort((a, b) => routes[b]!.edge.weight - routes[a]!.edge.weight || a - b);
  for (const nth of order) {
    const size = sizes.label(routes[nth]!.edge);
    if (size === null) continue;
    const path = paths[nth]!;
    const curves = (path.length - 1) / 3;
    let second: Rectangle | null = null;
    for (let curve = curves - 1; curve >= 0 && labels[nth] === null; curve--)
      for (const t of ALONG) {
        const spot = spotOn(path, curve + t);
        const label = { x: spot.x - size.width / 2, y: spot.y - size.height / 2, ...size };
        if (boxes.some((box) => meet(label, box, 3)) || labels.some((other) => other !== null && meet(label, other, 3))) continue;
        if (!paths.some((other, each) => each !== nth && runsUnder(other, label))) {
          labels[nth] = label;
          break;
        }
        second ??= label;
      }
    labels[nth] ??= second;
  }
  return labels;
}

export function meet(a: Rectangle, b: Rectangle, gap: number): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/** Does an edge run under a rectangle? Looked at in steps finer than any label, where the handles of a curve come near it. */
export function runsUnder(path: readonly Spot[], under: Rectangle, inset = 0): boolean {
  const [left, right, top, bottom] = [under.x + inset, under.x + under.width - inset, under.y + inset, under.y + under.height - inset];
  for (let curve = 0; 3 * curve + 3 < path.length; curve++) {
    const [a, d] = [path[3 * curve]!, path[3 * curve + 3]!];
    // a curve runs level at both ends and never leaves the rectangle between them
    if (Math.max(a.x, d.x) < left || Math.min(a.x, d.x) > right || Math.max(a.y, d.y) < top || Math.min(a.y, d.y) > bottom) continue;
    for (let step = 0; step <= 32; step++) {
      const { x, y } = spotOn(path, curve + Math.min(step / 32, 0.999999));
      if (x > left && x < right && y > top && y < bottom) return true;
    }
  }
  return false;
}

function monthsOf(web: Web, columns: ReadonlyMap<string, number>, xOf: (column: number) => number, box: number, height: number): PlacedMonth[] {
  return [...new Set(web.nodes.map((node) => node.tick))]
    .sort((a, b) => a - b)
    .map((tick) => {
      const own = web.nodes.filter((node) => node.tick === tick).map((node) => columns.get(node.id)!);
      const [first, end] = [Math.min(...own), Math.max(...own)];
      return { tick, x: xOf(first), y: 0, width: xOf(end) + box - xOf(first), height };
    });
}
