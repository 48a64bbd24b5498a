/** The scenarios that came along with the page, as text, read when somebody looks. */
import type { Scenario } from '../model/scenario.ts';
import { loadScenario } from '../scenario/load.ts';
import type { ScenarioTexts } from '../session/ports.ts';

export interface Catalogue extends ScenarioTexts {
  /** Null for one that does not load, which a test rules out for those that ship. */
  scenario(id: string): Scenario | null;
}

export function catalogueOf(files: { readonly [path: string]: string }): Catalogue {
  const texts = new Map(
    Object.entries(files).map(([path, text]) => [path.replace(/^.*\//, '').replace(/\.yaml$/, ''), text] as const),
  );
  // base first, then by name: what others extend is met before them
  const ids = [...texts.keys()].sort((a, b) => Number(b === 'base') - Number(a === 'base') || Number(b === 'demand-shortfall') - Number(a === 'demand-shortfall') || (a < b ? -1 : 1));
  const read = new Map<string, Scenario | null>();
  const text = (id: string): string | undefined => texts.get(id);
  return {
    ids,
    text,
    scenario(id) {
      const known = read.get(id);
      if (known !== undefined) return known;
      const source = texts.get(id);
      const loaded = source === undefined ? null : loadScenario(source, `${id}.yaml`, text);
      const scenario = loaded !== null && loaded.ok ? loaded.scenario : null;
      read.set(id, scenario);
      return scenario;
    },
  };
}
