/** What does not change during a run: the parties, their terms and the scenario they come from, looked up quickly. */
import { isActorKind, PARTY_KINDS, type ActorKind, type Party, type PartyKind, type SectorKind } from '../model/party.ts';
import type { Scenario } from '../model/scenario.ts';

export interface Setting {
  readonly scenario: Scenario;
  readonly seed: string;
  /** All parties, ordered by id. */
  readonly parties: readonly Party[];
  readonly actors: readonly (Party & { kind: ActorKind })[];
  party(id: string): Party;
  kindOf(id: string): PartyKind;
  /** Ids of one kind, ordered. */
  ids(kind: PartyKind): readonly string[];
  /** The only party of a sector kind. */
  sector(kind: Exclude<SectorKind, 'otherChipBuyers'>): string;
  /** A term of an actor, as the scenario gives it. @throws for a term the kind does not have. */
  term(id: string, name: string): number;
  hasTerm(id: string, name: string): boolean;
  isSector(id: string): boolean;
}

export function buildSetting(scenario: Scenario, seed: string): Setting {
  const parties = scenario.parties
    .map((party): Party => ({ id: party.id, kind: party.kind, name: party.name }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const byId = new Map(parties.map((party) => [party.id, party]));
  const terms = new Map<string, ReadonlyMap<string, number>>();
  for (const party of scenario.parties) terms.set(party.id, new Map(Object.entries(party.terms).map(([name, { value }]) => [name, value])));
  const byKind = new Map<PartyKind, string[]>(PARTY_KINDS.map((kind) => [kind, []]));
  for (const party of parties) byKind.get(party.kind)!.push(party.id);
  const sectors = new Set(parties.filter((party) => !isActorKind(party.kind)).map((party) => party.id));
  const party = (id: string): Party => {
    const found = byId.get(id);
    if (found === undefined) throw new Error(`unknown party ${id}`);
    return found;
  };
  return {
    scenario,
    seed,
    parties,
    actors: parties.filter((each): each is Party & { kind: ActorKind } => isActorKind(each.kind)),
    party,
    kindOf: (id) => party(id).kind,
    ids: (kind) => byKind.get(kind)!,
    sector: (kind) => {
      const [only] = byKind.get(kind)!;
      if (only === undefined) throw new Error(`the scenario has no ${kind} sector`);
      return only;
    },
    term: (id, name) => {
      const value = terms.get(id)?.get(name);
      if (value === undefined) throw new Error(`${id} has no term ${name}`);
      return value;
    },
    hasTerm: (id, name) => terms.get(id)?.has(name) ?? false,
    isSector: (id) => sectors.has(id),
  };
}
