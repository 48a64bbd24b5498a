/**
 * Every payment of a run as one table for a spreadsheet: fixed English headings, one line a flow, scenario, seed and
 * model on each line.
 */
import type { FrameSource } from '../playback/source.ts';
import { csvLine, CSV_MARK } from '../words/csv.ts';

const HEADINGS = ['scenario', 'seed', 'model', 'tick', 'phase', 'from', 'to', 'lane', 'purpose', 'amount_usd', 'units', 'contract', 'due_usd', 'flow_id'] as const;

export async function csvOfRun(source: FrameSource): Promise<string> {
  const { scenario, seed, model } = source.header;
  const lines: string[] = [CSV_MARK, csvLine(HEADINGS)];
  for (let tick = 0; tick < source.length; tick++) {
    const read = await source.load(tick);
    if (!read.ok) throw new Error(`tick ${tick}`);
    for (const { phase, flows } of read.frame.phases)
      for (const flow of flows)
        lines.push(csvLine([scenario.id, seed, model, tick, phase, flow.from, flow.to, flow.lane, flow.purpose, flow.amount, flow.units ?? null, flow.contract ?? null, flow.obligation?.due ?? null, flow.id]));
  }
  return lines.join('');
}
