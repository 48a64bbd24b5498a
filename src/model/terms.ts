/**
 * The terms every actor of a kind must be given in a scenario: what each number means and in which unit. The
 * schema checks them, the model document lists them, the engine reads them. Shares are fractions of one, growth
 * is a fraction a year, money is dollars a month unless it says otherwise.
 */
import type { ActorKind, SectorKind } from './party.ts';

export interface Term {
  readonly unit: string;
  readonly meaning: string;
}
const term = (unit: string, meaning: string): Term => ({ unit, meaning });

const growthPath = {
  growth2025: term('1/year', 'growth of end-customer AI spending with this seller in 2025'),
  growth2026: term('1/year', 'the same in 2026'),
  growth2027: term('1/year', 'the same in 2027'),
  growth2028: term('1/year', 'the same in 2028'),
  growth2029: term('1/year', 'the same in 2029'),
  growth2030: term('1/year', 'the same in 2030'),
} as const;

export const TERMS = {
  chipVendor: {
    grossMargin: term('share', 'gross margin on chips at list price in the opening month'),
    capacity: term('GPU/month', 'wafers and packages that can be started in the opening month'),
    capacityGrowth: term('1/year', 'growth of that ceiling while the market is supply-constrained'),
    operatingCost: term('USD/month', 'research, sales and administration in the opening month'),
    operatingCostShare: term('share', 'of revenue, above which running cost grows with sales'),
    leadTime: term('month', 'from order to delivery'),
    financeCap: term('share', 'vendor finance outstanding over trailing revenue, before concentration is counted'),
    payout: term('share', 'of free cash paid out'),
    cashTarget: term('month', 'of running cost and production kept in cash'),
    cloudPurchases: term('USD/month', 'compute rented back from customers'),
  },
  hyperscaler: {
    ...growthPath,
    coreCash: term('USD/month', 'cash flow of the core business, before AI, after its own running cost'),
    coreGrowth: term('1/year', 'growth of that'),
    coreInvestment: term('USD/month', 'capex outside AI scope'),
    aiRevenue: term('USD/month', 'end-customer spending on its AI services in the opening month'),
    aiRunningShare: term('share', 'of AI revenue spent on staff and support'),
    aiCapex: term('USD/month', 'AI-scope capex in the opening month'),
    vendorShare: term('share', "of AI capex that buys the vendor's chips"),
    rivalShare: term('share', 'of AI capex that buys other merchant chips'),
    customShare: term('share', 'of AI capex that buys its own chips at the start'),
    customTarget: term('share', 'of accelerator spend its own chips should reach if the programme succeeds'),
    leaseShare: term('share', 'of new shells leased from landlords'),
    internalUse: term('share', 'of its fleet used by the core business and its own models'),
    cashTarget: term('month', 'of outlays kept in cash'),
    hurdle: term('1/year', 'return required on AI capital'),
    payout: term('share', 'of free cash paid out'),
  },
  neocloud: {
    runningCost: term('USD/unit-month', 'staff, repair and network for each H100 equivalent'),
    cashTarget: term('month', 'of outlays kept in cash'),
    speculation: term('share', 'of capacity ordered beyond signed contracts while scaling'),
    advanceRate: term('share', 'of chip cost a facility lends; the lever neocloud.advanceRate moves all'),
    appetite: term('unit/month', 'H100 equivalents it can newly commit to in a month at the start'),
  },
  aiLab: {
    ...growthPath,
    revenue: term('USD/month', 'end-customer spending in the opening month'),
    staffCost: term('USD/month', 'wages and other running cost in the opening month'),
    staffGrowth: term('1/year', 'growth of that while racing'),
    staffShare: term('share', 'of revenue, the least that running cost can be'),
    stockPay: term('USD/month', 'pay in shares, never cash'),
    inferenceShare: term('share', 'of revenue that serving customers costs in compute'),
    trainingSpend: term('USD/month', 'compute for research it wants in the opening month'),
    trainingGrowth: term('1/year', 'growth of that while racing'),
    revenueShare: term('share', 'of revenue owed to its partner'),
    revenueShareLater: term('share', 'the same from 2029'),
    cashTarget: term('month', 'of outlays kept in cash'),
    equityCap: term('USD/year', 'most that outside investors put into it in a year at neutral sentiment'),
    ownBuild: term('share', 'how much of a stage it plans to own rather than rent (0 or 1)'),
  },
  lender: {
    equity: term('USD', "own capital behind the AI book"),
    depositRate: term('bp/year', 'paid on its funding, over the base rate (may be negative)'),
    margin: term('bp/year', 'over base before expected loss, its running cost and return'),
    bookLimit: term('× equity', 'largest AI book'),
    nameLimit: term('× equity', 'largest exposure to one name'),
    fear: term('share', 'of its supply withdrawn for each point of equity lost'),
  },
  reit: {
    buildCost: term('USD/kW', 'powered shell'),
    runningCost: term('USD/kW-month', 'upkeep, insurance, land'),
    preLet: term('share', 'of a project that must be let before it starts'),
    loanToCost: term('share', 'construction loan over cost'),
    buildLimit: term('kW/month', 'most it can start in a month at the start'),
    buildGrowth: term('1/year', 'growth of that'),
    payout: term('share', 'of taxable income paid out'),
    cashTarget: term('month', 'of outlays kept in cash'),
  },
} as const satisfies { [kind in ActorKind]: { readonly [name: string]: Term } };

export const SECTOR_TERMS = {
  endCustomers: {},
  otherChipBuyers: {
    spending: term('USD/month', "spending on the vendor's chips in the opening month"),
    growth: term('1/year', 'growth of that'),
    elasticity: term('number', 'price elasticity of the quantity bought, positive'),
  },
  suppliers: {},
  outsideInvestors: {},
  government: {},
  monetary: {},
} as const satisfies { [kind in SectorKind]: { readonly [name: string]: Term } };

/** Figures of the twelve months before tick 0 that an actor may be given, dollars over the year. */
export const HISTORY = [
  'revenue', 'aiRevenue', 'operatingCash', 'interest', 'principal', 'netIncome', 'capex', 'aiCapex',
] as const;
/** Opening balances an actor may be given, dollars; chips, sites, loans and stakes come from their own lists. */
export const OPENING = ['cash', 'other', 'inventory', 'receivables', 'payables', 'depositsTaken'] as const;
