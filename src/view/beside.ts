/**
 * Amounts that belong to an actor and not to a payment, written beside its circle: what it lost this month on those it
 * had lent to, and by how much it is better or worse off than in the other history.
 */
import type { Frame } from '../model/frame.ts';
import { PHASES } from '../model/phase.ts';
import type { Dollars, PartyId } from '../model/units.ts';
import type { World } from '../model/world.ts';
import type { RunScale } from '../playback/run-scale.ts';
import { box, boxesMeet, boxInside, boxToDisc, type Box } from './geometry.ts';
import { books } from './glyph.ts';
import type { Layout, LayoutRequest, Place } from './layout.ts';
import { tieTo } from './names.ts';
import type { Still, TextPlan } from './plan.ts';

interface Beside {
  readonly layout: Layout;
  readonly request: LayoutRequest;
  /** Where something else is written; what finds a place is added. */
  readonly taken: Box[];
}

/** The largest losses of a month that are written. */
const MOST_LOSSES = 3;

/** What lenders lost in this month, or in this phase of it, where it matters to them: the largest, of those who have not stepped back. */
export function losses({ frame, phase, bright, ...beside }: Beside & { readonly frame: Frame; readonly phase: number | null; readonly bright: ReadonlySet<PartyId> | null }): { readonly texts: readonly TextPlan[]; readonly ties: Still['ties'] } {
  const { layout, request } = beside;
  const lost = new Map<PartyId, Dollars>();
  for (const record of frame.phases) {
    if (phase !== null && record.phase !== PHASES[phase]) continue;
    for (const { type, actor, data } of record.events) if (type === 'lenderLoss' && actor !== undefined) lost.set(actor, (lost.get(actor) ?? 0) + Number(data['loss']));
  }
  const texts: TextPlan[] = [];
  const ties: Still['ties'][number][] = [];
  const largest = [...lost].filter(([id, amount]) => amount >= least(id, request.scale) && bright?.has(id) !== false).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
  for (const [id, amount] of largest.slice(0, MOST_LOSSES)) {
    const place = layout.places.get(id);
    const spot = place?.shape === 'ring' ? freeBeside(place, request.words.lost(amount), beside, true) : null;
    if (spot === null) continue;
    texts.push({ ...spot.text, id: `loss/${id}`, role: 'amount', tone: 'trouble' });
    if (spot.tie !== null) ties.push(spot.tie);
  }
  return { texts, ties };
}

/** By how much each actor's equity is better or worse here, where it matters. */
export function differenceTexts({ here, other, ...beside }: Beside & { readonly here: World; readonly other: World }): TextPlan[] {
  const { layout, request } = beside;
  return [...layout.places.values()].flatMap((place): TextPlan[] => {
    const amount = place.shape === 'ring' ? worthDifference(place.id, here, other, request.scale) : 0;
    const spot = amount === 0 ? null : freeBeside(place, request.words.difference(amount), beside, false);
    return spot === null ? [] : [{ ...spot.text, id: `difference/${place.id}`, role: 'difference', tone: amount >= 0 ? 'relief' : 'trouble' }];
  });
}

/** By how much its equity is better or worse here; 0 where it does not matter. */
export function worthDifference(id: PartyId, here: World, other: World, scale: RunScale): Dollars {
  const [ours, theirs] = [here.accounts[id], other.accounts[id]];
  if (ours === undefined || theirs === undefined) return 0;
  const amount = books(ours).equity - books(theirs).equity;
  return Math.abs(amount) < least(id, scale) ? 0 : amount;
}

/** What matters to it: a hundredth of its books, and not less than $50m. */
function least(id: PartyId, scale: RunScale): Dollars {
  return Math.max(50_000_000, 0.01 * (scale.peakBooks[id] ?? 0));
}

/** Ways out from the middle of a circle: straight ones, then those between; marks stand at the upper right. */
const WAYS = [[0, -1], [0, 1], [1, 0], [-1, 0], [-0.7, -0.7], [0.7, -0.7], [0.7, 0.7], [-0.7, 0.7], [0.92, -0.38], [-0.92, -0.38], [0.38, -0.92], [-0.38, -0.92], [0.92, 0.38], [-0.92, 0.38]] as const;
/** Pixels from the ring. */
const AWAY = [2, 8, 14, 20, 26, 32, 38, 44, 52, 60] as const;
/** Which part of it stands nearest to its owner, of its width. */
const PARTS = [null, 0.5, 0, 1, 0.25, 0.75] as const;
/** By so much nearer to its owner than to anybody else nobody takes it for another's, pixels. */
const CLEARLY = 8;

interface Spot {
  readonly text: Omit<TextPlan, 'id' | 'role' | 'tone'>;
  /** Where a reader might take it for somebody else's. */
  readonly tie: Still['ties'][number] | null;
}

/** A place at its ring that is free of everything else and clearly its own; else one that is nearer to it than to anybody else or, where it may stand `farther` out, is tied to it. */
function freeBeside(place: Place, text: string, { layout, request, taken }: Beside, farther: boolean): Spot | null {
  const size = layout.type.amount;
  const width = Math.ceil(request.measure(text, size, true)) + 10;
  const height = Math.ceil(size * 1.4);
  const others = [...layout.places.values()].filter(({ id }) => id !== place.id);
  const stage = box(0, 0, layout.width, layout.height);
  const away = (spot: Box, one: Place): number => (one.shape === 'ring' ? boxToDisc(spot, one.x, one.y, one.radius + layout.ring) : boxesMeet(spot, one.box, 2) ? -1 : Infinity);
  for (const isClear of [true, false])
    for (const distance of AWAY)
      for (const part of PARTS)
        for (const [right, down] of WAYS) {
          const reach = place.radius + layout.ring + distance;
          const spot = box(place.x + right * reach - (part ?? (1 - right) / 2) * width, place.y + down * reach - (1 - down) * (height / 2), width, height);
          const gap = away(spot, place);
          if (gap < 0 || !boxInside(spot, stage) || taken.some((used) => boxesMeet(spot, used, 2))) continue;
          const apart = isClear ? gap + CLEARLY : farther ? 1 : Math.max(1, gap);
          if (!others.every((one) => away(spot, one) > apart)) continue;
          taken.push(spot);
          return { text: { text, box: spot, size, bold: true, align: 'center', lane: null, on: null, dim: false }, tie: isClear || !farther ? null : tieTo(place, spot, layout) };
        }
  return null;
}
