/**
 * How far a run of `base` is from the article: every target with its simulated value. No rule of the model reads this
 * file. Money in dollars; a target is met within ten per cent, or inside its range.
 */
import type { Flow } from '../model/flow.ts';
import type { Frame, Run } from '../model/frame.ts';
import { computeBill, rampUnits } from '../ledger/things.ts';

export interface Target {
  readonly id: string;
  /** What the article or a filing says; a range where it gives one. */
  readonly article: number | readonly [number, number];
  readonly simulated: number | null;
  /** Simulated over the article's figure (over the nearer end of a range). */
  readonly ratio: number | null;
  readonly met: boolean;
  readonly unit: 'dollars' | 'share' | 'basisPoints' | 'year';
  readonly source: string;
  /** Whether a parameter was chosen so that this comes out; free results are the model's own. */
  readonly fitted: boolean;
}

const BIG_FOUR = ['microsoft', 'amazon', 'alphabet', 'meta'] as const;
const FIVE = [...BIG_FOUR, 'oracle'] as const;
const TOLERANCE = 0.1;

const flowsOf = (frame: Frame): readonly Flow[] => frame.phases.flatMap((record) => record.flows);
function between(run: Run, from: number, to: number): readonly Frame[] {
  return run.frames.filter((frame) => frame.tick >= from && frame.tick <= to);
}
const sumOver = (frames: readonly Frame[], value: (frame: Frame) => number): number => frames.reduce((sum, frame) => sum + value(frame), 0);
const lastOf = (frame: Frame, actor: string, series: 'aiCapex' | 'revenue' | 'aiRevenue' | 'netIncome'): number => frame.state.trailing[actor]?.[series][11] ?? 0;
const whole = (run: Run, ticks: number): boolean => run.frames.length >= ticks;

/** Every target of the article for a run; null where the run is too short for it. */
export function articleTargets(run: Run): readonly Target[] {
  const target = (id: string, article: Target['article'], simulated: number | null, unit: Target['unit'], source: string, fitted: boolean): Target => {
    const [low, high] = typeof article === 'number' ? [article * (1 - TOLERANCE), article * (1 + TOLERANCE)] : article;
    const near = typeof article === 'number' ? article : simulated !== null && simulated > high ? high : low;
    return { id, article, simulated, ratio: simulated === null ? null : simulated / near, met: simulated !== null && simulated >= low && simulated <= high, unit, source, fitted };
  };
  const year = (from: number, actors: readonly string[]): number | null => (whole(run, from + 12) ? sumOver(between(run, from, from + 11), (frame) => actors.reduce((sum, id) => sum + lastOf(frame, id, 'aiCapex'), 0)) : null);
  return [
    target('capexBigFour2025', 330e9, year(0, BIG_FOUR), 'dollars', 'article: own forecasts for 2025', true),
    target('capexFive2026', 490e9, year(12, FIVE), 'dollars', 'article: Citi for 2026', false),
    target('vendorProfitYear', 86.6e9, whole(run, 7) ? run.frames[6]!.state.trailing['nvidia']!.netIncome.reduce((sum, month) => sum + month, 0) : null, 'dollars', 'article: last four quarters', true),
    target('vendorGrossMargin', [0.73, 0.8], grossMargin(run), 'share', 'article: near 80 %; filings 73 to 75 %', true),
    target('vendorTopThree', 0.52, topThree(run), 'share', 'article: three customers, second quarter of 2025', true),
    target('coreweaveBacklog', 56e9, backlog(run, 9), 'dollars', 'article: contracts in hand', true),
    target('coreweaveRate', [800, 1400], borrowingRate(run), 'basisPoints', 'article: above 8 %', false),
    target('openaiRevenueHalf', 4.3e9, whole(run, 6) ? sumOver(between(run, 0, 5), (frame) => lastOf(frame, 'openai', 'revenue')) : null, 'dollars', 'article: first half of 2025', true),
    target('openaiBurnHalf', 2.5e9, openaiBurn(run), 'dollars', 'press: cash burn of the first half of 2025', false),
    target('openaiLossHalf', 7.8e9, whole(run, 6) ? -sumOver(between(run, 0, 5), (frame) => operatingResult(frame, 'openai')) : null, 'dollars', 'press: operating loss of the first half of 2025', false),
    target('openaiLoss2028', 74e9, whole(run, 48) ? -sumOver(between(run, 36, 47), (frame) => operatingResult(frame, 'openai')) : null, 'dollars', 'article: operating loss in 2028', false),
    target('openaiBreakEven', 2030, breakEven(run), 'year', 'article: break-even in 2030', false),
    target('stageTraced', 10 / 50, stageShare(run, 'traced'), 'share', 'article: 10 of 50 is the vendor\'s', false),
    target('stageEarmarked', 10 / 30, stageShare(run, 'earmarked'), 'share', 'article: 10 of the 30 that come back', false),
    target('stageEnabled', 1, stageShare(run, 'enabled'), 'share', 'article: all 30 depend on the deal', false),
    target('returnNeeded', 105e9, 0.15 * 700e9, 'dollars', 'article: 15 % of 700bn a year', false),
  ];
}

function grossMargin(run: Run): number | null {
  if (!whole(run, 7)) return null;
  let revenue = 0;
  let cost = 0;
  for (const frame of between(run, 0, 6)) {
    revenue += frame.state.accounts['nvidia']!.revenue;
    cost += frame.state.accounts['nvidia']!.costOfSales;
  }
  return revenue > 0 ? 1 - cost / revenue : null;
}

/** Share of the vendor's sales in ticks 4 to 6 that its three largest customers paid, orders by whom they are delivered to. */
function topThree(run: Run): number | null {
  if (!whole(run, 7)) return null;
  const sales = new Map<string, number>();
  for (const frame of between(run, 4, 6))
    for (const flow of flowsOf(frame))
      if (flow.to === 'nvidia' && (flow.purpose === 'chipPurchase' || flow.purpose === 'depositApplied' || flow.purpose === 'otherChips')) sales.set(flow.from, (sales.get(flow.from) ?? 0) + flow.amount);
  const sorted = [...sales.values()].sort((a, b) => b - a);
  const total = sorted.reduce((sum, amount) => sum + amount, 0);
  return total > 0 ? sorted.slice(0, 3).reduce((sum, amount) => sum + amount, 0) / total : null;
}

/** What a neocloud's customers are still bound to pay, dollars. */
function backlog(run: Run, tick: number): number | null {
  const state = run.frames[tick]?.state;
  if (state === undefined) return null;
  let total = 0;
  for (const contract of Object.values(state.contracts)) {
    if (contract.seller !== 'coreweave') continue;
    for (let month = tick + 1; month < contract.end; month++) total += computeBill(rampUnits(contract, month), contract.rate);
  }
  return total;
}

/** Rate CoreWeave borrows at near October 2025: of loans made since April, by size. */
function borrowingRate(run: Run): number | null {
  const state = run.frames[10]?.state;
  if (state === undefined) return null;
  let weight = 0;
  let total = 0;
  for (const loan of Object.values(state.loans)) {
    if (loan.borrower !== 'coreweave' || loan.start < 3) continue;
    weight += loan.principal + loan.undrawn;
    total += (loan.principal + loan.undrawn) * loan.rate;
  }
  return weight > 0 ? total / weight : null;
}

/** Revenue less cost of the month, before interest and tax; stock pay included. */
export function operatingResult(frame: Frame, actor: string): number {
  const row = frame.state.accounts[actor]!;
  return row.revenue - row.costOfSales - row.operatingCost - row.rentCost - row.nonCashCost - row.depreciation;
}

/** Cash used before new money in the first half of 2025. */
function openaiBurn(run: Run): number | null {
  if (!whole(run, 6)) return null;
  const raised = sumOver(between(run, 0, 5), (frame) => flowsOf(frame).filter((flow) => flow.to === 'openai' && (flow.lane === 'equity' || flow.purpose === 'loanDraw')).reduce((sum, flow) => sum + flow.amount, 0));
  return run.header.opening.accounts['openai']!.cash + raised - run.frames[5]!.state.accounts['openai']!.cash;
}

/** First calendar year in which OpenAI's operating result is positive over twelve months. */
function breakEven(run: Run): number | null {
  for (let from = 0; from + 12 <= run.frames.length; from += 12) if (sumOver(between(run, from, from + 11), (frame) => operatingResult(frame, 'openai')) > 0) return 2025 + from / 12;
  return null;
}

/** The arithmetic of a stage, from the first one that was paid. */
function stageShare(run: Run, which: 'traced' | 'earmarked' | 'enabled'): number | null {
  const commitment = run.header.scenario.commitments[0];
  const paid = run.frames.some((frame) => frame.phases.some((record) => record.events.some((event) => event.type === 'tranchePaid')));
  if (commitment === undefined || !paid) return null;
  const whole_ = commitment.perStage + commitment.ownPerStage;
  if (which === 'traced') return commitment.perStage / whole_;
  return which === 'earmarked' ? commitment.perStage / commitment.chipsPerStage : 1;
}
