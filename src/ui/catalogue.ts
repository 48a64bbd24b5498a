/** The scenarios that came along with the page, read when somebody looks. */
import type { Scenario } from '../model/scenario.ts';
import type { Written } from '../scenario/load.ts';
import type { ScenarioTexts } from '../session/ports.ts';
import { readScenario } from '../session/read-scenario.ts';

export interface Catalogue extends ScenarioTexts {
  /** Null for one that does not load, which a test rules out for those that ship. */
  scenario(id: string): Scenario | null;
}

export function catalogueOf(files: { readonly [path: string]: Written }, exact?: () => Promise<ScenarioTexts>): Catalogue {
  const texts = new Map(
    Object.entries(files).map(([path, text]) => [path.replace(/^.*\//, '').replace(/\.yaml$/, ''), text] as const),
  );
  // base first, then by name: what others extend is met before them
  const ids = [...texts.keys()].sort((a, b) => Number(b === 'base') - Number(a === 'base') || Number(b === 'demand-shortfall') - Number(a === 'demand-shortfall') || (a < b ? -1 : 1));
  const catalogue: Catalogue = {
    ids,
    text: (id) => texts.get(id),
    ...(exact === undefined ? {} : { exact }),
    scenario(id) {
      const source = texts.get(id);
      const loaded = source === undefined ? null : readScenario(catalogue, source, `${id}.yaml`);
      return loaded !== null && loaded.ok ? loaded.scenario : null;
    },
  };
  return catalogue;
}
