/**
 * Who can pay what when everybody pays at once: the greatest clearing vector of Eisenberg & Noe (2001), with the
 * bankruptcy costs of Rogers & Veraart (2013), the seniority and cross-holdings of Elsinger (2009), in whole dollars.
 *
 * A debtor with enough pays everything. One that is strictly short pays what it has, the most senior tier first and pro
 * rata within a tier; each payment is floored, p = ⌊P·L/P̄⌋, and what the floors leave (under a dollar a creditor) stays
 * with it. Floors make the map monotone over whole numbers, so that descending from full payment ends at its greatest
 * fixed point. A debtor falls in round 0 if it is short though everybody pays it in full, in round n + 1 if the shorts
 * up to round n bring it down (the fictitious default algorithm).
 *
 * Where money goes round and little leaves, descending dollar by dollar would take for ever: then the clearing vector in
 * real numbers, which bounds the whole-dollar one from above, is where the descent goes on from (see clearing-bound.ts).
 */
import { boundFromAbove, boundFromBelow, openOwnership } from './clearing-bound.ts';
import { Estates } from './estates.ts';

/** One debtor owes one creditor; tier 0 is paid first. Outside creditors are nodes that owe nothing. Whole dollars > 0. */
export interface Claim {
  readonly debtor: number;
  readonly creditor: number;
  readonly tier: number;
  readonly amount: number;
}

/** `share` of an issuer's equity, in parts of a billion, belongs to the holder and counts among what it can pay with. */
export interface OwnershipShare {
  readonly issuer: number;
  readonly holder: number;
  readonly share: number;
}

export interface ClearingProblem {
  readonly nodes: number;
  readonly claims: readonly Claim[];
  /** What each node has before it is paid by the others, whole dollars ≥ 0. */
  readonly means: readonly number[];
  /** Share of its own means, and of what others pay it, that is left of a costly debtor's estate; 1 when not given. */
  readonly keptExternal?: number;
  readonly keptInternal?: number;
  /** Which nodes lose that if they are short; all when not given. */
  readonly costly?: (node: number) => boolean;
  readonly ownership?: readonly OwnershipShare[];
}

export interface Clearing {
  /** Per claim, in the order of the claims. */
  readonly paid: number[];
  readonly short: boolean[];
  /** Round of the fictitious default algorithm in which a node fell; null for one that did not. */
  readonly round: (number | null)[];
  /** Per node: what others paid it, and what its shares in others are worth. */
  readonly received: number[];
  /** Per node: what bankruptcy cost took. */
  readonly deadweight: number[];
  /** Per node: means + received − deadweight − paid: equity, or the residue of an estate. */
  readonly left: number[];
  readonly totalOwed: number;
  readonly totalPaid: number;
}

/**
 * Visits of nodes before the real-number bound is asked for: the more estates are open, the longer, since solving for it
 * takes the cube of their number. And before floors alone are no longer waited for, dollar by dollar.
 */
const patience = (open: number): number => 32 + open * (8 + Math.floor(open / 4));
const DRIFT = 100_000;
/** Times everybody may pay a little more after a bound from below; then what is left is residue. */
const CATCHING_UP = 100;

export function clearSparse(problem: ClearingProblem): Clearing {
  const estates = new Estates(problem);
  const { nodes, means, owed } = estates;
  let shortOnes = 0;
  if (estates.ownership.length > 0) {
    openOwnership(estates);
    settle(estates);
  }
  for (let round = 0; ; round++) {
    const before = shortOnes;
    const fell: number[] = [];
    for (let node = 0; node < nodes; node++)
      if (estates.round[node] === -1 && means[node]! + estates.received[node]! < owed[node]!) fell.push(node);
    for (const node of fell) {
      estates.fall(node, round);
      shortOnes += 1;
    }
    if (shortOnes === before) break;
    settle(estates);
  }
  return conclude(estates, problem);
}

/** Lets the estates that are open pay what they have until nothing changes; the others pay in full. */
function settle(estates: Estates): void {
  descend(estates);
  // a bound from below, taken where floors alone would not end, leaves a little that can be paid after all
  ascend(estates);
}

function descend(estates: Estates): void {
  const { active } = estates;
  const queue: number[] = active.slice();
  const queued = new Uint8Array(estates.nodes);
  for (const node of queue) queued[node] = 1;
  const touch = (node: number): void => {
    if (estates.activeAt[node] === -1 || queued[node] === 1) return;
    queued[node] = 1;
    queue.push(node);
  };
  let budget = patience(active.length);
  let drifting = false;
  for (let head = 0; head < queue.length; head++) {
    if (budget === 0) {
      const before = estates.margins();
      const fell: boolean = drifting ? boundFromBelow(estates) : boundFromAbove(estates);
      drifting = !fell && estates.margins() === before;
      budget = drifting ? DRIFT : patience(active.length);
      for (const node of active) touch(node);
      queue.splice(0, head);
      head = 0;
    }
    const node = queue[head]!;
    queued[node] = 0;
    budget -= 1;
    const estate = Math.min(estates.cap[node]!, estates.worth(node));
    if (estate < estates.estate[node]!) estates.distribute(node, estate, touch);
  }
}

function ascend(estates: Estates): void {
  for (let pass = 0; pass < CATCHING_UP; pass++) {
    let changed = false;
    for (const node of estates.active) {
      const estate = estates.worth(node);
      if (estate <= estates.estate[node]!) continue;
      estates.cap[node] = Number.MAX_SAFE_INTEGER;
      estates.distribute(node, estate, () => undefined);
      changed = true;
    }
    if (!changed) return;
  }
}

function conclude(estates: Estates, problem: ClearingProblem): Clearing {
  const { nodes, means, received } = estates;
  const out = new Array<number>(nodes).fill(0);
  let totalOwed = 0;
  let totalPaid = 0;
  const paid = Array.from(estates.paid);
  problem.claims.forEach((claim, index) => {
    out[claim.debtor]! += paid[index]!;
    totalOwed += claim.amount;
    totalPaid += paid[index]!;
  });
  const deadweight = new Array<number>(nodes).fill(0);
  const left = new Array<number>(nodes).fill(0);
  for (let node = 0; node < nodes; node++) {
    const assets = means[node]! + received[node]!;
    if (estates.round[node] !== -1) deadweight[node] = assets - estates.worth(node);
    left[node] = assets - deadweight[node]! - out[node]!;
    if (left[node]! < 0) throw new Error(`clearing pays out ${-left[node]!} more than node ${node} has`);
  }
  return {
    paid,
    short: Array.from(estates.round, (round) => round !== -1),
    round: Array.from(estates.round, (round) => (round === -1 ? null : round)),
    received: Array.from(received),
    deadweight,
    left,
    totalOwed,
    totalPaid,
  };
}
