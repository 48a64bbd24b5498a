/** All charts of a run over time, grouped by the question they answer, each with its meaning in a sentence and its figures as a table. */
import { memo, useMemo, useRef, useState, type ReactNode } from 'react';
import { toldBefore } from '../../words/glossary.ts';
import { headed } from '../../words/joined.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { Glossed } from '../glossed.tsx';
import { chartFigure, chartsOf, isEmpty, type Chart } from './chart-list.ts';
import { levelOf } from './contract-clocks.ts';
import { useHistory } from './history.ts';
import { DASHES, Plot } from './plot.tsx';
import type { PanelLinks, PanelProps, PanelSubject } from './props.ts';

const GROUPS = ['money', 'fragility', 'market', 'damage', 'actor'] as const;

/** Cover and runway are those of the selected actor. */
export type ChartsProps = PanelProps & Pick<PanelLinks, 'seek'> & Pick<PanelSubject, 'selection' | 'until'>;

export function Charts({ run, scene, speaker, selection, seek, until }: ChartsProps): ReactNode {
  const actor = selection?.kind === 'actor' && Object.hasOwn(scene.frame.measures.actors, selection.id) ? selection.id : null;
  const words = speaker.words(PANEL_WORDS).charts;
  const length = Math.min(run.length, (until ?? Infinity) + 1);
  const history = useHistory(run, length);
  const known = history.filter((measures) => measures !== null).length;
  const tested = actor !== null && Object.values(scene.after.loans).some((loan) => loan.borrower === actor && loan.covenant !== 'none');
  const covenant = tested ? levelOf('covenant.cover', scene.after, speaker) : null;
  const charts = useMemo(() => chartsOf(history, actor, covenant, speaker), [known, length, actor, covenant, speaker]); // history is filled in place
  const horizon = Math.max(run.header.horizon, run.length);
  return (
    <div className="panel charts">
      <header className="panel-heading">
        <p className="panel-date">{speaker.format.dateMonth(scene.frame.tick)}</p>
        {known < history.length && <p className="quiet" role="status">{words.reading(known, history.length)}</p>}
      </header>
      <p className="quiet">{known === 0 ? words.nothingYet : words.intro}</p>
      {GROUPS.map((group) => {
        const shown = charts.filter((chart) => chart.group === group && !isEmpty(chart));
        if (group === 'actor' && actor === null) return <p key={group} className="hint">{words.chooseActor}</p>;
        if (shown.length === 0) return null;
        const title = group === 'actor' ? words.group.actor(speaker.party(actor!)) : words.group[group];
        return (
          <section key={group} className="chart-group" aria-label={title}>
            <h3>{title}</h3>
            <div className="chart-grid">
              {shown.map((chart) => (
                <ChartFigure key={chart.id} chart={chart} tick={scene.frame.tick} horizon={horizon} speaker={speaker} {...(seek === undefined ? {} : { seek })} />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}

/** One chart with its title, its meaning, its legend with the figures pointed at, and its table. */
function ChartFigure({ chart, tick, horizon, speaker, seek }: { readonly chart: Chart; readonly tick: number; readonly horizon: number; readonly speaker: Speaker; readonly seek?: (tick: number) => void }): ReactNode {
  const words = speaker.words(PANEL_WORDS).charts;
  const { title, meaning } = words.chart[chart.id];
  const legend = useRef<HTMLUListElement>(null);
  const before = useMemo(() => toldBefore([title, meaning, ...chart.series.map(({ name }) => name)], speaker.language), [title, meaning, chart, speaker.language]);
  const unitOf = (index: number): Chart['unit'] => (chart.series[index]!.right === true ? chart.rightUnit! : chart.unit);
  // figures follow the pointer without drawing the page anew
  const point = (at: number | null): void => {
    const cells = legend.current?.querySelectorAll('b');
    cells?.forEach((cell, index) => {
      const series = chart.series[index];
      if (series !== undefined) cell.textContent = chartFigure(unitOf(index), series.values[at ?? tick], speaker);
    });
  };
  return (
    <figure className="chart">
      <figcaption>
        <b><Glossed>{title}</Glossed></b>
        <span className="quiet"><Glossed before={before[1]}>{meaning}</Glossed></span>
      </figcaption>
      <Plot chart={chart} tick={tick} horizon={horizon} height={118} label={headed(title, meaning, speaker.language)} speaker={speaker} point={point} {...(seek === undefined ? {} : { seek })} />
      <ul className="legend" ref={legend}>
        {chart.series.map((series, index) => (
          <li key={series.key}>
            <Sample series={index} chart={chart} /> <Glossed before={before[index + 2]}>{series.name}</Glossed> {series.right === true && words.right} <b>{chartFigure(unitOf(index), series.values[tick], speaker)}</b>
          </li>
        ))}
      </ul>
      <Figures chart={chart} speaker={speaker} title={title} />
    </figure>
  );
}

/** A short piece of the line, or a square of the area, as the chart draws it. */
function Sample({ chart, series }: { readonly chart: Chart; readonly series: number }): ReactNode {
  const { style, reference } = chart.series[series]!;
  if (chart.stacked === true || (chart.band === true && series < 2)) return <i className="swatch" data-series={chart.band === true ? 3 : style} aria-hidden="true" />;
  const dash = reference === true ? [3, 3] : DASHES[(style - 1) % DASHES.length]!;
  return (
    <svg className="sample" viewBox="0 0 22 8" aria-hidden="true">
      <path d="M0 4h22" stroke={reference === true ? 'var(--muted)' : `var(--series-${style})`} strokeWidth="2" strokeDasharray={dash.join(' ')} />
    </svg>
  );
}

/** The same figures for who cannot see a canvas; built when it is opened. */
const Figures = memo(function Figures({ chart, speaker, title }: { readonly chart: Chart; readonly speaker: Speaker; readonly title: string }): ReactNode {
  const words = speaker.words(PANEL_WORDS).charts;
  const [open, setOpen] = useState(false);
  const months = chart.series[0]?.values.length ?? 0;
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {words.table}
        <span className="hidden"> {title}</span>
      </summary>
      {open && (
        <div className="figures-frame" tabIndex={0} role="group" aria-label={title}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{words.month}</th>
                {chart.series.map((series) => (
                  <th key={series.key} scope="col">
                    {series.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: months }, (_, at) => (
                <tr key={at}>
                  <th scope="row">{speaker.format.date(at)}</th>
                  {chart.series.map((series) => (
                    <td key={series.key}>{chartFigure(series.right === true ? chart.rightUnit! : chart.unit, series.values[at], speaker)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
});
