/** How a history came out, in a few lines: what the last month looks like and who did not live to see it. */
import type { Event } from '../model/decision.ts';
import type { Frame } from '../model/frame.ts';
import type { Measures } from '../model/measures.ts';
import type { Tick } from '../model/units.ts';
import { CLI_WORDS } from '../words/cli.ts';
import { remark } from '../words/joined.ts';
import { PANEL_WORDS } from '../words/panels.ts';
import type { Speaker } from '../words/speaker.ts';
import { table } from './terminal.ts';

export interface Outcome {
  add(frame: Frame): void;
  json(): { readonly [field: string]: unknown };
  text(more: { readonly digest: string }): string;
}

interface Failure {
  readonly tick: Tick;
  readonly actor: string;
  readonly event: string;
}

export function outcomeOf(speaker: Speaker): Outcome {
  const { format } = speaker;
  const defaults: Failure[] = [];
  let credit = 0;
  let last: { readonly tick: Tick; readonly measures: Measures } | null = null;
  const add = ({ tick, measures, phases }: Frame): void => {
    last = { tick, measures };
    credit += measures.losses.credit;
    for (const { events } of phases) for (const event of events) if (isDefault(event)) defaults.push({ tick, actor: event.actor ?? '', event: event.key });
  };
  const ofLast = <Value>(read: (measures: Measures) => Value): Value | null => (last === null ? null : read(last.measures));
  return {
    add,
    json: () => ({
      tick: last?.tick ?? null,
      endCustomerSpending: ofLast((m) => m.ai.endCustomerSpending),
      aiCapex: ofLast((m) => m.ai.capex),
      vendorRevenue: ofLast((m) => m.vendor.revenue),
      traced: ofLast((m) => m.circularity.traced),
      creditLosses: credit,
      defaults,
    }),
    text({ digest }) {
      const words = speaker.words(CLI_WORDS);
      const traced = ofLast((m) => m.circularity.traced);
      const money = (read: (m: Measures) => number): string => ofLast((m) => format.dollars(read(m))) ?? words.notApplicable;
      const { field } = words;
      return table(
        [],
        [
          [field.lastMonth, last === null ? words.notApplicable : format.dateTick(last.tick)],
          [field.spending, money((m) => m.ai.endCustomerSpending)],
          [field.capex, money((m) => m.ai.capex)],
          [field.vendorRevenue, money((m) => m.vendor.revenue)],
          [field.traced, traced === null ? words.notApplicable : format.percent(traced)],
          [field.losses, format.dollars(credit)],
          [field.defaults, defaults.length === 0 ? words.noDefaults : defaults.map((one) => `${speaker.party(one.actor)}${remark(format.date(one.tick), speaker.language)}`).join(speaker.words(PANEL_WORDS).comma)],
          [field.digest, digest],
        ],
      );
    },
  };
}

const isDefault = (event: Event): boolean => event.type === 'default' && event.actor !== undefined;
