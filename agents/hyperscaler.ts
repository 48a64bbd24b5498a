/**
 * A cloud giant: cash-rich from its core business, in an arms race for capacity. It plans compute ahead, by the lead time and a year, from
 * what it has sold and what it believes demand will be, answers rivals' building, asks for a return on the spend, and
 * works on its own chip to be less dependent on one vendor.
 */
import { setup } from 'xstate';
import type { AgentDefinition, RegionValues, TickEvent } from '../src/model/machine.ts';
import { power } from '../src/model/arithmetic.ts';
import type { Intent } from '../src/model/decision.ts';
import type { HyperscalerView } from '../src/model/view.ts';
import { cashGap, monthsOfCash, raiseForCash } from './cash.ts';
import { movedShare, ownChipGuards, ownChipRegion, programmeSoFar, worksOnChip } from './own-chip.ts';
import { solvencyGuards, solvencyRegion } from './solvency.ts';

/** Fleets are planned to be this full. */
const PLANNED_UTILISATION = 0.95;
const GROWTH_FOR_RACE = 0.25;
const CUT_BELOW = 0.6;
/** Debt it dares: years of operating cash, and of what its signed contracts will bring a year. */
const MOST_DEBT_YEARS = 3.5;
const CONTRACT_YEARS = 1.5;
/** Share of what it asked for that, refused, stops a plan at once. */
const REFUSED = 0.5;

/** Growth it plans with: consensus and its own last half year, weighted. */
export function forecastGrowth(view: HyperscalerView): number {
  const recent = Math.max(-0.6, Math.min(2, view.recentGrowth));
  return (1 - view.recentWeight) * view.consensusGrowth + view.recentWeight * recent;
}

/** Operating return it expects on its AI capital, two years ahead at the growth it plans with. */
export function expectedReturn(view: HyperscalerView): number {
  if (view.aiCapital <= 0) return 1;
  const growth = 1 + forecastGrowth(view);
  return (view.aiRevenue * 12 * growth * growth * view.aiMargin) / view.aiCapital;
}

/** A year's growth of its own use of compute: with its business while racing, slower after, not at all while cutting. */
export function ownGrowth(view: HyperscalerView, state: RegionValues): number {
  const growth = Math.max(-0.3, forecastGrowth(view));
  if (state['capex'] === 'cutting') return 1;
  return (1 + (state['capex'] === 'racing' ? growth : growth / 2)) * (1 + view.deflation);
}

/** Months of orders that still arrive within the plan. */
const ordersInTime = (view: HyperscalerView): number => Math.max(1, view.planAhead - view.leadTime);

/** Compute it will need when its plan ends, in H100 equivalents. */
export function neededAhead(view: HyperscalerView, state: RegionValues): number {
  const own = view.ownUse * power(ownGrowth(view, state), view.planAhead / 12);
  const race = state['capex'] === 'racing' ? 1 + view.rivalResponse * Math.max(-0.5, Math.min(0.5, view.rivalGap)) : 1;
  return ((view.soldAhead + own) / PLANNED_UTILISATION) * race;
}

/** AI capex a month that cash, its own income and new debt carry; debt it dares but nobody gives it carries nothing. */
export function affordableCapex(view: HyperscalerView): number {
  const dared = Math.max(0, view.operatingCashYear * MOST_DEBT_YEARS + view.soldRevenue * CONTRACT_YEARS - view.debt) / 24;
  return Math.max(0, view.freeCash + dared * (1 - view.refused) + (view.cash - view.outlays * view.cashTarget) / 24);
}

/** AI capex a month that would close the gap in time, within what cash and debt can carry. */
export function capexTarget(view: HyperscalerView, state: RegionValues): number {
  const gap = Math.max(0, neededAhead(view, state) - view.fleet - view.onOrder);
  const chips = Math.max(0.05, view.vendorShare + view.rivalShare + view.customShare);
  const wanted = ((gap / ordersInTime(view)) * view.chipCost) / chips;
  const upkeep = view.aiCapital / 120;
  const caution = state['capex'] === 'cutting' ? 0.25 : state['capex'] === 'sustaining' ? 0.8 : 1;
  const affordable = affordableCapex(view);
  // nobody guides lower while the race is on
  const floor = state['capex'] === 'racing' ? view.capexPlan : upkeep * caution;
  return Math.round(Math.max(Math.min(wanted * caution, affordable, view.capexPlan * 2.5), Math.min(floor, affordable)));
}

const hyperscalerMachine = setup({
  types: {} as { events: TickEvent<HyperscalerView> },
  guards: {
    ...solvencyGuards<HyperscalerView>(),
    ...ownChipGuards<HyperscalerView>((view) => view.customTarget > view.customShare),
    growthIsFast: ({ event: { view } }) => view.review && forecastGrowth(view) > GROWTH_FOR_RACE && expectedReturn(view) >= view.hurdle,
    growthIsSlow: ({ event: { view } }) => view.review && (forecastGrowth(view) <= GROWTH_FOR_RACE || expectedReturn(view) < view.hurdle),
    returnIsTooLow: ({ event: { view } }) => view.review && expectedReturn(view) < view.hurdle * CUT_BELOW,
    returnIsBack: ({ event: { view } }) => view.review && expectedReturn(view) >= view.hurdle,
  },
}).createMachine({
  id: 'hyperscaler',
  type: 'parallel',
  states: {
    capex: {
      initial: 'racing',
      states: {
        racing: { on: { TICK: [{ guard: 'returnIsTooLow', target: 'cutting' }, { guard: 'growthIsSlow', target: 'sustaining' }] } },
        sustaining: { on: { TICK: [{ guard: 'returnIsTooLow', target: 'cutting' }, { guard: 'growthIsFast', target: 'racing' }] } },
        cutting: { on: { TICK: [{ guard: 'returnIsBack', target: 'sustaining' }] } },
      },
    },
    customChip: ownChipRegion,
    solvency: solvencyRegion,
  },
});

function decide(view: HyperscalerView, state: RegionValues): readonly Intent[] {
  if (view.shut) return [];
  const intents: Intent[] = [];
  const growth = forecastGrowth(view);
  const plan = view.capexPlan;
  const needed = neededAhead(view, state);
  const inputs = { plan, growth, needed: Math.round(needed), fleet: view.fleet, onOrder: view.onOrder, hosted: Math.round(view.hostedAhead), return: expectedReturn(view) };
  const because = { rule: 'hyperscaler.capacityGap', inputs, threshold: Math.round(view.fleet + view.onOrder) };
  const chips = (from: string, share: number): void => {
    const amount = Math.floor(plan * share);
    if (amount > 0) intents.push({ type: 'buy', params: { amount, from }, because });
  };
  // of what it buys for its tenants, those with a chip of their own say which
  const hosted = view.vendorShare * Math.min(1, view.hostedAhead / Math.max(1, needed - view.fleet, view.tenantsAhead));
  chips('leader', view.vendorShare - hosted);
  chips('rival', view.rivalShare);
  chips('own', view.customShare + hosted);
  const shells = Math.floor(plan * Math.max(0, 1 - view.vendorShare - view.rivalShare - view.customShare));
  const kilowatts = Math.round((plan * (view.vendorShare + view.rivalShare + view.customShare) * view.powerPerUnit) / Math.max(1, view.chipCost));
  const ahead = view.freePower + view.comingPower;
  const powerNeeded = Math.max(0, Math.round((needed - view.fleet) * view.powerPerUnit) - ahead);
  const start = Math.min(powerNeeded, kilowatts * 3);
  intents.push({ type: 'build', params: { kilowatts: Math.round(start * (1 - view.leaseShare)), amount: shells }, because: { rule: 'hyperscaler.shellGap', inputs: { needed: Math.round(needed), ahead, plan }, threshold: ahead } });
  if (start * view.leaseShare >= 1000)
    intents.push({ type: 'lease', params: { kilowatts: Math.round(start * view.leaseShare) }, because: { rule: 'hyperscaler.shellGap', inputs: { needed: Math.round(needed), ahead, plan }, threshold: ahead } });
  if (state['capex'] === 'cutting')
    intents.push({ type: 'cut', params: { what: 'capex', share: 0.75 }, because: { rule: 'hyperscaler.returnBelowHurdle', inputs: { return: expectedReturn(view), growth, plan }, threshold: view.hurdle } });
  // own customers are served from rented capacity for a while rather than turned away; contracts are not
  const short = view.ownUse - Math.max(0, view.fleet * PLANNED_UTILISATION + view.rented - view.soldNow);
  if (view.review && state['capex'] === 'racing' && short > view.ownUse * 0.15)
    intents.push({ type: 'commit', params: { units: Math.round(Math.min(short * 0.25, view.fleet * 0.02)), months: 36 }, because: { rule: 'hyperscaler.rentWhenShort', inputs: { short: Math.round(short), ownUse: view.ownUse, fleet: view.fleet }, threshold: Math.round(view.ownUse * 0.15) } });
  if (worksOnChip(state))
    intents.push({ type: 'customChip', params: { stage: state['customChip']!, months: view.customMonths }, because: { rule: 'hyperscaler.ownChip', inputs: { share: view.customShare, priceOverLaunch: view.listPriceOverLaunch }, threshold: view.customTarget } });
  const gap = cashGap(view, view.cashTarget);
  if (gap > 0 || view.maturing > view.cash / 4) {
    const amount = Math.ceil(Math.max(gap, view.maturing));
    intents.push({ type: 'borrow', params: { amount, months: 120, use: view.maturing > gap ? 'rollover' : 'general' }, because: { rule: 'hyperscaler.cashRule', inputs: { cash: view.cash, outlays: view.outlays, maturing: view.maturing, runway: monthsOfCash(view) }, threshold: view.cashTarget } });
  }
  // own cash first, then debt, new shares last (Myers, Majluf 1984)
  if (view.refused > REFUSED) intents.push(...raiseForCash(view, 'hyperscaler.sharesLast', view.cashTarget, 1));
  for (const round of view.rounds)
    intents.push({ type: 'invest', params: { round: round.id, issuer: round.issuer, amount: round.amount }, because: { rule: 'hyperscaler.strategicStake', inputs: { cash: view.cash, amount: round.amount }, threshold: Math.round(view.outlays * view.cashTarget) } });
  return intents;
}

/** The plan moves part of the way to its target every month; own chips take their share once they are deployed. */
function plan(view: HyperscalerView, state: RegionValues): { readonly [name: string]: number } {
  const target = capexTarget(view, state);
  const moved = view.capexPlan + view.adjustment * (target - view.capexPlan);
  return {
    internal: Math.round(view.internal * power(ownGrowth(view, state), 1 / 12)),
    // plans move slowly while money is to be had; once lenders refuse, nothing is begun that cash does not carry
    capexPlan: Math.round(view.refused > REFUSED ? Math.min(moved, affordableCapex(view)) : moved),
    customShare: movedShare(view.customShare, view.customTarget, state),
    ...programmeSoFar(view, state),
  };
}

export const hyperscaler: AgentDefinition<HyperscalerView> = { kind: 'hyperscaler', machine: hyperscalerMachine, decide, plan };
