import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import type { Frame, RowChange } from '../../src/model/frame.ts';
import { bytesSource, loadRun, memorySink, openRecording, RecordingError, RecordingWriter, validateRecording, type Recording } from '../../src/recording/index.ts';
import { recorded, rechain } from '../fixtures/recorded.ts';
import { syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';

const run = syntheticRun();
const notes = { title: 'Follow one dollar', author: 'A teacher', bookmarks: [{ tick: 8, text: '第一次违约 – first miss' }] };

async function open(bytes: Uint8Array): Promise<Recording> {
  const opened = await openRecording(bytesSource(bytes), { sha256: testSha256 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.recording;
}

describe('a recording', () => {
  test('reads back as it was written, month by month, with its digest', async () => {
    const recording = await open(await recorded(run, notes));
    expect(recording.header).toEqual(run.header);
    expect(recording.ticks).toBe(12);
    expect(recording.notes).toEqual(notes);
    expect(recording.problem).toBeNull();
    expect(recording.digest).toBe(run.frames.at(-1)!.digest);
    const loaded = await loadRun(recording);
    expect(loaded.problem).toBeNull();
    expect(canonical(loaded.run)).toBe(canonical(run));
  });

  test('written again from what was read is the same file to the byte', async () => {
    const bytes = await recorded(run, notes);
    const { run: again } = await loadRun(await open(bytes));
    expect(await recorded(again, notes)).toEqual(bytes);
  });

  test('gives any month first, forwards and backwards, the same one', async () => {
    const recording = await open(await recorded(run));
    for (const ticks of [[...run.frames.keys()], [...run.frames.keys()].reverse(), [7, 0, 11, 7]])
      for (const tick of ticks) {
        const read = await recording.frame(tick);
        expect(read.ok && canonical(read.frame)).toBe(canonical(run.frames[tick]));
      }
    await expect(recording.frame(12)).rejects.toThrow('tick 12 of a recording of 12');
    await expect(recording.frame(-1)).rejects.toThrow('tick -1');
  });

  test('shares the rows that did not change with the month before', async () => {
    const { run: loaded } = await loadRun(await open(await recorded(run)));
    expect(loaded.frames[5]!.state.leases['reits-coreweave']).toBe(loaded.header.opening.leases['reits-coreweave']);
    expect(loaded.frames[5]!.state.accounts['nvidia']).not.toBe(loaded.frames[4]!.state.accounts['nvidia']);
  });

  test('is lines of JSON to any other program: header, a line a month, notes, index, trailer', async () => {
    const lines = gunzipSync(await recorded(run, notes)).toString('utf8').trimEnd().split('\n').map((line) => JSON.parse(line) as { type: string; tick?: number; phases?: Frame['phases'] });
    expect(lines.map((line) => line.type)).toEqual(['header', ...run.frames.map(() => 'tick'), 'notes', 'index', 'trailer']);
    expect(lines.filter((line) => line.type === 'tick').map((line) => line.tick)).toEqual([...run.frames.keys()]);
    expect(lines[5]!.phases!.flatMap((phase) => phase.flows).length).toBe(run.frames[4]!.phases.flatMap((phase) => phase.flows).length);
  });

  test('makes one write a record, header first, so that a crash loses one month at most', async () => {
    const writes: number[] = [];
    const sink = { write: (bytes: Uint8Array) => Promise.resolve(void writes.push(bytes.length)), commit: () => Promise.resolve(), abort: () => Promise.resolve() };
    const writer = await RecordingWriter.start(sink, run.header, testSha256);
    expect(writes.length).toBe(1);
    for (const frame of run.frames) await writer.append(frame);
    expect(writes.length).toBe(13);
    const summary = await writer.finish();
    expect(writes.length).toBe(15);
    expect(summary).toEqual({ ticks: 12, bytes: writes.reduce((sum, each) => sum + each, 0), digest: run.frames.at(-1)!.digest });
  });

  test('of no months at all opens too', async () => {
    const recording = await open(await recorded({ header: run.header, frames: [] }));
    expect([recording.ticks, recording.problem]).toEqual([0, null]);
    expect((await loadRun(recording)).run.frames).toEqual([]);
  });

  test('larger than memory allows is opened as far as it fits, and says so', async () => {
    const recording = await open(await recorded(run));
    const seen: number[] = [];
    const { run: loaded, problem } = await loadRun(recording, { limit: 500_000, progress: (_run, tick) => seen.push(tick) });
    expect(problem).toMatchObject({ key: 'recording.tooLong', ticks: loaded.frames.length });
    expect(loaded.frames.length).toBeGreaterThan(2);
    expect(loaded.frames.length).toBeLessThan(12);
    expect(seen).toEqual([...loaded.frames.keys()]);
  });

  describe('of another program that breaks the books is named, month, table and row,', () => {
    /** Changes of the second phase of tick 3 replaced, every digest made anew. */
    const withChanges = async (change: (changes: readonly RowChange[]) => readonly RowChange[]): Promise<Recording> => {
      const frames = run.frames.map((frame) => (frame.tick === 3 ? { ...frame, phases: frame.phases.map((phase, index) => (index === 1 ? { ...phase, changes: change(phase.changes) } : phase)) } : frame));
      return open(await recorded({ header: run.header, frames: rechain(frames, run.header) }));
    };

    test('when something changed that was not recorded', async () => {
      const recording = await withChanges((changes) => changes.filter((change) => change.id !== 'openai'));
      expect(await validateRecording(recording)).toEqual({ ticks: 3, problem: { key: 'recording.fold', tick: 3, table: 'accounts', id: 'openai' } });
      expect((await loadRun(recording)).run.frames.length).toBe(3);
    });

    test('when something was recorded that is not in the state', async () => {
      const recording = await withChanges((changes) => [...changes, { table: 'minds', id: 'ghost', row: { belief: 1 } }]);
      expect(await validateRecording(recording)).toEqual({ ticks: 3, problem: { key: 'recording.fold', tick: 3, table: 'minds', id: 'ghost' } });
    });

    test('when a change cannot be made at all', async () => {
      const recording = await withChanges((changes) => [...changes, { table: 'loans', id: 'nobody', gone: true }]);
      expect(await validateRecording(recording)).toEqual({ ticks: 3, problem: { key: 'recording.fold', tick: 3, table: '', id: 'change of loans/nobody: no such row' } });
    });
  });
});

describe('the writer', () => {
  test('refuses a month out of order or of another run', async () => {
    const writer = await RecordingWriter.start(memorySink(), run.header, testSha256);
    await expect(writer.append(run.frames[1]!)).rejects.toThrow('tick 0 comes next, got 1');
    await writer.append(run.frames[0]!);
    await expect(writer.append(syntheticRun({ seed: 'another' }).frames[1]!)).rejects.toThrow('does not follow');
    await writer.append(run.frames[1]!);
    expect(writer.ticks).toBe(2);
  });

  test('refuses a month larger than a record may be, with a message for people', async () => {
    const writer = await RecordingWriter.start(memorySink(), run.header, testSha256);
    const first = run.frames[0]!;
    const minds = { ...first.state.minds, openai: Object.fromEntries(Array.from({ length: 400_000 }, (_, index) => [`belief-${index}`, 0.123456])) };
    const error: unknown = await writer.append({ ...first, state: { ...first.state, minds } }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RecordingError);
    expect((error as RecordingError).problem).toEqual({ key: 'recording.tooLarge', tick: 0, megabytes: 8 });
  });

  test('leaves nothing behind when it is given up', async () => {
    const sink = memorySink();
    const writer = await RecordingWriter.start(sink, run.header, testSha256);
    await writer.append(run.frames[0]!);
    await writer.abort();
    expect(sink.bytes()).toBeNull();
  });
});
