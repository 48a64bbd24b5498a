import { describe, expect, it } from 'vitest';
import { changesHistory, historyName, otherHistories, readingAt, type Told } from '../../src/lesson/before-after.ts';
import { loadLesson } from '../../src/lesson/load.ts';
import type { EventMark } from '../../src/playback/events.ts';
import { timelineOf } from '../../src/playback/summary.ts';
import { makeHistories } from '../../src/session/lesson-histories.ts';
import { sent, type Simulate } from '../../src/session/simulate.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { readFileSync } from 'node:fs';

const run = syntheticRun({ ticks: 14 });
const told: Told = { marks: timelineOf(run.frames).marks, length: run.frames.length, peek: (tick) => run.frames[tick] };
const file = (path: string): string => readFileSync(new URL(`../../scenarios/${path}`, import.meta.url), 'utf8');
const loaded = loadLesson(file('lessons/what-would-have-stopped-it.yaml'));
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { lesson } = loaded;

describe('what a class reads off a history', () => {
  it('is who fails, what is owed then, and sums of the months before', () => {
    const tick = 12;
    const reading = readingAt(told, tick, 'coreweave')!;
    const defaults = run.frames.flatMap((frame) => frame.phases.flatMap((record) => record.events.filter((event) => event.type === 'default').map((event) => ({ party: event.actor!, tick: frame.tick }))));
    expect(defaults.length).toBeGreaterThan(0);
    expect(reading.failures).toEqual(defaults.filter(({ party }, nth) => defaults.findIndex((other) => other.party === party) === nth));
    const account = run.frames[tick]!.state.accounts['coreweave']!;
    expect(reading.owes).toBe(account.debt + account.payables);
    const year = run.frames.slice(1, 13);
    expect(reading.built).toBe(year.reduce((sum, frame) => sum + frame.measures.ai.capex, 0));
    expect(reading.lost).toBe(run.frames.slice(0, 13).reduce((sum, frame) => sum + frame.measures.losses.credit + frame.measures.losses.deadweight, 0));
    expect(readingAt(told, tick, null)!.owes).toBeNull();
    expect(readingAt(told, 99, null)).toBeNull();
  });

  it('says of debts that they were cut, or paid out of an estate, from the month of it on and of nobody else', () => {
    const settled = (type: 'restructured' | 'liquidated', tick: number): EventMark => ({ tick, phase: 'resolve', id: `${tick}`, key: `coreweave/${type}/terms`, type, actor: 'coreweave', weight: 3 });
    const failed: Told = { ...told, marks: [...told.marks, settled('restructured', 5), settled('liquidated', 9)] };
    const of = (tick: number, party: string | null): unknown => readingAt(failed, tick, party)!.settled;
    expect([4, 5, 8, 9, 12].map((tick) => of(tick, 'coreweave'))).toEqual([null, ...[5, 5].map((tick) => ({ how: 'restructured', tick })), ...[9, 9].map((tick) => ({ how: 'liquidated', tick }))]);
    expect([of(12, 'nvidia'), of(12, null), readingAt(told, 12, 'coreweave')!.settled]).toEqual([null, null, null]);
  });

  it('is wanted where a question changes the history, once for each history however its parameters are ordered', () => {
    const changing = lesson.steps.filter(changesHistory);
    expect(changing.map((step) => historyName(step.reveal!.set))).toEqual(otherHistories(lesson).map(historyName));
    expect(changing.length).toBeGreaterThan(1);
    expect(historyName({ a: 1, b: 2 })).toBe(historyName({ b: 2, a: 1 }));
    expect(lesson.steps.filter((step) => step.predict !== undefined && step.reveal?.set === undefined).some(changesHistory)).toBe(false);
  });
});

describe('the histories of a lesson', () => {
  const scenarios = { ids: ['base', lesson.scenario], text: (id: string) => (['base', lesson.scenario].includes(id) ? file(`${id}.yaml`) : undefined) };

  it('are simulated one after another under their parameters, and told when all are whole; one that fails is left out', () => {
    const asked: number[] = [];
    const simulate: Simulate = ({ scenario, seed }, listener) => {
      expect(seed).toBe(lesson.seed);
      asked.push(scenario.parameters['vendor.finance']!.value);
      if (asked.length === 1) listener.failed('no');
      else {
        listener.header(run.header);
        listener.months(run.frames.map(sent));
        listener.finished();
      }
      return () => undefined;
    };
    const wanted = otherHistories(lesson);
    let made: ReadonlyMap<string, unknown> | null = null;
    makeHistories(lesson, scenarios, simulate, (histories) => (made = histories));
    expect(asked).toHaveLength(wanted.length);
    expect([...made!.keys()]).toEqual(wanted.slice(1).map(historyName));
  });

  it('are nobody’s business once they are no longer wanted', () => {
    let stopped = 0;
    makeHistories(lesson, scenarios, () => () => (stopped += 1), () => expect.unreachable())();
    expect(stopped).toBe(1);
  });
});
