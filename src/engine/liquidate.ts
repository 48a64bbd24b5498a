/**
 * Winding up: contracts end, liens are enforced, free chips are sold at what a forced sale brings, bankruptcy costs
 * are taken, and what is left is shared by rank. Chips and halls get new owners; every unpaid claim lands on its holder.
 */
import { mulDiv } from '../model/arithmetic.ts';
import type { Cause } from '../model/decision.ts';
import { computeBill } from '../ledger/things.ts';
import type { Month } from '../ledger/month.ts';
import { leadPricePerUnit, lotValue } from '../markets/chip-price.ts';
import { cancelOrder } from '../markets/chip-orders.ts';
import { setSharePrice } from '../markets/equity.ts';
import { leaderOf } from '../markets/leader.ts';
import { computeOf, hand, impactAfter, marketDepth, signalFall } from '../markets/used-chips.ts';
import { payBankruptcyCosts } from './bankruptcy-cost.ts';
import { enforceLiens } from './enforce.ts';
import { ownDues, shareOut, type Damages } from './share-out.ts';
import { endContract, writeOffDue, writeOffLoan } from './write-off.ts';

/** Months of a broken contract that its other side may claim (11 USC 502(b)(6): a year at most). */
const DAMAGES_MONTHS = 12;

export function liquidate(month: Month, id: string, event: string): void {
  const causes: Cause[] = [{ id: event, link: 'state' }];
  const damages = breakContracts(month, id, causes);
  for (const key of Object.keys(month.tables.orders).sort()) if (month.tables.orders[key]!.buyer === id) cancelOrder(month, key, month.tables.orders[key]!.units, causes);
  enforceLiens(month, id, event, () => true);
  sellFree(month, id, event);
  payBankruptcyCosts(month, id);
  loseTheRest(month, id);
  shareOut(month, id, month.ledger.cash(id), ownDues(month, id, Infinity), damages);
  giveUpTheRest(month, id, causes);
  const issuer = month.tables.issuers[id];
  if (issuer !== undefined) {
    setSharePrice(month, id, 0);
    month.note('stakeMarked', id, 'shares', { issuer: id, share: 1 }, causes);
  }
  for (const table of ['commitments', 'backstops'] as const)
    for (const key of Object.keys(month.tables[table])) {
      const row = month.tables[table][key]! as { readonly issuer?: string; readonly investor?: string; readonly beneficiary?: string; readonly guarantor?: string };
      if ([row.issuer, row.investor, row.beneficiary, row.guarantor].includes(id)) delete month.tables[table][key];
    }
  month.remember(id, { shut: 1, revenueNow: 0, running: 0, building: 0, spot: 0, taxMonth: 0 });
  month.note('liquidated', id, 'estate', {}, causes);
}

/** Contracts and leases end on both sides; whoever loses one may claim a year of it. */
function breakContracts(month: Month, id: string, causes: readonly Cause[]): Damages[] {
  const damages: Damages[] = [];
  for (const key of Object.keys(month.tables.contracts).sort()) {
    const contract = month.tables.contracts[key]!;
    if (contract.buyer !== id && contract.seller !== id) continue;
    if (contract.buyer === id) {
      const months = Math.min(DAMAGES_MONTHS, Math.max(0, contract.end - Math.max(month.tick, contract.start)));
      damages.push({ creditor: contract.seller, amount: mulDiv(computeBill(contract.units, contract.rate), months, 1) });
    }
    endContract(month, key, causes, id);
  }
  for (const key of Object.keys(month.tables.leases).sort()) {
    const lease = month.tables.leases[key]!;
    if (lease.tenant !== id) continue;
    const months = Math.min(DAMAGES_MONTHS, Math.max(0, lease.end - Math.max(month.tick, lease.start)));
    damages.push({ creditor: lease.landlord, amount: mulDiv(lease.capacity, lease.rent, 1_000_000) * months });
    delete month.tables.leases[key];
    const left = month.note('contractEnded', id, key, { with: lease.landlord, units: lease.capacity, what: 'lease' }, causes);
    month.signal(`lost/${lease.landlord}`, left);
    month.signal('lost/space', left);
  }
  return damages;
}

/** Chips nobody has a lien on are sold at once, out of the loop, at what a forced sale brings. */
function sellFree(month: Month, id: string, event: string): void {
  const lots = Object.values(month.tables.lots).filter((lot) => lot.owner === id).sort((a, b) => (a.id < b.id ? -1 : 1));
  if (lots.length === 0) return;
  const compute = computeOf(month, lots);
  const before = month.market('used', 'impact');
  const impact = impactAfter(month, before, compute, marketDepth(month));
  const perUnit = leadPricePerUnit(month.tables, leaderOf(month));
  const sink = month.setting.ids('otherChipBuyers')[0] ?? month.setting.sector('suppliers');
  let proceeds = 0;
  let units = 0;
  for (const lot of lots) {
    const value = lotValue(month.tables, lot, perUnit, impact);
    proceeds += value;
    units += lot.units;
    hand(month, lot, lot.units, sink, value);
  }
  month.setMarket('used', { impact, sold: month.market('used', 'sold') + Math.round(compute) });
  const sale = month.note('fireSale', id, 'estate', { units, proceeds, share: impact - before }, [{ id: event, link: 'collateral' }]);
  signalFall(month, month.note('usedPriceFell', undefined, 'estate', { share: impact - before, impact }, [{ id: sale, link: 'collateral' }]));
}

/** Halls without a lien and what is of use to this firm only are lost with it. */
function loseTheRest(month: Month, id: string): void {
  const row = month.ledger.accounts[id]!;
  for (const account of ['other', 'inventory'] as const) if (row[account] > 0) month.ledger.own(id, [[account, -1], ['deadweight', 1]], row[account]);
  for (const key of Object.keys(month.tables.sites)) {
    const site = month.tables.sites[key]!;
    if (site.owner !== id) continue;
    month.ledger.own(id, [[site.readyAt > month.tick ? 'construction' : 'buildings', -1], ['deadweight', 1]], site.book);
    delete month.tables.sites[key];
  }
}

function giveUpTheRest(month: Month, id: string, causes: readonly Cause[]): void {
  for (const key of Object.keys(month.tables.obligations)) if (month.tables.obligations[key]!.debtor === id) writeOffDue(month, key, month.tables.obligations[key]!.amount, causes);
  for (const key of Object.keys(month.tables.loans)) if (month.tables.loans[key]!.borrower === id) writeOffLoan(month, key, month.tables.loans[key]!.principal, causes);
}
