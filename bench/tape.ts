/**
 * What a history consists of besides its economics: which machine saw what, and which deal was booked. Taken from a real
 * run, so that every way of doing them does the very same transitions, decisions and postings.
 */
import { MACHINES } from '../agents/index.ts';
import { compiledStep } from '../src/engine/compile.ts';
import { startBareRun } from '../src/engine/run.ts';
import type { Deal } from '../src/ledger/ledger.ts';
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
  readonly deals: readonly Deal[];
}

export function tapeOf(scenario: Scenario, seed: string): TapeMonth[] {
  const months: TapeMonth[] = [];
  let sights: Sight[] = [];
  let deals: Deal[] = [];
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
    { measured: false, onPhase: ({ flows }) => void deals.push(...flows) },
  );
  while (run.next()) {
    months.push({ sights, deals });
    sights = [];
    deals = [];
  }
  return copied(months);
}

/** The same tape with deals of its own, so that what one way of doing them does to a deal concerns no other. */
export function copied(tape: readonly TapeMonth[]): TapeMonth[] {
  return tape.map(({ sights, deals }) => ({ sights, deals: deals.map(laidOut) }));
}

/** A copy made after the run. A history books a deal while it is at hand; so the tape's stand side by side, not scattered where the run had room for them. */
function laidOut({ purpose, from, to, amount, dye }: Deal): Deal {
  return { purpose, from, to, amount, ...(dye === undefined ? {} : { dye: dye.slice() }) };
}
