/**
 * How far `telecom-1999` has the shape of what happened from 1999 to 2002: nine bands, each a figure of the run that must
 * lie in the range history gives. Shares and growth are fractions, time in quarters; null where the run has nothing of it.
 */
import { chipBill } from '../ledger/things.ts';
import type { Event } from '../model/decision.ts';
import type { Flow } from '../model/flow.ts';
import type { Scenario } from '../model/scenario.ts';
import type { World } from '../model/world.ts';

export const BANDS = ['revenueFall', 'quartersToTrough', 'boomGrowth', 'drawnAtPeak', 'committedAtPeak', 'loanLoss', 'equityFall', 'priceFall', 'ordersBeforeDefaults', 'entrantsFailed', 'incumbentsFailed', 'vendorLoss'] as const;
export type BandName = (typeof BANDS)[number];
const RANGE: { readonly [name in BandName]: readonly [number, number] } = {
  revenueFall: [0.55, 0.75],
  quartersToTrough: [6, 12],
  boomGrowth: [0.15, 0.3],
  drawnAtPeak: [0.05, 0.1],
  committedAtPeak: [0.2, 0.25],
  loanLoss: [0.33, 0.8],
  equityFall: [0.9, 1],
  priceFall: [0.7, 0.9],
  ordersBeforeDefaults: [0, 4],
  entrantsFailed: [0.5, 1],
  incumbentsFailed: [0, 0],
  vendorLoss: [0.5, 1],
};
/** The nine shapes; one of two figures holds when both do. */
const SHAPES: readonly (readonly BandName[])[] = [['revenueFall', 'quartersToTrough'], ['boomGrowth'], ['drawnAtPeak', 'committedAtPeak'], ['loanLoss'], ['equityFall'], ['priceFall'], ['ordersBeforeDefaults'], ['entrantsFailed', 'incumbentsFailed'], ['vendorLoss']];

export interface Shape {
  readonly figures: { readonly [name in BandName]?: number | null };
  readonly met: boolean;
}

export interface TelecomMonth {
  readonly state: World;
  readonly flows: readonly Flow[];
  readonly events: readonly Event[];
  /** Credit losses of the month by holder, dollars. */
  readonly creditLoss: (party: string) => number;
}

const QUARTER = 3;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const quarters = (line: readonly number[]): number[] => Array.from({ length: Math.floor(line.length / QUARTER) }, (_, nth) => sum(line.slice(nth * QUARTER, nth * QUARTER + QUARTER)));
const place = (line: readonly number[], best: (a: number, b: number) => boolean, from = 0): number => {
  let at = from;
  for (let nth = from; nth < line.length; nth++) if (best(line[nth]!, line[at]!)) at = nth;
  return at;
};

/** Watches a run of `telecom-1999`; the vendor is the larger of the two makers. */
export class TelecomShape {
  private readonly revenue: number[] = [];
  private readonly orders: number[] = [];
  private readonly price: number[] = [];
  private readonly drawn: number[] = [];
  private readonly promised: number[] = [];
  private readonly equity: number[] = [];
  private readonly failedDebt: number[] = [];
  private readonly failed = new Set<string>();
  private lent = 0;
  private lost = 0;
  private before: World | null = null;
  private readonly ids: (kind: string) => string[];
  private readonly vendor: string;

  constructor(scenario: Scenario) {
    this.ids = (kind) => scenario.parties.filter((party) => party.kind === kind).map((party) => party.id);
    const sold = (id: string): number => scenario.parties.find((party) => party.id === id)?.history.revenue?.value ?? 0;
    this.vendor = this.ids('chipVendor').sort((a, b) => sold(b) - sold(a))[0] ?? '';
  }

  month({ state, flows, events, creditLoss }: TelecomMonth): void {
    const vendors = new Set(this.ids('chipVendor'));
    const entrants = this.ids('neocloud');
    const loans = Object.values(state.loans).filter((loan) => vendors.has(loan.lender));
    this.revenue.push(state.accounts[this.vendor]?.revenue ?? 0);
    this.orders.push(sum(Object.values(state.orders).filter((order) => vendors.has(order.vendor) && order.placedAt === state.tick).map((order) => chipBill(order.units, order.price))));
    this.price.push(state.markets['compute']?.['price'] ?? 0);
    this.drawn.push(sum(loans.map((loan) => loan.principal)));
    this.promised.push(sum(loans.map((loan) => loan.principal + (loan.availableUntil >= state.tick ? loan.undrawn : 0))));
    this.equity.push(sum(entrants.map((id) => ((state.issuers[id]?.shares ?? 0) * (state.issuers[id]?.price ?? 0)) / 1e6)));
    this.lent += sum(flows.filter((flow) => flow.purpose === 'loanDraw' && vendors.has(flow.from)).map((flow) => flow.amount));
    this.lost += sum([...vendors].map(creditLoss));
    let debt = 0;
    for (const event of events) {
      if (event.type !== 'default' || event.actor === undefined) continue;
      this.failed.add(event.actor);
      debt += (this.before ?? state).accounts[event.actor]?.debt ?? 0;
    }
    this.failedDebt.push(debt);
    this.before = { ...state, accounts: { ...state.accounts } };
  }

  shapes(): readonly Shape[] {
    const figures = this.figures();
    const holds = (name: BandName): boolean => {
      const value = figures[name];
      return value !== null && value >= RANGE[name][0] && value <= RANGE[name][1];
    };
    return SHAPES.map((names) => ({ figures: Object.fromEntries(names.map((name) => [name, figures[name]])), met: names.every(holds) }));
  }

  private figures(): { readonly [name in BandName]: number | null } {
    const revenue = quarters(this.revenue);
    const peak = place(revenue, (a, b) => a > b);
    const trough = place(revenue, (a, b) => a < b, peak);
    const year = sum(revenue.slice(Math.max(0, peak - 3), peak + 1));
    const month = Math.min(this.drawn.length - 1, peak * QUARTER + QUARTER - 1);
    const back = Math.min(8, peak);
    const two = back > 0 ? revenue[peak]! / Math.max(1, revenue[peak - back]!) : null;
    const failed = (kind: string): number => this.ids(kind).filter((id) => this.failed.has(id)).length / Math.max(1, this.ids(kind).length);
    const top = place(this.equity, (a, b) => a > b);
    const defaults = quarters(this.failedDebt);
    const fall = revenue[peak]! > 0 ? 1 - revenue[trough]! / revenue[peak]! : null;
    return {
      revenueFall: fall,
      quartersToTrough: trough - peak,
      // compound growth over up to eight quarters, by the year: its square root for two years
      boomGrowth: two === null ? null : back === 8 ? Math.sqrt(two) - 1 : (two - 1) * (4 / back),
      drawnAtPeak: year > 0 ? this.drawn[month]! / year : null,
      committedAtPeak: year > 0 ? this.promised[month]! / year : null,
      loanLoss: this.lent > 0 ? Math.min(1, this.lost / this.lent) : null,
      equityFall: this.equity[top]! > 0 ? 1 - Math.min(...this.equity.slice(top)) / this.equity[top]! : null,
      priceFall: this.steepest(),
      ordersBeforeDefaults: sum(defaults) > 0 ? place(defaults, (a, b) => a > b) - place(quarters(this.orders), (a, b) => a > b) : null,
      entrantsFailed: failed('neocloud'),
      incumbentsFailed: failed('hyperscaler'),
      vendorLoss: this.failed.has(this.vendor) ? 0 : fall,
    };
  }

  /** Largest fall of the price of capacity over any eight quarters. */
  private steepest(): number | null {
    const falls = this.price.slice(24).map((price, nth) => 1 - price / Math.max(1, this.price[nth]!));
    return falls.length === 0 ? null : Math.max(...falls);
  }
}
