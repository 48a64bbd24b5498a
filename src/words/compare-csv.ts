/** Two histories as one table: every figure of every month that has one beside it, long, as plotting programs like it best. */
import type { Run } from '../model/frame.ts';
import type { Tick } from '../model/units.ts';
import { measureDeltas, measureSeries, type Alignment } from '../playback/compare.ts';
import { csvLine, CSV_MARK } from './csv.ts';

export interface ComparedFigure {
  /** A month of A; B's is the one beside it. */
  readonly tick: Tick;
  readonly measure: string;
  readonly a: number | null;
  readonly b: number | null;
}

/** Months of A that have one of B beside them. */
export function sharedMonths(a: Run, b: Run, { offset }: Alignment): Tick[] {
  return a.frames.map((frame) => frame.tick).filter((tick) => b.frames[tick + offset] !== undefined);
}

export function comparedFigures(a: Run, b: Run, alignment: Alignment): ComparedFigure[] {
  const { offset } = alignment;
  const shared = sharedMonths(a, b, alignment);
  if (shared.length === 0) return [];
  const paths = measureDeltas(a.frames[shared[0]!]!.measures, b.frames[shared[0]! + offset]!.measures).map((each) => each.path);
  return paths.flatMap((measure) => {
    const [ours, theirs] = [measureSeries(a, measure), measureSeries(b, measure)];
    return shared.map((tick) => ({ tick, measure, a: ours[tick] ?? null, b: theirs[tick + offset] ?? null }));
  });
}

export function compareCsv(a: Run, b: Run, alignment: Alignment): string {
  const lines = comparedFigures(a, b, alignment).map((point) => csvLine([point.tick, point.measure, point.a, point.b, point.a === null || point.b === null ? null : point.b - point.a]));
  return CSV_MARK + csvLine(['tick', 'measure', 'a', 'b', 'difference']) + lines.join('');
}
