/** Rows of the registers, opened and changed together with the accounts that stand for them. */
import type { Lot, LotStatus, Obligation, ObligationKind, Tier } from '../model/instrument.ts';
import { mulDiv } from '../model/arithmetic.ts';
import { MICRO, HOURS_A_MONTH } from '../model/units.ts';
import type { ComputeContract, Lease, Loan } from '../model/instrument.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Month } from './month.ts';

/** Rank of each kind of due among an actor's creditors (finance A3). */
export const TIER_OF: { readonly [kind in ObligationKind]: Tier } = {
  running: 0, tax: 0, interest: 1, principal: 1, rent: 2, compute: 3, backstop: 3, revenueShare: 3, depositInterest: 1, damages: 3, deficiency: 3,
};

export interface Due {
  readonly kind: ObligationKind;
  readonly debtor: string;
  readonly creditor: string;
  readonly amount: number;
  readonly due: number;
  readonly contract?: string | null;
  readonly accrued?: boolean;
  readonly tier?: Tier;
}

/** Opens an obligation; nothing for zero. Accrued ones need their posting beside it. */
export function owe(month: Month, due: Due): void {
  if (due.amount <= 0) return;
  const id = `${due.kind}/${due.debtor}/${due.creditor}/${due.contract ?? '-'}/${month.tick}`;
  const before = month.tables.obligations[id];
  const row: Obligation = {
    id, kind: due.kind, debtor: due.debtor, creditor: due.creditor, amount: due.amount + (before?.amount ?? 0), due: due.due,
    tier: due.tier ?? TIER_OF[due.kind], contract: due.contract ?? null, accrued: due.accrued ?? false,
  };
  month.tables.obligations[id] = row;
}

/** Half-year of purchase of a lot bought at this tick. */
export const vintageOf = (tick: number): number => Math.floor(tick / 6);
/** Age in months of a lot, from the middle of the half-year it was bought in. */
export const lotAge = (lot: Lot, tick: number): number => Math.max(0, tick - (lot.vintage * 6 + 3));

export function lotId(owner: string, generation: string, vintage: number, lien: string | null, status: LotStatus): string {
  return `${owner}/${generation}/${vintage}/${lien ?? '-'}${status === 'seized' ? '/seized' : ''}`;
}

/** Puts chips into the lot of their owner, generation, half-year and lien. The account `gpus` is booked by the posting that paid. */
export function addLot(month: Month, lot: Omit<Lot, 'id'>): string {
  const id = lotId(lot.owner, lot.generation, lot.vintage, lot.lien, lot.status);
  const before = month.tables.lots[id];
  month.tables.lots[id] =
    before === undefined ? { id, ...lot } : { ...before, units: before.units + lot.units, book: before.book + lot.book, cost: before.cost + lot.cost };
  return id;
}

/** Takes `units` chips out of a lot: their share of book and cost. The lot is gone when it is empty. */
export function takeFromLot(month: Month, id: string, units: number): { readonly book: number; readonly cost: number } {
  const lot = month.tables.lots[id]!;
  if (units >= lot.units) {
    delete month.tables.lots[id];
    return { book: lot.book, cost: lot.cost };
  }
  const book = mulDiv(lot.book, units, lot.units);
  const cost = mulDiv(lot.cost, units, lot.units);
  month.tables.lots[id] = { ...lot, units: lot.units - units, book: lot.book - book, cost: lot.cost - cost };
  return { book, cost };
}

/** Units a contract phases in this month: linearly over its ramp, nothing before the start or after the end. */
export function rampUnits(contract: ComputeContract, tick: number): number {
  if (tick < contract.start || tick >= contract.end) return 0;
  return mulDiv(contract.units, Math.min(contract.ramp, tick - contract.start + 1), contract.ramp);
}

/** Dollars for `units` chips at a price each, micro-dollars. */
export function chipBill(units: number, price: number): number {
  return mulDiv(units, price, MICRO);
}

/** Chips that so many dollars buy at a price each, micro-dollars. */
export function chipsFor(dollars: number, price: number): number {
  return dollars <= 0 ? 0 : mulDiv(Math.floor(dollars), MICRO, price);
}

/** Dollars for `units` H100 equivalents for a month at a price a unit-hour. */
export function computeBill(units: number, rate: number): number {
  return mulDiv(units * HOURS_A_MONTH, rate, MICRO);
}

export function leaseRuns(lease: Lease, tick: number): boolean {
  return tick >= lease.start && tick < lease.end;
}

/** Dollars of rent a month. */
export function rentBill(lease: Lease): number {
  return mulDiv(lease.capacity, lease.rent, MICRO);
}

/** The lease a scenario announces. */
export function leaseRow(lease: Scenario['leases'][number]): Lease {
  return { id: lease.id, landlord: lease.landlord, tenant: lease.tenant, capacity: lease.capacity, rent: Math.round(lease.rent * MICRO), signedAt: lease.signedAt, start: lease.start, end: lease.end };
}

/** The compute contract a scenario announces; delivered as if it had run until the month before. */
export function contractRow(contract: Scenario['contracts'][number]): ComputeContract {
  return {
    id: contract.id, seller: contract.seller, buyer: contract.buyer, units: contract.units, rate: Math.round(contract.rate * MICRO), signedAt: contract.signedAt,
    start: contract.start, ramp: contract.ramp, end: contract.end, takeOrPay: contract.takeOrPay, prepaid: contract.prepaid,
    creditShare: Math.round(contract.creditShare * 10_000), delivered: rampUnits({ ...contract, delivered: 0 }, -1),
  };
}

/** Principal scheduled for a month: a bullet at maturity, else even parts from `amortisesFrom`. */
export function scheduledPrincipal(loan: Loan, tick: number, principal = loan.principal): number {
  if (principal <= 0 || tick < loan.amortisesFrom) return 0;
  if (tick >= loan.maturity) return principal;
  return Math.min(principal, Math.ceil(principal / (loan.maturity - tick + 1)));
}
