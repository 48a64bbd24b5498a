/**
 * What stands in the way of lanes, and what it costs a curve to pass there. Everybody who could matter at a point is
 * found through the square of the stage it lies in, since thousands of curves are tried, each at dozens of points.
 */
import type { PartyId } from '../model/units.ts';
import type { Box } from './geometry.ts';
import { labelBox, labelSize, largestActors, type Layout, type LayoutRequest, type Place } from './layout.ts';

/** What a point of a curve costs that lies under an actor or a plate. */
export const UNDER = 30;
/** A point that lies outside the part of the stage that is for actors. */
const OUTSIDE = 12;
/** A point in somebody's name. */
const IN_WORDS = 5;
/** A point so close to a ring, in pixels, costs something too. */
const CLOSE = 8;
const IS_CLOSE = 3;
/** A plate keeps so much more away, pixels. */
const FROM_PLATE = 3;
/** Side of a square by which those near a point are found, pixels. */
const SQUARE = 32;

interface Obstacle {
  /** Of the party that stands there; null where only words stand. */
  readonly id: PartyId | null;
  readonly disc: { readonly x: number; readonly y: number; readonly radius: number } | null;
  readonly box: Box | null;
  readonly label: Box | null;
}

/** Cost of a point of a curve between two places that is so broad to either side. */
export type CostAt = (x: number, y: number) => number;

export interface Obstacles {
  between(a: Place, b: Place, half: number): CostAt;
}

/** `headings` are words that lanes should run beside. */
export function obstaclesOf(layout: Layout, request: LayoutRequest, headings: readonly Box[]): Obstacles {
  const named = request.sparse ? new Set(largestActors(layout.places.values(), request.scale)) : null;
  const all: readonly Obstacle[] = [
    ...[...layout.places.values()].map((place) => ({
      id: place.id,
      disc: place.shape === 'ring' ? { x: place.x, y: place.y, radius: place.radius + layout.ring + 4 } : null,
      box: place.shape === 'ring' ? null : place.box,
      label: place.shape === 'ring' && (named === null || named.has(place)) ? labelBox(place, labelSize(place, layout.level, request)) : null,
    })),
    ...headings.map((label) => ({ id: null, disc: null, box: null, label })),
  ];
  const squares = new Map<number, ReadonlyMap<number, readonly Obstacle[]>>();
  const { area } = layout;
  return {
    between(a, b, half) {
      let near = squares.get(half);
      if (near === undefined) squares.set(half, (near = bySquare(all, half)));
      return (x, y) => {
        let cost = 0;
        if (x < area.x || y < area.y || x > area.x + area.width || y > area.y + area.height) cost += OUTSIDE;
        const here = near.get(squareOf(x, y));
        if (here === undefined) return cost;
        for (const { id, disc, box, label } of here) {
          if (label !== null && holdsWithin(label, x, y, half)) cost += IN_WORDS;
          if (id === a.id || id === b.id) continue;
          if (disc !== null) {
            const dx = x - disc.x;
            const dy = y - disc.y;
            const reach = disc.radius + half;
            const square = dx * dx + dy * dy;
            if (square < reach * reach) cost += UNDER;
            else if (square < (reach + CLOSE) * (reach + CLOSE)) cost += IS_CLOSE;
          } else if (box !== null && holdsWithin(box, x, y, besidePlate(half))) cost += UNDER;
        }
        return cost;
      };
    },
  };
}

/** A lane that may touch a ring for want of room may not touch a plate, which is all words. */
const besidePlate = (half: number): number => Math.max(0, half + FROM_PLATE);

/** Whoever may cost something at a point of a square, square by square; everybody is in every square that he reaches. */
function bySquare(all: readonly Obstacle[], half: number): ReadonlyMap<number, readonly Obstacle[]> {
  const squares = new Map<number, Obstacle[]>();
  for (const obstacle of all) {
    const reached = new Set<number>();
    for (const part of [obstacle.disc === null ? null : around(obstacle.disc, half + CLOSE), obstacle.box === null ? null : grown(obstacle.box, besidePlate(half)), obstacle.label === null ? null : grown(obstacle.label, half)]) {
      if (part === null) continue;
      for (let x = Math.floor(part.x / SQUARE); x <= Math.floor((part.x + part.width) / SQUARE); x++)
        for (let y = Math.floor(part.y / SQUARE); y <= Math.floor((part.y + part.height) / SQUARE); y++) reached.add(numbered(x, y));
    }
    for (const square of reached) {
      const here = squares.get(square);
      if (here === undefined) squares.set(square, [obstacle]);
      else here.push(obstacle);
    }
  }
  return squares;
}

const numbered = (column: number, row: number): number => column * 65536 + row;
const squareOf = (x: number, y: number): number => numbered(Math.floor(x / SQUARE), Math.floor(y / SQUARE));
const around = ({ x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number }, by: number): Box => ({ x: x - radius - by, y: y - radius - by, width: 2 * (radius + by), height: 2 * (radius + by) });
const grown = ({ x, y, width, height }: Box, by: number): Box => ({ x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by });
const holdsWithin = (box: Box, x: number, y: number, gap: number): boolean => x > box.x - gap && x < box.x + box.width + gap && y > box.y - gap && y < box.y + box.height + gap;

/** However long the way round is, it is better than one under somebody. */
export const dear = (cost: number): number => (cost >= UNDER ? cost * 8 : cost);
