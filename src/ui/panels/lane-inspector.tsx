/** One lane, opened: what moved along it this month and for what, whose money it was first, and how it moved lately. */
import type { ReactNode } from 'react';
import type { PartyId } from '../../model/units.ts';
import { laneParts, lanesOfMonth, type LaneKey, type LaneKind } from '../../playback/lane-book.ts';
import { items, named } from '../../words/joined.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { DyeBar, sumDye } from './dye-bar.tsx';
import { Amount } from './figure.tsx';
import { flowsOf, paymentsOf } from './month.ts';
import type { PanelLinks, PanelProps } from './props.ts';
import { LaneGlyph } from './shapes.tsx';

const MONTHS = 24;

export function LaneInspector({ run, scene, speaker, select, lane, ...links }: PanelProps & PanelLinks & { readonly lane: LaneKey }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const { from, kind, to } = laneParts(lane);
  const payments = paymentsOf(flowsOf(scene).filter((flow) => flow.from === from && flow.to === to && flow.lane === kind));
  const month = lanesOfMonth(scene.frame).get(lane);
  const total = payments.reduce((sum, payment) => sum + payment.amount, 0);
  const dye = sumDye(payments.map((payment) => payment.dye));
  return (
    <div className="inspector-lane">
      <LaneHeading from={from} to={to} kind={kind} speaker={speaker} select={select} />
      <section className="panel-part" aria-label={words.purposes}>
        <p className="lane-total">
          <Amount amount={total} speaker={speaker} />
        </p>
        {month !== undefined && month.missing > 0 && (
          <p className="trouble">
            <span aria-hidden="true">▼ </span>
            {words.missing(speaker.format.dollars(month.missing), speaker.format.dollars(month.amount + month.missing))}
          </p>
        )}
        {payments.length === 0 ? (
          <p className="quiet">{words.laneQuiet}</p>
        ) : (
          <>
            <h3>{words.purposes}</h3>
            <ul className="lines">
              {payments.map((payment) => (
                <li key={payment.purpose}>
                  <span>
                    {speaker.vocabulary.purpose[payment.purpose]}
                    {payment.units > 0 && <span className="quiet"> {words.units(speaker.format.count(payment.units))}</span>}
                    {links.follow !== undefined && payment.largest.dye !== undefined && (
                      <button type="button" className="link" onClick={() => links.follow!(payment.largest.id)}>
                        {words.followThis}
                      </button>
                    )}
                  </span>
                  <Amount amount={payment.amount} speaker={speaker} />
                </li>
              ))}
            </ul>
          </>
        )}
      </section>
      {kind !== 'gpu' && total > 0 && (
        <section className="panel-part" aria-label={words.whoseMoney}>
          <h3>{words.whoseMoney}</h3>
          <DyeBar dye={dye} speaker={speaker} label={words.whoseMoney} />
          <p className="quiet">{words.dyeExplained}</p>
        </section>
      )}
      <Lately run={run} tick={scene.frame.tick} lane={lane} kind={kind} speaker={speaker} />
    </div>
  );
}

function LaneHeading({ from, to, kind, speaker, select }: Pick<PanelProps, 'speaker' | 'select'> & { readonly from: PartyId; readonly to: PartyId; readonly kind: LaneKind }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const end = (id: PartyId): ReactNode => (
    <button type="button" className="link" onClick={() => select({ kind: 'actor', id })}>
      {speaker.party(id)}
    </button>
  );
  return (
    <header className="inspector-heading">
      <div className="inspector-title">
        <h2>
          {end(from)} <span aria-hidden="true">→</span> {end(to)}
        </h2>
        <button type="button" className="close" aria-label={words.close} onClick={() => select(null)}>
          ×
        </button>
      </div>
      <p className="lane-kind">
        <LaneGlyph kind={kind} /> {words.lane[kind]}
      </p>
    </header>
  );
}

/** The lane's months so far, as columns of one scale. */
function Lately({ run, tick, lane, kind, speaker }: Pick<PanelProps, 'run' | 'speaker'> & { readonly tick: number; readonly lane: LaneKey; readonly kind: LaneKind }): ReactNode {
  const words = speaker.words(PANEL_WORDS).inspector;
  const months: { tick: number; amount: number }[] = [];
  for (let at = Math.max(0, tick - MONTHS + 1); at <= tick; at++) {
    const frame = run.peek(at);
    if (frame !== undefined) months.push({ tick: at, amount: lanesOfMonth(frame).get(lane)?.amount ?? 0 });
  }
  if (months.length < 2) return null;
  const most = Math.max(1, ...months.map((month) => month.amount));
  return (
    <section className="panel-part" aria-label={words.laneMonths(months.length)}>
      <h3>{words.laneMonths(months.length)}</h3>
      <div className="columns" role="img" aria-label={items(months.map((month) => named(speaker.format.date(month.tick), speaker.format.dollars(month.amount), speaker.language)), speaker.language)}>
        {months.map((month) => (
          <i key={month.tick} data-lane={kind} className={month.tick === tick ? 'now' : undefined} style={{ height: `${Math.max(month.amount > 0 ? 3 : 0, (100 * month.amount) / most)}%` }} title={`${speaker.format.date(month.tick)} · ${speaker.format.dollars(month.amount)}`} />
        ))}
      </div>
    </section>
  );
}
