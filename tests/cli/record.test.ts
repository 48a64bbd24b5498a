import { existsSync, readdirSync, readFileSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Failed } from '../../src/cli/failed.ts';
import { checkedOutput, FileSink, openSource, partOf, type SinkFile } from '../../src/cli/files.ts';
import { record, type RecordOptions } from '../../src/cli/record.ts';
import { Terminal } from '../../src/cli/terminal.ts';
import { openRecording } from '../../src/recording/read.ts';
import { recorded } from '../fixtures/recorded.ts';
import { startSyntheticRun, syntheticRun, testSha256, type SyntheticOptions } from '../fixtures/synthetic-run.ts';
import { folder } from './ouroboros.ts';

const silent = new Terminal('en', 'real', { write: () => undefined, isTTY: false }, { write: () => undefined, isTTY: false, stream: null });
const OPTIONS: SyntheticOptions = { ticks: 8, horizon: 8 };
const whole = await recorded(syntheticRun(OPTIONS));

const to = (out: string, more: Partial<RecordOptions> = {}): RecordOptions => ({ out, shown: out, resume: false, force: false, ...more });
const problemOf = async (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no failure', (error: unknown) => (error instanceof Failed ? error.problem : error));

describe('recording into a file', () => {
  it('gives the file its name only at the end', async () => {
    const out = join(folder(), 'run.ndjson.gz');
    const seen: boolean[] = [];
    const done = await record(silent, startSyntheticRun(OPTIONS), to(out, { visit: () => seen.push(existsSync(out)) }));
    expect(seen).toEqual(Array(8).fill(false));
    expect(done).toMatchObject({ ticks: 8, from: 0, bytes: statSync(out).size });
    expect(readFileSync(out).equals(whole)).toBe(true);
    expect(existsSync(partOf(out))).toBe(false);
  });

  it('goes on from wherever it was cut and ends with the same bytes', async () => {
    const place = folder();
    // inside the header, right after it, inside months, between months, inside the index and the trailer
    for (const bytes of [0, 1, 500, ...[1, 2, 5, 8].flatMap((eighth) => [Math.floor((whole.length * eighth) / 9), Math.floor((whole.length * eighth) / 9) + 1]), whole.length - 10, whole.length - 300]) {
      const out = join(place, `cut-${bytes}.ndjson.gz`);
      writeFileSync(partOf(out), whole.subarray(0, bytes));
      await record(silent, startSyntheticRun(OPTIONS), to(out, { resume: true }));
      expect(readFileSync(out).equals(whole), `cut at ${bytes}`).toBe(true);
      expect(existsSync(partOf(out))).toBe(false);
    }
  });

  it('leaves an unfinished file alone unless told what to do with it', async () => {
    const out = join(folder(), 'run.ndjson.gz');
    writeFileSync(partOf(out), whole.subarray(0, 3000));
    expect(await problemOf(record(silent, startSyntheticRun(OPTIONS), to(out)))).toEqual({ key: 'cli.unfinished', part: partOf(out) });
    expect(statSync(partOf(out)).size).toBe(3000);
    await record(silent, startSyntheticRun(OPTIONS), to(out, { force: true }));
    expect(readFileSync(out).equals(whole)).toBe(true);
  });

  it('leaves another finished recording alone, and anything else that has the name', async () => {
    const out = join(folder(), 'run.ndjson.gz');
    writeFileSync(out, whole);
    const other = { ...OPTIONS, seed: 'other' };
    const { seed, scenario } = startSyntheticRun(OPTIONS).header;
    for (const resume of [false, true]) expect(await problemOf(record(silent, startSyntheticRun(other), to(out, { resume })))).toEqual({ key: 'cli.inTheWay', path: out, recording: { scenario: scenario.id, seed } });
    expect(readFileSync(out).equals(whole)).toBe(true);
    // the same history again loses nothing
    await record(silent, startSyntheticRun(OPTIONS), to(out));
    expect(readFileSync(out).equals(whole)).toBe(true);
    writeFileSync(out, 'a letter');
    expect(await problemOf(record(silent, startSyntheticRun(OPTIONS), to(out)))).toEqual({ key: 'cli.inTheWay', path: out, recording: null });
    expect(readFileSync(out, 'utf8')).toBe('a letter');
    await record(silent, startSyntheticRun(other), to(out, { force: true }));
    expect(readFileSync(out).equals(whole)).toBe(false);
  });

  it('does not go on with another run', async () => {
    const out = join(folder(), 'run.ndjson.gz');
    const part = whole.subarray(0, Math.floor(whole.length / 2));
    writeFileSync(partOf(out), part);
    const other = { ...OPTIONS, seed: 'other' };
    expect(await problemOf(record(silent, startSyntheticRun(other), to(out, { resume: true })))).toEqual({ key: 'cli.otherRun', part: partOf(out), differs: 'seed' });
    expect(await problemOf(record(silent, startSyntheticRun({ ticks: 9, horizon: 9 }), to(out, { resume: true })))).toMatchObject({ differs: 'months' });
    const branch = { ...OPTIONS, parent: { digest: '0'.repeat(64), tick: 3, changes: [{ kind: 'rescue', actor: 'openai' }] } } as const;
    expect(await problemOf(record(silent, startSyntheticRun(branch), to(out, { resume: true })))).toMatchObject({ differs: 'changes' });
    expect(readFileSync(partOf(out)).equals(part)).toBe(true);
  });

  it('does not append to months that no longer come out the same', async () => {
    const out = join(folder(), 'run.ndjson.gz');
    writeFileSync(partOf(out), whole.subarray(0, whole.length - 2000));
    const changed = startSyntheticRun({ ...OPTIONS, demand: { from: 1, level: 0.5 } });
    expect(await problemOf(record(silent, changed, to(out, { resume: true })))).toMatchObject({ key: 'recording.diverged' });
    expect(statSync(partOf(out)).size).toBe(whole.length - 2000);
  });

  it('has nothing to do for a complete one', async () => {
    const out = join(folder(), 'run.ndjson.gz');
    writeFileSync(out, whole);
    expect(await record(silent, startSyntheticRun(OPTIONS), to(out, { resume: true }))).toMatchObject({ ticks: 8, from: null });
    expect(readFileSync(out).equals(whole)).toBe(true);
  });

  it('throws away only what it wrote itself when the rules break', async () => {
    const place = folder();
    const { header } = startSyntheticRun(OPTIONS);
    const fresh = join(place, 'fresh.ndjson.gz');
    expect(await problemOf(record(silent, { header, next: brokenNext(3) }, to(fresh)))).toMatchObject({ message: 'the books do not balance' });
    expect(readdirSync(place)).toEqual([]);
    const old = join(place, 'old.ndjson.gz');
    writeFileSync(partOf(old), whole.subarray(0, Math.floor(whole.length / 2)));
    expect(await problemOf(record(silent, { header, next: brokenNext(7) }, to(old, { resume: true })))).toMatchObject({ message: 'the books do not balance' });
    expect(await ticksIn(partOf(old))).toBe(7);
  });
});

/** A run whose rules break in month `at`. */
function brokenNext(at: number): ReturnType<typeof startSyntheticRun>['next'] {
  const run = startSyntheticRun(OPTIONS);
  let tick = 0;
  return () => {
    if (tick++ === at) throw new Error('the books do not balance');
    return run.next();
  };
}

async function ticksIn(path: string): Promise<number> {
  const source = await openSource(path);
  try {
    const opened = await openRecording(source, { sha256: testSha256 });
    return opened.ok ? opened.recording.ticks : 0;
  } finally {
    await source.close();
  }
}

describe('a file on a disk that fills up', () => {
  /** Takes `room` bytes, half of what is asked at a time, then nothing. */
  const fullAfter = (room: number): { file: SinkFile; bytes: () => number } => {
    let taken = 0;
    const file = {
      write: (_bytes: Uint8Array, _offset: number, length: number) => {
        if (taken >= room) return Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' }));
        const bytesWritten = Math.max(1, Math.min(room - taken, Math.ceil(length / 2)));
        taken += bytesWritten;
        return Promise.resolve({ bytesWritten, buffer: new Uint8Array() });
      },
      sync: () => Promise.resolve(),
      close: () => Promise.resolve(),
      truncate: () => Promise.resolve(),
    } as unknown as SinkFile;
    return { file, bytes: () => taken };
  };

  it('writes short writes to their end, and passes on what the system says', async () => {
    const roomy = fullAfter(1000);
    await FileSink.over('x', roomy.file).write(new Uint8Array(1000));
    expect(roomy.bytes()).toBe(1000);
    await expect(FileSink.over('x', fullAfter(999).file).write(new Uint8Array(1000))).rejects.toMatchObject({ code: 'ENOSPC' });
  });
});

describe('where output may go', () => {
  it('is a plain file in a folder that is there', async () => {
    const place = folder();
    writeFileSync(join(place, 'file'), 'x');
    expect(await checkedOutput(join(place, 'new'))).toBe(join(place, 'new'));
    expect(await checkedOutput(join(place, 'file'))).toBe(join(place, 'file'));
    expect(await problemOf(checkedOutput(place))).toMatchObject({ key: 'cli.notWritable', code: 'EISDIR' });
    expect(await problemOf(checkedOutput(join(place, 'nothing', 'new')))).toEqual({ key: 'cli.noFolder', path: join(place, 'nothing') });
    expect(await problemOf(checkedOutput(join(place, 'file', 'new')))).toMatchObject({ key: 'cli.notWritable', code: 'ENOTDIR' });
    expect(await problemOf(checkedOutput(join(place, 'file'), [join(place, 'file')]))).toMatchObject({ key: 'cli.ontoItself' });
  });

  it('is never a device, which a rename would replace', async () => {
    expect(await problemOf(checkedOutput('/dev/null'))).toEqual({ key: 'cli.notAFile', path: '/dev/null' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('follows links, so that the link stays a link', async () => {
    const place = folder();
    writeFileSync(join(place, 'real'), 'x');
    symlinkSync(join(place, 'real'), join(place, 'link'));
    expect(await checkedOutput(join(place, 'link'))).toBe(join(place, 'real'));
    expect(await problemOf(checkedOutput(join(place, 'link'), [join(place, 'real')]))).toMatchObject({ key: 'cli.ontoItself' });
  });
});

describe('reading a file', () => {
  it('gives what is there when it is cut while it is read', async () => {
    const path = join(folder(), 'run');
    writeFileSync(path, whole);
    const source = await openSource(path);
    truncateSync(path, 100);
    expect((await source.read(50, 200)).length).toBe(50);
    expect((await source.read(whole.length - 5, 200)).length).toBe(0);
    await source.close();
  });

  it('says what is wrong with the path', async () => {
    const place = folder();
    expect(await problemOf(openSource(join(place, 'none')))).toMatchObject({ key: 'cli.noFile' });
    expect(await problemOf(openSource(place))).toMatchObject({ key: 'cli.unreadable', code: 'EISDIR' });
  });
});
