/** Going to any month of a recording: what is checked at the first reading, and what need not be again. */
import { describe, expect, test } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { bytesSource, openRecording, type Recording, validateRecording } from '../../src/recording/index.ts';
import { reopen as nodeReopen } from '../../src/cli/reopen.ts';
import type { Reopen } from '../../src/recording/gzip.ts';
import type { Checked } from '../../src/recording/read.ts';
import { reopen as browserReopen } from '../../src/worker/reopen.ts';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { nodeSha256 } from './damage.ts';

const run = syntheticRun();
const file = await recorded(run);

/** A file in memory that can be changed while it is open, and what was hashed of it since it was last asked. */
async function opened(checked?: Checked, more: { readonly settled?: boolean; readonly reopen?: Reopen } = {}): Promise<{ readonly recording: Recording; readonly bytes: Uint8Array; hashed(): number }> {
  const bytes = file.slice();
  let hashed = 0;
  const sha256 = (content: string | Uint8Array): string => {
    hashed += content.length;
    return nodeSha256(content);
  };
  const { settled, ...brought } = more;
  const found = await openRecording({ ...bytesSource(bytes), ...(settled === undefined ? {} : { settled }) }, { sha256, ...brought, ...(checked === undefined ? {} : { checked }) });
  if (!found.ok) throw new Error(found.problem.key);
  hashed = 0;
  const since = (): number => {
    const count = hashed;
    hashed = 0;
    return count;
  };
  return { recording: found.recording, bytes, hashed: since };
}

const storedOf = (recording: Recording, tick: number): number => recording.members[tick + 1]!.length;

describe('a month of a recording', () => {
  test('is checked in full at its first reading, whichever comes first; after that its stored bytes alone are', async () => {
    const { recording, hashed } = await opened();
    for (const tick of [7, 3, 11]) {
      await recording.frame(tick);
      expect(hashed()).toBeGreaterThan(3 * storedOf(recording, tick));
      const again = await recording.frame(tick);
      expect(hashed()).toBe(storedOf(recording, tick));
      expect(again.ok && canonical(again.frame)).toBe(canonical(run.frames[tick]));
    }
    expect(recording.checked().map((sha256) => sha256 !== null)).toEqual(run.frames.map(({ tick }) => [3, 7, 11].includes(tick)));
  });

  test('that changed after it was read is found and named, wherever the change lies', async () => {
    const { recording, bytes } = await opened();
    expect((await validateRecording(recording)).problem).toBeNull();
    const { offset, length } = recording.members[6]!;
    for (const at of [offset, offset + 12, offset + Math.floor(length / 2), offset + length - 9, offset + length - 1]) {
      bytes[at]! ^= 1;
      expect(await recording.frame(5)).toEqual({ ok: false, problem: { key: 'recording.changed', tick: 5 } });
      bytes[at]! ^= 1;
    }
    expect((await recording.frame(5)).ok).toBe(true);
  });

  test('checked by another reading of the file is not checked again; any other is', async () => {
    const first = await opened();
    await validateRecording(first.recording);
    const known = first.recording.checked();
    expect(known.every((sha256) => sha256 !== null)).toBe(true);
    // of tick 4 other bytes were checked than lie here, tick 5 was not reached
    const { recording, hashed } = await opened(known.slice(0, 5).map((sha256, tick) => (tick === 4 ? known[3]! : sha256)));
    for (const tick of [3, 4, 5]) {
      const read = await recording.frame(tick);
      expect(read.ok && canonical(read.frame)).toBe(canonical(run.frames[tick]));
      if (tick === 3) expect(hashed()).toBe(storedOf(recording, tick));
      else expect(hashed()).toBeGreaterThan(3 * storedOf(recording, tick));
    }
  });

  test('of a source that cannot change is hashed at its first reading and never again', async () => {
    const { recording, bytes, hashed } = await opened(undefined, { settled: true });
    for (const tick of [7, 3]) {
      bytes[recording.members[tick + 1]!.offset + 20]! ^= 1;
      expect(await recording.frame(tick)).toEqual({ ok: false, problem: { key: 'recording.changed', tick } });
      bytes[recording.members[tick + 1]!.offset + 20]! ^= 1;
      expect((await recording.frame(tick)).ok).toBe(true);
      expect(hashed()).toBeGreaterThan(3 * storedOf(recording, tick));
      const again = await recording.frame(tick);
      expect(hashed()).toBe(0);
      expect(again.ok && canonical(again.frame)).toBe(canonical(run.frames[tick]));
    }
  });

  test('is unpacked by what the platform brings once it was checked, and never before', async () => {
    for (const brought of [nodeReopen, browserReopen!]) {
      const asked: number[] = [];
      const { recording } = await opened(undefined, { reopen: (body, size) => (asked.push(size), brought(body, size)) });
      const first = await recording.frame(5);
      expect(asked).toEqual([]);
      const again = await recording.frame(5);
      expect(asked).toEqual([first.ok && first.unpacked]);
      expect(again).toEqual(first);
    }
  });
});
