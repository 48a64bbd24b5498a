/** Claims that end without being paid: the debtor owes less, the creditor has lost it; never a flow. */
import type { Cause } from '../model/decision.ts';
import type { Month } from '../ledger/month.ts';

/** Writes off part of a loan. The lender's loss is an event, and what makes others afraid. */
export function writeOffLoan(month: Month, id: string, amount: number, causes: readonly Cause[]): void {
  const loan = month.tables.loans[id]!;
  const part = Math.min(amount, loan.principal);
  if (part > 0) {
    month.ledger.own(loan.borrower, [['debt', -1], ['creditLoss', -1]], part);
    month.ledger.own(loan.lender, [['loans', -1], ['creditLoss', 1]], part);
    loss(month, loan.lender, loan.borrower, part, causes);
  }
  if (part >= loan.principal) {
    delete month.tables.loans[id];
    freeLiens(month, id);
  } else month.tables.loans[id] = { ...loan, principal: loan.principal - part };
}

/** Writes off an obligation: an accrued one was an asset of its creditor, another was never booked. */
export function writeOffDue(month: Month, id: string, amount: number, causes: readonly Cause[]): void {
  const due = month.tables.obligations[id]!;
  const part = Math.min(amount, due.amount);
  if (part >= due.amount) delete month.tables.obligations[id];
  else month.tables.obligations[id] = { ...due, amount: due.amount - part };
  if (!due.accrued || part <= 0) return;
  month.ledger.own(due.debtor, [['payables', -1], ['creditLoss', -1]], part);
  month.ledger.own(due.creditor, [['receivables', -1], ['creditLoss', 1]], part);
  loss(month, due.creditor, due.debtor, part, causes);
}

function loss(month: Month, holder: string, debtor: string, amount: number, causes: readonly Cause[]): void {
  if (month.setting.kindOf(holder) !== 'lender') return;
  const id = month.note('lenderLoss', holder, debtor, { borrower: debtor, loss: amount }, causes.map((cause) => ({ ...cause, link: 'credit', dollars: amount })));
  month.signal(`loss/${holder}`, id);
}

/** Lots and sites pledged to a loan that is no more are free. */
export function freeLiens(month: Month, loan: string): void {
  for (const id in month.tables.lots) if (month.tables.lots[id]!.lien === loan) month.tables.lots[id] = { ...month.tables.lots[id]!, lien: null };
  for (const id in month.tables.sites) if (month.tables.sites[id]!.lien === loan) month.tables.sites[id] = { ...month.tables.sites[id]!, lien: null };
}

/** Ends a compute contract: what was paid ahead is lost to the buyer. */
export function endContract(month: Month, id: string, causes: readonly Cause[], about: string): void {
  const contract = month.tables.contracts[id];
  if (contract === undefined) return;
  if (contract.prepaid > 0) {
    // money paid ahead to a seller that fails is a claim that ends; to one that goes on it is kept as damages
    month.ledger.own(contract.buyer, [['prepaid', -1], ['creditLoss', 1]], contract.prepaid);
    month.ledger.own(contract.seller, [['customerDeposits', -1], ['creditLoss', -1]], contract.prepaid);
  }
  delete month.tables.contracts[id];
  const event = month.note('contractEnded', about === contract.buyer ? contract.buyer : contract.seller, id, { with: about === contract.buyer ? contract.seller : contract.buyer, units: contract.units, what: 'compute' }, causes);
  const other = about === contract.buyer ? contract.seller : contract.buyer;
  month.signal(`lost/${other}`, event);
  month.signal('lost', event);
}
