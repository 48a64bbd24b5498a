import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource, openRecording } from '../../src/recording/index.ts';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun, testSha256 } from '../fixtures/synthetic-run.ts';
import { folder, inJson, ouroboros } from './ouroboros.ts';

const run = syntheticRun();
const whole = await recorded(run);
const other = await recorded(syntheticRun({ demand: { from: 4, level: 0.5 } }));
const opened = await openRecording(bytesSource(whole), { sha256: testSha256 });
if (!opened.ok) throw new Error(opened.problem.key);
const { members } = opened.recording;
const inside = members[6]!.offset + 40;
const changed = whole.slice();
changed[inside]! ^= 4;

function files(): { readonly [name in 'whole' | 'other' | 'changed' | 'cut']: string } {
  const place = folder();
  const written = (name: string, bytes: Uint8Array): string => {
    const path = join(place, `${name}.ndjson.gz`);
    writeFileSync(path, bytes);
    return path;
  };
  return { whole: written('whole', whole), other: written('other', other), changed: written('changed', changed), cut: written('cut', whole.slice(0, inside)) };
}

describe('ouroboros info', () => {
  it('looks at every stored byte before it calls a recording complete', () => {
    const { whole: path, changed: bad } = files();
    const [fine, wrong] = [inJson(['info', path]), inJson(['info', bad])];
    expect([fine.code, fine.json['ok'], fine.json['ticks']]).toEqual([0, true, 12]);
    expect([wrong.code, wrong.json['ok'], wrong.json['ticks'], wrong.json['problem']]).toEqual([1, false, 5, { key: 'recording.changed', tick: 5 }]);
    expect(ouroboros(['info', path]).out).toContain('complete; every month is stored as it was saved');
    expect(ouroboros(['info', bad, '--lang', 'zh']).out).toContain('第 5 个月在保存之后被改动');
    expect(ouroboros(['info', bad]).out).not.toContain('complete');
  });

  it('lists who takes part with the ids that other commands take', () => {
    const { whole: path } = files();
    for (const lang of ['en', 'zh']) {
      const { out } = ouroboros(['info', path, '--lang', lang]);
      for (const { id } of run.header.scenario.parties) expect(out).toContain(`(${id})`);
    }
    expect((inJson(['info', path]).json['parties'] as { id: string }[]).map((party) => party.id)).toEqual(run.header.scenario.parties.map((party) => party.id));
  });
});

describe('ouroboros compare', () => {
  it('says which of the two was cut or changed', () => {
    const { whole: path, cut, changed: bad } = files();
    expect(ouroboros(['compare', cut, path]).err).toBe(`A (${cut}): This recording stops at tick 5 of 12 (the file was cut). Everything before is intact.\n`);
    expect(ouroboros(['compare', path, cut, '--lang', 'zh']).err).toMatch(/^B（.*cut\.ndjson\.gz）：这份模拟记录在第 5 个月处中断/);
    const refused = inJson(['compare', path, bad]);
    expect([refused.code, refused.json['problem']]).toEqual([1, { key: 'cli.ofRecording', side: 'B', path: bad, problem: { key: 'recording.changed', tick: 5 } }]);
    expect(ouroboros(['compare', path, bad]).err).toContain('add --intact');
    const intact = ouroboros(['compare', path, bad, '--intact']);
    expect([intact.code, intact.out]).toEqual([0, expect.stringContaining('B has 5 months')]);
    expect(intact.err).toMatch(/^B \(.*\): Tick 5 was changed after recording/);
  });

  it('lines two histories up on an event that both have, and offers those when it is another', () => {
    const { whole: path, other: second } = files();
    const refused = ouroboros(['compare', path, second, '--on', 'nobody/default/default']);
    expect(refused.code).toBe(1);
    const key = /^ {2}(\S+)$/m.exec(refused.err)?.[1];
    expect(key).toBeDefined();
    const { code, json } = inJson(['compare', path, second, '--on', key!]);
    expect([code, (json['alignment'] as { event: string }).event]).toEqual([0, key]);
  });

  it('tells the decision and its rule apart', () => {
    const { whole: path, other: second } = files();
    const { out } = ouroboros(['compare', path, second]);
    expect(out).toMatch(/^ {2}A: .+ \(.+\)$/m);
  });
});

describe('ouroboros explain', () => {
  it('refuses to test causes of what came after', () => {
    const { whole: path } = files();
    const { code, json } = inJson(['explain', path, '--forward', '--test']);
    expect([code, json['problem']]).toEqual([2, { key: 'usage.together', option: '--test', other: '--forward' }]);
    expect(ouroboros(['explain', path, '--forward', '--test', '--lang', 'zh']).err).toContain('不能同用');
    expect(inJson(['run', 'base', '--resume', '--force', '--out', `${path}.other`]).json['problem']).toEqual({ key: 'usage.together', option: '--resume', other: '--force' });
  });
});
