/**
 * End demand: people and firms who pay for AI services. Demand is for compute-months; what they spend is quantity times
 * price, so that cheaper compute is used more (elasticity above one) and still earns its sellers a little more.
 */
import { clamp, power } from '../model/arithmetic.ts';
import { calendar } from '../model/units.ts';
import type { Holding } from '../model/instrument.ts';
import type { Month } from '../ledger/month.ts';

/** Monthly growth of a seller's planned path at a tick. */
export function monthlyGrowth(month: Month, seller: string, tick: number): number {
  const year = clamp(calendar(tick, month.setting.scenario.opens).year - openingYear(month) + 2025, 2025, 2030);
  const yearly = month.term(seller, `growth${year}`) * month.lever('demand.growth');
  return power(1 + Math.max(-0.9, yearly), 1 / 12);
}
/** A monthly amount a month later. What a scenario gives is the opening month's own, so growth begins with the next. */
const grown = (month: Month, before: number, growth: number): number => (month.tick === 0 ? before : Math.round(before * growth));
const openingYear = (month: Month): number => calendar(0, month.setting.scenario.opens).year;

const sells = (month: Month, id: string): boolean => {
  const kind = month.setting.kindOf(id);
  return kind === 'aiLab' || kind === 'hyperscaler';
};

/** What the seller expects `at` months ahead: the consensus path from today's level of demand. */
export function expectedRevenue(month: Month, seller: string, at: number): number {
  if (!sells(month, seller) || month.mind(seller, 'shut') > 0) return 0;
  const now = month.mind(seller, 'revenueNow');
  const base = now > 0 ? now : month.mind(seller, 'path');
  return Math.round(base * power(monthlyGrowth(month, seller, month.tick + at), at));
}

/** The partner a lab owes a share of revenue to: whoever among the cloud giants holds most of its shares. */
export function partnerOf(month: Month, lab: string, holders: readonly Holding[]): string | null {
  if (month.setting.kindOf(lab) !== 'aiLab') return null;
  let best: string | null = null;
  let most = 0;
  for (const { holder, shares } of holders) {
    if (month.setting.kindOf(holder) !== 'hyperscaler') continue;
    // of equal ones the first by name
    if (shares > most || (shares === most && best !== null && holder < best)) [best, most] = [holder, shares];
  }
  return best;
}

/** Share of revenue owed to the partner; a lower one in the last two years of the decade. */
export function revenueShareOf(month: Month, lab: string, tick: number): number {
  return month.term(lab, tick >= 48 ? 'revenueShareLater' : 'revenueShare');
}

/** The month's end demand: who pays whom, in the phase `demand`. */
export function runDemand(month: Month): void {
  const { setting } = month;
  const customers = setting.sector('endCustomers');
  const noise = month.lever('demand.noise');
  const persistence = month.lever('demand.persistence');
  const common = persistence * month.market('demand', 'common') + noise * month.luck.normal('demand', 'level');
  const factor = month.market('compute', 'factor');
  const elastic = power(clamp(factor, 0.2, 3), 1 - month.lever('demand.elasticity'));
  const level = month.lever('demand.level');
  let spending = 0;
  let planned = 0;
  for (const id of [...setting.ids('aiLab'), ...setting.ids('hyperscaler')]) {
    const path = grown(month, month.mind(id, 'path'), monthlyGrowth(month, id, month.tick));
    const own = persistence * month.mind(id, 'noise') + noise * month.luck.normal(id, 'demand');
    month.remember(id, { path, noise: own });
    planned += path;
    if (month.mind(id, 'shut') > 0) continue;
    const due = path * level * elastic * Math.max(0.2, 1 + common + own) * (1 - churn(month, id));
    const withheld = withholding(month, id);
    const amount = Math.max(0, Math.floor(due * (1 - withheld)));
    month.pay({ purpose: 'aiService', from: customers, to: id, amount });
    const usual = Math.floor(due);
    month.remember(id, { revenueNow: amount, revenueDue: usual });
    spending += amount;
  }
  for (const id of setting.ids('hyperscaler')) {
    if (month.mind(id, 'shut') > 0) continue;
    const core = grown(month, month.mind(id, 'core'), power(1 + month.term(id, 'coreGrowth'), 1 / 12));
    month.remember(id, { core });
    month.pay({ purpose: 'coreSales', from: customers, to: id, amount: core });
  }
  month.setMarket('demand', { common, spending, planned });
  noteLevel(month, level);
}

/** A lab that serves less compute than its customers need loses some of them, up to a fifth. */
function churn(month: Month, id: string): number {
  if (month.setting.kindOf(id) !== 'aiLab') return 0;
  return clamp(month.mind(id, 'unserved') * 0.5, 0, 0.2);
}

function withholding(month: Month, id: string): number {
  let share = 0;
  for (const shock of month.setting.scenario.shocks)
    if (shock.kind === 'withhold' && shock.actor === id && month.tick >= shock.at && month.tick < shock.at + shock.months && month.mind('world', `without/${shock.id}`) === 0) share = Math.max(share, shock.share);
  return share;
}

/** Marks a fall of demand against plan, once for each two points, so that what follows can name it. Hopes that were raised can be disappointed too. */
function noteLevel(month: Month, level: number): void {
  const before = month.mind('world', 'levelNoted') || (month.setting.scenario.parameters['demand.level']?.value ?? level);
  if (level > before) month.remember('world', { levelNoted: level });
  if (level >= before - 0.02) return;
  month.remember('world', { levelNoted: level });
  const shock = month.because('lever/demand.level', 'shock', 60);
  if (shock.length > 0) month.signal('demand', month.note('revenueFell', undefined, 'demand', { share: 1 - level / before, level }, shock));
}
