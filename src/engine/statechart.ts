/**
 * An actor's statechart in a run: as data for recordings, its first states, and one month of it by XState itself.
 * A machine holds no context, so a state of it is nothing but its region values.
 */
import type { AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import type { MachineStep, RegionValues, StatechartData } from '../model/machine.ts';
import { regionsOf } from './machine-regions.ts';

/** The machine as a recording's header keeps it, to be shown without the engine. */
export function statechartOf(machine: AnyStateMachine, id: string): StatechartData {
  return {
    id,
    regions: regionsOf(machine).map((region) => ({
      id: region.id,
      initial: region.initial,
      states: Object.keys(region.states),
      transitions: Object.entries(region.states).flatMap(([from, moves]) => moves.map(({ guard, to }) => ({ from, to, guard }))),
    })),
  };
}

/** The state every region starts in. */
export function initialValues(machine: AnyStateMachine): RegionValues {
  return Object.freeze(Object.fromEntries(regionsOf(machine).map((region) => [region.id, region.initial])));
}

/** What a transition may touch besides its machine; ours never do. One is enough for all (XState makes two systems a call). */
type Scope = Parameters<AnyStateMachine['transition']>[2];
const outside = (): never => {
  throw new Error('A machine reached outside itself; the machines of actors only move between states.');
};
const SCOPE = {
  self: {},
  id: '',
  sessionId: '',
  system: { _sendInspectionEvent: () => undefined },
  logger: outside,
  defer: outside,
  stopChild: outside,
  emit: outside,
  actionExecutor: outside,
} as unknown as Scope;

/**
 * One month by XState's own transition. Snapshots are kept per state value, since nothing else distinguishes them.
 * A value that comes out as it went in is returned as the same object.
 * @throws when the value names a state that the machine does not have.
 */
export function liveStep(machine: AnyStateMachine): MachineStep {
  const regions = regionsOf(machine).map((region) => region.id);
  const known = new Map<string, { readonly value: RegionValues; readonly snapshot: AnyMachineSnapshot }>();
  const keyOf = (value: RegionValues): string => regions.map((region) => value[region]).join('|');
  const stateOf = (value: RegionValues, snapshot?: AnyMachineSnapshot) => {
    const key = keyOf(value);
    let state = known.get(key);
    if (state === undefined) {
      const own = orderly(regions, value);
      state = { value: own, snapshot: snapshot ?? (machine.resolveState({ value: own, context: {} }) as AnyMachineSnapshot) };
      known.set(key, state);
    }
    return state;
  };
  return (value, view) => {
    const before = stateOf(value);
    const snapshot = machine.transition(before.snapshot, { type: 'TICK', view }, SCOPE) as AnyMachineSnapshot;
    if (snapshot === before.snapshot) return value;
    const after = stateOf(snapshot.value as RegionValues, snapshot);
    return after === before ? value : after.value;
  };
}

/** The value with its regions in the machine's order and nothing else. */
function orderly(regions: readonly string[], value: RegionValues): RegionValues {
  return Object.freeze(
    Object.fromEntries(
      regions.map((region) => {
        const state = value[region];
        if (state === undefined) throw new Error(`The region ${region} is in no state: ${JSON.stringify(value)}`);
        return [region, state];
      }),
    ),
  );
}
