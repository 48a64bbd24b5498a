/** Cost a month and memory with more actors: the base economy's borrowers, buyers and lenders, with all their contracts, many times over. */
import type { Scenario } from '../src/model/scenario.ts';
import { isActorKind } from '../src/model/party.ts';
import { inCurrency } from '../src/calibration/facts/nominal.ts';
import { startBatch } from '../src/simulation.ts';
import { median, spent } from './clock.ts';
import { copyable, crowded } from './crowd.ts';
import { aim, bytes, figure, heading, rows, times } from './print.ts';

/** Months a history is run at each size: fewer where each takes long. */
const monthsFor = (actors: number): number => (actors < 1000 ? 6 : 2);
const SIZES = [20, 200, 2000, 20_000] as const;

/** Twenty thousand actors owe each other more dollars than a number counts exactly; they count in hundreds, which changes no cost. */
const inCoin = (scenario: Scenario, size: number): Scenario => (size < 20_000 ? scenario : inCurrency(scenario, 0.01));

export function printScaling(scenario: Scenario, largest: number): void {
  heading('Cost by number of actors (batch with measures, first months)');
  const copied = copyable(scenario).length;
  let smallest: number | null = null;
  let worst = 1;
  for (const size of SIZES.filter((each) => each <= largest)) {
    const months = monthsFor(size);
    const many = { ...inCoin(crowded(scenario, Math.max(1, Math.round(size / copied))), size), horizon: months };
    const actors = many.parties.filter((party) => isActorKind(party.kind)).length;
    const held: number[] = [];
    const once = (): number => {
      globalThis.gc?.();
      const before = process.memoryUsage().heapUsed;
      const run = startBatch({ scenario: many, seed: 'bench' }, { measured: true });
      const { ms } = spent(() => {
        while (run.next());
      });
      globalThis.gc?.();
      held.push(process.memoryUsage().heapUsed - before);
      // the run is held until here: its state, and what it keeps from month to month
      if (run.state.tick + 1 !== months) throw new Error(`stopped at month ${run.state.tick}`);
      return ms;
    };
    try {
      const month = median(size < 1000 ? [once(), once(), once()] : [once()]) / months;
      const memory = median(held);
      const each = (month / actors) * 1000;
      smallest ??= each;
      worst = Math.max(worst, each / smallest);
      // a line as soon as it is known: the next size may take long
      rows([[`${actors} actors`, `${figure(month, 1)} ms a month`, `${figure(each, 0)} µs an actor`, `${times(each / smallest)} the smallest`, `${bytes(memory)} held`, `${bytes(memory / actors)} an actor`]]);
    } catch (error) {
      rows([[`${actors} actors`, error instanceof Error ? error.message.slice(0, 120) : String(error)]]);
      worst = Infinity;
    }
  }
  aim('flat within 1.5×', worst <= 1.5);
}
