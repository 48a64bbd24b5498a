/** Moments worth a mark on the timeline, found month by month as a run grows. */
import type { EventType } from '../model/decision.ts';
import type { PhaseRecord } from '../model/frame.ts';
import type { Phase } from '../model/phase.ts';
import type { PartyId, Tick } from '../model/units.ts';

/** 3: the story turns · 2: somebody is in trouble or the stakes rise · 1: worth knowing · 0: not marked. */
export type Weight = 0 | 1 | 2 | 3;
export const WEIGHT: { readonly [type in EventType]: Weight } = {
  shock: 3,
  default: 3,
  restructured: 3,
  liquidated: 3,
  missedPayment: 2,
  coverBreach: 2,
  accelerated: 2,
  marginCall: 2,
  seizure: 2,
  fireSale: 2,
  backstopCalled: 2,
  lenderLoss: 2,
  cashTrap: 2,
  customChipDeployed: 2,
  generationLaunched: 2,
  tranchePaid: 2,
  refused: 1,
  covenantWaived: 1,
  contractSigned: 1,
  contractEnded: 1,
  stakeBought: 1,
  backstopSigned: 1,
  decisionTaken: 1,
  roundClosed: 1,
  listPriceCut: 1,
  usedPriceFell: 1,
  rentFell: 1,
  ordersFell: 1,
  revenueFell: 1,
  creditTightened: 1,
  vacancy: 1,
  stateChanged: 0,
  stakeMarked: 0,
};

export interface EventMark {
  readonly tick: Tick;
  readonly phase: Phase;
  readonly id: string;
  readonly key: string;
  readonly type: EventType;
  readonly actor: PartyId | null;
  readonly weight: Exclude<Weight, 0>;
}

/** The marks of one month, in the order in which things happened. */
export function marksOf(frame: { readonly tick: Tick; readonly phases: readonly Pick<PhaseRecord, 'phase' | 'events'>[] }): EventMark[] {
  const marks: EventMark[] = [];
  for (const { phase, events } of frame.phases)
    for (const { id, key, type, actor, data } of events) {
      // what the scenario had announced before it opens is history, no shock that a class should look at
      const weight = data['announced'] === true ? 0 : WEIGHT[type];
      if (weight > 0) marks.push({ tick: frame.tick, phase, id, key, type, actor: actor ?? null, weight: weight as EventMark['weight'] });
    }
  return marks;
}

/** The nearest marked month after (or before) a tick; null when there is none. Marks are in order of time. */
export function nearestMark(marks: readonly EventMark[], tick: Tick, direction: 1 | -1, wanted: (mark: EventMark) => boolean = () => true): EventMark | null {
  if (direction > 0) return marks.find((mark) => mark.tick > tick && wanted(mark)) ?? null;
  let found: EventMark | null = null;
  for (const mark of marks) {
    if (mark.tick >= tick) break;
    if (wanted(mark) && found?.tick !== mark.tick) found = mark;
  }
  return found;
}
