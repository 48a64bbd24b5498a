/**
 * What a sweep runs: every history as an order (seed, settings, channel switched off), in an order that depends on the
 * plan alone. Histories are compared under the same luck wherever the design allows it (common random numbers).
 */
import alea from 'seedrandom/lib/alea.js';
import { canonical } from '../model/canonical.ts';
import type { Sha256 } from '../model/digest.ts';
import { seedOf, type HistoryOrder } from '../histories/order.ts';
import { CHANNELS, type Channel } from '../model/phase.ts';
import type { Settings } from '../scenario/set.ts';
import { SweepFailed } from './problem.ts';
import { MOST_DIMENSIONS, sobolPoints } from './sobol-sequence.ts';
import { valueAt, type Vary } from './vary.ts';

/** `random`: every history its own point and its own luck. `grid`: every corner under the same luck. `sobol`: Saltelli's design for sensitivity. */
export const DESIGNS = ['grid', 'random', 'sobol'] as const;
export type Design = (typeof DESIGNS)[number];

export interface SweepPlan {
  /** Digest of the scenario all histories start from. */
  readonly scenario: string;
  readonly model: string;
  /** Base of all seeds. */
  readonly seed: string;
  readonly vary: readonly Vary[];
  readonly design: Design;
  /** Histories asked for; a grid or a Saltelli design may come to somewhat fewer. */
  readonly runs: number;
  /** Each history once more for each channel of contagion, with that channel off. */
  readonly channels: boolean;
}

/** Where a history stands in Saltelli's design: in matrix A, in B, or in A with one column of B. The last column is chance. */
export interface Cell {
  readonly row: number;
  readonly matrix: 'A' | 'B' | number;
}

export interface Order extends HistoryOrder {
  /** From 0; the name of its row. */
  readonly index: number;
  readonly cell: Cell | null;
}

/** The fewest rows of a Saltelli design from which anything can be said. */
const LEAST_ROWS = 8;
const MOST_SOBOL = Math.floor(MOST_DIMENSIONS / 2);

/** @throws SweepFailed when the design cannot be made of so few histories, or of so many parameters. */
export function ordersOf(plan: SweepPlan): Order[] {
  const points = pointsOf(plan);
  const offs: readonly (Channel | null)[] = plan.channels ? [null, ...CHANNELS] : [null];
  return points.flatMap((point, place) => offs.map((off, nth) => ({ ...point, index: place * offs.length + nth, off })));
}

type Point = Omit<Order, 'index' | 'off'>;

function pointsOf(plan: SweepPlan): Point[] {
  // the histories of a sweep over channels are shared out among the ten versions of each
  const runs = plan.channels ? Math.floor(plan.runs / (CHANNELS.length + 1)) : plan.runs;
  const tooFew = (least: number): never => {
    throw new SweepFailed({ key: 'sweep.tooFew', runs: plan.runs, least: plan.channels ? least * (CHANNELS.length + 1) : least, design: plan.design, versions: plan.channels ? CHANNELS.length + 1 : 1 });
  };
  if (runs < 1) tooFew(1);
  if (plan.vary.length === 0) {
    if (plan.design !== 'random') throw new SweepFailed({ key: 'sweep.nothingVaried', design: plan.design });
    return Array.from({ length: runs }, (_, nth) => ({ seed: seedOf(plan.seed, nth), set: {}, cell: null }));
  }
  switch (plan.design) {
    case 'random':
      return Array.from({ length: runs }, (_, nth) => {
        const draw = alea(`${plan.seed}/random/${nth}`);
        return { seed: seedOf(plan.seed, nth), set: settings(plan.vary, plan.vary.map(() => draw())), cell: null };
      });
    case 'grid':
      return gridOf(plan, runs, tooFew);
    case 'sobol':
      return saltelli(plan, runs, tooFew);
  }
}

/** Every combination of equally spaced levels, each under the same lucks. */
function gridOf(plan: SweepPlan, runs: number, tooFew: (least: number) => never): Point[] {
  const width = plan.vary.length;
  let levels = 1;
  while ((levels + 1) ** width <= runs) levels += 1;
  if (levels < 2) tooFew(2 ** width);
  const lucks = Math.floor(runs / levels ** width);
  const corners = Array.from({ length: levels ** width }, (_, nth) =>
    settings(plan.vary, plan.vary.map((_, axis) => (Math.floor(nth / levels ** (width - 1 - axis)) % levels) / (levels - 1))),
  );
  return corners.flatMap((set) => Array.from({ length: lucks }, (_, luck) => ({ seed: seedOf(plan.seed, luck), set, cell: null })));
}

/**
 * N rows of A, of B, and of A with one column from B, for every parameter and for chance: N·(k + 3) histories
 * (Saltelli et al., Computer Physics Communications 181, 2010). Chance is a column like the others, its values being seeds.
 */
function saltelli(plan: SweepPlan, runs: number, tooFew: (least: number) => never): Point[] {
  const width = plan.vary.length;
  if (width > MOST_SOBOL) throw new SweepFailed({ key: 'sweep.tooManyVaried', count: width, most: MOST_SOBOL });
  const rows = Math.floor(runs / (width + 3));
  if (rows < LEAST_ROWS) tooFew(LEAST_ROWS * (width + 3));
  return sobolPoints(rows, 2 * width, plan.seed).flatMap((point, row) => {
    const a = point.slice(0, width);
    const b = point.slice(width);
    const make = (shares: readonly number[], stream: 'a' | 'b', matrix: Cell['matrix']): Point => ({ seed: seedOf(`${plan.seed}${stream}`, row), set: settings(plan.vary, shares), cell: { row, matrix } });
    const mixed = plan.vary.map((_, column) => make(a.map((share, axis) => (axis === column ? b[axis]! : share)), 'a', column));
    return [make(a, 'a', 'A'), make(b, 'b', 'B'), ...mixed, make(a, 'b', width)];
  });
}

function settings(vary: readonly Vary[], shares: readonly number[]): Settings {
  return Object.fromEntries(vary.map((each, axis) => [each.name, valueAt(each, shares[axis]!)]));
}

/** Names a history by what decides it: two orders with the same name have the same history. */
export function contentId(sha256: Sha256, plan: Pick<SweepPlan, 'scenario' | 'model'>, order: HistoryOrder): string {
  return sha256(canonical({ scenario: plan.scenario, model: plan.model, seed: order.seed, set: order.set, off: order.off }));
}

export interface Shard {
  /** From 1. */
  readonly part: number;
  readonly of: number;
}

/** `3/8`: the third of eight shares of a sweep. @throws SweepFailed for anything else. */
export function parseShard(text: string): Shard {
  const [, part, of] = /^(\d{1,6})\/(\d{1,6})$/.exec(text.trim()) ?? [];
  const shard = { part: Number(part), of: Number(of) };
  if (part === undefined || shard.part < 1 || shard.part > shard.of) throw new SweepFailed({ key: 'sweep.shard', value: text });
  return shard;
}

/** Orders dealt out like cards, so that shares take about as long. */
export const shareOf = (orders: readonly Order[], shard: Shard | null): readonly Order[] => (shard === null ? orders : orders.filter((order) => order.index % shard.of === shard.part - 1));
