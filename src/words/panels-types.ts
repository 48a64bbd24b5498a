/** What the words of the panels must cover, in every language. */
import type { CompareWords } from './compare.en.ts';

/** Words of the inspector: one actor, one lane, or the month. */
export interface InspectorWords {
  readonly balanceSheet: (unit: string) => string;
  readonly assets: string;
  readonly claims: string;
  readonly total: string;
  readonly equity: string;
  readonly equityShort: string;
  readonly equityChange: (amount: string) => string;
  readonly sharesAtMarket: (amount: string) => string;
  readonly underWater: string;
  readonly origin: string;
  readonly runway: (months: string) => string;
  /** Of the last twelve months: business paid for itself and for its debts. */
  readonly runwayEndless: string;
  readonly runwayOver: string;
  readonly runwayLong: string;
  readonly noDebt: string;
  readonly cover: (cover: string) => string;
  readonly coverAmple: (most: string) => string;
  /** Its business takes in less than it spends. */
  readonly coverNone: string;
  readonly coverNeeded: (needed: string) => string;
  /** Under its name, when a covenant on any of its loans is not kept. */
  readonly covenantOf: (state: string) => string;
  readonly leverage: (ratio: string) => string;
  readonly nextClass: (name: string) => string;
  /** Which moment the figures are from. */
  readonly atClose: (date: string) => string;
  readonly afterPhase: (phase: string, date: string) => string;
  /** What became of a default within the month: what is shown comes after it. */
  readonly newTerms: string;
  readonly woundUp: string;
  readonly since: (date: string) => string;
  readonly close: string;
  readonly sector: string;
  readonly machine: string;
  readonly stateOf: (region: string, state: string, since: string) => string;
  readonly justMoved: (from: string, to: string) => string;
  readonly leadsTo: (state: string) => string;
  readonly regionIs: (region: string) => string;
  readonly noMachine: string;
  readonly decided: string;
  readonly decidedNothing: string;
  readonly heldBack: (count: number) => string;
  /** How rules count months of cash, beside the heading's way. */
  readonly looksAhead: string;
  readonly rule: string;
  readonly saw: string;
  readonly threshold: (value: string) => string;
  readonly filled: (filled: string, asked: string) => string;
  readonly takenUp: (taken: string, offered: string) => string;
  readonly filledWhole: string;
  readonly filledNot: string;
  readonly refusedBy: (party: string) => string;
  readonly restRefusedBy: (party: string) => string;
  readonly because: string;
  readonly contracts: string;
  readonly noContracts: string;
  readonly showMore: (count: number) => string;
  readonly happened: string;
  readonly happenedNothing: string;
  /** While a month is still being told. */
  readonly happenedNothingYet: string;
  readonly nextMonthOf: (name: string, date: string) => string;
  readonly whyThis: string;
  /** Behind a sentence that holds of so many events. */
  readonly soOften: (times: number) => string;
  /** Buttons that fork the history: an actor is kept from failing, something does not happen, is paid from outside, does not exist. */
  /** In place of the offer to save an actor that is saved already. */
  readonly isSaved: (name: string) => string;
  readonly whatIfSaved: (who: string) => string;
  readonly whatIfNot: string;
  readonly whatIfPaid: string;
  readonly whatIfGone: string;
  readonly followThis: string;
  readonly lane: { readonly cash: string; readonly debt: string; readonly equity: string; readonly rent: string; readonly gpu: string };
  readonly laneMonths: (count: number) => string;
  readonly laneQuiet: string;
  readonly purposes: string;
  readonly units: (count: string) => string;
  readonly missing: (missing: string, due: string) => string;
  readonly whoseMoney: string;
  readonly dyeExplained: string;
  readonly bundle: (count: number) => string;
  /** A river: lanes of several, drawn as one. */
  readonly river: (count: number) => string;
  readonly month: string;
  readonly moved: (amount: string, payments: string) => string;
  readonly largest: string;
  readonly ratio: (vendor: string, cents: string) => string;
  readonly ratioUnknown: (vendor: string) => string;
  readonly clickHint: string;
  readonly pays: (from: string, to: string) => string;
  readonly show: (name: string) => string;
}

/** Words for contracts and their clocks. */
export interface ContractWords {
  readonly group: { readonly due: string; readonly borrowed: string; readonly lent: string; readonly bought: string; readonly sold: string; readonly rented: string; readonly let: string; readonly orders: string; readonly sales: string; readonly promised: string; readonly promisedTo: string; readonly backstops: string; readonly stakes: string };
  readonly rate: (rate: string) => string;
  readonly matures: (date: string, months: number) => string;
  readonly ends: (date: string, months: number) => string;
  readonly begins: (date: string, months: number) => string;
  readonly delivery: (date: string, months: number) => string;
  readonly nextPayment: (amount: string, date: string) => string;
  readonly interestOnly: (date: string) => string;
  readonly undrawn: (amount: string, until: string) => string;
  readonly headroom: (covenant: string, headroom: string, needed: string) => string;
  readonly breached: (covenant: string, cover: string, needed: string) => string;
  readonly covenantUntested: (covenant: string) => string;
  readonly covenantState: (state: string) => string;
  readonly cure: (months: number, of: number) => string;
  readonly takeOrPay: (amount: string) => string;
  readonly computeUnits: (units: string, price: string) => string;
  readonly prepaid: (amount: string) => string;
  readonly space: (kilowatts: string, monthly: string) => string;
  readonly order: (units: string, generation: string) => string;
  readonly deposit: (amount: string) => string;
  readonly onlyIfFinanced: string;
  readonly stages: (paid: number, of: number) => string;
  readonly stagesLeft: (amount: string) => string;
  readonly stageAsks: (capacity: string, chips: string) => string;
  readonly capLeft: (left: string, cap: string) => string;
  readonly shareOf: (share: string, issuer: string) => string;
  readonly listed: string;
  readonly notListed: string;
  readonly dueNow: (count: number) => string;
  readonly overdue: (months: number) => string;
  readonly dueOn: (date: string) => string;
  readonly elapsed: (share: string) => string;
}

/** Words of the books: the two matrices and the lamp. */
export interface BooksWords {
  readonly title: string;
  readonly flows: string;
  readonly sheets: string;
  readonly balanced: string;
  readonly notBalanced: (amount: string) => string;
  readonly lampExplained: string;
  readonly byKind: string;
  readonly byParty: string;
  readonly columns: string;
  readonly flowsExplained: string;
  readonly sheetsExplained: string;
  readonly row: string;
  readonly sum: string;
  readonly columnSum: string;
  readonly cashChange: string;
  readonly claimsChange: string;
  readonly netWorth: string;
  readonly unit: (unit: string) => string;
  readonly money: string;
  readonly accruals: string;
  readonly financial: string;
  readonly real: string;
  readonly mirror: (asset: string, liability: string) => string;
}

export type ChartId =
  | 'vendorRevenue' | 'circularity' | 'coverage' | 'demand' | 'orders' | 'compute' | 'usedPrice' | 'returns' | 'minsky' | 'concentration' | 'debtRank' | 'shortfall'
  | 'losses' | 'holders' | 'credit' | 'lenderCapital' | 'actorCover' | 'actorRunway';
export interface ChartWords {
  readonly title: string;
  /** One sentence: how to read it and what a rise means. */
  readonly meaning: string;
  readonly series: { readonly [series: string]: string };
}
export interface ChartsWords {
  readonly title: string;
  readonly intro: string;
  readonly group: { readonly money: string; readonly market: string; readonly fragility: string; readonly damage: string; readonly actor: (name: string) => string };
  readonly chart: { readonly [chart in ChartId]: ChartWords };
  readonly table: string;
  readonly month: string;
  readonly none: string;
  readonly nothingYet: string;
  readonly at: (date: string) => string;
  readonly chooseActor: string;
  readonly reading: (done: number, of: number) => string;
  /** Of a series with its scale on the right. */
  readonly right: string;
}

export interface TableWords {
  readonly title: string;
  readonly intro: (date: string) => string;
  readonly flows: (count: number) => string;
  readonly decisions: (count: number) => string;
  readonly events: (count: number) => string;
  readonly actors: string;
  readonly phase: string;
  readonly from: string;
  readonly to: string;
  readonly what: string;
  readonly amount: string;
  readonly whose: string;
  readonly actor: string;
  readonly decision: string;
  readonly why: string;
  readonly outcome: string;
  readonly event: string;
  readonly condition: string;
  readonly cash: string;
  readonly debt: string;
  readonly runway: string;
  readonly booked: string;
  readonly fewer: string;
  readonly noFlows: string;
  readonly noDecisions: string;
  readonly noEvents: string;
  readonly live: (date: string, sentence: string) => string;
  readonly previous: string;
  readonly next: string;
  readonly only: (name: string) => string;
  readonly everybody: string;
}

export interface WhyWords {
  readonly backwards: string;
  readonly forwards: string;
  readonly choose: string;
  readonly noDefaults: string;
  readonly unfold: string;
  readonly unfoldAll: (count: number) => string;
  readonly fold: string;
  readonly step: (at: number, of: number) => string;
  readonly stepThrough: string;
  readonly stepNext: string;
  readonly stepBack: string;
  readonly test: string;
  readonly testing: string;
  readonly inWords: string;
}

export interface FollowWords {
  readonly pick: string;
  readonly payment: string;
  readonly times: string;
  readonly timesMeaning: string;
  readonly home: string;
  readonly homeMeaning: (payer: string) => string;
  readonly away: string;
  readonly awayMeaning: string;
  readonly nothing: string;
  readonly sum: (amount: string) => string;
  readonly method: string;
  readonly holder: string;
  /** Leads to the stage, where its way is lit. */
  readonly onStage: string;
  readonly whereNow: string;
  readonly stop: string;
  readonly goTo: (month: string) => string;
  readonly beenHome: string;
}

export interface PanelWords {
  readonly inspector: InspectorWords;
  readonly contract: ContractWords;
  readonly books: BooksWords;
  readonly charts: ChartsWords;
  readonly table: TableWords;
  readonly compare: CompareWords;
  readonly why: WhyWords;
  readonly follow: FollowWords;
  readonly smallUnit: string;
  /** Between the things of a list. */
  readonly comma: string;
  readonly others: (count: number) => string;
}
