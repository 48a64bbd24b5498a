/**
 * What the cloud giants earn on what they spent for AI: profit of twelve months over the cost of the chips and shells in
 * use. Profit of a month is AI services and compute sold, less compute and space rented, staff, power and wear of chips
 * (over their book life) and shells (25 years). Staff is a share of services, as the scenario says; power is what the
 * fleet draws. Until a year has passed the months there are stand for it.
 */
import { HOURS_A_MONTH } from '../model/units.ts';
import type { Purpose } from '../model/flow.ts';
import { lever, type MonthInput } from './month-input.ts';

const EARNED: ReadonlySet<Purpose> = new Set<Purpose>(['aiService', 'spotCompute', 'computeAccrual', 'creditUsed', 'vendorCloudCompute', 'revenueShare']);
const RENTED: ReadonlySet<Purpose> = new Set<Purpose>(['computeAccrual', 'creditUsed', 'rentAccrual']);
const SHELL_MONTHS = 300;

export interface AiBusiness {
  /** Operating profit of the month, dollars. */
  readonly profit: number;
  /** Cost of chips and shells owned, dollars. */
  readonly capital: number;
}

export function aiBusiness({ state, flows, setting }: MonthInput): AiBusiness {
  const giants = new Set(setting.ids('hyperscaler'));
  let profit = 0;
  for (const { from, to, purpose, amount } of flows) {
    if (EARNED.has(purpose) && giants.has(to)) {
      profit += amount;
      if (purpose === 'aiService' && setting.hasTerm(to, 'aiRunningShare')) profit -= amount * setting.term(to, 'aiRunningShare');
    }
    if (RENTED.has(purpose) && giants.has(from)) profit -= amount;
  }
  let capital = 0;
  let drawn = 0;
  const life = Math.max(1, lever(state, 'accounting.life', 60));
  for (const id in state.lots) {
    const lot = state.lots[id]!;
    if (!giants.has(lot.owner)) continue;
    capital += lot.cost;
    if (lot.book > 0) profit -= lot.cost / life;
    drawn += (lot.units * (state.generations[lot.generation]?.kilowattsPerGpu ?? 0)) / 100;
  }
  for (const id in state.sites) {
    const site = state.sites[id]!;
    if (!giants.has(site.owner)) continue;
    capital += site.cost;
    if (site.readyAt <= state.tick) profit -= site.cost / SHELL_MONTHS;
  }
  const megawattHours = (drawn / 1000) * HOURS_A_MONTH * lever(state, 'power.pue', 1.2);
  return { profit: Math.round(profit - megawattHours * lever(state, 'power.price', 65)) + 0, capital };
}
