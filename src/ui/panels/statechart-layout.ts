/**
 * Where the states and arrows of one region stand. The states of a region are told from good to bad, so that neighbours
 * form a spine, which dagre lays out from top to bottom; jumps past a neighbour run along the sides, down on the right
 * and up on the left. In a large region only the jumps that matter now are drawn, and ways that are open from almost
 * anywhere (a default) only where they are next.
 */
import { Graph, layout } from '@dagrejs/dagre';
import type { StatechartData } from '../../model/frame.ts';

export type Region = StatechartData['regions'][number];
export type Transition = Region['transitions'][number];
export interface Spot {
  readonly x: number;
  readonly y: number;
}
export interface StateBox extends Spot {
  /** x and y are its centre. */
  readonly state: string;
  readonly width: number;
  readonly height: number;
}
export interface Arrow extends Transition {
  /** Drawn as an arc beside the spine, or straight through these points. */
  readonly arc: 'left' | 'right' | null;
  readonly points: readonly Spot[];
}
export interface RegionLayout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateBox[];
  readonly arrows: readonly Arrow[];
}

export const STATE_HEIGHT = 26;
/** States up to which every jump is drawn at all times. */
const SMALL = 4;
/** From so many states a way is open from anywhere. */
const ANYWHERE = 4;
const BULGE = 9;

/** What leads on from a state and is worth saying: not what could happen from anywhere, unless it is next. */
export function openFrom(region: Region, state: string): readonly Transition[] {
  return region.transitions.filter((each) => each.from === state && (adjacent(region, each) || !fromAnywhere(region, each)));
}

function fromAnywhere(region: Region, { to, guard }: Transition): boolean {
  return region.transitions.filter((each) => each.to === to && each.guard === guard).length >= ANYWHERE;
}
function adjacent({ states }: Region, { from, to }: Transition): boolean {
  return Math.abs(states.indexOf(from) - states.indexOf(to)) === 1;
}

/** `widthOf` says how wide the box of a state must be for its word; `left` is the state it was in before this month's move, if it moved. */
export function layoutRegion(region: Region, widthOf: (state: string) => number, now: string, left: string | null): RegionLayout {
  const spine = region.transitions.filter((each) => adjacent(region, each));
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 14, edgesep: 8, ranksep: 20 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of region.states) graph.setNode(state, { width: widthOf(state), height: STATE_HEIGHT });
  const isUp = ({ from, to }: Transition): boolean => region.states.indexOf(to) < region.states.indexOf(from);
  // laid out downwards whichever way they lead, so that the order holds; each takes room of its own, so that there and back do not lie on each other
  spine.forEach((each, index) => graph.setEdge(isUp(each) ? each.to : each.from, isUp(each) ? each.from : each.to, { width: 10, height: 2, labelpos: 'c' }, String(index)));
  // neighbours without a way between them still stand below each other
  region.states.slice(1).forEach((state, index) => {
    if (!spine.some((each) => [each.from, each.to].includes(state) && [each.from, each.to].includes(region.states[index]!))) graph.setEdge(region.states[index]!, state, { width: 10, height: 2 }, `order/${index}`);
  });
  layout(graph);
  const jumps = region.transitions.filter((each) => !adjacent(region, each) && isDrawn(region, each, now, left));
  const place = (state: string): number => region.states.indexOf(state);
  const spans = (side: 'left' | 'right'): number => Math.max(0, ...jumps.filter((each) => sideOf(each) === side).map((each) => Math.abs(place(each.to) - place(each.from))));
  const sideOf = (each: Transition): 'left' | 'right' => (place(each.to) > place(each.from) ? 'right' : 'left');
  const room = (side: 'left' | 'right'): number => (spans(side) === 0 ? 2 : 6 + BULGE * Math.min(4, spans(side)));
  const size = graph.graph() as { width?: number; height?: number };
  const widest = size.width ?? 0;
  const shift = { x: room('left'), y: 2 };
  const boxes = new Map(region.states.map((state) => {
    const { x, y, width, height } = graph.node(state) as { x: number; y: number; width: number; height: number };
    return [state, { state, x: x + shift.x, y: y + shift.y, width, height }];
  }));
  const straight = spine.map((each, index): Arrow => {
    const { points } = graph.edge({ v: isUp(each) ? each.to : each.from, w: isUp(each) ? each.from : each.to, name: String(index) }) as { points: Spot[] };
    const placed = points.map(({ x, y }) => ({ x: x + shift.x, y: y + shift.y }));
    return { ...each, arc: null, points: isUp(each) ? placed.reverse() : placed };
  });
  const arcs = jumps.map((each): Arrow => {
    const side = sideOf(each);
    const sign = side === 'right' ? 1 : -1;
    const [from, to] = [boxes.get(each.from)!, boxes.get(each.to)!];
    const edge = shift.x + (side === 'right' ? widest : 0) + sign * BULGE * Math.min(4, Math.abs(place(each.to) - place(each.from)));
    const start = { x: from.x + (sign * from.width) / 2, y: from.y + (side === 'right' ? 4 : -4) };
    const end = { x: to.x + (sign * to.width) / 2, y: to.y + (side === 'right' ? -4 : 4) };
    return { ...each, arc: side, points: [start, { x: edge, y: start.y }, { x: edge, y: end.y }, end] };
  });
  return { width: Math.ceil(widest + shift.x + room('right')), height: Math.ceil((size.height ?? 0) + 4), states: [...boxes.values()], arrows: [...straight, ...arcs] };
}

function isDrawn(region: Region, each: Transition, now: string, left: string | null): boolean {
  if (each.from === left && each.to === now) return true;
  if (fromAnywhere(region, each)) return false;
  return region.states.length <= SMALL || each.from === now;
}

/** A smooth line: through points with rounded corners, or as one arc. */
export function arrowPath({ points, arc }: Arrow): string {
  const at = ({ x, y }: Spot): string => `${x.toFixed(1)} ${y.toFixed(1)}`;
  const [first, ...rest] = points;
  if (first === undefined) return '';
  if (arc !== null) return `M${at(first)}C${rest.map(at).join(' ')}`;
  let path = `M${at(first)}`;
  for (let index = 0; index < rest.length - 1; index++) {
    const [here, next] = [rest[index]!, rest[index + 1]!];
    path += `Q${at(here)} ${at(index === rest.length - 2 ? next : { x: (here.x + next.x) / 2, y: (here.y + next.y) / 2 })}`;
  }
  return rest.length === 1 ? `${path}L${at(rest[0]!)}` : path;
}
