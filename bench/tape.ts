/**
 * What a history consists of besides its economics: which machine saw what, and which deal was booked. Taken from a real
 * run, so that every way of doing them does the very same transitions, decisions and postings.
 */
import { MACHINES } from '../agents/index.ts';
import { compiledStep } from '../src/engine/compile.ts';
import { startBareRun } from '../src/engine/run.ts';
import type { Flow } from '../src/model/flow.ts';
import type { RegionValues } from '../src/model/machine.ts';
import type { ActorKind } from '../src/model/party.ts';
import type { Scenario } from '../src/model/scenario.ts';

export interface Sight {
  readonly kind: ActorKind;
  readonly before: RegionValues;
  readonly view: unknown;
}
export interface TapeMonth {
  readonly sights: readonly Sight[];
  readonly flows: readonly Flow[];
}

export function tapeOf(scenario: Scenario, seed: string): TapeMonth[] {
  const months: TapeMonth[] = [];
  let sights: Sight[] = [];
  let flows: Flow[] = [];
  const run = startBareRun(
    {
      scenario,
      seed,
      model: 'bench',
      machines: MACHINES,
      step: (kind) => {
        const step = compiledStep(MACHINES[kind].machine);
        return (before, view) => {
          sights.push({ kind, before, view });
          return step(before, view);
        };
      },
    },
    { measured: false, onPhase: (report) => void flows.push(...report.flows) },
  );
  while (run.next()) {
    months.push({ sights, flows });
    sights = [];
    flows = [];
  }
  return months;
}
