import { describe, expect, it } from 'vitest';
import { csvOfRun } from '../../src/ui/export-csv.ts';
import { safeName } from '../../src/ui/files.ts';
import { firstSentence } from '../../src/ui/first-sentence.ts';
import { nextSeed } from '../../src/ui/next-seed.ts';
import { catalogueOf } from '../../src/ui/catalogue.ts';
import { runSource } from '../../src/playback/source.ts';
import { csvCell } from '../../src/words/csv.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

describe('a table for a spreadsheet', () => {
  it('has one line a flow under fixed headings, with seed and model on each', async () => {
    const run = syntheticRun({ ticks: 3 });
    const lines = (await csvOfRun(runSource(run))).split('\r\n');
    const flows = run.frames.flatMap((frame) => frame.phases.flatMap((phase) => phase.flows));
    expect(lines[0]).toBe('\ufeffscenario,seed,model,tick,phase,from,to,lane,purpose,amount_usd,units,contract,due_usd,flow_id');
    expect(lines.length).toBe(flows.length + 2);
    expect(lines[1]!.startsWith('synthetic,synthetic,synthetic-1,0,')).toBe(true);
    const column = lines.slice(1, -1).map((line) => Number(line.split(',')[9]));
    expect(column.reduce((sum, amount) => sum + amount, 0)).toBe(flows.reduce((sum, flow) => sum + flow.amount, 0));
  });

  it('makes what a spreadsheet would run harmless, and leaves negative numbers alone', () => {
    expect(csvCell('=HYPERLINK("x")')).toBe('"\'=HYPERLINK(""x"")"');
    for (const text of ['+1+1', '@SUM(A1)', '-cmd', '\tx']) expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true);
    expect(csvCell('-12.5')).toBe('-12.5');
    expect(csvCell(-7)).toBe('-7');
  });
});

describe('small things around files and seeds', () => {
  it('names files without anything a file system could trip over', () => {
    expect(safeName('../../etc/passwd')).toBe('etc-passwd');
    expect(safeName('班级 3')).toBe('班级-3');
    expect(safeName('///')).toBe('seed');
  });

  it('counts seeds on, so that a class gets the same further runs', () => {
    expect(nextSeed('42')).toBe('43');
    expect(nextSeed('class-9')).toBe('class-10');
    expect(nextSeed('class')).toBe('class-2');
  });

  it('cuts a description to its first sentence in either language, not at a decimal point', () => {
    expect(firstSentence('Demand falls by 2.5 %. Then it stays.')).toBe('Demand falls by 2.5 %.');
    expect(firstSentence('需求下降 2.5%。之后不再恢复。')).toBe('需求下降 2.5%。');
    expect(firstSentence('no end')).toBe('no end');
  });

  it('lists base first, then the fall of demand, then the others by name', () => {
    const catalogue = catalogueOf({ '../../scenarios/zebra.yaml': '', '../../scenarios/demand-shortfall.yaml': '', '../../scenarios/base.yaml': '', '../../scenarios/ant.yaml': '' });
    expect(catalogue.ids).toEqual(['base', 'demand-shortfall', 'ant', 'zebra']);
    expect(catalogue.scenario('zebra')).toBeNull();
  });
});
