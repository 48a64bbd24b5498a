/** Both histories in one chart a figure, on one scale; charts in which they never differ are left out. */
import { useMemo, type ReactNode } from 'react';
import type { Run } from '../../model/frame.ts';
import { MICRO, type Tick } from '../../model/units.ts';
import { measureSeries } from '../../playback/index.ts';
import { PANEL_WORDS } from '../../words/panels.ts';
import type { Speaker } from '../../words/speaker.ts';
import { chartFigure, type Chart, type ChartUnit } from './chart-list.ts';
import { Plot } from './plot.tsx';
import type { SideNames } from './side-names.ts';

const COMPARED: readonly { readonly path: string; readonly id: Chart['id']; readonly unit: ChartUnit; readonly divide?: number }[] = [
  { path: 'vendor.revenue', id: 'orders', unit: 'dollars' },
  { path: 'ai.endCustomerSpending', id: 'demand', unit: 'dollars' },
  { path: 'circularity.traced', id: 'circularity', unit: 'share' },
  { path: 'outsideCoverage', id: 'coverage', unit: 'times' },
  { path: 'usedToNew', id: 'usedPrice', unit: 'share' },
  { path: 'computePrice', id: 'compute', unit: 'price', divide: MICRO },
  { path: 'minsky.ponzi', id: 'minsky', unit: 'share' },
  { path: 'creditSpread', id: 'credit', unit: 'share' },
  { path: 'clearingShortfall.dollars', id: 'shortfall', unit: 'dollars' },
];

export function CompareCharts({ a, b, tick, offset, names, speaker, seek }: { readonly a: Run; readonly b: Run; readonly tick: Tick; readonly offset: number; readonly names: SideNames; readonly speaker: Speaker; readonly seek?: (tick: number) => void }): ReactNode {
  const all = speaker.words(PANEL_WORDS);
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
                  {words.difference} <b>{chart.unit === 'share' ? speaker.format.points(theirs - ours) : chartFigure(chart.unit, theirs - ours, speaker)}</b>
                </li>
              )}
            </ul>
          </figure>
        );
      })}
    </div>
  );
}
