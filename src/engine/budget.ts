/**
 * Budgets, and the account of a default to the dollar. Every firm keeps the cash budget of the last month in which its
 * cash met its rule; what then came in lower, or went out higher, is what its default is made of.
 */
import { largestRemainder } from '../model/arithmetic.ts';
import type { Cause, Shortfall, ShortfallLine } from '../model/decision.ts';
import type { Loan } from '../model/instrument.ts';
import type { BudgetRow } from '../model/world.ts';
import type { FirmView } from '../model/view.ts';
import type { Month } from '../ledger/month.ts';
import { YEAR, type Lines } from './outlook.ts';
import type { Perception } from './perceive/index.ts';
import { CLEARING_OFF, type Settlement } from './settle.ts';

/** Firms with this many times the cash their rule wants keep no budget on file; they are far from any default. */
const FAR_FROM_TROUBLE = 3;

/** Cash of every firm when the month opened. */
export function openingCash(month: Month): ReadonlyMap<string, number> {
  return new Map(month.setting.actors.map((actor) => [actor.id, month.ledger.cash(actor.id)]));
}

/** Makes new budgets for those whose cash meets its rule, or whose budget is a year old. */
export function makeBudgets(month: Month, perception: Perception, opening: ReadonlyMap<string, number>): void {
  for (const actor of month.setting.actors) {
    if (actor.kind === 'lender') continue;
    const view = perception.views.get(actor.id) as FirmView;
    const cash = opening.get(actor.id)!;
    const wanted = view.outlays * Math.min(view.cashTarget, 3);
    const kept = month.tables.budgets[actor.id];
    if (view.shut || cash > wanted * FAR_FROM_TROUBLE) {
      delete month.tables.budgets[actor.id];
      continue;
    }
    if (kept !== undefined && cash < wanted && month.tick - kept.madeAt < YEAR) continue;
    month.tables.budgets[actor.id] = budgetOf(month, actor.id, perception.sight.outlook.get(actor.id)!, perception.sight.rows.borrowed(actor.id), cash);
  }
}

/**
 * A budget whose cash never goes below zero: what is missing is counted on from shareholders or lenders. Nobody plans for
 * a loan to be called in: what was called is left out, and stands in the account as what it is.
 */
function budgetOf(month: Month, actor: string, lines: Lines, borrowed: readonly Loan[], openingCash_: number): BudgetRow {
  const kept: { [line: string]: number[] } = {};
  const net = new Array<number>(YEAR).fill(0);
  for (const [line, months] of lines) {
    kept[line] = months;
    for (let at = 0; at < YEAR; at++) net[at]! += months[at]!;
  }
  for (const [line, called] of calledFrom(month, actor)) {
    const planned = kept[line];
    if (planned === undefined) continue;
    kept[line] = planned.map((amount, at) => (at === 0 ? amount + called : amount));
    net[0]! += called;
  }
  let cash = openingCash_;
  const counted = new Array<number>(YEAR).fill(0);
  for (let at = 0; at < YEAR; at++) {
    cash += net[at]!;
    if (cash >= 0) continue;
    counted[at] = -cash;
    cash = 0;
  }
  if (counted.some((amount) => amount > 0)) {
    const line = month.setting.hasTerm(actor, 'equityCap') ? `shareIssue/${month.setting.sector('outsideInvestors')}` : `loanDraw/${usualLender(month, borrowed)}`;
    kept[line] = (kept[line] ?? new Array<number>(YEAR).fill(0)).map((amount, at) => amount + counted[at]!);
  }
  const shown = Object.fromEntries(Object.keys(kept).sort().map((line) => [line, kept[line]!.map((amount) => amount + 0)]));
  return { madeAt: month.tick - 1, openingCash: openingCash_, lines: shown, actual: {} };
}

/** What lenders called in before this month, which the outlook counts as due, by budget line; calls of the month itself are in no outlook yet. */
function calledFrom(month: Month, actor: string): ReadonlyMap<string, number> {
  const called = new Map<string, number>();
  for (const id in month.tables.obligations) {
    const { debtor, creditor, kind, contract, amount, due } = month.tables.obligations[id]!;
    if (debtor !== actor || kind !== 'principal' || contract === null || due > month.tick || month.tables.loans[contract]?.covenantState !== 'accelerated') continue;
    const line = `principal/${creditor}`;
    called.set(line, (called.get(line) ?? 0) + amount);
  }
  return called;
}

function usualLender(month: Month, borrowed: readonly Loan[]): string {
  let best = month.setting.ids('lender')[0] ?? month.setting.sector('outsideInvestors');
  let most = 0;
  for (const loan of [...borrowed].sort((a, b) => (a.id < b.id ? -1 : 1))) if (loan.principal > most) [best, most] = [loan.lender, loan.principal];
  return best;
}

/** Adds the month's cash, line by line, to what has come since the budgets were made. */
export function followBudgets(month: Month): void {
  const moved = cashByLine(month);
  for (const id of Object.keys(month.tables.budgets)) {
    const budget = month.tables.budgets[id]!;
    const actual: { [line: string]: number } = { ...budget.actual };
    for (const [line, amount] of moved.get(id) ?? []) actual[line] = (actual[line] ?? 0) + amount;
    month.tables.budgets[id] = { ...budget, actual: Object.fromEntries(Object.keys(actual).sort().map((line) => [line, actual[line]! + 0])) };
  }
}

/** Cash by party and line, signed towards cash; of the whole month, or as it stood when everything due was to be paid. */
function cashByLine(month: Month, before?: { readonly settlementOf: string }): Map<string, Map<string, number>> {
  const all = new Map<string, Map<string, number>>();
  const add = (party: string, line: string, amount: number): void => {
    const lines = all.get(party) ?? new Map<string, number>();
    lines.set(line, (lines.get(line) ?? 0) + amount);
    all.set(party, lines);
  };
  for (const flow of month.allFlows) {
    if (flow.dye === undefined) continue;
    const purpose = flow.purpose === 'vendorShareIssue' ? 'shareIssue' : flow.purpose;
    // up to settlement: neither its own payments in it nor what came after
    if (before !== undefined && flow.contract === CLEARING_OFF) continue;
    const settled = flow.obligation !== undefined && before?.settlementOf === flow.from;
    if (!settled) add(flow.from, `${purpose}/${flow.to}`, -flow.amount);
    add(flow.to, `${purpose}/${flow.from}`, flow.amount);
  }
  return all;
}

/**
 * The shortfall of a default: S = dues − means at settlement, and the lines that made it, S = Σv − H, where v is budget
 * less outcome and H the cash the budget hoped to close with. Positive lines share S in proportion; what is over was
 * absorbed by cushions and good news. @throws when the lines do not add up, which would be a bug.
 */
export function shortfallOf(month: Month, actor: string, settlement: Settlement, perception: Perception, opening: ReadonlyMap<string, number>): Shortfall {
  const dues = settlement.dues.get(actor) ?? new Map<string, number>();
  let due = 0;
  for (const amount of dues.values()) due += amount;
  const means = settlement.means.get(actor) ?? 0;
  const total = Math.max(0, due - means);
  const budget = month.tables.budgets[actor] ?? budgetOf(month, actor, perception.sight.outlook.get(actor)!, Object.values(month.tables.loans).filter((loan) => loan.borrower === actor), opening.get(actor)!);
  const outcome = new Map<string, number>(Object.entries(budget.actual));
  // this month with all its dues, as if they had been met
  for (const [line, amount] of cashByLine(month, { settlementOf: actor }).get(actor) ?? []) outcome.set(line, (outcome.get(line) ?? 0) + amount);
  for (const [line, amount] of dues) outcome.set(line, (outcome.get(line) ?? 0) - amount);
  const months = month.tick - budget.madeAt;
  const variances: { line: string; variance: number }[] = [];
  let hoped = budget.openingCash;
  let sum = 0;
  for (const line of [...new Set([...Object.keys(budget.lines), ...outcome.keys()])].sort()) {
    let planned = 0;
    const row = budget.lines[line];
    for (let at = 0; at < Math.min(months, YEAR); at++) planned += row?.[at] ?? 0;
    hoped += planned;
    const variance = planned - (outcome.get(line) ?? 0);
    if (variance !== 0) variances.push({ line, variance });
    sum += variance;
  }
  if (sum - hoped !== due - means) throw new Error(`shortfall of ${actor} at tick ${month.tick}: lines make ${sum - hoped}, it was short of ${due - means}`);
  const bad = variances.filter((each) => each.variance > 0);
  const shares = largestRemainder(total, bad.map((each) => each.variance));
  const lines = bad
    .map((each, index): ShortfallLine => ({ line: each.line, variance: each.variance, share: shares[index]!, event: causeOfLine(month, actor, each.line).id }))
    .sort((a, b) => b.share - a.share || (a.line < b.line ? -1 : 1));
  return { since: budget.madeAt, due, means, total, absorbed: bad.reduce((all, each) => all + each.variance, 0) - total, lines };
}

/** The event that moved a budget line; at the end of all, the actor's own last decision of that sort. */
export function causeOfLine(month: Month, actor: string, line: string): Cause {
  const [purpose, party] = line.split('/') as [string, string];
  const first = (...found: readonly (readonly Cause[])[]): Cause | undefined => found.find((each) => each.length > 0)?.[0];
  const own = (...types: readonly string[]): readonly Cause[] => types.flatMap((type) => month.because(`decided/${actor}/${type}`, 'decision', 200));
  const demand = month.because('demand', 'state', 36);
  const found = ((): Cause | undefined => {
    switch (purpose) {
      case 'aiService':
        return first(month.because(`withheld/${actor}`, 'shock', 24), demand);
      case 'spotCompute':
      case 'backstop':
      case 'vendorCloudCompute':
        return first(month.because('rent', 'rent', 24), demand);
      case 'compute':
      case 'rent':
        return first(month.because(`missed/${party}`, 'clearing', 18), month.because(`lost/${actor}`, 'clearing', 18), own('commit', 'lease', 'buy'), demand);
      case 'interest':
        return first(month.because(`missed/${party}`, 'clearing', 18), month.because(`lost/${actor}`, 'clearing', 18), own('borrow'), demand);
      case 'revenueShare':
      case 'tax':
        return first(month.because(`withheld/${actor}`, 'shock', 24), month.because(`missed/${party}`, 'clearing', 18), demand, month.announced());
      case 'estateFee':
        return first(month.because(`missed/${actor}`, 'clearing', 18));
      case 'loanDraw':
        return first(month.because(`refused/${actor}`, 'credit', 18), month.because(`tight/${party}`, 'credit', 18), month.because(`unfunded/${actor}`, 'equity', 18));
      case 'shareIssue':
        return first(month.because(`unfunded/${actor}`, 'equity', 18), month.because('mood', 'equity', 24));
      case 'principal':
      case 'damages':
      case 'deficiency':
        return first(month.because(`accelerated/${actor}/${party}`, 'credit', 18), month.because(`call/${actor}/${party}`, 'collateral', 18), month.because(`missed/${actor}`, 'clearing', 12), own('borrow'));
      case 'chipPurchase':
      case 'orderDeposit':
      case 'usedChipPurchase':
        return first(own('buy', 'build'));
      case 'construction':
        return first(own('build'));
      default:
        return undefined;
    }
  })();
  return found ?? first(own('commit', 'build', 'buy', 'borrow', 'raiseEquity', 'offer'), demand, month.announced()) ?? { id: month.tables.signals['announced']!.event, link: 'budget' };
}
