/** Rules about cash that all firms share: how much to hold, when to borrow, when to ask shareholders. */
import { MONTHS_KEPT } from '../src/model/cash-rule.ts';
import type { Intent } from '../src/model/decision.ts';
import type { FirmView } from '../src/model/view.ts';

/** Months a firm without burn is said to last: beyond any rule's horizon. */
const LONG = 60;
export const monthsOfCash = (view: FirmView): number => view.runway ?? LONG;

/** What it would need on top of its cash to hold `months` of outlays, net of what comes in while it burns. */
export function cashGap(view: FirmView, months: number): number {
  const burn = Math.max(0, view.outlays - view.receipts);
  const floor = Math.max(Math.round(view.outlays * Math.min(months, MONTHS_KEPT)), Math.round(burn * months));
  return floor + view.maturing - view.cash - view.lines;
}

/** Borrow what is missing; the rule, what it saw and the number it compared with. */
export function borrowForCash(view: FirmView, rule: string, months: number, share: number, loanMonths: number): Intent[] {
  const gap = cashGap(view, months);
  const amount = Math.ceil(gap * share);
  if (amount <= 0 || view.shut || view.defaulted) return [];
  const use = view.maturing > view.cash ? 'rollover' : 'general';
  return [{
    type: 'borrow',
    params: { amount, months: loanMonths, use },
    because: { rule, inputs: { cash: view.cash, outlays: view.outlays, receipts: view.receipts, maturing: view.maturing, runway: monthsOfCash(view) }, threshold: months },
  }];
}

/** Ask outside shareholders for what is missing, within what they would still give this year. */
export function raiseForCash(view: FirmView, rule: string, months: number, share: number): Intent[] {
  const gap = Math.round(cashGap(view, months) * share);
  const amount = Math.floor(Math.min(gap, Math.max(view.equityRoom, 0)));
  if (gap <= 0 || view.shut || view.defaulted) return [];
  return [{
    type: 'raiseEquity',
    params: { amount: amount > 0 ? amount : 0, wanted: gap },
    because: { rule, inputs: { cash: view.cash, outlays: view.outlays, receipts: view.receipts, equityRoom: view.equityRoom, sentiment: view.sentiment, runway: monthsOfCash(view) }, threshold: months },
  }];
}
