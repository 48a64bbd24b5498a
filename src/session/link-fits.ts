/** Whether what a link points at is there in the world it names. */
import type { Scenario } from '../model/scenario.ts';
import { laneParts } from '../playback/lane-book.ts';
import type { Field, Link } from './link.ts';

/** Fields that name a month or somebody the scenario does not have; the page begins without them and says so. */
export function misfits({ at, focus }: Link, scenario: Scenario): Field[] {
  const known = (id: string): boolean => scenario.parties.some((party) => party.id === id);
  const found: Field[] = [];
  if (at !== undefined && at.tick >= scenario.horizon) found.push('t');
  if (focus?.kind === 'actor' && !known(focus.id)) found.push('focus');
  if (focus?.kind === 'lane' && !partiesOf(focus.key).every(known)) found.push('focus');
  return found;
}

function partiesOf(key: string): string[] {
  const { from, to } = laneParts(key);
  return [from, to];
}
