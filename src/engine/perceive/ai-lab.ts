/** What an AI lab sees: revenue and what it hoped for, compute it is bound to pay and compute it would use, the next stage. */
import type { AiLabView } from '../../model/view.ts';
import { computeWanted } from '../../markets/compute.ts';
import { monthlyGrowth } from '../../markets/demand.ts';
import { rampUnits } from '../../ledger/things.ts';
import { fleetOf } from '../../markets/fleet.ts';
import { firmView, halfYearGrowth, yearSum } from './firm.ts';
import { fleetView } from './fleet.ts';
import { ownChipView } from './own-chip.ts';
import type { Sight } from './sight.ts';

const SOON = 4;
const STAGE_EVERY = 6;

export function aiLabView(sight: Sight, id: string): AiLabView {
  const { month } = sight;
  const { tables, tick } = month;
  const trailing = tables.trailing[id]!;
  let bound = 0;
  for (const contract of sight.rows.bought(id)) bound += rampUnits(contract, tick + SOON);
  let growth = 1;
  for (let at = 0; at < 12; at++) growth *= monthlyGrowth(month, id, tick + at);
  const commitment = sight.rows.promised(id).find((each) => each.stagesPaid < each.stages);
  const due = commitment !== undefined && tick >= commitment.firstStageAt && tick - month.mind(id, 'lastStage') >= STAGE_EVERY && month.lever('vendor.finance') > 0;
  return Object.assign(firmView(sight, id), fleetView(sight, id), {
    revenue: month.mind(id, 'revenueNow'), customCost: month.lever('customChip.cost'), recentGrowth: halfYearGrowth(trailing.aiRevenue), consensusGrowth: growth - 1,
    staff: month.mind(id, 'staff'), training: month.mind(id, 'training'), staffGrowth: month.term(id, 'staffGrowth'), trainingGrowth: month.term(id, 'trainingGrowth'), committed: bound + fleetOf(sight.fleets, id).powered, wanted: computeWanted(month, id, SOON),
    lossYear: -yearSum(trailing.netIncome),
    stage: due && commitment !== undefined ? { id: commitment.id, own: commitment.ownPerStage, chips: commitment.chipsPerStage, vendor: commitment.investor, capacity: commitment.stageCapacity } : null,
    owns: month.term(id, 'ownBuild') > 0,
    ...ownChipView(month, id),
  });
}
