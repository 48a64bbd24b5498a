/** Facts about who does not fail, about time and about money as a mere unit. */
import { difference, rises, shareIn, verdict, type Fact } from './evidence.ts';
import { meanOf, shareOf } from './statistics.ts';
import type { SeriesName, Trace } from './trace.ts';

const BIG_FOUR: readonly string[] = ['microsoft', 'amazon', 'alphabet', 'meta'];
/** Month before which the economy of the article should hold. */
const SAFE_UNTIL = 36;
const HOLDS_IN = 0.9;

const bigFour: Fact = {
  number: 4,
  needs: ['shortfall'],
  judge: (evidence) => {
    const traces = evidence.of('shortfall');
    const failed = shareOf(traces.map((trace) => BIG_FOUR.some((id) => Object.hasOwn(trace.defaults, id))));
    return verdict([{ name: 'bigFourFail', unit: 'share', estimate: failed, holds: failed?.effect === 0 }, { name: 'oracleFails', unit: 'share', estimate: shareOf(traces.map((trace) => Object.hasOwn(trace.defaults, 'oracle'))), holds: true }]);
  },
};

const calm: Fact = {
  number: 5,
  needs: ['calm', 'base'],
  judge: (evidence) => {
    const quiet = meanOf(evidence.of('calm').map((trace) => (trace.counts.default ?? 0) + (trace.counts.seizure ?? 0)));
    const early = shareIn(evidence, 'base', (trace) => Object.values(trace.defaults).every((tick) => tick >= SAFE_UNTIL));
    return verdict([{ name: 'calmDefaults', unit: 'number', estimate: quiet, holds: quiet?.effect === 0 }, { name: 'noneBefore36', unit: 'share', estimate: early, holds: early !== null && early.effect >= HOLDS_IN }]);
  },
};

/** Largest share of rentable compute that stands idle once demand has turned. */
const overshoot = (trace: Trace): number => Math.max(...trace.months.idle.slice(18).map((value) => value ?? 0));

const leadTime: Fact = {
  number: 17,
  needs: ['shortfall', 'slowChips'],
  judge: (evidence) => verdict([rises('idle', 'points', difference(evidence, 'shortfall', 'slowChips', overshoot))]),
};

/** Shares and ratios that no change of currency may move. */
const RATIOS: readonly SeriesName[] = ['traced', 'hedge', 'ponzi', 'cover', 'idle', 'chipPrice', 'vendorMargin', 'worstOverCapital'];
const SAME = 1e-6;

function sameDefaults(one: Trace, other: Trace): boolean {
  const actors = new Set([...Object.keys(one.defaults), ...Object.keys(other.defaults)]);
  return [...actors].every((actor) => one.defaults[actor] === other.defaults[actor]);
}

/** Largest relative difference of a ratio in any month. */
function furthest(one: Trace, other: Trace): number {
  let most = 0;
  for (const name of RATIOS)
    one.months[name].forEach((value, tick) => {
      const twin = other.months[name][tick];
      if (value === null || twin === null || twin === undefined) {
        if (value !== twin) most = 1;
      } else most = Math.max(most, Math.abs(value - twin) / Math.max(1, Math.abs(value)));
    });
  return most;
}

const currency: Fact = {
  number: 20,
  needs: ['shortfall', 'tenfold', 'tenth'],
  judge: (evidence) => {
    const pairs = (['tenfold', 'tenth'] as const).flatMap((variant) => evidence.of(variant).map((trace, index) => [evidence.of('shortfall')[index]!, trace] as const));
    const same = shareOf(pairs.map(([one, other]) => sameDefaults(one, other)));
    const far = meanOf(pairs.map(([one, other]) => furthest(one, other)));
    return verdict([{ name: 'sameDefaults', unit: 'share', estimate: same, holds: same?.effect === 1 }, { name: 'furthest', unit: 'number', estimate: far, holds: far !== null && pairs.every(([one, other]) => furthest(one, other) <= SAME) }]);
  },
};

export const SOUNDNESS_FACTS: readonly Fact[] = [bigFour, calm, leadTime, currency];
