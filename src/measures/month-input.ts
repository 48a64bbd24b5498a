/** What the measures of a month are made from: the closed state, what happened, and what chips would fetch. */
import type { Event } from '../model/decision.ts';
import type { Flow } from '../model/flow.ts';
import type { Lot } from '../model/instrument.ts';
import type { World } from '../model/world.ts';
import type { Setting } from '../ledger/setting.ts';
import type { MeasureMemory } from './memory.ts';

/** The used-chip market as the engine sees it. Impacts are shares of the price that forced sales have taken. */
export interface ChipPrices {
  /** Dollars a lot would fetch at an impact. */
  readonly valueOf: (lot: Lot, impact: number) => number;
  readonly impact: number;
  /** Impact after so many more H100 equivalents are sold at once. */
  readonly impactAfter: (units: number) => number;
  /** A used chip over a new one, performance for performance; null where there is no market. */
  readonly usedToNew: number | null;
}

export interface MonthInput {
  readonly state: World;
  /** All flows and events of the month, every phase. */
  readonly flows: readonly Flow[];
  readonly events: readonly Event[];
  readonly setting: Setting;
  readonly chips: ChipPrices;
  readonly memory: MeasureMemory;
}

/** A field of a market's row; null where the market does not report it. */
export function marketField(state: World, market: string, field: string): number | null {
  return state.markets[market]?.[field] ?? null;
}

export function lever(state: World, name: string, otherwise: number): number {
  return state.levers[name]?.value ?? otherwise;
}

/** The chip vendor that sold most in the last twelve months; ties go to the lower id. Null in a world without one. */
export function leaderOf(state: World, setting: Setting): string | null {
  let best: string | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const id of setting.ids('chipVendor')) {
    const revenue = yearSum(state.trailing[id]?.revenue);
    if (revenue > most) [best, most] = [id, revenue];
  }
  return best;
}

export function yearSum(months: readonly number[] | undefined): number {
  let total = 0;
  if (months !== undefined) for (const amount of months) total += amount;
  return total;
}
