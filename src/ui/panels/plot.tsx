/**
 * One chart on a canvas (uPlot): lines or stacked areas over months. The month being looked at is a line across it and
 * what lies beyond is veiled; pointing at one chart points at all of them; a click goes to that month.
 */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { Scenario } from '../../model/scenario.ts';
import { calendar, EPOCH, MONTHS_A_YEAR } from '../../model/units.ts';
import type { Speaker } from '../../words/speaker.ts';
import { chartFigure, type Chart, type ChartUnit, type Series } from './chart-list.ts';

/** Dashes by style, so that lines are told apart without colour; the first is solid. */
export const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 3], [10, 3, 2, 3], [4, 4], [1, 4], [12, 4], [6, 2, 2, 2, 2, 2]];
const SYNC = 'months';

export interface Look {
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly panel: string;
  readonly font: string;
  readonly size: number;
  readonly series: readonly string[];
}

export function lookOf(element: Element): Look {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    ink: token('--ink'), muted: token('--muted'), line: token('--line'), panel: token('--panel'), font: style.fontFamily, size: Math.min(18, parseFloat(style.fontSize) * 0.82),
    series: Array.from({ length: 8 }, (_, index) => token(`--series-${index + 1}`)),
  };
}

/** Counts up whenever the page changes its theme or language, so that canvases are painted anew. */
export function useLook(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const observer = new MutationObserver(() => setChanges((count) => count + 1));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme', 'lang', 'style', 'class'] });
    return () => observer.disconnect();
  }, []);
  return changes;
}

/** Values as they are drawn: heaped where areas stand on each other. */
export function drawnValues(chart: Chart): (number | null)[][] {
  if (chart.stacked !== true) return chart.series.map((series) => series.values.slice());
  const heap: number[] = [];
  return chart.series.map((series) => series.values.map((value, at) => {
    if (value === null) return null;
    heap[at] = (heap[at] ?? 0) + Math.max(0, value);
    return heap[at];
  }));
}

export interface PlotProps {
  readonly chart: Chart;
  readonly tick: number;
  readonly horizon: number;
  readonly height: number;
  readonly label: string;
  readonly speaker: Speaker;
  readonly seek?: (tick: number) => void;
  /** Told which month is pointed at; null when none is. */
  readonly point?: (tick: number | null) => void;
}

export function Plot({ chart, tick, horizon, height, label, speaker, seek, point }: PlotProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const now = useRef(tick);
  const led = useRef({ seek, point });
  const look = useLook();
  const shape = useMemo(() => `${chart.id}/${chart.series.map((series) => series.key).join('/')}`, [chart]);
  const data = useMemo(() => [Array.from({ length: chart.series[0]?.values.length ?? 0 }, (_, at) => at), ...drawnValues(chart)] as uPlot.AlignedData, [chart]);
  const latest = useRef({ chart, data });
  latest.current = { chart, data };
  led.current = { seek, point };

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const root = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const options = optionsOf(latest.current.chart, { width: Math.max(160, element.clientWidth), height: Math.round(height * root), horizon, look: lookOf(element), speaker, now, led });
    const made = new uPlot(options, latest.current.data, element);
    made.root.setAttribute('aria-hidden', 'true');
    plot.current = made;
    const resized = new ResizeObserver(() => made.setSize({ width: Math.max(160, element.clientWidth), height: Math.round(height * root) }));
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [shape, height, horizon, look, speaker]);

  useEffect(() => plot.current?.setData(data), [data]);
  useEffect(() => {
    now.current = tick;
    plot.current?.redraw(false, false);
  }, [tick]);

  return <div ref={frame} className="plot" role="img" aria-label={label} />;
}

interface Making {
  readonly width: number;
  readonly height: number;
  readonly horizon: number;
  readonly look: Look;
  readonly speaker: Speaker;
  readonly now: { readonly current: number };
  readonly led: { readonly current: Pick<PlotProps, 'seek' | 'point'> };
}

function optionsOf(chart: Chart, { width, height, horizon, look, speaker, now, led }: Making): uPlot.Options {
  const axis = (unit: ChartUnit, scale: string, side: 1 | 3): uPlot.Axis => figureAxis(unit, scale, side, look, speaker);
  const right = chart.series.some((series) => series.right === true);
  return {
    width, height,
    padding: [8, right ? 0 : 8, 0, 0],
    legend: { show: false },
    cursor: { sync: { key: SYNC }, y: false, drag: { x: false, y: false }, points: { show: false }, bind: {} },
    scales: { x: { time: false, range: () => [0, Math.max(1, horizon - 1)] }, y: { range: (_, least, most) => room(least, most, chart.unit) }, ...(right ? { right: { range: (_u: uPlot, least: number, most: number) => room(least, most, chart.rightUnit ?? chart.unit) } } : {}) },
    axes: [yearAxis(horizon, width, look, speaker.scenario.opens), axis(chart.unit, 'y', 3), ...(right ? [axis(chart.rightUnit ?? chart.unit, 'right', 1)] : [])],
    series: [{}, ...chart.series.map((series, index) => seriesOptions(series, index, chart, look))],
    bands: bandsOf(chart, look),
    hooks: {
      draw: [(self) => drawNow(self, now.current, look)],
      setCursor: [(self) => led.current.point?.(self.cursor.idx ?? null)],
      ready: [(self) => self.over.addEventListener('click', () => { if (typeof self.cursor.idx === 'number') led.current.seek?.(self.cursor.idx); })],
    },
  };
}

/** What stands at the lines of an axis: nothing where whole things are counted in parts, and beside a flat line just its naught. */
export function axisTexts(splits: readonly number[], unit: ChartUnit, speaker: Speaker): string[] {
  const whole = unit === 'dollars' || unit === 'count';
  const flat = whole && splits.every((value) => Math.abs(value) <= 1);
  return splits.map((value) => ((whole && !Number.isInteger(value)) || (flat && value !== 0) ? '' : chartFigure(unit, value, speaker)));
}

/** Figures in their unit, on the left (3) or the right (1). */
export function figureAxis(unit: ChartUnit, scale: string, side: 1 | 3, look: Look, speaker: Speaker): uPlot.Axis {
  const font = `${look.size}px ${look.font}`;
  return {
    scale, side, font, stroke: look.muted, gap: 4, space: 26,
    size: (self, values) => widest(self, values ?? [], font) + 8,
    grid: side === 3 ? { stroke: look.line, width: 1 } : { show: false },
    ticks: { show: false },
    values: (_, splits) => axisTexts(splits, unit, speaker),
  };
}

/** Months by the years of the calendar that the scenario is set in. */
export function yearAxis(horizon: number, width: number, look: Look, opens: Scenario['opens'] = EPOCH): uPlot.Axis {
  return {
    font: `${look.size}px ${look.font}`, stroke: look.muted, size: 22, gap: 4, grid: { show: false }, ticks: { stroke: look.line, size: 4 },
    splits: () => januaries(horizon, width, opens.month),
    values: (_, splits) => splits.map((at) => String(calendar(at, opens).year)),
  };
}

function seriesOptions(series: Series, index: number, chart: Chart, look: Look): uPlot.Series {
  const colour = look.series[(series.style - 1) % 8]!;
  const bound = chart.band === true && index < 2;
  return {
    scale: series.right === true ? 'right' : 'y',
    stroke: series.reference === true ? look.muted : chart.stacked === true ? look.panel : bound ? 'transparent' : colour,
    width: chart.stacked === true ? 1 : series.reference === true ? 1.2 : 2,
    dash: series.reference === true ? [3, 3] : chart.stacked === true ? [] : [...DASHES[(series.style - 1) % DASHES.length]!],
    points: { show: false },
    spanGaps: false,
    ...(chart.stacked === true && index === 0 ? { fill: colour } : {}),
  };
}

/** Areas between one heap and the one below it, or between the two bounds. */
function bandsOf(chart: Chart, look: Look): uPlot.Band[] {
  if (chart.band === true) return [{ series: [2, 1], fill: `color-mix(in srgb, ${look.series[2]!} 22%, transparent)` }];
  if (chart.stacked !== true) return [];
  return chart.series.slice(1).map((series, index) => ({ series: [index + 2, index + 1] as [number, number], fill: look.series[(series.style - 1) % 8]! }));
}

/** A line at the month looked at, and a veil over the months after it. */
function drawNow(self: uPlot, tick: number, look: Look): void {
  const { left, top, width, height } = self.bbox;
  const x = Math.round(self.valToPos(tick, 'x', true));
  const { ctx } = self;
  ctx.save();
  ctx.globalAlpha = 0.62;
  ctx.fillStyle = look.panel;
  ctx.fillRect(x, top, left + width - x, height);
  ctx.globalAlpha = 1;
  ctx.strokeStyle = look.ink;
  ctx.lineWidth = Math.max(1, devicePixelRatio);
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(x, top);
  ctx.lineTo(x, top + height);
  ctx.stroke();
  ctx.restore();
}

/** Room that the longest of these labels takes, in CSS pixels. */
function widest(self: uPlot, labels: readonly string[], font: string): number {
  const { ctx } = self;
  ctx.save();
  ctx.font = font;
  const width = labels.reduce((most, label) => Math.max(most, ctx.measureText(label).width), 0);
  ctx.restore();
  return Math.ceil(width);
}

/** Januaries worth a label: all of them, or every second or fifth year where they would touch. */
function januaries(horizon: number, width: number, opening: number): number[] {
  const first = (MONTHS_A_YEAR - (opening - 1)) % MONTHS_A_YEAR;
  const years = Math.ceil((horizon - first) / MONTHS_A_YEAR);
  const step = [1, 2, 5, 10, 20, 50].find((each) => years / each <= width / 48) ?? 100;
  const found: number[] = [];
  for (let at = first; at < Math.max(2, horizon); at += MONTHS_A_YEAR * step) found.push(at);
  return found;
}

/** Shares and covers start at zero, so that a small change does not look like a large one. */
export function room(least: number, most: number, unit: ChartUnit): [number, number] {
  if (!Number.isFinite(least) || !Number.isFinite(most)) return [0, 1];
  const low = Math.min(0, least);
  const high = Math.max(most, low + (unit === 'dollars' || unit === 'count' || unit === 'number' ? 1 : 0.01));
  return [low, high + (high - low) * 0.06];
}
