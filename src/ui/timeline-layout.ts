/**
 * Where things stand on the timeline: a bar a month, marks above it that never come closer than twelve pixels, labels
 * that never touch, years below. Pixels; x from the left of the track.
 */
import type { EventMark } from '../playback/events.ts';
import type { MonthSummary } from '../playback/summary.ts';
import type { EventType } from '../model/decision.ts';
import { calendar, type Tick } from '../model/units.ts';

export interface Track {
  readonly width: number;
  readonly months: number;
}

/** Left edge of a month's slot. */
export function slotX(track: Track, tick: Tick): number {
  return (track.width * tick) / Math.max(1, track.months);
}
export function middleX(track: Track, tick: Tick): number {
  return slotX(track, tick + 0.5);
}
/** The month under a point, kept inside the run. */
export function tickAt(track: Track, x: number): Tick {
  return Math.max(0, Math.min(track.months - 1, Math.floor((x / Math.max(1, track.width)) * track.months)));
}

/** The histogram as one outline: bars with a gap where there is room for one. */
export function barsPath(track: Track, months: readonly MonthSummary[], height: number): string {
  const tallest = Math.max(1, ...months.map((month) => month.drawn));
  const slot = track.width / Math.max(1, track.months);
  const gap = slot >= 6 ? Math.min(3, slot * 0.2) : 0;
  const round = (value: number): string => String(Math.round(value * 10) / 10);
  let path = '';
  for (const month of months) {
    const tall = Math.max(1.5, (month.drawn / tallest) * height);
    const x = slotX(track, month.tick) + gap / 2;
    path += `M${round(x)} ${round(height)}v${round(-tall)}h${round(Math.max(0.5, slot - gap))}v${round(tall)}z`;
  }
  return path;
}

export interface Cluster {
  readonly x: number;
  /** The month a press leads to: that of the weightiest mark. */
  readonly tick: Tick;
  readonly type: EventType;
  readonly weight: number;
  readonly marks: readonly EventMark[];
}

export const CLUSTER_GAP = 12;

/** Marks from some weight on, joined where they would come closer than twelve pixels; the weightiest gives the shape. */
export function clusters(track: Track, marks: readonly EventMark[], least: number, gap = CLUSTER_GAP): Cluster[] {
  const found: { first: number; last: number; marks: EventMark[] }[] = [];
  for (const mark of marks) {
    if (mark.weight < least) continue;
    const x = middleX(track, mark.tick);
    const open = found.at(-1);
    // the next one keeps its distance from where this cluster will be drawn, which is never beyond its last mark
    if (open !== undefined && (x - open.first < gap || x === open.last)) {
      open.marks.push(mark);
      open.last = x;
    } else found.push({ first: x, last: x, marks: [mark] });
  }
  return found.map(({ first, marks: own }) => {
    const top = own.reduce((best, mark) => (mark.weight > best.weight ? mark : best));
    return { x: first, tick: top.tick, type: top.type, weight: top.weight, marks: own };
  });
}

export interface PlacedLabel {
  readonly x: number;
  readonly text: string;
  readonly tick: Tick;
}

/** Labels of the weightiest clusters, centred under them as far as they fit: of each the first of its texts that touches no other; if all do, none. */
export function labelsFor(track: Track, found: readonly Cluster[], textsOf: (cluster: Cluster) => readonly string[], measure: (text: string) => number, gap = 8): PlacedLabel[] {
  const taken: { from: number; to: number }[] = [];
  const placed: PlacedLabel[] = [];
  for (const cluster of [...found].sort((a, b) => b.weight - a.weight || a.x - b.x)) {
    for (const text of textsOf(cluster)) {
      const half = measure(text) / 2;
      const x = Math.max(half, Math.min(track.width - half, cluster.x));
      const [from, to] = [x - half - gap / 2, x + half + gap / 2];
      if (half * 2 > track.width || taken.some((other) => from < other.to && other.from < to)) continue;
      taken.push({ from, to });
      placed.push({ x, text, tick: cluster.tick });
      break;
    }
  }
  return placed.sort((a, b) => a.x - b.x);
}

/** Januaries, thinned out so that they keep a distance; the first month says its year in any case. */
export function years(track: Track, opens: { readonly year: number; readonly month: number } | undefined, least = 44): { readonly x: number; readonly year: number }[] {
  const found: { x: number; year: number }[] = [];
  for (let tick = 0; tick < track.months; tick++) {
    const { year, month } = calendar(tick, opens);
    if (month !== 1 && tick !== 0) continue;
    const x = slotX(track, tick);
    if (x > track.width - least * 0.8) break;
    if (found.length === 0 || x - found.at(-1)!.x >= least) found.push({ x, year });
  }
  return found;
}
