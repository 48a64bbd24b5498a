/**
 * A landlord of powered shells: builds what is let ahead, on construction loans, pays out most of what it earns and
 * so keeps little cash. It lives as long as its tenants.
 */
import { setup } from 'xstate';
import type { AgentDefinition, RegionValues, TickEvent } from '../src/model/machine.ts';
import type { Intent } from '../src/model/decision.ts';
import type { ReitView } from '../src/model/view.ts';
import { borrowForCash, raiseForCash } from './cash.ts';
import { solvencyGuards, solvencyRegion } from './solvency.ts';

const EMPTY = 0.12;
const FULL = 0.06;

const reitMachine = setup({
  types: {} as { events: TickEvent<ReitView> },
  guards: {
    ...solvencyGuards<ReitView>(),
    isAskedFor: ({ event: { view } }) => view.wanted > 0 && view.vacancy < EMPTY && view.arrears === 0,
    hasEnough: ({ event: { view } }) => view.wanted === 0 || view.vacancy >= EMPTY,
    isEmptying: ({ event: { view } }) => view.vacancy > 2 * EMPTY || view.arrears > 0 || view.breached,
    isFilling: ({ event: { view } }) => view.vacancy < FULL + EMPTY && view.arrears === 0 && !view.breached,
  },
}).createMachine({
  id: 'reit',
  type: 'parallel',
  states: {
    building: {
      initial: 'building',
      states: {
        building: { on: { TICK: [{ guard: 'isEmptying', target: 'stalled' }, { guard: 'hasEnough', target: 'leasing' }] } },
        leasing: { on: { TICK: [{ guard: 'isEmptying', target: 'stalled' }, { guard: 'isAskedFor', target: 'building' }] } },
        stalled: { on: { TICK: [{ guard: 'isFilling', target: 'leasing' }] } },
      },
    },
    solvency: solvencyRegion,
  },
});

function decide(view: ReitView, state: RegionValues): readonly Intent[] {
  if (view.shut || view.defaulted) return [];
  const intents: Intent[] = [];
  // what tenants asked for beyond what is free or coming: the pre-let share must be met by it
  const start = Math.min(view.buildLimit, Math.round(view.wanted / Math.max(0.3, view.preLet)));
  if (state['building'] === 'building' && start > 1000) {
    const cost = start * view.buildCost;
    const loan = Math.floor(cost * view.loanToCost);
    intents.push({ type: 'borrow', params: { amount: loan, months: 84, use: 'construction' }, because: { rule: 'reit.constructionLoan', inputs: { cost, loanToCost: view.loanToCost, rate: view.rate }, threshold: view.loanToCost } });
    intents.push({ type: 'build', params: { kilowatts: start, amount: cost }, because: { rule: 'reit.preLet', inputs: { wanted: view.wanted, building: view.building, vacancy: view.vacancy }, threshold: view.preLet } });
  }
  const funded = borrowForCash(view, 'reit.cashRule', view.cashTarget, 0.6, 84);
  intents.push(...funded);
  if (funded.length > 0) intents.push(...raiseForCash(view, 'reit.shareIssue', view.cashTarget, 0.4));
  if (view.capacity > view.leased)
    intents.push({ type: 'offer', params: { kilowatts: view.capacity - view.leased }, because: { rule: 'reit.letAtMarket', inputs: { vacancy: view.vacancy, spaceRent: view.spaceRent }, threshold: 0 } });
  return intents;
}

export const reit: AgentDefinition<ReitView> = { kind: 'reit', machine: reitMachine, decide };
