import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Run } from '../../src/model/frame.ts';
import { bytesSource, loadRun, openRecording } from '../../src/recording/index.ts';
import { nodeSha256 as sha256 } from './damage.ts';

const SCRIPT = new URL('../../docs/examples/write_recording.py', import.meta.url);
const FILE = new URL('../../docs/examples/customer-and-vendor.ndjson.gz', import.meta.url);

async function played(bytes: Uint8Array): Promise<Run> {
  const opened = await openRecording(bytesSource(bytes), { sha256 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const { run, problem } = await loadRun(opened.recording);
  expect([opened.recording.problem, problem]).toEqual([null, null]);
  return run;
}

/** What the script writes now; without that language on this machine, what it wrote when it was last changed. */
function written(): Uint8Array {
  if (spawnSync('python3', ['--version']).status !== 0) return readFileSync(FILE);
  const folder = mkdtempSync(join(tmpdir(), 'other-program-'));
  try {
    const out = join(folder, 'written.ndjson.gz');
    const { status, stderr } = spawnSync('python3', [fileURLToPath(SCRIPT), out], { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    return readFileSync(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('the worked example in another language', () => {
  test('is in docs as the script in docs wrote it, passes every check and plays', async () => {
    const run = await played(readFileSync(FILE));
    expect(run.frames.map((frame) => frame.state.accounts['vendor']!.cash)).toEqual([100, 220, 370]);
    expect(run.header.note).toBe(`write_recording.py ${createHash('sha256').update(readFileSync(SCRIPT)).digest('hex')}`);
  });

  test('writes the same run when it is run', async () => {
    const [now, then] = [await played(written()), await played(readFileSync(FILE))];
    expect(now.header).toEqual(then.header);
    expect(now.frames.map((frame) => frame.digest)).toEqual(then.frames.map((frame) => frame.digest));
  });
});
