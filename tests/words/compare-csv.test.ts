import { describe, expect, it } from 'vitest';
import { BY_TICK } from '../../src/playback/index.ts';
import { comparedFigures, compareCsv } from '../../src/words/compare-csv.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const a = syntheticRun({ ticks: 8 });
const b = syntheticRun({ ticks: 6, demand: { from: 3, level: 0.5 } });

describe('two histories as one table', () => {
  it('has a line for every figure of every month both have, with both sides and the difference', () => {
    const lines = compareCsv(a, b, BY_TICK).split('\r\n');
    expect(lines[0]).toBe('\ufefftick,measure,a,b,difference');
    const figures = comparedFigures(a, b, BY_TICK);
    expect(lines.length).toBe(figures.length + 2);
    expect(new Set(figures.map((figure) => figure.tick))).toEqual(new Set([0, 1, 2, 3, 4, 5]));
    const cells = lines.slice(1, -1).map((line) => line.split(','));
    for (const [, , ours, theirs, difference] of cells) if (difference !== '') expect(Number(theirs) - Number(ours) - Number(difference)).toBe(0);
    // the same to the figure until they part
    const differing = new Set(cells.filter((each) => Number(each[4]) !== 0).map((each) => Number(each[0])));
    expect([differing.size > 0, [...differing].some((tick) => tick < 3)]).toEqual([true, false]);
  });

  it('sets months side by side as they are lined up, and leaves a figure that is missing empty', () => {
    const shifted = comparedFigures(a, b, { offset: 2, event: 'x' });
    const at = (tick: number) => shifted.find((figure) => figure.tick === tick && figure.measure === 'vendor.revenue')!;
    expect([at(1).a, at(1).b]).toEqual([a.frames[1]!.measures.vendor.revenue, b.frames[3]!.measures.vendor.revenue]);
    expect(Math.max(...shifted.map((figure) => figure.tick))).toBe(3);
    const empty = shifted.find((figure) => figure.a === null)!;
    expect(compareCsv(a, b, { offset: 2, event: 'x' })).toContain(`\r\n${empty.tick},${empty.measure},,`);
    expect(comparedFigures(a, b, { offset: 40, event: 'x' })).toEqual([]);
  });
});
