import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bytesSource, loadRun, openRecording } from '../../src/recording/index.ts';
import { nodeSha256 as sha256 } from './damage.ts';

const example = (name: string): Uint8Array => readFileSync(new URL(`../../docs/examples/${name}`, import.meta.url));

test('a recording written by the example in another language passes every check and plays', async () => {
  const opened = await openRecording(bytesSource(example('customer-and-vendor.ndjson.gz')), { sha256 });
  if (!opened.ok) throw new Error(JSON.stringify(opened.problem));
  const { run, problem } = await loadRun(opened.recording);
  expect(problem).toBeNull();
  expect(run.frames.map((frame) => frame.state.accounts['vendor']!.cash)).toEqual([100, 220, 370]);
  // the file in docs was written by the script in docs as it stands
  expect(run.header.note).toBe(`write_recording.py ${createHash('sha256').update(example('write_recording.py')).digest('hex')}`);
});
