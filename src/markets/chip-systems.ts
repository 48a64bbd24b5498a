/** Systems: what chips need around them to run, for buyers who lease bare shells. */
import { shareOf } from '../model/arithmetic.ts';

/** Racks, networks and cooling that go with chips, as a share of their price, for buyers who lease bare shells [press: about 2.5m beside 3.4m a rack, half of it in the shell]. */
export const SYSTEMS = 2_500;

/** Dollars of racks, networks and cooling for chips of this price. */
export const systemsOf = (chips: number): number => shareOf(chips, SYSTEMS);
