/** `scenarios`: those that come with the program, and what each is about. */
import { shippedScenarios, soundScenario } from '../scenarios.ts';
import type { Report } from '../report.ts';
import { table, type Terminal } from '../terminal.ts';

export function scenarios({ words, language }: Terminal): Report {
  const all = shippedScenarios().map((id) => soundScenario(id));
  return {
    ok: true,
    json: { ok: true, scenarios: all.map(({ id, name, about, horizon }) => ({ id, name, what: about.what, horizon })) },
    text: table([words.field.id, words.field.name, words.field.months], all.map((one) => [one.id, one.name[language], String(one.horizon)]), [2]),
  };
}
