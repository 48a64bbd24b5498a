/** Shipped scenarios, loaded as every program loads them. */
import type { Scenario } from '../../src/model/scenario.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { shippedText } from '../scenario/files.ts';

export function shipped(id: string): Scenario {
  const result = loadScenario(shippedText(id)!, `${id}.yaml`, shippedText);
  if (!result.ok) throw new Error(JSON.stringify(result.problems.slice(0, 3)));
  return result.scenario;
}
