/**
 * Two histories side by side: what was changed, where they part, the first decision that differs with what each side
 * saw, who stands otherwise now, who bears the extra losses, and the main figures of both through time.
 */
import { useMemo, type ReactNode } from 'react';
import type { Event } from '../../model/decision.ts';
import type { Run } from '../../model/frame.ts';
import { isActorKind } from '../../model/party.ts';
import type { Tick } from '../../model/units.ts';
import { alignOn, beginAlike, BY_TICK, changedParameters, changesInForce, commonEvents, extraLosses, firstDivergentDecision, isChangeOf, partyDifferences, whereTheyPart, type Alignment } from '../../playback/index.ts';
import { changeSentence } from '../../words/changes.ts';
import { compareCsv } from '../../words/compare-csv.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { eventSentence } from '../../words/sentences.ts';
import type { Speaker } from '../../words/speaker.ts';
import { CompareCharts } from './compare-charts.tsx';
import { FirstDecision } from './compare-decision.tsx';
import { CompareLosses, Delta } from './compare-losses.tsx';
import type { PanelLinks, PanelProps, PanelSubject, Select } from './props.ts';
import { useSlimRun } from './reading.ts';
import { sideNames, type SideNames } from './side-names.ts';

export type CompareProps = PanelProps & Pick<PanelLinks, 'seek' | 'align' | 'saveTable'> & Pick<PanelSubject, 'against' | 'againstComing' | 'alignOn'>;

/** Events offered to line months up on. */
const MOST_EVENTS = 24;
/** Parties shown, the most different first. */
const SHOWN = 12;

/** A is the run that is shown, B the one it is set against. */
export function Compare({ run, scene, speaker, select, seek, align, saveTable, against = null, againstComing = false, alignOn: event = null }: CompareProps): ReactNode {
  const words = speaker.words(PANEL_WORDS).compare;
  const a = useSlimRun(run, run.length);
  const b = useSlimRun(against, against?.length ?? 0);
  if (against === null || a === null || b === null) return <div className="panel compare"><p className="hint">{againstComing ? words.coming : words.nothingYet}</p></div>;
  const rest = { speaker, select, event, ...(align === undefined ? {} : { align }), ...(saveTable === undefined ? {} : { saveTable }), ...(seek === undefined ? {} : { seek }) };
  const { tick } = scene.frame;
  // what was changed is set against what it was, whichever of the two is on the stage
  const swapped = isChangeOf(a.header, b.header);
  const [first, second] = swapped ? [b, a] : [a, b];
  return <Both a={first} b={second} shown={swapped ? 'b' : 'a'} at={tick} names={sideNames(first.header, second.header, speaker.language)} {...rest} />;
}

interface BothProps {
  readonly a: Run;
  readonly b: Run;
  /** The side that is on the stage, and its month. */
  readonly shown: 'a' | 'b';
  readonly at: Tick;
  readonly names: SideNames;
  readonly speaker: Speaker;
  readonly select: Select;
  readonly seek?: (tick: number) => void;
  /** Key of the event on which the months are matched. */
  readonly event: string | null;
  readonly align?: (event: string | null) => void;
  readonly saveTable?: PanelLinks['saveTable'];
}

function Both({ a, b, shown, at, names, speaker, select, seek, event, align, saveTable }: BothProps): ReactNode {
  const words = speaker.words(PANEL_WORDS).compare;
  const common = useMemo(() => commonEvents(a, b), [a, b, a.frames.length, b.frames.length]);
  // an event that one of them no longer has lines nothing up
  const alignment: Alignment = useMemo(() => (event === null ? null : alignOn(a, b, event)) ?? BY_TICK, [a, b, event, a.frames.length, b.frames.length]);
  const tick = shown === 'a' ? at : at - alignment.offset;
  const parting = useMemo(() => whereTheyPart(a, b), [a, b, a.frames.length, b.frames.length]);
  const first = useMemo(() => firstDivergentDecision(a, b, beginAlike(a, b) ? BY_TICK : alignment), [a, b, alignment, a.frames.length, b.frames.length]);
  const [frame, other] = [a.frames[tick], b.frames[tick + alignment.offset]];
  const differences = frame === undefined || other === undefined ? [] : partyDifferences(frame.state, other.state).filter((each) => isActor(each.party, speaker)).slice(0, SHOWN);
  const losses = extraLosses(a, b, tick, alignment);
  const changes = [...changesInForce(b.header).flatMap((step) => step.changes), ...changedParameters(b.header, a.header)];
  return (
    <div className="panel compare">
      <header className="panel-heading">
        <p className="panel-date">{a.frames[tick] === undefined ? words.noMonth : speaker.format.dateMonth(tick)}</p>
      </header>
      <p className="lead">{parting === null ? words.same : `${parting.tick > 0 ? `${words.samePast(speaker.format.date(parting.tick - 1))} ` : ''}${words.parts(speaker.format.date(parting.tick), speaker.vocabulary.phase[parting.phase])}`}</p>
      <p className="quiet">{alignment.event === null ? words.alignByMonth : `${words.alignedOn(eventNamed(a, alignment.event, speaker))} ${words.offset(alignment.offset)}`}</p>
      {common.length > 0 && align !== undefined && (
        <label className="align">
          <span className="quiet">{words.alignBy}</span>{' '}
          <select className="small-button" value={alignment.event ?? ''} onChange={(change) => align(change.target.value === '' ? null : change.target.value)}>
            <option value="">{words.byMonth}</option>
            {common.slice(0, MOST_EVENTS).map((each) => (
              <option key={each.key} value={each.key}>
                {eventName(each, speaker)}
              </option>
            ))}
          </select>
        </label>
      )}
      {changes.length > 0 && (
        <section className="panel-part" aria-label={words.changed}>
          <h3>{words.changed}</h3>
          <ul>
            {changes.map((change, index) => (
              <li key={index}>{changeSentence(change, speaker)}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="compare-pair panel-part">
        <Fates run={a} title={names.a} until={tick} speaker={speaker} />
        <Fates run={b} title={names.b} until={tick + alignment.offset} speaker={speaker} />
      </div>
      <section className="panel-part" aria-label={words.firstDecision}>
        <h3>{words.firstDecision}</h3>
        {first === null ? <p className="quiet">{parting === null ? words.same : words.firstDecisionNone}</p> : <FirstDecision difference={first} names={names} speaker={speaker} select={select} />}
      </section>
      <section className="panel-part" aria-label={words.charts}>
        <div className="panel-heading">
          <h3>{words.charts}</h3>
          {saveTable !== undefined && (
            <button type="button" className="button" onClick={() => saveTable('compared.csv', compareCsv(a, b, alignment))}>
              {words.saveTable}
            </button>
          )}
        </div>
        <CompareCharts a={a} b={b} tick={tick} offset={alignment.offset} names={names} speaker={speaker} {...(seek === undefined ? {} : { seek: (to) => seek(shown === 'a' ? to : to + alignment.offset) })} />
      </section>
      <section className="panel-part" aria-label={words.now}>
        <h3>{words.now}</h3>
        {differences.length === 0 ? (
          <p className="quiet">{words.same}</p>
        ) : (
          <div className="table-frame" tabIndex={0} role="group" aria-label={words.now}>
            <p className="quiet">{words.lessA}</p>
            <table className="plain-table">
              <thead>
                <tr>
                  <th scope="col">{words.who}</th>
                  <th scope="col">{names.a}</th>
                  <th scope="col">{names.b}</th>
                  {[speaker.vocabulary.account.cash, speaker.vocabulary.account.debt, words.worth].map((head) => (
                    <th key={head} scope="col" className="amount">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {differences.map((each) => (
                  <tr key={each.party}>
                    <th scope="row">
                      <button type="button" className="link" onClick={() => select({ kind: 'actor', id: each.party })}>
                        {speaker.party(each.party)}
                      </button>
                    </th>
                    {(['a', 'b'] as const).map((side) => (
                      <td key={side}>{each.regions.map((region) => speaker.state(region.region, region[side] ?? '')).join(speaker.words(PANEL_WORDS).comma)}</td>
                    ))}
                    <Delta amount={each.cash} speaker={speaker} />
                    <Delta amount={each.debt} speaker={speaker} plain />
                    <Delta amount={each.worth} speaker={speaker} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </section>
      <section className="panel-part" aria-label={words.extraLosses}>
        <h3>{words.extraLosses}</h3>
        <CompareLosses losses={losses} speaker={speaker} />
      </section>
    </div>
  );
}

/** Sectors only close the books; that they stand otherwise says nothing by itself. */
function isActor(id: string, speaker: Speaker): boolean {
  return speaker.scenario.parties.some((party) => party.id === id && isActorKind(party.kind));
}

/** An event without its amounts, which are not the same on both sides. */
function eventName({ type, actor, key }: Event, speaker: Speaker): string {
  const named = speaker.vocabulary.event[type];
  const other = key.split('/').find((part) => part !== actor && speaker.isParty(part));
  return [...(actor === undefined ? [] : [speaker.party(actor)]), named, ...(other === undefined ? [] : [speaker.party(other)])].join(' · ');
}

function eventNamed(run: Run, key: string, speaker: Speaker): string {
  for (const frame of run.frames) for (const record of frame.phases) for (const event of record.events) if (event.key === key) return eventSentence(event, speaker);
  return key;
}

/** Who has defaulted by a month on one side. */
function Fates({ run, title, until, speaker }: { readonly run: Run; readonly title: string; readonly until: Tick; readonly speaker: Speaker }): ReactNode {
  const words = speaker.words(PANEL_WORDS).compare;
  // a firm that got new terms can fail again
  const when = new Map<string, string[]>();
  for (const { tick, phases } of run.frames.slice(0, Math.max(0, until + 1)))
    for (const { events } of phases)
      for (const { type, actor } of events) if (type === 'default' && actor !== undefined) when.set(actor, [...(when.get(actor) ?? []), speaker.format.date(tick)]);
  const fallen = [...when].map(([actor, [first, ...again]]) => words.fell(speaker.party(actor), [first!, ...again.map(words.again)].join(speaker.words(PANEL_WORDS).comma)));
  return (
    <div>
      <h3>{title}</h3>
      <p className={fallen.length > 0 ? 'trouble' : undefined}>{fallen.length === 0 ? words.noDefaultsIn : words.defaultsIn(fallen.join(speaker.words(PANEL_WORDS).comma))}</p>
    </div>
  );
}
