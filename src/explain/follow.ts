/**
 * Follow a dollar: the money of one payment on its way through the economy. Whoever holds some of it pays with a
 * proportional share, like the dye, so that at any month it is known where the money is, how much of it has been
 * somebody's revenue, and what part came home to the one who paid it.
 *
 * A trail ends where the dye ends: with sectors, and with lenders, whose money is stamped anew when it leaves them.
 */
import { largestRemainder, sum } from '../model/arithmetic.ts';
import type { Flow, Lane, Purpose } from '../model/flow.ts';
import type { Frame, Header, Run } from '../model/frame.ts';
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { BOOKING } from '../ledger/booking.ts';
import { homeOrigin } from '../ledger/dye.ts';
import { poolPayments } from './pooled.ts';

export interface Step {
  readonly flow: string;
  readonly from: PartyId;
  readonly to: PartyId;
  readonly lane: Lane;
  readonly purpose: Purpose;
  /** Followed dollars in this payment. */
  readonly dollars: Dollars;
}

/** One month of a trail. All figures are whole dollars of the payment that is followed. */
export interface TrailMonth {
  readonly tick: Tick;
  /** Payments that carried some of it, in order. */
  readonly steps: readonly Step[];
  /** Where it is at the close of the month, by party; sums to the payment. */
  readonly held: { readonly [party: string]: Dollars };
  /** Of what is held, the part that has been home before. */
  readonly returned: { readonly [party: string]: Dollars };
  /** Came home for the first time, from the beginning to this month. */
  readonly cameHome: Dollars;
  /** Booked as revenue, from the beginning to this month, by party; a dollar that was revenue twice counts twice. */
  readonly revenue: { readonly [party: string]: Dollars };
}

export interface Trail {
  readonly flow: Flow;
  readonly tick: Tick;
  /** Whom it comes home to: the payer. */
  readonly home: PartyId;
  /** Does the trail end with this party? */
  ended(party: PartyId): boolean;
  /** From the month of the payment on. */
  readonly months: readonly TrailMonth[];
  /** The next month of the history; months before the payment are passed over. */
  add(frame: Frame, before: World): void;
}

export type FollowProblem =
  | { readonly key: 'follow.unknown'; readonly flow: string }
  | { readonly key: 'follow.noCash'; readonly flow: string }
  /** Nothing was named, and the chip maker pays no tranche that could be followed instead. */
  | { readonly key: 'follow.noTranche' };
export type Followed = { readonly ok: true; readonly trail: Trail } | { readonly ok: false; readonly problem: FollowProblem };

export function follow(run: Run, id: string): Followed {
  const frame = run.frames.find((each) => each.phases.some((record) => record.flows.some((flow) => flow.id === id)));
  if (frame === undefined) return { ok: false, problem: { key: 'follow.unknown', flow: id } };
  const started = startTrail(run.header, frame, id);
  if (started.ok) for (const each of run.frames.slice(frame.tick)) started.trail.add(each, each.tick === 0 ? run.header.opening : run.frames[each.tick - 1]!.state);
  return started;
}

/** The chip maker's first own money for a customer: what one follows when nothing else is named. */
export function firstTranche(run: Run): Flow | null {
  for (const { phases } of run.frames) for (const { flows } of phases) for (const flow of flows) if (flow.purpose === 'vendorShareIssue' && flow.dye !== undefined) return flow;
  return null;
}

/** A trail that has yet to be given the months from that of the payment on. */
export function startTrail(header: Header, frame: Frame, id: string): Followed {
  const flow = frame.phases.flatMap((record) => record.flows).find((each) => each.id === id);
  if (flow === undefined) return { ok: false, problem: { key: 'follow.unknown', flow: id } };
  if (flow.dye === undefined) return { ok: false, problem: { key: 'follow.noCash', flow: id } };
  const kinds = new Map(header.scenario.parties.map((party) => [party.id, party.kind]));
  const ends = (party: string): boolean => {
    const kind = kinds.get(party);
    return kind === undefined || homeOrigin(kind) !== null;
  };
  const months: TrailMonth[] = [];
  const purse = new Purse(flow, ends);
  const trail: Trail = {
    flow,
    tick: frame.tick,
    home: flow.from,
    ended: ends,
    months,
    add(next, before) {
      if (next.tick < frame.tick) return;
      if (next.tick !== frame.tick + months.length) throw new Error(`tick ${frame.tick + months.length} comes next, got ${next.tick}`);
      months.push(purse.month(next, before));
    },
  };
  return { ok: true, trail };
}

/** Followed dollars by party: those still away, and those that have been home. */
class Purse {
  private readonly away = new Map<string, number>();
  private readonly returned = new Map<string, number>();
  private readonly revenue = new Map<string, number>();
  private cameHome = 0;
  private begun = false;

  constructor(
    private readonly flow: Flow,
    private readonly ends: (party: string) => boolean,
  ) {}

  month(frame: Frame, before: World): TrailMonth {
    const cash = new Map(Object.entries(before.accounts).map(([party, row]) => [party, row.cash]));
    const steps: Step[] = [];
    for (const { phase, flows } of frame.phases) {
      let paid = flows.filter((flow) => flow.dye !== undefined);
      if (!this.begun) {
        // nothing moves before the payment itself has been made
        const at = paid.findIndex((flow) => flow.id === this.flow.id);
        for (const flow of at === -1 ? paid : paid.slice(0, at)) moveCash(cash, flow);
        if (at === -1) continue;
        this.begin(cash, steps);
        paid = paid.slice(at + 1);
      }
      // settlement pays everything at once, so that its order tells nothing; elsewhere one thing comes after another
      if (phase === 'settle') this.together(paid, cash, steps);
      else for (const flow of paid) this.one(flow, cash, steps);
    }
    return { tick: frame.tick, steps, held: table(this.away, this.returned), returned: table(this.returned), cameHome: this.cameHome, revenue: table(this.revenue) };
  }

  private begin(cash: Map<string, number>, steps: Step[]): void {
    this.begun = true;
    moveCash(cash, this.flow);
    this.away.set(this.flow.to, this.flow.amount);
    this.note(this.flow, this.flow.amount, steps);
  }

  private one(flow: Flow, cash: Map<string, number>, steps: Step[]): void {
    const has = cash.get(flow.from) ?? 0;
    moveCash(cash, flow);
    const [away, returned] = [this.away.get(flow.from) ?? 0, this.returned.get(flow.from) ?? 0];
    if ((away === 0 && returned === 0) || this.ends(flow.from) || flow.from === flow.to) return;
    const others = Math.max(0, Math.max(has, flow.amount) - away - returned);
    const [first, second] = largestRemainder(flow.amount, [away, returned, others]) as [number, number, number];
    take(this.away, flow.from, Math.min(first, away));
    take(this.returned, flow.from, Math.min(second, returned));
    this.arrive(flow, Math.min(first, away), Math.min(second, returned), steps);
  }

  private together(flows: readonly Flow[], cash: Map<string, number>, steps: Step[]): void {
    const home = this.flow.from;
    // what comes home stops there for this moment: it goes on as money that has been home
    const away = poolPayments(flows, cash, this.away, (party) => party === home || this.ends(party));
    const returned = poolPayments(flows, cash, this.returned, this.ends);
    replace(this.away, away.held);
    replace(this.returned, returned.held);
    flows.forEach((flow, index) => {
      moveCash(cash, flow);
      const dollars = away.carried[index]! + returned.carried[index]!;
      if (dollars > 0) this.note(flow, dollars, steps);
    });
    this.welcome();
  }

  private arrive(flow: Flow, away: number, returned: number, steps: Step[]): void {
    take(this.away, flow.to, -away);
    take(this.returned, flow.to, -returned);
    if (away + returned > 0) this.note(flow, away + returned, steps);
    this.welcome();
  }

  /** What has come home has been home. */
  private welcome(): void {
    const home = this.away.get(this.flow.from) ?? 0;
    if (home === 0) return;
    this.away.delete(this.flow.from);
    take(this.returned, this.flow.from, -home);
    this.cameHome += home;
  }

  private note(flow: Flow, dollars: number, steps: Step[]): void {
    steps.push({ flow: flow.id, from: flow.from, to: flow.to, lane: flow.lane, purpose: flow.purpose, dollars });
    if (isRevenue(flow.purpose)) take(this.revenue, flow.to, -dollars);
  }
}

const EARNED: ReadonlySet<string> = new Set(['revenue', 'receivables', 'customerDeposits']);
/** Is it customers' money: paid for something sold, for a bill that was revenue when it arose, or ahead of delivery? */
export function isRevenue(purpose: Purpose): boolean {
  return purpose !== 'tax' && purpose !== 'estateFee' && BOOKING[purpose].to.some(([account, sign]) => EARNED.has(account) && (sign === 1 || account === 'receivables'));
}

function moveCash(cash: Map<string, number>, flow: Flow): void {
  cash.set(flow.from, (cash.get(flow.from) ?? 0) - flow.amount);
  cash.set(flow.to, (cash.get(flow.to) ?? 0) + flow.amount);
}

function take(from: Map<string, number>, party: string, amount: number): void {
  const left = (from.get(party) ?? 0) - amount;
  if (left === 0) from.delete(party);
  else from.set(party, left);
}

function replace(map: Map<string, number>, by: ReadonlyMap<string, number>): void {
  map.clear();
  for (const [party, amount] of by) map.set(party, amount);
}

function table(...maps: readonly ReadonlyMap<string, number>[]): { readonly [party: string]: number } {
  const parties = [...new Set(maps.flatMap((map) => [...map.keys()]))].sort();
  return Object.fromEntries(parties.map((party) => [party, sum(maps.map((map) => map.get(party) ?? 0))]));
}
