/**
 * How much of everything that flows is going round: the cycling index of Finn (1976), the share of all throughput that
 * passes through a node it has passed before. 0 without circles, towards 1 where nothing leaves.
 */
import { reject } from '../contagion/problem.ts';
import { amount, fields, network, vector } from '../contagion/read.ts';
import { solveThroughflow } from '../contagion/throughflow.ts';

export interface CyclingInput {
  /** flows[i][j] ≥ 0 from i to j over the same window. */
  readonly flows: readonly (readonly number[])[];
  /** What leaves each node to the outside. What it gets from there follows. */
  readonly externalOut: readonly number[];
}

/** Null when nothing flows. @throws NetworkError naming the place of what is wrong, also for money that never leaves. */
export function cyclingIndex(input: CyclingInput): number | null {
  const given = fields(input, ['flows', 'externalOut']);
  const flows = network(given['flows'], 'flows', null, amount);
  const size = flows.length;
  const out = vector(given['externalOut'], 'externalOut', size, amount);
  const through = flows.map((row, node) => row.reduce((sum, each) => sum + each, out[node]!));
  const busy = through.flatMap((total, node) => (total > 0 ? [node] : []));
  const passes = new Float64Array(busy.length * busy.length);
  const leaks = new Float64Array(busy.length);
  busy.forEach((from, row) => {
    leaks[row] = out[from]! / through[from]!;
    busy.forEach((to, column) => (passes[row * busy.length + column] = flows[from]![to]! / through[from]!));
    // what goes to a node that hands nothing on has left too
    flows[from]!.forEach((each, to) => (leaks[row]! += through[to] === 0 ? each / through[from]! : 0));
  });
  let [cycled, total] = [0, 0];
  busy.forEach((node, index) => {
    const entering = new Float64Array(busy.length);
    entering[index] = 1;
    const visits = (solveThroughflow(busy.length, passes, leaks, entering) ?? reject('trap', 'flows'))[index]!;
    cycled += through[node]! * (1 - 1 / visits);
    total += through[node]!;
  });
  return total === 0 ? null : cycled / total;
}
