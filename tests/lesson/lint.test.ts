import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { linksOf } from '../../src/lesson/anchor.ts';
import { lintLesson, type LintRun } from '../../src/lesson/lint.ts';
import { loadLesson } from '../../src/lesson/load.ts';
import { begin } from '../../src/lesson/progress.ts';
import type { Lesson } from '../../src/lesson/shape.ts';
import type { Header } from '../../src/model/frame.ts';
import { PHASES } from '../../src/model/phase.ts';
import type { EventMark } from '../../src/playback/events.ts';
import { timelineOf } from '../../src/playback/summary.ts';
import { DEFAULT_CHOICE, withParameters } from '../../src/session/choice.ts';
import { spokenAt } from '../../src/session/lesson.ts';
import { growingRun } from '../../src/session/shown-run.ts';
import { makeFormat } from '../../src/words/format.ts';
import { lessonFigures } from '../../src/words/lesson.ts';
import { shippedScenario } from '../explain/simulated.ts';
import { unsignedRun } from '../fixtures/unsigned-run.ts';

const FOLDER = new URL('../../scenarios/lessons/', import.meta.url);
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const textOf = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const figures = { en: lessonFigures(makeFormat('en')), zh: lessonFigures(makeFormat('zh')) };

/** Each history is made once, whichever lessons stand in it. */
const runs = new Map<string, LintRun>();
function runOf(lesson: Lesson, set: { readonly [parameter: string]: number }): LintRun {
  const name = `${lesson.scenario}/${lesson.seed}/${JSON.stringify(set)}`;
  const known = runs.get(name);
  if (known !== undefined) return known;
  const scenario = withParameters(shippedScenario(lesson.scenario), set);
  const { frames } = unsignedRun({ scenario, seed: lesson.seed });
  const made = { scenario, frames, marks: timelineOf(frames).marks };
  runs.set(name, made);
  return made;
}

describe('the lessons that ship', () => {
  it('are the story and the three of the classroom', () => {
    expect(files).toEqual(['follow-one-dollar.yaml', 'one-lab-misses-a-payment.yaml', 'story.yaml', 'what-would-have-stopped-it.yaml']);
  });

  it.each(files)('%s loads, stands where the page would open it, and finds everything it names in its run, in both languages', (name) => {
    const loaded = loadLesson(textOf(name));
    expect(loaded.ok ? [] : loaded.problems).toEqual([]);
    if (!loaded.ok) return;
    expect(`${loaded.lesson.id}.yaml`).toBe(name);
    expect(loaded.lesson.seed).toBe(DEFAULT_CHOICE.seed);
    expect(lintLesson(loaded.lesson, (set) => runOf(loaded.lesson, set), figures)).toEqual([]);
  });

  it('tells the story in a minute, up to its question', () => {
    const loaded = loadLesson(textOf('story.yaml'));
    const seconds = loaded.ok ? loaded.lesson.steps.reduce((sum, step) => sum + step.seconds! + 0.7, 0) : 0;
    expect(seconds).toBeGreaterThan(40);
    expect(seconds).toBeLessThanOrEqual(55);
  });
});

describe('the story', () => {
  it('names nothing before the picture shows it: until then the step before still speaks', () => {
    const loaded = loadLesson(textOf('story.yaml'));
    if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
    const { lesson } = loaded;
    const { scenario, frames } = runOf(lesson, {});
    const run = growingRun({ scenario } as unknown as Header, { kind: 'simulated' });
    for (const frame of frames) run.push(frame);
    const spoken = (step: number, told: number): string => {
      const { step: at } = spokenAt(begin(lesson, step), run, told);
      return lesson.steps[at]!.id;
    };
    const [rented, settled] = [PHASES.indexOf('compute'), PHASES.indexOf('resolve')];
    expect(spoken(lesson.steps.length - 2, settled)).toBe('missed');
    expect(spoken(lesson.steps.length - 2, settled + 1)).toBe('default');
    // what a guarantor owes is known once everybody has rented
    expect(spoken(lesson.steps.length - 1, rented)).toBe('default');
    expect(spoken(lesson.steps.length - 1, rented + 1)).toBe('backstop');
    // the first step has none before it, and one that stands at a month and not at an event says what it says at once
    expect(spoken(0, 0)).toBe('stake');
    expect(spoken(1, 0)).toBe('clouds');
    for (let step = 0; step < lesson.steps.length; step++) expect(spoken(step, PHASES.length)).toBe(lesson.steps[step]!.id);
    const late = begin(lesson, lesson.steps.length - 1);
    expect(spokenAt({ ...late, stage: 'reveal' }, run, 0).stage).toBe('reveal');
  });
});

describe('the lint of lessons', () => {
  let lesson: Lesson;
  beforeAll(() => {
    const loaded = loadLesson(textOf('story.yaml'));
    if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
    lesson = loaded.lesson;
  });
  const last = (): Lesson['steps'][number] => lesson.steps.at(-1)!;
  const found = (change: Partial<Lesson['steps'][number]>): string[] => lintLesson({ ...lesson, steps: [...lesson.steps.slice(0, -1), { ...last(), ...change }] }, (set) => runOf(lesson, set), figures);

  it('names an anchor that is not in the run, and what the run has instead', () => {
    expect(found({ at: { event: 'openai/default/other', nth: 1, tick: 38 } }).join('\n')).toMatch(/no event openai\/default\/other.*it has .*openai\/default\/default at \d+/);
  });

  it('names an event that has moved away from its month', () => {
    expect(found({ at: { ...last().at, tick: last().at.tick - 1 } }).join('\n')).toMatch(/is at tick \d+, the fallback says/);
  });

  it('counts words and characters, and misses a language', () => {
    expect(found({ say: { en: 'one two three four five six seven eight nine ten eleven twelve thirteen', zh: 'no Chinese here' } }).join('\n')).toMatch(/13 where 12 fit[\s\S]*no Chinese in the Chinese text/);
  });

  it('wants one right option, and a misconception behind every other', () => {
    const { predict } = last();
    expect(found({ predict: { ...predict!, options: predict!.options.map(({ text }) => ({ text })) } }).join('\n')).toMatch(/3 options without a misconception/);
  });

  it('names a figure the run does not have', () => {
    expect(found({ say: { en: 'It is {principal}.', zh: '是{principal}。' } }).join('\n')).toMatch(/the run has no \{principal\} here/);
  });

  it('sees that somebody who is said to be spared fails after all', () => {
    expect(found({ reveal: { ...last().reveal!, without: ['other-neoclouds/default/default'] } }).join('\n')).toMatch(/without: other-neoclouds\/default\/default happens at tick \d+/);
  });

  it('sees links of a chain that did not happen, and parties that are not there', () => {
    expect(found({ focus: 'nobody', explain: { ...last().explain!, chain: ['nobody/default/default'] } }).join('\n')).toMatch(/no party nobody[\s\S]*no event nobody\/default\/default/);
  });
});

describe('a chain', () => {
  it('runs forward: each link is the first of its key that is not before the one it follows from', () => {
    const mark = (key: string, tick: number): EventMark => ({ id: `${key}@${tick}`, key, tick, type: 'shock', actor: null }) as unknown as EventMark;
    const marks = [mark('a', 2), mark('b', 5), mark('c', 5), mark('a', 9), mark('b', 9)];
    const ticks = (...chain: string[]): (number | null)[] => linksOf(chain, marks).map((link) => link?.tick ?? null);
    expect(ticks('a', 'b')).toEqual([2, 5]);
    expect(ticks('c', 'b', 'a')).toEqual([5, 5, 9]);
    expect(ticks('a', 'x', 'c')).toEqual([2, null, 5]);
    expect(ticks('a', 'b', 'a', 'c')).toEqual([2, 5, 9, null]);
  });
});

describe('the text of a lesson', () => {
  it('is refused with the place of what is wrong', () => {
    const loaded = loadLesson(textOf('story.yaml').replace('zh: "60 秒故事"', 'zh: ""').replace('kind: story', 'kind: play'));
    expect(loaded.ok ? [] : loaded.problems.map((problem) => problem.split(':')[0])).toEqual(['kind', 'title.zh']);
    expect(loadLesson('a: [').ok).toBe(false);
    expect(loadLesson('a: 1\na: 2').ok).toBe(false);
  });
});
