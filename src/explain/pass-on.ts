/**
 * Whole dollars passed on from node to node in given proportions until they come to rest: the shares of a shortfall
 * back to its roots, (I − M)⁻¹R, and marked money through a month of payments. Exact: at every node what comes in is
 * what goes on or rests, and circles are counted through.
 */
import { largestRemainder } from '../model/arithmetic.ts';
import { circlesOf, straighten, visits } from './circles.ts';

export interface Way {
  readonly to: number;
  /** In proportion to the other ways of the same node; at least 0. */
  readonly weight: number;
}

export interface Passed {
  /** `moved[i]` maps node j to the dollars that went from i to j, what merely went round a circle left out. */
  readonly moved: readonly ReadonlyMap<number, number>[];
  /** Dollars that came to rest at each node; they sum to what was put in. */
  readonly rested: readonly number[];
  /** Dollars that passed each node. */
  readonly through: readonly number[];
  /** Nodes on a circle. */
  readonly circular: ReadonlySet<number>;
  /** Nodes of circles that lead nowhere, where money came to rest because there is no way out. */
  readonly stuck: ReadonlySet<number>;
}

/** A circle of more nodes than this is not solved; it counts as one that leads nowhere. */
export const LARGEST_CIRCLE = 400;
/** Parts in which a share that is no whole number is counted. */
const PARTS = 17_592_186_044_416;

/**
 * Passes `inflow` (whole dollars, one a node, at least 0) along `ways`. A node without ways keeps what it gets.
 * A way back to the node itself is left out: it changes nothing.
 */
export function passOn(inflow: readonly number[], ways: readonly (readonly Way[])[]): Passed {
  const out = ways.map((list, node) => list.filter((way) => way.to !== node && way.weight > 0));
  const moved = out.map(() => new Map<number, number>());
  const rested = inflow.map(() => 0);
  const through = inflow.slice();
  const circular = new Set<number>();
  const stuck = new Set<number>();
  const split = (node: number, stream: ReadonlyMap<number, number>): void => {
    if (stream.size === 0) {
      rested[node]! += through[node]!;
      return;
    }
    const goals = [...stream.keys()];
    let sum = 0;
    for (const amount of stream.values()) sum += amount;
    const amounts = goals.map((goal) => stream.get(goal)!);
    // whole dollars are split as they are, so that an amount that is split into its own parts gives those parts
    const whole = Number.isSafeInteger(sum) && amounts.every((amount) => Number.isSafeInteger(amount));
    const parts = largestRemainder(through[node]!, whole ? amounts : amounts.map((amount) => Math.floor((amount / sum) * PARTS)));
    goals.forEach((goal, index) => {
      if (parts[index] === 0) return;
      moved[node]!.set(goal, parts[index]!);
      through[goal]! += parts[index]!;
    });
  };
  for (const circle of circlesOf(out.map((list) => list.map((way) => way.to)))) {
    if (circle.length === 1) {
      const node = circle[0]!;
      if (out[node]!.length === 0) rested[node] = through[node]!;
      else split(node, together(out[node]!));
      continue;
    }
    for (const node of circle) circular.add(node);
    const streams = throughCircle(circle, out, through);
    if (streams === null) {
      for (const node of circle) {
        rested[node] = through[node]!;
        stuck.add(node);
      }
      continue;
    }
    for (const { node, stream } of streams) split(node, stream);
  }
  return { moved, rested, through, circular, stuck };
}

/** The weights by goal; two ways to one goal are one. */
function together(list: readonly Way[]): Map<number, number> {
  const weights = new Map<number, number>();
  for (const way of list) weights.set(way.to, (weights.get(way.to) ?? 0) + way.weight);
  return weights;
}

/** The same as parts of one. */
function shares(list: readonly Way[]): Map<number, number> {
  const weights = together(list);
  let sum = 0;
  for (const weight of weights.values()) sum += weight;
  return new Map([...weights].map(([goal, weight]) => [goal, weight / sum]));
}

/** What leaves each node of a circle once all rounds are counted and netted, in an order that only leads onwards. */
function throughCircle(circle: readonly number[], out: readonly (readonly Way[])[], entering: readonly number[]): { node: number; stream: Map<number, number> }[] | null {
  if (circle.length > LARGEST_CIRCLE) return null;
  const place = new Map(circle.map((node, index) => [node, index]));
  const unit = circle.map((node) => shares(out[node]!));
  if (!unit.some((stream) => [...stream.keys()].some((goal) => !place.has(goal)))) return null;
  const pass = unit.map((stream) => circle.map((node) => stream.get(node) ?? 0));
  const passing = visits(pass, circle.map((node) => entering[node]!));
  if (passing === null) return null;
  const inside = unit.map((stream, index) => {
    const kept = new Map<number, number>();
    for (const [goal, share] of stream) {
      const onto = place.get(goal);
      if (onto !== undefined && share * passing[index]! > 0) kept.set(onto, share * passing[index]!);
    }
    return kept;
  });
  const order = straighten(inside);
  return order.map((index) => {
    const stream = new Map<number, number>();
    for (const [onto, amount] of inside[index]!) stream.set(circle[onto]!, amount);
    for (const [goal, share] of unit[index]!) if (!place.has(goal) && share * passing[index]! > 0) stream.set(goal, share * passing[index]!);
    return { node: circle[index]!, stream };
  });
}
