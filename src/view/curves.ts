/** The curves a way may take between two places, the calm ones first; which of them it takes is chosen in routes.ts. */
import { nearestIn, type Box, type Point } from './geometry.ts';
import type { Place } from './layout.ts';
import { TRACE, type Bend } from './trace.ts';

export interface Curve {
  readonly bends: readonly Bend[];
  /** What it costs before it goes anywhere. */
  readonly toll: number;
}

/** Sideways swing of the two control points, in shares of the distance; the first of equals is taken. */
export const SWINGS: readonly (readonly [number, number])[] = [
  [0.08, 0.08], [-0.08, -0.08], [0, 0], [0.16, 0.16], [-0.16, -0.16], [0.2, 0], [-0.2, 0], [0, 0.2], [0, -0.2], [0.26, 0.26], [-0.26, -0.26],
  [0.3, -0.1], [-0.3, 0.1], [-0.1, 0.3], [0.1, -0.3], [0.38, 0.38], [-0.38, -0.38], [0.45, 0.15], [-0.45, -0.15], [0.15, 0.45], [-0.15, -0.45],
  [0.55, 0.55], [-0.55, -0.55], [0.45, -0.3], [-0.45, 0.3], [0.3, -0.45], [-0.3, 0.45], [0.65, 0.1], [-0.65, -0.1], [0.1, 0.65], [-0.1, -0.65],
  [0.75, 0.75], [-0.75, -0.75],
];

/** A curve that keeps to the stage: as it would run freely if that leaves nowhere, else with its control points drawn in, between which it lies. */
export function within(room: Box, lay: (at: (point: Point) => Point) => readonly Bend[]): readonly Bend[] {
  const free = lay((point) => point);
  return TRACE.follow(free).isIn(room) ? free : lay((point) => nearestIn(room, point));
}

/** Curves whose two control points swing sideways by shares of the distance. */
export function* swung(a: Place, b: Place, swings: Iterable<readonly [number, number]>, room: Box): Iterable<Curve> {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  for (const [first, second] of swings) {
    const bends = within(room, (at) => [
      [a, at({ x: a.x + dx / 3 - dy * first, y: a.y + dy / 3 + dx * first }), at({ x: a.x + (dx * 2) / 3 - dy * second, y: a.y + (dy * 2) / 3 + dx * second }), b],
    ]);
    yield { bends, toll: (Math.abs(first) + Math.abs(second)) * 4 };
  }
}

/** Where a way past everybody needs a second bend: a point passed on the way, in shares of the distance along and aside. */
const VIA = { along: [0.5, 0.35, 0.65, 0.2, 0.8], aside: [0.05, -0.05, 0.1, -0.1, 0.16, -0.16, 0.24, -0.24, 0.34, -0.34, 0.46, -0.46, 0.6, -0.6] } as const;

export function* winding(a: Place, b: Place, room: Box): Iterable<Curve> {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  for (const along of VIA.along)
    for (const aside of VIA.aside) {
      const [before, after] = [along * 0.4, (1 - along) * 0.4];
      const bends = within(room, (at) => {
        const via = at({ x: a.x + dx * along - dy * aside, y: a.y + dy * along + dx * aside });
        return [
          [a, { x: a.x + (via.x - a.x) * 0.4, y: a.y + (via.y - a.y) * 0.4 }, at({ x: via.x - dx * before, y: via.y - dy * before }), via],
          [via, at({ x: via.x + dx * after, y: via.y + dy * after }), { x: b.x - (b.x - via.x) * 0.4, y: b.y - (b.y - via.y) * 0.4 }, b],
        ];
      });
      yield { bends, toll: Math.abs(aside) * 12 };
    }
}

/** Rows into which the room is divided where there is little of it. */
const ROWS = 28;
/** Shares of the distance over which an arch rises and comes down. */
const RISES = [0, 0.12, 0.3, 0.5] as const;

/** One arch over or under everybody, its top or foot in one of the rows of the room there is. */
export function* arches(a: Place, b: Place, room: Box): Iterable<Curve> {
  const dx = b.x - a.x;
  for (let row = 0; row <= ROWS; row++) {
    const y = (room.y + (room.height * row) / ROWS - (a.y + b.y) / 8) / 0.75;
    for (const rise of RISES)
      for (const fall of RISES) {
        const bends: readonly Bend[] = [[a, { x: a.x + dx * rise, y }, { x: b.x - dx * fall, y }, b]];
        if (TRACE.follow(bends).isIn(room)) yield { bends, toll: 3 };
      }
  }
}

/** At last straight through along a row, joined and left where nobody stands, in shares of the distance. */
const JOINS = [0.1, 0.2, 0.32, 0.45] as const;

export function* channels(a: Place, b: Place, room: Box): Iterable<Curve> {
  const dx = b.x - a.x;
  for (let row = 0; row <= ROWS; row++) {
    const y = room.y + (room.height * row) / ROWS;
    for (const join of JOINS)
      for (const leave of JOINS) {
        const [first, last] = [{ x: a.x + dx * join, y }, { x: b.x - dx * leave, y }];
        const into: Bend = [a, { x: a.x + dx * join * 0.3, y: a.y + (y - a.y) * 0.6 }, { x: first.x - dx * join * 0.6, y }, first];
        const through: Bend = [first, { x: first.x + (last.x - first.x) / 3, y }, { x: last.x - (last.x - first.x) / 3, y }, last];
        const out: Bend = [last, { x: last.x + dx * leave * 0.6, y }, { x: b.x - dx * leave * 0.3, y: b.y + (y - b.y) * 0.6 }, b];
        yield { bends: [into, through, out], toll: 120 };
      }
  }
}

export function* fineSwings(): Iterable<readonly [number, number]> {
  for (let first = -9; first <= 9; first++) for (let second = -9; second <= 9; second++) yield [first / 10, second / 10];
}
