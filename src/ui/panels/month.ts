/** What can be said of one month at a position: its records so far, and payments summed by who paid whom for what. */
import type { Decision, Event } from '../../model/decision.ts';
import type { Flow, Purpose } from '../../model/flow.ts';
import type { PhaseRecord } from '../../model/frame.ts';
import { PHASES } from '../../model/phase.ts';
import type { Dollars, PartyId } from '../../model/units.ts';
import type { FrameSource, Scene } from '../../playback/index.ts';
import { sumDye } from './dye-bar.tsx';

/** Phases reached: all of the month, or those up to the one that is shown. */
export function recordsOf(scene: Scene): readonly PhaseRecord[] {
  return scene.phase === null ? scene.frame.phases : scene.frame.phases.filter((record) => PHASES.indexOf(record.phase) <= scene.phase!);
}
export const flowsOf = (scene: Scene): readonly Flow[] => recordsOf(scene).flatMap((record) => record.flows);
export const decisionsOf = (scene: Scene): readonly Decision[] => recordsOf(scene).flatMap((record) => record.decisions);
export const eventsOf = (scene: Scene): readonly Event[] => recordsOf(scene).flatMap((record) => record.events);

/** Payments of one purpose between the same two. */
export interface Payment {
  readonly from: PartyId;
  readonly to: PartyId;
  readonly purpose: Purpose;
  readonly lane: Flow['lane'];
  readonly amount: Dollars;
  readonly count: number;
  readonly units: number;
  readonly dye: readonly number[];
  /** Its largest flow: what follows when somebody follows this money. */
  readonly largest: Flow;
}

/** Summed by (from, to, purpose); the largest first. */
export function paymentsOf(flows: readonly Flow[]): readonly Payment[] {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    const key = `${flow.from}/${flow.purpose}/${flow.to}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [flow]);
    else group.push(flow);
  }
  return [...groups.values()]
    .map((group): Payment => {
      const first = group[0]!;
      return {
        from: first.from, to: first.to, purpose: first.purpose, lane: first.lane,
        amount: group.reduce((sum, flow) => sum + flow.amount, 0), count: group.length, units: group.reduce((sum, flow) => sum + (flow.units ?? 0), 0),
        dye: sumDye(group.map((flow) => flow.dye)), largest: group.reduce((most, flow) => (flow.amount > most.amount ? flow : most), first),
      };
    })
    .sort((a, b) => b.amount - a.amount || (a.from < b.from ? -1 : 1));
}

/** Does an event concern a party: as its actor, or as one of the parties it names? */
export function concerns(event: Event, party: PartyId): boolean {
  return event.actor === party || Object.values(event.data).some((value) => value === party);
}

/** The next month at hand in which something happens to a party or it decides something; null when none is known. */
export function nextNews(run: FrameSource, after: number, party: PartyId): number | null {
  for (let tick = after + 1; tick < run.length; tick++) {
    const frame = run.peek(tick);
    if (frame === undefined) return null;
    if (frame.phases.some((record) => record.events.some((event) => event.type !== 'stateChanged' && concerns(event, party)) || record.decisions.some((decision) => decision.actor === party && decision.type !== 'hold'))) return tick;
  }
  return null;
}
