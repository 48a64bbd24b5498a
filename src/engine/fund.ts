/**
 * Phase 8b, fund: before anything is settled, payouts are given up first and committed lines are drawn; firms with
 * more than they need pay their owners once a quarter.
 */
import { largestRemainder } from '../model/arithmetic.ts';
import type { Holding } from '../model/instrument.ts';
import type { Month } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';
import { draw } from '../markets/credit.ts';
import type { Perception } from './perceive/index.ts';
import type { FirmView } from '../model/view.ts';

export function runFund(month: Month, perception: Perception): void {
  const due = new Map<string, number>();
  const expected = new Map<string, number>();
  for (const id in month.tables.obligations) {
    const obligation = month.tables.obligations[id]!;
    if (obligation.due > month.tick) continue;
    due.set(obligation.debtor, (due.get(obligation.debtor) ?? 0) + obligation.amount);
    expected.set(obligation.creditor, (expected.get(obligation.creditor) ?? 0) + obligation.amount);
  }
  const holders = sortedBy(month.tables.holdings, (holding) => holding.issuer);
  for (const actor of month.setting.actors) {
    if (actor.kind === 'lender' || month.mind(actor.id, 'shut') > 0) continue;
    const short = (due.get(actor.id) ?? 0) - month.ledger.cash(actor.id) - Math.floor((expected.get(actor.id) ?? 0) * 0.9);
    if (short > 0) drawLines(month, actor.id, short);
    else if (month.tick % 3 === 2) payOut(month, actor.id, perception, holders(actor.id), due.get(actor.id) ?? 0);
  }
}

function drawLines(month: Month, actor: string, short: number): void {
  let left = short;
  for (const id of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[id]!;
    if (loan.borrower !== actor || loan.kind !== 'revolver' || loan.undrawn <= 0) continue;
    left -= draw(month, id, left);
    if (left <= 0) return;
  }
}

/** A share of the quarter's profit, out of cash beyond the target; trapped or broken covenants forbid it. */
function payOut(month: Month, actor: string, perception: Perception, shares: readonly Holding[], due: number): void {
  const view = perception.views.get(actor) as FirmView;
  if (!month.setting.hasTerm(actor, 'payout') || view.class !== 'hedge' || view.arrears > 0 || view.breached) return;
  if (perception.sight.rows.borrowed(actor).some((loan) => loan.covenantState !== 'pass' && loan.covenantState !== 'waived')) return;
  const income = month.tables.trailing[actor]!.netIncome;
  const profit = income[9]! + income[10]! + income[11]!;
  const spare = month.ledger.cash(actor) - due - Math.round(view.outlays * view.cashTarget) - view.maturing;
  const amount = Math.floor(Math.min(spare, profit * month.term(actor, 'payout')));
  if (amount <= 0) return;
  const holders = shares.filter((holding) => holding.shares > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  const parts = largestRemainder(amount, holders.map((holding) => Math.round(holding.shares)));
  holders.forEach((holding, index) => month.pay({ purpose: 'dividend', from: actor, to: holding.holder, amount: parts[index]! }));
}
