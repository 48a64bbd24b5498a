import { describe, expect, it } from 'vitest';
import { followReport } from '../../../src/explain/report.ts';
import { Follow } from '../../../src/ui/panels/index.ts';
import { LANGUAGES } from '../../../src/words/language.ts';
import { syntheticRun } from '../../fixtures/synthetic-run.ts';
import { markupOf, panelProps, textOf } from './render.ts';

const run = syntheticRun({ ticks: 24, horizon: 24 });
const flows = run.frames.flatMap((frame) => frame.phases.flatMap((record) => record.flows)).filter((flow) => flow.dye !== undefined);
const followed = [flows.find((flow) => flow.purpose === 'vendorShareIssue')!, ...flows.filter((_, index) => index % 401 === 7)];

describe('a dollar followed on the page', () => {
  it.each(LANGUAGES)('has the figures of the terminal, holder by holder (%s)', (language) => {
    expect(followed.length).toBeGreaterThan(3);
    for (const flow of followed) {
      const told = followReport(run, flow.id, { lang: language });
      if ('problem' in told.json) throw new Error(told.json.problem.key);
      const { json, text } = told;
      const props = panelProps(run, 23, language);
      const { format, party } = props.speaker;
      const page = textOf(markupOf(Follow, { ...props, flow: flow.id }));
      const times = format.number(json.timesRevenue, 2);
      const home = format.percent(json.cameHome / json.amount, 1);
      for (const figure of [times, ...(json.cameHome > 0 ? [home] : [])]) expect([page.includes(figure), text.includes(figure)], `${flow.id}: ${figure}`).toEqual([true, true]);
      for (const [id, dollars] of Object.entries(json.held).filter(([, amount]) => amount > 0)) {
        expect(page, flow.id).toContain(`${party(id)} ${format.dollars(dollars)}`);
        expect(text, flow.id).toMatch(new RegExp(`${escaped(format.dollars(dollars))} .*${escaped(party(id))}`));
      }
      // to the dollar
      expect(page).toContain(format.dollarsExact(Object.values(json.held).reduce((sum, amount) => sum + amount, 0)));
      expect(Object.values(json.held).reduce((sum, amount) => sum + amount, 0)).toBe(flow.amount);
    }
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
