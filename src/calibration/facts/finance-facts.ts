/** Facts about the vendor's money and its customers' own chips. */
import { asNumber, below, difference, fails, falls, over, quarterly, rises, shareIn, undecided, verdict, type Fact } from './evidence.ts';
import { meanOf } from './statistics.ts';
import type { Trace } from './trace.ts';

/** Months of boom in which peak and circularity are looked for: until orders placed before the shock have arrived. */
const BOOM_ENDS = 24;

const peak = (trace: Trace): number => Math.max(...quarterly(trace, 'vendorRevenue').slice(0, BOOM_ENDS + 1));
/** Deepest revenue after the boom over its peak, less one: how much of it the bust takes. */
const bust = (trace: Trace): number => 1 - Math.min(...quarterly(trace, 'vendorRevenue').slice(BOOM_ENDS)) / peak(trace);
const circular = (trace: Trace): number | null => over(trace, 'traced', 0, BOOM_ENDS);

const backstop: Fact = {
  number: 6,
  needs: ['sized', 'sizedWithoutBackstop'],
  judge: (evidence) => verdict([undecided(shareIn(evidence, 'sized', fails('neocloud'))), rises('defaults', 'points', difference(evidence, 'sized', 'sizedWithoutBackstop', asNumber(fails('neocloud'))))]),
};

const vendorMoney: Fact = {
  number: 7,
  needs: ['shortfall', 'generous', 'unfinanced'],
  judge: (evidence) => {
    const none = meanOf(evidence.of('unfinanced').slice(0, evidence.seeds).map((trace) => Math.max(0, ...trace.months.traced.map((value) => value ?? 0))));
    return verdict([
      rises('peak', 'dollars', difference(evidence, 'unfinanced', 'shortfall', peak)),
      rises('peakGenerous', 'dollars', difference(evidence, 'shortfall', 'generous', peak)),
      rises('bust', 'points', difference(evidence, 'unfinanced', 'shortfall', bust)),
      rises('bustGenerous', 'points', difference(evidence, 'shortfall', 'generous', bust)),
      rises('circular', 'points', difference(evidence, 'unfinanced', 'shortfall', circular)),
      rises('circularGenerous', 'points', difference(evidence, 'shortfall', 'generous', circular)),
      { name: 'circularWithout', unit: 'share', estimate: none, holds: none?.effect === 0 },
    ]);
  },
};

const harmless: Fact = {
  number: 8,
  needs: ['killerApp', 'killerAppUnfinanced'],
  judge: (evidence) => {
    const anybody = (trace: Trace): number => (Object.keys(trace.defaults).length > 0 ? 1 : 0);
    const more = difference(evidence, 'killerAppUnfinanced', 'killerApp', anybody);
    return verdict([
      { name: 'killerAppDefaults', unit: 'share', estimate: shareIn(evidence, 'killerApp', (trace) => anybody(trace) > 0), holds: true },
      { name: 'moreDefaults', unit: 'points', estimate: more, holds: below(more, 0.02) },
    ]);
  },
};

/** Years in which own chips are deployed. */
const DEPLOYED = 36;

const ownChips: Fact = {
  number: 9,
  needs: ['base', 'ownChips'],
  judge: (evidence) => verdict([
    falls('chipPrice', 'share', difference(evidence, 'base', 'ownChips', (trace) => over(trace, 'chipPrice', DEPLOYED, 71))),
    falls('margin', 'points', difference(evidence, 'base', 'ownChips', (trace) => over(trace, 'vendorMargin', DEPLOYED, 71))),
  ]),
};

export const FINANCE_FACTS: readonly Fact[] = [backstop, vendorMoney, harmless, ownChips];
