/** The rules by which actors decide, the figures they look at and the guards of their machines, in English. */

/** Figures of one decision: by name, in words; and the limit they were held against. */
export interface RuleFigures {
  readonly of: (input: string) => string;
  readonly limit: string;
  /** The limit in the unit of a named figure. */
  readonly limitIn: (input: string) => string;
}

export interface RuleCatalogue {
  /** Why a rule fired, by rule id. */
  readonly rule: { readonly [rule: string]: (figures: RuleFigures) => string };
  readonly name: { readonly [rule: string]: string };
  readonly input: { readonly [input: string]: string };
  /** When a machine changes its state, by guard id. */
  readonly guard: { readonly [guard: string]: string };
  readonly plain: (name: string, value: string, limit: string) => string;
  readonly months: (count: string) => string;
  readonly unknown: string;
}

export const rulesEn: RuleCatalogue = {
  plain: (name, value, limit) => `${name} is ${value}, the rule's limit ${limit}`,
  months: (count) => `${count} ${count === '1' ? 'month' : 'months'}`,
  unknown: 'unknown',
  rule: {
    'hyperscaler.capacityGap': (f) => `capacity falls ${f.of('gap')} short of what it will need; from ${f.limit} on it orders`,
    'hyperscaler.chipMargin': (f) => `the chip maker keeps ${f.of('margin')} of the price; above ${f.limit} an own chip pays`,
    'neocloud.fundOrders': (f) => `cash lasts ${f.of('cashMonths')}, the rule wants ${f.limit}`,
    'reit.preLet': (f) => `${f.of('preLet')} of the project is let beforehand, ${f.limit} is needed`,
    'aiLab.computeNeed': (f) => `it needs ${f.of('need')} of the compute it has under contract`,
    'aiLab.runway': (f) => `cash lasts ${f.of('runway')}, the rule wants ${f.limit}`,
    'vendor.concentration': (f) => `three customers buy ${f.of('top3')} of its chips; above ${f.limit} it finances others`,
  },
  name: {
    'hyperscaler.capacityGap': 'Close the gap in capacity',
    'hyperscaler.chipMargin': "The chip maker's margin",
    'neocloud.fundOrders': 'Fund what is on order',
    'reit.preLet': 'Let before building',
    'aiLab.computeNeed': 'Compute for next year',
    'aiLab.runway': 'Months of cash',
    'vendor.concentration': 'Few customers',
  },
  input: {
    gap: 'missing capacity', target: 'wanted', cashMonths: 'months of cash', preLet: 'let beforehand', need: 'need over contracts', margin: 'margin on chips', top3: 'three largest customers',
    runway: 'months of cash', cash: 'cash', outlays: 'outlays a month', receipts: 'receipts a month', cashTarget: 'months of cash wanted', debt: 'debt', equity: 'equity', assets: 'assets',
    revenueYear: 'revenue of a year', operatingCashYear: 'operating cash of a year', interestYear: 'interest of a year', debtServiceCover: 'debt-service cover', interestCover: 'interest cover', maturing: 'debt to be rolled over',
    lines: 'lines not drawn', arrears: 'unpaid bills', arrearsMonths: 'months in arrears', refused: 'share of credit refused', equityRoom: 'what owners would still put in', sentiment: 'mood of shareholders',
    backlog: 'GPUs on order', stock: 'chips in stock', making: 'chips being made', ordersRecent: 'orders, last three months', ordersBefore: 'orders, three months before', unmet: 'orders that could not be promised', capacity: 'capacity',
    leadTime: 'months to delivery', listPrice: 'list price', launchPrice: 'price at launch', unitCost: 'cost of a chip', usedToNew: 'used over new price', customThreat: "customers' own chips", financeCap: 'limit to financing customers',
    financed: 'vendor money with customers', customerDistress: 'customers in distress', revenueRecent: 'recent revenue', revenueBefore: 'revenue before', monthsToNext: 'months to the next chip', fleet: 'fleet', onOrder: 'on order',
    needContracted: 'need under contract', utilisation: 'capacity in use', freePower: 'free power', comingPower: 'power coming', rentMonth: 'rent of an H100 a month', costMonth: 'cost of an H100 a month', aiRevenue: 'AI revenue',
    recentGrowth: 'recent growth', consensusGrowth: 'growth expected', rivalGap: 'rivals are ahead by', capexPlan: 'planned investment', hurdle: 'return asked for', aiMargin: 'AI margin', freeCash: 'free cash', return: 'return', rate: 'rate',
    loss: 'loss', exposure: 'exposure', limit: 'limit', headroom: 'headroom', leverage: 'debt over assets', loanToValue: 'loan to value', vacancy: 'empty space', growth: 'growth', share: 'share', price: 'price', amount: 'amount',
    uncovered: 'sold but not yet built', gradeShare: 'customers of good credit', burn: 'cash burnt a month', revenue: 'revenue', spread: 'spread', months: 'months', units: 'units', cover: 'cover',
  },
  guard: {},
};
