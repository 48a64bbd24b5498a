/**
 * The throughflow of a network in which everybody hands on to a few: the same elimination as `solveThroughflow`, to the
 * last bit, over the pairs that do hand on. It costs as much as there are such pairs, and is done once for however many
 * kinds of things flow.
 */
import type { Arc } from './throughflow.ts';

/** Shares by the node at the other end; absent where nothing passes. */
type Ends = Map<number, number>;

/**
 * For each of `entering`: x with x[i] = entering[i] + Σ_j x[j]·share[j→i]. Arcs of one pair add up; those of a node and
 * its `leaks` add up to one. What a node hands to itself stays with it and is of no account.
 * Null when some nodes only pay one another and nothing ever leaves: then there is no such x.
 */
export function solveSparse(size: number, arcs: readonly Arc[], leaks: Float64Array, entering: readonly Float64Array[]): Float64Array[] | null {
  // what a node hands on to those before it, and what it gets from them: each pair is in one of the two
  const [gives, gets] = [ends(size), ends(size)];
  for (const { from, to, share } of arcs) add(gives, gets, from, to, share);
  const leak = leaks.slice();
  const flows = entering.map((each) => each.slice());
  const leaving = new Float64Array(size);
  for (let last = size - 1; last >= 0; last--) {
    const onward = ascending(gives[last]!);
    let out = leak[last]!;
    for (const [, share] of onward) out += share;
    if (!(out > 0)) return null;
    leaving[last] = out;
    for (const x of flows) for (const [to, share] of onward) x[to]! += (x[last]! * share) / out;
    for (const [from, given] of gets[last]!) {
      const part = given / out;
      if (part === 0) continue;
      leak[from]! += part * leak[last]!;
      for (const [to, share] of onward) add(gives, gets, from, to, part * share);
    }
  }
  for (let node = 0; node < size; node++) {
    const sources = ascending(gets[node]!);
    for (const x of flows) {
      let through = x[node]!;
      for (const [from, share] of sources) through += x[from]! * share;
      x[node] = through / leaving[node]!;
    }
  }
  return flows;
}

const ends = (size: number): Ends[] => Array.from({ length: size }, () => new Map<number, number>());

function add(gives: readonly Ends[], gets: readonly Ends[], from: number, to: number, share: number): void {
  if (from === to) return;
  const [row, end] = to < from ? [gives[from]!, to] : [gets[to]!, from];
  row.set(end, (row.get(end) ?? 0) + share);
}

/** In the order in which sums are taken, so that they round alike. */
const ascending = (row: Ends): [number, number][] => [...row].sort(([a], [b]) => a - b);
