/** What every firm sees of itself: cash, what comes and goes, debts, covenants, and what shareholders would still give. */
import type { FirmView, MinskyClass } from '../../model/view.ts';
import { equityRoom } from '../../markets/equity.ts';
import { equityOf } from '../../ledger/accounts.ts';
import { sumLines } from '../outlook.ts';
import type { Sight } from './sight.ts';

const QUARTER = 3;
const WALL = 6;

export const yearSum = (months: readonly number[] | undefined): number => (months ?? []).reduce((sum, amount) => sum + amount, 0);

/** Minsky's classes (1992): a debt-free firm that burns cash is no Ponzi unit; the measures name it apart. */
export function minskyClass(operatingCash: number, interest: number, principal: number): MinskyClass {
  if (interest + principal <= 0 || operatingCash >= interest + principal) return 'hedge';
  return operatingCash >= interest ? 'speculative' : 'ponzi';
}

/** Months a firm wants in cash; vendors and landlords have the term too. */
export function firmView(sight: Sight, id: string): FirmView {
  const { month } = sight;
  const { tables, tick } = month;
  const row = tables.accounts[id]!;
  const trailing = tables.trailing[id]!;
  const lines = sight.outlook.get(id)!;
  let maturing = 0;
  let bullets = 0;
  let undrawn = 0;
  let breached = false;
  for (const loan of sight.rows.borrowed(id)) {
    if (loan.amortisesFrom >= loan.maturity && loan.maturity < tick + WALL) maturing += loan.principal;
    if (loan.amortisesFrom >= loan.maturity && loan.maturity < tick + QUARTER) bullets += loan.principal;
    if (loan.kind === 'revolver' && loan.availableUntil >= tick) undrawn += loan.undrawn;
    if (loan.covenantState === 'cure' || loan.covenantState === 'accelerated') breached = true;
  }
  const isDraw = (line: string): boolean => line.startsWith('loanDraw/');
  const out = -sumLines(lines, 0, QUARTER, (_line, amount) => amount < 0) - bullets - sumLines(lines, 0, QUARTER, (line) => isDraw(line));
  const into = sumLines(lines, 0, QUARTER, (line, amount) => amount > 0 && !isDraw(line));
  const outlays = Math.max(0, Math.round(out / QUARTER));
  const receipts = Math.round(into / QUARTER);
  const burn = outlays - receipts;
  const operatingCashYear = yearSum(trailing.operatingCash);
  const interestYear = yearSum(trailing.interest);
  const principalYear = yearSum(trailing.principal);
  const service = interestYear + principalYear;
  return {
    id, tick, cash: row.cash, outlays, receipts,
    cashTarget: month.setting.hasTerm(id, 'cashTarget') ? month.term(id, 'cashTarget') : 3,
    runway: burn > 0 ? Math.max(0, row.cash) / burn : null,
    debt: row.debt, equity: equityOf(row), assets: row.cash + row.receivables + row.prepaid + row.loans + row.deposits + row.stakes + row.gpus + row.inventory + row.buildings + row.construction + row.other,
    revenueYear: yearSum(trailing.revenue), operatingCashYear, interestYear,
    debtServiceCover: service > 0 ? operatingCashYear / service : null,
    class: minskyClass(operatingCashYear, interestYear, principalYear),
    maturing, lines: undrawn, arrears: sight.arrears.get(id) ?? 0, arrearsMonths: month.mind(id, 'arrearsMonths'), breached,
    defaulted: month.mind(id, 'failed') > 0, settled: month.mind(id, 'settled') > 0, rehabilitated: month.mind(id, 'rehabilitated') > 0,
    refused: month.mind(id, 'refused'), equityRoom: equityRoom(month, id), sentiment: month.market('equity', 'sentiment'),
    shut: month.mind(id, 'shut') > 0,
    review: (tick + (sight.places.get(id) ?? 0)) % 3 === 0,
  };
}

/** Growth of a trailing series over half a year, as a yearly rate; 0 where there is nothing to compare with. */
export function halfYearGrowth(months: readonly number[]): number {
  const late = (months[9] ?? 0) + (months[10] ?? 0) + (months[11] ?? 0);
  const early = (months[3] ?? 0) + (months[4] ?? 0) + (months[5] ?? 0);
  if (early <= 0) return 0;
  const half = late / early;
  return half * half - 1;
}
