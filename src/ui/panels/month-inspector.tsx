/** Nothing is selected: the month in short. Who paid whom most, what happened, and where the chip maker's sales came from. */
import type { ReactNode } from 'react';
import type { PartyId } from '../../model/units.ts';
import { WEIGHT } from '../../playback/index.ts';
import { LANE_KINDS, laneKey, type LaneKind } from '../../playback/lane-book.ts';
import { captionOf } from '../../words/captions.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { DyeBar } from './dye-bar.tsx';
import { EventList } from './event-list.tsx';
import { Amount } from './figure.tsx';
import { eventsOf, flowsOf, paymentsOf } from './month.ts';
import type { PanelLinks, PanelProps } from './props.ts';
import { LaneGlyph } from './shapes.tsx';

const LARGEST = 6;
const EVENTS = 6;
/** Payments that are large every month and are no part of the loop. */
const OUTSIDE: ReadonlySet<string> = new Set(['coreSales', 'coreInvestment']);

/** The chip maker the ratio is about: the one with the largest opening sales, the first named where none has any. */
export function mainVendor(speaker: PanelProps['speaker']): PartyId | null {
  const vendors = speaker.scenario.parties.filter((party) => party.kind === 'chipVendor');
  const sales = (party: (typeof vendors)[number]): number => party.history['revenue']?.value ?? 0;
  return vendors.reduce<(typeof vendors)[number] | null>((best, party) => (best === null || sales(party) > sales(best) ? party : best), null)?.id ?? null;
}

export function MonthInspector({ scene, speaker, select, news, ...links }: PanelProps & PanelLinks): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const { measures, tick } = scene.frame;
  const payments = paymentsOf(flowsOf(scene)).filter((payment): payment is typeof payment & { lane: LaneKind } => payment.lane !== 'gpu' && (LANE_KINDS as readonly string[]).includes(payment.lane));
  const moved = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const count = payments.reduce((sum, payment) => sum + payment.count, 0);
  const events = eventsOf(scene).filter((event) => event.type !== 'stateChanged').sort((a, b) => WEIGHT[b.type] - WEIGHT[a.type]);
  const vendor = mainVendor(speaker);
  return (
    <div className="inspector-month">
      <header className="inspector-heading">
        <h2>{speaker.format.date(tick)}</h2>
        {news !== null && <p className="lead">{news ?? captionOf(scene.frame, speaker)}</p>}
      </header>
      <p className="hint">{words.clickHint}</p>
      <section className="panel-part" aria-label={words.largest}>
        <h3>{words.largest}</h3>
        <p className="quiet">{words.moved(speaker.format.dollars(moved), speaker.format.count(count))}</p>
        <ul className="lines">
          {payments.filter((payment) => !OUTSIDE.has(payment.purpose)).slice(0, LARGEST).map((payment) => (
            <li key={`${payment.from}/${payment.purpose}/${payment.to}`}>
              <button type="button" className="line-button" onClick={() => select({ kind: 'lane', key: laneKey(payment.from, payment.lane, payment.to) })}>
                <LaneGlyph kind={payment.lane} />
                <span>
                  {words.pays(speaker.party(payment.from), speaker.party(payment.to))}
                  <span className="quiet"> {speaker.vocabulary.purpose[payment.purpose]}</span>
                </span>
                <Amount amount={payment.amount} speaker={speaker} />
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="panel-part" aria-label={words.happened}>
        <h3>{words.month}</h3>
        {events.length === 0 ? <p className="quiet">{scene.phase === null ? words.happenedNothing : words.happenedNothingYet}</p> : <EventList events={events} speaker={speaker} links={links} shown={EVENTS} />}
      </section>
      {vendor !== null && (
        <section className="panel-part" aria-label={words.whoseMoney}>
          <h3>{words.whoseMoney}</h3>
          <p>{measures.circularity.traced === null ? words.ratioUnknown(speaker.party(vendor)) : words.ratio(speaker.party(vendor), speaker.format.cents(measures.circularity.traced))}</p>
          <DyeBar dye={measures.vendorRevenueByOrigin} speaker={speaker} label={words.whoseMoney} />
        </section>
      )}
    </div>
  );
}
