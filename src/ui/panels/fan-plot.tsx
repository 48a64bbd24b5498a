/** The fan of many histories on a canvas (uPlot): thin paths, two bands, the median, and the history on the page; the path pointed at stands out. */
import { useEffect, useRef, type ReactNode } from 'react';
import uPlot from 'uplot';
import type { Speaker } from '../../words/speaker.ts';
import { nearestPath, type Fan, type Path } from './fan-data.ts';
import { figureAxis, lookOf, room, useLook, yearAxis, type Look } from './plot.tsx';

/** Paths drawn; more would be a stain. All can be pointed at. */
const MOST_DRAWN = 250;
/** CSS pixels from the pointer to a path that is still pointed at. */
const REACH = 20;
const SVG = 'http://www.w3.org/2000/svg';

export interface FanPlotProps {
  readonly fan: Fan;
  readonly height: number;
  readonly label: string;
  readonly speaker: Speaker;
  /** Told which path is pointed at, and in which month. */
  readonly point: (path: Path | null, tick: number) => void;
  readonly open?: (seed: string) => void;
}

export function FanPlot({ fan, height, label, speaker, point, open }: FanPlotProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null);
  const plot = useRef<uPlot | null>(null);
  const latest = useRef({ fan, point, open });
  latest.current = { fan, point, open };
  const look = useLook();
  const shape = `${fan.series}/${fan.ticks}`;

  useEffect(() => {
    const element = frame.current;
    if (element === null) return;
    const root = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const size = (): { width: number; height: number } => ({ width: Math.max(160, element.clientWidth), height: Math.round(height * root) });
    const made = new uPlot(optionsOf(size(), latest, lookOf(element), speaker), dataOf(latest.current.fan), element);
    made.root.setAttribute('aria-hidden', 'true');
    plot.current = made;
    const resized = new ResizeObserver(() => made.setSize(size()));
    resized.observe(element);
    return () => {
      resized.disconnect();
      made.destroy();
      plot.current = null;
    };
  }, [shape, height, look, speaker]);

  useEffect(() => plot.current?.setData(dataOf(fan)), [fan]);

  return <div ref={frame} className="plot" role="img" aria-label={label} />;
}

/** The quantiles from the highest down, then the history on the page. */
function dataOf(fan: Fan): uPlot.AlignedData {
  const whole = (values: readonly (number | null)[]): (number | null)[] => Array.from({ length: fan.ticks }, (_, tick) => values[tick] ?? null);
  return [Array.from({ length: fan.ticks }, (_, tick) => tick), ...[...fan.quantiles].reverse().map(whole), whole(fan.own)] as uPlot.AlignedData;
}

type Latest = { readonly current: { readonly fan: Fan; readonly point: FanPlotProps['point']; readonly open: FanPlotProps['open'] } };

function optionsOf(size: { readonly width: number; readonly height: number }, latest: Latest, look: Look, speaker: Speaker): uPlot.Options {
  const { unit, ticks } = latest.current.fan;
  const colour = look.series[2]!;
  const none: uPlot.Series = { stroke: 'transparent', width: 1, points: { show: false }, spanGaps: false };
  const shade = (share: number): string => `color-mix(in srgb, ${colour} ${share}%, transparent)`;
  let pointed: Path | null = null;
  let line: SVGPolylineElement | null = null;
  const pointAt = (self: uPlot): void => {
    const { idx, top } = self.cursor;
    const { fan, point } = latest.current;
    pointed = typeof idx !== 'number' || top === undefined || top < 0 ? null : nearestPath(fan, idx, top, (value) => self.valToPos(value, 'y'), REACH);
    line?.setAttribute('points', pointed === null ? '' : pointed.values.flatMap((value, tick) => (value === null ? [] : [`${self.valToPos(tick, 'x')},${self.valToPos(value, 'y')}`])).join(' '));
    self.over.style.cursor = pointed === null || latest.current.open === undefined ? 'default' : 'pointer';
    point(pointed, idx ?? 0);
  };
  return {
    ...size,
    padding: [8, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: false, range: () => [0, Math.max(1, ticks - 1)] }, y: { range: () => room(latest.current.fan.least, latest.current.fan.most, unit) } },
    axes: [yearAxis(ticks, size.width, look, speaker.scenario.opens), figureAxis(unit, 'y', 3, look, speaker)],
    series: [{}, none, none, { ...none, stroke: colour, width: 2.5 }, none, none, { ...none, stroke: look.ink, width: 2, dash: [6, 3] }],
    bands: [
      { series: [1, 5], fill: shade(26) },
      { series: [2, 4], fill: shade(42) },
    ],
    hooks: {
      drawAxes: [(self) => drawPaths(self, latest.current.fan.paths, look)],
      setCursor: [pointAt],
      ready: [
        (self) => {
          const layer = document.createElementNS(SVG, 'svg');
          layer.setAttribute('class', 'fan-pointed');
          line = document.createElementNS(SVG, 'polyline');
          layer.append(line);
          self.over.append(layer);
          self.over.addEventListener('click', () => {
            if (pointed !== null) latest.current.open?.(pointed.seed);
          });
        },
      ],
    },
  };
}

/** Every path, or evenly chosen ones of many, the fainter the more there are. */
function drawPaths(self: uPlot, paths: readonly Path[], look: Look): void {
  const { ctx } = self;
  const { left, top, width, height } = self.bbox;
  const step = Math.max(1, paths.length / MOST_DRAWN);
  ctx.save();
  ctx.beginPath();
  ctx.rect(left, top, width, height);
  ctx.clip();
  ctx.strokeStyle = look.muted;
  ctx.globalAlpha = Math.min(0.6, Math.max(0.12, 6 / Math.max(1, paths.length)));
  ctx.lineWidth = devicePixelRatio * 0.8;
  for (let at = 0; at < paths.length; at += step) {
    const { values } = paths[Math.floor(at)]!;
    ctx.beginPath();
    let drawing = false;
    for (let tick = 0; tick < values.length; tick++) {
      const value = values[tick];
      if (value === null || value === undefined) {
        drawing = false;
        continue;
      }
      const [x, y] = [self.valToPos(tick, 'x', true), self.valToPos(value, 'y', true)];
      if (drawing) ctx.lineTo(x, y);
      else ctx.moveTo(x, y);
      drawing = true;
    }
    ctx.stroke();
  }
  ctx.restore();
}
