import { describe, expect, it } from 'vitest';
import { loadLesson } from '../../src/lesson/load.ts';
import { createSession } from '../../src/session/session.ts';
import type { Session } from '../../src/session/session-commands.ts';
import { growingRun } from '../../src/session/shown-run.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const run = syntheticRun({ ticks: 24 });
const id = run.header.scenario.id;
const both = (text: string): string => `{ en: "${text}", zh: "字" }`;
const loaded = loadLesson(`
format: 1
id: small
kind: lesson
minutes: 1
scenario: ${id}
seed: "42"
title: ${both('t')}
about: ${both('a')}
steps:
  - { id: one, at: { tick: 2 }, say: ${both('s')} }
  - id: two
    at: { tick: 5 }
    say: ${both('s')}
    predict: { question: ${both('q')}, options: [{ text: ${both('a')} }, { text: ${both('b')}, misconception: ${both('m')} }] }
    reveal: { at: { tick: 9 }, say: ${both('r')} }
    explain: { prompt: ${both('p')}, model: ${both('m')}, chain: [x] }
`);
if (!loaded.ok) throw new Error(loaded.problems.join('\n'));
const { lesson } = loaded;

/** A session with the finished run of the lesson on its page. */
function taught(): Session {
  const session = createSession({ choice: { run: { kind: 'scenario', id }, seed: '42', set: {} } });
  const grown = growingRun(run.header, { kind: 'simulated' });
  for (const frame of run.frames) grown.push(frame);
  grown.source.finish();
  session.put(grown);
  session.teach(lesson);
  return session;
}
const at = (session: Session): string => {
  const { teaching, playback } = session.store.get();
  return `${teaching?.progress.step ?? '-'} ${teaching?.progress.stage ?? '-'} ${playback.tick}`;
};

describe('a lesson on the page', () => {
  it('goes through its steps and back, each at its month', () => {
    const session = taught();
    const seen = [at(session)];
    for (let turn = 0; turn < 4; turn++) {
      session.turn(1);
      seen.push(at(session));
    }
    expect(seen).toEqual(['0 say 2', '1 ask 5', '1 reveal 9', '1 explain 9', '1 model 9']);
    for (let turn = 0; turn < 4; turn++) session.turn(-1);
    expect(at(session)).toBe('0 say 2');
  });

  it('lets nobody see beyond an open question, however they ask', () => {
    const session = taught();
    session.turn(1);
    for (const command of [{ type: 'last' }, { type: 'seek', tick: 20 }, { type: 'step', by: 10 }, { type: 'seekShare', share: 1 }, { type: 'jump', direction: 1 }] as const) {
      session.command(command);
      expect(session.store.get().playback.tick).toBeLessThanOrEqual(5);
    }
    session.command({ type: 'play' });
    for (let step = 0; step < 200; step++) {
      session.command({ type: 'advance', seconds: 0.1 });
      expect(session.store.get().playback.tick).toBeLessThanOrEqual(5);
    }
    session.answer(1);
    expect(at(session)).toBe('1 reveal 9');
    session.command({ type: 'last' });
    expect(session.store.get().playback.tick).toBe(23);
  });

  it('asks who presses on at an open question to choose, and passes it at the second press', () => {
    const session = taught();
    const urged = (): boolean => session.store.get().teaching!.urged;
    session.pressOn();
    expect([at(session), urged()]).toEqual(['1 ask 5', false]);
    session.pressOn();
    expect([at(session), urged()]).toEqual(['1 ask 5', true]);
    session.turn(-1);
    session.pressOn();
    expect([at(session), urged()]).toEqual(['1 ask 5', false]);
    session.pressOn();
    session.answer(0);
    expect([at(session), urged()]).toEqual(['1 reveal 9', false]);
    session.turn(-1);
    session.pressOn();
    session.pressOn();
    expect([at(session), urged(), session.store.get().teaching!.progress.answers]).toEqual(['1 reveal 9', false, { two: 0 }]);
    session.pressOn();
    expect(at(session)).toBe('1 explain 9');
    // hands that were counted are a prediction
    session.turn(-1);
    session.turn(-1);
    session.countHands(1, 1);
    session.pressOn();
    expect(at(session)).toBe('1 reveal 9');
  });

  it('answers only what is asked, and only with an option there is', () => {
    const session = taught();
    session.answer(0);
    expect(at(session)).toBe('0 say 2');
    session.turn(1);
    session.answer(3);
    expect(at(session)).toBe('1 ask 5');
  });

  it('stands at a month as soon as that is there, at rest, and waits for one that is not', () => {
    const session = createSession({ choice: { run: { kind: 'scenario', id }, seed: '42', set: {} } });
    const growing = growingRun(run.header, { kind: 'simulated' });
    const grow = (months: number): void => {
      for (const frame of run.frames.slice(growing.source.length, months)) growing.push(frame);
      session.grew();
    };
    const standing = (): [string, boolean, number] => [at(session), session.store.get().teaching!.placed, session.store.get().playback.u];
    growing.push(run.frames[0]!);
    session.put(growing);
    session.teach(lesson);
    expect(standing()[1]).toBe(false);
    grow(3);
    expect(standing()).toEqual(['0 say 2', true, 1]);
    session.turn(1);
    expect(standing()[1]).toBe(false);
    // who presses on meanwhile passes over nothing
    session.turn(1);
    grow(6);
    expect(standing()).toEqual(['1 ask 5', true, 1]);
    session.answer(0);
    expect(standing()[1]).toBe(false);
    // the question is answered, but what came of it is still on its way
    expect(session.store.get().playback.tick).toBe(5);
    grow(24);
    growing.source.finish();
    session.grew();
    expect(at(session)).toBe('1 reveal 9');
    expect(session.store.get().teaching!.placed).toBe(true);
  });

  it('offers the story again when it ends', () => {
    const session = taught();
    session.endLesson();
    expect(session.store.get().teaching).toBeNull();
    expect(session.store.get().story).toBe('offered');
  });

  it('gives back what it took the place of: month, panel, selection and what was compared', () => {
    const session = taught();
    session.endLesson();
    session.command({ type: 'seek', tick: 14 });
    session.show('charts');
    session.select({ kind: 'actor', id: 'lab' });
    session.compare('base');
    const { selected, compareWith, panel } = session.store.get();
    session.teach(lesson);
    session.turn(1);
    expect(session.store.get()).toMatchObject({ panel: null, compareWith: null, playback: { tick: 5 } });
    session.endLesson();
    expect(session.store.get()).toMatchObject({ teaching: null, story: 'over', selected, compareWith, panel, playback: { tick: 14, u: 1, moving: 'still' } });
  });

  it('gives back the month of another history when that is on the page again', () => {
    const session = taught();
    session.endLesson();
    const own = { run: { kind: 'scenario' as const, id: 'own' }, seed: '7', set: {} };
    session.choose(own);
    const put = (): void => {
      const grown = growingRun(run.header, { kind: 'simulated' });
      for (const frame of run.frames) grown.push(frame);
      grown.source.finish();
      session.put(grown);
    };
    put();
    session.command({ type: 'seek', tick: 14 });
    session.bookmark();
    const { present } = session.store.get().decided;
    session.teach(lesson);
    put();
    session.endLesson();
    expect(session.store.get().decided.present).toEqual(present);
    put();
    expect(session.store.get()).toMatchObject({ resume: null, playback: { tick: 14, u: 1 } });
    // unless another one is chosen before it is there
    session.teach(lesson);
    put();
    session.endLesson();
    session.choose({ run: { kind: 'scenario', id: 'another' } });
    put();
    expect(session.store.get().playback.tick).toBe(0);
  });
});
