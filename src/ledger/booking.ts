/**
 * How each purpose is booked: both sides of the deal, in one table. A leg is an account and whether it rises (+1) or
 * falls (−1). Every line keeps assets − liabilities − netWorth − results at zero on both sides; a test checks that.
 */
import type { Account } from '../model/account.ts';
import type { Lane, Purpose } from '../model/flow.ts';

export type Leg = readonly [Account, 1 | -1];
export interface Booking {
  readonly lane: Lane;
  readonly from: readonly Leg[];
  readonly to: readonly Leg[];
}

/** Money paid for something: `from` loses cash and `[payer]` moves, `to` gains cash and `[payee]` moves. */
function paid(lane: Lane, payer: Leg, payee: Leg): Booking {
  return { lane, from: [['cash', -1], payer], to: [['cash', 1], payee] };
}
const spent = (lane: Lane = 'cash'): Booking => paid(lane, ['operatingCost', 1], ['revenue', 1]);

export const BOOKING: { readonly [purpose in Purpose]: Booking } = {
  aiService: spent(),
  spotCompute: spent(),
  coreSales: spent(),
  otherChips: spent(),

  loanDraw: paid('debt', ['loans', 1], ['debt', 1]),
  depositPlaced: paid('debt', ['deposits', 1], ['depositsTaken', 1]),
  depositWithdrawn: paid('debt', ['depositsTaken', -1], ['deposits', -1]),
  shareIssue: paid('equity', ['stakes', 1], ['equityIssued', 1]),
  vendorShareIssue: paid('equity', ['stakes', 1], ['equityIssued', 1]),
  prepayment: paid('cash', ['prepaid', 1], ['customerDeposits', 1]),

  orderDeposit: paid('cash', ['prepaid', 1], ['customerDeposits', 1]),
  chipPurchase: paid('cash', ['gpus', 1], ['revenue', 1]),
  depositApplied: {
    lane: 'accrual',
    from: [['prepaid', -1], ['gpus', 1]],
    to: [['customerDeposits', -1], ['revenue', 1]],
  },
  // the buyer's own decision and its own cost, no loss on a debtor
  depositForfeited: {
    lane: 'accrual',
    from: [['prepaid', -1], ['operatingCost', 1]],
    to: [['customerDeposits', -1], ['revenue', 1]],
  },
  depositReturned: paid('cash', ['customerDeposits', -1], ['prepaid', -1]),
  // chips themselves: the money side is chipPurchase, the cost of what was sold is booked by the seller alone
  chipDelivery: { lane: 'gpu', from: [], to: [] },
  usedChipPurchase: paid('cash', ['gpus', 1], ['revaluation', 1]),
  usedChipDelivery: { lane: 'gpu', from: [], to: [] },
  production: paid('cash', ['inventory', 1], ['revenue', 1]),
  construction: paid('cash', ['construction', 1], ['revenue', 1]),
  // core assets are kept up, not grown: what is invested wears out elsewhere in the core business
  coreInvestment: paid('cash', ['depreciation', 1], ['revenue', 1]),
  computeAccrual: {
    lane: 'accrual',
    from: [['operatingCost', 1], ['payables', 1]],
    to: [['receivables', 1], ['revenue', 1]],
  },
  creditUsed: {
    lane: 'accrual',
    from: [['operatingCost', 1], ['prepaid', -1]],
    to: [['customerDeposits', -1], ['revenue', 1]],
  },
  rentAccrual: {
    lane: 'accrual',
    from: [['rentCost', 1], ['payables', 1]],
    to: [['receivables', 1], ['revenue', 1]],
  },
  stockPay: {
    lane: 'accrual',
    from: [['nonCashCost', 1], ['equityIssued', 1]],
    to: [['stakes', 1], ['revaluation', 1]],
  },

  compute: paid('cash', ['payables', -1], ['receivables', -1]),
  vendorCloudCompute: spent(),
  rent: paid('rent', ['payables', -1], ['receivables', -1]),
  interest: paid('debt', ['interestExpense', 1], ['interestIncome', 1]),
  principal: paid('debt', ['debt', -1], ['loans', -1]),
  running: spent(),
  revenueShare: spent(),
  backstop: spent(),
  tax: paid('cash', ['tax', 1], ['revenue', 1]),
  depositInterest: paid('debt', ['interestExpense', 1], ['interestIncome', 1]),
  dividend: paid('equity', ['dividendsPaid', 1], ['dividendsReceived', 1]),
  damages: paid('cash', ['creditLoss', 1], ['creditLoss', -1]),
  deficiency: paid('debt', ['debt', -1], ['loans', -1]),
  estateFee: paid('cash', ['deadweight', 1], ['revenue', 1]),
  rescue: paid('cash', ['dividendsPaid', 1], ['dividendsReceived', 1]),
};

/** Lanes along which cash moves; the other two carry chips or mere claims. */
export function movesCash(purpose: Purpose): boolean {
  const lane = BOOKING[purpose].lane;
  return lane !== 'gpu' && lane !== 'accrual';
}
