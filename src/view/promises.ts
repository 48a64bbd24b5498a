/** What has been promised and not paid: stages of an investment, guarantees, lines of credit not yet drawn. */
import type { World } from '../model/world.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import { laneKey, type LaneKey, type LaneKind } from '../playback/lane-book.ts';
import type { PromiseKind } from './plan.ts';

export interface LanePromise {
  readonly key: LaneKey;
  readonly kind: LaneKind;
  readonly from: PartyId;
  readonly to: PartyId;
  readonly promise: PromiseKind;
  readonly promised: Dollars;
}

/** Promises by the lane their money would take; the larger one names a lane that has two. */
export function promisesOf(world: World): ReadonlyMap<LaneKey, LanePromise> {
  const promises = new Map<LaneKey, LanePromise>();
  const add = (from: PartyId, kind: LaneKind, to: PartyId, promise: PromiseKind, promised: Dollars): void => {
    if (promised <= 0) return;
    const key = laneKey(from, kind, to);
    const other = promises.get(key);
    const main = other !== undefined && other.promised > promised ? other.promise : promise;
    promises.set(key, { key, kind, from, to, promise: main, promised: promised + (other?.promised ?? 0) });
  };
  for (const id of Object.keys(world.commitments).sort()) {
    const row = world.commitments[id]!;
    add(row.investor, 'equity', row.issuer, 'commitment', row.perStage * (row.stages - row.stagesPaid));
  }
  for (const id of Object.keys(world.backstops).sort()) {
    const row = world.backstops[id]!;
    if (row.end > world.tick) add(row.guarantor, 'cash', row.beneficiary, 'backstop', row.cap - row.used);
  }
  for (const id of Object.keys(world.loans).sort()) {
    const row = world.loans[id]!;
    if (row.availableUntil >= world.tick) add(row.lender, 'debt', row.borrower, 'undrawn', row.undrawn);
  }
  return promises;
}
