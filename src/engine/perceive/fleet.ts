/** What whoever runs a fleet sees of it: capacity, what is sold ahead, prices, power. */
import type { FleetView } from '../../model/view.ts';
import { HOURS_A_MONTH, MICRO } from '../../model/units.ts';
import { computeBill, rampUnits } from '../../ledger/things.ts';
import { fleetOf } from '../../markets/fleet.ts';
import { leadTimeOf } from '../../markets/lead-time.ts';
import { newestOf } from '../../markets/leader.ts';
import { vendorsBySales } from '../../markets/leader.ts';
import { newPricePerUnit } from '../../markets/chip-price.ts';
import { unitRunningCost } from '../../markets/compute.ts';
import type { Sight } from './sight.ts';

/** Months of orders that a fleet is planned for beyond the lead time: whoever waits longer for chips must look further. */
const ORDER_MONTHS = 13;

export function fleetView(sight: Sight, id: string): FleetView {
  const { month, rows } = sight;
  const { tables, tick } = month;
  const fleet = fleetOf(sight.fleets, id);
  const newest = tables.generations[newestOf(tables, sight.leader)!]!;
  const leadTime = leadTimeOf(month, sight.leader);
  const planAhead = leadTime + ORDER_MONTHS;
  const powerPerUnit = newest.kilowattsPerGpu / newest.performance;
  let soldAhead = 0;
  let soldRevenue = 0;
  let soldNow = 0;
  let rented = 0;
  for (const contract of rows.bought(id)) rented += contract.delivered;
  for (const contract of rows.sold(id)) {
    soldNow += rampUnits(contract, tick);
    const units = rampUnits(contract, tick + planAhead);
    soldAhead += units;
    soldRevenue += computeBill(units, contract.rate) * 12;
  }
  let comingPower = 0;
  for (const site of rows.sites(id)) if (site.readyAt > tick && site.readyAt <= tick + 12) comingPower += site.capacity;
  for (const lease of rows.rented(id)) if (lease.start > tick && lease.start <= tick + 12) comingPower += lease.capacity;
  const rival = vendorsBySales(month)[1] ?? sight.leader;
  const decay = month.lever('compute.decay');
  const price = month.market('compute', 'price');
  return {
    leadTime, planAhead, fleet: fleet.units, onOrder: Math.floor(sight.onOrder.get(id) ?? 0), ownUse: month.mind(id, 'ownUse'), soldAhead, soldRevenue, soldNow, rented,
    deflation: decay / Math.max(0.1, 1 - decay), chipCost: sight.unitPrice, 
    rivalChipCost: newPricePerUnit(tables, rival), usedDiscount: month.market('used', 'impact'),
    rentMonth: (price * HOURS_A_MONTH) / MICRO, costMonth: unitRunningCost(month, id), utilisation: month.mind(id, 'utilisation'),
    freePower: Math.max(0, fleet.power - fleet.drawn), comingPower, powerPerUnit, spaceRent: month.market('space', 'rent') / MICRO,
  };
}
