/** What a landlord sees: space let and empty, space being built, space that tenants asked for in vain. */
import type { ReitView } from '../../model/view.ts';
import { MICRO } from '../../model/units.ts';
import { landlordSpace } from '../../markets/space.ts';
import { firmView } from './firm.ts';
import type { Sight } from './sight.ts';

export function reitView(sight: Sight, id: string): ReitView {
  const { month } = sight;
  const space = landlordSpace(month.tick, sight.rows.sites(id), sight.rows.let(id));
  return Object.assign(firmView(sight, id), space, { wanted: Math.round(month.mind(id, 'wanted')), preLet: month.term(id, 'preLet'), loanToCost: month.term(id, 'loanToCost'),
    buildCost: month.term(id, 'buildCost'), buildLimit: Math.round(month.mind(id, 'buildLimit')), spaceRent: month.market('space', 'rent') / MICRO,
    vacancy: space.capacity > 0 ? Math.max(0, 1 - space.leased / space.capacity) : 0, rate: month.mind(id, 'quoted'),
  });
}
