/**
 * Rivers: what several of one kind pay one party, or one pays several, for lanes too many to draw each. Clouds pay
 * builders and owners, sales to other buyers come in: most of the money beside the loop runs in a few of them, so that
 * nearly all of it is seen. Which there are is fixed over the run, or over both runs of a comparison.
 */
import type { Scenario } from '../model/scenario.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import { laneParts, type LaneBook, type LaneKey, type LaneKind } from './lane-book.ts';

/** A river must carry this share of all dollars of the run, and there are so many at most. */
export const LEAST_RIVER = 0.015;
export const MOST_RIVERS = 6;

/** `hyperscaler/cash/suppliers`: a kind of party, a kind of lane, a kind of party. */
export type RiverKey = string;

export interface River {
  readonly key: RiverKey;
  readonly kind: LaneKind;
  /** Several payers and one payee, or one payer and several payees, each ordered by id. */
  readonly payers: readonly PartyId[];
  readonly payees: readonly PartyId[];
  /** The most it carries in any month of the runs. */
  readonly most: Dollars;
}

export function riverOf(lane: LaneKey, kindOf: (party: PartyId) => string | undefined): RiverKey {
  const { from, kind, to } = laneParts(lane);
  return `${kindOf(from) ?? ''}/${kind}/${kindOf(to) ?? ''}`;
}

/** The rivers of finished runs beside the lanes that are drawn on their own, the largest first. */
export function chooseRivers(scenario: Scenario, books: readonly LaneBook[], own: readonly LaneKey[]): River[] {
  const kinds = new Map(scenario.parties.map((party) => [party.id, party.kind as string]));
  const drawn = new Set(own);
  const beds = new Map<RiverKey, { readonly kind: LaneKind; readonly payers: Set<PartyId>; readonly payees: Set<PartyId>; readonly months: Map<string, Dollars>; total: Dollars }>();
  let whole = 0;
  books.forEach((book, nth) => {
    for (const lane of book.keys()) {
      whole += book.total(lane);
      if (drawn.has(lane)) continue;
      const { from, kind, to } = laneParts(lane);
      const key = riverOf(lane, (party) => kinds.get(party));
      let bed = beds.get(key);
      if (bed === undefined) beds.set(key, (bed = { kind, payers: new Set(), payees: new Set(), months: new Map(), total: 0 }));
      bed.payers.add(from);
      bed.payees.add(to);
      bed.total += book.total(lane);
      for (let tick = 0; tick < book.ticks; tick++) bed.months.set(`${nth}/${tick}`, (bed.months.get(`${nth}/${tick}`) ?? 0) + book.amount(lane, tick));
    }
  });
  return [...beds]
    .filter(([, { payers, payees, total }]) => (payers.size === 1) !== (payees.size === 1) && total >= LEAST_RIVER * whole)
    .sort(([a, x], [b, y]) => y.total - x.total || (a < b ? -1 : 1))
    .slice(0, MOST_RIVERS)
    .map(([key, { kind, payers, payees, months }]) => ({ key, kind, payers: [...payers].sort(), payees: [...payees].sort(), most: Math.max(...months.values()) }));
}
