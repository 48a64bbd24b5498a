/** The rules by which actors decide, the figures they look at and the guards of their machines, in English. */
import { cashReason } from './cash-reason.ts';

/** Figures of one decision: by name, in words and as they are; and the limit they were held against. */
export interface RuleFigures {
  readonly of: (input: string) => string;
  readonly value: (input: string) => number | null;
  readonly limit: string;
  readonly threshold: number;
}

export interface RuleCatalogue {
  /** Why a rule fired, by rule id. */
  readonly rule: { readonly [rule: string]: (figures: RuleFigures) => string };
  /** What the rule is called. */
  readonly name: { readonly [rule: string]: string };
  readonly input: { readonly [input: string]: string };
  /** When a machine changes its state, by guard id; `kind.guard` where kinds mean different things by it. */
  readonly guard: { readonly [guard: string]: string };
  readonly plain: (name: string, value: string, limit: string) => string;
  readonly months: (count: string) => string;
  /** A length of time beyond any rule's horizon. */
  readonly long: string;
  readonly unknown: string;
}

function cash(f: RuleFigures): string {
  switch (cashReason(f)) {
    case 'burn':
      return `its cash lasts ${f.of('runway')}, the rule wants ${f.limit}`;
    case 'outlays':
      return `it has ${f.of('cash')} in cash and keeps two months of outlays, ${f.of('outlays')} each`;
    case 'maturing':
      return `debt of ${f.of('maturing')} has to be rolled over`;
    case 'kept':
      return `its ${f.of('cash')} in cash are less than it wants to keep`;
  }
}

/** A share under this reads as nothing. */
const TOLD = 0.005;

export const rulesEn: RuleCatalogue = {
  plain: (name, value, limit) => `${name}: ${value}, against ${limit}`,
  months: (count) => `${count} ${count === '1' ? 'month' : 'months'}`,
  long: 'five years or more',
  unknown: 'unknown',
  rule: {
    'chipVendor.produceAhead': (f) => `${f.of('backlog')} GPUs are on order and ${f.of('expected')} a month expected; it can start ${f.limit} a month`,
    'chipVendor.priceByScarcity': (f) => `${f.of('unmet')} of what buyers wanted could not be promised, and it has ${f.of('stock')} in stock`,
    'chipVendor.cadence': () => 'the next generation is ready',
    'chipVendor.stakeInCustomer': (f) => `three customers buy ${f.of('top3')} of its chips (it fears more than ${f.limit}); a stake makes others buy`,
    'chipVendor.stageDue': () => 'a stage of its promised investment has come due',
    'chipVendor.demandElsewhere': (f) => `three customers buy ${f.of('top3')} of its chips, above ${f.limit}; a guarantee keeps another buyer alive`,
    'chipVendor.rentBack': (f) => `it rents compute back from those who buy its chips, ${f.of('amount')} a month`,
    'chipVendor.financeRivalsOfTheBig': (f) => `three customers buy ${f.of('top3')} of its chips, above ${f.limit}, so it finances their rivals`,
    'chipVendor.customersFail': (f) => `${f.of('customerDistress')} of its customers are in trouble (limit ${f.limit}); its sales went from ${f.of('revenueBefore')} to ${f.of('revenueRecent')}`,
    'hyperscaler.capacityGap': (f) => `it will need ${f.of('needed')} H100 equivalents and has ${f.limit} with those on order`,
    'hyperscaler.shellGap': (f) => `it has ${f.limit} kW of power free or coming for ${f.of('needed')} H100 equivalents`,
    'hyperscaler.returnBelowHurdle': (f) => `it expects a return of ${f.of('return')}, its hurdle is ${f.limit}`,
    'hyperscaler.rentWhenShort': (f) => `it is ${f.of('short')} H100 equivalents short; from ${f.limit} on it rents`,
    'hyperscaler.ownChip': (f) => `its own chips do ${f.of('share')} of the work, it wants ${f.limit}`,
    'hyperscaler.cashRule': cash,
    'hyperscaler.sharesLast': (f) => `${cash(f)}, and lenders refuse most of what it asks`,
    'hyperscaler.strategicStake': (f) => `it has ${f.of('cash')} in cash and keeps ${f.limit}; the rest may buy a stake`,
    'neocloud.buyForContracts': (f) => `${f.of('uncovered')} H100 equivalents are sold but not there yet; a chip pays for itself in ${f.of('payback')}, ${f.limit} is allowed`,
    'neocloud.facility': (f) => `chips for ${f.of('cost')} are to be paid, and lenders advance ${f.limit} of that`,
    'neocloud.valueLoan': (f) => `chips for ${f.of('cost')} are bought before anybody has signed for them; on their value alone lenders advance ${f.limit}`,
    'neocloud.buyAhead': (f) => `it expects to sell ${f.of('speculation')} more than it has signed; a chip pays for itself in ${f.of('payback')}, ${f.limit} is allowed`,
    'neocloud.sellerCredit': (f) => `chips for ${f.of('cost')} are to be paid, ${f.limit} of that out of its own pocket; the seller has promised ${f.of('sellerLine')}`,
    'neocloud.spaceForChips': (f) => `its chips need more power than the ${f.of('freePower')} kW free and ${f.of('comingPower')} kW coming`,
    'neocloud.signWhilePaying': (f) => `at today's rent a chip pays for itself in ${f.of('payback')}; up to ${f.limit} it signs`,
    'neocloud.cashRule': cash,
    'neocloud.shareIssue': cash,
    'neocloud.sellIdle': (f) => `only ${f.of('utilisation')} of its chips are in use, under ${f.limit}`,
    'neocloud.stopBuying': (f) => {
      const hindered = [(f.value('arrears') ?? 0) > 0 && `bills of ${f.of('arrears')} are overdue`, (f.value('refused') ?? 0) >= TOLD && `${f.of('refused')} of its last request was refused`];
      return `it cannot grow: ${[...hindered.filter((each) => each !== false), `a chip pays back in ${f.of('payback')}`, `cash lasts ${f.of('runway')}`].join(', ')}`;
    },
    'neocloud.askForTerms': (f) => `bills of ${f.of('arrears')} are overdue`,
    'aiLab.computeShort': (f) => `it would use ${f.of('wanted')} H100 equivalents and has ${f.limit} under contract`,
    'aiLab.fundRaise': cash,
    'aiLab.debtAfterEquity': (f) => `${cash(f)}, and shareholders give only ${f.of('equityRoom')}`,
    'aiLab.cashTooShort': (f) =>
      (f.value('runway') ?? 0) < f.threshold
        ? `its cash lasts ${f.of('runway')}; under ${f.limit} it cuts`
        : (f.value('arrears') ?? 0) > 0
          ? `bills of ${f.of('arrears')} are overdue; until they are paid it cuts`
          : `it ran short of cash, and cuts until its cash lasts longer again`,
    'aiLab.ownFleet': (f) => `its cash lasts ${f.of('runway')}, more than the ${f.limit} it wants, and it has power free`,
    'aiLab.nextStage': (f) => `it has ${f.of('means')} for the next stage, which asks ${f.limit} of its own`,
    'aiLab.ownChip': (f) => `it sells for ${f.of('revenueYear')} a year; from ${f.limit} on an own chip pays`,
    'aiLab.askForTerms': (f) => `bills of ${f.of('arrears')} are overdue`,
    'lender.quote': (f) => `it has ${f.of('book')} out and may have ${f.limit}; losses took ${f.of('lossShare')} of its capital`,
    'lender.sellSeized': (f) => `it holds ${f.of('seized')} seized GPUs; selling moves the price by ${f.of('usedImpact')}, above ${f.limit} it sells slowly`,
    'reit.constructionLoan': (f) => `the building costs ${f.of('cost')}, and lenders give ${f.limit} of that`,
    'reit.preLet': (f) => `tenants asked for ${f.of('wanted')} kW; ${f.limit} of a project must be let before it starts`,
    'reit.cashRule': cash,
    'reit.shareIssue': cash,
    'reit.letAtMarket': (f) => `${f.of('vacancy')} of its space is empty`,
  },
  name: {
    'chipVendor.produceAhead': 'Produce ahead of demand', 'chipVendor.priceByScarcity': 'Price by scarcity', 'chipVendor.cadence': 'A new generation on time', 'chipVendor.stakeInCustomer': 'A stake in a customer',
    'chipVendor.stageDue': 'A stage is due', 'chipVendor.demandElsewhere': 'Give demand another home', 'chipVendor.rentBack': 'Rent back from customers', 'chipVendor.financeRivalsOfTheBig': 'Finance rivals of the big customers', 'chipVendor.customersFail': 'Customers fail',
    'hyperscaler.capacityGap': 'Close the gap in capacity', 'hyperscaler.shellGap': 'Close the gap in space', 'hyperscaler.returnBelowHurdle': 'Return below the hurdle', 'hyperscaler.rentWhenShort': 'Rent when short', 'hyperscaler.ownChip': 'An own chip',
    'hyperscaler.cashRule': 'Months of cash', 'hyperscaler.sharesLast': 'New shares last', 'hyperscaler.strategicStake': 'A strategic stake', 'neocloud.buyForContracts': 'Buy for signed contracts', 'neocloud.facility': 'Borrow against contracts', 'neocloud.valueLoan': 'Borrow against chips', 'neocloud.buyAhead': 'Buy ahead of contracts', 'neocloud.sellerCredit': 'Credit from the seller', 'neocloud.spaceForChips': 'Space for the chips',
    'neocloud.signWhilePaying': 'Sign while it pays', 'neocloud.cashRule': 'Months of cash', 'neocloud.shareIssue': 'Months of cash', 'neocloud.sellIdle': 'Sell what stands idle', 'neocloud.stopBuying': 'Stop buying', 'neocloud.askForTerms': 'Ask for terms',
    'aiLab.computeShort': 'Short of compute', 'aiLab.fundRaise': 'Months of cash', 'aiLab.debtAfterEquity': 'Debt after equity', 'aiLab.cashTooShort': 'Cash too short', 'aiLab.ownFleet': 'An own fleet', 'aiLab.nextStage': 'The next stage', 'aiLab.ownChip': 'An own chip', 'aiLab.askForTerms': 'Ask for terms',
    'lender.quote': "The month's offer", 'lender.sellSeized': 'Sell what was seized', 'reit.constructionLoan': 'A construction loan', 'reit.preLet': 'Let before building', 'reit.cashRule': 'Months of cash', 'reit.shareIssue': 'Months of cash', 'reit.letAtMarket': 'Let at the market rent',
  },
  input: {
    advanceRate: 'lenders advance', ahead: 'power free or coming, kW', amount: 'amount', arrears: 'overdue bills', backlog: 'GPUs on order', book: 'lent to AI', bookLimit: 'limit of that', building: 'being built, kW', cap: 'most it may cost', capital: 'own capital', cash: 'cash',
    chips: 'chips of the stage', comingPower: 'power coming, kW', committed: 'compute under contract', cost: 'cost', customThreat: "customers' own chips", customerDistress: 'customers in trouble', debt: 'debt', distressed: 'lent to firms in trouble', equityRoom: 'shareholders would still give',
    expected: 'orders expected a month', financed: 'its money with customers', fleet: 'fleet, H100 equivalents', freePower: 'power free, kW', hosted: "sold, for tenants' own chips, H100 equivalents", remembered: 'odds of failure it reckons with, over a whole cycle’s', gradeShare: 'customers of good credit', growth: 'growth it plans with', loanToCost: 'loan over cost', lossShare: 'losses over capital',
    lossYear: 'loss of the year', making: 'being made', maturing: 'debt to be rolled over', means: 'means', monthsToNext: 'months to the next chip', needed: 'compute needed, H100 equivalents', onOrder: 'on order, H100 equivalents', ordersRecent: 'orders a month, lately', outlays: 'outlays a month',
    own: 'its own part', payback: 'a chip pays back in', plan: 'investment a month', preLet: 'let beforehand', priceOverLaunch: 'list price over launch price', quotedRate: 'rate quoted', sellerLine: 'promised by the seller', rate: 'rate', receipts: 'receipts a month', refused: 'refused of the last request', rent: 'rent of an H100 a month',
    return: 'return expected', revenueBefore: 'sales before', revenueRecent: 'sales lately', revenueYear: 'sales of a year', room: 'it may still finance', runway: 'cash lasts', scarcity: 'added for scarce capital', seized: 'seized GPUs', sentiment: 'mood of shareholders', share: 'share', short: 'missing, H100 equivalents',
    spaceRent: 'rent of a kW a month', speculation: 'bought ahead of contracts', stock: 'in stock', top3: 'three largest customers', uncovered: 'sold but not there yet', undrawn: 'lines not drawn', unmet: 'could not be promised', usedImpact: 'price moved by selling', usedToNew: 'used over new price',
    direct: 'sold directly a month', kept: 'kept for what it burns', ownUse: 'compute it uses itself', utilisation: 'in use', vacancy: 'empty space', wanted: 'wanted',
    // figures of scenarios and recordings made elsewhere
    cashMonths: 'cash lasts', gap: 'missing', target: 'wanted', need: 'need over contracts', margin: 'margin', cover: 'cover', debtServiceCover: 'debt-service cover', interestCover: 'interest cover', leverage: 'debt over assets', loanToValue: 'loan to value', limit: 'limit', headroom: 'headroom', exposure: 'exposure', loss: 'loss', price: 'price', units: 'units', months: 'months', revenue: 'sales', burn: 'cash burnt a month', spread: 'spread', equity: 'equity',
  },
  guard: {
    hasDefaulted: 'it has defaulted', isSettled: 'its estate has been dealt with', isInTrouble: 'bills are overdue or a covenant is broken', paysAll: 'income of a year pays interest and principal', paysInterest: 'income pays the interest, not the principal', paysLess: 'income does not even pay the interest',
    isRehabilitated: 'it has paid for a year after new terms', isSoldOut: 'more than 5% of what buyers want cannot be promised', isNotSoldOut: 'orders can be met within three months', hasTooMuch: 'stock exceeds three months of falling orders', hasSoldOff: 'stock is down to two months of orders',
    fearsCustomers: 'three customers buy more than 45%, or make their own chips', customersFail: 'customers are in trouble, or sales fall by a fifth', customersAreSound: 'customers pay and sales hold', growthIsFast: 'growth above 25% and return above the hurdle', growthIsSlow: 'growth under 25% or return under the hurdle',
    returnIsTooLow: 'return under 60% of the hurdle', returnIsBack: 'return above the hurdle again', designIsDone: 'two thirds of the programme are done', chipHasFailed: 'the chip does not work',
    'hyperscaler.wantsOwnChip': 'it wants more own chips than it has', chipIsReady: 'the programme is done and the chip works', programmeEndsEarly: 'bills it cannot pay end the programme', 'aiLab.wantsOwnChip': 'the programme costs less than 6% of a year’s sales',
    cannotGrow: 'a broken covenant, overdue bills, refused credit, long payback or under 2 months of cash', canGrow: 'it pays, is lent to, and has 4 months of cash', mustShrink: 'overdue bills, or idle chips and little cash', isSteady: 'bills paid and 60% of chips in use',
    moneyIsDear: 'cash under three quarters of its rule, or growth disappoints', moneyIsShort: 'overdue bills, or cash under a third of its rule', moneyIsPlenty: 'cash as its rule wants and growth as hoped', isSafe: 'bills paid and cash above 60% of its rule',
    hasNoCapital: 'its capital is gone', isPanicking: 'losses above 15% of capital, or 35% of loans in trouble', isWorried: 'losses above 3%, 10% of loans in trouble, or no room', isCalm: 'losses under 3% and few loans in trouble', isConfident: 'no losses and much room', isLessPanicked: 'losses under 10% of capital',
    isAskedFor: 'tenants ask for space and little is empty', hasEnough: 'nobody asks, or 12% is empty', isEmptying: 'a quarter empty, overdue bills or a broken covenant', isFilling: 'under 18% empty and bills paid',
  },
};
