import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { bytesSource, findResumePoint, memorySink, openRecording, resumeRecording, walk, type Problem, type Recording } from '../../src/recording/index.ts';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { tinyRun } from '../fixtures/tiny-run.ts';
import { TRAILER_SIZE } from '../../src/recording/format.ts';
import { describeRecordingProblem } from '../../src/words/recording.ts';
import { apart, bytesAt, damaged, nodeSha256 as testSha256, randomFrom } from './damage.ts';
import { forged } from './forgery.ts';

/** `npm test` looks at ten thousand damaged files; the long run at this many times as many, millions unless told. */
const LONG = Number(process.env['OUROBOROS_LONG'] ?? (process.env['LONG'] === '1' ? 400 : 1));
const WATCHDOG = 120_000 * LONG;
const RANDOM = 5_500 * LONG;
const FORGERIES = 1_500 * LONG;
const SEED = Number(process.env['OUROBOROS_SEED'] ?? 20_250_131);

const notes = { title: 't', author: 'a', bookmarks: [] };
const tiny = tinyRun(2);
const file = await recorded(tiny, notes);
const texts = tiny.frames.map((frame) => canonical(frame));
const headerText = canonical(tiny.header);

interface Outcome {
  readonly problem: Problem | null;
  readonly ticks: number;
}

/** Opens and reads everything, and checks that nothing which is handed out differs from what was recorded. */
async function outcome(bytes: Uint8Array, months: readonly string[] = texts): Promise<Outcome> {
  const opened = await openRecording(bytesSource(bytes), { sha256: testSha256 });
  if (!opened.ok) return { problem: opened.problem, ticks: 0 };
  const { recording } = opened;
  expect(canonical(recording.header)).toBe(headerText);
  let ticks = 0;
  const problem = await walk(recording, (frame) => {
    expect(canonical(frame)).toBe(months[frame.tick]);
    ticks = frame.tick + 1;
    return 'go on';
  });
  return { problem, ticks };
}

async function open(bytes: Uint8Array): Promise<Recording> {
  const opened = await openRecording(bytesSource(bytes), { sha256: testSha256 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  return opened.recording;
}
const { members } = await open(file);
const whole = apart(file, members);
/** Whole months in a file cut to `length` bytes. */
const monthsWithin = (length: number): number => members.filter((member) => member.record === 'tick' && member.offset + member.length <= length).length;

describe('a cut recording', () => {
  test('opens every whole month and names the loss, wherever it was cut', async () => {
    for (let length = 0; length < file.length; length++) {
      const { problem, ticks } = await outcome(file.subarray(0, length));
      expect(ticks, `cut at ${length}`).toBe(monthsWithin(length));
      const keys = length === 0 ? ['recording.empty'] : length < members[0]!.length ? ['recording.headerTorn'] : ticks === 2 ? ['recording.unclosed'] : ['recording.torn'];
      expect(keys, `cut at ${length}`).toContain(problem?.key);
      if (problem?.key === 'recording.torn') expect(problem).toEqual({ key: 'recording.torn', ticks, horizon: 2 });
    }
  }, WATCHDOG);

  test('is not checked twice: finding its whole months has looked at all of them', async () => {
    const complete = await recorded(syntheticRun({ ticks: 6 }));
    /** Bytes that are hashed until every month has been read. */
    const hashed = async (bytes: Uint8Array): Promise<number> => {
      let sum = 0;
      const counting = (content: string | Uint8Array): string => {
        sum += content.length;
        return testSha256(content);
      };
      const opened = await openRecording(bytesSource(bytes), { sha256: counting });
      if (!opened.ok) throw new Error(opened.problem.key);
      expect((await walk(opened.recording, () => 'go on'))?.key ?? null).toBe(opened.recording.problem?.key ?? null);
      expect(opened.recording.checked().every((sha256) => sha256 !== null)).toBe(true);
      return sum;
    };
    expect(await hashed(complete.subarray(0, complete.length - TRAILER_SIZE))).toBeLessThan(1.4 * (await hashed(complete)));
  });

  test('goes on from its last whole month and ends as if it had never been cut', async () => {
    const run = syntheticRun({ ticks: 6 });
    const complete = await recorded(run);
    const { members } = await open(complete);
    for (const length of [members[0]!.length, members[3]!.offset + 1, members[3]!.offset + members[3]!.length, members[6]!.offset + 100, complete.length - TRAILER_SIZE - 5, complete.length - 1]) {
      const found = await findResumePoint(bytesSource(complete.subarray(0, length)), testSha256);
      if (!found.ok) throw new Error(found.problem.key);
      const { point } = found;
      expect(point.digest).toBe(point.last?.digest ?? run.frames[0]!.prev);
      const sink = memorySink(complete.slice(0, point.written.bytes));
      const writer = resumeRecording(sink, point, testSha256);
      for (const frame of run.frames.slice(point.ticks)) await writer.append(frame);
      await writer.finish();
      expect(sink.bytes()).toEqual(complete);
    }
  });

  test('that was closed early can go on, one that is complete or was changed cannot', async () => {
    const early = await recorded(tinyRun(2, 5));
    const found = await findResumePoint(bytesSource(early), testSha256);
    expect(found.ok && found.point.ticks).toBe(2);
    expect(await findResumePoint(bytesSource(file), testSha256)).toEqual({ ok: false, problem: { key: 'recording.finished', ticks: 2 } });
    const changed = bytesAt(early, members[1]!.offset + 40, (byte) => byte ^ 1);
    expect(await findResumePoint(bytesSource(changed), testSha256)).toEqual({ ok: false, problem: { key: 'recording.changed', tick: 0 } });
  });
});

describe('a changed recording', () => {
  test('is never accepted in silence: bits all over the file, turned one at a time', async () => {
    for (let bit = 0; bit < file.length * 8; bit += LONG > 1 ? 1 : 7) {
      const at = bit >> 3;
      const { problem, ticks } = await outcome(bytesAt(file, at, (byte) => byte ^ (1 << (bit & 7))));
      expect(problem, `bit ${bit}`).not.toBeNull();
      const inside = members.find((member) => at >= member.offset && at < member.offset + member.length);
      if (inside?.record === 'tick') expect([problem, ticks]).toEqual([{ key: 'recording.changed', tick: inside.tick }, inside.tick]);
      if (inside?.record === 'header') expect(problem?.key).toBe('recording.headerChanged');
      if (inside === undefined) expect(ticks, `bit ${bit}`).toBe(2);
    }
  }, WATCHDOG);

  test('without an index either: bits all over the months, turned one at a time', async () => {
    const end = members[2]!.offset + members[2]!.length;
    const bare = file.slice(0, end);
    for (let bit = 0; bit < bare.length * 8; bit += LONG > 1 ? 1 : 19) {
      const { problem } = await outcome(bytesAt(bare, bit >> 3, (byte) => byte ^ (1 << (bit & 7))));
      expect(problem, `bit ${bit}`).not.toBeNull();
    }
  }, WATCHDOG);

  test('without an index is told from one that was cut: what cannot be read at its end was lost, anywhere else it was changed', async () => {
    const [first, second] = [members[1]!, members[2]!];
    const bare = file.slice(0, second.offset + second.length);
    const turned = (member: typeof first): Uint8Array => bytesAt(bare, member.offset + 30, (byte) => byte ^ 1);
    expect(await outcome(turned(first))).toEqual({ problem: { key: 'recording.changed', tick: 0 }, ticks: 0 });
    expect(await outcome(turned(second))).toEqual({ problem: { key: 'recording.torn', ticks: 1, horizon: 2 }, ticks: 1 });
  });

  test('in thousands of other ways is refused or opened as it was: bytes, blocks, records, digits, nesting, the index mended or not', async () => {
    const random = randomFrom(SEED);
    let opened = 0;
    for (let nth = 0; nth < RANDOM; nth++) {
      const { bytes, what, legal } = damaged(whole, random);
      const name = `OUROBOROS_SEED=${SEED}, mutation ${nth} (${what})`;
      const { problem, ticks } = await outcome(bytes).catch((error: unknown) => {
        throw new Error(`${name}: ${String(error)}`, { cause: error });
      });
      if (!legal) expect(problem, name).not.toBeNull();
      if (ticks > 0) opened++;
    }
    expect(opened).toBeGreaterThan(500);
  }, WATCHDOG);

  test('on purpose and signed anew is refused with its month and the place, or is a history that holds together', async () => {
    const random = randomFrom(SEED + 1);
    const seen = new Map<string, number>();
    for (let nth = 0; nth < FORGERIES; nth++) {
      const forgery = forged(tiny, random);
      if (forgery === null) continue;
      const name = `OUROBOROS_SEED=${SEED}, forgery ${nth} (${forgery.what})`;
      const { problem, ticks } = await outcome(forgery.bytes, forgery.frames.map((frame) => canonical(frame))).catch((error: unknown) => {
        throw new Error(`${name}: ${String(error)}`, { cause: error });
      });
      // without an index the end of the file is missing, which is said when nothing worse is
      const key = problem?.key === 'recording.unclosed' ? 'nothing' : (problem?.key ?? 'nothing');
      seen.set(key, (seen.get(key) ?? 0) + 1);
      if (problem === null || key === 'nothing') {
        expect(ticks, name).toBe(2);
        continue;
      }
      expect({ tick: 'tick' in problem && problem.tick, ticks }, name).toEqual({ tick: forgery.tick, ticks: forgery.tick });
      expect(describeRecordingProblem(problem, 'en'), name).toContain(`Tick ${forgery.tick} `);
      expect(describeRecordingProblem(problem, 'zh'), name).toContain(`第 ${forgery.tick} 个月`);
      if (problem.key === 'recording.fold') expect(problem.table + problem.id, name).not.toBe('');
    }
    expect(seen.get('recording.shape')).toBeGreaterThan(FORGERIES / 5);
    expect(seen.get('recording.fold')).toBeGreaterThan(FORGERIES / 20);
    expect([...seen.keys()].sort()).toEqual(['nothing', 'recording.changed', 'recording.fold', 'recording.shape']);
  }, WATCHDOG);

  test('is looked at ten thousand times, a cut one two thousand', () => {
    const end = members[2]!.offset + members[2]!.length;
    expect(Math.floor((file.length * 8) / 7) + Math.floor((end * 8) / 19) + RANDOM + FORGERIES).toBeGreaterThanOrEqual(10_000);
    expect(file.length).toBeGreaterThanOrEqual(2_000);
  });
});
