/** A flow: money (or chips) that left one party and arrived at another, in one posting with its other legs. */
import type { Dollars, PartyId, Tick } from './units.ts';

/**
 * How a flow is drawn. Arrow the way money moves; for `gpu` the way chips move. `accrual` is booked but not
 * drawn: a claim arose and no money moved.
 */
export const LANES = ['cash', 'debt', 'equity', 'rent', 'gpu', 'accrual'] as const;
export type Lane = (typeof LANES)[number];

export const PURPOSES = [
  // money in
  'aiService', // end customers pay for AI services
  'spotCompute', // end customers rent idle capacity by the hour
  'coreSales', // core products, net of their own running cost
  'otherChips', // chip buyers outside the loop
  // finance
  'loanDraw',
  'depositPlaced',
  'depositWithdrawn',
  'shareIssue', // new shares for cash
  'vendorShareIssue', // the same, bought by the chip vendor
  'prepayment', // compute paid ahead
  // goods
  'orderDeposit',
  'chipPurchase', // the rest of the price at delivery
  'depositApplied', // deposit turned into price at delivery (no cash)
  'depositForfeited', // order cancelled, deposit kept by the vendor (no cash)
  'depositReturned', // order cancelled by the vendor
  'chipDelivery', // the chips themselves, at cost to the buyer
  'usedChipPurchase',
  'usedChipDelivery',
  'production', // vendor pays foundry and packagers
  'construction', // building shells
  'coreInvestment', // capex outside AI scope
  'computeAccrual', // compute delivered, payable next month
  'creditUsed', // compute delivered against prepayment or credits in kind (no cash)
  'rentAccrual',
  'stockPay', // shares to staff: a cost that is never cash
  // settlement
  'compute',
  'vendorCloudCompute', // the vendor pays its customer for compute
  'rent',
  'interest',
  'principal',
  'running', // wages, power, foundry overhead, tax-deductible running cost
  'revenueShare',
  'backstop',
  'tax',
  'depositInterest',
  'dividend',
  'damages',
  'deficiency', // claims left after enforcement, paid from an estate
  'estateFee',
  'rescue', // an outsider's money in a counterfactual
] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface Flow {
  /** `tick/phase/key`, unique in a run. */
  readonly id: string;
  /** Without the tick: `from/purpose/to/contract/nth`. Compare and lessons anchor on it. */
  readonly key: string;
  /** Legs of one deal share it. */
  readonly posting: string;
  readonly from: PartyId;
  readonly to: PartyId;
  readonly lane: Lane;
  readonly purpose: Purpose;
  /** Dollars, > 0. For `gpu` the value of the chips moved. */
  readonly amount: Dollars;
  /** GPUs or kW moved, where things move. */
  readonly units?: number;
  readonly contract?: string;
  readonly decision?: string;
  readonly obligation?: { readonly key: string; readonly due: Dollars; readonly since: Tick; readonly round: number };
  /** Where this money came from, in the order of ORIGINS; cash only; sums to amount. */
  readonly dye?: readonly number[];
}
