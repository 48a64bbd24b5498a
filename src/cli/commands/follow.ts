/** `follow`: where the dollars of one payment went. */
import { followReport } from '../../explain/report.ts';
import type { Run } from '../../model/frame.ts';
import { Failed } from '../failed.ts';
import { wholeRun } from '../recordings.ts';
import type { Report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

/** Without a flow: the chip maker's first payment into one of its customers. */
export async function followCommand(terminal: Terminal, path: string, { flow, all = false }: { readonly flow?: string; readonly all?: boolean }): Promise<Report> {
  const run = await wholeRun(terminal, path);
  const told = followReport(run, flow === undefined ? undefined : flowId(run, flow), { lang: terminal.language, names: terminal.names, all });
  if ('problem' in told.json) throw new Failed(told.json.problem);
  return { ok: true, text: `${told.text}\n\n${terminal.words.disclaimer}`, json: told.json };
}

/** A key without its month means the first of that key. */
function flowId({ frames }: Run, name: string): string {
  const flows = frames.flatMap((frame) => frame.phases.flatMap((record) => record.flows));
  return (flows.find((flow) => flow.id === name) ?? flows.find((flow) => flow.key === name))?.id ?? name;
}
