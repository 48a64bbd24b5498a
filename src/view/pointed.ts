/** What the pointer rests on, as it is drawn: for a page that says the rest of it in words. */
import type { Frame } from '../model/frame.ts';
import type { Scenario } from '../model/scenario.ts';
import type { PartyId } from '../model/units.ts';
import { bundleKey } from './flow-plan.ts';
import type { Point } from './geometry.ts';
import type { LanePlan, NodePlan, RiverPlan, Still, Target } from './plan.ts';

export type PointedThing =
  | { readonly kind: 'actor'; readonly node: NodePlan }
  | { readonly kind: 'lane'; readonly lane: LanePlan }
  /** Every lane between two, of which some are drawn as one. */
  | { readonly kind: 'bundle'; readonly ends: readonly [PartyId, PartyId]; readonly lanes: readonly LanePlan[] }
  | { readonly kind: 'river'; readonly river: RiverPlan };

export interface Pointed {
  readonly thing: PointedThing;
  readonly scenario: Scenario;
  readonly frame: Frame;
  /** The single phase that is shown, by its place in PHASES; null for all of the month. */
  readonly phase: number | null;
  /** The pointer, and how large the stage is, in pixels of the stage. */
  readonly at: Point;
  readonly room: { readonly width: number; readonly height: number };
}

/** Null where it is not drawn in this month. */
export function pointedThing(still: Still, target: Target): PointedThing | null {
  switch (target.kind) {
    case 'actor': {
      const node = still.nodes.find(({ id }) => id === target.id);
      return node === undefined ? null : { kind: 'actor', node };
    }
    case 'lane': {
      const lane = still.lanes.find(({ key }) => key === target.key);
      return lane === undefined ? null : { kind: 'lane', lane };
    }
    case 'bundle': {
      const river = still.rivers.find(({ key }) => key === target.key);
      if (river !== undefined) return { kind: 'river', river };
      const lanes = still.lanes.filter(({ from, to }) => bundleKey(from, to) === target.key).sort((a, b) => b.amount - a.amount || (a.key < b.key ? -1 : 1));
      const [a, b] = target.key.split('|');
      return lanes.length === 0 || a === undefined || b === undefined ? null : { kind: 'bundle', ends: [a, b], lanes };
    }
  }
}
