/** The last twelve months of what covenants, classes and forecasts look at; and the tax and losses that follow from the month. */
import { RESULT_SIGN, RESULTS, type Result } from '../model/account.ts';
import type { Purpose } from '../model/flow.ts';
import type { TrailingRow } from '../model/world.ts';
import { monthlyInterest } from '../model/arithmetic.ts';
import type { Month } from '../ledger/month.ts';
import { scheduledPrincipal } from '../ledger/things.ts';

/** Cash from the business itself, as received and as paid. */
const EARNED: ReadonlySet<Purpose> = new Set<Purpose>(['aiService', 'spotCompute', 'coreSales', 'otherChips', 'compute', 'vendorCloudCompute', 'rent', 'revenueShare', 'backstop', 'chipPurchase', 'orderDeposit', 'prepayment']);
const SPENT: ReadonlySet<Purpose> = new Set<Purpose>(['compute', 'vendorCloudCompute', 'rent', 'revenueShare', 'running', 'tax', 'production', 'backstop', 'prepayment']);
const AI_REVENUE: ReadonlySet<Purpose> = new Set<Purpose>(['aiService', 'spotCompute', 'computeAccrual', 'creditUsed', 'vendorCloudCompute', 'backstop']);
const CAPEX: ReadonlySet<Purpose> = new Set<Purpose>(['chipPurchase', 'orderDeposit', 'construction', 'usedChipPurchase']);
/** Results that are neither profit nor loss for tax and for the year's income. */
const LEFT_OUT: ReadonlySet<Result> = new Set<Result>(['revaluation', 'dividendsPaid', 'dividendsReceived']);

interface Sums { aiRevenue: number; operatingCash: number; capex: number; aiCapex: number }

export function closeTrailing(month: Month): void {
  const sums = new Map<string, Sums>(month.setting.actors.map((actor) => [actor.id, { aiRevenue: 0, operatingCash: 0, capex: 0, aiCapex: 0 }]));
  for (const flow of month.allFlows) {
    const to = sums.get(flow.to);
    const from = sums.get(flow.from);
    const moved = flow.dye !== undefined;
    if (to !== undefined && AI_REVENUE.has(flow.purpose)) to.aiRevenue += flow.amount;
    if (to !== undefined && moved && EARNED.has(flow.purpose)) to.operatingCash += flow.amount;
    if (from === undefined || !moved) continue;
    if (SPENT.has(flow.purpose)) from.operatingCash -= flow.amount;
    if (CAPEX.has(flow.purpose)) {
      from.capex += flow.amount;
      from.aiCapex += flow.amount;
    }
    if (flow.purpose === 'coreInvestment') from.capex += flow.amount;
  }
  const service = debtService(month);
  for (const actor of month.setting.actors) {
    const row = month.ledger.accounts[actor.id]!;
    let income = 0;
    for (const name of RESULTS) if (!LEFT_OUT.has(name)) income += RESULT_SIGN[name] * row[name];
    const sum = sums.get(actor.id)!;
    const due = service.get(actor.id) ?? { interest: 0, principal: 0 };
    const before = month.tables.trailing[actor.id]!;
    const push = (months: readonly number[], value: number): number[] => [...months.slice(1), value + 0];
    const next: TrailingRow = {
      revenue: push(before.revenue, row.revenue), aiRevenue: push(before.aiRevenue, sum.aiRevenue), operatingCash: push(before.operatingCash, sum.operatingCash),
      interest: push(before.interest, due.interest), principal: push(before.principal, due.principal), netIncome: push(before.netIncome, income),
      capex: push(before.capex, sum.capex), aiCapex: push(before.aiCapex, sum.aiCapex),
    };
    month.tables.trailing[actor.id] = next;
    if (actor.kind === 'chipVendor') month.remember(actor.id, { revenueNow: row.revenue });
    if (actor.kind === 'lender') month.remember(actor.id, { lossYear: Math.round(month.mind(actor.id, 'lossYear') * (11 / 12)) + row.creditLoss - Math.min(0, row.revaluation) });
    // debts forgiven are no taxable income
    taxNext(month, actor.id, income + Math.min(0, row.creditLoss));
  }
}

/** Interest and principal that fell due this month by contract, bullets left out: what trailing cover is tested on. */
function debtService(month: Month): Map<string, { interest: number; principal: number }> {
  const service = new Map<string, { interest: number; principal: number }>();
  for (const id in month.tables.loans) {
    const loan = month.tables.loans[id]!;
    if (loan.principal <= 0) continue;
    const sum = service.get(loan.borrower) ?? { interest: 0, principal: 0 };
    sum.interest += monthlyInterest(loan.principal, loan.rate);
    if (loan.amortisesFrom < loan.maturity) sum.principal += scheduledPrincipal(loan, month.tick);
    service.set(loan.borrower, sum);
  }
  return service;
}

/** Tax on accrual profit, due next month; losses are carried forward. */
function taxNext(month: Month, id: string, income: number): void {
  if (month.setting.kindOf(id) === 'lender') return;
  const carried = month.mind(id, 'lossCarried');
  const taxable = income - carried;
  month.remember(id, { lossCarried: Math.max(0, -taxable), taxMonth: Math.max(0, Math.floor(taxable * month.lever('tax.rate'))) });
}
