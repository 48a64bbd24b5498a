/**
 * New terms for a firm worth more alive: what settlement could not pay is given up, loans get longer and a little smaller, contracts shrink to what it can pay, and its shareholders lose most.
 */
import type { Cause } from '../model/decision.ts';
import { mulDiv } from '../model/arithmetic.ts';
import { computeBill, rampUnits } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { fleetOf, fleetsOf } from '../markets/fleet.ts';
import { setSharePrice } from '../markets/equity.ts';
import { cancelOrder } from '../markets/chip-orders.ts';
import { enforceLiens } from './enforce.ts';
import { endContract, writeOffDue, writeOffLoan } from './write-off.ts';
import { outlooks, sumLines } from './outlook.ts';

/** Share of principal that lenders give up, and months they wait longer [assumed]. */
const HAIRCUT = 3_000;
const HARDEST = 9_000;
const LONGER = 24;
/** Share of what comes in that may be bound in contracts afterwards. */
const BOUND = 0.8;
/** Power a firm keeps over what its chips draw. */
const ROOM = 1.1;
/** What old shares are worth after new ones go to creditors and rescuers. */
const DILUTED = 0.2;

export function restructure(month: Month, id: string, event: string): void {
  const causes: Cause[] = [{ id: event, link: 'state' }];
  // a loan that was called in has the right to its collateral; what that does not cover waits with the others
  enforceLiens(month, id, event, (loan) => loan.covenantState === 'accelerated');
  forgiveArrears(month, id, causes);
  // terms that did not hold are followed by harder ones
  const times = month.mind(id, 'newTerms') + 1;
  const haircut = Math.min(HARDEST, HAIRCUT * times);
  month.remember(id, { newTerms: times });
  for (const key of Object.keys(month.tables.orders).sort()) if (month.tables.orders[key]!.buyer === id) cancelOrder(month, key, month.tables.orders[key]!.units, causes);
  for (const key of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[key]!;
    if (loan.borrower !== id) continue;
    writeOffLoan(month, key, mulDiv(loan.principal, haircut, 10_000), causes);
    const kept = month.tables.loans[key];
    if (kept !== undefined) month.tables.loans[key] = { ...kept, maturity: Math.max(kept.maturity, month.tick) + LONGER, amortisesFrom: Math.max(kept.amortisesFrom, month.tick + 12), undrawn: 0, covenantState: 'pass', cureTicks: 0 };
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
  month.remember(id, { training: Math.round(month.mind(id, 'training') * share), staff: Math.round(month.mind(id, 'staff') * Math.max(0.5, share)) });
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
