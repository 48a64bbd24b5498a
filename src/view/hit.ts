/** What is under the pointer: an actor or its name first, then an amount, then the nearest lane. */
import { boxHolds, distanceTo } from './geometry.ts';
import type { Still, Target } from './plan.ts';

/** How far beside a thin lane still counts as on it, pixels. */
const NEAR = 7;

export function targetAt(still: Still, x: number, y: number): Target | null {
  // what lies beneath legend and count is not seen
  if (still.veils.some((veil) => boxHolds(veil, x, y))) return null;
  for (const node of still.nodes) {
    const dx = x - node.x;
    const dy = y - node.y;
    const reach = node.radius + 7;
    if (node.shape === 'ring' ? dx * dx + dy * dy <= reach * reach : boxHolds(node.box, x, y)) return { kind: 'actor', id: node.id };
  }
  for (const text of still.texts) {
    if (!boxHolds(text.box, x, y)) continue;
    if (text.on !== null) return { kind: 'lane', key: text.on };
    if (text.role === 'name' || text.role === 'state' || text.role === 'figure') return { kind: 'actor', id: text.id.split('/').at(-1)! };
    if (text.id.startsWith('bundle/')) return { kind: 'bundle', key: text.id.slice('bundle/'.length) };
  }
  let best: Target | null = null;
  let nearest = Infinity;
  for (const lane of still.lanes) {
    if (lane.bundle !== null) continue;
    const distance = distanceTo(lane.path, x, y) - lane.width / 2;
    if (distance > NEAR || distance >= nearest) continue;
    nearest = distance;
    best = { kind: 'lane', key: lane.key };
  }
  for (const bundle of [...still.bundles, ...still.rivers]) {
    const distance = distanceTo(bundle.path, x, y) - bundle.width / 2;
    if (distance > NEAR || distance >= nearest) continue;
    nearest = distance;
    best = { kind: 'bundle', key: bundle.key };
  }
  return best;
}

export function sameTarget(a: Target | null, b: Target | null): boolean {
  if (a === null || b === null) return a === b;
  return a.kind === 'actor' ? b.kind === 'actor' && a.id === b.id : b.kind === a.kind && a.key === (b as { key: string }).key;
}

/** Actors in the order in which the arrow keys walk them: column by column, from top to bottom. */
export function actorsInOrder(still: Still): string[] {
  return [...still.nodes].sort((a, b) => Math.round(a.x / 90) - Math.round(b.x / 90) || a.y - b.y).map((node) => node.id);
}

