/**
 * Dye: what a party's cash is made of, by origin. Paying takes a proportional share, exact in integers. Origins are
 * stamped when money leaves a sector, a lender or the vendor's financing (economy, "Dye"; finance A13 for the closed form).
 */
import { ORIGINS, type Origin } from '../model/account.ts';
import { apportion } from '../model/arithmetic.ts';
import type { Purpose } from '../model/flow.ts';
import type { PartyKind } from '../model/party.ts';

export const ORIGIN_INDEX = Object.fromEntries(ORIGINS.map((name, index) => [name, index])) as {
  readonly [origin in Origin]: number;
};

/** Its place in ORIGINS; negative for none. */
export const placeOf = (origin: Origin | null): number => (origin === null ? -1 : ORIGIN_INDEX[origin]);

/** One pot of a single origin. */
export function pure(origin: Origin, amount: number): number[] {
  return single(ORIGIN_INDEX[origin], amount);
}

/** One pot of the origin at a place in ORIGINS. */
export function single(place: number, amount: number): number[] {
  const dye = NOTHING.slice();
  dye[place] = amount;
  return dye;
}
/** An empty pot to copy; filled with a fraction first, so that engines keep its numbers side by side. */
const NOTHING: readonly number[] = ORIGINS.map(() => 0.5).fill(0);

/** The pot whose colours stand from `at` on among those of many. */
export function potAt(pots: Float64Array, at: number): number[] {
  const pot = NOTHING.slice();
  for (let place = 0; place < ORIGINS.length; place++) pot[place] = pots[at + place]!;
  return pot;
}

/** The proportional share that `amount` takes of the pot whose colours stand from `at` on; amount ≤ their sum, all of them ≥ 0. */
export function takeShare(pots: ArrayLike<number>, at: number, amount: number): number[] {
  return apportion(amount, pots, at, NOTHING.slice());
}

/** Parties whose cash has one colour of its own, whatever came in: it is stamped again when it leaves. */
export function homeOrigin(kind: PartyKind): Origin | null {
  switch (kind) {
    case 'endCustomers':
      return 'endCustomers';
    case 'otherChipBuyers':
      return 'otherBuyers';
    case 'lender':
      return 'lenders';
    case 'outsideInvestors':
      return 'outsideEquity';
    case 'suppliers':
    case 'government':
    case 'monetary':
      return 'opening';
    default:
      return null;
  }
}

/** The colour a payment arrives in, where it differs from the payer's mix. */
export function stampOf(purpose: Purpose, payer: PartyKind): Origin | null {
  if (purpose === 'coreSales') return 'coreBusiness';
  if (payer === 'chipVendor') {
    if (purpose === 'vendorShareIssue' || purpose === 'loanDraw' || purpose === 'backstop') return 'vendor';
    if (purpose === 'vendorCloudCompute') return 'vendorCloud';
  }
  return homeOrigin(payer);
}
