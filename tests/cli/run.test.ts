import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { BIN, folder, inJson, ouroboros, startOuroboros } from './ouroboros.ts';

/** Waits until a file has grown past some bytes, or the one who writes it has ended. */
async function grown(path: string, bytes: number, ended: () => boolean): Promise<void> {
  while (!ended() && !(existsSync(path) && statSync(path).size > bytes)) await new Promise((resolve) => setTimeout(resolve, 2));
}

describe('ouroboros run', () => {
  for (const scenario of ['base', 'demand-shortfall'])
    it(`records ${scenario} so that it can be repeated to the last digest, and not after one byte has changed`, () => {
      const place = folder();
      const run = inJson(['run', scenario, '--seed', '42', '--months', '6', '--out', 'run.ndjson.gz'], { cwd: place });
      expect(run).toMatchObject({ code: 0, json: { ok: true, scenario, seed: '42', ticks: 6, horizon: 6, file: 'run.ndjson.gz', resumedFrom: 0 } });
      expect(run.json.bytes).toBe(statSync(join(place, 'run.ndjson.gz')).size);
      expect(inJson(['verify', 'run.ndjson.gz'], { cwd: place })).toMatchObject({ code: 0, json: { ok: true, ticks: 6, digest: run.json.digest } });
      const bytes = readFileSync(join(place, 'run.ndjson.gz'));
      bytes[Math.floor(bytes.length / 2)]! ^= 1;
      writeFileSync(join(place, 'changed.ndjson.gz'), bytes);
      const changed = ouroboros(['verify', 'changed.ndjson.gz'], { cwd: place });
      expect([changed.code, changed.out]).toEqual([1, expect.stringMatching(/^Tick \d+ was changed after recording/)]);
      expect(ouroboros(['verify', 'changed.ndjson.gz', '--lang', 'zh'], { cwd: place }).out).toMatch(/^第 \d+ 个月在保存之后被改动/);
    });

  it('depends on scenario, seed and months, and on nothing else', () => {
    const place = folder();
    const digest = (args: string[], cwd = place): unknown => inJson(['run', 'base', '--months', '4', ...args], { cwd, env: { TZ: 'Asia/Shanghai' } }).json.digest;
    const first = digest(['--seed', 'a', '--out', 'a.ndjson.gz']);
    expect(digest(['--seed', 'a'])).toBe(first); // recorded or not
    expect(inJson(['run', 'base', '--months', '4', '--seed', 'a'], { cwd: '/', env: { LANG: 'zh_CN.UTF-8', TZ: 'UTC' } }).json.digest).toBe(first);
    expect(digest(['--seed', 'b'])).not.toBe(first);
    expect(inJson(['run', 'base', '--months', '5', '--seed', 'a']).json.digest).not.toBe(first);
    expect(inJson(['verify', 'a.ndjson.gz'], { cwd: place })).toMatchObject({ code: 0, json: { ticks: 4 } });
  });

  it('says when a sum outgrows the books, and writes nothing', () => {
    const place = folder();
    const found = ouroboros(['run', 'base', '--months', '12', '--set', 'demand.growth=9999999', '--out', 'a.ndjson.gz'], { cwd: place });
    expect([found.code, found.err]).toEqual([1, expect.stringContaining('A sum outgrew nine quadrillion dollars')]);
    expect(existsSync(join(place, 'a.ndjson.gz'))).toBe(false);
  });

  it('says what came of it in both languages, and that it is no forecast', () => {
    const english = ouroboros(['run', 'base', '--months', '3']);
    expect([english.code, english.err]).toEqual([0, '']);
    expect(english.out).toMatch(/^Simulated 3 months of “[^”]+”, seed 42\. Nothing was recorded/);
    expect(english.out).toContain('A simulation, not a forecast.');
    expect(ouroboros(['run', 'base', '--months', '3', '--lang', 'zh']).out).toContain('这是模拟');
  });
});

describe('a recording that is interrupted', () => {
  it('opens after kill -9 with at most a month lost, and --resume ends with the same bytes', async () => {
    const place = folder();
    expect(ouroboros(['run', 'base', '--seed', '7', '--months', '8', '--out', 'whole.ndjson.gz'], { cwd: place }).code).toBe(0);
    const whole = readFileSync(join(place, 'whole.ndjson.gz'));
    for (const share of [0.02, 0.5]) {
      const name = `killed-${share}.ndjson.gz`;
      const part = join(place, `${name}.part`);
      const child = startOuroboros(['run', 'base', '--seed', '7', '--months', '8', '--out', name], { cwd: place });
      await grown(part, whole.length * share, () => child.exitCode !== null);
      child.kill('SIGKILL');
      await child.ended;
      expect(existsSync(join(place, name)), 'killed before it was complete').toBe(false);
      const info = inJson(['info', `${name}.part`], { cwd: place }).json;
      expect((info.problem as { key: string }).key).toMatch(/^recording\.(torn|unclosed)$/);
      const again = inJson(['run', 'base', '--seed', '7', '--months', '8', '--out', name], { cwd: place });
      expect(again).toMatchObject({ code: 1, json: { problem: { key: 'cli.unfinished' } } });
      const resumed = inJson(['run', 'base', '--seed', '7', '--months', '8', '--out', name, '--resume'], { cwd: place });
      expect(resumed).toMatchObject({ code: 0, json: { resumedFrom: info.ticks } });
      expect(readFileSync(join(place, name)).equals(whole)).toBe(true);
      expect(existsSync(part)).toBe(false);
    }
  });

  it('is kept on Ctrl-C, with a word on how to go on', async () => {
    const place = folder();
    const child = startOuroboros(['run', 'base', '--seed', '7', '--months', '8', '--out', 'run.ndjson.gz'], { cwd: place });
    await grown(join(place, 'run.ndjson.gz.part'), 20_000, () => child.exitCode !== null);
    child.kill('SIGINT');
    const { code, err } = await child.ended;
    expect([code, err]).toEqual([130, expect.stringMatching(/^Stopped after \d+ of 8 months, which are safe in run\.ndjson\.gz\.part\. Add --resume to go on\.\n$/)]);
    expect(existsSync(join(place, 'run.ndjson.gz'))).toBe(false);
    expect(inJson(['run', 'base', '--seed', '7', '--months', '8', '--out', 'run.ndjson.gz', '--resume'], { cwd: place }).code).toBe(0);
    expect(ouroboros(['run', 'base', '--seed', '7', '--months', '8', '--out', 'run.ndjson.gz', '--resume'], { cwd: place }).out).toContain('already complete');
  });

  it('is kept when there is no more room, and goes on once there is', () => {
    const place = folder();
    // a limit of the shell stands for a disk that fills up: 400 blocks of 512 bytes
    const run = (limit: string, more: string): ReturnType<typeof spawnSync> =>
      spawnSync('sh', ['-c', `ulimit -f ${limit}; trap '' XFSZ; exec "${process.execPath}" "${BIN}" run base --seed 7 --months 8 --out run.ndjson.gz ${more}`], { cwd: place, encoding: 'utf8' });
    const full = run('400', '');
    expect([full.status, full.stderr]).toEqual([1, expect.stringMatching(/^run\.ndjson\.gz could not be written: .*The first \d+ months are safe in run\.ndjson\.gz\.part\. Make room and add --resume/)]);
    expect(existsSync(join(place, 'run.ndjson.gz'))).toBe(false);
    expect(run('unlimited', '--resume').status).toBe(0);
    expect(inJson(['validate', 'run.ndjson.gz'], { cwd: place })).toMatchObject({ code: 0, json: { ticks: 8 } });
    const other = folder();
    const none = spawnSync('sh', ['-c', `ulimit -f 1; trap '' XFSZ; exec "${process.execPath}" "${BIN}" run base --months 2 --out run.ndjson.gz`], { cwd: other, encoding: 'utf8' });
    expect([none.status, none.stderr]).toEqual([1, expect.stringContaining('No file was left.')]);
    expect(existsSync(join(other, 'run.ndjson.gz.part'))).toBe(false);
  });
});

describe('ouroboros branch', () => {
  it('makes a history that parts where it was told to, and can be verified', () => {
    const place = folder();
    const run = (...args: string[]): ReturnType<typeof inJson> => inJson(args, { cwd: place });
    expect(run('run', 'base', '--months', '7', '--seed', '42', '--out', 'a.ndjson.gz').code).toBe(0);
    const branch = run('branch', 'a.ndjson.gz', '--at', '3', '--set', 'demand.level=0.5', '--out', 'b.ndjson.gz');
    expect(branch).toMatchObject({ code: 0, json: { ok: true, ticks: 7, parent: { tick: 3, changes: [{ kind: 'set', path: 'demand.level', value: 0.5 }] } } });
    expect(run('verify', 'b.ndjson.gz')).toMatchObject({ code: 0, json: { ticks: 7 } });
    expect(run('compare', 'a.ndjson.gz', 'b.ndjson.gz').json).toMatchObject({ same: false, parting: { tick: 3 } });
    // a branch of a branch stands on both changes
    expect(run('branch', 'b.ndjson.gz', '--at', '5', '--rescue', 'openai', '--channel-off', 'rent', '--out', 'c.ndjson.gz')).toMatchObject({ code: 0, json: { parent: { tick: 5, earlier: [{ tick: 3 }] } } });
    expect(run('verify', 'c.ndjson.gz').code).toBe(0);
    expect(ouroboros(['info', 'c.ndjson.gz'], { cwd: place }).out).toMatch(/demand\.level = 0\.5/);
  });

  it('says which change cannot be made', () => {
    const place = folder();
    expect(ouroboros(['run', 'base', '--months', '3', '--out', 'a.ndjson.gz'], { cwd: place }).code).toBe(0);
    const cases: readonly (readonly [args: string[], code: number, says: string])[] = [
      [['--at', '2'], 1, 'Nothing would change'],
      [['--at', '40', '--set', 'demand.level=1'], 1, 'There is no tick 40'],
      [['--at', '3', '--set', 'demand.level=1'], 1, 'Choose one from 0 to 2'],
      [['--at', '1', '--set', 'demand.levle=1'], 1, 'no parameter `demand.levle`'],
      [['--at', '1', '--set', 'demand.level'], 2, '--set takes a name and a number'],
      [['--at', '1', '--set', 'demand.level=much'], 2, '--set takes a name and a number'],
      [['--at', '1', '--set', 'demand.level=-3'], 2, '`demand.level` cannot be -3'],
      [['--at', '1', '--rescue', 'nobody'], 1, 'nobody'],
      [['--at', '1', '--channel-off', 'nothing'], 1, 'The channels are'],
      [['--at', '1', '--remove', 'nothing'], 1, 'no contract `nothing`'],
      [['--at', '1', '--hold', 'nothing'], 1, 'nothing'],
      [['--at', '1', '--set', 'demand.level=1', '--out', 'a.ndjson.gz'], 1, 'cannot be written at the same time'],
    ];
    const before = readFileSync(join(place, 'a.ndjson.gz'));
    for (const [args, code, says] of cases) {
      const out = args.includes('--out') ? [] : ['--out', 'b.ndjson.gz'];
      const found = ouroboros(['branch', 'a.ndjson.gz', ...args, ...out], { cwd: place });
      expect([args, found.code, found.err]).toEqual([args, code, expect.stringContaining(says)]);
    }
    expect(existsSync(join(place, 'b.ndjson.gz'))).toBe(false);
    expect(readFileSync(join(place, 'a.ndjson.gz')).equals(before)).toBe(true);
  });

  it('does not repeat what other rules have made', () => {
    const place = folder();
    const example = new URL('../../docs/examples/customer-and-vendor.ndjson.gz', import.meta.url).pathname;
    for (const args of [['verify', example], ['branch', example, '--at', '1', '--rescue', 'x', '--out', 'b.ndjson.gz']]) {
      const { code, json } = inJson(args, { cwd: place });
      expect([code, (json.problem as { key: string }).key]).toEqual([1, 'recording.otherModel']);
    }
  });
});
