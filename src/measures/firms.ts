/** How each actor stands: debt over assets, cover, months of cash, Minsky's class; and the classes of all debt together. */
import type { Measures } from '../model/measures.ts';
import { equityOf, totalAssets } from '../ledger/accounts.ts';
import { debtServiceCover, interestCover, runway } from './cover.ts';
import { minskyClass, minskyShares, type Owing } from './minsky.ts';
import { yearSum, type MonthInput } from './month-input.ts';

export interface Firms {
  readonly actors: Measures['actors'];
  readonly minsky: Measures['minsky'];
  readonly lenderCapital: number | null;
}

/** Twelve months for cover and class. Cash falls by what operations and debt service take a month, before investment. */
export function firms({ state, setting }: MonthInput): Firms {
  const actors: { [id: string]: Measures['actors'][string] } = {};
  const owing: Owing[] = [];
  let [capital, lent] = [0, 0];
  for (const { id, kind } of setting.actors) {
    const row = state.accounts[id]!;
    const trailing = state.trailing[id];
    const assets = totalAssets(row);
    const leverage = assets > 0 ? (row.debt + row.depositsTaken) / assets : null;
    if (kind === 'lender') {
      capital += equityOf(row);
      lent += row.loans;
      actors[id] = { leverage, interestCover: null, debtServiceCover: null, runway: null, minsky: 'none' };
      continue;
    }
    const service = { operatingCash: yearSum(trailing?.operatingCash), interest: yearSum(trailing?.interest), principal: yearSum(trailing?.principal), debt: row.debt };
    owing.push({ ...service, payables: row.payables });
    actors[id] = {
      leverage,
      interestCover: interestCover(service.operatingCash, service.interest),
      debtServiceCover: debtServiceCover(service.operatingCash, service.interest, service.principal),
      runway: runway(row.cash, (service.interest + service.principal - service.operatingCash) / 12),
      minsky: minskyClass(service),
    };
  }
  return { actors, minsky: minskyShares(owing), lenderCapital: lent > 0 ? capital / lent : null };
}
