/**
 * Which lanes are drawn in a month: the run's own (the same all run long), those of this month's events, every one of
 * the selected actor, and what has been promised. Of the others most money runs in rivers; the rest is counted, and is
 * in the table.
 */
import type { Frame } from '../model/frame.ts';
import type { Phase } from '../model/phase.ts';
import { PHASES } from '../model/phase.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';
import { conditionOf, defaultsIn, hasFailed } from './condition.ts';
import { lanesOfEvent } from '../playback/event-lanes.ts';
import { drawnParties, laneParts, lanesOfMonth, type LaneKey, type LaneMonth, type SpokenLane } from '../playback/lane-book.ts';
import { EVENT_MARKS } from './marks.ts';
import { type LanePlan, type PromiseKind, type RiverPlan, type Target } from './plan.ts';
import { promisesOf, type LanePromise } from './promises.ts';
import { riverOf, type River } from '../playback/rivers.ts';
import { laneWidth, type RunScale } from '../playback/run-scale.ts';
import type { Light } from './light.ts';
import type { Months } from './stage-view.ts';

export const EVENT_LANES = 6;
/** Commitments and guarantees drawn whatever is selected; lines of credit only beside lanes that are drawn anyway. */
export const STANDING_PROMISES = 5;
/** A promise is a stock, not dollars a month, so all hollow lanes have one width, pixels. */
export const PROMISE_WIDTH = 5;

/** Of the lanes of failed actors those that carried most; a failure is a hole, not a thicket. */
export const LOST_LANES = 8;
/** Lanes of a followed payment that are drawn whatever else is, the largest. */
export const LIT_LANES = 14;

export type FlowLane = Omit<LanePlan, 'path' | 'bundle'>;
export type FlowRiver = Omit<RiverPlan, 'path' | 'brace'>;

export interface FlowRequest {
  readonly scenario: Scenario;
  readonly scale: RunScale;
  readonly frames: Months;
  readonly frame: Frame;
  readonly after: World;
  /** A single phase, by its place in PHASES; null for the whole month. */
  readonly phase: number | null;
  readonly selected: Target | null;
  /** The way of a payment that is followed. */
  readonly light: Light | null;
  /** What is being said is about these: they are drawn, and do not step back. */
  readonly spoken: readonly SpokenLane[];
  /** Widths are a mean of three months, so that a fast stream does not flicker. */
  readonly smooth: boolean;
}

export interface FlowChoice {
  readonly lanes: readonly FlowLane[];
  readonly rivers: readonly FlowRiver[];
  readonly hidden: { readonly count: number; readonly share: number };
}

export function chooseLanes(request: FlowRequest): FlowChoice {
  const { scenario, scale, frame, after, selected, light } = request;
  const drawn = new Set(drawnParties(scenario).map((party) => party.id));
  const month = lanesOfMonth(frame);
  const isDrawn = (key: LaneKey): boolean => {
    const { from, to } = laneParts(key);
    return drawn.has(from) && drawn.has(to) && from !== to;
  };
  const promises = promisesOf(after);
  const chosen = new Set<LaneKey>(scale.settled ? scale.lanes.filter(isDrawn) : largestLanes(month, isDrawn));
  for (const key of eventLanes(frame, month, isDrawn)) chosen.add(key);
  for (const key of standingPromises(promises, isDrawn)) chosen.add(key);
  if (selected !== null)
    for (const key of [...month.keys(), ...promises.keys()]) if (isDrawn(key) && touches(key, selected)) chosen.add(key);
  for (const key of [...(light?.lanes.keys() ?? [])].filter(isDrawn).slice(0, LIT_LANES)) chosen.add(key);
  for (const { key } of request.spoken) if (isDrawn(key)) chosen.add(key);
  const lost = lostLanes(request, isDrawn);
  for (const key of lost.keys()) chosen.add(key);

  const lanes: FlowLane[] = [];
  for (const key of [...chosen].sort()) {
    const lane = planLane(key, month.get(key), promises.get(key), lost.get(key), request);
    if (lane !== null) lanes.push(lane);
  }
  const shown = new Set(lanes.map((lane) => lane.key));
  const rivers = planRivers(month, (key) => isDrawn(key) && !shown.has(key), request);
  for (const river of rivers) for (const key of river.lanes) shown.add(key);
  return { lanes, rivers, hidden: hiddenOf(month, shown, isDrawn) };
}

/** What runs in each river this month; one that carries nothing is not drawn. */
function planRivers(month: ReadonlyMap<LaneKey, LaneMonth>, isFree: (key: LaneKey) => boolean, request: FlowRequest): FlowRiver[] {
  const { scenario, scale, frame, frames, phase, smooth, selected, light } = request;
  const kinds = new Map(scenario.parties.map((party) => [party.id, party.kind]));
  const beds = new Map<string, LaneMonth[]>();
  for (const lane of month.values()) {
    if (lane.amount <= 0 || !isFree(lane.key)) continue;
    const key = riverOf(lane.key, (party) => kinds.get(party));
    const bed = beds.get(key);
    if (bed === undefined) beds.set(key, [lane]);
    else bed.push(lane);
  }
  const planOf = ({ key, kind, payers, payees }: River, held: LaneMonth[]): FlowRiver => {
    const sum = (of: (lane: LaneMonth) => Dollars): Dollars => held.reduce((total, lane) => total + of(lane), 0);
    const whole = sum((lane) => lane.amount);
    const amount = smooth ? sum((lane) => meanOf(lane.key, frame, frames)) : phase === null ? whole : sum((lane) => lane.phases[PHASES[phase]!] ?? 0);
    const beat = (of: keyof LaneMonth['beats']): Dollars => sum((lane) => lane.beats[of]);
    return {
      key, kind, payers, payees, amount, width: laneWidth(scale, smooth ? amount : whole), units: sum((lane) => lane.units),
      lanes: held.sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1)).map((lane) => lane.key),
      missing: 0, promised: 0, promise: null, part: null, solid: 1, hollowing: null, followed: 0, lit: null,
      dim: light !== null || (selected !== null && !(selected.kind === 'bundle' && selected.key === key)) || (phase !== null && amount <= 0),
      beats: { income: beat('income'), decide: beat('decide'), finance: beat('finance'), goods: beat('goods'), settle: beat('settle') },
    };
  };
  return scale.rivers.flatMap((river) => {
    const held = beds.get(river.key);
    return held === undefined ? [] : [planOf(river, held)];
  });
}

/** Until a run has a scale, the largest lanes of the month stand in for the run's own. */
function largestLanes(month: ReadonlyMap<LaneKey, LaneMonth>, isDrawn: (key: LaneKey) => boolean): LaneKey[] {
  return [...month.values()]
    .filter((lane) => lane.amount > 0 && isDrawn(lane.key))
    .sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1))
    .slice(0, 24)
    .map((lane) => lane.key);
}

/** Lanes the month's events are about, those that missed money first, at most six. */
function eventLanes(frame: Frame, month: ReadonlyMap<LaneKey, LaneMonth>, isDrawn: (key: LaneKey) => boolean): LaneKey[] {
  const found: LaneKey[] = [...month.values()].filter((lane) => lane.missing > 0).sort((a, b) => b.missing - a.missing || (a.key < b.key ? -1 : 1)).map((lane) => lane.key);
  const events = frame.phases.flatMap((record) => record.events).filter((event) => EVENT_MARKS[event.type].weight >= 2);
  for (const event of events.sort((a, b) => EVENT_MARKS[b.type].weight - EVENT_MARKS[a.type].weight)) found.push(...lanesOfEvent(event, month));
  return [...new Set(found)].filter(isDrawn).slice(0, EVENT_LANES);
}

function standingPromises(promises: ReadonlyMap<LaneKey, LanePromise>, isDrawn: (key: LaneKey) => boolean): LaneKey[] {
  return [...promises.values()]
    .filter((promise) => promise.promise !== 'undrawn' && isDrawn(promise.key))
    .sort((a, b) => b.promised - a.promised || (a.key < b.key ? -1 : 1))
    .slice(0, STANDING_PROMISES)
    .map((promise) => promise.key);
}

export function touches(key: LaneKey, target: Target): boolean {
  const { from, to } = laneParts(key);
  switch (target.kind) {
    case 'actor':
      return from === target.id || to === target.id;
    case 'lane':
      return key === target.key;
    case 'bundle':
      return target.key === bundleKey(from, to);
  }
}

export function bundleKey(a: PartyId, b: PartyId): string {
  return a < b ? `${a}|${b}` : `${b}|${a}`;
}

interface LostLane {
  /** What it carried a month, before. */
  readonly amount: Dollars;
  /** Its place in the order of the losses, in the month of the failure; null afterwards. */
  readonly order: number | null;
}

/**
 * Lanes of actors that failed: what they did not pay in the month of the failure, and what no longer runs until three
 * quiet months have passed. What was paid is no loss, and stays as it is.
 */
function lostLanes(request: FlowRequest, isDrawn: (key: LaneKey) => boolean): Map<LaneKey, LostLane> {
  const { frame, frames, after, phase } = request;
  const lost = new Map<LaneKey, LostLane>();
  const failedNow = defaultsIn(frame, phase);
  const failed = (id: PartyId): boolean => failedNow.includes(id) || hasFailed(conditionOf(id, after, frame.measures));
  const sums = new Map<LaneKey, Dollars>();
  for (let back = 0; back <= 2; back++) {
    const earlier = back === 0 ? frame : frames.peek(frame.tick - back);
    if (earlier === undefined) continue;
    for (const lane of lanesOfMonth(earlier).values()) if (lane.amount > 0 && isDrawn(lane.key) && (failed(lane.from) || failed(lane.to))) sums.set(lane.key, (sums.get(lane.key) ?? 0) + lane.amount);
  }
  const now = lanesOfMonth(frame);
  let order = 0;
  const own = new Set(request.scale.lanes);
  const missing = (key: LaneKey): Dollars => now.get(key)?.missing ?? 0;
  let others = 0;
  for (const key of [...sums.keys()].sort((a, b) => missing(b) - missing(a) || sums.get(b)! - sums.get(a)! || (a < b ? -1 : 1))) {
    const { from, to } = laneParts(key);
    const isNew = failedNow.includes(from) || failedNow.includes(to);
    // it still pays, or an estate does
    if ((now.get(key)?.amount ?? 0) > 0 && !(isNew && missing(key) > 0)) continue;
    if (!own.has(key) && ++others > LOST_LANES) continue;
    lost.set(key, { amount: Math.round(sums.get(key)! / 3), order: isNew ? order++ : null });
  }
  return lost;
}

function planLane(key: LaneKey, found: LaneMonth | undefined, promised: LanePromise | undefined, lost: LostLane | undefined, request: FlowRequest): FlowLane | null {
  const { scale, frames, frame, phase, selected, smooth, light, spoken } = request;
  const { from, to, kind } = laneParts(key);
  const phaseName: Phase | null = phase === null ? null : PHASES[phase]!;
  const whole = found?.amount ?? 0;
  const amount = smooth ? meanOf(key, frame, frames) : phaseName === null ? whole : (found?.phases[phaseName] ?? 0);
  const missing = phaseName === null || phase! >= PHASES.indexOf('settle') ? (found?.missing ?? 0) : 0;
  const promise: PromiseKind | null = promised?.promise ?? null;
  const isHollow = (smooth ? amount : whole) <= 0 && missing <= 0 && lost === undefined;
  if (isHollow && promise === null) return null;
  const width = isHollow ? PROMISE_WIDTH : laneWidth(scale, smooth ? amount : Math.max(whole + missing, lost?.amount ?? 0));
  const solid = isHollow || (lost !== undefined && whole <= 0) ? 0 : missing > 0 ? whole / (whole + missing) : 1;
  const followed = light?.lanes.get(key) ?? 0;
  const lit = followed > 0 ? 'now' : light?.passed.has(key) === true ? 'before' : null;
  const said = spoken.find((each) => each.key === key);
  const isSpoken = said !== undefined;
  const aside = !isSpoken && (selected !== null ? !touches(key, selected) : light !== null && lit === null);
  const dim = (aside && lit !== 'now') || (phaseName !== null && amount <= 0 && missing <= 0);
  return {
    key, kind, from, to, amount, missing, promised: promised?.promised ?? 0, promise, width, solid, dim, followed, lit, spoken: isSpoken, part: said?.part ?? null, units: found?.units ?? 0,
    hollowing: lost?.order ?? null,
    beats: found?.beats ?? { income: 0, decide: 0, finance: 0, goods: 0, settle: 0 },
  };
}

function meanOf(key: LaneKey, frame: Frame, frames: Months): Dollars {
  let sum = 0;
  let months = 0;
  for (let back = 0; back <= 2; back++) {
    const earlier = back === 0 ? frame : frames.peek(frame.tick - back);
    if (earlier === undefined) continue;
    sum += lanesOfMonth(earlier).get(key)?.amount ?? 0;
    months += 1;
  }
  return Math.round(sum / Math.max(1, months));
}

function hiddenOf(month: ReadonlyMap<LaneKey, LaneMonth>, shown: ReadonlySet<LaneKey>, isDrawn: (key: LaneKey) => boolean): { count: number; share: number } {
  let count = 0;
  let volume = 0;
  let hidden = 0;
  for (const lane of month.values()) {
    if (!isDrawn(lane.key) || lane.amount <= 0) continue;
    volume += lane.amount;
    if (shown.has(lane.key)) continue;
    count += 1;
    hidden += lane.amount;
  }
  return { count, share: volume > 0 ? hidden / volume : 0 };
}
