/** Facts about a fall of demand and how it travels: the chain, its lags, marks, a sudden stop, the shape of losses. */
import { above, over, quarterly, rises, shareIn, total, verdict, type Fact } from './evidence.ts';
import { meanOf, rankCorrelation, shareOf, skewnessOf } from './statistics.ts';
import type { Trace } from './trace.ts';
import { STOPS } from './variants.ts';

const FALL = 0.15;
const IN_ORDER = 0.8;
/** Months of orders compared, so that one quiet month is not a fall. */
const ORDER_WINDOW = 6;
/** First month in which demand of the shock is below its path, and the month it is down. */
const SHOCK_BEGINS = 18;
const SHOCK_ENDS = 24;
const LEAD_TIME = 5;

/** Months in which the five links of the chain first showed in a history; null for one that never did. */
export function chainOf(shocked: Trace, calm: Trace, cut: Trace): readonly (number | null)[] {
  const after = (key: string): number | null => shocked.ticks[key]?.find((tick) => tick >= SHOCK_BEGINS) ?? null;
  const used = firstWhere(shocked.months.usedPrice, (price, tick) => tick >= SHOCK_BEGINS && price <= (1 - FALL) * (calm.months.usedPrice[tick] ?? Infinity));
  const lost = (trace: Trace, tick: number): number => 1 - (over(trace, 'newOrders', tick - ORDER_WINDOW + 1, tick) ?? 0) / Math.max(1, over(calm, 'newOrders', tick - ORDER_WINDOW + 1, tick) ?? 0);
  const orders = firstWhere(shocked.months.newOrders, (_, tick) => tick >= SHOCK_BEGINS + ORDER_WINDOW && lost(shocked, tick) - lost(cut, tick) >= FALL);
  return [after('aiLab/missedPayment'), after('neocloud/coverBreach'), after('neocloud/seizure'), used, orders];
}

function firstWhere(line: readonly (number | null)[], holds: (value: number, tick: number) => boolean): number | null {
  const at = line.findIndex((value, tick) => value !== null && holds(value, tick));
  return at === -1 ? null : at;
}

/** All links showed, none before the one it follows from. */
export const inOrder = (links: readonly (number | null)[]): boolean => links.every((tick, place) => tick !== null && (place === 0 || (links[place - 1] ?? Infinity) <= tick));
/** A history with a cascade: a lab missed a payment and chips were seized from a neocloud. */
const cascades = (links: readonly (number | null)[]): boolean => links[0] !== null && links[2] !== null;
/** The links as they would be if each had another's place: an order that only chance could produce. */
const shuffled = (links: readonly (number | null)[]): readonly (number | null)[] => [4, 2, 3, 0, 1].map((place) => links[place]!);

const chain: Fact = {
  number: 1,
  needs: ['shortfall', 'base', 'shortfallWithoutOrders'],
  judge: (evidence) => {
    const [calm, cut] = [evidence.of('base'), evidence.of('shortfallWithoutOrders')];
    const chains = evidence.of('shortfall').slice(0, evidence.seeds).map((trace, index) => chainOf(trace, calm[index]!, cut[index]!)).filter(cascades);
    const ordered = shareOf(chains.map(inOrder));
    const mixed = shareOf(chains.map((links) => inOrder(shuffled(links))));
    return verdict([
      { name: 'cascades', unit: 'share', estimate: shareIn(evidence, 'shortfall', (trace) => trace.ticks['aiLab/missedPayment'] !== undefined && trace.ticks['neocloud/seizure'] !== undefined), holds: chains.length > 0 },
      { name: 'breach', unit: 'share', estimate: shareOf(chains.map((links) => links[1] !== null)), holds: true },
      { name: 'usedFell', unit: 'share', estimate: shareOf(chains.map((links) => links[3] !== null)), holds: true },
      { name: 'ordersFell', unit: 'share', estimate: shareOf(chains.map((links) => links[4] !== null)), holds: true },
      { name: 'inOrder', unit: 'share', estimate: ordered, holds: ordered !== null && ordered.effect >= IN_ORDER },
      { name: 'shuffled', unit: 'share', estimate: mixed, holds: mixed !== null && mixed.effect < IN_ORDER },
    ]);
  },
};

const trough: Fact = {
  number: 2,
  needs: ['shortfall', 'base'],
  judge: (evidence) => {
    const pairs = evidence.of('shortfall').slice(0, evidence.seeds).map((trace, index) => deepest(trace, evidence.of('base')[index]!));
    return verdict([
      rises('depth', 'share', meanOf(pairs.map((pair) => pair.depth)), 0.2),
      { name: 'lag', unit: 'months', estimate: meanOf(pairs.map((pair) => pair.lag)), holds: (meanOf(pairs.map((pair) => pair.lag))?.low ?? -1) >= LEAD_TIME },
    ]);
  },
};

/** How far the vendor's quarterly revenue falls under the paired history, and how many months after demand is down. */
function deepest(trace: Trace, calm: Trace): { readonly depth: number; readonly lag: number } {
  const [fallen, usual] = [quarterly(trace, 'vendorRevenue'), quarterly(calm, 'vendorRevenue')];
  let [at, least] = [SHOCK_BEGINS, 1];
  fallen.forEach((revenue, tick) => {
    const ratio = revenue / Math.max(1, usual[tick]!);
    if (tick >= SHOCK_BEGINS && ratio < least) [at, least] = [tick, ratio];
  });
  return { depth: 1 - least, lag: at - SHOCK_ENDS };
}

const marks: Fact = {
  number: 3,
  needs: ['shortfall', 'base'],
  judge: (evidence) => {
    const lead = evidence.of('shortfall').slice(0, evidence.seeds).map((trace, index) => {
      const falls = fallOf(trace, evidence.of('base')[index]!);
      return falls.listed === null || falls.unlisted === null ? null : falls.unlisted - falls.listed;
    });
    const unprovoked = shareIn(evidence, 'shortfall', (trace) => trace.unprovokedMarks > 0);
    return verdict([rises('listedFirst', 'months', meanOf(lead)), { name: 'unprovoked', unit: 'share', estimate: unprovoked, holds: unprovoked?.effect === 0 }]);
  },
};

/** First month in which a listed share, and an unlisted one, is a tenth below the paired history. */
function fallOf(trace: Trace, calm: Trace): { readonly listed: number | null; readonly unlisted: number | null } {
  const earliest = (listed: boolean): number | null => {
    const ticks = Object.keys(trace.shares).filter((id) => trace.shares[id]!.listed === listed).flatMap((id) => {
      const at = firstWhere(trace.shares[id]!.price, (price, tick) => tick >= SHOCK_BEGINS && price < 0.9 * (calm.shares[id]?.price[tick] ?? 0));
      return at === null ? [] : [at];
    });
    return ticks.length === 0 ? null : Math.min(...ticks);
  };
  return { listed: earliest(true), unlisted: earliest(false) };
}

const stop: Fact = {
  number: 18,
  needs: ['earlyStop', 'suddenStop', 'lateStop', 'base'],
  judge: (evidence) => {
    const stopped = (variant: keyof typeof STOPS) => evidence.of(variant).slice(0, evidence.seeds).map((trace) => lasted(trace, STOPS[variant]));
    const starts = shareOf(stopped('suddenStop').map((labs) => labs.length > 0));
    const usual = shareIn(evidence, 'base', (trace) => Object.keys(trace.missed).some((actor) => trace.kinds[actor] === 'aiLab'));
    const pairs = (['earlyStop', 'suddenStop', 'lateStop'] as const).flatMap((variant) => stopped(variant).flat()).flatMap(({ left, months }): [number, number][] => (left === null ? [] : [[left, months]]));
    return verdict([
      { name: 'starts', unit: 'share', estimate: starts, holds: starts !== null && starts.low > (usual?.effect ?? 1) },
      { name: 'startsAnyway', unit: 'share', estimate: usual, holds: true },
      rises('timedByRunway', 'number', rankCorrelation(pairs)),
    ]);
  },
};

/** Of each lab that missed a payment after equity stopped: the months of cash it had then, null while its cash did not fall, and the months it lasted. */
function lasted(trace: Trace, stop: number): { readonly left: number | null; readonly months: number }[] {
  return Object.entries(trace.missed).flatMap(([lab, tick]) => (trace.kinds[lab] === 'aiLab' && tick >= stop ? [{ left: trace.runway[lab]?.[stop] ?? null, months: tick - stop }] : []));
}

const skew: Fact = {
  number: 19,
  needs: ['sized', 'base'],
  judge: (evidence) => {
    const lossesOf = (variant: 'sized' | 'base'): number[] => evidence.of(variant).slice(0, evidence.seeds).map((trace) => total(trace, 'credit') + total(trace, 'deadweight'));
    const estimate = skewnessOf(lossesOf('sized'));
    // where nobody loses anything, losses have no shape
    return verdict([{ name: 'skewness', unit: 'number', estimate, holds: above(estimate, 0) }, { name: 'skewnessInBase', unit: 'number', estimate: skewnessOf(lossesOf('base')), holds: true }]);
  },
};

const fragility: Fact = {
  number: 21,
  needs: ['base'],
  judge: (evidence) => {
    const change = (name: Grows) => meanOf(evidence.of('base').slice(0, evidence.seeds).map((trace) => changeOf(trace, name)));
    const spread = meanOf(evidence.of('base').slice(0, evidence.seeds).map(spreadChange));
    return verdict([
      rises('cover', 'number', change('cover')),
      { name: 'spread', unit: 'basisPoints', estimate: spread, holds: spread !== null && spread.high < 0 },
      rises('worstOverCapital', 'share', change('worstOverCapital')),
      rises('ponzi', 'points', change('ponzi')),
    ]);
  },
};

type Grows = 'cover' | 'worstOverCapital' | 'ponzi';

/** What borrowers are quoted after two years less their first quote of the first year, mean over those who had both. */
function spreadChange({ quotes }: Trace): number | null {
  const changes = Object.values(quotes).flatMap((line) => {
    const [early, late] = [line.slice(0, 12).find((quote) => quote !== null), line[24]];
    return early === undefined || early === null || late === undefined || late === null ? [] : [late - early];
  });
  return changes.length === 0 ? null : changes.reduce((total, each) => total + each, 0) / changes.length;
}

/** The last three months of two years less the first three in which the figure is known. */
function changeOf(trace: Trace, name: Grows): number | null {
  const from = trace.months[name].findIndex((value) => value !== null);
  const [early, late] = [over(trace, name, from, from + 2), over(trace, name, 22, 24)];
  return from === -1 || from > 12 || early === null || late === null ? null : late - early;
}

export const SHORTFALL_FACTS: readonly Fact[] = [chain, trough, marks, stop, skew, fragility];
