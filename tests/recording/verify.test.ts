import { expect, test } from 'vitest';
import { bytesSource, openRecording, verifyRecording, writeWithNotes, memorySink, type Recording } from '../../src/recording/index.ts';
import { recorded } from '../fixtures/recorded.ts';
import { startSyntheticRun, syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';

const run = syntheticRun();
const open = async (bytes: Uint8Array): Promise<Recording> => {
  const opened = await openRecording(bytesSource(bytes), { sha256: testSha256 });
  if (!opened.ok) throw new Error(opened.problem.key);
  return opened.recording;
};
const repeat = () => startSyntheticRun();

test('a run that is repeated by the same rules is confirmed month by month', async () => {
  const seen: number[] = [];
  const verdict = await verifyRecording(await open(await recorded(run)), { repeat, model: 'synthetic-1', progress: (tick) => seen.push(tick) });
  expect(verdict).toEqual({ ticks: 12, problem: null });
  expect(seen).toEqual([...run.frames.keys()]);
});

test('a run that comes out otherwise is refused with the first month that differs', async () => {
  const other = () => startSyntheticRun({ demand: { from: 4, level: 0.9 } });
  expect(await verifyRecording(await open(await recorded(run)), { repeat: other, model: 'synthetic-1' })).toMatchObject({ ticks: 4, problem: { key: 'recording.diverged', tick: 4, recorded: run.frames[4]!.digest } });
});

test('a run by other rules is not repeated at all, and says so', async () => {
  const verdict = await verifyRecording(await open(await recorded(run)), { repeat: () => { throw new Error('not reached'); }, model: 'synthetic-2' });
  expect(verdict).toEqual({ ticks: 0, problem: { key: 'recording.otherModel', recorded: 'synthetic-1', here: 'synthetic-2' } });
});

test('a month whose stored bytes were changed is named before anything is compared with it', async () => {
  const bytes = await recorded(run);
  const { members } = await open(bytes);
  bytes[members[6]!.offset + 50]! ^= 4;
  expect(await verifyRecording(await open(bytes), { repeat, model: 'synthetic-1' })).toEqual({ ticks: 5, problem: { key: 'recording.changed', tick: 5 } });
});

test('bookmarks are put beside a run without touching its months', async () => {
  const bytes = await recorded(run);
  const recording = await open(bytes);
  const sink = memorySink();
  const notes = { title: 'For Monday', author: 'Li', bookmarks: [{ tick: 10, text: '违约' }] };
  await writeWithNotes(recording, bytesSource(bytes), sink, notes, testSha256);
  const noted = await open(sink.bytes()!);
  expect([noted.notes, noted.digest, noted.ticks, noted.problem]).toEqual([notes, recording.digest, 12, null]);
  const last = recording.members.at(-1)!;
  expect(sink.bytes()!.subarray(0, last.offset + last.length)).toEqual(bytes.subarray(0, last.offset + last.length));
});
