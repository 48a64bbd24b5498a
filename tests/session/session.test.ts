import { describe, expect, it } from 'vitest';
import { createSession } from '../../src/session/session.ts';
import { growingRun, type GrowingRun } from '../../src/session/shown-run.ts';
import { outlineOf } from '../../src/playback/outline.ts';
import { readLink, writeLink } from '../../src/session/link.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

const { header, frames } = syntheticRun({ ticks: 12 });

function wholeRun(): GrowingRun {
  const run = growingRun(header, { kind: 'simulated' });
  for (const frame of frames) run.push(frame);
  run.source.finish();
  return run;
}

describe('the session', () => {
  it('plays only once the whole run or its outline is there, because its scales come from the whole of it', () => {
    const session = createSession();
    const run = growingRun(header, { kind: 'simulated' });
    run.push(frames[0]!);
    session.put(run);
    session.command({ type: 'play' });
    session.command({ type: 'advance', seconds: 1 });
    expect(session.store.get().playback.u).toBe(0);
    for (const frame of frames.slice(1)) run.push(frame);
    run.source.finish();
    session.grew();
    session.command({ type: 'advance', seconds: 1 });
    expect(session.store.get().playback.u).toBe(0.5);
  });

  it('plays what is there of a run that grows once its outline is known, waits for the rest, and tells its story to the failure ahead', () => {
    const session = createSession();
    const run = growingRun(header, { kind: 'simulated' });
    run.push(frames[0]!);
    session.put(run);
    session.tell();
    const pass = (seconds: number): void => {
      for (let step = 0; step < seconds * 10; step++) session.command({ type: 'advance', seconds: 0.1 });
    };
    pass(2);
    expect(run.facts.settled).toBe(false);
    expect(session.store.get().playback).toMatchObject({ tick: 0, u: 0 });
    run.source.foresee(outlineOf(header, frames));
    session.grew();
    expect([run.facts.settled, session.store.get().finished]).toEqual([true, false]);
    pass(30);
    expect(session.store.get()).toMatchObject({ story: 'told', playback: { tick: 0, u: 1, moving: 'playing' } });
    for (const frame of frames.slice(1)) run.push(frame);
    session.grew();
    pass(90);
    expect(session.store.get()).toMatchObject({ story: 'ended', playback: { tick: 10, u: 1, moving: 'still' } });
  });

  it('keeps a place beyond what has come until the run is complete, then the last month', () => {
    const session = createSession();
    const run = growingRun(header, { kind: 'simulated' });
    run.push(frames[0]!);
    session.put(run, { tick: 40, fresh: false });
    expect(session.store.get().playback.tick).toBe(40);
    for (const frame of frames.slice(1)) run.push(frame);
    run.source.finish();
    session.grew();
    expect(session.store.get().playback.tick).toBe(11);
  });

  it('tells the story slowly where it turns, and stops by itself with the failure', () => {
    const session = createSession();
    session.put(wholeRun());
    session.tell();
    const speeds = new Set<string>();
    for (let step = 0; step < 5000 && session.store.get().story === 'told'; step++) {
      session.command({ type: 'advance', seconds: 0.05 });
      speeds.add(String(session.store.get().playback.speed));
    }
    const { story, playback } = session.store.get();
    expect(story).toBe('ended');
    expect(playback).toMatchObject({ moving: 'still', u: 1, tick: 10 });
    session.command({ type: 'step', by: -1 });
    expect(session.store.get().story).toBe('over');
    expect(speeds.size).toBeGreaterThan(1);
  });

  it('goes on with the story after a pause, and leaves it when the reader goes elsewhere', () => {
    const session = createSession();
    session.put(wholeRun());
    session.tell();
    session.command({ type: 'advance', seconds: 0.05 });
    session.command({ type: 'toggle' });
    session.command({ type: 'toggle' });
    expect(session.store.get().story).toBe('told');
    session.command({ type: 'seek', tick: 3 });
    expect(session.store.get().story).toBe('over');
  });

  it('takes back a bookmark and a choice, but not where one looked', () => {
    const session = createSession();
    session.put(wholeRun());
    session.command({ type: 'seek', tick: 4 });
    session.bookmark();
    session.choose({ seed: '43' });
    session.command({ type: 'seek', tick: 9 });
    session.undo();
    expect(session.store.get().decided.present.choice.seed).toBe('42');
    expect(session.store.get().decided.present.bookmarks).toEqual([{ tick: 4, text: '' }]);
    session.undo();
    expect(session.store.get().decided.present.bookmarks).toEqual([]);
    expect(session.store.get().playback.tick).toBe(9);
  });

  it('takes a drag of a slider back in one step, and the next drag in another', () => {
    const session = createSession();
    for (const value of [0.9, 0.8, 0.7]) session.move('demand.level', value, true);
    session.move('demand.level', 0.6);
    session.move('backstop.cap', 0);
    session.undo();
    expect(session.store.get().decided.present.choice.set).toEqual({ 'demand.level': 0.6 });
    session.undo();
    expect(session.store.get().decided.present.choice.set).toEqual({});
    session.redo();
    session.move('demand.level', null);
    expect(session.store.get().decided.present.choice.set).toEqual({});
  });

  it('shows one notice of a kind, the latest, and at most three', () => {
    const session = createSession();
    session.say({ key: 'link', fields: ['t'] });
    session.say({ key: 'link', fields: ['seed'] });
    expect(session.store.get().notices.map((notice) => notice.message)).toEqual([{ key: 'link', fields: ['seed'] }]);
    for (const key of ['storage', 'noStage', 'workerDied', 'copied'] as const) session.say({ key });
    expect(session.store.get().notices.map((notice) => notice.message.key)).toEqual(['noStage', 'workerDied', 'copied']);
  });

  it('writes its state so that it can be read again', () => {
    const session = createSession({ speed: 2 });
    session.put(wholeRun());
    session.command({ type: 'seek', tick: 5 });
    session.select({ kind: 'lane', key: 'nvidia/equity/openai' });
    session.show('books');
    session.configure({ language: 'zh', theme: 'projector' });
    const { link, bad } = readLink(writeLink(session.link()));
    expect(bad).toEqual([]);
    expect(link).toEqual(session.link());
  });

  it('drops a selection that the new run does not have', () => {
    const session = createSession({ selected: { kind: 'actor', id: 'nobody' } });
    session.put(wholeRun());
    expect(session.store.get().selected).toBeNull();
  });

  it('follows a payment that a panel is asked about, and lets go of it with the history it is of', () => {
    const session = createSession({ following: '3/linked' });
    session.put(wholeRun());
    expect(session.store.get().following).toBe('3/linked');
    session.ask('follow', { flow: '4/asked' });
    expect(session.link().follow).toBe('4/asked');
    session.ask('why', { event: 'another' });
    expect(session.store.get().following).toBe('4/asked');
    session.put(wholeRun());
    expect(session.store.get().following).toBeNull();
    expect('follow' in session.link()).toBe(false);
  });

  it('tells nobody when nothing changed', () => {
    const session = createSession();
    session.put(wholeRun());
    let told = 0;
    session.store.subscribe(() => told++);
    session.command({ type: 'pause' });
    session.select(null);
    session.show(null);
    session.command({ type: 'advance', seconds: 1 });
    expect(told).toBeLessThanOrEqual(1);
  });
});
