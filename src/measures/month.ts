/** Everything that is measured at the close of a month (src/model/measures.ts), from the books and what happened. */
import { chipBill } from '../ledger/things.ts';
import type { Measures } from '../model/measures.ts';
import type { Flow, Purpose } from '../model/flow.ts';
import { aiBusiness } from './ai-return.ts';
import { credit } from './credit.ts';
import { firms } from './firms.ts';
import { fragility } from './fragility.ts';
import { losses } from './losses.ts';
import { NO_MEMORY, noted, remember, type MeasureMemory } from './memory.ts';
import { leaderOf, marketField, yearSum, type MonthInput } from './month-input.ts';
import { gatherVendorMoney, vendorMoney } from './vendor-money.ts';

export type { ChipPrices, MonthInput } from './month-input.ts';
export { NO_MEMORY, type MeasureMemory } from './memory.ts';

const LEADER = 'leader';

/** Pure: the same input gives the same measures. The memory returned is the next month's. */
export function measureMonth(input: MonthInput): { readonly measures: Measures; readonly memory: MeasureMemory } {
  const { state, flows, setting } = input;
  const vendor = leaderOf(state, setting);
  const place = vendor === null ? -1 : setting.ids('chipVendor').indexOf(vendor);
  // another vendor leads: what is remembered of the last one's customers is not about it
  const memory = (noted(input.memory, LEADER) ?? place) === place ? input.memory : NO_MEMORY;
  const amounts = new Map<string, number>();
  const notes = new Map<string, number>([[LEADER, place]]);
  const add = (series: string, amount: number): void => void amounts.set(series, (amounts.get(series) ?? 0) + amount);
  if (vendor !== null) gatherVendorMoney({ ...input, memory }, vendor, add, (name) => notes.set(name, 1));
  const lost = losses(input, (name, value) => notes.set(name, value));
  const ai = aiBusiness(input);
  add('aiProfit', ai.profit);
  add('months', 1);
  const remembered = remember(memory, state.tick, amounts, notes);
  const { byOrigin, circularity, concentration } = vendorMoney(input, remembered);
  const aiProfit = ((remembered.year.get('aiProfit') ?? 0) * 12) / remembered.year.get('months')!;
  const spending = spent(flows, ['aiService', 'spotCompute'], (flow) => setting.kindOf(flow.from) === 'endCustomers');
  const due = dueInLoop(input);
  const own = firms(input);
  return {
    measures: {
      vendorRevenueByOrigin: byOrigin,
      circularity,
      outsideCoverage: due > 0 ? spending / due : null,
      minsky: own.minsky,
      concentration,
      utilisation: marketField(state, 'compute', 'utilisation'),
      usedToNew: input.chips.usedToNew,
      computePrice: marketField(state, 'compute', 'price') ?? 0,
      returnOnAiCapex: ai.capital > 0 ? aiProfit / ai.capital : null,
      ...fragility(input),
      ...lost,
      lenderCapital: own.lenderCapital,
      ...credit(input),
      actors: own.actors,
      vendor: vendorFigures(input, vendor),
      ai: { endCustomerSpending: spending, capex: latest(input, 'aiCapex') },
      booksResidual: 0,
    },
    memory: remembered.memory,
  };
}

function spent(flows: readonly Flow[], purposes: readonly Purpose[], which: (flow: Flow) => boolean): number {
  let total = 0;
  for (const flow of flows) if (purposes.includes(flow.purpose) && which(flow)) total += flow.amount;
  return total;
}

/** Obligations between actors that fell due by this month: what was paid of them and what stayed unpaid. */
function dueInLoop({ state, flows, setting }: MonthInput): number {
  let total = 0;
  for (const { obligation, from, to, amount } of flows) if (obligation !== undefined && !setting.isSector(from) && !setting.isSector(to)) total += amount;
  for (const id in state.obligations) {
    const due = state.obligations[id]!;
    if (due.due <= state.tick && !setting.isSector(due.debtor) && !setting.isSector(due.creditor)) total += due.amount;
  }
  return total;
}

/** This month's figure of a trailing series, all actors together. */
function latest({ state, setting }: MonthInput, series: 'aiCapex'): number {
  let total = 0;
  for (const { id } of setting.actors) total += state.trailing[id]?.[series][11] ?? 0;
  return total;
}

/** Open orders at their price, for the month's revenue to be compared with. */
function vendorFigures({ state }: MonthInput, vendor: string | null): Measures['vendor'] {
  const row = vendor === null ? undefined : state.accounts[vendor];
  if (vendor === null || row === undefined) return { revenue: 0, orders: 0, grossMargin: null, trailingProfit: 0 };
  let orders = 0;
  for (const id in state.orders) if (state.orders[id]!.vendor === vendor) orders += chipBill(state.orders[id]!.units, state.orders[id]!.price);
  return { revenue: row.revenue, orders, grossMargin: row.revenue > 0 ? (row.revenue - row.costOfSales) / row.revenue : null, trailingProfit: yearSum(state.trailing[vendor]?.netIncome) };
}
