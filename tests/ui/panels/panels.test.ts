import { describe, expect, it } from 'vitest';
import type { ComponentType } from 'react';
import { MACHINES } from '../../../agents/index.ts';
import { statechartOf } from '../../../src/engine/statechart.ts';
import { PHASES } from '../../../src/model/phase.ts';
import type { Run } from '../../../src/model/frame.ts';
import type { CovenantState } from '../../../src/model/instrument.ts';
import { runSource } from '../../../src/playback/index.ts';
import { LANGUAGES } from '../../../src/words/language.ts';
import { historyOf } from '../../../src/histories/history.ts';
import { startInvented } from '../../ensemble/invented.ts';
import { withSettings } from '../../../src/scenario/set.ts';
import { soundScenario } from '../../../src/cli/scenarios.ts';
import { Books, Charts, Compare, Follow, FuturesPanel, Inspector, LiveSentence, TableView, Why } from '../../../src/ui/panels/index.ts';
import { CAST } from '../../fixtures/synthetic-scenario.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { markupOf, panelProps, textOf } from './render.ts';

const plain = syntheticRun({ ticks: 12 });
/** The invented run with the statecharts of the real machines. */
const run: Run = { ...plain, header: { ...plain.header, statecharts: Object.fromEntries(Object.entries(MACHINES).map(([kind, agent]) => [kind, statechartOf(agent.machine, kind)])) } };
const other = runSource(syntheticRun({ ticks: 12, rescued: true, parent: { digest: run.frames.at(-1)!.digest, tick: 5, changes: [{ kind: 'rescue', actor: 'start-ups' }] } }));

const invented = withSettings({ ...soundScenario('base'), horizon: 12 }, { 'demand.growth': 0.4 });
const histories = Array.from({ length: 12 }, (_, nth) => historyOf(`${nth}`, { seed: `1:${nth}`, set: {}, off: null }, startInvented({ scenario: invented, seed: `1:${nth}` })));
const control = { start: () => undefined, pause: () => undefined, resume: () => undefined, clear: () => undefined };
const futures = { histories, failed: ['1:12'], status: 'running', pace: 1500 } as const;

type AnyPanel = ComponentType<object>;
const PANELS: readonly { readonly name: string; readonly panel: AnyPanel; readonly extra: object }[] = [
  ...[...new Map(CAST.map((party) => [party.kind, party])).values()].map(({ id }) => ({ name: `the inspector of ${id}`, panel: Inspector as AnyPanel, extra: { selection: { kind: 'actor', id }, seek: () => undefined, why: () => undefined } })),
  { name: 'the inspector of nothing', panel: Inspector as AnyPanel, extra: { selection: null, why: () => undefined } },
  { name: 'the inspector of a lane', panel: Inspector as AnyPanel, extra: { selection: { kind: 'lane', key: 'microsoft/cash/nvidia' }, follow: () => undefined } },
  { name: 'the inspector of a lane that carries nothing', panel: Inspector as AnyPanel, extra: { selection: { kind: 'lane', key: 'nvidia/debt/xai' } } },
  { name: 'the inspector of a bundle', panel: Inspector as AnyPanel, extra: { selection: { kind: 'bundle', key: 'microsoft/nvidia' } } },
  { name: 'the inspector of a river', panel: Inspector as AnyPanel, extra: { selection: { kind: 'bundle', key: 'hyperscaler/cash/chipVendor' } } },
  { name: 'the books', panel: Books as AnyPanel, extra: {} },
  { name: 'the charts', panel: Charts as AnyPanel, extra: { selection: { kind: 'actor', id: 'coreweave' } } },
  { name: 'the tables', panel: TableView as AnyPanel, extra: { seek: () => undefined } },
  { name: 'comparing', panel: Compare as AnyPanel, extra: { against: other } },
  { name: 'comparing with nothing', panel: Compare as AnyPanel, extra: {} },
  { name: 'comparing with one that is on its way', panel: Compare as AnyPanel, extra: { againstComing: true } },
  { name: 'why', panel: Why as AnyPanel, extra: {} },
  { name: 'no futures yet', panel: FuturesPanel as AnyPanel, extra: { futures: null, control } },
  { name: 'a dozen futures', panel: FuturesPanel as AnyPanel, extra: { futures, control, open: () => undefined } },
  { name: 'the first futures of a recording, paused', panel: FuturesPanel as AnyPanel, extra: { futures: { ...futures, histories: histories.slice(0, 3), failed: [], status: 'paused' }, control } },
  { name: 'futures of other rules', panel: FuturesPanel as AnyPanel, extra: { futures: { ...futures, histories: [], status: 'refused' }, control } },
  { name: 'following', panel: Follow as AnyPanel, extra: {} },
];

/** Latin words that are right in a Chinese sentence: names and units. */
const LATIN = /^(GPU|AI|REIT|REITs|HHI|DebtRank|Meta|CoreWeave|OpenAI|Anthropic|xAI|AMD|Hopper|Blackwell|H100|demand|level|A|B)$/;

it('Compare says of a firm that fails twice when it failed again', () => {
  const early = { id: '4/resolve/early', key: 'early', type: 'default', actor: 'start-ups', data: {}, causes: [] } as const;
  const twice: Run = { ...run, frames: run.frames.map((frame) => (frame.tick !== 4 ? frame : { ...frame, phases: frame.phases.map((record) => (record.phase === 'resolve' ? { ...record, events: [...record.events, early] } : record)) })) };
  const said = (language: (typeof LANGUAGES)[number]): string => textOf(markupOf(Compare as AnyPanel, { ...panelProps(twice, 11, language), against: other }));
  expect(said('en')).toContain('Start-ups (May 2025, again Nov 2025)');
  expect(said('zh')).toContain('初创公司（2025年5月、2025年11月再次）');
});

describe.each(PANELS)('$name', ({ panel, extra }) => {
  it.each([0, 8, 10])('says something whole at tick %i in both languages', (tick) => {
    for (const language of LANGUAGES) {
      const text = textOf(markupOf(panel, { ...panelProps(run, tick, language), ...extra }));
      expect(text.length).toBeGreaterThan(10);
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object|null\b/);
      if (language === 'en') expect(text).not.toMatch(/[\u4e00-\u9fff]/);
      else for (const word of text.match(/[A-Za-z][A-Za-z0-9]+/g) ?? []) expect(word).toMatch(LATIN);
    }
  });

  it('can be shown after a single phase', () => {
    for (const phase of [0, 4, 9, 13]) expect(textOf(markupOf(panel, { ...panelProps(run, 9, 'en', phase), ...extra }))).not.toMatch(/undefined|NaN/);
  });
});

it.each(PANELS)('$name has Chinese punctuation in Chinese, also where a name is filled in', ({ panel, extra }) => {
  for (const tick of [0, 8, 10]) expect(textOf(markupOf(panel, { ...panelProps(run, tick, 'zh'), ...extra }))).not.toMatch(/\p{Script=Han} ?[,:;?!](?!\d)|\(\p{Script=Han}|\p{Script=Han}\)/u);
});

describe('The inspector', () => {
  const inspector = (id: string, tick: number, phase: number | null = null): string => textOf(markupOf(Inspector, { ...panelProps(run, tick, 'en', phase), selection: { kind: 'actor' as const, id } }));

  it('shows both sides of a balance sheet with the same sum', () => {
    for (const { id } of CAST.filter((party) => party.kind === 'hyperscaler' || party.kind === 'neocloud')) {
      const totals = [...inspector(id, 8).matchAll(/Total ([\d.,]+) Total ([\d.,]+)/g)];
      expect(totals).toHaveLength(1);
      expect(totals[0]![1]).toBe(totals[0]![2]);
    }
  });

  it('offers to save an actor until it is saved', () => {
    const saved: Run = { ...run, header: { ...run.header, parent: { digest: 'p', tick: 5, changes: [{ kind: 'rescue', actor: 'start-ups' }] } } };
    const offered = (of: Run, id: string, tick: number): boolean => markupOf(Inspector, { ...panelProps(of, tick, 'en'), selection: { kind: 'actor' as const, id }, suppose: () => undefined }).includes('data-what-if="rescue"');
    expect([offered(run, 'start-ups', 8), offered(saved, 'start-ups', 4), offered(saved, 'start-ups', 5), offered(saved, 'xai', 8)]).toEqual([true, true, false, true]);
    expect(textOf(markupOf(Inspector, { ...panelProps(saved, 8, 'en'), selection: { kind: 'actor' as const, id: 'start-ups' } }))).toMatch(/In this what-if .* cannot fail\./);
  });

  it('lights the state the actor is in and says which way it has just gone', () => {
    const markup = markupOf(Inspector, { ...panelProps(run, 9, 'en'), selection: { kind: 'actor' as const, id: 'coreweave' } });
    expect(textOf(markup)).toContain('This month: speculative → Ponzi');
    expect(markup).toMatch(/class="state now[^"]*"><rect[^>]*><\/rect><text[^>]*>Ponzi</);
    expect(markup).toContain('class="transition taken"');
    expect(textOf(markupOf(Inspector, { ...panelProps(run, 8, 'en'), selection: { kind: 'actor' as const, id: 'coreweave' } }))).not.toContain('This month: speculative');
  });

  it('does not know in the phase of payments what is decided about covenants later', () => {
    expect(inspector('coreweave', 9, PHASES.indexOf('settle'))).not.toContain('breaks a covenant');
    expect(inspector('coreweave', 9, PHASES.indexOf('covenants'))).toContain('breaks a covenant');
  });

  it('says under a name what lenders do about a covenant, the worst of its loans', () => {
    const props = panelProps(run, 9, 'en');
    const { loans } = props.scene.after;
    const own = Object.values(loans).find((loan) => loan.borrower === 'coreweave')!;
    const headed = (state: CovenantState, id = own.id): string => {
      const after = { ...props.scene.after, loans: { ...loans, [id]: { ...loans[id]!, covenantState: state } } };
      return textOf(markupOf(Inspector, { ...props, scene: { ...props.scene, after }, selection: { kind: 'actor' as const, id: 'coreweave' } }));
    };
    expect(headed('pass')).not.toContain('Covenant on its loans');
    expect(headed('cure')).toContain('Covenant on its loans: being cured.');
    expect(headed('accelerated')).toContain('Covenant on its loans: called in.');
    const another = Object.values(loans).find((loan) => loan.borrower !== 'coreweave')!;
    expect(headed('cure', another.id)).not.toContain('Covenant on its loans');
  });

  it('leaves the news to a lesson that says what to look at', () => {
    const told = (extra: { readonly news?: string | null }): string => textOf(markupOf(Inspector, { ...panelProps(run, 9, 'en'), selection: null, ...extra }));
    expect(told({ news: 'Money comes home.' })).toMatch(/^Oct 2025 Money comes home\./);
    expect(told({})).not.toContain('Money comes home.');
    expect(told({ news: null })).toMatch(/^Oct 2025 Click/);
  });

  it('shows a decision with its rule, what was seen and the limit', () => {
    const text = inspector('microsoft', 8);
    expect(text).toMatch(/Buy [\d,]+ GPUs from Nvidia/);
    expect(text).toContain('limit 5.0%');
  });

  it('shows what is left of a backstop and of a staged promise', () => {
    expect(inspector('coreweave', 8)).toContain('$6.3B left of $6.3B');
    expect(inspector('nvidia', 8)).toContain('2 of 10 stages paid');
  });

  it('says how much of what was due was not paid', () => {
    const text = textOf(markupOf(Inspector, { ...panelProps(run, 8, 'en'), selection: { kind: 'lane' as const, key: 'start-ups/cash/other-neoclouds' } }));
    expect(text).toMatch(/of \$\S+ due was not paid/);
  });
});

describe('Text from a file', () => {
  const hostile = '<img src=x onerror=alert(1)>"\'&';
  const scenario = { ...run.header.scenario, parties: run.header.scenario.parties.map((party) => ({ ...party, name: { en: `${hostile}${party.id}`, zh: `${hostile}${party.id}` } })) };
  const foreign: Run = { ...run, header: { ...run.header, scenario } };

  it.each(PANELS)('stays text in $name', ({ panel, extra }) => {
    for (const language of LANGUAGES) {
      const markup = markupOf(panel, { ...panelProps(foreign, 8, language), ...extra });
      expect(markup).not.toContain('<img');
    }
  });

  it('may name a state, rule or lane that nobody knows', () => {
    const machines = { ...run.frames[8]!.state.machines, coreweave: { value: { growth: 'constructor', solvency: '__proto__' }, since: {} } };
    const frames = run.frames.map((frame, tick) => (tick === 8 ? { ...frame, state: { ...frame.state, machines } } : frame));
    expect(() => markupOf(Inspector, { ...panelProps({ ...run, frames }, 8, 'en'), selection: { kind: 'actor' as const, id: 'coreweave' } })).not.toThrow();
    for (const selection of [{ kind: 'lane' as const, key: 'a/b/c' }, { kind: 'lane' as const, key: 'nvidia/constructor/openai' }, { kind: 'lane' as const, key: '' }, { kind: 'actor' as const, id: 'nobody' }, { kind: 'bundle' as const, key: '__proto__' }, { kind: 'bundle' as const, key: 'constructor/cash/toString' }, { kind: 'bundle' as const, key: 'hyperscaler/accrual/suppliers' }])
      expect(() => markupOf(Inspector, { ...panelProps(run, 8, 'en'), selection })).not.toThrow();
  });
});

describe('The live sentence', () => {
  it('says the month and its caption, and nothing while months fly past', () => {
    const props = panelProps(run, 10, 'en');
    expect(textOf(markupOf(LiveSentence, props))).toBe('Nov 2025. Start-ups default, $90M short of what is due.');
    expect(textOf(markupOf(LiveSentence, { ...props, silent: true }))).toBe('');
  });
});

describe('The panel of many histories', () => {
  const text = (extra: object): string => textOf(markupOf(FuturesPanel as AnyPanel, { ...panelProps(run, 8, 'en'), control, ...extra }));

  it('offers one thing to do while there is nothing', () => {
    const markup = markupOf(FuturesPanel as AnyPanel, { ...panelProps(run, 8, 'en'), control, futures: null });
    expect(markup.match(/<button/g)).toHaveLength(1);
    expect(textOf(markup)).toContain('Simulate 1,000 histories');
  });

  it('counts, says how long the rest takes, and names what could not be finished', () => {
    expect(text({ futures })).toContain('13 of 1,000 histories about 25 min left');
    expect(text({ futures })).toContain('1 could not be finished by the rules and is left out.');
    expect(text({ futures: { ...futures, status: 'paused' } })).toContain('13 of 1,000 histories paused');
  });

  it('says who defaults in how many histories, with the interval of so few', () => {
    const hits = histories.filter((history) => Object.hasOwn(history.defaults, 'start-ups')).length;
    expect(hits).toBeGreaterThan(0);
    expect(text({ futures })).toContain(`Start-ups ${Math.round((100 * hits) / 12)}% (${hits} of 12)`);
  });

  it('says nothing of chances before there are ten', () => {
    const few = text({ futures: { ...futures, histories: histories.slice(0, 9) } });
    expect(few).not.toContain('Who defaults');
    expect(few).toContain('appear with the first 10 histories');
  });

  it('leads to single histories only where there is a way', () => {
    const opener = (extra: object): number => (markupOf(FuturesPanel as AnyPanel, { ...panelProps(run, 8, 'en'), control, futures, ...extra }).match(/Open the history with seed/g) ?? []).length;
    expect(opener({ open: () => undefined })).toBe(3);
    expect(opener({})).toBe(0);
    expect(text({ futures })).toContain('Other histories of a recording cannot be opened');
  });
});
