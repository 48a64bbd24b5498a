/** The clearing vector computed the plain way: the definition repeated from full payment until nothing changes. */
import type { ClearInput, ClearResult } from '../../src/contagion/clear.ts';

const BILLION = 1_000_000_000n;
const kept = (amount: number, share: number): number => Number((BigInt(amount) * BigInt(Math.round(share * 1e9))) / BILLION);
const split = (amount: number, part: number, whole: number): number => Number((BigInt(amount) * BigInt(part)) / BigInt(whole));

export interface Plain {
  readonly tiers: readonly (readonly (readonly number[])[])[];
  readonly outside: readonly (readonly number[])[];
}

export function inTiers(input: ClearInput): Plain {
  const none = input.means.map(() => 0);
  if (input.tiers !== undefined) return { tiers: input.tiers, outside: input.owedOutsideByTier ?? input.tiers.map(() => none) };
  return { tiers: [input.owed!], outside: [input.owedOutside ?? none] };
}

/** One application of the map: what everybody pays (by tier, creditor; outside last) and is worth, given the last. */
export function clearOnce(input: ClearInput, pay: readonly (readonly (readonly number[])[])[], equity: readonly number[]): { pay: number[][][]; equity: number[] } {
  const { tiers, outside } = inTiers(input);
  const size = input.means.length;
  const next = tiers.map(() => input.means.map(() => new Array<number>(size + 1).fill(0)));
  const worth = new Array<number>(size).fill(0);
  for (let i = 0; i < size; i++) {
    let received = 0;
    for (let j = 0; j < size; j++) {
      for (const tier of pay) received += tier[j]![i]!;
      received += kept(equity[j]!, input.holdings?.[j]?.[i] ?? 0);
    }
    const due = tiers.map((tier, k) => [...tier[i]!, outside[k]![i]!]);
    const owed = due.flat().reduce((sum, each) => sum + each, 0);
    const assets = input.means[i]! + received;
    const short = assets < owed;
    let left = short ? kept(input.means[i]!, input.keptExternal ?? 1) + kept(received, input.keptInternal ?? 1) : assets;
    due.forEach((claims, k) => {
      const total = claims.reduce((sum, each) => sum + each, 0);
      const share = Math.min(left, total);
      left -= share;
      if (total > 0) claims.forEach((claim, j) => (next[k]![i]![j] = split(share, claim, total)));
    });
    worth[i] = short ? 0 : assets - owed;
  }
  return { pay: next, equity: worth };
}

/** The greatest fixed point by descent, with the figures of ClearResult that follow from it. */
export function clearByHand(input: ClearInput, equityBound = 0): Pick<ClearResult, 'paid' | 'payments' | 'paidOutside' | 'defaulted'> {
  const { tiers, outside } = inTiers(input);
  const size = input.means.length;
  let pay = tiers.map((tier, k) => tier.map((row, i) => [...row, outside[k]![i]!]));
  let equity = input.means.map(() => equityBound);
  for (let pass = 0; ; pass++) {
    const next = clearOnce(input, pay, equity);
    if (JSON.stringify(next) === JSON.stringify({ pay, equity })) break;
    if (pass > 200_000) throw new Error('the plain descent does not end');
    ({ pay, equity } = next);
  }
  const payments = input.means.map((_, i) => input.means.map((_, j) => pay.reduce((sum, tier) => sum + tier[i]![j]!, 0)));
  const paidOutside = input.means.map((_, i) => pay.reduce((sum, tier) => sum + tier[i]![size]!, 0));
  const paid = payments.map((row, i) => row.reduce((sum, each) => sum + each, 0) + paidOutside[i]!);
  const owed = input.means.map((_, i) => tiers.reduce((sum, tier, k) => sum + tier[i]!.reduce((a, b) => a + b, 0) + outside[k]![i]!, 0));
  return { paid, payments, paidOutside, defaulted: paid.map((amount, i) => amount < owed[i]!) };
}
