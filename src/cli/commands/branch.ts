/** `branch`: change something in a recorded history and run on, everybody else with the same luck. */
import type { Change } from '../../model/frame.ts';
import type { Tick } from '../../model/units.ts';
import { startBranch } from '../../playback/branch.ts';
import { settingProblem } from '../../scenario/set.ts';
import { makeSpeaker } from '../../words/speaker.ts';
import { loadEngine, rerunWith, type Months } from '../engine.ts';
import { Failed } from '../failed.ts';
import { parameter } from '../parameter.ts';
import { checkedOutput } from '../files.ts';
import { outcomeOf } from '../outcome.ts';
import { record } from '../record.ts';
import { wholeRun } from '../recordings.ts';
import type { Report } from '../report.ts';
import { changeText } from '../change-text.ts';
import { fileSize, type Terminal } from '../terminal.ts';

export interface BranchOptions {
  readonly at: Tick;
  readonly out: string;
  readonly set?: readonly string[];
  readonly hold?: readonly string[];
  readonly remove?: readonly string[];
  readonly channelOff?: readonly string[];
  readonly payInstead?: readonly string[];
  readonly rescue?: readonly string[];
  readonly resume?: boolean;
  readonly force?: boolean;
}

export async function branch(terminal: Terminal, path: string, options: BranchOptions): Promise<Report> {
  const { words, language } = terminal;
  const changes = changesFrom(options);
  const out = await checkedOutput(options.out, [path]);
  const engine = await loadEngine();
  const run = await wholeRun(terminal, path);
  const { model, scenario } = run.header;
  if (model !== engine.model) throw new Failed({ key: 'recording.otherModel', recorded: model, here: engine.model });
  for (const change of changes) {
    // names are looked up in the recording, which may have parameters of its own
    const problem = change.kind === 'set' ? settingProblem(change.path, change.value) : null;
    if (problem?.key === 'set.outside') throw new Failed(problem);
  }
  // after the last month of a complete history nothing follows that could come out otherwise
  if (options.at >= run.header.horizon) throw new Failed({ key: 'branch.tick', at: options.at, ticks: run.header.horizon - 1 });
  const started = startBranch(run, options.at, changes, rerunWith(engine));
  if (!started.ok) throw new Failed(started.problem);
  const speaker = makeSpeaker(language, scenario, terminal.names);
  const { format } = speaker;
  const outcome = outcomeOf(speaker);
  const months: Months = {
    header: started.branch.header,
    next() {
      const step = started.branch.next();
      if (!step.ok) throw new Failed(step.problem);
      return step.frame;
    },
  };
  const recorded = await record(terminal, months, { out, shown: options.out, resume: options.resume === true, force: options.force === true, visit: outcome.add });
  const json = {
    ok: true, parent: months.header.parent, file: options.out, bytes: recorded.bytes, ticks: recorded.ticks, digest: recorded.digest, resumedFrom: recorded.from, outcome: outcome.json(),
  };
  if (recorded.from === null) return { ok: true, json, text: words.alreadyComplete({ file: options.out, months: recorded.ticks }) };
  const text = [
    words.branched({ date: format.dateTick(options.at), file: options.out, months: recorded.ticks, size: fileSize(recorded.bytes ?? 0, format) }),
    ...changes.map((change) => `  ${changeText(change, words)}`),
    ...(recorded.from > 0 ? [words.continued(recorded.from)] : []),
    '',
    outcome.text({ digest: recorded.digest }),
    '',
    words.disclaimer,
  ];
  return { ok: true, json, text: text.join('\n') };
}

function changesFrom(options: BranchOptions): Change[] {
  return [
    ...(options.set ?? []).map((pair): Change => ({ kind: 'set', ...parameter(pair) })),
    ...(options.hold ?? []).map((key): Change => ({ kind: 'hold', key })),
    ...(options.remove ?? []).map((contract): Change => ({ kind: 'removeContract', contract })),
    ...(options.channelOff ?? []).map((channel): Change => ({ kind: 'channelOff', channel })),
    ...(options.payInstead ?? []).map((obligation): Change => ({ kind: 'payInstead', obligation })),
    ...(options.rescue ?? []).map((actor): Change => ({ kind: 'rescue', actor })),
  ];
}
