/** `run`: simulate a scenario and record it. */
import type { Scenario } from '../../model/scenario.ts';
import { makeSpeaker } from '../../words/speaker.ts';
import { loadEngine } from '../engine.ts';
import { checkedOutput } from '../files.ts';
import { outcomeOf } from '../outcome.ts';
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
}

export async function run(terminal: Terminal, name: string, options: RunOptions): Promise<Report> {
  const { words, format, language } = terminal;
  const scenario = withMonths(soundScenario(name), options.months);
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
    outcome.text(words, { digest: recorded.digest }),
    '',
    words.disclaimer,
  ];
  return { ok: true, json, text: text.join('\n') };
}

/** The same scenario over more or fewer months: a scenario of its own, so that its recording can be verified. */
function withMonths(scenario: Scenario, months: number | undefined): Scenario {
  return months === undefined ? scenario : { ...scenario, horizon: months };
}
