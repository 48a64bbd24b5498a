/** What failing costs, wound up or not: lawyers, administrators and months lost, paid out of the estate before anybody else (Rogers and Veraart 2013). */
import { keep } from '../contagion/estates.ts';
import type { Month } from '../ledger/month.ts';

/**
 * Pays the fees of a failed firm's estate: `1 − default.cashKept` of its cash and `1 − default.claimsKept` of what others
 * owe it, dollars, as far as its cash goes.
 */
export function payBankruptcyCosts(month: Month, id: string): void {
  const cash = Math.max(0, month.ledger.cash(id));
  let claims = 0;
  for (const key in month.tables.obligations) if (month.tables.obligations[key]!.creditor === id) claims += month.tables.obligations[key]!.amount;
  const lost = cash - keep(cash, month.lever('default.cashKept')) + claims - keep(claims, month.lever('default.claimsKept'));
  month.pay({ purpose: 'estateFee', from: id, to: month.setting.sector('suppliers'), amount: Math.min(cash, lost) });
}
