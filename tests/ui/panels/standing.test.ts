import { describe, expect, it } from 'vitest';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import { moment, nextClass, standing } from '../../../src/ui/panels/standing.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { panelProps } from './render.ts';

const run = syntheticRun({ ticks: 12 });
const speaker = makeSpeaker('en', run.header.scenario);
const state = { ...run.frames[8]!.state, loans: {} };
const firm = { leverage: 0.3, interestCover: null, debtServiceCover: 1.4, runway: 7.2, minsky: 'hedge' } as const;
const said = (own: Partial<Record<keyof typeof firm, unknown>>, kind: 'aiLab' | 'lender' = 'aiLab'): string => standing('openai', kind, { ...firm, ...own } as never, state, speaker).join(' · ');

describe('How near a firm stands to trouble', () => {
  it('is told by cash, cover and debt', () => {
    expect(said({})).toBe('cash for 7.2 months at the last year’s pace · cover 1.40× · debt over assets 30%');
  });

  it('shows no cover where there is next to no debt, none where there is nothing to pay it with, and none that nobody can read', () => {
    expect(said({ leverage: 0.001, debtServiceCover: -2117 })).toBe('cash for 7.2 months at the last year’s pace · no debt to speak of');
    expect(said({ debtServiceCover: -9.9 })).not.toMatch(/[−-]\d/);
    expect(said({ debtServiceCover: 1208 })).toContain('cover above 100×');
  });

  it('calls cash that is spent spent, and does not count the months of a lender', () => {
    expect(said({ runway: 1e-9 })).toContain('no cash left');
    expect(said({ runway: null }, 'lender')).not.toMatch(/year|cash/);
  });

  it('says where the class read at the start of a month and the figures of its close part', () => {
    expect(nextClass('hedge', { ...firm, minsky: 'ponzi' }, speaker)).toContain('Ponzi');
    for (const [shown, measured] of [['hedge', 'hedge'], ['inDefault', 'ponzi'], ['hedge', 'none'], ['equityBurner', 'equityBurner']] as const) expect(nextClass(shown, { ...firm, minsky: measured }, speaker)).toBeNull();
  });

  it('says of which moment its figures are: the close, or a phase; and what new terms made of them', () => {
    const { scene } = panelProps(run, 10, 'en');
    const terms = { ...scene.frame, phases: scene.frame.phases.map((record) => (record.phase === 'resolve' ? { ...record, events: [...record.events, { id: 'x', key: 'x', type: 'restructured', actor: 'start-ups', data: {}, causes: [] } as never] } : record)) };
    expect(moment('start-ups', { ...scene, frame: terms }, speaker).join(' ')).toMatch(/close of Nov 2025\. .*new terms/);
    expect(moment('openai', { ...scene, frame: terms }, speaker)).toHaveLength(1);
    expect(moment('openai', panelProps(run, 10, 'en', 9).scene, speaker)[0]).toMatch(/after “settlement” in Nov 2025/);
  });
});
