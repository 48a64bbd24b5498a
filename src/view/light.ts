/**
 * The way of one payment's money, lit on the stage: the lanes that carry some of it this month, those that carried some
 * before, and who holds it now. Everything else steps back.
 */
import type { Trail } from '../explain/follow.ts';
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import { LANE_KINDS, laneKey, type LaneKey, type LaneKind } from '../playback/lane-book.ts';

export interface Light {
  /** Followed dollars of each lane that carries a share worth seeing this month, the largest first. */
  readonly lanes: ReadonlyMap<LaneKey, Dollars>;
  /** Lanes that carried more than a hundredth of it in the months before. */
  readonly passed: ReadonlySet<LaneKey>;
  /** Who holds more than a hundredth of it at the close of the month. */
  readonly held: ReadonlySet<PartyId>;
}

/** Less than this share is not worth a light: of the payment for who holds it and where it has been, of the month's largest lane for where it runs. */
const SEEN = 0.01;

const known = new WeakMap<Trail, Map<Tick, Light>>();

/** The light of a month; null before the payment and where the trail has not been read yet. */
export function lightAt(trail: Trail, tick: Tick): Light | null {
  const nth = tick - trail.tick;
  const month = trail.months[nth];
  if (month === undefined) return null;
  const lights = known.get(trail) ?? new Map<Tick, Light>();
  known.set(trail, lights);
  let light = lights.get(tick);
  if (light === undefined) {
    const running = lanesOf(month.steps);
    const largest = Math.max(0, ...running.values());
    const lanes = new Map([...running].filter(([, dollars]) => dollars >= SEEN * largest));
    const before = lanesOf(trail.months.slice(0, nth).flatMap(({ steps }) => steps));
    const passed = new Set([...before].filter(([, dollars]) => dollars > SEEN * trail.flow.amount).map(([key]) => key));
    const held = new Set(Object.entries(month.held).filter(([, amount]) => amount > SEEN * trail.flow.amount).map(([party]) => party));
    lights.set(tick, (light = { lanes, passed, held }));
  }
  return light;
}

function lanesOf(steps: Trail['months'][number]['steps']): Map<LaneKey, Dollars> {
  const lanes = new Map<LaneKey, Dollars>();
  for (const { from, lane, to, dollars } of steps) {
    if (!(LANE_KINDS as readonly string[]).includes(lane)) continue;
    const key = laneKey(from, lane as LaneKind, to);
    lanes.set(key, (lanes.get(key) ?? 0) + dollars);
  }
  return new Map([...lanes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)));
}
