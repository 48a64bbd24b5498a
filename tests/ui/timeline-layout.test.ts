import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventMark } from '../../src/playback/events.ts';
import { timelineOf } from '../../src/playback/summary.ts';
import { barsPath, CLUSTER_GAP, clusters, labelsFor, middleX, tickAt, years } from '../../src/ui/timeline-layout.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const mark = (tick: number, weight: 1 | 2 | 3, type: EventMark['type'] = 'missedPayment'): EventMark => ({ tick, phase: 'settle', id: `${tick}/${weight}`, key: 'k', type, actor: null, weight });
const someMarks = fc.array(fc.record({ tick: fc.nat(71), weight: fc.constantFrom(1, 2, 3) }), { maxLength: 120 }).map((all) => all.sort((a, b) => a.tick - b.tick).map(({ tick, weight }) => mark(tick, weight as 1 | 2 | 3)));
const seeded = { seed: 20270401, numRuns: 300 };

describe('the timeline', () => {
  it('finds under a point the month that is drawn there', () => {
    for (const months of [1, 72, 1000]) {
      const track = { width: 870, months };
      for (let tick = 0; tick < months; tick++) expect(tickAt(track, middleX(track, tick))).toBe(tick);
      expect(tickAt(track, -50)).toBe(0);
      expect(tickAt(track, 9999)).toBe(months - 1);
    }
  });

  it('never sets two marks closer than twelve pixels, and loses none', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 60, max: 1600 }), (marks, width) => {
        const found = clusters({ width, months: 72 }, marks, 1);
        for (let i = 1; i < found.length; i++) expect(found[i]!.x - found[i - 1]!.x).toBeGreaterThanOrEqual(CLUSTER_GAP);
        expect(found.flatMap((cluster) => cluster.marks)).toEqual(marks);
      }),
      seeded,
    );
  });

  it('gives a cluster the shape of its weightiest mark and leads to its month', () => {
    const [found] = clusters({ width: 100, months: 72 }, [mark(4, 2), mark(5, 3, 'default'), mark(6, 3, 'shock')], 2);
    expect(found).toMatchObject({ tick: 5, type: 'default', weight: 3 });
  });

  it('never lets two labels touch, nor leave the track', () => {
    fc.assert(
      fc.property(someMarks, fc.integer({ min: 40, max: 1600 }), (marks, width) => {
        const track = { width, months: 72 };
        const placed = labelsFor(track, clusters(track, marks, 1), (cluster) => [`somebody: ${cluster.type}`, cluster.type], (text) => text.length * 6);
        const half = ({ text }: { readonly text: string }): number => text.length * 3;
        for (const [index, label] of placed.entries()) {
          expect(label.x - half(label)).toBeGreaterThanOrEqual(-1e-9);
          expect(label.x + half(label)).toBeLessThanOrEqual(width + 1e-9);
          if (index > 0) expect(label.x - placed[index - 1]!.x).toBeGreaterThanOrEqual(half(label) + half(placed[index - 1]!));
        }
      }),
      seeded,
    );
  });

  it('says a label in short where its long text would touch another, the weightier first', () => {
    const track = { width: 720, months: 72 };
    const labels = labelsFor(track, clusters(track, [mark(30, 2), mark(40, 3, 'default')], 1), (cluster) => [`somebody: ${cluster.type}`, cluster.type], (text) => text.length * 6);
    expect(labels.map(({ text }) => text)).toEqual(['missedPayment', 'somebody: default']);
  });

  it('draws a bar for every month, the tallest over the whole height', () => {
    const { months } = timelineOf(syntheticRun({ ticks: 12 }).frames);
    const path = barsPath({ width: 600, months: 12 }, months, 44);
    expect(path.match(/M/g)!.length).toBe(12);
    expect(path).toContain('v-44h');
  });

  it('names the first year and every January that has room', () => {
    expect(years({ width: 870, months: 72 }, undefined).map((mark) => mark.year)).toEqual([2025, 2026, 2027, 2028, 2029, 2030]);
    expect(years({ width: 870, months: 36 }, { year: 1999, month: 7 }).map((mark) => mark.year)).toEqual([1999, 2000, 2001, 2002]);
    expect(years({ width: 120, months: 72 }, undefined).length).toBeLessThan(4);
  });
});
