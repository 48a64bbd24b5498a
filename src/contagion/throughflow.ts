/**
 * How much passes through each node of a network in which everything a node gets is handed on in fixed shares, until it
 * leaves. Solved without a single subtraction (Grassmann, Taksar & Heyman 1985), so that every figure is right to about
 * thirteen digits however little leaves the circle at each turn; ordinary elimination loses all of them there.
 */

/** What one node hands another, as a share of what it gets. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly share: number;
}

/** Square, row by row: share of what node `from` gets that it hands to node `to`, at index `from * size + to`. */
export type Shares = Float64Array;

/**
 * x with x[i] = entering[i] + Σ_j x[j]·passes[j→i]. Each row of `passes` and the row's `leaks` add up to one; leaks are
 * given apart because one minus the sum would lose the digits that matter. `entering` may be negative.
 * Null when some nodes only pay one another and nothing ever leaves: then there is no such x.
 */
export function solveThroughflow(size: number, passes: Shares, leaks: Float64Array, entering: Float64Array): Float64Array | null {
  const p = passes.slice();
  const leak = leaks.slice();
  const x = entering.slice();
  const leaving = new Float64Array(size);
  for (let last = size - 1; last >= 0; last--) {
    const row = last * size;
    let out = leak[last]!;
    for (let to = 0; to < last; to++) out += p[row + to]!;
    if (!(out > 0)) return null;
    leaving[last] = out;
    for (let to = 0; to < last; to++) if (p[row + to] !== 0) x[to]! += (x[last]! * p[row + to]!) / out;
    for (let from = 0; from < last; from++) {
      const share = p[from * size + last]! / out;
      if (share === 0) continue;
      leak[from]! += share * leak[last]!;
      for (let to = 0; to < last; to++) if (p[row + to] !== 0) p[from * size + to]! += share * p[row + to]!;
    }
  }
  for (let node = 0; node < size; node++) {
    let through = x[node]!;
    for (let from = 0; from < node; from++) if (p[from * size + node] !== 0) through += x[from]! * p[from * size + node]!;
    x[node] = through / leaving[node]!;
  }
  return x;
}

/**
 * The same when what a node hands on cannot be negative: x = max(0, entering + x·passes). A node that would hand on less
 * than nothing hands on nothing, which is repeated until nobody changes sides (policy iteration, Howard 1960).
 * Null as above.
 */
export function solveNonNegative(size: number, passes: Shares, leaks: Float64Array, entering: Float64Array): Float64Array | null {
  let idle = new Uint8Array(size);
  for (let round = 0; round <= size + 1; round++) {
    const p = passes.slice();
    const leak = leaks.slice();
    const enter = entering.slice();
    for (let node = 0; node < size; node++) {
      if (idle[node] !== 1) continue;
      enter[node] = 0;
      leak[node] = 1;
      for (let other = 0; other < size; other++) {
        p[node * size + other] = 0;
        leak[other]! += other === node ? 0 : p[other * size + node]!;
        p[other * size + node] = 0;
      }
    }
    const x = solveThroughflow(size, p, leak, enter);
    if (x === null) return null;
    const next = new Uint8Array(size);
    let same = true;
    for (let node = 0; node < size; node++) {
      let value = entering[node]!;
      for (let from = 0; from < size; from++) value += x[from]! * passes[from * size + node]!;
      next[node] = value < 0 ? 1 : 0;
      if (next[node] !== idle[node]) same = false;
    }
    if (same) return x.map((value) => (value > 0 ? value : 0));
    idle = next;
  }
  return null;
}
