/** Words of the panels in English: headings, labels and the sentences for what is missing. */

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
  readonly runwayEndless: string;
  readonly cover: (cover: string) => string;
  readonly coverNeeded: (needed: string) => string;
  readonly leverage: (ratio: string) => string;
  readonly since: (date: string) => string;
  readonly close: string;
  readonly sector: string;
  readonly machine: string;
  readonly stateOf: (region: string, state: string, since: string) => string;
  readonly justMoved: (from: string, to: string) => string;
  readonly leadsTo: (state: string) => string;
  readonly noMachine: string;
  readonly decided: string;
  readonly decidedNothing: string;
  readonly heldBack: (count: number) => string;
  readonly rule: string;
  readonly saw: string;
  readonly threshold: (value: string) => string;
  readonly filled: (filled: string, asked: string) => string;
  readonly takenUp: (taken: string, offered: string) => string;
  readonly filledWhole: string;
  readonly filledNot: string;
  readonly refusedBy: (party: string) => string;
  readonly because: string;
  readonly contracts: string;
  readonly noContracts: string;
  readonly showMore: (count: number) => string;
  readonly happened: string;
  readonly happenedNothing: string;
  readonly nextMonthOf: (name: string, date: string) => string;
  readonly whyThis: string;
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
  | 'losses' | 'holders' | 'lenderCapital' | 'actorCover' | 'actorRunway';
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

export interface CompareWords {
  readonly nothingYet: string;
  readonly a: string;
  readonly b: string;
  /** A side by its letter and the name of its scenario. */
  readonly named: (side: string, name: string) => string;
  readonly same: string;
  readonly samePast: (date: string) => string;
  readonly parts: (date: string, phase: string) => string;
  readonly changed: string;
  readonly change: {
    readonly set: (path: string, value: string) => string;
    readonly hold: (key: string) => string;
    readonly removeContract: (contract: string) => string;
    readonly channelOff: (channel: string) => string;
    readonly payInstead: (obligation: string) => string;
    readonly rescue: (actor: string) => string;
  };
  readonly firstDecision: string;
  readonly firstDecisionNone: string;
  readonly notTaken: string;
  readonly saw: string;
  readonly input: string;
  readonly now: string;
  readonly who: string;
  readonly worth: string;
  readonly extraLosses: string;
  readonly noExtraLosses: string;
  readonly credit: string;
  readonly marks: string;
  readonly deadweight: string;
  readonly extra: string;
  readonly sum: string;
  readonly difference: string;
  readonly alignByMonth: string;
  readonly alignedOn: (event: string) => string;
  readonly offset: (months: number) => string;
  readonly charts: string;
  readonly defaultsIn: (names: string) => string;
  readonly noDefaultsIn: string;
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

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;
const left = (months: number): string => (months <= 0 ? 'now' : `in ${plural(months, 'month')}`);

export const panelsEn: PanelWords = {
  smallUnit: '$M',
  comma: ', ',
  others: (count) => (count === 1 ? 'one other' : `${count} others`),
  inspector: {
    balanceSheet: (unit) => `Balance sheet, ${unit}`,
    assets: 'What it has',
    claims: 'Who has a claim on it',
    total: 'Total',
    equity: 'Equity (left for owners)',
    equityShort: 'Equity',
    equityChange: (amount) => `Equity changed by ${amount} this month`,
    sharesAtMarket: (amount) => `Market price of all its shares: ${amount}`,
    underWater: 'It owes more than it has.',
    origin: 'Where its cash came from',
    runway: (months) => `cash for ${months} months`,
    runwayEndless: 'cash is not falling',
    cover: (cover) => `cover ${cover}`,
    coverNeeded: (needed) => `(needs ${needed})`,
    leverage: (ratio) => `debt over assets ${ratio}`,
    since: (date) => `since ${date}`,
    close: 'Close',
    sector: 'outside the loop; never defaults',
    machine: 'State',
    stateOf: (region, state, since) => `${region}: ${state}, since ${since}`,
    justMoved: (from, to) => `This month: ${from} → ${to}`,
    leadsTo: (state) => `→ ${state}:`,
    noMachine: 'A sector only closes the books: it has accounts but takes no decisions.',
    decided: 'This month it decided',
    decidedNothing: 'It changed nothing this month.',
    heldBack: (count) => `and looked at ${plural(count, 'rule')} that did not fire`,
    rule: 'Rule',
    saw: 'It saw',
    threshold: (value) => `limit ${value}`,
    filled: (filled, asked) => `got ${filled} of ${asked}`,
    takenUp: (taken, offered) => `${taken} of ${offered} taken up`,
    filledWhole: 'got all it asked for',
    filledNot: 'got nothing',
    refusedBy: (party) => `refused by ${party}`,
    because: 'Why',
    contracts: 'Contracts and clocks',
    noContracts: 'It has no contracts.',
    showMore: (count) => `${count} more`,
    happened: 'What happened to it this month',
    happenedNothing: 'Nothing out of the ordinary.',
    nextMonthOf: (name, date) => `Go to ${name}'s next event, ${date}`,
    whyThis: 'Why?',
    followThis: 'Follow this money',
    lane: { cash: 'Payments', debt: 'Debt', equity: 'Shares', rent: 'Rent', gpu: 'GPUs' },
    laneMonths: (count) => `Last ${plural(count, 'month')}`,
    laneQuiet: 'Nothing moved on this lane this month.',
    purposes: 'What it was for',
    units: (count) => `${count} GPUs`,
    missing: (missing, due) => `${missing} of ${due} due was not paid`,
    whoseMoney: 'Whose money was it first?',
    dyeExplained: 'Cash keeps the colour of where it entered the loop. Paying takes every colour in proportion.',
    bundle: (count) => `${count} lanes between the same two`,
    month: 'This month',
    moved: (amount, payments) => `${amount} changed hands in ${payments} payments.`,
    largest: 'Largest payments',
    ratio: (vendor, cents) => `Of each $1 of ${vendor}'s sales, ${cents} was its own money coming home (traced, 12 months).`,
    ratioUnknown: (vendor) => `${vendor} has sold nothing yet, so there is no share of its own money to show.`,
    clickHint: 'Click an actor to open its books, or a line to see whose money runs along it.',
    pays: (from, to) => `${from} → ${to}`,
    show: (name) => `Show ${name}`,
  },
  contract: {
    group: { due: 'Due now', borrowed: 'Borrowed', lent: 'Lent', bought: 'Compute it rents', sold: 'Compute it sells', rented: 'Space it rents', let: 'Space it lets', orders: 'GPUs ordered', sales: 'GPUs to deliver', promised: 'Promised by it', promisedTo: 'Promised to it', backstops: 'Backstops', stakes: 'Stakes' },
    rate: (rate) => `${rate} a year`,
    matures: (date, months) => `to be repaid by ${date}, ${left(months)}`,
    ends: (date, months) => `ends ${date}, ${left(months)}`,
    begins: (date, months) => `begins ${date}, ${left(months)}`,
    delivery: (date, months) => `delivery ${date}, ${left(months)}`,
    nextPayment: (amount, date) => `next payment ${amount} in ${date}`,
    interestOnly: (date) => `interest only until ${date}`,
    undrawn: (amount, until) => `${amount} not drawn yet, until ${until}`,
    headroom: (covenant, headroom, needed) => `${covenant}: ${headroom} to spare over ${needed}`,
    breached: (covenant, cover, needed) => `${covenant} ${cover}, ${needed} is needed`,
    covenantUntested: (covenant) => `${covenant}: not tested yet`,
    covenantState: (state) => `covenant ${state}`,
    cure: (months, of) => `month ${months} of ${of} to cure`,
    takeOrPay: (amount) => `take or pay: ${amount} still owed whatever is used`,
    computeUnits: (units, price) => `${units} H100 equivalents at ${price} an hour`,
    prepaid: (amount) => `${amount} paid ahead`,
    space: (kilowatts, monthly) => `${kilowatts} kW, ${monthly} a month`,
    order: (units, generation) => `${units} ${generation}`,
    deposit: (amount) => `deposit ${amount}`,
    onlyIfFinanced: "only with the chip maker's money",
    stages: (paid, of) => `${paid} of ${of} stages paid`,
    stagesLeft: (amount) => `${amount} still promised`,
    stageAsks: (capacity, chips) => `each stage asks ${capacity} kW and brings ${chips} of chip sales`,
    capLeft: (amount, cap) => `${amount} left of ${cap}`,
    shareOf: (share, issuer) => `${share} of ${issuer}`,
    listed: 'listed: priced every month',
    notListed: 'private: priced at funding rounds',
    dueNow: (count) => plural(count, 'bill'),
    overdue: (months) => `${plural(months, 'month')} overdue`,
    dueOn: (date) => `due ${date}`,
    elapsed: (share) => `${share} of its time has passed`,
  },
  books: {
    title: 'The books',
    flows: 'Who paid whom',
    sheets: 'Who owns and owes what',
    balanced: 'Books balance: $0 off',
    notBalanced: (amount) => `Books are ${amount} off`,
    lampExplained: 'Every row and every column adds up to zero: no money appears and none is lost.',
    byKind: 'by kind',
    byParty: 'by party',
    columns: 'Columns',
    flowsExplained: 'Money paid is −, money received is +. A row is one kind of payment; a column is what one side did this month.',
    sheetsExplained: 'What is owned is +, what is owed is −. A claim of one is a debt of another, so its row is zero; only real things are nobody\'s debt.',
    row: 'Kind of flow',
    sum: 'Sum',
    columnSum: 'Sum of column',
    cashChange: 'Change in cash',
    claimsChange: 'Bills and claims that arose',
    netWorth: 'Net worth and shares',
    unit: (unit) => `in ${unit}`,
    money: 'Money paid',
    accruals: 'Delivered, to be paid later',
    financial: 'Claims and debts',
    real: 'Real things',
    mirror: (asset, liability) => `${asset} ⇄ ${liability}`,
  },
  charts: {
    title: 'Charts',
    intro: 'The line marks the month you are looking at. Click a chart to go to that month.',
    group: { money: 'Where the money comes from', market: 'Chips and compute', fragility: 'How fragile it is', damage: 'Damage', actor: (name) => name },
    chart: {
      vendorRevenue: { title: "Chip maker's receipts, by whose money it was", meaning: 'Twelve months of cash from customers, split by where each dollar entered the loop.', series: {} },
      circularity: { title: 'Circularity, three ways', meaning: 'How much of the chip maker\'s sales its own money paid for; each line answers a different question.', series: { traced: 'traced: its own dollars coming home', earmarked: 'earmarked: if spent on chips first', enabled: 'enabled: sales that needed its money' } },
      coverage: { title: 'Outside money against bills in the loop', meaning: 'Cash from end customers over everything due; below 1 the loop lives on new finance.', series: { coverage: 'coverage' } },
      demand: { title: 'AI services sold and money built in', meaning: 'What people and firms pay for AI each month, beside what is spent to build it.', series: { spending: 'paid by end customers', capex: 'AI investment' } },
      orders: { title: "Chip maker's sales and orders", meaning: 'Orders lead sales by the months a chip takes to arrive.', series: { revenue: 'revenue of the month', orders: 'open orders at their price' } },
      compute: { title: 'Use and price of compute', meaning: 'When less of what stands is rented, the hourly price falls for everybody.', series: { utilisation: 'in use', price: 'price of an H100 hour' } },
      usedPrice: { title: 'Used GPU over new', meaning: 'What a used chip fetches of the new price; lenders hold it as security.', series: { ratio: 'used over new' } },
      returns: { title: 'Return on AI investment', meaning: 'AI profit over AI capital a year; the article asks for 15%.', series: { return: 'return', hurdle: 'asked for: 15%' } },
      minsky: { title: 'Debt by Minsky class', meaning: 'Hedge pays all from income, speculative only the interest, Ponzi not even that.', series: { hedge: 'hedge', speculative: 'speculative', ponzi: 'Ponzi', equityBurner: 'burning equity' } },
      concentration: { title: "Concentration of the chip maker's customers", meaning: 'HHI from 0 (many small) to 10,000 (one); the band is what disclosure leaves open.', series: { hhi: 'HHI', low: 'lower bound', high: 'upper bound' } },
      debtRank: { title: 'DebtRank of the worst single failure', meaning: 'Share of all that is owed that would be put in distress; not a cash loss.', series: { r2012: '2012: distress passed on once', r2015: '2015: until it settles' } },
      shortfall: { title: 'If the worst actor failed now', meaning: 'Dollars that could not be paid at once through the network of bills.', series: { dollars: 'clearing shortfall' } },
      losses: { title: 'Losses of each month', meaning: 'Claims written off, things marked down, and value lost in bankruptcy itself.', series: { credit: 'credit', marks: 'marks', deadweight: 'lost in bankruptcy' } },
      holders: { title: 'Who has borne the losses', meaning: 'Claims written off and value lost in bankruptcy, by holder, added up to this month; marks are not in it.', series: {} },
      lenderCapital: { title: "Lenders' own capital over loans", meaning: 'The cushion before depositors lose; when it shrinks, credit tightens for all.', series: { capital: 'capital over loans' } },
      actorCover: { title: 'Debt and cover', meaning: 'Cover is income over what is due; the covenant says how little is allowed.', series: { leverage: 'debt over assets', interestCover: 'interest cover', debtServiceCover: 'debt-service cover', covenant: 'covenant' } },
      actorRunway: { title: 'Months of cash', meaning: 'How long its cash lasts at the speed of the last twelve months.', series: { runway: 'months of cash' } },
    },
    table: 'Figures as a table',
    month: 'Month',
    none: 'no figure',
    nothingYet: 'No month has been simulated yet. Press play.',
    at: (date) => `in ${date}`,
    chooseActor: 'Select an actor on the stage to see its cover and runway here.',
    right: '(right)',
    reading: (done, of) => `Reading months: ${done} of ${of}`,
  },
  table: {
    title: 'This month as tables',
    intro: (date) => `Everything the animation shows in ${date}, in words and numbers.`,
    flows: (count) => `Payments and deliveries (${count})`,
    decisions: (count) => `Decisions (${count})`,
    events: (count) => `Events (${count})`,
    actors: 'Everybody at the end of the month',
    phase: 'When',
    from: 'From',
    to: 'To',
    what: 'For',
    amount: 'Amount',
    whose: 'Mostly whose money',
    actor: 'Who',
    decision: 'Decision',
    why: 'Rule',
    outcome: 'Outcome',
    event: 'What happened',
    condition: 'Condition',
    cash: 'Cash',
    debt: 'Debt',
    runway: 'Months of cash',
    fewer: 'Show fewer',
    booked: 'booked, not yet paid',
    noFlows: 'No money moved.',
    noDecisions: 'Nobody decided anything.',
    noEvents: 'Nothing out of the ordinary happened.',
    live: (date, sentence) => `${date}. ${sentence}`,
    previous: 'Previous month',
    next: 'Next month',
    only: (name) => `Only ${name}`,
    everybody: 'Everybody',
  },
  compare: {
    nothingYet: 'There is only one history yet. Change one thing, or open a second recording, to see both side by side.',
    a: 'Before (A)',
    b: 'What if (B)',
    named: (side, name) => `${side}: ${name}`,
    same: 'The two histories are the same to the dollar.',
    samePast: (date) => `Up to ${date} both are the same to the dollar.`,
    parts: (date, phase) => `They part in ${date}, at: ${phase}.`,
    changed: 'What was changed',
    change: {
      set: (path, value) => `${path} = ${value}`,
      hold: (key) => `a decision is not taken: ${key}`,
      removeContract: (contract) => `a contract is taken out: ${contract}`,
      channelOff: (channel) => `channel off: ${channel}`,
      payInstead: (obligation) => `paid from outside: ${obligation}`,
      rescue: (actor) => `${actor} is rescued`,
    },
    firstDecision: 'The first decision that differs',
    firstDecisionNone: 'Nobody decides differently; only amounts change.',
    notTaken: 'not taken',
    saw: 'What each side saw',
    input: 'Figure',
    now: 'Who stands otherwise now',
    who: 'Who',
    worth: 'Equity',
    extraLosses: 'Extra losses, by who bears them',
    noExtraLosses: 'Nobody has lost more in one than in the other.',
    credit: 'Credit',
    marks: 'Marks (prices)',
    deadweight: 'Bankruptcy',
    extra: 'Lost for good, B less A',
    sum: 'All',
    difference: 'Difference',
    alignByMonth: 'Months are matched by date.',
    alignedOn: (event) => `Months are matched on: ${event}`,
    offset: (months) => `B is shifted by ${plural(months, 'month')}.`,
    charts: 'Both through time',
    defaultsIn: (names) => `Defaults: ${names}`,
    noDefaultsIn: 'Nobody defaults.',
  },
  why: {
    backwards: '← Why?',
    forwards: 'What did it break? →',
    choose: 'Event',
    noDefaults: 'Nobody has defaulted so far. Play on, or choose another event of this month above.',
    unfold: 'Show all',
    unfoldAll: (count) => `All ${count} boxes`,
    fold: 'Only the most telling',
    step: (at, of) => `${at} of ${of}:`,
    stepThrough: 'Step through',
    stepNext: 'Next step',
    stepBack: 'Previous step',
    test: 'Test the causes',
    testing: 'Re-running the history without each cause…',
    inWords: 'The chain in words',
  },
  follow: {
    pick: 'Nobody has paid the chip maker\'s own money to a customer yet. Play on, or choose a payment of this month above.',
    payment: 'Payment',
    times: 'times revenue',
    timesMeaning: 'How often an average dollar of it has been booked as somebody\'s sales.',
    home: 'came home',
    homeMeaning: (payer) => `Back with ${payer}, who paid it out.`,
    away: 'still in the loop',
    awayMeaning: 'Held by firms in the loop; the rest has left it to suppliers, owners, lenders or the state.',
    nothing: 'None of it moved this month.',
    sum: (amount) => `Adds up to ${amount}, to the dollar.`,
    method: 'A dollar has no name: it mixes with the cash it meets and leaves in proportion.',
    holder: 'Held by',
    beenHome: 'of it home before',
  },
};
