/**
 * The chip vendor: high margins, few customers, and the fear that they will make their own. It sets price and
 * production ahead of demand, launches new generations that make old ones worth less, and puts its own money into
 * rivals of its big customers so that demand has another home. When customers fail it stops.
 */
import { setup } from 'xstate';
import type { AgentDefinition, RegionValues, TickEvent } from '../src/model/machine.ts';
import { MICRO } from '../src/model/units.ts';
import type { Intent } from '../src/model/decision.ts';
import type { ChipVendorView } from '../src/model/view.ts';
import { solvencyGuards, solvencyRegion } from './solvency.ts';

const CONCENTRATED = 0.45;
const THREATENED = 0.4;
const DISTRESS = 0.12;
/** Months of orders kept finished. */
const SAFETY_MONTHS = 0.5;
const LEAST_MARGIN_MARKUP = 2.2;

/** Most of its finance to one customer [assumed]. */
const MOST_TO_ONE = 0.5;

/** Vendor money it may have out with customers, over trailing revenue: more when customers are few. */
export function financeLimit(view: ChipVendorView): number {
  if (!view.financeAllowed) return 0;
  const cap = view.financeCap + view.financeCapPerTop3 * Math.max(0, view.top3 - CONCENTRATED);
  return Math.round(cap * view.revenueYear);
}

/** What is left of that. */
export function financeRoom(view: ChipVendorView): number {
  return Math.max(0, financeLimit(view) - view.financed);
}

const chipVendorMachine = setup({
  types: {} as { events: TickEvent<ChipVendorView> },
  guards: {
    ...solvencyGuards<ChipVendorView>(),
    isSoldOut: ({ event: { view } }) => view.unmet > 0.05,
    isNotSoldOut: ({ event: { view } }) => view.unmet <= 0.02 && view.backlog < view.capacity * 3,
    hasTooMuch: ({ event: { view } }) => view.stock > Math.max(1, view.ordersRecent) * 3 && view.ordersRecent < view.ordersBefore,
    hasSoldOff: ({ event: { view } }) => view.stock <= Math.max(1, view.ordersRecent) * 2,
    fearsCustomers: ({ event: { view } }) => view.financeAllowed && (view.top3 > CONCENTRATED || view.customThreat > THREATENED),
    customersFail: ({ event: { view } }) => view.customerDistress > DISTRESS || view.revenueRecent < view.revenueBefore * 0.8,
    customersAreSound: ({ event: { view } }) => view.customerDistress < DISTRESS / 3 && view.revenueRecent >= view.revenueBefore * 0.95,
  },
}).createMachine({
  id: 'chipVendor',
  type: 'parallel',
  states: {
    market: {
      initial: 'supplyConstrained',
      states: {
        supplyConstrained: { on: { TICK: [{ guard: 'hasTooMuch', target: 'glut' }, { guard: 'isNotSoldOut', target: 'balanced' }] } },
        balanced: { on: { TICK: [{ guard: 'hasTooMuch', target: 'glut' }, { guard: 'isSoldOut', target: 'supplyConstrained' }] } },
        glut: { on: { TICK: [{ guard: 'hasSoldOff', target: 'balanced' }] } },
      },
    },
    stance: {
      initial: 'armsLength',
      states: {
        armsLength: { on: { TICK: [{ guard: 'customersFail', target: 'retrenching' }, { guard: 'fearsCustomers', target: 'sellerFinancing' }] } },
        sellerFinancing: { on: { TICK: [{ guard: 'customersFail', target: 'retrenching' }] } },
        retrenching: { on: { TICK: [{ guard: 'customersAreSound', target: 'armsLength' }] } },
      },
    },
    solvency: solvencyRegion,
  },
});

function decide(view: ChipVendorView, state: RegionValues): readonly Intent[] {
  if (view.shut) return [];
  const intents: Intent[] = [];
  const { market, stance } = state;
  const expected = Math.max(view.ordersRecent, view.ordersRecent + (view.ordersRecent - view.ordersBefore) / 2) * (market === 'glut' ? 0.5 : 1.05);
  const wanted = Math.round(view.backlog + view.direct * (view.leadTime + SAFETY_MONTHS) + expected * (1 + SAFETY_MONTHS) - view.stock - view.making);
  const units = Math.max(0, Math.min(wanted, view.capacity));
  if (units > 0) intents.push({ type: 'produce', params: { units }, because: { rule: 'chipVendor.produceAhead', inputs: { backlog: view.backlog, stock: view.stock, making: view.making, direct: view.direct, expected: Math.round(expected) }, threshold: view.capacity } });
  const price = nextPrice(view, market ?? '');
  if (price !== view.listPrice) intents.push({ type: 'setPrice', params: { price }, because: { rule: 'chipVendor.priceByScarcity', inputs: { unmet: view.unmet, stock: view.stock, ordersRecent: view.ordersRecent, customThreat: view.customThreat, usedToNew: view.usedToNew }, threshold: view.launchPrice } });
  if (view.nextGeneration !== null && view.monthsToNext <= 0)
    intents.push({ type: 'launch', params: { generation: view.nextGeneration }, because: { rule: 'chipVendor.cadence', inputs: { monthsToNext: view.monthsToNext }, threshold: 0 } });
  const room = financeRoom(view);
  if (stance !== 'retrenching') {
    let left = Math.max(0, view.cash - view.outlays * 2);
    const invest = (params: Intent['params'], amount: number, rule: string): void => {
      if (amount <= 0 || amount > left) return;
      left -= amount;
      intents.push({ type: 'invest', params: { ...params, amount }, because: { rule, inputs: { top3: view.top3, customThreat: view.customThreat, room, cash: view.cash }, threshold: CONCENTRATED } });
    };
    for (const round of view.rounds) if (view.financeAllowed) invest({ round: round.id, issuer: round.issuer }, round.amount, 'chipVendor.stakeInCustomer');
    for (const stage of view.stages) if (stage.sound) invest({ commitment: stage.id, issuer: stage.issuer }, stage.amount, 'chipVendor.stageDue');
    for (const backstop of view.backstops)
      if (backstop.sound) intents.push({ type: 'backstop', params: { id: backstop.id, beneficiary: backstop.beneficiary, cap: backstop.cap }, because: { rule: 'chipVendor.demandElsewhere', inputs: { top3: view.top3, cap: backstop.cap }, threshold: CONCENTRATED } });
    if (view.cloudPurchases > 0)
      intents.push({ type: 'commit', params: { amount: view.cloudPurchases }, because: { rule: 'chipVendor.rentBack', inputs: { top3: view.top3, amount: view.cloudPurchases }, threshold: CONCENTRATED } });
  }
  if (stance === 'sellerFinancing' && room > 0)
    intents.push({ type: 'financeCustomers', params: { amount: Math.min(room, Math.max(0, Math.round(view.cash / 12))), nameLimit: Math.round(financeLimit(view) * MOST_TO_ONE) }, because: { rule: 'chipVendor.financeRivalsOfTheBig', inputs: { top3: view.top3, customThreat: view.customThreat, financed: view.financed, revenueYear: view.revenueYear }, threshold: CONCENTRATED } });
  if (stance === 'retrenching')
    intents.push({ type: 'stopFinancing', params: {}, because: { rule: 'chipVendor.customersFail', inputs: { customerDistress: view.customerDistress, revenueRecent: view.revenueRecent, revenueBefore: view.revenueBefore }, threshold: DISTRESS } });
  return intents;
}

/** Scarcity raises the list price a little, a glut and customers' own chips lower it, between launch price and a floor over cost. */
function nextPrice(view: ChipVendorView, market: string): number {
  const floor = view.unitCost * LEAST_MARGIN_MARKUP;
  const ceiling = view.launchPrice * (1.1 - 0.35 * view.customThreat);
  const drift = market === 'supplyConstrained' ? 1.005 : market === 'glut' ? 0.975 : view.ordersRecent < view.ordersBefore * 0.9 ? 0.99 : 1;
  const drifted = view.listPrice * drift;
  const capped = drifted > ceiling ? Math.max(ceiling, view.listPrice * 0.99) : drifted;
  return Math.round(Math.max(floor, capped) * MICRO) / MICRO;
}

export const chipVendor: AgentDefinition<ChipVendorView> = { kind: 'chipVendor', machine: chipVendorMachine, decide };
