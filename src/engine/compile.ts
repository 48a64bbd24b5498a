/**
 * One month of a statechart from tables made once: for thousands of histories, where XState's own bookkeeping would
 * cost more than the economics. The guards are the machine's own; only the walk over its states is replaced, and
 * `regionsOf` has refused whatever could make the two differ.
 */
import type { AnyStateMachine } from 'xstate';
import type { MachineStep, RegionValues } from '../model/machine.ts';
import { regionsOf } from './machine-regions.ts';

/**
 * The same step as `liveStep`, some hundred times faster. A value that comes out as it went in is the same object.
 * @throws {MachineRefused} for a machine that has no such table; an Error for a state the machine does not have.
 */
export function compiledStep(machine: AnyStateMachine): MachineStep {
  const regions = regionsOf(machine);
  const width = regions.length;
  const ids = regions.map((region) => region.id);
  const tables = regions.map((region) => region.states);
  // one event for all calls: guards read it and keep nothing
  const event: { type: 'TICK'; view: unknown } = { type: 'TICK', view: null };
  const seen = { context: {}, event };
  return (value, view) => {
    event.view = view;
    let next: { [region: string]: string } | null = null;
    for (let r = 0; r < width; r++) {
      const id = ids[r]!;
      const state = value[id];
      const moves = state === undefined ? undefined : tables[r]![state];
      if (moves === undefined) throw new Error(`Machine ${machine.id} has no state ${id}.${state}`);
      for (let m = 0; m < moves.length; m++) {
        const move = moves[m]!;
        if (!move.holds(seen)) continue;
        if (move.to !== state) {
          next ??= copy(ids, value);
          next[id] = move.to;
        }
        break;
      }
    }
    event.view = null;
    return next === null ? value : next;
  };
}

function copy(ids: readonly string[], value: RegionValues): { [region: string]: string } {
  const next: { [region: string]: string } = {};
  for (const id of ids) next[id] = value[id]!;
  return next;
}
