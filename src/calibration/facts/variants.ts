/**
 * The economies that the facts compare: a shipped scenario, or one with a lever, a term or a shock moved. Every variant is
 * run under the same seeds, so that two of them differ by what was moved and by nothing else.
 */
import type { Channel } from '../../model/phase.ts';
import type { Scenario } from '../../model/scenario.ts';
import { repriced } from '../../model/reprice.ts';
import { inCurrency } from './nominal.ts';

export const SHIPPED_FOR_FACTS = ['base', 'demand-shortfall', 'killer-app'] as const;
export type ShippedForFacts = (typeof SHIPPED_FOR_FACTS)[number];

export interface Variant {
  readonly from: ShippedForFacts;
  /** `sized` puts the fall of demand in, as a level of the path, once it is known. */
  readonly make: (scenario: Scenario, sized: number) => Scenario;
  /** Seeds as a multiple of those asked for; below one, at least two. */
  readonly times?: number;
}

export function withLevers(scenario: Scenario, levers: { readonly [name: string]: number }): Scenario {
  const parameters = { ...scenario.parameters };
  for (const [name, value] of Object.entries(levers)) {
    const before = parameters[name];
    if (before === undefined) throw new Error(`scenario ${scenario.id} has no parameter ${name}`);
    parameters[name] = { ...before, value };
  }
  return { ...scenario, parameters, loans: repriced(scenario, parameters['lender.baseRate']?.value) };
}

/** Changes a term of every actor that has it. */
function withTerm(scenario: Scenario, term: string, change: (value: number) => number): Scenario {
  return { ...scenario, parties: scenario.parties.map((party) => (party.terms[term] === undefined ? party : { ...party, terms: { ...party.terms, [term]: { ...party.terms[term], value: change(party.terms[term].value) } } })) };
}

const without = (scenario: Scenario, channel: Channel): Scenario => ({ ...scenario, channels: { ...scenario.channels, [channel]: false } });

/** Demand falls to another level than the scenario says. */
export function withFall(scenario: Scenario, level: number): Scenario {
  return { ...scenario, shocks: scenario.shocks.map((shock) => (shock.kind === 'ramp' && shock.lever === 'demand.level' ? { ...shock, to: level } : shock)) };
}

/** Not a dollar of the chip makers' money: no stakes, loans, backstops or compute rented back. */
function unfinanced(scenario: Scenario): Scenario {
  const vendors = new Set(scenario.parties.filter((party) => party.kind === 'chipVendor').map((party) => party.id));
  const bare = withTerm(withLevers(scenario, { 'vendor.finance': 0, 'backstop.cap': 0 }), 'cloudPurchases', () => 0);
  return { ...bare, rounds: bare.rounds.filter((round) => !vendors.has(round.investor)), commitments: [] };
}

/** Months in which outside shareholders stop giving, one a variant: within a month firms' cash over burn hardly differs from history to history, between months it does. */
export const STOPS = { earlyStop: 12, suddenStop: 18, lateStop: 24 } as const;
const stopEquity = (at: number) => (scenario: Scenario): Scenario => ({
  ...scenario,
  shocks: [
    ...scenario.shocks,
    { kind: 'ramp', id: 'equity-stops', at, lever: 'equity.appetite', to: 0, over: 1, text: { en: 'equity-stops', zh: 'equity-stops' }, mark: 'assumed', source: 'stylised fact 18' },
  ],
});

/**
 * Another usual lead time in an economy that has long had it: the order book is as much longer as the wait is (Little 1961),
 * its last month of orders going on for every month that the wait is longer.
 */
export function withLeadTime(scenario: Scenario, months: number): Scenario {
  const more = months - (scenario.parameters['chips.leadTime']?.value ?? months);
  const last = Math.max(...scenario.orders.map((order) => order.due));
  const latest = scenario.orders.filter((order) => order.due === last);
  const longer = Array.from({ length: Math.max(0, more) }, (_, nth) => latest.map((order) => ({ ...order, id: `${order.id}-and-${nth + 1}`, due: last + nth + 1 }))).flat();
  return withLevers({ ...scenario, orders: [...scenario.orders, ...longer] }, { 'chips.leadTime': months });
}

const as = (scenario: Scenario): Scenario => scenario;
const base = (make: Variant['make'] = as, times = 1): Variant => ({ from: 'base', make, times });
const shortfall = (make: Variant['make'] = as, times = 1): Variant => ({ from: 'demand-shortfall', make, times });
const sized = (make: (scenario: Scenario) => Scenario = as): Variant => ({ from: 'demand-shortfall', make: (scenario, level) => make(withFall(scenario, level)) });
const levers = (values: { readonly [name: string]: number }) => (scenario: Scenario): Scenario => withLevers(scenario, values);

/** Finance cap in the richest case: the top of its range. */
const GENEROUS = 0.25;
/** A tenth of the seeds, for what is exact in each of them. */
const FEW = 0.1;

export const VARIANTS = {
  base: base(),
  calm: base(levers({ volatility: 0 }), 0.02),
  shortfall: shortfall(as, 6),
  shortfallWithoutOrders: shortfall((scenario) => without(scenario, 'orders')),
  generous: shortfall((scenario) => withTerm(scenario, 'financeCap', () => GENEROUS)),
  unfinanced: shortfall(unfinanced),
  sized: sized(),
  sizedWithoutBackstop: sized(levers({ 'backstop.cap': 0 })),
  killerApp: { from: 'killer-app', make: as },
  killerAppUnfinanced: { from: 'killer-app', make: unfinanced },
  ownChips: base((scenario) => withTerm(scenario, 'customTarget', (share) => share + 0.2)),
  exposed: sized(levers({ 'lender.exposure': 2 })),
  deepUsedMarket: sized(levers({ 'used.impact': 0.2 })),
  shallowUsedMarket: sized(levers({ 'used.impact': 0.5 })),
  smallAdvance: sized(levers({ 'neocloud.advanceRate': 0.65 })),
  largeAdvance: sized(levers({ 'neocloud.advanceRate': 0.85 })),
  dearBankruptcy: shortfall(levers({ 'default.cashKept': 0.5, 'default.claimsKept': 0.8 })),
  betterContracts: sized(levers({ 'contract.investmentGrade': 0.8 })),
  dearMoney: base(levers({ 'lender.baseRate': 630 })),
  slowChips: shortfall((scenario) => withLeadTime(scenario, 10)),
  earlyStop: base(stopEquity(STOPS.earlyStop)),
  suddenStop: base(stopEquity(STOPS.suddenStop)),
  lateStop: base(stopEquity(STOPS.lateStop)),
  tenfold: shortfall((scenario) => inCurrency(scenario, 10), FEW),
  tenth: shortfall((scenario) => inCurrency(scenario, 0.1), FEW),
} as const satisfies { readonly [name: string]: Variant };
export type VariantName = keyof typeof VARIANTS;
export const VARIANT_NAMES = Object.keys(VARIANTS) as readonly VariantName[];

/** Seeds a variant is run under, when so many are asked for. */
export function seedsOf(variant: VariantName, asked: number): readonly string[] {
  const { times = 1 }: Variant = VARIANTS[variant];
  const count = times < 1 ? Math.max(2, Math.round(asked * times)) : asked * times;
  return Array.from({ length: count }, (_, nth) => String(nth + 1));
}

/** Levels of demand among which the shock is sized so that neoclouds fail in some histories and not in others. */
export const LEVELS = [0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5] as const;
export const MOST_SIZING_SEEDS = 12;
