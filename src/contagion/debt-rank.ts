/**
 * How much of the system's value is in distress when somebody is: DebtRank. A lender i that has lent A_ij to j loses the
 * share A_ij / E_i of its equity as j's goes; h is the share of its equity a node has lost, 0 … 1. It is a loss of value,
 * not of cash, and must never be added to losses that were booked.
 *
 * Two forms: the first lets every node pass its distress on once (Battiston, Puliga, Kaushik, Tasca & Caldarelli 2012,
 * Sci. Rep. 2:541), with impacts capped at one; the second passes on every further loss (Bardoscia, Battiston, Caccioli
 * & Caldarelli 2015, PLoS ONE 10(6):e0130406, with the correction e0134888), uncapped. A node without equity at the start
 * has h = 1 and passes nothing on.
 */
import { amount, fields, network, number, share, vector } from './read.ts';

/** Who suffers when a borrower does: lenders of borrower j at start[j] … start[j + 1] − 1, with A_ij / E_i. */
export interface ImpactNetwork {
  readonly size: number;
  readonly start: Int32Array;
  readonly lender: Int32Array;
  readonly impact: Float64Array;
  /** 1 for a node whose equity was gone from the start. */
  readonly gone: Uint8Array;
}

/** A claim of a lender on a borrower, dollars that would be lost if the borrower failed. */
export interface Exposure {
  readonly lender: number;
  readonly borrower: number;
  readonly amount: number;
}

/** Exposures of lenders without equity are left out: nothing more can be lost there. */
export function impactNetwork(equity: readonly number[], exposures: readonly Exposure[]): ImpactNetwork {
  const size = equity.length;
  const start = new Int32Array(size + 1);
  const kept = exposures.filter(({ lender, amount: lent }) => lent > 0 && equity[lender]! > 0);
  for (const { borrower } of kept) start[borrower + 1]! += 1;
  for (let node = 0; node < size; node++) start[node + 1]! += start[node]!;
  const next = start.slice();
  const lender = new Int32Array(kept.length);
  const impact = new Float64Array(kept.length);
  for (const exposure of kept) {
    const at = next[exposure.borrower]!++;
    lender[at] = exposure.lender;
    impact[at] = exposure.amount / equity[exposure.lender]!;
  }
  return { size, start, lender, impact, gone: Uint8Array.from(equity, (own) => (own > 0 ? 0 : 1)) };
}

const first = ({ gone }: ImpactNetwork, shock: ArrayLike<number>): Float64Array => Float64Array.from(gone, (none, node) => (none === 1 ? 1 : shock[node]!));

/** h after the distress of `shock` has gone round, each node passing on once (2012). */
export function distressOnce(impacts: ImpactNetwork, shock: ArrayLike<number>): Float64Array {
  const { size, start, lender, impact, gone } = impacts;
  const h = first(impacts, shock);
  const passedOn = gone.slice();
  let distressed: number[] = [];
  for (let node = 0; node < size; node++) if (h[node]! > 0 && passedOn[node] === 0) distressed.push(node);
  while (distressed.length > 0) {
    const losses = new Float64Array(size);
    for (const node of distressed) {
      passedOn[node] = 1;
      for (let at = start[node]!; at < start[node + 1]!; at++) losses[lender[at]!]! += Math.min(1, impact[at]!) * h[node]!;
    }
    const next: number[] = [];
    for (let node = 0; node < size; node++) {
      if (losses[node] === 0) continue;
      h[node] = Math.min(1, h[node]! + losses[node]!);
      if (passedOn[node] === 0) next.push(node);
    }
    distressed = next;
  }
  return h;
}

/** Rounds after which what is still missing from the limit is solved for instead of waited for. */
const ROUNDS = 100;
const NEGLIGIBLE = 1e-15;

/** h after every loss has been passed on in full (2015): the least h with h = min(1, shock + impacts of h). */
export function distress(impacts: ImpactNetwork, shock: ArrayLike<number>): Float64Array {
  const { size, start, lender, impact, gone } = impacts;
  const h = first(impacts, shock);
  let rise = h.map((value, node) => (gone[node] === 1 ? 0 : value));
  for (let round = 1; ; round++) {
    const losses = new Float64Array(size);
    let largest = 0;
    for (let node = 0; node < size; node++) {
      if (rise[node] === 0) continue;
      for (let at = start[node]!; at < start[node + 1]!; at++) losses[lender[at]!]! += impact[at]! * rise[node]!;
    }
    for (let node = 0; node < size; node++) {
      const after = Math.min(1, h[node]! + losses[node]!);
      losses[node] = after - h[node]!;
      h[node] = after;
      if (losses[node]! > largest) largest = losses[node]!;
    }
    if (largest <= NEGLIGIBLE) return h;
    rise = losses;
    if (round % ROUNDS !== 0) continue;
    const limit = solveUncapped(impacts, shock, h);
    if (limit !== null) return limit;
  }
}

/** The limit if nobody else reaches 1 on the way there; null if somebody does. */
function solveUncapped({ size, start, lender, impact, gone }: ImpactNetwork, shock: ArrayLike<number>, h: Float64Array): Float64Array | null {
  const open: number[] = [];
  const at = new Int32Array(size).fill(-1);
  for (let node = 0; node < size; node++) {
    if (gone[node] === 1 || h[node] === 0 || h[node] === 1) continue;
    at[node] = open.length;
    open.push(node);
  }
  const width = open.length + 1;
  const rows = open.map((node, index) => {
    const row = new Float64Array(width);
    row[index] = 1;
    row[open.length] = shock[node]!;
    return row;
  });
  for (let node = 0; node < size; node++) {
    if (gone[node] === 1 || h[node] === 0) continue;
    for (let entry = start[node]!; entry < start[node + 1]!; entry++) {
      const row = rows[at[lender[entry]!]!];
      if (row === undefined) continue;
      if (at[node] === -1) row[open.length]! += impact[entry]!;
      else row[at[node]!]! -= impact[entry]!;
    }
  }
  for (let column = 0; column < open.length; column++) {
    let best = column;
    for (let row = column + 1; row < open.length; row++) if (Math.abs(rows[row]![column]!) > Math.abs(rows[best]![column]!)) best = row;
    [rows[column], rows[best]] = [rows[best]!, rows[column]!];
    const pivot = rows[column]!;
    if (pivot[column] === 0) return null;
    for (let row = 0; row < open.length; row++) {
      if (row === column) continue;
      const factor = rows[row]![column]! / pivot[column]!;
      if (factor !== 0) for (let cell = column; cell < width; cell++) rows[row]![cell]! -= factor * pivot[cell]!;
    }
  }
  const limit = h.slice();
  for (let index = 0; index < open.length; index++) {
    const value = rows[index]![open.length]! / rows[index]![index]!;
    if (!(value >= h[open[index]!]! - 1e-9 && value <= 1)) return null;
    limit[open[index]!] = value;
  }
  return limit;
}

export interface DebtRankInput {
  /** exposure[i][j] ≥ 0: what lender i has lent to borrower j. */
  readonly exposure: readonly (readonly number[])[];
  readonly equity: readonly number[];
  /** h(1): share of its equity each node has lost at first, 0 … 1. */
  readonly shock: readonly number[];
  /** What each node weighs in R; its share of all that is owed when not given. */
  readonly weights?: readonly number[];
  /** Share of a claim that is lost when its debtor has lost all equity, 0 … 1; 1 when not given. */
  readonly lossGivenDefault?: number;
}

export interface DebtRankResult {
  readonly h2012: number[];
  /** Σ weight · (h − h(1)): what the network added to the first shock. */
  readonly R2012: number;
  readonly h2015: number[];
  readonly R2015: number;
}

/** @throws NetworkError naming the place of what is wrong. */
export function debtRank(input: DebtRankInput): DebtRankResult {
  const given = fields(input, ['exposure', 'equity', 'shock', 'weights', 'lossGivenDefault']);
  const exposure = network(given['exposure'], 'exposure', null, amount);
  const size = exposure.length;
  const equity = vector(given['equity'], 'equity', size, number);
  const shock = vector(given['shock'], 'shock', size, share);
  const lossGivenDefault = given['lossGivenDefault'] === undefined ? 1 : share(given['lossGivenDefault'], 'lossGivenDefault');
  const weights = given['weights'] === undefined ? owedShares(exposure) : vector(given['weights'], 'weights', size, amount);
  const exposures = exposure.flatMap((row, lender) => row.map((lent, borrower): Exposure => ({ lender, borrower, amount: lossGivenDefault * lent })));
  const impacts = impactNetwork(equity, exposures);
  const start = first(impacts, shock);
  const rank = (h: Float64Array): number => weights.reduce((sum, weight, node) => sum + weight * (h[node]! - start[node]!), 0);
  const [h2012, h2015] = [distressOnce(impacts, shock), distress(impacts, shock)];
  return { h2012: [...h2012], R2012: rank(h2012), h2015: [...h2015], R2015: rank(h2015) };
}

function owedShares(exposure: readonly (readonly number[])[]): number[] {
  const owed = exposure.map((_, borrower) => exposure.reduce((sum, row) => sum + row[borrower]!, 0));
  const total = owed.reduce((sum, each) => sum + each, 0);
  return owed.map((each) => (total === 0 ? 0 : each / total));
}
