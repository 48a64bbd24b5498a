/** A trail at a month in three figures: how often its money was revenue, what came home, what is still in the loop. */
import type { Trail, TrailMonth } from '../../explain/follow.ts';
import { isActorKind } from '../../model/party.ts';
import type { Speaker } from '../../words/speaker.ts';

/** The trail as it stands at a month; null before its payment. */
export function monthAt(trail: Trail, tick: number): TrailMonth | null {
  return tick < trail.tick ? null : (trail.months[Math.min(tick - trail.tick, trail.months.length - 1)] ?? null);
}

/** Written as the reader's language writes them. Lenders and sectors are outside the loop: their money is stamped anew. */
export function trailFigures({ flow }: Pick<Trail, 'flow'>, now: TrailMonth, { scenario, format }: Pick<Speaker, 'scenario' | 'format'>): { readonly times: string; readonly home: string; readonly away: string } {
  const kinds = new Map(scenario.parties.map((party) => [party.id, party.kind]));
  const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
  const inLoop = Object.entries(now.held).filter(([party]) => {
    const kind = kinds.get(party);
    return kind !== undefined && isActorKind(kind) && kind !== 'lender';
  });
  return {
    times: format.number(sum(Object.values(now.revenue)) / flow.amount, 2),
    home: format.percent(now.cameHome / flow.amount, 1),
    away: format.percent(sum(inLoop.map(([, amount]) => amount)) / flow.amount, 1),
  };
}
