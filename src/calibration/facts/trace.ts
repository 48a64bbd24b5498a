/**
 * What the stylised facts need to know of one history: a line a month for a few figures, when each kind of thing first
 * happened, who lost what, and the estates of those who failed. Money in whole dollars, ratios as fractions, prices in
 * dollars, spreads in basis points; null where there is nothing to measure.
 */
import { chipBill } from '../../ledger/things.ts';
import type { Event, EventType } from '../../model/decision.ts';
import type { Flow } from '../../model/flow.ts';
import type { Measures } from '../../model/measures.ts';
import { isActorKind, type ActorKind } from '../../model/party.ts';
import type { Scenario } from '../../model/scenario.ts';
import type { Tick } from '../../model/units.ts';
import type { World } from '../../model/world.ts';

export const SERIES = [
  'spending', // end customers', on AI
  'vendorRevenue', 'vendorMargin',
  'newOrders', // dollars ordered this month from the leading vendor
  'chipPrice', // the leading vendor's newest chip over its price at launch
  'usedPrice', // a used chip of any fixed age: new price an H100 equivalent less the impact of forced sales
  'traced', 'financed', // share of receipts that was the vendor's own money; vendor money paid out this month
  'hedge', 'ponzi', 'cover', 'worstOverCapital',
  'healthyCredit', // lent this month to borrowers who pay their debts from income
  'healthySpread', // what those were last quoted over the base rate
  'neocloudSpread', 'neocloudCapacity', // H100 equivalents
  'idle', // share of rentable compute
  'credit', 'marks', 'deadweight', 'lenderLoss',
] as const;
export type SeriesName = (typeof SERIES)[number];
export type Line = readonly (number | null)[];

/** What there was to share when a firm failed, and who asked for it. Dollars. */
export interface Estate {
  readonly actor: string;
  readonly tick: Tick;
  readonly means: number;
  readonly lenders: number;
  /** Landlords, trade and everybody else. */
  readonly others: number;
}

export interface Trace {
  readonly seed: string;
  readonly kinds: { readonly [actor: string]: ActorKind };
  readonly months: { readonly [name in SeriesName]: Line };
  /** First default of each actor. */
  readonly defaults: { readonly [actor: string]: Tick };
  /** Ticks of each `kind/event`, by the kind of the actor it is about, each once and ascending. */
  readonly ticks: { readonly [key: string]: readonly Tick[] };
  readonly counts: { readonly [type in EventType]?: number };
  /** First missed payment of each actor. */
  readonly missed: { readonly [actor: string]: Tick };
  readonly estates: readonly Estate[];
  /** Months its cash would last by tick, for labs: cash over the burn of the last half year; null while cash does not fall. */
  readonly runway: { readonly [lab: string]: Line };
  /** What a borrower was last quoted over the base rate by month, basis points; null before its first quote. */
  readonly quotes: { readonly [actor: string]: Line };
  /** Share price by month, dollars, and whether it is quoted. */
  readonly shares: { readonly [issuer: string]: { readonly listed: boolean; readonly price: Line } };
  /** Falls of a private share's price with no round, missed payment or impairment of its issuer before them. */
  readonly unprovokedMarks: number;
}

/** One month as the engine tells it. */
export interface TracedMonth {
  readonly state: World;
  readonly measures: Measures;
  readonly flows: readonly Flow[];
  readonly events: readonly Event[];
}

const HALF_YEAR = 6;
/** Events after which a private share may be worth less. */
const PROVOKES: ReadonlySet<EventType> = new Set<EventType>(['roundClosed', 'missedPayment', 'stakeMarked', 'default', 'liquidated', 'restructured']);
/** Solvency states of those who pay their debts from income. */
const HEALTHY: ReadonlySet<string> = new Set(['hedge', 'speculative']);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number | null => (values.length === 0 ? null : sum(values) / values.length);
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Gathers a trace month by month. */
export class Tracer {
  private readonly kinds: { [actor: string]: ActorKind } = {};
  private readonly months = Object.fromEntries(SERIES.map((name) => [name, [] as (number | null)[]])) as { [name in SeriesName]: (number | null)[] };
  private readonly defaults: { [actor: string]: Tick } = {};
  private readonly ticks: { [key: string]: Tick[] } = {};
  private readonly counts: { [type in EventType]?: number } = {};
  private readonly missed: { [actor: string]: Tick } = {};
  private readonly estates: Estate[] = [];
  private readonly runway: { [lab: string]: (number | null)[] } = {};
  private readonly quotes: { [actor: string]: (number | null)[] } = {};
  private readonly shares: { [issuer: string]: { listed: boolean; price: (number | null)[] } } = {};
  private readonly provoked = new Set<string>();
  private unprovokedMarks = 0;
  /** Accounts of the month before, for estates. */
  private before: World | null = null;

  constructor(
    scenario: Scenario,
    private readonly seed: string,
  ) {
    for (const { id, kind } of scenario.parties) if (isActorKind(kind)) this.kinds[id] = kind;
  }

  private ids(kind: ActorKind): string[] {
    return Object.keys(this.kinds).filter((id) => this.kinds[id] === kind);
  }

  month({ state, measures, flows, events }: TracedMonth): void {
    this.hear(state, events);
    const leader = this.leader(state);
    const price = newest(state, leader);
    const impact = state.markets['used']?.['impact'] ?? 0;
    const base = state.levers['lender.baseRate']?.value ?? 0;
    const quote = (id: string): number | null => ((state.minds[id]?.['quoted'] ?? 0) > 0 ? state.minds[id]!['quoted']! - base : null);
    const quoted = (which: (id: string) => boolean): number | null => mean(Object.keys(this.kinds).filter(which).map(quote).filter((each): each is number => each !== null));
    const healthy = (id: string): boolean => HEALTHY.has(state.machines[id]?.value['solvency'] ?? '') && !Object.hasOwn(this.defaults, id);
    const flow = (which: (each: Flow) => boolean): number => sum(flows.filter(which).map((each) => each.amount));
    const rentable = state.markets['compute']?.['rentable'] ?? 0;
    const add = (name: SeriesName, value: number | null): void => void this.months[name].push(value);
    add('spending', measures.ai.endCustomerSpending);
    add('vendorRevenue', measures.vendor.revenue);
    add('vendorMargin', measures.vendor.grossMargin);
    add('newOrders', sum(Object.values(state.orders).filter((order) => order.vendor === leader && order.placedAt === state.tick).map((order) => chipBill(order.units, order.price))));
    add('chipPrice', price === null ? null : price.price / price.launchPrice);
    add('usedPrice', price === null ? null : ((price.price * 100) / price.performance / 1e6) * (1 - impact));
    add('traced', measures.circularity.traced);
    add('financed', flow((each) => this.kinds[each.from] === 'chipVendor' && (each.purpose === 'vendorShareIssue' || each.purpose === 'loanDraw' || each.purpose === 'vendorCloudCompute' || each.purpose === 'backstop')));
    add('hedge', measures.minsky.hedge);
    add('ponzi', measures.minsky.ponzi);
    add('cover', median(Object.values(measures.actors).flatMap((each) => (each.debtServiceCover === null ? [] : [each.debtServiceCover]))));
    add('worstOverCapital', measures.clearingShortfall.overCapital);
    add('healthyCredit', flow((each) => each.purpose === 'loanDraw' && healthy(each.to)));
    add('healthySpread', quoted(healthy));
    add('neocloudSpread', quoted((id) => this.kinds[id] === 'neocloud'));
    add('neocloudCapacity', sum(Object.values(state.lots).filter((lot) => this.kinds[lot.owner] === 'neocloud').map((lot) => (lot.units * state.generations[lot.generation]!.performance) / 100)));
    add('idle', rentable > 0 ? (state.markets['compute']?.['idle'] ?? 0) / rentable : null);
    add('credit', measures.losses.credit);
    add('marks', measures.losses.marks);
    add('deadweight', measures.losses.deadweight);
    add('lenderLoss', sum(this.ids('lender').map((id) => measures.lossesByHolder[id]?.credit ?? 0)));
    for (const id of this.ids('aiLab')) (this.runway[id] ??= []).push(monthsLeft(state, id));
    for (const id in this.kinds) (this.quotes[id] ??= []).push(quote(id));
    this.watchShares(state);
    this.before = { ...state, accounts: { ...state.accounts }, loans: { ...state.loans }, obligations: { ...state.obligations } };
  }

  private hear(state: World, events: readonly Event[]): void {
    for (const { type, actor } of events) {
      this.counts[type] = (this.counts[type] ?? 0) + 1;
      const key = `${actor === undefined ? 'world' : (this.kinds[actor] ?? 'sector')}/${type}`;
      const known = (this.ticks[key] ??= []);
      if (known.at(-1) !== state.tick) known.push(state.tick);
      if (actor === undefined) continue;
      if (type === 'missedPayment') this.missed[actor] ??= state.tick;
      if (PROVOKES.has(type)) this.provoked.add(actor);
      if (type !== 'default' || Object.hasOwn(this.defaults, actor)) continue;
      this.defaults[actor] = state.tick;
      if (this.before !== null) this.estates.push(estateOf(this.before, actor, state.tick, this.kinds));
    }
  }

  private leader(state: World): string {
    const year = (id: string): number => sum(state.trailing[id]?.revenue ?? []);
    return this.ids('chipVendor').sort((a, b) => year(b) - year(a) || (a < b ? -1 : 1))[0] ?? '';
  }

  private watchShares(state: World): void {
    for (const id in state.issuers) {
      const { listed, price } = state.issuers[id]!;
      const line = (this.shares[id] ??= { listed, price: [] }).price;
      const before = line.at(-1);
      if (!listed && before !== undefined && before !== null && price / 1e6 < before * 0.999 && !this.provoked.has(id)) this.unprovokedMarks += 1;
      line.push(price / 1e6);
    }
  }

  finish(): Trace {
    const { seed, kinds, months, defaults, ticks, counts, missed, estates, runway, quotes, shares, unprovokedMarks } = this;
    return { seed, kinds, months, defaults, ticks, counts, missed, estates, runway, quotes, shares, unprovokedMarks };
  }
}

function newest(state: World, vendor: string): World['generations'][string] | null {
  let best: World['generations'][string] | null = null;
  for (const id in state.generations) {
    const row = state.generations[id]!;
    if (row.vendor === vendor && (best === null || row.launchedAt > best.launchedAt)) best = row;
  }
  return best;
}

/** Cash over what a half year took of it, capital spending and debt service included. */
function monthsLeft(state: World, id: string): number | null {
  const trailing = state.trailing[id];
  if (trailing === undefined) return null;
  const late = (line: readonly number[]): number => sum(line.slice(-HALF_YEAR)) / HALF_YEAR;
  const burn = late(trailing.interest) + late(trailing.principal) + late(trailing.capex) - late(trailing.operatingCash);
  return burn > 0 ? Math.max(0, state.accounts[id]!.cash) / burn : null;
}

/** Chips and halls count at half their book value: what a forced sale brings of them differs by case, the rank does not. */
const FORCED = 0.5;

function estateOf(state: World, actor: string, tick: Tick, kinds: Trace['kinds']): Estate {
  const row = state.accounts[actor]!;
  let [lenders, others] = [0, 0];
  for (const id in state.loans) if (state.loans[id]!.borrower === actor) lenders += state.loans[id]!.principal;
  for (const id in state.obligations) {
    const due = state.obligations[id]!;
    if (due.debtor !== actor || due.kind === 'principal') continue;
    if (kinds[due.creditor] === 'lender') lenders += due.amount;
    else others += due.amount;
  }
  return { actor, tick, means: Math.max(0, Math.floor(row.cash + (row.gpus + row.buildings + row.construction) * FORCED)), lenders, others };
}
