/**
 * What flowed, lane by lane: the flows of a month summed by payer, kind and payee. Accruals are booked and not
 * drawn; government and the monetary column appear only in the table.
 */
import { BEAT_OF, type Beat, type Phase } from '../model/phase.ts';
import type { PhaseRecord } from '../model/frame.ts';
import type { Event } from '../model/decision.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Dollars, PartyId } from '../model/units.ts';

/** Kinds of lane that are drawn; `accrual` flows are booked and not drawn. */
export const LANE_KINDS = ['cash', 'debt', 'equity', 'rent', 'gpu'] as const;
export type LaneKind = (typeof LANE_KINDS)[number];

/** `from/kind/to`, the name of a lane; the same in every month and in both runs of a comparison. */
export type LaneKey = string;

/** A lane that a text speaks of, and how many of its dollars, where it is about one payment among several. */
export interface SpokenLane {
  readonly key: LaneKey;
  readonly part: Dollars | null;
}

/** What lanes are read from: a recorded month, or one that was only run through. */
export interface MonthOfFlows {
  readonly phases: readonly Pick<PhaseRecord, 'phase' | 'flows' | 'events'>[];
}

export interface LaneMonth {
  readonly key: LaneKey;
  readonly kind: LaneKind;
  readonly from: PartyId;
  readonly to: PartyId;
  /** Dollars that moved; for `gpu` the value of the chips. */
  amount: Dollars;
  /** GPUs or kW moved. */
  units: number;
  /** Dollars that fell due and did not move. */
  missing: Dollars;
  readonly beats: { [beat in Beat]: Dollars };
  readonly phases: { [phase in Phase]?: Dollars };
}

export function laneKey(from: PartyId, kind: LaneKind, to: PartyId): LaneKey {
  return `${from}/${kind}/${to}`;
}

export function laneParts(key: LaneKey): { from: PartyId; kind: LaneKind; to: PartyId } {
  const [from, kind, to] = key.split('/');
  return { from: from!, kind: kind as LaneKind, to: to! };
}

const cache = new WeakMap<MonthOfFlows, Map<LaneKey, LaneMonth>>();

/** The month's lanes by key, undrawn parties included (the reader filters). */
export function lanesOfMonth(frame: MonthOfFlows): ReadonlyMap<LaneKey, LaneMonth> {
  const known = cache.get(frame);
  if (known !== undefined) return known;
  const lanes = new Map<LaneKey, LaneMonth>();
  const lane = (from: PartyId, kind: LaneKind, to: PartyId): LaneMonth => {
    const key = laneKey(from, kind, to);
    let found = lanes.get(key);
    if (found === undefined) {
      const beats = { income: 0, decide: 0, finance: 0, goods: 0, settle: 0 };
      found = { key, kind, from, to, amount: 0, units: 0, missing: 0, beats, phases: {} };
      lanes.set(key, found);
    }
    return found;
  };
  const due = new Map<string, { from: PartyId; to: PartyId; kind: LaneKind; left: Dollars }>();
  for (const { phase, flows, events } of frame.phases) {
    for (const flow of flows) {
      if (flow.lane === 'accrual') continue;
      const found = lane(flow.from, flow.lane, flow.to);
      found.amount += flow.amount;
      found.units += flow.units ?? 0;
      found.beats[BEAT_OF[phase]] += flow.amount;
      found.phases[phase] = (found.phases[phase] ?? 0) + flow.amount;
      const { obligation } = flow;
      if (obligation === undefined) continue;
      const open = due.get(obligation.key);
      if (open !== undefined) open.left -= flow.amount;
      else due.set(obligation.key, { from: flow.from, to: flow.to, kind: flow.lane, left: obligation.due - flow.amount });
    }
    for (const event of events) {
      const missed = missedPayment(event);
      if (missed !== null) due.set(missed.key, missed);
    }
  }
  for (const open of due.values()) if (open.left > 0) lane(open.from, open.kind, open.to).missing += open.left;
  cache.set(frame, lanes);
  return lanes;
}

const KIND_OF_OBLIGATION: { readonly [kind: string]: LaneKind } = { rent: 'rent', interest: 'debt', principal: 'debt' };

/** What a missed-payment event says is left: wholly unpaid dues have no flow that could tell. */
function missedPayment(event: Event): { key: string; from: PartyId; to: PartyId; kind: LaneKind; left: Dollars } | null {
  if (event.type !== 'missedPayment' || event.actor === undefined) return null;
  const { creditor, due, paid, obligation, kind } = event.data;
  if (typeof creditor !== 'string' || typeof due !== 'number') return null;
  return {
    key: typeof obligation === 'string' ? obligation : event.key,
    from: event.actor,
    to: creditor,
    kind: KIND_OF_OBLIGATION[String(kind)] ?? 'cash',
    left: due - (typeof paid === 'number' ? paid : 0),
  };
}

/** Parties that stand on the stage. */
export function drawnParties(scenario: Scenario): Scenario['parties'] {
  return scenario.parties.filter((party) => party.kind !== 'government' && party.kind !== 'monetary');
}

/** Totals of each lane over a run that may still be growing: read the frames once each. */
export class LaneBook {
  private readonly drawn: ReadonlySet<PartyId>;
  /** Lane → dollars by tick. */
  private readonly series = new Map<LaneKey, Map<number, Dollars>>();
  private read = 0;

  constructor(
    readonly scenario: Scenario,
    private readonly frames: readonly MonthOfFlows[],
  ) {
    this.drawn = new Set(drawnParties(scenario).map((party) => party.id));
  }

  get ticks(): number {
    this.catchUp();
    return this.read;
  }

  isDrawn(lane: { from: PartyId; to: PartyId; kind: LaneKind }): boolean {
    return this.drawn.has(lane.from) && this.drawn.has(lane.to) && lane.from !== lane.to;
  }

  private catchUp(): void {
    for (; this.read < this.frames.length; this.read++) {
      const frame = this.frames[this.read]!;
      for (const lane of lanesOfMonth(frame).values()) {
        if (lane.amount <= 0 || !this.isDrawn(lane)) continue;
        let months = this.series.get(lane.key);
        if (months === undefined) this.series.set(lane.key, (months = new Map()));
        months.set(this.read, lane.amount);
      }
    }
  }

  /** Lanes that ever carried something, by key, ordered. */
  keys(): LaneKey[] {
    this.catchUp();
    return [...this.series.keys()].sort();
  }

  amount(key: LaneKey, tick: number): Dollars {
    this.catchUp();
    return this.series.get(key)?.get(tick) ?? 0;
  }

  total(key: LaneKey): Dollars {
    this.catchUp();
    let sum = 0;
    for (const amount of this.series.get(key)?.values() ?? []) sum += amount;
    return sum;
  }

  /** Mean of the month and the two before it. */
  mean(key: LaneKey, tick: number): Dollars {
    let sum = 0;
    const first = Math.max(0, tick - 2);
    for (let month = first; month <= tick; month++) sum += this.amount(key, month);
    return Math.round(sum / (tick - first + 1));
  }

  /** The highest 3-month mean of the run. */
  peakMean(key: LaneKey): Dollars {
    let peak = 0;
    for (const tick of this.series.get(key)?.keys() ?? [])
      for (let end = tick; end <= tick + 2 && end < this.ticks; end++) peak = Math.max(peak, this.mean(key, end));
    return peak;
  }

  /** Every lane-month's dollars. */
  laneMonths(): Dollars[] {
    this.catchUp();
    return [...this.series.values()].flatMap((months) => [...months.values()]);
  }

  /** Every lane-beat's dollars. */
  laneBeats(): Dollars[] {
    this.catchUp();
    const amounts: Dollars[] = [];
    for (const frame of this.frames)
      for (const lane of lanesOfMonth(frame).values())
        if (this.isDrawn(lane)) for (const amount of Object.values(lane.beats)) if (amount > 0) amounts.push(amount);
    return amounts;
  }
}
