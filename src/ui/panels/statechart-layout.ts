/** Where the states and arrows of one region stand: laid out from top to bottom by dagre, the same for every actor of a kind. */
import { Graph, layout } from '@dagrejs/dagre';
import type { StatechartData } from '../../model/frame.ts';

export type Region = StatechartData['regions'][number];
export interface StateBox {
  readonly state: string;
  /** Centre. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly guard: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}
export interface RegionLayout {
  readonly width: number;
  readonly height: number;
  readonly states: readonly StateBox[];
  readonly arrows: readonly Arrow[];
}

export const STATE_HEIGHT = 26;

/** `widthOf` says how wide the box of a state must be for its word. */
export function layoutRegion(region: Region, widthOf: (state: string) => number): RegionLayout {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 14, edgesep: 10, ranksep: 22, marginx: 6, marginy: 6 });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const state of region.states) graph.setNode(state, { width: widthOf(state), height: STATE_HEIGHT });
  // an arrow takes room of its own, so that there and back do not lie on each other
  region.transitions.forEach(({ from, to, guard }, index) => graph.setEdge(from, to, { guard, width: 10, height: 2, labelpos: 'c' }, String(index)));
  layout(graph);
  const size = graph.graph() as { width?: number; height?: number };
  return {
    width: Math.ceil(size.width ?? 0),
    height: Math.ceil(size.height ?? 0),
    states: region.states.map((state) => {
      const { x, y, width, height } = graph.node(state) as { x: number; y: number; width: number; height: number };
      return { state, x, y, width, height };
    }),
    arrows: graph.edges().map(({ v, w, name }) => {
      const { points } = graph.edge({ v, w, ...(name === undefined ? {} : { name }) }) as { points: { x: number; y: number }[] };
      return { from: v, to: w, guard: region.transitions[Number(name)]!.guard, points };
    }),
  };
}

/** A smooth line through points: straight ends, rounded corners. */
export function smoothPath(points: readonly { readonly x: number; readonly y: number }[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  const at = (point: { x: number; y: number }): string => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
  let path = `M${at(first)}`;
  for (let index = 0; index < rest.length - 1; index++) {
    const [here, next] = [rest[index]!, rest[index + 1]!];
    const middle = index === rest.length - 2 ? next : { x: (here.x + next.x) / 2, y: (here.y + next.y) / 2 };
    path += `Q${at(here)} ${at(middle)}`;
  }
  if (rest.length === 1) path += `L${at(rest[0]!)}`;
  return path;
}
