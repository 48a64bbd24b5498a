/** Names of the things in the economy, in English: kinds, accounts, purposes, phases, states, contracts. */
import type { Account } from '../model/account.ts';
import type { DecisionType, EventType } from '../model/decision.ts';
import type { Purpose } from '../model/flow.ts';
import type { ObligationKind, LoanKind, LotStatus, Covenant, CovenantState } from '../model/instrument.ts';
import type { PartyKind } from '../model/party.ts';
import type { Phase, Beat, Channel } from '../model/phase.ts';
import type { Origin } from '../model/account.ts';

export interface Vocabulary {
  readonly kind: { readonly [kind in PartyKind]: string };
  readonly kinds: { readonly [kind in PartyKind]: string };
  readonly account: { readonly [account in Account]: string };
  readonly purpose: { readonly [purpose in Purpose]: string };
  readonly phase: { readonly [phase in Phase]: string };
  readonly beat: { readonly [beat in Beat]: string };
  readonly channel: { readonly [channel in Channel]: string };
  readonly origin: { readonly [origin in Origin]: string };
  readonly loan: { readonly [kind in LoanKind]: string };
  readonly lot: { readonly [status in LotStatus]: string };
  readonly covenant: { readonly [covenant in Covenant]: string };
  readonly covenantState: { readonly [state in CovenantState]: string };
  readonly obligation: { readonly [kind in ObligationKind]: string };
  readonly event: { readonly [type in EventType]: string };
  readonly decision: { readonly [type in DecisionType]: string };
  /** Regions of the six machines. */
  readonly region: { readonly [region: string]: string };
  /** States of the six machines, by state, or by `region.state` where one word means two things. */
  readonly state: { readonly [state: string]: string };
}

export const vocabularyEn: Vocabulary = {
  kind: {
    chipVendor: 'chip maker', hyperscaler: 'cloud giant', neocloud: 'neocloud', aiLab: 'AI lab', lender: 'lender', reit: 'landlord',
    endCustomers: 'people and firms who pay', otherChipBuyers: 'other chip buyer', suppliers: 'suppliers and staff', outsideInvestors: 'outside investors',
    government: 'government', monetary: 'the monetary column',
  },
  kinds: {
    chipVendor: 'Chip makers', hyperscaler: 'Cloud giants', neocloud: 'Neoclouds', aiLab: 'AI labs', lender: 'Lenders', reit: 'Landlords',
    endCustomers: 'End customers', otherChipBuyers: 'Other chip buyers', suppliers: 'Suppliers', outsideInvestors: 'Outside investors',
    government: 'Government', monetary: 'Money',
  },
  account: {
    cash: 'Cash', receivables: 'Owed by customers', prepaid: 'Paid ahead', loans: 'Loans made', deposits: 'Deposits', stakes: 'Stakes in others', gpus: 'GPUs',
    inventory: 'Chips in stock', buildings: 'Buildings', construction: 'Being built', other: 'Core business',
    payables: 'Bills to pay', customerDeposits: 'Received ahead', debt: 'Debt', depositsTaken: 'Funding', equityIssued: 'Own shares', money: 'Money issued',
    netWorth: 'Equity', revenue: 'Revenue', costOfSales: 'Cost of sales', operatingCost: 'Running cost', rentCost: 'Rent', nonCashCost: 'Stock pay',
    depreciation: 'Depreciation', interestIncome: 'Interest earned', interestExpense: 'Interest', tax: 'Tax', dividendsPaid: 'Dividends paid', dividendsReceived: 'Dividends received',
    revaluation: 'Revaluation', creditLoss: 'Credit losses', deadweight: 'Lost in bankruptcy',
  },
  purpose: {
    aiService: 'AI services', spotCompute: 'compute by the hour', coreSales: 'core products', otherChips: 'chips, outside the loop', loanDraw: 'loan paid out', depositPlaced: 'deposit placed',
    depositWithdrawn: 'deposit withdrawn', shareIssue: 'new shares', vendorShareIssue: 'new shares bought by the chip maker', prepayment: 'compute paid ahead', orderDeposit: 'deposit on an order',
    chipPurchase: 'GPUs bought', depositApplied: 'deposit used', depositForfeited: 'deposit lost', depositReturned: 'deposit returned', chipDelivery: 'GPUs delivered',
    usedChipPurchase: 'used GPUs bought', usedChipDelivery: 'used GPUs delivered', production: 'chip production', construction: 'data-centre building', coreInvestment: 'investment outside AI',
    computeAccrual: 'compute delivered', creditUsed: 'compute from prepayment', rentAccrual: 'rent accrued', stockPay: 'pay in shares', compute: 'compute', vendorCloudCompute: 'compute rented by the chip maker',
    rent: 'rent', interest: 'interest', principal: 'debt repaid', running: 'wages, power and running cost', revenueShare: 'share of revenue', backstop: 'backstop', tax: 'tax',
    depositInterest: 'interest on deposits', dividend: 'payout to owners', damages: 'damages', deficiency: 'what an estate could pay', estateFee: 'estate fees', rescue: 'rescue',
  },
  phase: {
    shock: 'shock', demand: 'customers pay', perceive: 'actors look', decide: 'actors decide', credit: 'loans', equity: 'shares', chips: 'GPUs', compute: 'compute and space', fund: 'last funding',
    settle: 'settlement', covenants: 'covenants', resolve: 'defaults', mark: 'marks', close: 'close',
  },
  beat: { income: 'money comes in', decide: 'decisions', finance: 'finance', goods: 'goods', settle: 'settling' },
  channel: {
    clearing: 'missed payments', collateral: 'falling collateral', orders: 'fewer orders', credit: 'tight credit', equity: 'dried-up equity', rent: 'cheaper compute', vacancy: 'empty buildings',
    backstop: 'called guarantees', rollover: 'refused rollover',
  },
  origin: {
    endCustomers: 'AI customers', coreBusiness: 'core business', vendor: "the chip maker's own money", vendorCloud: 'chip maker renting compute', lenders: 'lenders', outsideEquity: 'outside investors',
    otherBuyers: 'buyers outside the loop', opening: 'cash from before the start',
  },
  loan: { term: 'term loan', delayedDraw: 'GPU facility', construction: 'construction loan', bond: 'bond', vendor: 'loan from the chip maker', revolver: 'credit line' },
  lot: { idle: 'idle', installed: 'running', seized: 'seized' },
  covenant: { none: 'no covenant', debtServiceCover: 'debt-service cover', loanToValue: 'loan to value', interestCover: 'interest cover' },
  covenantState: { pass: 'kept', trap: 'cash trapped', cure: 'being cured', waived: 'waived', accelerated: 'called in' },
  obligation: {
    interest: 'interest', principal: 'principal', compute: 'compute', rent: 'rent', running: 'running cost', tax: 'tax', backstop: 'backstop', revenueShare: 'revenue share',
    depositInterest: 'deposit interest', damages: 'damages', deficiency: 'deficiency',
  },
  event: {
    shock: 'Shock', stateChanged: 'Change of state', decisionTaken: 'Decision', contractSigned: 'Contract signed', contractEnded: 'Contract ended', tranchePaid: 'Tranche paid', stakeBought: 'Stake bought',
    backstopSigned: 'Backstop signed', backstopCalled: 'Backstop called', generationLaunched: 'New chips', customChipDeployed: 'Own chips', refused: 'Refused', missedPayment: 'Missed payment',
    coverBreach: 'Covenant broken', covenantWaived: 'Covenant waived', cashTrap: 'Cash trapped', accelerated: 'Loan called in', marginCall: 'Margin call', default: 'Default', restructured: 'Restructured',
    liquidated: 'Wound up', seizure: 'GPUs seized', fireSale: 'GPUs sold off', usedPriceFell: 'Used GPUs fall', rentFell: 'Compute price falls', ordersFell: 'Orders fall', revenueFell: 'Revenue falls',
    stakeMarked: 'Stake marked down', creditTightened: 'Credit tightens', lenderLoss: 'Lender loses', vacancy: 'Empty halls', roundClosed: 'Funding round', listPriceCut: 'List price cut',
  },
  decision: {
    buy: 'Buy GPUs', borrow: 'Borrow', build: 'Build', lease: 'Lease space', commit: 'Sign for compute', customChip: 'Own chip', produce: 'Make chips', setPrice: 'Set the price', launch: 'Launch',
    invest: 'Invest', financeCustomers: 'Finance customers', stopFinancing: 'Stop financing', backstop: 'Give a backstop', lend: 'Lend', raiseEquity: 'Raise equity', cut: 'Cut', sellChips: 'Sell GPUs', offer: 'Offer capacity',
    default: 'Default', restructure: 'Restructure', hold: 'Hold',
  },
  region: {
    market: 'Market', stance: 'Towards customers', capex: 'Investment', customChip: 'Own chip', solvency: 'Solvency', growth: 'Growth', lending: 'Lending', credit: 'Lending', building: 'Building', cadence: 'New chips', product: 'New chips',
  },
  state: {
    supplyConstrained: 'sold out', balanced: 'balanced', glut: 'glut', armsLength: "arm's length", sellerFinancing: 'financing customers', retrenching: 'retrenching', racing: 'racing', sustaining: 'sustaining', cutting: 'cutting',
    buying: 'buying', designing: 'designing', tapingOut: 'taping out', deploying: 'deploying', hedge: 'hedge', speculative: 'speculative', ponzi: 'Ponzi', distressed: 'distressed', inDefault: 'in default', resolved: 'resolved',
    scaling: 'scaling', pausing: 'pausing', shrinking: 'shrinking', commercialising: 'commercialising', loose: 'loose', normal: 'normal', tight: 'tight', frozen: 'frozen', failed: 'failed', building: 'building', leasing: 'leasing', stalled: 'stalled',
    equityBurner: 'burning equity', none: '',
  },
};
