/** What falls due this month beside rents and compute bills: interest, principal, running cost, tax, revenue shares, funding cost. */
import { monthlyInterest } from '../model/arithmetic.ts';
import { owe, scheduledPrincipal } from '../ledger/things.ts';
import type { Site } from '../model/instrument.ts';
import type { Month } from '../ledger/month.ts';
import { sortedBy } from '../ledger/rows-by-party.ts';
import { fleetOf, fleetsOf } from '../markets/fleet.ts';
import { partnerOf, revenueShareOf } from '../markets/demand.ts';
import { unitRunningCost } from '../markets/compute.ts';
import { designCost } from '../markets/own-chips.ts';
import { landlordSpace } from '../markets/space.ts';

export function raiseDues(month: Month): void {
  const { tables, tick, setting } = month;
  const overdue = new Map<string, number>();
  for (const id in tables.obligations) {
    const due = tables.obligations[id]!;
    if (due.kind === 'principal' && due.contract !== null) overdue.set(due.contract, (overdue.get(due.contract) ?? 0) + due.amount);
  }
  for (const id of Object.keys(tables.loans).sort()) {
    const loan = tables.loans[id]!;
    if (loan.principal <= 0) continue;
    owe(month, { kind: 'interest', debtor: loan.borrower, creditor: loan.lender, amount: monthlyInterest(loan.principal, loan.rate), due: tick, contract: id });
    const open = loan.principal - (overdue.get(id) ?? 0);
    owe(month, { kind: 'principal', debtor: loan.borrower, creditor: loan.lender, amount: scheduledPrincipal(loan, tick, Math.max(0, open)), due: tick, contract: id, tier: loan.tier });
  }
  const suppliers = setting.sector('suppliers');
  const fleets = fleetsOf(tables, tick);
  const sites = sortedBy(tables.sites, (site) => site.owner);
  const holders = sortedBy(tables.holdings, (holding) => holding.issuer);
  for (const actor of setting.actors) {
    const { id } = actor;
    if (month.mind(id, 'shut') > 0) continue;
    const running = runningCost(month, id, fleets, sites(id));
    month.remember(id, { running });
    owe(month, { kind: 'running', debtor: id, creditor: suppliers, amount: running, due: tick });
    owe(month, { kind: 'tax', debtor: id, creditor: setting.sector('government'), amount: month.mind(id, 'taxMonth'), due: tick });
    const partner = partnerOf(month, id, holders(id));
    if (partner !== null) owe(month, { kind: 'revenueShare', debtor: id, creditor: partner, amount: Math.floor(month.mind(id, 'revenueNow') * revenueShareOf(month, id, tick)), due: tick });
    if (actor.kind === 'lender') {
      const rate = Math.max(0, Math.round(month.lever('lender.baseRate') + month.term(id, 'depositRate')));
      owe(month, { kind: 'depositInterest', debtor: id, creditor: setting.sector('outsideInvestors'), amount: monthlyInterest(month.ledger.accounts[id]!.depositsTaken, rate), due: tick });
    }
  }
}

/** Wages, power, upkeep, support and work on a chip of its own, dollars a month. */
function runningCost(month: Month, id: string, fleets: ReturnType<typeof fleetsOf>, sites: readonly Site[]): number {
  const powered = fleetOf(fleets, id).powered;
  switch (month.setting.kindOf(id)) {
    case 'chipVendor':
      return Math.round(Math.max(month.term(id, 'operatingCost'), month.term(id, 'operatingCostShare') * month.mind(id, 'revenueNow')));
    case 'hyperscaler':
      return Math.round(month.term(id, 'aiRunningShare') * month.mind(id, 'revenueNow') + powered * unitRunningCost(month, id)) + designCost(month, id);
    case 'neocloud':
      return Math.round(powered * unitRunningCost(month, id));
    case 'aiLab':
      return Math.round(Math.max(month.mind(id, 'staff'), month.term(id, 'staffShare') * month.mind(id, 'revenueNow')) + powered * unitRunningCost(month, id)) + designCost(month, id);
    case 'reit':
      return Math.round(landlordSpace(month.tick, sites, []).capacity * month.term(id, 'runningCost'));
    default:
      return 0;
  }
}
