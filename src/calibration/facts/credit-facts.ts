/** Facts about lenders, collateral and rank. */
import { clear } from '../../contagion/clear.ts';
import { asNumber, difference, fails, falls, over, rises, shareIn, total, undecided, verdict, type Fact } from './evidence.ts';
import { meanOf } from './statistics.ts';
import type { Estate, Trace } from './trace.ts';

const AFTER_SHOCK = 24;
const HORIZON = 71;
const neocloudFails = fails('neocloud');

const exposure: Fact = {
  number: 10,
  needs: ['sized', 'exposed'],
  judge: (evidence) => {
    const lost = (trace: Trace): number => total(trace, 'lenderLoss');
    const excess = meanOf(evidence.of('exposed').slice(0, evidence.seeds).map((trace, index) => lost(trace) - 2 * lost(evidence.of('sized')[index]!)));
    return verdict([
      rises('lossesOverDouble', 'dollars', excess),
      falls('healthyCredit', 'dollars', difference(evidence, 'sized', 'exposed', (trace) => over(trace, 'healthyCredit', AFTER_SHOCK, HORIZON))),
      rises('healthySpread', 'basisPoints', difference(evidence, 'sized', 'exposed', (trace) => over(trace, 'healthySpread', AFTER_SHOCK, HORIZON))),
    ]);
  },
};

const shallow: Fact = {
  number: 11,
  needs: ['deepUsedMarket', 'shallowUsedMarket', 'sized'],
  judge: (evidence) => verdict([
    undecided(shareIn(evidence, 'sized', neocloudFails)),
    rises('calls', 'number', difference(evidence, 'deepUsedMarket', 'shallowUsedMarket', (trace) => trace.counts.marginCall ?? 0)),
    rises('losses', 'dollars', difference(evidence, 'deepUsedMarket', 'shallowUsedMarket', (trace) => total(trace, 'lenderLoss'))),
    rises('defaults', 'points', difference(evidence, 'deepUsedMarket', 'shallowUsedMarket', asNumber(neocloudFails))),
  ]),
};

/** Lenders' losses over what defaulted debtors owed them; null where nobody failed. */
function lossGivenDefault(trace: Trace): number | null {
  const owed = trace.estates.reduce((sum, estate) => sum + estate.lenders, 0);
  return owed > 0 ? total(trace, 'lenderLoss') / owed : null;
}

const advance: Fact = {
  number: 12,
  needs: ['smallAdvance', 'largeAdvance'],
  judge: (evidence) => verdict([
    rises('boomCapacity', 'number', difference(evidence, 'smallAdvance', 'largeAdvance', (trace) => over(trace, 'neocloudCapacity', 12, AFTER_SHOCK))),
    rises('lossGivenDefault', 'points', difference(evidence, 'smallAdvance', 'largeAdvance', lossGivenDefault)),
  ]),
};

const bankruptcy: Fact = {
  number: 13,
  needs: ['shortfall', 'dearBankruptcy'],
  judge: (evidence) => verdict([rises('creditLosses', 'dollars', difference(evidence, 'shortfall', 'dearBankruptcy', (trace) => total(trace, 'credit')))]),
};

const contracts: Fact = {
  number: 14,
  needs: ['sized', 'betterContracts'],
  judge: (evidence) => verdict([
    undecided(shareIn(evidence, 'sized', neocloudFails)),
    falls('neocloudSpread', 'basisPoints', difference(evidence, 'sized', 'betterContracts', (trace) => over(trace, 'neocloudSpread', 0, HORIZON))),
    falls('defaults', 'points', difference(evidence, 'sized', 'betterContracts', asNumber(neocloudFails))),
  ]),
};

/** What lenders and all others get of an estate, dollars, with lenders first or all in one rank. */
export function sharedOut({ means, lenders, others }: Estate): { readonly seniorLenders: number; readonly equalLenders: number; readonly seniorOthers: number; readonly equalOthers: number } {
  const own = [means, 0, 0];
  const row = (first: number, second: number): number[][] => [[0, first, second], [0, 0, 0], [0, 0, 0]];
  const senior = clear({ tiers: [row(lenders, 0), row(0, others)], means: own }).payments[0]!;
  const equal = clear({ owed: row(lenders, others), means: own }).payments[0]!;
  return { seniorLenders: senior[1]!, equalLenders: equal[1]!, seniorOthers: senior[2]!, equalOthers: equal[2]! };
}

const rank: Fact = {
  number: 15,
  needs: ['shortfall'],
  judge: (evidence) => {
    const shares = evidence.of('shortfall').slice(0, evidence.seeds).flatMap((trace) => trace.estates).filter((estate) => estate.lenders > 0 && estate.others > 0 && estate.means < estate.lenders + estate.others).map(sharedOut);
    // a dollar a creditor is left over by flooring
    const gap = meanOf(shares.map((each) => Math.max(0, Math.abs(each.seniorLenders - each.equalLenders - (each.equalOthers - each.seniorOthers)) - 2)));
    return verdict([rises('lendersGain', 'dollars', meanOf(shares.map((each) => each.seniorLenders - each.equalLenders))), { name: 'gainLessLoss', unit: 'dollars', estimate: gap, holds: gap?.effect === 0 }]);
  },
};

const dearMoney: Fact = {
  number: 16,
  needs: ['base', 'dearMoney'],
  judge: (evidence) => verdict([
    falls('hedge', 'points', difference(evidence, 'base', 'dearMoney', (trace) => over(trace, 'hedge', 0, HORIZON))),
    rises('ponzi', 'points', difference(evidence, 'base', 'dearMoney', (trace) => over(trace, 'ponzi', 0, HORIZON))),
  ]),
};

export const CREDIT_FACTS: readonly Fact[] = [exposure, shallow, advance, bankruptcy, contracts, rank, dearMoney];
