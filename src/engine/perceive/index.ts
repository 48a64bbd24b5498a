/** Phase 3: every actor gets its view, all from the same snapshot. */
import type { ActorKind } from '../../model/party.ts';
import type { Month } from '../../ledger/month.ts';
import { aiLabView } from './ai-lab.ts';
import { chipVendorView } from './chip-vendor.ts';
import { hyperscalerView } from './hyperscaler.ts';
import { lenderView } from './lender.ts';
import { neocloudView } from './neocloud.ts';
import { reitView } from './reit.ts';
import { takeSight, type Sight } from './sight.ts';

const SEES: { readonly [kind in ActorKind]: (sight: Sight, id: string) => unknown } = {
  chipVendor: chipVendorView, hyperscaler: hyperscalerView, neocloud: neocloudView, aiLab: aiLabView, lender: lenderView, reit: reitView,
};

export interface Perception {
  readonly sight: Sight;
  readonly views: ReadonlyMap<string, unknown>;
}

export function perceive(month: Month): Perception {
  const sight = takeSight(month);
  return { sight, views: new Map(month.setting.actors.map((actor) => [actor.id, SEES[actor.kind](sight, actor.id)])) };
}

/** One actor's view again, after what has happened since (used when a default changes its state within the month). */
export function viewAgain(month: Month, perception: Perception, actor: string, facts: object): unknown {
  return { ...(perception.views.get(actor) as object), tick: month.tick, ...facts };
}
