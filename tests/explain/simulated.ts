/** Chronicles of histories that the engine makes, without what explaining does not read: no digests, no measures. */
import { MACHINES } from '../../agents/index.ts';
import { compiledStep } from '../../src/engine/compile.ts';
import { openingWorld } from '../../src/engine/opening.ts';
import { stepMonth } from '../../src/engine/step.ts';
import type { Steps } from '../../src/engine/decide.ts';
import { startChronicle, type Chronicle } from '../../src/explain/chronicle.ts';
import { buildSetting } from '../../src/ledger/setting.ts';
import { ACTOR_KINDS } from '../../src/model/party.ts';
import type { Change, Frame, Header, PhaseRecord } from '../../src/model/frame.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { shippedText } from '../scenario/files.ts';

/** Read once for all test files of a process; nobody writes into a scenario. */
const read = new Map<string, Scenario>();
export function shippedScenario(id: string): Scenario {
  const known = read.get(id);
  if (known !== undefined) return known;
  const loaded = loadScenario(shippedText(id)!, `${id}.yaml`, shippedText);
  if (!loaded.ok) throw new Error(`${id}: ${JSON.stringify(loaded.problems)}`);
  read.set(id, loaded.scenario);
  return loaded.scenario;
}

const steps = Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, compiledStep(MACHINES[kind].machine)])) as unknown as Steps;

/** The history of a scenario under changes that hold from the first month on. */
export function simulated(scenario: Scenario, seed: string, changes: readonly Change[] = []): Chronicle {
  const setting = buildSetting(scenario, seed);
  const state = openingWorld(scenario, MACHINES);
  const chronicle = startChronicle({ scenario, seed, opening: state } as unknown as Header);
  while (state.tick + 1 < scenario.horizon) {
    const phases: PhaseRecord[] = [];
    stepMonth(state, {
      setting, rules: { machines: MACHINES, steps, changes }, removed: new Set(), checkAll: false, measured: false,
      onPhase: ({ phase, flows, decisions, events }) => phases.push({ phase, flows, decisions, events, changes: [], digest: '' }),
    });
    chronicle.add({ tick: state.tick, phases } as unknown as Frame);
  }
  return chronicle;
}
