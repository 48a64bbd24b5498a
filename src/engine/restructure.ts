/**
 * New terms for a firm worth more alive: what settlement could not pay is given up, loans get longer and a little smaller, contracts shrink to what it can pay, and its shareholders lose most.
 */
import type { Cause } from '../model/decision.ts';
import { computeBill, rampUnits } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { fleetOf, fleetsOf } from '../markets/fleet.ts';
import { setSharePrice } from '../markets/equity.ts';
import { cancelOrder } from '../markets/chip-orders.ts';
import { enforceLiens } from './enforce.ts';
import { payBankruptcyCosts } from './bankruptcy-cost.ts';
import { keptOf, monthOfBills } from './going-concern.ts';
import { BOUND, LEAST_STAFF, newAmortisesFrom, newMaturity, ROOM } from './new-terms.ts';
import { ownDues, shareOut } from './share-out.ts';
import { endContract, writeOffDue, writeOffLoan } from './write-off.ts';
import { outlooks, sumLines } from './outlook.ts';

/** What old shares are worth after new ones go to creditors and rescuers. */
const DILUTED = 0.2;

/** Carries new terms out, with `cut` basis points of what no collateral covers given up. */
export function restructure(month: Month, id: string, event: string, cut: number): void {
  const causes: Cause[] = [{ id: event, link: 'state' }];
  // a loan that was called in has the right to its collateral; what that does not cover waits with the others
  enforceLiens(month, id, event, (loan) => loan.covenantState === 'accelerated');
  payBankruptcyCosts(month, id);
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
  shrinkContracts(month, id, causes);
  handBackSpace(month, id, causes);
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

/** Contracts it buys under are given up, the dearest first, until what is bound fits what comes in. */
function shrinkContracts(month: Month, id: string, causes: readonly Cause[]): void {
  const lines = outlooks(month, [id]).get(id)!;
  const from = 1;
  const to = 7;
  const income = sumLines(lines, from, to, (line, amount) => amount > 0 && !line.startsWith('loanDraw') && !line.startsWith('shareIssue'));
  const compute = -sumLines(lines, from, to, (line) => line.startsWith('compute/'));
  const other = -sumLines(lines, from, to, (line, amount) => amount < 0 && !line.startsWith('compute/') && !line.startsWith('principal/'));
  if (compute <= 0) return;
  const affordable = Math.max(0, income * BOUND - other);
  // what costs most a unit is given up first, as a court lets it (11 USC 365); the last is kept in part
  let left = Math.round((compute - affordable) / (to - from));
  const mine = Object.values(month.tables.contracts).filter((each) => each.buyer === id).sort((a, b) => b.rate - a.rate || (a.id < b.id ? -1 : 1));
  for (const contract of mine) {
    if (left <= 0) break;
    const bill = computeBill(Math.max(contract.delivered, rampUnits(contract, month.tick + to)), contract.rate);
    const units = bill <= left ? 0 : Math.floor((contract.units * (bill - left)) / bill);
    left -= bill;
    if (units < 1_000) {
      endContract(month, contract.id, causes, id);
      continue;
    }
    month.tables.contracts[contract.id] = { ...contract, units };
    const event = month.note('contractEnded', id, contract.id, { with: contract.seller, units: contract.units - units, what: 'compute' }, causes);
    month.signal(`lost/${contract.seller}`, event);
    month.signal('lost', event);
  }
  const share = compute > 0 ? Math.min(1, Math.max(0.1, affordable / compute)) : 1;
  month.remember(id, { training: Math.round(month.mind(id, 'training') * share), staff: Math.round(month.mind(id, 'staff') * Math.max(LEAST_STAFF, share)) });
}

/** Halls it rents and does not fill go back to their landlords, the longest lease first. */
function handBackSpace(month: Month, id: string, causes: readonly Cause[]): void {
  const fleet = fleetOf(fleetsOf(month.tables, month.tick), id);
  let spare = fleet.power - Math.ceil(fleet.drawn * ROOM);
  const mine = Object.values(month.tables.leases).filter((each) => each.tenant === id).sort((a, b) => b.end - a.end || (a.id < b.id ? -1 : 1));
  for (const lease of mine) {
    const begun = lease.start <= month.tick;
    if (begun && spare < lease.capacity) continue;
    if (begun) spare -= lease.capacity;
    delete month.tables.leases[lease.id];
    const event = month.note('contractEnded', id, lease.id, { with: lease.landlord, units: lease.capacity, what: 'lease' }, causes);
    month.signal(`lost/${lease.landlord}`, event);
    month.signal('lost/space', event);
  }
}
