/** A run: months one after another, recorded phase by phase and named by their digests, or bare for batches. */
import { produce, setAutoFreeze } from 'immer';
import { createDigester, type Digester, type Sha256 } from '../model/digest.ts';
import { changeRecorder } from '../model/fold.ts';
import type { Change, Frame, Header, PhaseRecord, Renamed, SharedPast } from '../model/frame.ts';
import type { MachineSet, MachineStep } from '../model/machine.ts';
import { ACTOR_KINDS, type ActorKind } from '../model/party.ts';
import type { Measures } from '../model/measures.ts';
import type { Scenario } from '../model/scenario.ts';
import type { World } from '../model/world.ts';
import { buildSetting, type Setting } from '../ledger/setting.ts';
import { openingWorld } from './opening.ts';
import type { Steps } from './decide.ts';
import { statechartOf } from './statechart.ts';
import { stepMonth, type PhaseReport } from './step.ts';

setAutoFreeze(false); // rows are replaced, never edited; freezing them would only cost time

export interface RunInput {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly parent?: Header['parent'];
  /** Months that `parent` does not touch, from a history of these rules: they are not made again. */
  readonly shared?: SharedPast;
  /** Version of the rules, written into the header. */
  readonly model: string;
  readonly machines: MachineSet;
  readonly step: (kind: ActorKind, machines: MachineSet) => MachineStep;
}

export interface LiveRun {
  readonly header: Header;
  /** The months taken over, under their new names; `next` goes on behind them. */
  readonly shared: readonly Renamed[];
  /** The next month; null at the horizon. */
  next(): Frame | null;
  /** The canonical record of a month, as a file keeps it; of the last one made it is at hand. */
  text(frame: Frame): string;
}

/** Steps of the six kinds, made once for a run. */
function stepsOf(input: RunInput): Steps {
  return Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, input.step(kind, input.machines)])) as unknown as Steps;
}

/** Changes in force at a tick: those of this branch, and of the branches it stands on. */
function changesAt(parent: Header['parent'], tick: number): readonly Change[] {
  if (parent === undefined) return [];
  return [...(parent.earlier ?? []), { tick: parent.tick, changes: parent.changes }].filter((each) => each.tick <= tick).flatMap((each) => [...each.changes]);
}
const removedBy = (changes: readonly Change[]): ReadonlySet<string> => new Set(changes.flatMap((change) => (change.kind === 'removeContract' ? [change.contract] : [])));

/** Starts a recorded run. Months are made as they are asked for. */
export function startRecordedRun(input: RunInput, sha256: Sha256): LiveRun {
  const digester = createDigester(sha256);
  const setting = buildSetting(input.scenario, input.seed);
  const opening = openingWorld(input.scenario, input.machines);
  const header: Header = {
    type: 'header', format: 1, model: input.model, scenario: input.scenario, scenarioDigest: digester.scenario(input.scenario), seed: input.seed, horizon: input.scenario.horizon,
    statecharts: Object.fromEntries(ACTOR_KINDS.map((kind) => [kind, statechartOf(input.machines[kind].machine, kind)])), opening,
    ...(input.parent === undefined ? {} : { parent: input.parent }),
  };
  const steps = stepsOf(input);
  let state = input.shared?.state ?? opening;
  let prev = digester.header(header);
  const shared = (input.shared?.months ?? []).map((month): Renamed => {
    const named = { tick: month.tick, prev, digest: digester.frame({ ...month, prev }) };
    prev = named.digest;
    return named;
  });
  const changesSince = changeRecorder(state);
  const next = (): Frame | null => {
    if (state.tick + 1 >= input.scenario.horizon) return null;
    const frame = recordMonth(state, { setting, input, steps, digester, changesSince }, prev);
    state = frame.state;
    prev = frame.digest;
    return frame;
  };
  return { header, shared, next, text: (frame) => digester.text(frame) };
}

/** What the months of a recorded run have in common. */
interface Recording {
  readonly setting: Setting;
  readonly input: RunInput;
  readonly steps: Steps;
  readonly digester: Digester;
  /** What changed since the phase before, whichever month that was in. */
  readonly changesSince: ReturnType<typeof changeRecorder>;
}

function recordMonth(before: World, { setting, input, steps, digester, changesSince }: Recording, prev: string): Frame {
  const tick = before.tick + 1;
  const changes = changesAt(input.parent, tick);
  const phases: PhaseRecord[] = [];
  const onPhase = ({ phase, flows, decisions, events, tables }: PhaseReport): void => {
    const content = { phase, flows, decisions, events, changes: changesSince(tables, flows) };
    phases.push({ ...content, digest: digester.phase(phases.at(-1)?.digest ?? null, content) });
  };
  let measures: Frame['measures'] | null = null;
  const state = produce(before, (draft: World) => {
    measures = stepMonth(draft, { setting, rules: { machines: input.machines, steps, changes }, removed: removedBy(changes), checkAll: true, measured: true, onPhase });
  });
  const stateDigest = digester.state(state);
  const content = { tick, prev, stateDigest, measures: measures!, phases };
  return { ...content, state, digest: digester.frame(content) };
}

/** A run without recording: the same months on one plain state. `state` is the state reached, `measures` those of its month. */
export interface BareRun {
  readonly state: World;
  readonly measures: Measures | null;
  next(): boolean;
}
export interface BareOptions {
  readonly checkAll?: boolean;
  readonly measured?: boolean;
  readonly onPhase?: (report: PhaseReport) => void;
}

export function startBareRun(input: RunInput, options: BareOptions = {}): BareRun {
  const setting = buildSetting(input.scenario, input.seed);
  const steps = stepsOf(input);
  const state = openingWorld(input.scenario, input.machines);
  let measures: Measures | null = null;
  return {
    state,
    get measures() {
      return measures;
    },
    next: () => {
      if (state.tick + 1 >= input.scenario.horizon) return false;
      const changes = changesAt(input.parent, state.tick + 1);
      measures = stepMonth(state, { setting, rules: { machines: input.machines, steps, changes }, removed: removedBy(changes), checkAll: false, measured: true, ...options });
      return true;
    },
  };
}
