/** What each debtor hands out, and to whom: the working tables of one clearing. Nodes are numbered from 0. */
import { mulDiv } from '../model/arithmetic.ts';
import type { ClearingProblem, OwnershipShare } from './clearing-vector.ts';

/** Shares of ownership and of what bankruptcy leaves are counted in billionths, so that they multiply dollars exactly. */
export const PARTS = 1_000_000_000;
const ALL = Number.MAX_SAFE_INTEGER;

/** The share (0 to 1, kept to a billionth) of an amount, floored. */
export function keep(amount: number, share: number): number {
  return share === 1 ? amount : mulDiv(amount, Math.round(share * PARTS), PARTS);
}

export class Estates {
  readonly nodes: number;
  readonly means: readonly number[];
  readonly owed: Float64Array;
  readonly received: Float64Array;
  /** Round in which a node fell short, −1 while it has not. */
  readonly round: Int32Array;
  /** What a node has to distribute, at most: the descent's present bound, and one found by other means. */
  readonly estate: Float64Array;
  readonly cap: Float64Array;
  /** Nodes whose payments may still change: the short ones, and those in which others own shares. */
  readonly active: number[] = [];
  readonly activeAt: Int32Array;
  readonly paid: Float64Array;
  /** Claims of a debtor are at start[debtor] … start[debtor + 1] − 1 in these, the most senior first. */
  readonly start: Int32Array;
  readonly claimAt: Int32Array;
  readonly creditorAt: Int32Array;
  readonly amountAt: Float64Array;
  readonly tierAt: Int32Array;
  readonly tierTotalAt: Float64Array;
  readonly ownership: readonly OwnershipShare[];
  readonly ownershipOf: { readonly [issuer: number]: readonly number[] };
  readonly equityValue: Float64Array;
  readonly keptExternal: number;
  readonly keptInternal: number;
  private readonly costly: (node: number) => boolean;

  constructor(problem: ClearingProblem) {
    const { nodes, claims } = problem;
    this.nodes = nodes;
    this.means = problem.means;
    this.owed = new Float64Array(nodes);
    this.received = new Float64Array(nodes);
    this.round = new Int32Array(nodes).fill(-1);
    this.estate = new Float64Array(nodes).fill(ALL);
    this.cap = new Float64Array(nodes).fill(ALL);
    this.activeAt = new Int32Array(nodes).fill(-1);
    this.paid = new Float64Array(claims.length);
    this.start = new Int32Array(nodes + 1);
    this.claimAt = new Int32Array(claims.length);
    this.creditorAt = new Int32Array(claims.length);
    this.amountAt = new Float64Array(claims.length);
    this.tierAt = new Int32Array(claims.length);
    this.tierTotalAt = new Float64Array(claims.length);
    this.keptExternal = Math.round((problem.keptExternal ?? 1) * PARTS) / PARTS;
    this.keptInternal = Math.round((problem.keptInternal ?? 1) * PARTS) / PARTS;
    this.costly = problem.costly ?? (() => true);
    this.ownership = problem.ownership ?? [];
    this.equityValue = new Float64Array(this.ownership.length);
    const issuers: { [issuer: number]: number[] } = {};
    this.ownership.forEach(({ issuer }, index) => (issuers[issuer] ??= []).push(index));
    this.ownershipOf = issuers;
    for (const own of problem.means) if (!Number.isSafeInteger(own) || own < 0) throw new Error(`clearing needs means in whole dollars ≥ 0, got ${own}`);
    this.lay(problem);
    for (const issuer in issuers) this.activate(Number(issuer));
  }

  /** Sorts the claims by debtor and tier, and lets everybody pay in full. */
  private lay({ claims }: ClearingProblem): void {
    claims.forEach((claim, index) => {
      if (claim.debtor === claim.creditor || !Number.isSafeInteger(claim.amount) || claim.amount <= 0)
        throw new Error(`clearing needs claims of whole dollars between two nodes, got ${claim.debtor} → ${claim.creditor}: ${claim.amount}`);
      this.start[claim.debtor + 1]! += 1;
      this.owed[claim.debtor]! += claim.amount;
      this.received[claim.creditor]! += claim.amount;
      this.paid[index] = claim.amount;
    });
    for (let node = 0; node < this.nodes; node++) this.start[node + 1]! += this.start[node]!;
    const next = this.start.slice();
    for (let index = 0; index < claims.length; index++) {
      const claim = claims[index]!;
      const first = this.start[claim.debtor]!;
      let at = next[claim.debtor]!++;
      for (; at > first && this.tierAt[at - 1]! > claim.tier; at--) {
        this.tierAt[at] = this.tierAt[at - 1]!;
        this.claimAt[at] = this.claimAt[at - 1]!;
      }
      this.tierAt[at] = claim.tier;
      this.claimAt[at] = index;
    }
    for (let at = 0; at < claims.length; at++) {
      const claim = claims[this.claimAt[at]!]!;
      this.creditorAt[at] = claim.creditor;
      this.amountAt[at] = claim.amount;
    }
    for (let node = 0; node < this.nodes; node++)
      for (let at = this.start[node]!; at < this.start[node + 1]!; ) {
        const end = this.tierEnd(node, at);
        let total = 0;
        for (let each = at; each < end; each++) total += this.amountAt[each]!;
        for (; at < end; at++) this.tierTotalAt[at] = total;
      }
  }

  /** One past the last claim of the tier that begins at `at`. */
  tierEnd(node: number, at: number): number {
    const last = this.start[node + 1]!;
    let end = at + 1;
    while (end < last && this.tierAt[end] === this.tierAt[at]) end += 1;
    return end;
  }

  /** From now on the node pays what it has, which is to be paid out anew. */
  fall(node: number, round: number): void {
    this.round[node] = round;
    this.estate[node] = ALL;
    if (this.activeAt[node] === -1) this.activate(node);
  }

  private activate(node: number): void {
    this.activeAt[node] = this.active.length;
    this.active.push(node);
  }

  isShort(node: number): boolean {
    return this.round[node] !== -1;
  }

  /** Short, and of the kind that loses part of its estate over that. */
  bearsCost(node: number): boolean {
    return this.isShort(node) && this.costly(node);
  }

  /** What a node has to pay with, as the others pay now. */
  worth(node: number): number {
    if (!this.bearsCost(node)) return this.means[node]! + this.received[node]!;
    return keep(this.means[node]!, this.keptExternal) + keep(this.received[node]!, this.keptInternal);
  }

  /** Pays out an estate, the most senior tier first, and tells who gets another amount than before. */
  distribute(node: number, estate: number, changed: (creditor: number) => void): void {
    this.estate[node] = estate;
    if (this.isShort(node)) {
      let left = estate;
      for (let at = this.start[node]!; at < this.start[node + 1]!; ) {
        const total = this.tierTotalAt[at]!;
        const share = left < total ? left : total;
        left -= share;
        for (const end = this.tierEnd(node, at); at < end; at++) {
          const claim = this.claimAt[at]!;
          const amount = share === total ? this.amountAt[at]! : mulDiv(share, this.amountAt[at]!, total);
          if (amount === this.paid[claim]) continue;
          this.received[this.creditorAt[at]!]! += amount - this.paid[claim]!;
          this.paid[claim] = amount;
          changed(this.creditorAt[at]!);
        }
      }
    }
    const owned = this.ownershipOf[node];
    if (owned === undefined) return;
    const equity = this.isShort(node) ? 0 : Math.max(0, estate - this.owed[node]!);
    for (const index of owned) {
      const { holder, share } = this.ownership[index]!;
      const value = mulDiv(equity, share, PARTS);
      if (value === this.equityValue[index]) continue;
      this.received[holder]! += value - this.equityValue[index]!;
      this.equityValue[index] = value;
      changed(holder);
    }
  }

  /**
   * Where the next dollar an estate loses is missed: the first claim of its marginal tier, and what the tiers above it
   * take. For a node that is not short that is its equity, after all its claims.
   */
  margin(node: number): { readonly at: number; readonly above: number } {
    const end = this.start[node + 1]!;
    if (!this.isShort(node)) return { at: end, above: this.owed[node]! };
    let at = this.start[node]!;
    let above = 0;
    for (;;) {
      const next = this.tierEnd(node, at);
      const below = above + this.tierTotalAt[at]!;
      if (next >= end || this.estate[node]! <= below) return { at, above };
      above = below;
      at = next;
    }
  }

  /** The margins of all active nodes, to see whether one has moved. */
  margins(): string {
    return this.active.map((node) => this.margin(node).at).join();
  }
}
