import { describe, expect, test } from 'vitest';
import { explain } from '../../src/explain/causes.ts';
import { chronicleOf, readChronicle } from '../../src/explain/chronicle.ts';
import { testAllCauses } from '../../src/explain/counterfactual.ts';
import { fold, webOf } from '../../src/explain/fold.ts';
import { explainReport, followReport } from '../../src/explain/report.ts';
import { drawWhy } from '../../src/explain/why-picture.ts';
import { runSource } from '../../src/playback/source.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { startSyntheticRun, syntheticRun } from '../fixtures/synthetic-run.ts';
import { againBy } from '../fixtures/again.ts';
import { story, type ToldEvent } from './story.ts';

const run = syntheticRun({ ticks: 14, horizon: 14 });
const shock = '6/shock/world/shock/shortfall';
const CJK = /[\u4e00-\u9fff]/;

describe('why, on the terminal', () => {
  test('names what was missing, the chain by month and the sum', () => {
    const { ok, text } = explainReport(run, { actor: 'start-ups' });
    expect(ok).toBe(true);
    expect(text).toMatch(/^Why did Start-ups default in Nov 2025\?\nIt was \$90M short of what was due\./);
    expect(text).toContain('Jul 2025 · tick 6\n  ▼ Demand falls by 40 %.\n      → $90M to Start-ups: missed payment (shock)');
    expect(text).toContain('  $90,000,000  AI services, End customers');
    expect(text).toMatch(/Where it began\n {2}\$90M {2}100\.0% {2}Jul 2025 {2}Demand falls by 40 %\./);
    expect(text).toContain('Accounted for: $90,000,000.\nCushions and good news absorbed another $10M.');
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });

  test('says the same in Chinese', () => {
    const { text } = explainReport(run, { lang: 'zh' });
    expect(text).toMatch(/^初创公司为什么在2025年11月违约/);
    for (const line of text.split('\n').filter((each) => each.trim() !== '' && !each.includes('美元'))) expect(line).toMatch(CJK);
    expect(text).not.toMatch(/undefined|NaN|\[object|Accounted|Where/);
  });

  test('gives programs whole dollars that sum', () => {
    const { json } = explainReport(run);
    if (!json.ok || json.direction !== 'back') throw new Error('backwards');
    expect([json.total, json.roots.reduce((sum, root) => sum + root.share, 0), json.lines.reduce((sum, line) => sum + line.share, 0)]).toEqual([90_000_000, 90_000_000, 90_000_000]);
    expect(json.gaps).toEqual([]);
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });

  test('forwards tells what it broke', () => {
    const { text, json } = explainReport(run, { event: shock, forward: true });
    expect(text).toMatch(/^What did it break\? Demand falls by 40 %\./);
    expect(text).toMatch(/\$90M of \$90M {2}Start-ups default/);
    expect(text).toContain('$90M of what was missing in one default is due to it.');
    if (!json.ok || json.direction !== 'forward') throw new Error('forwards');
    expect(json.losses).toEqual([{ id: '10/resolve/private-credit/lenderLoss/start-ups-term', actor: 'private-credit', tick: 10, dollars: 500_000_000, of: 500_000_000 }]);
    expect(explainReport(run, { event: '10/mark/world/usedPriceFell/hopper', forward: true, lang: 'zh' }).text).toContain('此模拟记录中没有别的事由它而起');
  });

  test('tells what testing the causes came to', () => {
    const chronicle = chronicleOf(run);
    const explanation = explain(chronicle, chronicle.find('10/resolve/start-ups/default/settlement')!);
    const tested = testAllCauses(run, explanation, againBy(({ seed, scenario, parent }) => startSyntheticRun({ seed, horizon: scenario.horizon, parent, rescued: parent.tick <= 8 })));
    const { text } = explainReport(run, { tested });
    expect(text).toContain('✓ Necessary\n    Without this: “Demand falls by 40 %”, Start-ups survive');
    expect(text).toContain('✕ Not necessary\n    Without the payment that Start-ups missed to Other neoclouds, Start-ups fail all the same, in Nov 2025.');
    expect(explainReport(run, { tested, lang: 'zh' }).text).toContain('如果没有“需求下降 40%”\uff0c初创公司能活下来');
  });

  test('says when else the firm failed', () => {
    const early = { id: '4/resolve/early', key: 'early', type: 'default', actor: 'start-ups', data: {}, causes: [] } as const;
    const twice = { ...run, frames: run.frames.map((frame) => (frame.tick !== 4 ? frame : { ...frame, phases: frame.phases.map((record) => (record.phase === 'resolve' ? { ...record, events: [...record.events, early] } : record)) })) };
    expect(explainReport(twice, { event: '10/resolve/start-ups/default/settlement' }).text).toContain('Start-ups also defaulted in May 2025: --event 4/resolve/early');
    expect(explainReport(run, { actor: 'start-ups' }).text).not.toContain('also defaulted');
  });

  test('refuses what it cannot answer, in words', () => {
    const asked = (request: Parameters<typeof explainReport>[1]) => explainReport(run, request);
    expect(asked({ actor: 'nobody' })).toMatchObject({ ok: false, json: { problem: { key: 'explain.nobody' } } });
    expect(asked({ actor: 'startups' }).text).toContain('Did you mean start-ups?');
    expect(asked({ actor: 'suppliers' })).toMatchObject({ ok: false, json: { problem: { key: 'explain.nobody' } } });
    expect(asked({ actor: 'coreweave' }).text).toMatch(/^`coreweave` does not default in this recording\. .*\n {2}9\/covenants\/coreweave\/coverBreach\/coreweave-facility/);
    expect(asked({ actor: 'coreweave', event: '10/resolve/start-ups/default/settlement' })).toMatchObject({ ok: false, json: { problem: { key: 'explain.notTheirs', whose: 'start-ups' } } });
    expect(asked({ actor: 'start-ups', event: '10/resolve/start-ups/default/settlement' }).ok).toBe(true);
    expect(asked({ event: '__proto__', lang: 'zh' }).text).toContain('`__proto__`');
    expect(explainReport(syntheticRun({ ticks: 5 })).json).toEqual({ ok: false, problem: { key: 'explain.quiet' } });
    expect(followReport(syntheticRun({ ticks: 3 })).json).toEqual({ ok: false, problem: { key: 'follow.noTranche' } });
    expect(followReport(run, 'x').ok).toBe(false);
  });

  test('says where a recording from elsewhere leaves something open', () => {
    const told = story({ tick: 0, id: 'mood', type: 'stateChanged', actor: 'nvidia' }, { tick: 2, id: 'end', type: 'default', actor: 'nvidia', short: { mood: 7, gone: 3 } });
    const { text } = explainReport(told, { actor: 'nvidia' });
    expect(text).toContain('The recording leaves something open\n  `end` names a cause that is not recorded: `gone`.\n  `mood` names no cause.');
    expect(text).toContain('? Something that is not in the recording.');
  });

  test('is read from a recording month by month as from a run', async () => {
    const read = await readChronicle(runSource(run));
    if (!read.ok) throw new Error(read.problem.key);
    expect(explainReport(read.chronicle)).toEqual(explainReport(run));
  });
});

describe('follow a dollar, on the terminal', () => {
  test('says where it is, what came home and how often it was revenue', () => {
    const { text, json } = followReport(run);
    expect(text).toMatch(/^Follow \$1B that Nvidia pays OpenAI in May 2025/);
    expect(text).toMatch(/came home to Nvidia\.\nEach dollar of it was somebody's revenue \d\.\d\d times\./);
    expect(text).toMatch(/Suppliers · out of the loop/);
    if (!json.ok) throw new Error('followed');
    expect(Object.values(json.held).reduce((sum, dollars) => sum + dollars, 0)).toBe(json.amount);
    const months = (told: string): number => told.split('\n').filter((line) => / · tick \d+$/.test(line)).length;
    const every = followReport(run, json.flow, { all: true }).text;
    expect(months(text)).toBeLessThan(months(every));
    expect(every).not.toContain('--all');
    expect(text).toContain(`and ${months(every) - months(text)} months more with --all`);
    expect(followReport(run, json.flow, { lang: 'zh' }).text).toMatch(/^追踪英伟达在2025年5月付给OpenAI的 10亿美元/);
    expect(followReport(run, json.flow, { names: 'generic' }).ok).toBe(true);
  });
});

describe('the picture of a chain', () => {
  test('has text in both languages that stays inside its boxes', () => {
    const chronicle = chronicleOf(run);
    for (const language of ['en', 'zh'] as const) {
      const picture = drawWhy(fold(webOf(explain(chronicle, chronicle.find('10/resolve/start-ups/default/settlement')!))), makeSpeaker(language, run.header.scenario), { width: 1200, height: 500 });
      expect(picture.boxes.map((box) => box.title.join(''))).toHaveLength(3);
      expect(picture.edges.map((edge) => edge.label?.text)).toEqual(language === 'en' ? ['$90M', '$90M'] : ['9000万美元', '9000万美元']);
      for (const box of picture.boxes) expect(box.height).toBeGreaterThanOrEqual((box.title.length + box.detail.length) * picture.lineHeight);
      for (const edge of picture.edges) expect(edge.path).toMatch(/^M[\d. -]+(C[\d. -]+)+$/);
      expect(picture.edges[0]!.sentence).toMatch(language === 'en' ? /That is behind \$90M of this: / : CJK);
    }
  });

  test('gets narrower boxes before it gets wider', () => {
    const chain: ToldEvent[] = Array.from({ length: 6 }, (_each, nth) => ({ tick: nth + 1, id: `e${nth}`, type: 'missedPayment', actor: 'nvidia', because: [[nth === 0 ? 'fall' : `e${nth - 1}`, 5]] }));
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, ...chain);
    const web = webOf(explain(told, told.find('e5')!));
    const speaker = makeSpeaker('en', told.header.scenario);
    const [wide, narrow] = [2400, 1400].map((width) => drawWhy(web, speaker, { width, height: 400 }));
    expect(wide!.boxes[0]!.width).toBeGreaterThan(narrow!.boxes[0]!.width);
    expect(wide!.width).toBe(2400);
  });
});
