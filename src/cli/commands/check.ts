/** `check`: every mistake in a scenario file, each with its place and a line that would be right. */
import { Failed } from '../failed.ts';
import type { Report } from '../report.ts';
import { readScenario } from '../scenarios.ts';
import type { Terminal } from '../terminal.ts';

export function check(terminal: Terminal, name: string): Report {
  const loaded = readScenario(name);
  if (!loaded.ok) throw new Failed({ key: 'cli.badScenario', path: name, problems: loaded.problems });
  const { scenario } = loaded;
  const { id, horizon, parties } = scenario;
  return {
    ok: true,
    json: { ok: true, file: name, id, name: scenario.name, parties: parties.length, horizon, problems: [] },
    text: terminal.words.scenarioFine({ name: scenario.name[terminal.language], parties: parties.length, months: horizon }),
  };
}
