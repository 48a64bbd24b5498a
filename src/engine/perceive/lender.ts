/** What a lender sees: its capital, its book and who in it is in trouble, what it has seized. */
import type { LenderView } from '../../model/view.ts';
import { ownCapital } from '../../ledger/accounts.ts';
import { remembered } from '../../markets/credit-memory.ts';
import type { Sight } from './sight.ts';

export function lenderView(sight: Sight, id: string): LenderView {
  const { month, rows } = sight;
  const { tables, tick } = month;
  const row = tables.accounts[id]!;
  const capital = ownCapital(row);
  let troubled = 0;
  let committed = 0;
  for (const loan of rows.lent(id)) {
    if (['distressed', 'inDefault'].includes(tables.machines[loan.borrower]?.value['solvency'] ?? '')) troubled += loan.principal;
    if (loan.availableUntil >= tick) committed += loan.undrawn;
  }
  let seized = 0;
  for (const lot of rows.lots(id)) seized += lot.units;
  // lenders that stand deeper in AI hold more of it for each dollar of their own
  const exposure = month.lever('lender.exposure');
  const fragile = month.channel('credit');
  const rumour = Math.max(0, 1 + 0.2 * month.luck.normal(id, 'rumour'));
  return {
    id, tick, cash: Math.max(0, row.cash - committed), capital, capitalBefore: month.mind(id, 'capitalBefore'), book: row.loans + committed,
    bookLimit: Math.round(Math.max(0, capital) * exposure * month.term(id, 'bookLimit') * month.lever('lender.bookLimit')),
    nameLimit: Math.round(Math.max(0, capital) * exposure * month.term(id, 'nameLimit') * month.lever('lender.nameLimit')),
    distressed: fragile ? (troubled / Math.max(1, row.loans)) * rumour : 0,
    lossShare: fragile ? Math.max(0, month.mind(id, 'lossYear')) / Math.max(1, capital) : 0,
    remembered: remembered(month), fear: month.term(id, 'fear'), baseRate: Math.round(month.lever('lender.baseRate')), margin: Math.round(month.term(id, 'margin')),
    scarcitySpread: Math.round(month.lever('lender.scarcitySpread')), seized, usedImpact: month.market('used', 'impact'),
  };
}
