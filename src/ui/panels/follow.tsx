/**
 * Follow a dollar: one payment on its way round the loop. How often it has been somebody's revenue, what part came home,
 * who holds it now to the dollar, and the payments that carried it this month, each of which can be shown on the stage.
 */
import { useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Step, Trail, TrailMonth } from '../../explain/follow.ts';
import type { Flow } from '../../model/flow.ts';
import { laneKey, type LaneKind } from '../../playback/lane-book.ts';
import { describeExplainProblem, EXPLAIN_WORDS } from '../../words/explain.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import { Glossed } from '../glossed.tsx';
import { Amount } from './figure.tsx';
import { flowsOf, paymentsOf } from './month.ts';
import type { PanelLinks, PanelProps, PanelSubject } from './props.ts';
import { useTrail } from './reading.ts';
import { LaneGlyph } from './shapes.tsx';
import { monthAt, trailFigures } from './trail-figures.ts';

export type FollowProps = PanelProps & PanelLinks & Pick<PanelSubject, 'flow' | 'until'>;

/** Payments of the month that can be picked, and steps that are shown. */
const OFFERED = 12;
const STEPS = 14;

export function Follow({ run, scene, speaker, select, follow, stage, flow = null, until }: FollowProps): ReactNode {
  const words = speaker.words(PANEL_WORDS).follow;
  const [picked, setPicked] = useState<{ readonly flow: string; readonly over: string | null } | null>(null);
  const first = useMemo(() => firstTrancheAtHand(run)?.id ?? null, [run, run.length]);
  const asked = (picked !== null && picked.over === flow ? picked.flow : flow) ?? first;
  // its way is lit on the stage from now on
  useEffect(() => {
    if (asked !== null && asked !== flow) follow?.(asked);
  }, [asked, flow, follow]);
  // the whole trail, not only up to the month looked at: going back must not forget where the money went
  const trail = useTrail(run, asked, Math.min(run.length, (until ?? Infinity) + 1));
  const now = trail?.ok === true ? monthAt(trail.trail, scene.frame.tick) : null;
  return (
    <div className="panel follow">
      <div className="panel-switches">
        <label className="picker">
          <span className="quiet">{words.payment}</span>
          <select className="small-button" value={asked ?? ''} onChange={(change) => setPicked({ flow: change.target.value, over: flow })}>
            {asked === null && <option value="">–</option>}
            {offers(trail?.ok === true ? trail.trail.flow : null, flowsOf(scene)).map((each) => (
              <option key={each.id} value={each.id}>
                {`${speaker.format.date(Number.parseInt(each.id, 10))} · ${speaker.party(each.from)} → ${speaker.party(each.to)} · ${speaker.format.dollars(each.amount)} · ${speaker.vocabulary.purpose[each.purpose]}`}
              </option>
            ))}
          </select>
        </label>
        {trail?.ok === true && stage !== undefined && (
          <button type="button" className="small-button" onClick={stage}>
            {words.onStage}
          </button>
        )}
      </div>
      {trail === null && <p className="hint">{words.pick}</p>}
      {trail?.ok === false && <p className="hint">{describeExplainProblem(trail.problem, speaker.language)}</p>}
      {trail?.ok === true && now !== null && <Told trail={trail.trail} now={now} speaker={speaker} select={select} />}
      {trail?.ok === true && now === null && <p className="hint">{speaker.words(EXPLAIN_WORDS).follow.title(speaker.format.dollars(trail.trail.flow.amount), speaker.party(trail.trail.flow.from), speaker.party(trail.trail.flow.to), speaker.format.date(trail.trail.tick))}</p>}
      <p className="quiet"><Glossed>{words.method}</Glossed></p>
    </div>
  );
}

function firstTrancheAtHand(run: PanelProps['run']): Flow | null {
  for (let tick = 0; tick < run.length; tick++)
    for (const { flows } of run.peek(tick)?.phases ?? []) for (const flow of flows) if (flow.purpose === 'vendorShareIssue' && flow.dye !== undefined) return flow;
  return null;
}

function offers(followed: Flow | null, flows: readonly Flow[]): readonly Flow[] {
  const cash = flows.filter((flow) => flow.dye !== undefined && flow.purpose !== 'coreSales');
  const largest = paymentsOf(cash).slice(0, OFFERED).map((payment) => payment.largest);
  return followed === null || largest.some((flow) => flow.id === followed.id) ? largest : [followed, ...largest];
}

function Told({ trail, now, speaker, select }: Pick<FollowProps, 'speaker' | 'select'> & { readonly trail: Trail; readonly now: TrailMonth }): ReactNode {
  const words = speaker.words(PANEL_WORDS).follow;
  const { follow } = speaker.words(EXPLAIN_WORDS);
  const { flow, home } = trail;
  const { format } = speaker;
  const figures = trailFigures(trail, now, speaker);
  return (
    <>
      <h3 className="why-title">{follow.title(format.dollars(flow.amount), speaker.party(flow.from), speaker.party(flow.to), format.date(trail.tick))}</h3>
      <div className="counters">
        <Counter figure={figures.times} name={words.times} meaning={words.timesMeaning} />
        <Counter figure={figures.home} name={words.home} meaning={words.homeMeaning(speaker.party(home))} />
        <Counter figure={figures.away} name={words.away} meaning={words.awayMeaning} />
      </div>
      <div className="compare-pair panel-part">
        <Holders title={follow.now(format.date(now.tick))} amounts={now.held} returned={now.returned} whole={flow.amount} speaker={speaker} select={select} exact />
        <Holders title={follow.revenueOf} amounts={now.revenue} returned={{}} whole={Math.max(flow.amount, ...Object.values(now.revenue))} speaker={speaker} select={select} />
      </div>
      <section className="panel-part" aria-label={follow.path}>
        <h3>
          {follow.path} · {format.dateMonth(now.tick)}
        </h3>
        <Steps steps={now.steps} speaker={speaker} select={select} />
      </section>
    </>
  );
}

function Counter({ figure, name, meaning }: { readonly figure: string; readonly name: string; readonly meaning: string }): ReactNode {
  return (
    <div className="counter">
      <p>
        <b>{figure}</b> {name}
      </p>
      <p className="quiet"><Glossed>{meaning}</Glossed></p>
    </div>
  );
}

function Holders({ title, amounts, returned, whole, speaker, select, exact = false }: Pick<FollowProps, 'speaker' | 'select'> & { readonly title: string; readonly amounts: TrailMonth['held']; readonly returned: TrailMonth['held']; readonly whole: number; readonly exact?: boolean }): ReactNode {
  const words = speaker.words(PANEL_WORDS).follow;
  const rows = Object.entries(amounts).filter(([, amount]) => amount > 0).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const sum = rows.reduce((total, [, amount]) => total + amount, 0);
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="holders">
        {rows.map(([party, amount]) => (
          <li key={party}>
            <button type="button" className="link" onClick={() => select({ kind: 'actor', id: party })}>
              {speaker.party(party)}
            </button>
            <span className="holder-bar" aria-hidden="true">
              <i style={{ width: `${(100 * amount) / whole}%` }} />
              {(returned[party] ?? 0) > 0 && <i className="home" style={{ width: `${(100 * returned[party]!) / whole}%` }} />}
            </span>
            <span className="figure" title={(returned[party] ?? 0) > 0 ? `${speaker.format.dollarsExact(returned[party]!)} ${words.beenHome}` : speaker.format.dollarsExact(amount)}>
              {speaker.format.dollars(amount)}
            </span>
          </li>
        ))}
      </ul>
      {exact && <p className="quiet">{words.sum(speaker.format.dollarsExact(sum))}</p>}
    </section>
  );
}

function Steps({ steps, speaker, select }: Pick<FollowProps, 'speaker' | 'select'> & { readonly steps: readonly Step[] }): ReactNode {
  const words = speaker.words(PANEL_WORDS);
  const { follow } = speaker.words(EXPLAIN_WORDS);
  const lanes = new Map<string, { readonly step: Step; dollars: number }>();
  for (const step of steps) {
    const key = `${step.from}/${step.purpose}/${step.to}`;
    const known = lanes.get(key);
    if (known === undefined) lanes.set(key, { step, dollars: step.dollars });
    else known.dollars += step.dollars;
  }
  const rows = [...lanes.values()].sort((a, b) => b.dollars - a.dollars);
  if (rows.length === 0) return <p className="quiet">{words.follow.nothing}</p>;
  return (
    <>
      <ul className="lines">
        {rows.slice(0, STEPS).map(({ step, dollars }) => (
          <li key={`${step.from}/${step.purpose}/${step.to}`}>
            <button type="button" className="line-button" onClick={() => select({ kind: 'lane', key: laneKey(step.from, step.lane as LaneKind, step.to) })}>
              <LaneGlyph kind={step.lane as LaneKind} />
              <span>
                {words.inspector.pays(speaker.party(step.from), speaker.party(step.to))}
                <span className="quiet"> {speaker.vocabulary.purpose[step.purpose]}</span>
              </span>
              <Amount amount={dollars} speaker={speaker} />
            </button>
          </li>
        ))}
      </ul>
      {rows.length > STEPS && <p className="quiet">{follow.more(rows.length - STEPS)}</p>}
    </>
  );
}
