/** Contracts and things: what is owed, what is promised, and what stands in a hall somewhere. */
import type { BasisPoints, ComputeUnits, Dollars, Gpus, Kilowatts, MicroDollars, PartyId, Tick } from './units.ts';

export const LOAN_KINDS = ['term', 'delayedDraw', 'construction', 'bond', 'vendor', 'revolver'] as const;
export type LoanKind = (typeof LOAN_KINDS)[number];

/** Seniority, 0 first: tax, wages and running costs · secured debt · rent · unsecured, trade, compute · subordinated. */
export const TIERS = ['running', 'secured', 'rent', 'unsecured', 'subordinated'] as const;
export type Tier = 0 | 1 | 2 | 3 | 4;

/** What a loan is covenanted to, tested every third tick on trailing twelve months. */
export type Covenant = 'none' | 'debtServiceCover' | 'loanToValue' | 'interestCover';
export type CovenantState = 'pass' | 'trap' | 'cure' | 'waived' | 'accelerated';

/**
 * Money lent: principal outstanding, the undrawn commitment, and the clock of what is due when.
 * `backedBy` is the compute contract a delayed-draw facility is lent against, if any: such a facility has
 * no mark-to-market call; an uncontracted one has a loan-to-value test instead (economy, "two kinds of GPU debt").
 */
export interface Loan {
  readonly id: string;
  readonly kind: LoanKind;
  readonly lender: PartyId;
  readonly borrower: PartyId;
  readonly principal: Dollars;
  readonly undrawn: Dollars;
  /** Last tick at which the undrawn part may be drawn. */
  readonly availableUntil: Tick;
  readonly rate: BasisPoints;
  readonly floating: boolean;
  readonly tier: Tier;
  readonly start: Tick;
  /** First tick with a scheduled principal payment; from then `monthly` principal a month until maturity. */
  readonly amortisesFrom: Tick;
  readonly maturity: Tick;
  readonly covenant: Covenant;
  readonly covenantState: CovenantState;
  /** Ticks spent in cure so far. */
  readonly cureTicks: number;
  /** Cover as the lender last tested it, basis points of the debt service; absent while it was never tested. */
  readonly testedCover?: BasisPoints;
  readonly backedBy: string | null;
  /** Advance rate on collateral cost, basis points. */
  readonly advanceRate: BasisPoints;
}

export type LotStatus = 'idle' | 'installed' | 'seized';

/** GPUs of one owner, generation, half-year of purchase and lien. Whole units. */
export interface Lot {
  readonly id: string;
  readonly owner: PartyId;
  readonly generation: string;
  /** Half-year index of purchase, ⌊tick / 6⌋; negative before the start. */
  readonly vintage: number;
  readonly units: Gpus;
  readonly status: LotStatus;
  /** Cost less depreciation, dollars; sums to the owner's `gpus` account. */
  readonly book: Dollars;
  readonly cost: Dollars;
  /** The loan it is pledged to; one lot, one lien. */
  readonly lien: string | null;
}

/** Powered shells (or shells being built) of one owner. */
export interface Site {
  readonly id: string;
  readonly owner: PartyId;
  readonly capacity: Kilowatts;
  readonly leased: Kilowatts;
  readonly book: Dollars;
  readonly cost: Dollars;
  /** Tick it is (or was) powered; before that it is construction in progress. */
  readonly readyAt: Tick;
  readonly lien: string | null;
}

/** A lease of powered shell: kW × rent a kW-month from `start` to `end`, due the month after use. */
export interface Lease {
  readonly id: string;
  readonly landlord: PartyId;
  readonly tenant: PartyId;
  readonly capacity: Kilowatts;
  readonly rent: MicroDollars;
  readonly signedAt: Tick;
  readonly start: Tick;
  readonly end: Tick;
}

/**
 * A compute contract: H100-equivalents at a fixed price a unit-hour, phased in linearly over `ramp` months from
 * `start` to `end` (exclusive). Take-or-pay: the buyer owes what the seller can deliver, used or not.
 */
export interface ComputeContract {
  readonly id: string;
  readonly seller: PartyId;
  readonly buyer: PartyId;
  readonly units: ComputeUnits;
  readonly rate: MicroDollars;
  readonly signedAt: Tick;
  readonly start: Tick;
  readonly ramp: number;
  readonly end: Tick;
  readonly takeOrPay: boolean;
  /** Paid ahead (or granted in kind) and not yet used, dollars. */
  readonly prepaid: Dollars;
  /** Share of each invoice met from `prepaid` while it lasts. */
  readonly creditShare: BasisPoints;
  /** Units delivered this month. */
  readonly delivered: ComputeUnits;
}

/** An order for GPUs: paid a deposit now, the rest at delivery, from cash and from a facility drawn at delivery. */
export interface PurchaseOrder {
  readonly id: string;
  readonly buyer: PartyId;
  readonly vendor: PartyId;
  readonly generation: string;
  readonly units: Gpus;
  readonly price: MicroDollars;
  readonly placedAt: Tick;
  readonly due: Tick;
  readonly deposit: Dollars;
  readonly cancellable: boolean;
  /** The loan whose undrawn part pays `financed` basis points of the price at delivery. */
  readonly facility: string | null;
  readonly financed: BasisPoints;
  /** Paid from a staged vendor commitment (purchase is conditional on vendor money). */
  readonly conditional: boolean;
}

/** A promise to invest in stages, one payment per GW deployed. */
export interface StagedCommitment {
  readonly id: string;
  readonly investor: PartyId;
  readonly issuer: PartyId;
  readonly perStage: Dollars;
  readonly stageCapacity: Kilowatts;
  readonly stages: number;
  readonly stagesPaid: number;
  /** Chips the issuer buys from the investor for each stage, dollars (the article: 30 of 50). */
  readonly chipsPerStage: Dollars;
  readonly ownPerStage: Dollars;
  readonly firstStageAt: Tick;
}

/** The vendor buys capacity the neocloud cannot sell, up to a cap. */
export interface Backstop {
  readonly id: string;
  readonly guarantor: PartyId;
  readonly beneficiary: PartyId;
  readonly cap: Dollars;
  readonly used: Dollars;
  readonly start: Tick;
  readonly end: Tick;
}

/** A firm whose shares somebody holds; one price values every holder's claim and the issuer's own. */
export interface Issuer {
  readonly id: PartyId;
  readonly listed: boolean;
  readonly shares: number;
  readonly price: MicroDollars;
  /** Multiple of trailing revenue the market pays at neutral sentiment, hundredths. */
  readonly multiple: number;
  readonly lastRound: Tick;
}

export interface Holding {
  readonly id: string; // holder/issuer
  readonly holder: PartyId;
  readonly issuer: PartyId;
  readonly shares: number;
  /** Dollars paid for it, a memo item. */
  readonly cost: Dollars;
  /** Value at the issuer's price; sums to the holder's `stakes` account. */
  readonly value: Dollars;
}

export const OBLIGATION_KINDS = [
  'interest',
  'principal',
  'compute',
  'rent',
  'running',
  'tax',
  'backstop',
  'revenueShare',
  'depositInterest',
  'damages',
  'deficiency',
] as const;
export type ObligationKind = (typeof OBLIGATION_KINDS)[number];

/** Something due, or overdue: lives until paid, forgiven or written off. */
export interface Obligation {
  readonly id: string;
  readonly kind: ObligationKind;
  readonly debtor: PartyId;
  readonly creditor: PartyId;
  readonly amount: Dollars;
  readonly due: Tick;
  readonly tier: Tier;
  readonly contract: string | null;
  /** Accrued as receivable and payable when it arose (compute, rent); else booked when paid. */
  readonly accrued: boolean;
}
