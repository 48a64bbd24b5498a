/**
 * Two histories side by side: what was changed, where they part, the first decision that differs with what each side
 * saw, who stands otherwise now, who bears the extra losses, and the main figures of both through time.
 */
import { useMemo, type ReactNode } from 'react';
import type { Change, Run } from '../../model/frame.ts';
import { BY_TICK, changesInForce, extraLosses, firstDivergentDecision, measureSeries, partyDifferences, whereTheyPart, type Alignment, type DecisionDifference, type ExtraLoss } from '../../playback/index.ts';
import { panelWords } from '../../words/panels.ts';
import { inputFigure, inputName, ruleSentence } from '../../words/rules.ts';
import { decisionSentence, eventSentence } from '../../words/sentences.ts';
import type { Speaker } from '../../words/speaker.ts';
import { isActorKind } from '../../model/party.ts';
import { MICRO, type Tick } from '../../model/units.ts';
import type { Chart, ChartUnit } from './chart-list.ts';
import { chartFigure } from './chart-list.ts';
import { hover } from './figures.ts';
import { Plot } from './plot.tsx';
import type { PanelLinks, PanelProps, PanelSubject, Select } from './props.ts';
import { useSlimRun } from './reading.ts';
import { signed } from './t-account.tsx';

export type CompareProps = PanelProps & Pick<PanelLinks, 'seek'> & Pick<PanelSubject, 'against'> & {
  /** By calendar month unless told otherwise. */
  readonly alignment?: Alignment;
};

/** Parties and holders shown; the rest is in the export. */
const SHOWN = 12;

/** A is the run that is shown, B the one it is set against. */
export function Compare({ run, scene, speaker, select, seek, against = null, alignment = BY_TICK }: CompareProps): ReactNode {
  const words = panelWords(speaker.language).compare;
  const a = useSlimRun(run, run.length);
  const b = useSlimRun(against, against?.length ?? 0);
  if (against === null || a === null || b === null) return <div className="panel compare"><p className="hint">{words.nothingYet}</p></div>;
  const rest = { speaker, select, ...(seek === undefined ? {} : { seek }) };
  const { tick } = scene.frame;
  // a what-if is set against what it changed, whichever of the two is on the stage
  if (isBranchOf(a, b) && !isBranchOf(b, a)) return <Both a={b} b={a} tick={tick + alignment.offset} alignment={{ ...alignment, offset: -alignment.offset }} names={{ a: words.a, b: words.b }} {...rest} />;
  const names = isBranchOf(b, a) ? { a: words.a, b: words.b } : { a: words.named('A', nameOf(a, speaker)), b: words.named('B', nameOf(b, speaker)) };
  return <Both a={a} b={b} tick={tick} alignment={alignment} names={names} {...rest} />;
}

/** Does the first stand on the same scenario and seed as the second, with changes of its own? */
function isBranchOf(branch: Run, run: Run): boolean {
  const [own, other] = [changesInForce(branch.header).length, changesInForce(run.header).length];
  return own > other && branch.header.seed === run.header.seed && branch.header.scenarioDigest === run.header.scenarioDigest;
}

function nameOf(run: Run, speaker: Speaker): string {
  return run.header.scenario.name[speaker.language];
}

/** What the two sides are called. */
interface Names {
  readonly a: string;
  readonly b: string;
}

interface BothProps {
  readonly a: Run;
  readonly b: Run;
  readonly tick: Tick;
  readonly alignment: Alignment;
  readonly names: Names;
  readonly speaker: Speaker;
  readonly select: Select;
  readonly seek?: (tick: number) => void;
}

function Both({ a, b, tick, alignment, names, speaker, select, seek }: BothProps): ReactNode {
  const words = panelWords(speaker.language).compare;
  const parting = useMemo(() => whereTheyPart(a, b), [a, b, a.frames.length, b.frames.length]);
  const first = useMemo(() => firstDivergentDecision(a, b, alignment), [a, b, alignment, a.frames.length, b.frames.length]);
  const [frame, other] = [a.frames[tick], b.frames[tick + alignment.offset]];
  const differences = frame === undefined || other === undefined ? [] : partyDifferences(frame.state, other.state).filter((each) => isActor(each.party, speaker)).slice(0, SHOWN);
  const losses = extraLosses(a, b, tick, alignment);
  const changes = changesInForce(b.header).flatMap((step) => step.changes);
  return (
    <div className="panel compare">
      <header className="panel-heading">
        <p className="panel-date">{speaker.format.dateTick(tick)}</p>
      </header>
      <p className="lead">{parting === null ? words.same : `${parting.tick > 0 ? `${words.samePast(speaker.format.date(parting.tick - 1))} ` : ''}${words.parts(speaker.format.date(parting.tick), speaker.vocabulary.phase[parting.phase])}`}</p>
      <p className="quiet">{alignment.event === null ? words.alignByMonth : `${words.alignedOn(eventNamed(a, alignment.event, speaker))} ${words.offset(alignment.offset)}`}</p>
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
        <h3>{words.charts}</h3>
        <Deltas a={a} b={b} tick={tick} offset={alignment.offset} names={names} speaker={speaker} {...(seek === undefined ? {} : { seek })} />
      </section>
      <section className="panel-part" aria-label={words.now}>
        <h3>{words.now}</h3>
        {differences.length === 0 ? (
          <p className="quiet">{words.same}</p>
        ) : (
          <div className="table-frame" tabIndex={0} role="group" aria-label={words.now}>
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
                      <td key={side}>{each.regions.map((region) => speaker.state(region.region, region[side] ?? '')).join(panelWords(speaker.language).comma)}</td>
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
        <Losses losses={losses} speaker={speaker} />
      </section>
    </div>
  );
}

/** Sectors only close the books; that they stand otherwise says nothing by itself. */
function isActor(id: string, speaker: Speaker): boolean {
  return speaker.scenario.parties.some((party) => party.id === id && isActorKind(party.kind));
}

function eventNamed(run: Run, key: string, speaker: Speaker): string {
  for (const frame of run.frames) for (const record of frame.phases) for (const event of record.events) if (event.key === key) return eventSentence(event, speaker);
  return key;
}

/** A change to a history, in words. */
export function changeSentence(change: Change, speaker: Speaker): string {
  const words = panelWords(speaker.language).compare.change;
  switch (change.kind) {
    case 'set':
      return words.set(change.path, speaker.format.number(change.value, Number.isInteger(change.value) ? 0 : 2));
    case 'hold':
      return words.hold(keyNamed(change.key, speaker));
    case 'removeContract':
      return words.removeContract(change.contract);
    case 'channelOff':
      return words.channelOff((speaker.vocabulary.channel as { readonly [channel: string]: string })[change.channel] ?? change.channel);
    case 'payInstead':
      return words.payInstead(keyNamed(change.obligation, speaker));
    case 'rescue':
      return words.rescue(speaker.party(change.actor));
  }
}

/** A key with the parties in it by name: `openai/commit/oracle` → `OpenAI / commit / Oracle`. */
function keyNamed(key: string, speaker: Speaker): string {
  const named: { readonly [word: string]: string } = { ...speaker.vocabulary.decision, ...speaker.vocabulary.obligation };
  return key.split('/').map((part) => (speaker.isParty(part) ? speaker.party(part) : Object.hasOwn(named, part) ? named[part]! : part)).join(' / ');
}

/** Who has defaulted by a month on one side. */
function Fates({ run, title, until, speaker }: { readonly run: Run; readonly title: string; readonly until: Tick; readonly speaker: Speaker }): ReactNode {
  const words = panelWords(speaker.language).compare;
  const fallen = run.frames.slice(0, Math.max(0, until + 1)).flatMap((frame) => frame.phases.flatMap((record) => record.events.filter((event) => event.type === 'default' && event.actor !== undefined).map((event) => `${speaker.party(event.actor!)} (${speaker.format.date(frame.tick)})`)));
  return (
    <div>
      <h3>{title}</h3>
      <p className={fallen.length > 0 ? 'trouble' : undefined}>{fallen.length === 0 ? words.noDefaultsIn : words.defaultsIn(fallen.join(panelWords(speaker.language).comma))}</p>
    </div>
  );
}

/** Amounts that both sides chose, but not the same; shown with every digit, since they may read alike. */
function differentParams({ a, b }: DecisionDifference): readonly { readonly name: string; readonly a: number | null; readonly b: number | null }[] {
  if (a === null || b === null) return [];
  const number = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return [...new Set([...Object.keys(a.params), ...Object.keys(b.params)])].map((name) => ({ name, a: number(a.params[name]), b: number(b.params[name]) })).filter((each) => each.a !== each.b);
}

function FirstDecision({ difference, names, speaker, select }: { readonly difference: DecisionDifference; readonly names: Names; readonly speaker: Speaker; readonly select: Select }): ReactNode {
  const words = panelWords(speaker.language).compare;
  const params = differentParams(difference);
  const exact = (value: number | null): string => (value === null ? '–' : speaker.format.number(value, Number.isInteger(value) ? 0 : 4));
  const show = (name: string, value: number | null): string => (value === null ? '–' : inputFigure(speaker, name, value));
  return (
    <>
      <p>
        {speaker.format.dateTick(difference.tick)} ·{' '}
        <button type="button" className="link" onClick={() => select({ kind: 'actor', id: difference.actor })}>
          {speaker.party(difference.actor)}
        </button>
      </p>
      <div className="compare-pair">
        {(['a', 'b'] as const).map((side) => {
          const decision = difference[side];
          return (
            <div key={side} className="card" data-tone="plain">
              <h3>{names[side]}</h3>
              {decision === null ? (
                <p className="quiet">{words.notTaken}</p>
              ) : (
                <>
                  <p className="card-title">{decisionSentence(decision, speaker)}</p>
                  <p className="card-why">{ruleSentence(decision.because, speaker)}</p>
                </>
              )}
            </div>
          );
        })}
      </div>
      {(difference.inputs.length > 0 || params.length > 0) && (
        <table className="plain-table">
          <caption className="hidden">{words.saw}</caption>
          <thead>
            <tr>
              <th scope="col">{words.saw}</th>
              <th scope="col">{names.a}</th>
              <th scope="col">{names.b}</th>
            </tr>
          </thead>
          <tbody>
            {params.map((param) => (
              <tr key={`param/${param.name}`}>
                <th scope="row">{inputName(speaker, param.name)}</th>
                <td>{exact(param.a)}</td>
                <td>{exact(param.b)}</td>
              </tr>
            ))}
            {difference.inputs.map((input) => (
              <tr key={input.name}>
                <th scope="row">{inputName(speaker, input.name)}</th>
                <td>{show(input.name, input.a)}</td>
                <td>{show(input.name, input.b)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Better ▲ + or worse ▼ −; `plain` where more is neither. */
function Delta({ amount, speaker, plain = false }: { readonly amount: number; readonly speaker: Speaker; readonly plain?: boolean }): ReactNode {
  const tone = plain || amount === 0 ? 'amount' : amount > 0 ? 'amount relief' : 'amount trouble';
  return (
    <td className={tone} title={hover(amount, speaker)}>
      {!plain && amount !== 0 && <span aria-hidden="true">{amount > 0 ? '▲ ' : '▼ '}</span>}
      {signed(amount, speaker)}
    </td>
  );
}

/** What was lost for good: claims written off and value lost in bankruptcy. Marks come and go with prices and are shown beside it. */
const lostForGood = ({ a, b }: ExtraLoss): number => b.credit - a.credit + b.deadweight - a.deadweight;

function Losses({ losses, speaker }: { readonly losses: readonly ExtraLoss[]; readonly speaker: Speaker }): ReactNode {
  const words = panelWords(speaker.language).compare;
  const hurt = losses.filter((loss) => lostForGood(loss) !== 0).sort((x, y) => lostForGood(y) - lostForGood(x) || (x.holder < y.holder ? -1 : 1));
  const shown = hurt.slice(0, SHOWN);
  const kinds = ['credit', 'deadweight', 'marks'] as const;
  const sum = hurt.reduce((total, loss) => total + lostForGood(loss), 0);
  if (hurt.length === 0) return <p className="quiet">{words.noExtraLosses}</p>;
  return (
    <div className="table-frame" tabIndex={0} role="group" aria-label={words.extraLosses}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            {kinds.map((kind) => (
              <th key={kind} scope="col" className="amount">
                {words[kind]}
              </th>
            ))}
            <th scope="col" className="amount">{words.extra}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((loss) => (
            <tr key={loss.holder}>
              <th scope="row">{speaker.party(loss.holder)}</th>
              {kinds.map((kind) => (
                <td key={kind} className="amount">
                  {speaker.format.dollars(loss.b[kind] - loss.a[kind])}
                </td>
              ))}
              <Delta amount={-lostForGood(loss)} speaker={speaker} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.sum}</th>
            {kinds.map((kind) => (
              <td key={kind} className="amount">
                {speaker.format.dollars(hurt.reduce((total, loss) => total + loss.b[kind] - loss.a[kind], 0))}
              </td>
            ))}
            <Delta amount={-sum} speaker={speaker} />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

const COMPARED: readonly { readonly path: string; readonly id: Chart['id']; readonly unit: ChartUnit; readonly divide?: number }[] = [
  { path: 'vendor.revenue', id: 'orders', unit: 'dollars' },
  { path: 'ai.endCustomerSpending', id: 'demand', unit: 'dollars' },
  { path: 'circularity.traced', id: 'circularity', unit: 'share' },
  { path: 'outsideCoverage', id: 'coverage', unit: 'times' },
  { path: 'usedToNew', id: 'usedPrice', unit: 'share' },
  { path: 'computePrice', id: 'compute', unit: 'price', divide: MICRO },
  { path: 'minsky.ponzi', id: 'minsky', unit: 'share' },
  { path: 'clearingShortfall.dollars', id: 'shortfall', unit: 'dollars' },
];

/** Both runs in one chart a figure, on one scale; charts in which they never differ are left out. */
function Deltas({ a, b, tick, offset, names, speaker, seek }: { readonly a: Run; readonly b: Run; readonly tick: Tick; readonly offset: number; readonly names: Names; readonly speaker: Speaker; readonly seek?: (tick: number) => void }): ReactNode {
  const all = panelWords(speaker.language);
  const words = all.compare;
  const charts = useMemo(() => COMPARED.map(({ path, id, unit, divide = 1 }): Chart => {
    const scaled = (values: (number | null)[]): (number | null)[] => values.map((value) => (value === null ? null : value / divide));
    const ours = scaled(measureSeries(a, path));
    const theirs = scaled(measureSeries(b, path));
    return {
      id, group: 'money', unit,
      series: [{ key: 'a', name: names.a, style: 8, values: ours }, { key: 'b', name: names.b, style: 2, values: ours.map((_, at) => theirs[at + offset] ?? null) }],
    };
  }), [a, b, offset, names.a, names.b, a.frames.length, b.frames.length]);
  const differing = charts.filter((chart) => chart.series[0]!.values.some((value, at) => value !== chart.series[1]!.values[at]));
  if (differing.length === 0) return <p className="quiet">{words.same}</p>;
  return (
    <div className="chart-grid">
      {differing.map((chart) => {
        const named = all.charts.chart[chart.id];
        const [ours, theirs] = [chart.series[0]!.values[tick] ?? null, chart.series[1]!.values[tick] ?? null];
        const title = chart.id === 'orders' ? named.series['revenue']! : chart.id === 'minsky' ? named.series['ponzi']! : chart.id === 'circularity' ? named.series['traced']! : chart.id === 'demand' ? named.series['spending']! : chart.id === 'compute' ? named.series['price']! : named.title;
        return (
          <figure key={chart.id} className="chart">
            <figcaption>
              <b>{title}</b>
            </figcaption>
            <Plot chart={chart} tick={tick} horizon={Math.max(a.header.horizon, a.frames.length)} height={104} label={title} speaker={speaker} {...(seek === undefined ? {} : { seek })} />
            <ul className="legend">
              {[ours, theirs].map((value, index) => (
                <li key={index}>
                  <i className="swatch" data-series={chart.series[index]!.style} aria-hidden="true" />
                  {chart.series[index]!.name} <b>{chartFigure(chart.unit, value, speaker)}</b>
                </li>
              ))}
              {ours !== null && theirs !== null && (
                <li>
                  {words.difference} <b>{chartFigure(chart.unit, theirs - ours, speaker)}</b>
                </li>
              )}
            </ul>
          </figure>
        );
      })}
    </div>
  );
}
