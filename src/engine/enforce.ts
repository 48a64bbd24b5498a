/** Enforcing liens: chips and halls pledged to a loan change hands against it, chips at what a forced sale of them all would bring. */
import { mulDiv } from '../model/arithmetic.ts';
import type { Loan, Lot } from '../model/instrument.ts';
import { addLot, takeFromLot } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { leadPricePerUnit, lotValue } from '../markets/chip-price.ts';
import { leaderOf } from '../markets/leader.ts';
import { computeOf, impactAfter, marketDepth } from '../markets/used-chips.ts';
import { freeLiens } from './write-off.ts';

/** Chips pledged to a loan that its borrower still has. */
export function pledgedTo(month: Month, loan: Loan): Lot[] {
  return Object.values(month.tables.lots).filter((lot) => lot.lien === loan.id && lot.owner === loan.borrower);
}

/**
 * What lots bring, dollars, where the chips of all these loans are to be sold: a used market that must take them all pays
 * less than today's mark (finance A5: never value collateral at the price before the sale).
 */
export function forcedValue(month: Month, loans: readonly Loan[]): (lots: readonly Lot[]) => number {
  const perUnit = leadPricePerUnit(month.tables, leaderOf(month));
  const impact = impactAfter(month, month.market('used', 'impact'), computeOf(month, loans.flatMap((loan) => pledgedTo(month, loan))), marketDepth(month));
  return (lots) => lots.reduce((sum, lot) => sum + lotValue(month.tables, lot, perUnit, impact), 0);
}

/** Lenders take what was pledged to them at what a forced sale brings; what their loan does not need is free. */
export function enforceLiens(month: Month, id: string, event: string, which: (loan: Loan) => boolean): void {
  const valued = forcedValue(month, Object.values(month.tables.loans).filter((loan) => loan.borrower === id && which(loan)));
  for (const loanId of Object.keys(month.tables.loans).sort()) {
    const loan = month.tables.loans[loanId]!;
    if (loan.borrower !== id || !which(loan)) continue;
    let units = 0;
    let worth = 0;
    for (const lotKey of Object.keys(month.tables.lots).sort()) {
      const lot = month.tables.lots[lotKey]!;
      if (lot.lien !== loanId || lot.owner !== id) continue;
      const open = month.tables.loans[loanId]!.principal;
      const value = valued([lot]);
      if (open <= 0 || value <= 0) continue;
      const part = value <= open ? lot.units : Math.min(lot.units, Math.ceil((lot.units * open) / value));
      const taken = part === lot.units ? Math.min(value, open) : Math.min(open, mulDiv(value, part, lot.units));
      moveToLender(month, lotKey, part, loan.lender, loanId, taken);
      units += part;
      worth += taken;
    }
    seizeSites(month, id, loanId);
    if (units > 0) {
      const seized = month.note('seizure', id, loanId, { lender: loan.lender, units, value: worth, principal: loan.principal }, [{ id: event, link: 'collateral' }]);
      month.signal('seizure', seized);
    }
    freeLiens(month, loanId);
  }
}

/** Chips change hands against debt: the owner loses them at book, the debt falls by their value, the lender holds them at it. */
function moveToLender(month: Month, lotKey: string, units: number, lender: string, loanId: string, value: number): void {
  const lot = month.tables.lots[lotKey]!;
  const { book } = takeFromLot(month, lotKey, units);
  month.ledger.own(lot.owner, [['gpus', -1], ['deadweight', 1]], book);
  month.ledger.own(lot.owner, [['debt', -1], ['deadweight', -1]], value);
  month.ledger.own(lender, [['gpus', 1], ['loans', -1]], value);
  month.tables.loans[loanId] = { ...month.tables.loans[loanId]!, principal: month.tables.loans[loanId]!.principal - value };
  addLot(month, { owner: lender, generation: lot.generation, vintage: lot.vintage, units, status: 'seized', book: value, cost: value, lien: null });
}

/** Halls pledged to a loan go to the lender with their leases; unfinished ones too. */
function seizeSites(month: Month, id: string, loanId: string): void {
  for (const key of Object.keys(month.tables.sites).sort()) {
    const site = month.tables.sites[key]!;
    const loan = month.tables.loans[loanId]!;
    if (site.owner !== id || site.lien !== loanId || loan.principal <= 0) continue;
    const value = Math.min(site.book, loan.principal);
    const account = site.readyAt > month.tick ? 'construction' : 'buildings';
    month.ledger.own(id, [[account, -1], ['deadweight', 1]], site.book);
    month.ledger.own(id, [['debt', -1], ['deadweight', -1]], value);
    month.ledger.own(loan.lender, [[account, 1], ['loans', -1]], value);
    month.tables.loans[loanId] = { ...loan, principal: loan.principal - value };
    month.tables.sites[key] = { ...site, owner: loan.lender, book: value, cost: Math.max(value, site.readyAt > month.tick ? value : site.cost), lien: null };
    handLeases(month, id, loan.lender, site.capacity);
  }
}

/** Leases follow the halls, as far as the halls hold them. */
function handLeases(month: Month, from: string, to: string, capacity: number): void {
  let left = capacity;
  for (const key of Object.keys(month.tables.leases).sort()) {
    const lease = month.tables.leases[key]!;
    if (lease.landlord !== from || lease.capacity > left) continue;
    left -= lease.capacity;
    month.tables.leases[key] = { ...lease, landlord: to };
  }
}
