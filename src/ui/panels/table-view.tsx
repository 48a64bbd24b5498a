/**
 * The text twin of the animation: everything the month shows, as tables that a keyboard and a screen reader reach.
 * Payments are summed by who paid whom for what in which phase; what was booked and not yet paid says so.
 */
import { useState, type ReactNode } from 'react';
import type { Phase } from '../../model/phase.ts';
import { ORIGINS } from '../../model/account.ts';
import { isActorKind } from '../../model/party.ts';
import { conditionShown } from '../../view/condition.ts';
import { captionOf } from '../../words/captions.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { ruleSentence } from '../../words/rules.ts';
import { decisionSentence, eventSentence } from '../../words/sentences.ts';
import { sentence, type Speaker } from '../../words/speaker.ts';
import { outcomeText } from './decisions.tsx';
import { Amount } from './figure.tsx';
import { concerns, paymentsOf, recordsOf } from './month.ts';
import type { PanelLinks, PanelProps } from './props.ts';
import { ConditionShape } from './shapes.tsx';

/** Rows of payments shown at first; a busy month has hundreds. */
const ROWS = 120;

export function TableView({ run, scene, speaker, select, seek }: PanelProps & Pick<PanelLinks, 'seek'>): ReactNode {
  const words = speaker.words(PANEL_WORDS).table;
  const [only, setOnly] = useState('');
  const [all, setAll] = useState(false);
  const { tick, measures } = scene.frame;
  const records = recordsOf(scene);
  const parties = speaker.scenario.parties;
  const about = (party: string | undefined): boolean => only === '' || party === only;
  const payments = records
    .flatMap((record) => paymentsOf(record.flows).map((payment) => ({ phase: record.phase, payment })))
    .filter(({ payment }) => only === '' || payment.from === only || payment.to === only);
  const decisions = records.flatMap((record) => record.decisions).filter((decision) => about(decision.actor));
  const events = records.flatMap((record) => record.events.map((event) => ({ phase: record.phase, event }))).filter(({ event }) => only === '' || concerns(event, only));
  const name = (id: string): ReactNode => (
    <button type="button" className="link" onClick={() => select({ kind: 'actor', id })}>
      {speaker.party(id)}
    </button>
  );
  const phase = (id: Phase): string => speaker.vocabulary.phase[id];
  return (
    <div className="panel table-view">
      <header className="panel-heading">
        <p className="panel-date">{speaker.format.dateMonth(tick)}</p>
        <div className="choice">
          {seek !== undefined && (
            <>
              <button type="button" className="small-button" disabled={tick === 0} onClick={() => seek(tick - 1)}>
                {words.previous}
              </button>
              <button type="button" className="small-button" disabled={tick >= run.length - 1} onClick={() => seek(tick + 1)}>
                {words.next}
              </button>
            </>
          )}
        </div>
      </header>
      <p className="lead">{captionOf(scene.frame, speaker)}</p>
      <p className="quiet">{words.intro(speaker.format.date(tick))}</p>
      <div className="panel-switches">
        <select className="small-button" aria-label={words.actor} value={only} onChange={(event) => setOnly(event.target.value)}>
          <option value="">{words.everybody}</option>
          {parties.map((party) => (
            <option key={party.id} value={party.id}>
              {words.only(speaker.party(party.id))}
            </option>
          ))}
        </select>
      </div>
      <Part title={words.events(events.length)} empty={events.length === 0 ? words.noEvents : null} heads={[words.phase, words.event]}>
        {events.map(({ phase: at, event }) => (
          <tr key={event.id}>
            <td className="quiet">{phase(at)}</td>
            <th scope="row">{eventSentence(event, speaker)}</th>
          </tr>
        ))}
      </Part>
      <Part title={words.decisions(decisions.length)} empty={decisions.length === 0 ? words.noDecisions : null} heads={[words.actor, words.decision, words.why, words.outcome]}>
        {decisions.map((decision) => (
          <tr key={decision.id}>
            <th scope="row">{name(decision.actor)}</th>
            <td>{decisionSentence(decision, speaker)}</td>
            <td className="quiet">{sentence(ruleSentence(decision.because, speaker))}</td>
            <td>{outcomeText(decision, speaker) ?? ''}</td>
          </tr>
        ))}
      </Part>
      <Part title={words.flows(payments.length)} empty={payments.length === 0 ? words.noFlows : null} heads={[words.phase, words.from, words.to, words.what, words.whose, words.amount]}>
        {(all ? payments : payments.slice(0, ROWS)).map(({ phase: at, payment }) => (
          <tr key={`${at}/${payment.from}/${payment.purpose}/${payment.to}`}>
            <td className="quiet">{phase(at)}</td>
            <td>{name(payment.from)}</td>
            <td>{name(payment.to)}</td>
            <th scope="row">
              {speaker.vocabulary.purpose[payment.purpose]}
              {payment.lane === 'accrual' && <span className="quiet"> {words.booked}</span>}
            </th>
            <td className="quiet">{mostly(payment.dye, speaker)}</td>
            <td className="amount">
              <Amount amount={payment.amount} speaker={speaker} />
            </td>
          </tr>
        ))}
      </Part>
      {payments.length > ROWS && (
        <button type="button" className="small-button" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? words.fewer : speaker.words(PANEL_WORDS).inspector.showMore(payments.length - ROWS)}
        </button>
      )}
      <Part title={words.actors} empty={null} heads={[words.actor, words.condition, words.runway, words.debt, words.cash]}>
        {parties.filter((party) => isActorKind(party.kind) && about(party.id) && Object.hasOwn(scene.after.accounts, party.id)).map((party) => {
          const condition = conditionShown(party.id, scene.after, scene.frame, scene.phase);
          const own = Object.hasOwn(measures.actors, party.id) ? measures.actors[party.id] : undefined;
          const row = scene.after.accounts[party.id]!;
          return (
            <tr key={party.id}>
              <th scope="row">{name(party.id)}</th>
              <td>
                <ConditionShape condition={condition} /> {condition === 'none' ? '' : speaker.state('solvency', condition)}
              </td>
              <td>{own === undefined || own.runway === null ? speaker.words(PANEL_WORDS).inspector.runwayEndless : speaker.format.number(own.runway, 1)}</td>
              <td className="amount">
                <Amount amount={row.debt} speaker={speaker} />
              </td>
              <td className="amount">
                <Amount amount={row.cash} speaker={speaker} />
              </td>
            </tr>
          );
        })}
      </Part>
    </div>
  );
}

/** The origin that most of this money has, with its share; empty for what is not cash. */
function mostly(dye: readonly number[], speaker: Speaker): string {
  const whole = dye.reduce((sum, part) => sum + Math.max(0, part), 0);
  if (whole <= 0) return '';
  const most = dye.reduce((best, part, index) => (part > dye[best]! ? index : best), 0);
  return `${speaker.vocabulary.origin[ORIGINS[most]!]} ${speaker.format.percent(dye[most]! / whole)}`;
}

function Part({ title, empty, heads, children }: { readonly title: string; readonly empty: string | null; readonly heads: readonly string[]; readonly children: ReactNode }): ReactNode {
  return (
    <section className="panel-part" aria-label={title}>
      <h3>{title}</h3>
      {empty !== null ? (
        <p className="quiet">{empty}</p>
      ) : (
        <div className="table-frame" tabIndex={0} role="group" aria-label={title}>
          <table className="plain-table">
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>{children}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** What a screen reader hears when the month changes: date and caption, politely, and nothing while months fly past. */
export function LiveSentence({ scene, speaker, silent = false }: Pick<PanelProps, 'scene' | 'speaker'> & { readonly silent?: boolean }): ReactNode {
  const words = speaker.words(PANEL_WORDS).table;
  return (
    <p className="panel-live" aria-live="polite" aria-atomic="true">
      {silent ? '' : words.live(speaker.format.date(scene.frame.tick), captionOf(scene.frame, speaker))}
    </p>
  );
}
