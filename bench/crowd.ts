/** An economy with more actors: those of a scenario, with all their contracts, several times over; all but the chip vendors. */
import { isActorKind } from '../src/model/party.ts';
import type { Scenario } from '../src/model/scenario.ts';
import type { PartyId } from '../src/model/units.ts';

/** Who can be had more than once. */
export function copyable(scenario: Scenario): PartyId[] {
  return scenario.parties.filter((party) => isActorKind(party.kind) && party.kind !== 'chipVendor').map((party) => party.id);
}

/** The scenario with `copies` of everybody in `who`, among whom demand and supply are shared out as they are. */
export function crowded(scenario: Scenario, copies: number, who: readonly PartyId[] = copyable(scenario)): Scenario {
  const copied = new Set(who);
  const lists = ['lots', 'sites', 'leases', 'contracts', 'loans', 'orders', 'stakes', 'commitments', 'backstops', 'rounds'] as const;
  const ids = new Set([...copied, ...lists.flatMap((name) => scenario[name].map((row) => ('id' in row ? (row as { id: string }).id : ''))).filter(Boolean)]);
  const renamed = <Value>(value: Value, nth: number): Value => {
    if (nth === 0) return value;
    if (typeof value === 'string') return (ids.has(value) ? `${value}-c${nth}` : value) as Value;
    if (Array.isArray(value)) return value.map((each: unknown) => renamed(each, nth)) as Value;
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, renamed(each, nth)])) as Value;
    return value;
  };
  const every = Array.from({ length: copies }, (_, nth) => nth);
  const touches = (row: object): boolean => Object.values(row).some((value) => typeof value === 'string' && copied.has(value));
  const several = <Row extends object>(list: readonly Row[]): Row[] => list.flatMap((row) => (touches(row) ? every.map((nth) => renamed(row, nth)) : [row]));
  return {
    ...scenario,
    parties: scenario.parties.flatMap((party) => (copied.has(party.id) ? every.map((nth) => ({ ...party, id: nth === 0 ? party.id : `${party.id}-c${nth}` })) : [party])),
    ...(Object.fromEntries(lists.map((name) => [name, several(scenario[name] as readonly object[])])) as Partial<Scenario>),
  };
}
