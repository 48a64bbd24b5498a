/**
 * How an actor is doing, as one of nine conditions: Minsky's classes (Minsky 1992, Levy WP 74), the equity-funded
 * cash burner, distress, default and what comes after. Each is a shape and a word, never a colour alone.
 */
import type { World } from '../model/world.ts';
import type { Frame } from '../model/frame.ts';
import type { Measures } from '../model/measures.ts';
import { PHASES } from '../model/phase.ts';
import type { PartyId } from '../model/units.ts';

export const CONDITIONS = [
  'none', // sectors and actors whose solvency has no class
  'hedge', // ○ income pays interest and principal
  'speculative', // ◔ income pays the interest, principal is rolled over
  'ponzi', // ◑ income does not pay the interest
  'equityBurner', // ◐ no debt, lives on its owners' money
  'distressed', // ◕ has missed payments, not yet failed
  'inDefault', // ✕
  'resolved', // ⬓ restructured, rescued or taken over
] as const;
export type Condition = (typeof CONDITIONS)[number];

const BY_STATE: { readonly [state: string]: Condition } = {
  hedge: 'hedge',
  speculative: 'speculative',
  ponzi: 'ponzi',
  equityBurner: 'equityBurner',
  distressed: 'distressed',
  inDefault: 'inDefault',
  failed: 'inDefault',
  resolved: 'resolved',
};

/**
 * The machine's own word where it has one; a hedge or Ponzi unit without debt that burns cash is named apart by the
 * month's measures (finance A6).
 */
export function conditionOf(id: PartyId, state: World, measures: Measures | null): Condition {
  const regions = state.machines[id]?.value;
  if (regions === undefined) return 'none';
  let found: Condition = 'none';
  for (const region of Object.keys(regions).sort()) {
    const named = Object.hasOwn(BY_STATE, regions[region]!) ? BY_STATE[regions[region]!] : undefined;
    if (named !== undefined && (found === 'none' || region === 'solvency')) found = named;
  }
  if (found === 'hedge' || found === 'speculative' || found === 'ponzi')
    if (measures?.actors[id]?.minsky === 'equityBurner') return 'equityBurner';
  return found;
}

/** Who defaulted in a month, in the order in which they did; up to a phase, by its place in PHASES, or in all of it. */
export function defaultsIn(frame: Frame, phase: number | null): readonly PartyId[] {
  const failed = new Set<PartyId>();
  for (const record of frame.phases)
    if (phase === null || PHASES.indexOf(record.phase) <= phase)
      for (const event of record.events) if (event.type === 'default' && event.actor !== undefined) failed.add(event.actor);
  return [...failed];
}

/**
 * The condition as a picture of the month shows it. A default that was restructured before the month closed was a default
 * all the same: it is shown for that month, and what came of it from the next one on.
 */
export function conditionShown(id: PartyId, state: World, frame: Frame, phase: number | null): Condition {
  return defaultsIn(frame, phase).includes(id) ? 'inDefault' : conditionOf(id, state, frame.measures);
}

/** Failed: nothing is expected from it any more. */
export function hasFailed(condition: Condition): boolean {
  return condition === 'inDefault';
}
