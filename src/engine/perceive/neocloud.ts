/** What a neocloud sees: contracts without chips, the quality of its customers, its facilities, how fast a chip pays back. */
import type { NeocloudView } from '../../model/view.ts';
import { rampUnits } from '../../ledger/things.ts';
import { systemsOf } from '../../markets/chip-systems.ts';
import { advanceOf, valueAdvance } from '../../markets/credit.ts';
import { borrowingBase, gradeShareOf } from '../../markets/credit-quality.ts';
import { facilityRoom } from '../../markets/chip-facility.ts';
import { ownPartOnOrder, sellerLine } from '../../markets/seller-credit.ts';
import { firmView } from './firm.ts';
import { fleetView } from './fleet.ts';
import type { Sight } from './sight.ts';

/** Months beyond the lead time for which chips must be on order: time to install them. */
const INSTALL_MONTHS = 3;
/** Share of a chip's life within which it must have paid for itself [assumed]. */
const USEFUL = 0.9;
/** A payback longer than anybody waits, where rent does not cover running cost. */
const NEVER = 999;

export function neocloudView(sight: Sight, id: string): NeocloudView {
  const { month, rows } = sight;
  const { tick } = month;
  const fleet = fleetView(sight, id);
  let sold = 0;
  for (const contract of rows.sold(id)) sold += rampUnits(contract, tick + fleet.leadTime + INSTALL_MONTHS);
  const margin = fleet.rentMonth * 0.9 - fleet.costMonth;
  const systemsShare = systemsOf(10_000) / 10_000;
  const whole = fleet.chipCost * (1 + systemsShare);
  const advance = advanceOf(month, id);
  const base = borrowingBase(month, rows.sold(id), fleet.costMonth, fleet.powerPerUnit * fleet.spaceRent);
  return Object.assign(firmView(sight, id), fleet, {
    uncovered: Math.max(0, Math.round(sold / 0.98 - fleet.fleet - fleet.onOrder)), soldSoon: sold, gradeShare: gradeShareOf(month, id, rows.sold(id)),
    speculation: month.term(id, 'speculation'), appetite: month.mind(id, 'appetite'),
    advanceRate: base === null ? valueAdvance(month) : Math.min(advance, base / whole), valueAdvance: valueAdvance(month), quotedRate: month.mind(id, 'quoted'),
    systemsShare, sellerLine: Math.max(0, sellerLine(rows.borrowed(id), sight.leader, tick) - ownPartOnOrder(rows.buying(id), sight.leader)),
    payback: margin > 0 ? whole / margin : NEVER, longestPayback: USEFUL * month.lever('accounting.life'),
    facilityRoom: facilityRoom(rows.borrowed(id), rows.buying(id), tick, 'chips'), valueRoom: facilityRoom(rows.borrowed(id), rows.buying(id), tick, 'chipsAhead'),
  });
}
