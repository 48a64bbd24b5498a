/**
 * Break-even demand: how much of the path everybody counts on must really come for the build-out to carry itself. Two
 * answers, because they are two questions: nobody fails; and what the cloud giants spent on AI earns something. Neither
 * need be monotone in demand, so a grid is tried first, and the last change of sign on it is then halved.
 */
import type { Scenario } from '../model/scenario.ts';

/** How a history came out under some demand. */
export interface DemandOutcome {
  /** Multiple of the scenario's own demand. */
  readonly demand: number;
  readonly defaults: number;
  /** In the last month, over twelve; null where nothing was spent. */
  readonly returnOnAiCapex: number | null;
  /** Outside money over obligations, mean of the last twelve months; null where nothing was due. */
  readonly outsideCoverage: number | null;
}

export const CRITERIA = ['nobodyFails', 'capacityEarns'] as const;
export type Criterion = (typeof CRITERIA)[number];
const HOLDS: { readonly [criterion in Criterion]: (outcome: DemandOutcome) => boolean } = {
  nobodyFails: ({ defaults }) => defaults === 0,
  capacityEarns: ({ returnOnAiCapex }) => returnOnAiCapex !== null && returnOnAiCapex >= 0,
};

export interface BreakEven {
  readonly criterion: Criterion;
  /** Least demand from which on it holds everywhere on the grid; null when it does not hold at the top. */
  readonly demand: number | null;
  /** It holds at the bottom of the grid already: the answer is at most that. */
  readonly atMost: boolean;
  /** It also holds somewhere below, and fails again in between. */
  readonly severalTimes: boolean;
}

export const GRID = [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2] as const;
/** Halvings of one step of the grid: to a hundredth and less. */
const HALVINGS = 5;
/** Runs at most. */
export const MOST_RUNS = GRID.length + CRITERIA.length * HALVINGS;

export interface BreakEvenResult {
  readonly grid: readonly DemandOutcome[];
  readonly answers: readonly BreakEven[];
}

/** Runs one history after another and yields each; no demand is run twice. */
export function* findBreakEven(run: (demand: number) => DemandOutcome): Generator<DemandOutcome, BreakEvenResult> {
  const known = new Map<number, DemandOutcome>();
  const at = function* (demand: number): Generator<DemandOutcome, DemandOutcome> {
    const before = known.get(demand);
    if (before !== undefined) return before;
    const outcome = run(demand);
    known.set(demand, outcome);
    yield outcome;
    return outcome;
  };
  const grid: DemandOutcome[] = [];
  for (const demand of GRID) grid.push(yield* at(demand));
  const answers: BreakEven[] = [];
  for (const criterion of CRITERIA) {
    const holds = grid.map(HOLDS[criterion]);
    const lastFailure = holds.lastIndexOf(false);
    if (lastFailure === grid.length - 1) {
      answers.push({ criterion, demand: null, atMost: false, severalTimes: holds.includes(true) });
      continue;
    }
    if (lastFailure === -1) {
      answers.push({ criterion, demand: GRID[0], atMost: true, severalTimes: false });
      continue;
    }
    let [below, above] = [GRID[lastFailure]!, GRID[lastFailure + 1]!] as [number, number];
    for (let halving = 0; halving < HALVINGS; halving++) {
      const middle = (below + above) / 2;
      if (HOLDS[criterion](yield* at(middle))) above = middle;
      else below = middle;
    }
    answers.push({ criterion, demand: above, atMost: false, severalTimes: holds.slice(0, lastFailure).includes(true) });
  }
  return { grid, answers };
}

/** The same economy with so much of its demand: from the beginning, and wherever a shock moves demand. */
export function withDemand(scenario: Scenario, multiple: number): Scenario {
  const level = scenario.parameters[LEVEL];
  if (level === undefined) throw new Error(`scenario ${scenario.id} has no parameter ${LEVEL}`);
  return {
    ...scenario,
    parameters: { ...scenario.parameters, [LEVEL]: { ...level, value: level.value * multiple } },
    shocks: scenario.shocks.map((shock) => ('lever' in shock && shock.lever === LEVEL && 'to' in shock ? { ...shock, to: shock.to * multiple } : shock)),
  };
}
const LEVEL = 'demand.level';
