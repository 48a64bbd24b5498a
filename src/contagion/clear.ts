/**
 * The greatest clearing vector for researchers: matrices in, matrices out, every input checked.
 *
 * Whole dollars throughout. `owed[i][j]`: i owes j. `means[i]` ≥ 0: what i has before the others pay it. `owedOutside[i]`:
 * what i owes to creditors who owe nothing themselves; they rank equally with the others. `tiers[k][i][j]` and
 * `owedOutsideByTier[k][i]` give seniority instead, tier 0 first. `keptExternal` α and `keptInternal` β (0 … 1, to a
 * billionth): what is left of own means and of receipts once a debtor defaults. `holdings[j][i]` (0 … 1, to a billionth):
 * share of j's equity that i owns and can pay with.
 *
 * Eisenberg & Noe (2001); Rogers & Veraart (2013); Elsinger (2009).
 */
import { clearSparse, type Claim, type OwnershipShare } from './clearing-vector.ts';
import { PARTS } from './estates.ts';
import { reject } from './problem.ts';
import { dollars, fields, network, share, vector } from './read.ts';

export interface ClearInput {
  readonly owed?: readonly (readonly number[])[];
  readonly means: readonly number[];
  readonly owedOutside?: readonly number[];
  readonly keptExternal?: number;
  readonly keptInternal?: number;
  readonly tiers?: readonly (readonly (readonly number[])[])[];
  readonly owedOutsideByTier?: readonly (readonly number[])[];
  readonly holdings?: readonly (readonly number[])[];
}

export interface ClearResult {
  /** All that i pays: Σ payments[i] + paidOutside[i]. */
  readonly paid: number[];
  readonly payments: number[][];
  readonly paidOutside: number[];
  /** Only with tiers: paidByTier[k][i]. */
  readonly paidByTier?: number[][];
  /** Strictly short of what it owes, before bankruptcy costs. */
  readonly defaulted: boolean[];
  /** Round of the fictitious default algorithm, 0 for who falls without anybody else's help; null for who does not. */
  readonly round: (number | null)[];
  /** Paid over owed; 1 for who owes nothing. */
  readonly recovery: number[];
  /**
   * What is left with i; in default the residue of flooring, under a dollar a creditor. Without holdings
   * Σ means = Σ equity + Σ paidOutside + Σ deadweight to the dollar; with them equity held by others is counted at
   * both, so what Σ equity exceeds that by is the value of the holdings.
   */
  readonly equity: number[];
  /** What bankruptcy cost took. */
  readonly deadweight: number[];
}

const FIELDS = ['owed', 'means', 'owedOutside', 'keptExternal', 'keptInternal', 'tiers', 'owedOutsideByTier', 'holdings'];

/** @throws NetworkError naming the place of what is wrong. */
export function clear(input: ClearInput): ClearResult {
  const given = fields(input, FIELDS);
  const means = vector(given['means'], 'means', null, dollars);
  const size = means.length;
  const tiered = given['tiers'] !== undefined;
  if (tiered && given['owed'] !== undefined) reject('excludes', 'owed', undefined, 'tiers');
  if (tiered && given['owedOutside'] !== undefined) reject('excludes', 'owedOutside', undefined, 'owedOutsideByTier');
  if (!tiered && given['owedOutsideByTier'] !== undefined) reject('needs', 'owedOutsideByTier', undefined, 'tiers');
  const tiers = tiered ? vector(given['tiers'], 'tiers', null, (tier, path) => network(tier, path, size, dollars)) : [network(given['owed'], 'owed', size, dollars)];
  const outside = tiered
    ? given['owedOutsideByTier'] === undefined
      ? tiers.map(() => new Array<number>(size).fill(0))
      : vector(given['owedOutsideByTier'], 'owedOutsideByTier', tiers.length, (tier, path) => vector(tier, path, size, dollars))
    : [given['owedOutside'] === undefined ? new Array<number>(size).fill(0) : vector(given['owedOutside'], 'owedOutside', size, dollars)];
  const keptExternal = given['keptExternal'] === undefined ? 1 : share(given['keptExternal'], 'keptExternal');
  const keptInternal = given['keptInternal'] === undefined ? 1 : share(given['keptInternal'], 'keptInternal');
  const ownership = readHoldings(given['holdings'], size);

  const claims: Claim[] = [];
  let total = 0;
  const owe = (debtor: number, creditor: number, tier: number, amount: number): void => {
    if (amount > 0) claims.push({ debtor, creditor, tier, amount });
    total += amount;
  };
  for (let tier = 0; tier < tiers.length; tier++)
    for (let debtor = 0; debtor < size; debtor++) {
      for (let creditor = 0; creditor < size; creditor++) owe(debtor, creditor, tier, tiers[tier]![debtor]![creditor]!);
      owe(debtor, size, tier, outside[tier]![debtor]!);
    }
  for (const own of means) total += own;
  if (!Number.isSafeInteger(total)) reject('tooLarge', tiered ? 'tiers' : 'owed', total, String(Number.MAX_SAFE_INTEGER));

  const cleared = clearSparse({ nodes: size + 1, claims, means: [...means, 0], keptExternal, keptInternal, ownership });
  const zeros = (): number[] => new Array<number>(size).fill(0);
  const payments = means.map(zeros);
  const paidByTier = tiers.map(zeros);
  const [paid, owed, paidOutside] = [zeros(), zeros(), zeros()];
  claims.forEach(({ debtor, creditor, tier, amount }, index) => {
    const part = cleared.paid[index]!;
    owed[debtor]! += amount;
    paid[debtor]! += part;
    paidByTier[tier]![debtor]! += part;
    if (creditor === size) paidOutside[debtor]! += part;
    else payments[debtor]![creditor]! += part;
  });
  return {
    paid,
    payments,
    paidOutside,
    ...(tiered ? { paidByTier } : {}),
    defaulted: cleared.short.slice(0, size),
    round: cleared.round.slice(0, size),
    recovery: paid.map((amount, node) => (owed[node] === 0 ? 1 : amount / owed[node]!)),
    equity: cleared.left.slice(0, size),
    deadweight: cleared.deadweight.slice(0, size),
  };
}

/** Shares in billionths; every circle of ownership must have an owner outside it, or its worth could be anything. */
function readHoldings(value: unknown, size: number): OwnershipShare[] {
  if (value === undefined) return [];
  const ownership: OwnershipShare[] = [];
  const freelyOwned = new Array<boolean>(size).fill(false);
  network(value, 'holdings', size, share).forEach((row, issuer) => {
    let held = 0;
    row.forEach((part, holder) => {
      const parts = Math.round(part * PARTS);
      if (parts > 0) ownership.push({ issuer, holder, share: parts });
      held += parts;
    });
    if (held > PARTS) reject('sharesOverOne', `holdings[${issuer}]`, held / PARTS);
    freelyOwned[issuer] = held < PARTS;
  });
  // an issuer is safe if part of it, or of somebody who owns part of it, belongs to nobody in the network
  for (let pass = 0; pass < size; pass++)
    for (const { issuer, holder } of ownership) if (freelyOwned[holder]) freelyOwned[issuer] = true;
  const closed = freelyOwned.indexOf(false);
  if (closed !== -1) reject('closedOwnership', `holdings[${closed}]`);
  return ownership;
}

