/**
 * New terms for a firm worth more alive: what settlement could not pay is given up, loans get longer and a little smaller, contracts shrink to what it can pay, and its shareholders lose most.
 */
import type { Cause } from '../model/decision.ts';
import type { Month } from '../ledger/month.ts';
import { setSharePrice } from '../markets/equity.ts';
import { cancelOrder } from '../markets/chip-orders.ts';
import { enforceLiens } from './enforce.ts';
import { payBankruptcyCosts } from './bankruptcy-cost.ts';
import { giveUpContracts } from './give-up-contracts.ts';
import { keptOf, monthOfBills } from './going-concern.ts';
import { newAmortisesFrom, newMaturity } from './new-terms.ts';
import { ownDues, shareOut } from './share-out.ts';
import { writeOffDue, writeOffLoan } from './write-off.ts';

/** What old shares are worth after new ones go to creditors and rescuers. */
const DILUTED = 0.2;

/** Carries new terms out, with `cut` basis points of what no collateral covers given up. */
export function restructure(month: Month, id: string, event: string, cut: number): void {
  const causes: Cause[] = [{ id: event, link: 'state' }];
  // a loan that was called in has the right to its collateral; what that does not cover waits with the others
  enforceLiens(month, id, event, (loan) => loan.covenantState === 'accelerated');
  payBankruptcyCosts(month, id);
  giveUpContracts(month, id, cut, causes);
  // what cash it does not need to go on goes to creditors before they give anything up
  shareOut(month, id, month.ledger.cash(id) - monthOfBills(month, id), ownDues(month, id, month.tick), []);
  forgiveArrears(month, id, causes);
  month.remember(id, { newTerms: month.mind(id, 'newTerms') + 1 });
  for (const key of Object.keys(month.tables.orders).sort()) if (month.tables.orders[key]!.buyer === id) cancelOrder(month, key, month.tables.orders[key]!.units, causes);
  for (const key of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[key]!;
    if (loan.borrower !== id) continue;
    writeOffLoan(month, key, loan.principal - keptOf(month, loan, cut), causes);
    if (month.tables.loans[key] === undefined) continue;
    // what was tested was the loan as it was
    const { testedCover: _, ...kept } = month.tables.loans[key];
    month.tables.loans[key] = { ...kept, maturity: newMaturity(kept, month.tick), amortisesFrom: newAmortisesFrom(kept, month.tick), undrawn: 0, covenantState: 'pass', cureTicks: 0 };
  }
  const issuer = month.tables.issuers[id];
  if (issuer !== undefined) {
    setSharePrice(month, id, Math.max(1, Math.floor(issuer.price * DILUTED)));
    month.note('stakeMarked', id, 'shares', { issuer: id, share: 1 - DILUTED }, causes);
  }
  for (const key of Object.keys(month.tables.commitments)) if (month.tables.commitments[key]!.issuer === id) delete month.tables.commitments[key];
  month.note('restructured', id, 'terms', {}, causes);
}

/** What is overdue and was not paid at settlement is given up; principal, called in or not, goes back into its loan, whose terms change. */
function forgiveArrears(month: Month, id: string, causes: readonly Cause[]): void {
  const late = Object.values(month.tables.obligations).filter((each) => each.debtor === id && (each.due <= month.tick || each.kind === 'principal')).sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const each of late) writeOffDue(month, each.id, each.amount, causes);
}
