/**
 * Marked money through payments that are all made at once: everybody pays from what it holds and from what it is paid
 * in the same moment, and each payment carries the same share of marked money as all that passed through the payer.
 */
import type { Flow } from '../model/flow.ts';
import { passOn, type Way } from './pass-on.ts';

export interface PooledResult {
  /** Marked dollars that each flow carried, in the order of the flows. */
  readonly carried: readonly number[];
  /** Marked dollars each party holds afterwards; they sum to those held before. */
  readonly held: ReadonlyMap<string, number>;
}

/**
 * `cash` and `marked` are what each party holds before, whole dollars; `ends` are parties that pass nothing on.
 * Exact: no dollar is lost or made. What would only go round between parties stays where it is.
 */
export function poolPayments(flows: readonly Flow[], cash: ReadonlyMap<string, number>, marked: ReadonlyMap<string, number>, ends: (party: string) => boolean): PooledResult {
  const parties = [...new Set([...marked.keys(), ...flows.flatMap((flow) => [flow.from, flow.to])])].sort();
  const place = new Map(parties.map((party, index) => [party, index]));
  const paid = parties.map(() => new Map<number, number>());
  const left = parties.map((party) => Math.max(0, cash.get(party) ?? 0));
  for (const { from, to, amount } of flows) {
    const [payer, payee] = [place.get(from)!, place.get(to)!];
    left[payer]! -= amount;
    left[payee]! += amount;
    paid[payer]!.set(payee, (paid[payer]!.get(payee) ?? 0) + amount);
  }
  // each party has a second node in which what it keeps comes to rest
  const ways: Way[][] = parties.map((party, index) => {
    if (ends(party)) return [];
    const on = [...paid[index]!].map(([to, weight]) => ({ to, weight }));
    return left[index]! > 0 || on.length > 0 ? [...on, { to: parties.length + index, weight: Math.max(0, left[index]!) }] : [];
  });
  const { moved, rested } = passOn([...parties.map((party) => marked.get(party) ?? 0), ...parties.map(() => 0)], [...ways, ...parties.map(() => [])]);
  const held = new Map<string, number>();
  parties.forEach((party, index) => {
    const amount = rested[index]! + rested[parties.length + index]!;
    if (amount > 0) held.set(party, amount);
  });
  return { carried: shareOut(flows, place, paid, moved), held };
}

/** What went from one party to another, over the payments between them. */
function shareOut(flows: readonly Flow[], place: ReadonlyMap<string, number>, paid: readonly ReadonlyMap<number, number>[], moved: readonly ReadonlyMap<number, number>[]): number[] {
  const rest = moved.map((row) => new Map(row));
  const unpaid = paid.map((row) => new Map(row));
  return flows.map(({ from, to, amount }) => {
    const [payer, payee] = [place.get(from)!, place.get(to)!];
    const marked = rest[payer]!.get(payee) ?? 0;
    const open = unpaid[payer]!.get(payee)!;
    // the last payment of a pair takes what is left, so that they sum to the whole
    const part = open === amount ? marked : Math.min(marked, Math.round((marked * amount) / open));
    rest[payer]!.set(payee, marked - part);
    unpaid[payer]!.set(payee, open - amount);
    return part;
  });
}
