/** What the chip vendor sees: its order book, its factory, its customers and how they are doing, its own money out with them. */
import type { ChipVendorView } from '../../model/view.ts';
import { MICRO } from '../../model/units.ts';
import { unitCostOf } from '../../markets/factory.ts';
import { leadTimeOf } from '../../markets/lead-time.ts';
import { usedToNew } from '../../markets/used-chips.ts';
import { newestOf } from '../../markets/leader.ts';
import { firmView } from './firm.ts';
import type { Sight } from './sight.ts';

const STAGE_WEIGHT: { readonly [stage: string]: number } = { buying: 0, designing: 0.25, tapingOut: 0.6, deploying: 1 };
/** Months between two stages of a commitment. */
const STAGE_EVERY = 6;

/** Yearly sales by customer, decaying: `sold/<customer>` in the vendor's mind. */
export function salesByCustomer(sight: Sight, vendor: string): { readonly customer: string; readonly amount: number }[] {
  const mind = sight.month.tables.minds[vendor] ?? {};
  return Object.keys(mind)
    .filter((name) => name.startsWith('sold/') && mind[name]! > 0)
    .map((name) => ({ customer: name.slice(5), amount: mind[name]! }))
    .sort((a, b) => b.amount - a.amount || (a.customer < b.customer ? -1 : 1));
}

export function chipVendorView(sight: Sight, id: string): ChipVendorView {
  const { month, rows } = sight;
  const { tables, tick, setting } = month;
  const firm = firmView(sight, id);
  const sales = salesByCustomer(sight, id);
  const total = Math.max(1, sales.reduce((sum, each) => sum + each.amount, 0));
  const state = (party: string, region: string): string => tables.machines[party]?.value[region] ?? '';
  const inTrouble = (party: string): boolean => ['distressed', 'inDefault'].includes(state(party, 'solvency'));
  let customThreat = 0;
  let customerDistress = 0;
  for (const { customer, amount } of sales) {
    customThreat += (amount / total) * (STAGE_WEIGHT[state(customer, 'customChip')] ?? 0);
    if (inTrouble(customer)) customerDistress += amount / total;
  }
  let backlog = 0;
  for (const order of rows.ordered(id)) backlog += order.units;
  const lead = leadTimeOf(month, id);
  let making = 0;
  for (let at = 1; at <= lead; at++) making += month.mind(id, `making${at}`);
  let financed = 0;
  for (const holding of rows.shares(id)) financed += holding.cost;
  // promised and undrawn counts as lent
  for (const loan of rows.lent(id)) financed += loan.principal + (loan.availableUntil >= tick ? loan.undrawn : 0);
  const mean = (from: number): number => (month.mind(id, `ordered${from}`) + month.mind(id, `ordered${from + 1}`) + month.mind(id, `ordered${from + 2}`)) / 3;
  const newest = tables.generations[newestOf(tables, id)!]!;
  const coming = setting.scenario.generations.filter((each) => each.vendor === id && !Object.hasOwn(tables.generations, each.id)).sort((a, b) => a.launchAt - b.launchAt || (a.id < b.id ? -1 : 1))[0];
  const revenue = tables.trailing[id]!.revenue;
  const third = (from: number): number => ((revenue[from] ?? 0) + (revenue[from + 1] ?? 0) + (revenue[from + 2] ?? 0)) / 3;
  const rumour = 1 + 0.2 * month.luck.normal(id, 'rumour');
  return Object.assign(firm, {
    backlog, stock: month.mind(id, 'stock'), making, ordersRecent: mean(1), ordersBefore: mean(4), unmet: month.mind(id, 'unmet'),
    capacity: month.mind(id, 'capacity'), direct: month.mind(id, 'direct'), leadTime: lead, listPrice: newest.price / MICRO, launchPrice: newest.launchPrice / MICRO, unitCost: unitCostOf(month, id, newest) / MICRO,
    usedToNew: usedToNew(month), top3: sales.slice(0, 3).reduce((sum, each) => sum + each.amount, 0) / total, customThreat,
    financeCap: month.term(id, 'financeCap'), financeCapPerTop3: month.lever('vendor.financeCapPerTop3'), financeAllowed: month.lever('vendor.finance') > 0, financed,
    customerDistress: Math.max(0, customerDistress * rumour), revenueRecent: third(9), revenueBefore: third(6),
    nextGeneration: coming?.id ?? null, monthsToNext: coming === undefined ? 0 : coming.launchAt - tick, payout: month.term(id, 'payout'),
    stages: Object.values(tables.commitments)
      .filter((each) => each.investor === id && each.stagesPaid < each.stages && tick >= each.firstStageAt && tick - month.mind(each.issuer, 'lastStage') >= STAGE_EVERY && month.lever('vendor.finance') > 0)
      .sort((a, b) => (a.id < b.id ? -1 : 1))
      .map((each) => ({ id: each.id, issuer: each.issuer, amount: each.perStage, sound: !inTrouble(each.issuer) && state(each.issuer, 'growth') !== 'retrenching' })),
    rounds: setting.scenario.rounds.filter((round) => round.investor === id && round.at === tick && round.amount > 0).map((round) => ({ id: round.id, issuer: round.issuer, amount: round.amount })),
    backstops: setting.scenario.backstops
      .filter((each) => each.guarantor === id && each.signedAt === tick && month.lever('backstop.cap') > 0)
      .map((each) => ({ id: each.id, beneficiary: each.beneficiary, cap: Math.round(each.cap * month.lever('backstop.cap')), sound: !inTrouble(each.beneficiary) })),
    cloudPurchases: month.lever('vendor.finance') > 0 ? Math.round(month.term(id, 'cloudPurchases')) : 0,
  });
}
