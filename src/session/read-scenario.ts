/** Reading a scenario takes longer than a picture lasts: what was read of the same texts before is at hand. */
import { loadScenario, type Loaded, type Written } from '../scenario/load.ts';
import type { ScenarioTexts } from './ports.ts';

/** By file name and text; what a file extends comes from the same texts. */
const read = new WeakMap<ScenarioTexts, Map<string, Loaded>>();
/** Of one set of texts; all that ship, and some of the reader's own. */
const MOST = 32;

export function readScenario(texts: ScenarioTexts, text: Written, fileName: string): Loaded {
  let known = read.get(texts);
  if (known === undefined) read.set(texts, (known = new Map()));
  const key = `${fileName}\n${typeof text === 'string' ? text : ''}`;
  let loaded = known.get(key);
  if (loaded === undefined) {
    loaded = loadScenario(text, fileName, (id) => texts.text(id));
    if (known.size >= MOST) known.clear();
    known.set(key, loaded);
  }
  return loaded;
}
