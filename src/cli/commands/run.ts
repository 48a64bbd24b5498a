/** `run`: simulate a scenario and record it. */
import { meant } from '../../model/nearest.ts';
import { CHANNELS, type Channel } from '../../model/phase.ts';
import type { Scenario } from '../../model/scenario.ts';
import { settingProblem, withSettings } from '../../scenario/set.ts';
import { makeSpeaker } from '../../words/speaker.ts';
import { loadEngine } from '../engine.ts';
import { Failed } from '../failed.ts';
import { checkedOutput } from '../files.ts';
import { outcomeOf } from '../outcome.ts';
import { parameter } from '../parameter.ts';
import { record } from '../record.ts';
import type { Report } from '../report.ts';
import { scenarioPath, soundScenario } from '../scenarios.ts';
import { fileSize, type Terminal } from '../terminal.ts';

export interface RunOptions {
  readonly seed: string;
  readonly out?: string;
  readonly months?: number;
  readonly resume?: boolean;
  readonly force?: boolean;
  readonly set?: readonly string[];
  readonly channelOff?: readonly string[];
}

export async function run(terminal: Terminal, name: string, options: RunOptions): Promise<Report> {
  const { words, format, language } = terminal;
  const scenario = settled(withMonths(soundScenario(name), options.months), options);
  const shown = options.out ?? '';
  const out = options.out === undefined ? null : await checkedOutput(options.out, [scenarioPath(name)]);
  const engine = await loadEngine();
  const months = engine.start({ scenario, seed: options.seed });
  const outcome = outcomeOf(makeSpeaker(language, scenario, terminal.names));
  const recorded = await record(terminal, months, { out, shown, resume: options.resume === true, force: options.force === true, visit: outcome.add });
  const json = {
    ok: true, scenario: scenario.id, seed: options.seed, model: engine.model, horizon: scenario.horizon, ticks: recorded.ticks, digest: recorded.digest,
    file: options.out ?? null, bytes: recorded.bytes, resumedFrom: recorded.from, outcome: outcome.json(),
  };
  const called = scenario.name[language];
  if (recorded.from === null) return { ok: true, json, text: words.alreadyComplete({ file: shown, months: recorded.ticks }) };
  const text = [
    recorded.bytes === null
      ? words.simulated({ months: recorded.ticks, name: called, seed: options.seed })
      : words.recorded({ months: recorded.ticks, name: called, seed: options.seed, file: shown, size: fileSize(recorded.bytes, format) }),
    ...(recorded.from > 0 ? [words.continued(recorded.from)] : []),
    '',
    outcome.text({ digest: recorded.digest }),
    '',
    words.disclaimer,
  ];
  return { ok: true, json, text: text.join('\n') };
}

/** The same scenario over more or fewer months: a scenario of its own, so that its recording can be verified. */
function withMonths(scenario: Scenario, months: number | undefined): Scenario {
  return months === undefined ? scenario : { ...scenario, horizon: months };
}

/** The same scenario under what was set, a scenario of its own as well. */
function settled(scenario: Scenario, { set = [], channelOff = [] }: RunOptions): Scenario {
  const settings: { [name: string]: number } = {};
  for (const { path, value } of set.map(parameter)) {
    const problem = settingProblem(path, value);
    if (problem !== null) throw new Failed(problem);
    settings[path] = value;
  }
  for (const channel of channelOff) if (!isChannel(channel)) throw new Failed({ key: 'branch.channel', name: channel, known: CHANNELS.join(', '), ...meant(channel, CHANNELS) });
  return withSettings(scenario, settings, channelOff.filter(isChannel));
}

const isChannel = (name: string): name is Channel => (CHANNELS as readonly string[]).includes(name);
