/** `explain`: why something happened, what it led to, and which of its causes were necessary. */
import { explain } from '../../explain/causes.ts';
import { chronicleOf } from '../../explain/chronicle.ts';
import { testCauses, type TestOutcome } from '../../explain/counterfactual.ts';
import { findTarget } from '../../explain/question.ts';
import { explainReport } from '../../explain/report.ts';
import type { Run } from '../../model/frame.ts';
import { loadAgain } from '../engine.ts';
import { Failed } from '../failed.ts';
import { interruption } from '../interruption.ts';
import { wholeRun } from '../recordings.ts';
import type { Report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

export interface ExplainOptions {
  readonly actor?: string;
  readonly event?: string;
  readonly forward?: boolean;
  readonly test?: boolean;
}

export async function explainCommand(terminal: Terminal, path: string, { actor, event, forward, test }: ExplainOptions): Promise<Report> {
  const run = await wholeRun(terminal, path);
  const chronicle = chronicleOf(run);
  const question = { ...(actor === undefined ? {} : { actor }), ...(event === undefined ? {} : { event }) };
  const found = findTarget(chronicle, question);
  if (!found.ok) throw new Failed(found.problem);
  const tested = test === true ? await necessity(terminal, run, () => explain(chronicle, found.target)) : undefined;
  if (tested?.ok === false) throw new Failed(tested.problem);
  const told = explainReport(chronicle, { ...question, forward: forward === true, lang: terminal.language, names: terminal.names, ...(tested === undefined ? {} : { tested }) });
  return { ok: told.ok, text: `${told.text}\n\n${terminal.words.disclaimer}`, json: told.json };
}

/** Simulates again without each root cause; only the rules that made a recording can do that. */
async function necessity(terminal: Terminal, run: Run, explanation: () => ReturnType<typeof explain>): Promise<TestOutcome> {
  const { model, again } = await loadAgain();
  if (run.header.model !== model) throw new Failed({ key: 'recording.otherModel', recorded: run.header.model, here: model });
  const testing = testCauses(run, explanation(), again);
  const { horizon } = run.header;
  const stop = interruption();
  let progress = terminal.progress('repeating', 0);
  let total = 0;
  try {
    for (;;) {
      const next = testing.next();
      if (next.done === true) return next.value;
      const { trial, trials, tick } = next.value;
      if (trials * horizon !== total) {
        progress.stop();
        progress = terminal.progress('repeating', (total = trials * horizon));
      }
      const done = (trial - 1) * horizon + tick + 1;
      progress.at(done);
      await stop.breathe();
      if (stop.asked) throw new Failed({ key: 'cli.interrupted', part: null, ticks: done, horizon: total });
    }
  } finally {
    progress.stop();
    stop.end();
  }
}
