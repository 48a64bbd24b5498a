/**
 * Every payment of a run as one table for a spreadsheet: UTF-8 with a mark, fixed English headings, one line a flow,
 * seed and version on the first line of every row's run columns. Cells that a spreadsheet would take for a formula are
 * made harmless; numbers stay numbers.
 */
import type { FrameSource } from '../playback/source.ts';

const HEADINGS = ['scenario', 'seed', 'model', 'tick', 'phase', 'from', 'to', 'lane', 'purpose', 'amount_usd', 'units', 'contract', 'due_usd', 'flow_id'] as const;
const BOM = '\ufeff';

export async function csvOfRun(source: FrameSource): Promise<string> {
  const { scenario, seed, model } = source.header;
  const lines: string[] = [HEADINGS.join(',')];
  for (let tick = 0; tick < source.length; tick++) {
    const read = await source.load(tick);
    if (!read.ok) throw new Error(`tick ${tick}`);
    for (const { phase, flows } of read.frame.phases)
      for (const flow of flows)
        lines.push(
          [scenario.id, seed, model, tick, phase, flow.from, flow.to, flow.lane, flow.purpose, flow.amount, flow.units ?? '', flow.contract ?? '', flow.obligation?.due ?? '', flow.id].map(cell).join(','),
        );
  }
  return `${BOM}${lines.join('\r\n')}\r\n`;
}

/** One cell: quoted where needed; a text that begins like a formula is preceded by an apostrophe. */
export function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const isNumber = /^-?\d+(\.\d+)?$/.test(value);
  const harmless = !isNumber && /^[=+@\t\r-]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
