/**
 * A neocloud: "debt is the fuel". It signs compute contracts, borrows against them and against the chips, leases
 * shells, and takes weaker customers to grow. When rent no longer covers debt it stops buying, sells, and asks for help.
 */
import { setup } from 'xstate';
import type { AgentDefinition, RegionValues, TickEvent } from '../src/model/machine.ts';
import type { Intent } from '../src/model/decision.ts';
import type { NeocloudView } from '../src/model/view.ts';
import { cashGap, monthsOfCash, raiseForCash } from './cash.ts';
import { solvencyGuards, solvencyRegion } from './solvency.ts';

const REFUSED_TOO_MUCH = 0.5;
/** Most it orders in a month without a contract, over its fleet. */
const MOST_GROWTH = 0.05;
/** Months for which chips are lent on: until contracts have paid for them, and until the value of the chips alone no longer carries a loan. */
const CONTRACT_MONTHS = 46;
const VALUE_MONTHS = 36;

const neocloudMachine = setup({
  types: {} as { events: TickEvent<NeocloudView> },
  guards: {
    ...solvencyGuards<NeocloudView>(),
    cannotGrow: ({ event: { view } }) => view.breached || view.arrears > 0 || view.refused > REFUSED_TOO_MUCH || view.payback > view.longestPayback || monthsOfCash(view) < 2,
    canGrow: ({ event: { view } }) => !view.breached && view.arrears === 0 && view.refused <= REFUSED_TOO_MUCH && view.payback <= view.longestPayback && monthsOfCash(view) >= 4,
    mustShrink: ({ event: { view } }) => view.arrears > 0 || (view.utilisation < 0.55 && monthsOfCash(view) < 4),
    isSteady: ({ event: { view } }) => view.arrears === 0 && view.utilisation >= 0.6,
  },
}).createMachine({
  id: 'neocloud',
  type: 'parallel',
  states: {
    growth: {
      initial: 'scaling',
      states: {
        scaling: { on: { TICK: [{ guard: 'mustShrink', target: 'shrinking' }, { guard: 'cannotGrow', target: 'pausing' }] } },
        pausing: { on: { TICK: [{ guard: 'mustShrink', target: 'shrinking' }, { guard: 'canGrow', target: 'scaling' }] } },
        shrinking: { on: { TICK: [{ guard: 'isSteady', target: 'pausing' }] } },
      },
    },
    solvency: solvencyRegion,
  },
});

function decide(view: NeocloudView, state: RegionValues): readonly Intent[] {
  if (view.shut || view.defaulted) return [];
  const intents: Intent[] = [];
  const growth = state['growth'];
  const months = monthsOfCash(view);
  // while scaling it orders for customers it does not have yet
  const ahead = growth === 'scaling' ? Math.round(view.soldSoon * (1 + view.speculation)) - view.fleet - view.onOrder : 0;
  const units = growth === 'shrinking' ? 0 : Math.max(view.uncovered, Math.min(ahead, Math.round(view.fleet * MOST_GROWTH)));
  const sold = Math.min(units, view.uncovered);
  intents.push(...buyOnCredit(view, sold, 'chips'), ...buyOnCredit(view, units - sold, 'chipsAhead'));
  // its own part it would rather owe to the seller than bring, as long as the seller lends
  const cost = Math.round(units * view.chipCost);
  const own = Math.round(sold * view.chipCost * (1 - view.advanceRate) + (units - sold) * view.chipCost * (1 - view.valueAdvance));
  const credit = Math.max(0, own - view.sellerLine);
  if (credit > 0) intents.push({ type: 'borrow', params: { amount: credit, months: 60, use: 'sellerCredit' }, because: { rule: 'neocloud.sellerCredit', inputs: { cost, advanceRate: 1 - own / cost, sellerLine: view.sellerLine }, threshold: own / cost } });
  const power = Math.round((view.fleet + view.onOrder + view.uncovered) * view.powerPerUnit * 0.8) - view.freePower - view.comingPower;
  if (growth !== 'shrinking' && power > 2000)
    intents.push({ type: 'lease', params: { kilowatts: power }, because: { rule: 'neocloud.spaceForChips', inputs: { fleet: view.fleet, onOrder: view.onOrder, freePower: view.freePower, comingPower: view.comingPower }, threshold: 2000 } });
  if (growth === 'scaling')
    intents.push({ type: 'offer', params: { units: view.appetite, rate: Math.round(view.rentMonth) }, because: { rule: 'neocloud.signWhilePaying', inputs: { payback: view.payback, rent: view.rentMonth, cost: view.costMonth }, threshold: view.longestPayback } });
  const gap = cashGap(view, view.cashTarget);
  if (gap > 0) {
    const debtShare = view.class === 'hedge' ? 0.7 : 0.4;
    const amount = Math.ceil(Math.max(view.maturing, gap * debtShare));
    intents.push({ type: 'borrow', params: { amount, months: 60, use: view.maturing > view.cash ? 'rollover' : 'general' }, because: { rule: 'neocloud.cashRule', inputs: { cash: view.cash, outlays: view.outlays, receipts: view.receipts, maturing: view.maturing, runway: months }, threshold: view.cashTarget } });
    intents.push(...raiseForCash(view, 'neocloud.shareIssue', view.cashTarget, 1 - debtShare));
  }
  if (growth === 'shrinking' && view.utilisation < 0.8)
    intents.push({ type: 'sellChips', params: { share: 0.15 }, because: { rule: 'neocloud.sellIdle', inputs: { utilisation: view.utilisation, runway: months }, threshold: 0.8 } });
  if (growth !== 'scaling')
    intents.push({ type: 'cut', params: { what: 'orders', share: growth === 'shrinking' ? 1 : 0.5 }, because: { rule: 'neocloud.stopBuying', inputs: { refused: view.refused, payback: view.payback, runway: months, arrears: view.arrears }, threshold: growth === 'shrinking' ? 0 : view.longestPayback } });
  if (view.arrears > 0)
    intents.push({ type: 'restructure', params: { amount: view.arrears }, because: { rule: 'neocloud.askForTerms', inputs: { arrears: view.arrears, cash: view.cash }, threshold: 0 } });
  return intents;
}

/** Asks lenders for their part of so many H100 equivalents, and orders them: on contracts that wait for chips, or ahead of any on the value of the chips alone. */
function buyOnCredit(view: NeocloudView, units: number, use: 'chips' | 'chipsAhead'): Intent[] {
  if (units <= 0) return [];
  const onContract = use === 'chips';
  const cost = Math.round(units * view.chipCost);
  const whole = Math.round(cost * (1 + view.systemsShare));
  const advance = onContract ? view.advanceRate : view.valueAdvance;
  const room = onContract ? view.facilityRoom : view.valueRoom;
  const wanted = Math.max(0, Math.round(whole * advance) - room);
  const intents: Intent[] = [];
  if (wanted > 0)
    intents.push({ type: 'borrow', params: { amount: wanted, months: onContract ? CONTRACT_MONTHS : VALUE_MONTHS, use }, because: { rule: onContract ? 'neocloud.facility' : 'neocloud.valueLoan', inputs: { cost: whole, undrawn: room, quotedRate: view.quotedRate, gradeShare: view.gradeShare }, threshold: advance } });
  intents.push({ type: 'buy', params: { amount: cost, from: 'leader', share: advance, use }, because: { rule: onContract ? 'neocloud.buyForContracts' : 'neocloud.buyAhead', inputs: { uncovered: view.uncovered, speculation: view.speculation, payback: view.payback, advanceRate: advance }, threshold: view.longestPayback } });
  return intents;
}

export const neocloud: AgentDefinition<NeocloudView> = { kind: 'neocloud', machine: neocloudMachine, decide };
