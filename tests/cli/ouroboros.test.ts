import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { chosenLanguage, chosenNames } from '../../src/cli/language.ts';
import { makeProgram } from '../../src/cli/program.ts';
import { printable, Terminal } from '../../src/cli/terminal.ts';
import type { DecisionDifference } from '../../src/playback/compare.ts';
import { CLI_WORDS } from '../../src/words/cli.ts';
import { decisionSentence } from '../../src/words/sentences.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { recorded } from '../fixtures/recorded.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { BIN, folder, inJson, ouroboros, ownProcess } from './ouroboros.ts';

describe('ouroboros', () => {
  it('says what it can do, in the language of the system or the one asked for', () => {
    const english = ownProcess(['--help']);
    const chinese = ownProcess(['--help', '--lang', 'zh']);
    expect([english.code, english.err, chinese.code]).toEqual([0, '', 0]);
    for (const [name, about] of Object.entries(CLI_WORDS.en.commands)) {
      expect(english.out).toContain(name);
      expect(english.out.replace(/\s+/g, ' ')).toContain(about);
    }
    for (const about of Object.values(CLI_WORDS.zh.commands)) expect(chinese.out.replace(/\s+/g, '')).toContain(about.replace(/\s+/g, ''));
    expect(ouroboros([], { env: { LANG: 'zh_CN.UTF-8' } }).out).toBe(chinese.out);
    expect(ouroboros(['--version']).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('explains every command, its options and an example, in both languages', () => {
    for (const lang of ['en', 'zh'] as const) {
      const terminal = new Terminal(lang, 'real', { write: () => undefined, isTTY: false }, { write: () => undefined, isTTY: false, stream: null });
      const program = makeProgram(terminal, '0.0.0', () => Promise.resolve());
      expect(program.commands.map((command) => command.name()).sort()).toEqual(expect.arrayContaining(Object.keys(CLI_WORDS[lang].commands).sort()));
      for (const command of program.commands) {
        let out = '';
        command.configureOutput({ writeOut: (text) => (out += text) });
        command.outputHelp();
        for (const part of ['--json', '--lang', `npx ouroboros ${command.name()}`, CLI_WORDS[lang].usage.example]) expect(out).toContain(part);
        if (lang === 'zh') expect(out).not.toMatch(/(Usage|Options|Arguments|Commands|default|choices):/);
      }
    }
  });

  it('chooses the language as other programs do', () => {
    expect(chosenLanguage(['run', '--lang', 'zh'], { LANG: 'en_US.UTF-8' })).toBe('zh');
    expect(chosenLanguage(['run', '--lang=en'], { LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(chosenLanguage([], { LC_ALL: 'C', LANG: 'zh_CN.UTF-8' })).toBe('en');
    expect(chosenLanguage([], { LC_ALL: '', LANG: 'zh_CN.UTF-8' })).toBe('zh');
    expect(chosenLanguage([], {})).toBe('en');
    expect(chosenLanguage(['--', '--lang', 'zh'], {})).toBe('en');
    expect([chosenNames(['run', '--names=generic']), chosenNames(['run', '--names', 'real']), chosenNames([])]).toEqual(['generic', 'real', 'real']);
  });

  it('answers what it does not understand with exit code 2 and the nearest it knows', () => {
    const cases: readonly (readonly [args: string[], says: RegExp])[] = [
      [['rnu', 'base'], /There is no command rnu\. Did you mean run\?/],
      [['run', 'bas'], /There is no scenario bas\. Did you mean base\? Give a file, or one of: base, /],
      [['run'], /<scenario> is missing/],
      [['run', 'base', '--mnths', '3'], /There is no option --mnths\. Did you mean --months\?/],
      [['run', 'base', '--months', '0'], /--months takes a whole number from 1 to 1200, not 0\./],
      [['run', 'base', '--months', '1e2'], /not 1e2\./],
      [['run', 'base', '--seed'], /--seed needs a value/],
      [['run', 'base', 'demand-shortfall'], /more than this command takes/],
      [['run', 'base', '--lang', 'fr'], /--lang takes one of en, zh, not fr/],
      [['export', 'x', '--out', 'y', '--format', 'xlsx'], /--format takes one of csv, parquet, jsonl, not xlsx/],
      [['export', 'x'], /--out is missing/],
      [['network', 'clera', 'x'], /<kind> takes one of clear, .*, not clera\. Did you mean clear\?/],
    ];
    for (const [args, says] of cases) {
      const { code, out, err } = ouroboros(args);
      expect([args, code, out]).toEqual([args, 2, '']);
      expect(err).toMatch(says);
      expect(err.trim().split('\n').length).toBe(1);
    }
    expect(ownProcess(['rnu', '--lang', 'zh'])).toEqual({ code: 2, out: '', err: '没有命令 rnu。是不是想输入 run\uff1fouroboros --help 会列出全部命令。\n' });
    expect(inJson(['run', 'bas'])).toMatchObject({ code: 2, json: { ok: false, error: expect.stringContaining('bas') as string, problem: { key: 'cli.noScenario', nearest: 'base' } } });
  });

  it('says where a scenario is wrong, in both languages, and runs nothing', () => {
    const place = folder();
    writeFileSync(join(place, 'mine.yaml'), 'format: 1\nid: mine\nextends: base\nname: { en: "Mine", zh: "我的" }\nhorizn: 12\n');
    const english = ouroboros(['check', 'mine.yaml'], { cwd: place });
    expect(english.code).toBe(1);
    expect(english.err).toMatch(/mine\.yaml line 5, column 1: .*horizn/);
    expect(english.err).toMatch(/Nothing was run\.\n$/);
    const chinese = ouroboros(['check', 'mine.yaml', '--lang', 'zh'], { cwd: place });
    expect([chinese.code, chinese.err]).toEqual([1, expect.stringMatching(/mine\.yaml.*5.*horizn/)]);
    expect(chinese.err).toMatch(/没有运行任何内容/);
    const { code, json } = inJson(['check', 'mine.yaml'], { cwd: place });
    expect([code, json]).toEqual([1, expect.objectContaining({ ok: false, problem: expect.objectContaining({ key: 'cli.badScenario' }) as object })]);
    expect(ouroboros(['run', 'mine.yaml', '--out', 'run.ndjson.gz'], { cwd: place })).toEqual(english);
    expect(ouroboros(['check', 'base']).code).toBe(0);
    expect(ouroboros(['check', 'none.yaml'])).toMatchObject({ code: 1, err: expect.stringContaining('There is no file none.yaml') as string });
    expect(ouroboros(['check', place])).toMatchObject({ code: 1 });
  });

  it('refuses a scenario file of any size in little memory', () => {
    const place = folder();
    writeFileSync(join(place, 'large.yaml'), Buffer.alloc(50_000_000, 32));
    expect(ouroboros(['check', 'large.yaml'], { cwd: place, env: { NODE_OPTIONS: '--max-old-space-size=192' } })).toMatchObject({ code: 1, err: expect.stringContaining('50000000 characters, at most 2000000') as string });
  });

  it('says what is in a recording, whole or cut, and what is wrong with others', async () => {
    const place = folder();
    const bytes = await recorded(syntheticRun({ ticks: 6 }));
    writeFileSync(join(place, 'run.ndjson.gz'), bytes);
    writeFileSync(join(place, 'cut.ndjson.gz'), bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    writeFileSync(join(place, 'text'), 'hello');
    writeFileSync(join(place, 'empty'), '');
    const whole = inJson(['info', 'run.ndjson.gz'], { cwd: place });
    expect(whole).toMatchObject({ code: 0, json: { ok: true, ticks: 6, horizon: 6, seed: 'synthetic', problem: null } });
    expect(ouroboros(['info', 'run.ndjson.gz'], { cwd: place }).out).toContain('complete');
    expect(inJson(['info', 'cut.ndjson.gz'], { cwd: place })).toMatchObject({ code: 1, json: { ok: false, problem: { key: 'recording.torn' } } });
    expect(ouroboros(['info', 'cut.ndjson.gz', '--lang', 'zh'], { cwd: place }).out).toMatch(/这份模拟记录在第 \d 个月处中断/);
    expect(ouroboros(['info', 'text'], { cwd: place })).toMatchObject({ code: 1, err: expect.stringContaining('This file holds text, not a recording') as string });
    expect(ouroboros(['info', 'empty'], { cwd: place })).toMatchObject({ code: 1, err: expect.stringContaining('This file is empty') as string });
    expect(ouroboros(['info', 'none'], { cwd: place })).toMatchObject({ code: 1, err: expect.stringContaining('There is no file none') as string });
    expect(ouroboros(['info', '.'], { cwd: place })).toMatchObject({ code: 1, err: expect.stringContaining('it is a folder') as string });
    expect(ouroboros(['validate', 'run.ndjson.gz'], { cwd: place })).toMatchObject({ code: 0, err: '' });
    for (const place_ of [0.3, 0.5, 0.7]) {
      const changed = bytes.slice();
      changed[Math.floor(bytes.length * place_)]! ^= 4;
      writeFileSync(join(place, 'changed.ndjson.gz'), changed);
      const { code, json } = inJson(['validate', 'changed.ndjson.gz'], { cwd: place });
      expect([code, json.problem]).toEqual([1, expect.objectContaining({ key: 'recording.changed' })]);
      expect(json.ticks).toBe((json.problem as { tick: number }).tick);
    }
  });

  it('shows text from files without letting it act on the terminal', () => {
    expect(printable('a\u001b[2Jb\u009b31mc\u202ed\u0007\u2028e\n中\tx')).toBe('a\ufffd[2Jb\ufffd31mc\ufffdd\ufffd\ufffde\n中\tx');
    const { err } = ouroboros(['info', 'no\u001b[31mfile']);
    expect(err).not.toContain('\u001b');
  });

  it('sets two recordings side by side', async () => {
    const place = folder();
    writeFileSync(join(place, 'a.ndjson.gz'), await recorded(syntheticRun({ ticks: 12 })));
    writeFileSync(join(place, 'b.ndjson.gz'), await recorded(syntheticRun({ ticks: 12, demand: { from: 5, level: 0.8 } })));
    const { code, json } = inJson(['compare', 'a.ndjson.gz', 'b.ndjson.gz'], { cwd: place });
    expect([code, json.same, json.parting]).toEqual([0, false, { tick: 5, phase: expect.any(String) as string }]);
    const difference = json.firstDivergentDecision as DecisionDifference;
    const told = ouroboros(['compare', 'a.ndjson.gz', 'b.ndjson.gz', '--lang', 'zh'], { cwd: place }).out;
    expect(told).toContain(decisionSentence((difference.a ?? difference.b)!, makeSpeaker('zh', syntheticRun({ ticks: 12 }).header.scenario)));
    expect(inJson(['compare', 'a.ndjson.gz', 'a.ndjson.gz'], { cwd: place }).json.same).toBe(true);
    const csv = ouroboros(['compare', 'a.ndjson.gz', 'b.ndjson.gz', '--csv'], { cwd: place }).out;
    expect(csv.startsWith('\ufefftick,measure,a,b,difference\r\n')).toBe(true);
    expect(csv.split('\r\n').filter((line) => line.includes(',vendor.revenue,')).length).toBe(12);
    expect(ouroboros(['compare', 'a.ndjson.gz', 'b.ndjson.gz', '--on', 'nothing'], { cwd: place })).toMatchObject({ code: 1, err: expect.stringContaining('the event nothing') as string });
    const event = syntheticRun({ ticks: 12 }).frames.flatMap((frame) => frame.phases.flatMap((phase) => phase.events)).find((one) => one.type === 'default')!;
    expect(inJson(['compare', 'a.ndjson.gz', 'b.ndjson.gz', '--on', event.key], { cwd: place }).json.alignment).toMatchObject({ event: event.key });
  });

  it('works out networks, the good ones of a list beside the bad', () => {
    const good = { owed: [[0, 10], [5, 0]], means: [3, 1] };
    const bad = { owed: [[0, 10]], means: [3, 1] };
    const list = ouroboros(['network', 'clear', '-', '--json'], { input: JSON.stringify([good, bad]) });
    expect([list.code, JSON.parse(list.out)]).toEqual([0, [expect.objectContaining({ paid: [8, 5] }), { error: expect.any(String) as string }]]);
    const single = inJson(['network', 'clear', '-'], { input: JSON.stringify(bad) });
    expect([single.code, single.json]).toEqual([1, expect.objectContaining({ ok: false, error: expect.any(String) as string })]);
    expect(ouroboros(['network', 'clear', '-'], { input: JSON.stringify(good) }).out).toContain('payments');
    expect(ouroboros(['network', 'clear', '-'], { input: '{' })).toMatchObject({ code: 1, err: expect.stringContaining('is not JSON') as string });
  });

  it('says nothing when its reader has gone', () => {
    const place = folder();
    writeFileSync(join(place, 'cases.json'), JSON.stringify(Array.from({ length: 20_000 }, () => ({ sales: [1, 2, 3] }))));
    const piped = spawnSync('sh', ['-c', `"${process.execPath}" "${BIN}" network concentration cases.json --json | head -n 1`], { cwd: place, encoding: 'utf8' });
    expect([piped.stdout, piped.stderr]).toEqual(['[\n', '']);
  });
});
