/**
 * Lanes of one pair side by side: parallel to the pair's curve, in the order cash, debt, equity, rent, GPUs, 3 px
 * apart, three at most; two and more beyond are one sheath until it is hovered or selected.
 */
import type { PartyId } from '../model/units.ts';
import { bundleKey, type FlowLane } from './flow-plan.ts';
import { pathOf, reversed, type Path } from './geometry.ts';
import type { Layout } from './layout.ts';
import { LANE_KINDS } from '../playback/lane-book.ts';
import { type BundlePlan, type LanePlan } from './plan.ts';
import { trimmed, type Routes } from './routes.ts';

export const STRAND_GAP = 3;
export const STRANDS = 3;
const SHEATH = 10;
/** Room between the tip of an arrow and the ring it points at. */
const TIP_GAP = 2;

export function layStrands(lanes: readonly FlowLane[], layout: Layout, routes: Routes, open: string | null): { lanes: LanePlan[]; bundles: BundlePlan[] } {
  const groups = new Map<string, FlowLane[]>();
  for (const lane of lanes) {
    if (!layout.places.has(lane.from) || !layout.places.has(lane.to)) continue;
    const key = bundleKey(lane.from, lane.to);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [lane]);
    else group.push(lane);
  }
  const laid: LanePlan[] = [];
  const bundles: BundlePlan[] = [];
  for (const [key, group] of [...groups].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const kept = key === open || group.length <= STRANDS + 1 ? group : largest(group);
    const rest = group.filter((lane) => !kept.includes(lane));
    const [a, b] = key.split('|') as [PartyId, PartyId];
    const strands = [...kept].sort(inOrder(a));
    const widths = [...strands.map((lane) => lane.width), ...(rest.length > 0 ? [SHEATH] : [])];
    const base = routes.between(a, b);
    let offset = -(widths.reduce((sum, width) => sum + width, 0) + STRAND_GAP * (widths.length - 1)) / 2;
    const strand = (width: number, forward: boolean): Path => {
      const path = beside(base, offset + width / 2, layout.places.get(a)!.radius * 0.7, layout.places.get(b)!.radius * 0.7);
      offset += width + STRAND_GAP;
      const [from, to] = forward ? [a, b] : [b, a];
      return trimmed(forward ? path : reversed(path), layout.places.get(from)!, layout.places.get(to)!, layout.ring, TIP_GAP);
    };
    for (const lane of strands) laid.push({ ...lane, bundle: null, path: strand(lane.width, lane.from === a) });
    if (rest.length > 0) {
      const path = strand(SHEATH, true);
      bundles.push({ key, from: a, to: b, lanes: rest.map((lane) => lane.key), amount: rest.reduce((sum, lane) => sum + lane.amount, 0), path, width: SHEATH });
      for (const lane of rest) laid.push({ ...lane, bundle: key, path: lane.from === a ? path : reversed(path) });
    }
  }
  // wide lanes lie below thin ones
  return { lanes: laid.sort((a, b) => b.width - a.width || (a.key < b.key ? -1 : 1)), bundles };
}

/** The lanes that keep a strand of their own when there are too many: those with most to show. */
function largest(group: readonly FlowLane[]): FlowLane[] {
  const weight = (lane: FlowLane): number => lane.amount + lane.missing * 10 + (lane.lit === 'now' || lane.spoken ? Number.MAX_SAFE_INTEGER / 2 : 0);
  return [...group].sort((a, b) => weight(b) - weight(a) || b.promised - a.promised || (a.key < b.key ? -1 : 1)).slice(0, STRANDS);
}

const inOrder =
  (first: PartyId) =>
  (a: FlowLane, b: FlowLane): number =>
    LANE_KINDS.indexOf(a.kind) - LANE_KINDS.indexOf(b.kind) || Number(a.from !== first) - Number(b.from !== first);

/** A curve moved sideways, but no farther at its ends than their discs are wide. */
function beside(path: Path, distance: number, startLimit: number, endLimit: number): Path {
  if (distance === 0) return path;
  const count = path.xs.length;
  const xs: number[] = [];
  const ys: number[] = [];
  const limited = (limit: number): number => Math.sign(distance) * Math.min(Math.abs(distance), limit);
  for (let i = 0; i < count; i++) {
    const before = Math.max(0, i - 1);
    const after = Math.min(count - 1, i + 1);
    const dx = path.xs[after]! - path.xs[before]!;
    const dy = path.ys[after]! - path.ys[before]!;
    const length = Math.sqrt(dx * dx + dy * dy) || 1;
    const share = path.lengths[i]! / (path.total || 1);
    const start = ease(Math.min(1, share / 0.3));
    const end = ease(Math.min(1, (1 - share) / 0.3));
    const here = Math.min(start, end) === 1 ? distance : share < 0.5 ? mix(limited(startLimit), distance, start) : mix(limited(endLimit), distance, end);
    xs.push(path.xs[i]! - (dy / length) * here);
    ys.push(path.ys[i]! + (dx / length) * here);
  }
  return pathOf(xs, ys);
}

const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
const ease = (t: number): number => t * t * (3 - 2 * t);
