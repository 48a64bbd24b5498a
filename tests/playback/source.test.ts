import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { PHASES } from '../../src/model/phase.ts';
import { growingSource, loadAround, recordingSource, runSource, sceneAt, statesInside, summarise, timelineOf, type FrameSource } from '../../src/playback/index.ts';
import { bytesSource, openRecording } from '../../src/recording/index.ts';
import { recorded, rechain } from '../fixtures/recorded.ts';
import { startSyntheticRun, syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';

const run = syntheticRun();
const texts = run.frames.map((frame) => canonical(frame));

async function fromFile(limit?: number, of = run): Promise<FrameSource> {
  const opened = await openRecording(bytesSource(await recorded(of)), { sha256: testSha256 });
  if (!opened.ok) throw new Error(opened.problem.key);
  return recordingSource(opened.recording, limit);
}

describe('a source of months', () => {
  test('gives the same month from memory, from a growing run and from a file, in whatever order', async () => {
    const { header, next } = startSyntheticRun();
    const growing = growingSource(header);
    for (let frame = next(); frame !== null; frame = next()) growing.push(frame);
    const sources = [runSource(run), growing, await fromFile(), await fromFile(1)];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 1, maxLength: 8 }), async (ticks) => {
        for (const tick of ticks)
          for (const source of sources) {
            const read = await source.load(tick);
            expect(read.ok && canonical(read.frame)).toBe(texts[tick]);
          }
      }),
      { numRuns: 15 },
    );
  });

  test('that is growing has only what was pushed, in order, until it is finished', () => {
    const growing = growingSource(run.header);
    expect([growing.length, growing.finished, growing.peek(0)]).toEqual([0, false, undefined]);
    growing.push(run.frames[0]!);
    expect(() => growing.push(run.frames[2]!)).toThrow('tick 1 comes next, got 2');
    growing.finish();
    expect([growing.length, growing.finished, growing.peek(0), growing.run.frames.length]).toEqual([1, true, run.frames[0], 1]);
  });

  test('of a long recording keeps the months used last and no more than its limit', async () => {
    const source = await fromFile(200_000); // room for two months of about 85 kB
    for (const tick of [0, 1, 0, 5]) await source.load(tick);
    expect([0, 1, 5].map((tick) => source.peek(tick) !== undefined)).toEqual([true, false, true]);
    const all = await fromFile();
    for (let tick = 0; tick < 12; tick++) await all.load(tick);
    expect(run.frames.every((frame) => all.peek(frame.tick) !== undefined)).toBe(true);
  });

  test('reads a month once when it is asked for twice at the same time', async () => {
    const bytes = bytesSource(await recorded(run));
    let reads = 0;
    const opened = await openRecording({ size: bytes.size, read: (offset, length) => { reads++; return bytes.read(offset, length); } }, { sha256: testSha256 });
    if (!opened.ok) throw new Error(opened.problem.key);
    const source = recordingSource(opened.recording);
    reads = 0;
    const [first, second] = await Promise.all([source.load(4), source.load(4)]);
    expect(reads).toBe(1);
    expect(first).toBe(second);
  });
});

describe('a scene', () => {
  test('shows the state as it stood after each phase, ending in the state of the month', () => {
    const source = runSource(run);
    for (const tick of [0, 5, 10]) {
      const frame = run.frames[tick]!;
      const scenes = PHASES.map((_, phase) => sceneAt(source, { tick, phase, u: 1 }));
      const last = scenes.at(-1)!;
      expect('after' in last && canonical(last.after)).toBe(canonical(frame.state));
      const cash = scenes.map((scene) => (scene !== null && 'after' in scene ? scene.after.accounts['openai']!.cash : null));
      const moved = frame.phases.map((record) => record.flows.filter((flow) => flow.dye !== undefined).reduce((sum, flow) => sum + (flow.to === 'openai' ? flow.amount : 0) - (flow.from === 'openai' ? flow.amount : 0), 0));
      const before = tick === 0 ? run.header.opening : run.frames[tick - 1]!.state;
      expect(cash).toEqual(PHASES.map((_, phase) => before.accounts['openai']!.cash + moved.slice(0, phase + 1).reduce((sum, each) => sum + each, 0)));
    }
  });

  test('of a whole month has the states before and after it', () => {
    const scene = sceneAt(runSource(run), { tick: 3, phase: null, u: 0.25 });
    expect(scene).toMatchObject({ frame: run.frames[3], before: run.frames[2]!.state, after: run.frames[3]!.state, rest: false });
    expect(sceneAt(runSource(run), { tick: 0, phase: null, u: 1 })).toMatchObject({ before: run.header.opening, rest: true });
  });

  test('is not there until its months are loaded', async () => {
    const source = await fromFile();
    expect(sceneAt(source, { tick: 7, phase: 2, u: 1 })).toBeNull();
    expect(await loadAround(source, 7)).toBeNull();
    expect(sceneAt(source, { tick: 7, phase: 2, u: 1 })).toMatchObject({ phase: 2, rest: true });
    expect(source.peek(8)).toBeDefined();
  });

  test('of a month whose phases do not lead to its state says so', async () => {
    const frames = rechain(run.frames.map((frame) => (frame.tick === 2 ? { ...frame, phases: frame.phases.map((record) => ({ ...record, changes: [] })) } : frame)), run.header);
    const source = await fromFile(undefined, { header: run.header, frames });
    await loadAround(source, 2);
    expect(sceneAt(source, { tick: 2, phase: 3, u: 1 })).toMatchObject({ ok: false, problem: { key: 'recording.fold', tick: 2 } });
    expect(sceneAt(source, { tick: 2, phase: null, u: 1 })).toMatchObject({ frame: { tick: 2 } });
  });

  test('is worked out once for a month', () => {
    const [before, frame] = [run.frames[3]!.state, run.frames[4]!];
    expect(statesInside(before, frame)).toEqual(statesInside(before, frame));
    const [first, second] = [statesInside(before, frame), statesInside(before, frame)];
    expect(first.ok && second.ok && first.states === second.states).toBe(true);
  });
});

describe('the timeline', () => {
  test('grows month by month to the same as all at once', () => {
    const grown = timelineOf([]);
    for (const frame of run.frames) grown.add(frame);
    const whole = timelineOf(run.frames);
    expect([grown.months, grown.marks]).toEqual([whole.months, whole.marks]);
    expect(() => grown.add(run.frames[3]!)).toThrow('tick 12 comes next');
  });

  test('adds up every dollar by lane and leaves out what is not drawn', () => {
    const month = summarise(run.frames[5]!);
    const flows = run.frames[5]!.phases.flatMap((record) => record.flows);
    expect(Object.values(month.volume).reduce((sum, each) => sum + each, 0)).toBe(flows.reduce((sum, flow) => sum + flow.amount, 0));
    expect(month.drawn).toBe(flows.filter((flow) => flow.dye !== undefined).reduce((sum, flow) => sum + flow.amount, 0));
    expect(month.beats).toEqual(['income', 'decide', 'finance', 'goods', 'settle']);
  });

  test('marks what matters, in order, and nothing else', () => {
    expect(timelineOf(run.frames).marks.filter((mark) => mark.weight === 3).map((mark) => [mark.tick, mark.type, mark.actor])).toEqual([[6, 'shock', null], [10, 'default', 'start-ups']]);
    expect(timelineOf(run.frames).marks.some((mark) => mark.type === 'stateChanged')).toBe(false);
  });
});
