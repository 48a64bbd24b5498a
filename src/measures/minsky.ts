/**
 * Minsky's classes (1992): can a borrower meet interest and principal from its business (hedge), the interest only
 * (speculative), or neither, so that debt must grow to be served (Ponzi)? Over the last twelve months, boundaries counted
 * as the better class. Who has no debt and burns cash lives on its shareholders and is named apart.
 */
export const MINSKY_CLASSES = ['hedge', 'speculative', 'ponzi', 'equityBurner', 'none'] as const;
export type MinskyClass = (typeof MINSKY_CLASSES)[number];

/** Dollars over the same months: cash flow from operations before finance, interest due, principal due; debt now. */
export interface DebtService {
  readonly operatingCash: number;
  readonly interest: number;
  readonly principal: number;
  readonly debt: number;
}

/** `none`: no debt, nothing to serve, and no cash burnt. */
export function minskyClass({ operatingCash, interest, principal, debt }: DebtService): MinskyClass {
  if (debt === 0 && interest === 0 && principal === 0) return operatingCash < 0 ? 'equityBurner' : 'none';
  if (operatingCash >= interest + principal) return 'hedge';
  return operatingCash >= interest ? 'speculative' : 'ponzi';
}

/** Of all that firms with a class owe, the part owed by each class; they add up to one, or are all 0 when nobody owes. */
export interface MinskyShares {
  readonly hedge: number;
  readonly speculative: number;
  readonly ponzi: number;
  /** Without debt, so that what they owe is bills: the part of the whole that hangs on new shareholders. */
  readonly equityBurner: number;
}

/** A firm and all it owes, debt and bills. */
export interface Owing extends DebtService {
  readonly payables: number;
}

export function minskyShares(firms: readonly Owing[]): MinskyShares {
  const owed = { hedge: 0, speculative: 0, ponzi: 0, equityBurner: 0 };
  let total = 0;
  for (const firm of firms) {
    const kind = minskyClass(firm);
    if (kind === 'none') continue;
    owed[kind] += firm.debt + firm.payables;
    total += firm.debt + firm.payables;
  }
  if (total === 0) return owed;
  return { hedge: owed.hedge / total, speculative: owed.speculative / total, ponzi: owed.ponzi / total, equityBurner: owed.equityBurner / total };
}
