/** What a cloud giant sees: its AI business, its rivals' building, its own-chip programme, what it can afford. */
import type { HyperscalerView } from '../../model/view.ts';
import { monthlyGrowth } from '../../markets/demand.ts';
import { rampUnits } from '../../ledger/things.ts';
import { hostedShare } from '../../markets/own-chips.ts';
import { newestOf } from '../../markets/leader.ts';
import { firmView, halfYearGrowth } from './firm.ts';
import { fleetView } from './fleet.ts';
import { ownChipView } from './own-chip.ts';
import type { Sight } from './sight.ts';

/** Power and repair as a share of AI revenue, on top of staff. */
const POWER_SHARE = 0.12;

export function hyperscalerView(sight: Sight, id: string): HyperscalerView {
  const { month } = sight;
  const { tables, tick, setting } = month;
  const firm = firmView(sight, id);
  const trailing = tables.trailing[id]!;
  const row = tables.accounts[id]!;
  const own = sight.giants.get(id)!;
  const growing = sight.growing[own]!;
  const rivals = sight.growing.length - 1;
  let rivalSum = 0;
  for (let other = 0; other < sight.growing.length; other++) if (other !== own) rivalSum += sight.growing[other]!;
  const newest = tables.generations[newestOf(tables, sight.leader)!]!;
  let growth = 1;
  for (let at = 0; at < 12; at++) growth *= monthlyGrowth(month, id, tick + at);
  const fleet = fleetView(sight, id);
  return Object.assign(firm, fleet, {
    aiRevenue: Math.round((trailing.aiRevenue[9]! + trailing.aiRevenue[10]! + trailing.aiRevenue[11]!) / 3),
    recentGrowth: halfYearGrowth(trailing.aiRevenue), consensusGrowth: growth - 1, recentWeight: month.lever('hyperscaler.recentWeight'),
    adjustment: month.lever('hyperscaler.adjustment'), rivalResponse: month.lever('hyperscaler.rivalResponse'), rivalGap: (rivals === 0 ? growing : rivalSum / rivals) - growing,
    capexPlan: month.mind(id, 'capexPlan'), internal: month.mind(id, 'internal'), aiCapital: row.gpus + row.buildings + row.construction, hurdle: month.term(id, 'hurdle'),
    aiMargin: Math.max(0.05, 1 - month.term(id, 'aiRunningShare') - POWER_SHARE),
    vendorShare: month.term(id, 'vendorShare') * shift(month.term(id, 'customShare'), month.mind(id, 'customShare')), rivalShare: month.term(id, 'rivalShare'),
    customTarget: month.term(id, 'customTarget'), leaseShare: month.term(id, 'leaseShare'),
    ...tenantsOf(sight, id, tick + fleet.planAhead), ...ownChipView(month, id),
    freeCash: Math.round((firm.operatingCashYear - firm.interestYear) / 12 - month.term(id, 'coreInvestment')), payout: month.term(id, 'payout'),
    listPriceOverLaunch: newest.price / newest.launchPrice,
    rounds: setting.scenario.rounds.filter((round) => round.investor === id && round.at === tick && round.amount > 0).map((round) => ({ id: round.id, issuer: round.issuer, amount: round.amount })),
  });
}

/** What is still to be delivered by `until`, and what of it labs with a chip of their own want on that. */
function tenantsOf({ month, rows }: Sight, id: string, until: number): { readonly tenantsAhead: number; readonly hostedAhead: number } {
  let tenantsAhead = 0;
  let hostedAhead = 0;
  for (const contract of rows.sold(id)) {
    const coming = Math.max(0, rampUnits(contract, until) - contract.delivered);
    tenantsAhead += coming;
    hostedAhead += coming * hostedShare(month, contract.buyer, id);
  }
  return { tenantsAhead, hostedAhead };
}

/** As own chips take a larger share of accelerator spend, the vendor's falls by as much of what it had. */
function shift(before: number, now: number): number {
  return Math.max(0, (1 - now) / Math.max(0.01, 1 - before));
}
