/** Cash of a failed firm to those it owes: by rank, pro rata within a rank (finance A3). */
import { largestRemainder } from '../model/arithmetic.ts';
import type { Obligation } from '../model/instrument.ts';
import type { Month } from '../ledger/month.ts';
import { PURPOSE_OF } from './settle.ts';

/** What the other side of a broken contract may claim, dollars. */
export interface Damages {
  readonly creditor: string;
  readonly amount: number;
}

interface Claim {
  readonly tier: number;
  readonly amount: number;
  pay(amount: number): void;
}

/** Bills of a firm that are due by a tick, principal aside, in order of their ids. */
export function ownDues(month: Month, id: string, by: number): Obligation[] {
  return Object.keys(month.tables.obligations).sort().map((key) => month.tables.obligations[key]!).filter((due) => due.debtor === id && due.kind !== 'principal' && due.due <= by);
}

/** Shares up to `amount` dollars among bills, what collateral did not cover of its loans, and damages. */
export function shareOut(month: Month, id: string, amount: number, dues: readonly Obligation[], damages: readonly Damages[]): void {
  const claims = [...dues.map((due) => billClaim(month, due)), ...loanClaims(month, id), ...damages.filter((each) => each.amount > 0).map((each) => damagesClaim(month, id, each))];
  let left = Math.max(0, amount);
  for (let tier = 0; tier <= 4; tier++) {
    const ranked = claims.filter((claim) => claim.tier === tier);
    const owed = ranked.reduce((sum, claim) => sum + claim.amount, 0);
    const parts = largestRemainder(Math.min(owed, left), ranked.map((claim) => claim.amount));
    ranked.forEach((claim, index) => claim.pay(parts[index]!));
    left -= Math.min(owed, left);
  }
}

function billClaim(month: Month, due: Obligation): Claim {
  return {
    tier: due.tier, amount: due.amount,
    pay: (amount) => {
      month.pay({ purpose: PURPOSE_OF[due.kind], from: due.debtor, to: due.creditor, amount, ...(due.contract === null ? {} : { contract: due.contract }) });
      if (amount >= due.amount) delete month.tables.obligations[due.id];
      else month.tables.obligations[due.id] = { ...due, amount: due.amount - amount };
    },
  };
}

/** Loans beyond their collateral rank with all other creditors, whatever rank they were given. */
function loanClaims(month: Month, id: string): Claim[] {
  return Object.keys(month.tables.loans).sort().map((key) => month.tables.loans[key]!).filter((loan) => loan.borrower === id && loan.principal > 0).map((loan) => ({
    tier: 3, amount: loan.principal,
    pay: (amount) => {
      month.pay({ purpose: 'deficiency', from: id, to: loan.lender, amount, contract: loan.id });
      month.tables.loans[loan.id] = { ...month.tables.loans[loan.id]!, principal: loan.principal - amount };
    },
  }));
}

function damagesClaim(month: Month, id: string, { creditor, amount }: Damages): Claim {
  return { tier: 3, amount, pay: (part) => void month.pay({ purpose: 'damages', from: id, to: creditor, amount: part }) };
}
