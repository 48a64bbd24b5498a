/** What is measured every month. Null where a ratio has no denominator. Ratios are plain numbers, money whole dollars. */
import type { Dollars, PartyId } from './units.ts';

export interface Measures {
  /** Cash receipts of the vendor from customers over twelve months, by origin (ORIGINS order). */
  readonly vendorRevenueByOrigin: readonly Dollars[];
  readonly circularity: {
    /** Share of the vendor's receipts that was its own money coming home (dye, 12 months). */
    readonly traced: number | null;
    /** Upper bound: the vendor's money used first for its chips. */
    readonly earmarked: number | null;
    /** Purchases for which vendor money was a condition, over revenue. */
    readonly enabled: number | null;
  };
  /** End-customer cash into the loop ÷ obligations due in the loop, this month. */
  readonly outsideCoverage: number | null;
  readonly minsky: { readonly hedge: number; readonly speculative: number; readonly ponzi: number; readonly equityBurner: number };
  readonly concentration: { readonly hhi: number | null; readonly hhiLow: number | null; readonly hhiHigh: number | null; readonly top3: number | null };
  readonly utilisation: number | null;
  readonly usedToNew: number | null;
  readonly computePrice: number; // micro-dollars a unit-hour
  readonly returnOnAiCapex: number | null;
  readonly debtRank: { readonly r2012: number; readonly r2015: number; readonly worst: PartyId | null };
  readonly clearingShortfall: { readonly worst: PartyId | null; readonly dollars: Dollars; readonly overCapital: number | null };
  readonly fireSaleLoss: Dollars;
  readonly losses: { readonly credit: Dollars; readonly marks: Dollars; readonly deadweight: Dollars };
  readonly lossesByHolder: { readonly [party: string]: { readonly credit: Dollars; readonly marks: Dollars; readonly deadweight: Dollars } };
  readonly lenderCapital: number | null; // equity over loans, all lenders
  /** What a high-yield borrower that pays its debts is asked over the base rate for a loan on its contracts, a share a year; null where nobody lends. Recordings made before it was measured leave both out. */
  readonly creditSpread?: number | null;
  /** Odds of failure that lenders reckon with, over those of a whole cycle. */
  readonly creditMemory?: number | null;
  readonly actors: {
    readonly [actor: string]: {
      readonly leverage: number | null;
      readonly interestCover: number | null;
      readonly debtServiceCover: number | null;
      /** Months of cash at the trailing burn; null when cash does not fall. */
      readonly runway: number | null;
      readonly minsky: 'hedge' | 'speculative' | 'ponzi' | 'equityBurner' | 'none';
    };
  };
  readonly vendor: { readonly revenue: Dollars; readonly orders: number; readonly grossMargin: number | null; readonly trailingProfit: Dollars };
  readonly ai: { readonly endCustomerSpending: Dollars; readonly capex: Dollars };
  /** Residual of the books after the last phase; always 0 or the run stops. */
  readonly booksResidual: 0;
}
