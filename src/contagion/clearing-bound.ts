/**
 * The clearing vector in real numbers, for the estates that are open and with the tiers that are marginal in each now.
 * It bounds the whole-dollar one from above, since floors only take away, and from below when every floor is counted as
 * a whole dollar lost. Both are solved at once, so that money that goes round nearly undiminished costs no time.
 */
import type { Estates } from './estates.ts';
import { PARTS } from './estates.ts';
import { solveNonNegative, solveThroughflow } from './throughflow.ts';

/** Relative error allowed for in the solution; subtraction-free elimination stays well below. */
const ERROR = 1e-12;

interface Bound {
  readonly value: Float64Array;
  /** Size of what was added and subtracted on the way, to which errors are relative. */
  readonly size: Float64Array;
  readonly above: Float64Array;
}

/** Lowers every open estate to its bound; true if that took more than flooring would. */
export function boundFromAbove(estates: Estates): boolean {
  const bound = solve(estates, false);
  if (bound === null) return false;
  return lower(estates, (index) => bound.above[index]! + Math.floor(bound.value[index]! + ERROR * bound.size[index]! + 1));
}

/** Lowers every open estate to where it could pay even if each payment to it lost a whole dollar. */
export function boundFromBelow(estates: Estates): boolean {
  const bound = solve(estates, true);
  if (bound === null) return false;
  return lower(estates, (index) => bound.above[index]! + Math.max(0, Math.floor(bound.value[index]! - ERROR * bound.size[index]!)));
}

/**
 * What owners count on before anything is paid: the equity of each issuer if every debt is met.
 * @throws when some nodes own each other entirely, so that nobody outside does and their worth is anything.
 */
export function openOwnership(estates: Estates): void {
  if (!boundFromAbove(estates)) throw new Error('clearing needs an owner outside every circle of ownership');
  for (const node of estates.active) estates.distribute(node, estates.cap[node]!, () => undefined);
}

function lower(estates: Estates, limit: (index: number) => number): boolean {
  let fell = false;
  estates.active.forEach((node, index) => {
    const cap = limit(index);
    if (!(cap < estates.cap[node]!)) return;
    if (cap < estates.estate[node]! - 2) fell = true;
    estates.cap[node] = cap;
  });
  return fell;
}

function solve(estates: Estates, dollarsLost: boolean): Bound | null {
  const { active, activeAt, keptExternal, keptInternal } = estates;
  const size = active.length;
  const passes = new Float64Array(size * size);
  const leaks = new Float64Array(size);
  const entering = new Float64Array(size);
  const above = new Float64Array(size);
  const fixed = new Float64Array(size);
  const floors = new Float64Array(size);
  active.forEach((node, index) => (fixed[index] = estates.received[node]!));
  const hand = (from: number, creditor: number, share: number): void => {
    const to = activeAt[creditor]!;
    if (to === -1) {
      leaks[from]! += share;
      return;
    }
    const kept = estates.bearsCost(creditor) ? keptInternal : 1;
    passes[from * size + to]! += kept * share;
    leaks[from]! += (1 - kept) * share;
    floors[to]! += 1;
  };
  active.forEach((node, index) => {
    const margin = estates.margin(node);
    above[index] = margin.above;
    const end = estates.start[node + 1]!;
    const marginEnd = margin.at < end ? estates.tierEnd(node, margin.at) : end;
    for (let at = estates.start[node]!; at < end; at++) {
      const creditor = estates.creditorAt[at]!;
      const to = activeAt[creditor]!;
      if (to !== -1) fixed[to]! += (at < margin.at ? estates.amountAt[at]! : 0) - estates.paid[estates.claimAt[at]!]!;
      if (at >= margin.at && at < marginEnd) hand(index, creditor, estates.amountAt[at]! / estates.tierTotalAt[at]!);
    }
    let kept = PARTS;
    for (const entry of estates.ownershipOf[node] ?? []) {
      const { holder, share } = estates.ownership[entry]!;
      const to = activeAt[holder]!;
      if (to !== -1) fixed[to]! -= estates.equityValue[entry]!;
      if (estates.isShort(node)) continue;
      hand(index, holder, share / PARTS);
      kept -= share;
    }
    if (!estates.isShort(node)) leaks[index]! += kept / PARTS;
  });
  const sizes = new Float64Array(size);
  active.forEach((node, index) => {
    const costs = estates.bearsCost(node);
    const own = costs ? keptExternal * estates.means[node]! : estates.means[node]!;
    const others = (costs ? keptInternal : 1) * fixed[index]!;
    const lost = dollarsLost ? floors[index]! + (costs ? 2 : 0) : 0;
    entering[index] = own + others - above[index]! - lost;
    sizes[index] = own + others + above[index]! + lost;
  });
  const value = solveNonNegative(size, passes, leaks, entering);
  const scale = solveThroughflow(size, passes, leaks, sizes);
  return value === null || scale === null ? null : { value, size: scale, above };
}
