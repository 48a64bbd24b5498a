/**
 * The charts there are: which figures of a month each one shows, in which unit, and how. A figure that a month does not
 * have is null and leaves a gap. Titles and meanings come from the catalogue under the same names.
 */
import { ORIGINS } from '../../model/account.ts';
import type { Measures } from '../../model/measures.ts';
import { MICRO, type PartyId } from '../../model/units.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { ChartId, ChartsWords } from '../../words/panels-types.ts';
import type { Speaker } from '../../words/speaker.ts';

export type ChartUnit = 'dollars' | 'share' | 'times' | 'months' | 'price' | 'number' | 'count';
export interface Series {
  readonly key: string;
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** A fixed line to hold the others against. */
  readonly reference?: boolean;
  /** Second scale, on the right. */
  readonly right?: boolean;
  /** Which colour and dash, by its place in the tokens; 1 to 8. */
  readonly style: number;
}
export interface Chart {
  readonly id: ChartId;
  readonly group: 'money' | 'market' | 'fragility' | 'damage' | 'actor';
  readonly unit: ChartUnit;
  readonly rightUnit?: ChartUnit;
  /** Areas on top of each other instead of lines. */
  readonly stacked?: boolean;
  /** The first two series bound the third. */
  readonly band?: boolean;
  readonly series: readonly Series[];
}

type Figure = (measures: Measures) => number | null;
interface Plan {
  readonly id: ChartId;
  readonly group: Chart['group'];
  readonly unit: ChartUnit;
  readonly rightUnit?: ChartUnit;
  readonly stacked?: boolean;
  readonly band?: boolean;
  readonly figures: { readonly [series: string]: Figure };
  readonly right?: readonly string[];
  readonly reference?: readonly string[];
}

const HURDLE = 0.15;

const PLANS: readonly Plan[] = [
  { id: 'vendorRevenue', group: 'money', unit: 'dollars', stacked: true, figures: Object.fromEntries(ORIGINS.map((origin, index) => [origin, (m: Measures) => m.vendorRevenueByOrigin[index] ?? null])) },
  { id: 'circularity', group: 'money', unit: 'share', figures: { traced: (m) => m.circularity.traced, earmarked: (m) => m.circularity.earmarked, enabled: (m) => m.circularity.enabled } },
  { id: 'coverage', group: 'money', unit: 'times', figures: { coverage: (m) => m.outsideCoverage } },
  { id: 'demand', group: 'money', unit: 'dollars', figures: { spending: (m) => m.ai.endCustomerSpending, capex: (m) => m.ai.capex } },
  { id: 'orders', group: 'market', unit: 'dollars', figures: { revenue: (m) => m.vendor.revenue, orders: (m) => m.vendor.orders } },
  { id: 'compute', group: 'market', unit: 'share', rightUnit: 'price', right: ['price'], figures: { utilisation: (m) => m.utilisation, price: (m) => m.computePrice / MICRO } },
  { id: 'usedPrice', group: 'market', unit: 'share', figures: { ratio: (m) => m.usedToNew } },
  { id: 'returns', group: 'market', unit: 'share', reference: ['hurdle'], figures: { return: (m) => m.returnOnAiCapex, hurdle: () => HURDLE } },
  { id: 'concentration', group: 'fragility', unit: 'number', band: true, figures: { low: (m) => m.concentration.hhiLow, high: (m) => m.concentration.hhiHigh, hhi: (m) => m.concentration.hhi } },
  { id: 'minsky', group: 'fragility', unit: 'share', stacked: true, figures: { hedge: (m) => m.minsky.hedge, speculative: (m) => m.minsky.speculative, ponzi: (m) => m.minsky.ponzi, equityBurner: (m) => m.minsky.equityBurner } },
  { id: 'debtRank', group: 'fragility', unit: 'share', figures: { r2012: (m) => m.debtRank.r2012, r2015: (m) => m.debtRank.r2015 } },
  { id: 'shortfall', group: 'fragility', unit: 'dollars', figures: { dollars: (m) => m.clearingShortfall.dollars } },
  { id: 'credit', group: 'fragility', unit: 'share', rightUnit: 'share', right: ['memory'], figures: { spread: (m) => m.creditSpread ?? null, memory: (m) => m.creditMemory ?? null } },
  { id: 'lenderCapital', group: 'fragility', unit: 'share', figures: { capital: (m) => m.lenderCapital } },
  { id: 'losses', group: 'damage', unit: 'dollars', rightUnit: 'dollars', right: ['marks'], figures: { credit: (m) => m.losses.credit, marks: (m) => m.losses.marks, deadweight: (m) => m.losses.deadweight } },
];

/** Holders shown by name in the chart of losses; the rest together. */
const HOLDERS = 7;

/** All charts over the months of `history` (null where a month is not read yet), those of the selected actor last. */
export function chartsOf(history: readonly (Measures | null)[], actor: PartyId | null, covenant: number | null, speaker: Speaker): readonly Chart[] {
  const words = speaker.words(PANEL_WORDS).charts;
  const charts = PLANS.map((plan) => chartOf(plan, history, words, speaker));
  charts.push(holdersChart(history, speaker));
  if (actor !== null) charts.push(...actorCharts(history, actor, covenant, words));
  return charts;
}

function chartOf(plan: Plan, history: readonly (Measures | null)[], words: ChartsWords, speaker: Speaker): Chart {
  const named = words.chart[plan.id].series;
  const series = Object.entries(plan.figures).map(([key, figure], index): Series => ({
    key, style: index + 1, name: plan.id === 'vendorRevenue' ? speaker.vocabulary.origin[key as (typeof ORIGINS)[number]] : (named[key] ?? key),
    values: history.map((measures) => (measures === null ? null : figure(measures))),
    ...(plan.reference?.includes(key) ? { reference: true } : {}), ...(plan.right?.includes(key) ? { right: true } : {}),
  }));
  const { figures: _figures, reference: _reference, right: _right, ...rest } = plan;
  return { ...rest, series };
}

/** Losses of every holder added up month by month, the heaviest hit by name. Marks come and go with prices, so that their falls do not add up. */
function holdersChart(history: readonly (Measures | null)[], speaker: Speaker): Chart {
  const sums = new Map<PartyId, number>();
  const months = history.map((measures) => {
    if (measures === null) return null;
    for (const [party, loss] of Object.entries(measures.lossesByHolder)) sums.set(party, (sums.get(party) ?? 0) + loss.credit + loss.deadweight);
    return new Map(sums);
  });
  const heaviest = [...sums].filter(([, sum]) => sum > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([party]) => party);
  const named = heaviest.slice(0, heaviest.length > HOLDERS + 1 ? HOLDERS : HOLDERS + 1);
  const rest = heaviest.slice(named.length);
  const value = (parties: readonly PartyId[]) => months.map((month) => (month === null ? null : parties.reduce((sum, party) => sum + Math.max(0, month.get(party) ?? 0), 0)));
  const series: Series[] = named.map((party, index) => ({ key: party, name: speaker.party(party), style: index + 1, values: value([party]) }));
  if (rest.length > 0) series.push({ key: 'others', name: speaker.words(PANEL_WORDS).others(rest.length), style: 8, values: value(rest) });
  return { id: 'holders', group: 'damage', unit: 'dollars', stacked: true, series };
}

function actorCharts(history: readonly (Measures | null)[], actor: PartyId, covenant: number | null, words: ChartsWords): Chart[] {
  const own = (figure: (row: Measures['actors'][string]) => number | null): (number | null)[] =>
    history.map((measures) => (measures !== null && Object.hasOwn(measures.actors, actor) ? figure(measures.actors[actor]!) : null));
  const named = words.chart.actorCover.series;
  const cover: Series[] = [
    { key: 'leverage', name: named['leverage']!, style: 1, values: own((row) => row.leverage) },
    { key: 'interestCover', name: named['interestCover']!, style: 2, values: own((row) => limited(row.interestCover)) },
    { key: 'debtServiceCover', name: named['debtServiceCover']!, style: 3, values: own((row) => limited(row.debtServiceCover)) },
  ];
  if (covenant !== null) cover.push({ key: 'covenant', name: named['covenant']!, style: 6, reference: true, values: history.map((measures) => (measures === null ? null : covenant)) });
  return [
    { id: 'actorCover', group: 'actor', unit: 'times', series: cover },
    { id: 'actorRunway', group: 'actor', unit: 'months', series: [{ key: 'runway', name: words.chart.actorRunway.series['runway']!, style: 1, values: own((row) => (row.runway === null ? null : Math.min(row.runway, 60))) }] },
  ];
}

/** A cover far above what any covenant asks would flatten everything else. */
function limited(cover: number | null): number | null {
  return cover === null ? null : Math.max(-5, Math.min(10, cover));
}

/** A chart that has nothing to show: no figure in any month, or only zeros that were never anything else. */
export function isEmpty(chart: Chart): boolean {
  return chart.series.every((series) => series.reference === true || series.values.every((value) => value === null || value === 0));
}

/** A figure as people read it. */
export function chartFigure(unit: ChartUnit, value: number | null | undefined, speaker: Speaker): string {
  const { format } = speaker;
  if (value === null || value === undefined || !Number.isFinite(value)) return speaker.words(PANEL_WORDS).charts.none;
  switch (unit) {
    case 'dollars':
      return format.dollars(Math.round(value));
    case 'share':
      return format.percent(value, Math.abs(value) < 0.1 && value !== 0 ? 1 : 0);
    case 'times':
      return format.times(value);
    case 'months':
      return format.number(value, 1);
    case 'price':
      return format.price(value);
    case 'number':
      return format.number(value);
    case 'count':
      return format.count(Math.round(value));
  }
}
