/** Who takes part: six kinds of actor, each a statechart, and the sectors that close the books. */
import type { PartyId } from './units.ts';

export const ACTOR_KINDS = ['chipVendor', 'hyperscaler', 'neocloud', 'aiLab', 'lender', 'reit'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

/**
 * Sectors have accounts but no machine. They may hold negative cash and never default.
 * `monetary` is the one column that issues the cash everybody holds.
 */
export const SECTOR_KINDS = [
  'endCustomers',
  'otherChipBuyers',
  'suppliers',
  'outsideInvestors',
  'government',
  'monetary',
] as const;
export type SectorKind = (typeof SECTOR_KINDS)[number];

export const PARTY_KINDS = [...ACTOR_KINDS, ...SECTOR_KINDS] as const;
export type PartyKind = ActorKind | SectorKind;

/** A party as the scenario names it; it does not change during a run. */
export interface Party {
  readonly id: PartyId;
  readonly kind: PartyKind;
  /** Display names; `generic` replaces them when names are hidden ("Neocloud A"). */
  readonly name: { readonly en: string; readonly zh: string };
}

export function isActorKind(kind: PartyKind): kind is ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(kind);
}
