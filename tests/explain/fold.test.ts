import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/causes.ts';
import { consequences } from '../../src/explain/consequences.ts';
import { fold, MOST_BOXES, REST, webOf } from '../../src/explain/fold.ts';
import { layOutWhy, meet, runsUnder, type Rectangle, type WhyLayout, type WhySizes } from '../../src/explain/why-layout.ts';
import { layOutDown } from '../../src/explain/why-turned.ts';
import type { Web } from '../../src/explain/web.ts';
import { story, type ToldEvent } from './story.ts';
import { tangles } from './tangles.ts';

const sizes: WhySizes = { width: 1440, height: 640, box: 222, boxHeight: (node) => (node.dollars === null ? 46 : 62), label: (edge) => (edge.dollars === null ? null : { width: 52, height: 20 }) };

/** What comes into a box sums to what it stands for, and what comes into the focus to the whole. */
function sumsUp(web: Web): void {
  for (const box of web.nodes) {
    if (box.dollars === null || (web.direction === 'forward' && box.id === web.focus)) continue;
    const into = web.edges.filter((edge) => edge.effect === box.id).reduce((sum, edge) => sum + (edge.dollars ?? 0), box.root);
    if (web.direction === 'back') expect(into, box.id).toBe(box.dollars);
    else if (into > 0) expect(into, box.id).toBe(box.dollars);
  }
}

function readable(web: Web): void {
  for (const shared of [1, 2, 3]) {
    const [across, down] = [layOutWhy(web, { ...sizes, shared }), layOutDown(web, { ...sizes, shared, width: 640, height: 300, head: 80 })];
    expect([across.boxes.length, down.boxes.length]).toEqual([web.nodes.length, web.nodes.length]);
    readableAs(across, 'x');
    readableAs(down, 'y');
    if (shared === 1) for (const [layout, along] of [[across, 'x'], [down, 'y']] as const) monthsApart(layout, along);
  }
}

/** `along`: the way time runs. */
function readableAs(layout: WhyLayout, along: 'x' | 'y'): void {
  const extent = (box: Rectangle): number => (along === 'x' ? box.width : box.height);
  for (const [nth, box] of layout.boxes.entries()) {
    expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= layout.width && box.y + box.height <= layout.height, 'inside').toBe(true);
    for (const other of layout.boxes.slice(nth + 1)) expect(meet(box, other, 6), `${box.node.id} and ${other.node.id}`).toBe(false);
  }
  for (const { edge, path, label, reversed } of layout.edges) {
    for (const box of layout.boxes) expect(runsUnder(path, box, 0.01), `${edge.cause} to ${edge.effect} under ${box.node.id}`).toBe(false);
    if (reversed) continue;
    const at = (id: string) => layout.boxes.find((box) => box.node.id === id)!;
    expect(at(edge.cause)[along] + extent(at(edge.cause))).toBe(path[0]![along]);
    expect(at(edge.effect)[along]).toBe(path.at(-1)![along]);
    if (edge.dollars !== null) expect(label, `label of ${edge.cause} to ${edge.effect}`).not.toBeNull();
  }
  const labels = layout.edges.flatMap((placed) => (placed.label === null ? [] : [placed.label]));
  for (const [nth, label] of labels.entries()) {
    expect(label.x >= 0 && label.y >= 0 && label.x + label.width <= layout.width && label.y + label.height <= layout.height, 'label inside').toBe(true);
    for (const box of layout.boxes) expect(meet(label, box, 2)).toBe(false);
    for (const other of labels.slice(nth + 1)) expect(meet(label, other, 2)).toBe(false);
  }
}
function monthsApart(layout: WhyLayout, along: 'x' | 'y'): void {
  const ends = layout.months.map((month) => [month[along], month[along] + (along === 'x' ? month.width : month.height)] as const);
  for (let nth = 1; nth < ends.length; nth++) expect(ends[nth]![0]).toBeGreaterThan(ends[nth - 1]![1]);
}

describe('a web of many causes', () => {
  const chain = (length: number): ToldEvent[] => Array.from({ length }, (_each, nth) => ({ tick: nth + 1, id: `e${nth}`, type: nth % 3 === 0 ? 'missedPayment' : 'stateChanged', actor: 'x', because: [nth === 0 ? 'fall' : `e${nth - 1}`] }));

  test('keeps the beginning, the end and what tells most, and says how much it folds', () => {
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, ...chain(20), { tick: 22, id: 'end', type: 'default', actor: 'x', short: { e19: 77 } });
    const web = fold(webOf(explain(told, told.find('end')!)));
    expect(web.nodes.length).toBe(MOST_BOXES);
    expect(web.nodes.map((node) => node.id)).toEqual(expect.arrayContaining(['end', 'fall', 'e0', 'e19']));
    expect(web.hidden).toBe(22 - MOST_BOXES);
    expect(web.edges.every((edge) => edge.dollars === 77)).toBe(true);
    expect(web.edges.reduce((sum, edge) => sum + edge.via, 0)).toBe(22 - MOST_BOXES);
    readable(web);
  });

  test('puts smaller beginnings into one box that sums to the dollar', () => {
    const shocks = Array.from({ length: 12 }, (_each, nth): ToldEvent => ({ tick: nth % 4, id: `s${nth}`, type: 'shock' }));
    const told = story(...shocks, { tick: 6, id: 'end', type: 'default', actor: 'x', short: Object.fromEntries(shocks.map((shock, nth) => [shock.id, 10 + nth])) });
    const web = fold(webOf(explain(told, told.find('end')!)));
    const rest = web.nodes.find((node) => node.id === REST)!;
    expect([web.nodes.length, rest.kind, rest.count, rest.dollars]).toEqual([8, 'rest', 6, 10 + 11 + 12 + 13 + 14 + 15]);
    sumsUp(web);
    readable(web);
  });

  test('shares a column between months that do not cause each other, so many boxes as may stand in one', () => {
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, { tick: 1, id: 'rent', type: 'rentFell', because: ['fall'] }, { tick: 2, id: 'rates', type: 'shock' }, { tick: 3, id: 'wages', type: 'shock' }, { tick: 5, id: 'end', type: 'default', actor: 'x', short: { rent: 5, rates: 6, wages: 7 } });
    const web = webOf(explain(told, told.find('end')!));
    const columns = (shared: number): string[][] => {
      const boxes = layOutWhy(web, { ...sizes, shared }).boxes;
      return [...new Set(boxes.map((box) => box.x))].sort((a, b) => a - b).map((x) => boxes.filter((box) => box.x === x).map((box) => box.node.id).sort());
    };
    expect(columns(1)).toEqual([['fall'], ['rent'], ['rates'], ['wages'], ['end']]);
    expect(columns(2)).toEqual([['fall'], ['rates', 'rent'], ['wages'], ['end']]);
    expect(columns(3)).toEqual([['fall'], ['rates', 'rent', 'wages'], ['end']]);
  });

  test('is left as it is when it is small', () => {
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, { tick: 1, id: 'end', type: 'default', short: { fall: 5 } });
    const web = webOf(explain(told, told.find('end')!));
    expect(fold(web)).toBe(web);
  });

  test('whatever it was, sums up, keeps to eight boxes and can be drawn without anything under a box', () => {
    fc.assert(
      fc.property(tangles(22), (chronicle) => {
        for (const target of chronicle.happenings)
          for (const whole of [webOf(explain(chronicle, target)), consequences(chronicle, target).web]) {
            readable(fold(whole));
            for (let most = 3; most <= MOST_BOXES; most++) {
              const web = fold(whole, most);
              // what would be one smaller beginning alone is shown instead of counted; forwards all defaults that count are
              expect(web.nodes.length).toBeLessThanOrEqual(most);
              expect(new Set(web.nodes.map((node) => node.id)).size).toBe(web.nodes.length);
              sumsUp(web);
            }
          }
      }),
      { seed: 3, numRuns: 60 },
    );
  });

  test('may be a chain of thousands, or thousands of causes of one thing', () => {
    const long = Array.from({ length: 6000 }, (_each, nth): ToldEvent => ({ tick: 1, id: `e${nth}`, type: 'missedPayment', because: [[nth === 0 ? 'fall' : `e${nth - 1}`, 9]] }));
    const wide = Array.from({ length: 3000 }, (_each, nth): ToldEvent => ({ tick: 1, id: `w${nth}`, type: 'shock' }));
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, ...long, ...wide, { tick: 2, id: 'end', type: 'default', actor: 'x', short: { e5999: 50, ...Object.fromEntries(wide.map((each, nth) => [each.id, nth])) } });
    const web = fold(webOf(explain(told, told.find('end')!)));
    expect(web.nodes.length).toBe(MOST_BOXES);
    sumsUp(web);
    expect(fold(consequences(told, told.find('fall')!).web).nodes.length).toBe(MOST_BOXES);
  });

  test('looks the same every time', () => {
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, ...chain(9), { tick: 12, id: 'end', type: 'default', actor: 'x', short: { e8: 77, fall: 5 } });
    const draw = () => layOutWhy(fold(webOf(explain(told, told.find('end')!))), sizes);
    expect(draw()).toEqual(draw());
  });
});
