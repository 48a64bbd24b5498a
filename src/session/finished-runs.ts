/**
 * The histories that were simulated last, to their end: who takes a slider back, undoes, or returns from a lesson has
 * what was there before at once. Few are kept, since each holds every month.
 */
import { canonical } from '../model/canonical.ts';
import type { Choice } from './choice.ts';
import type { ShownRun } from './shown-run.ts';

export interface FinishedRuns {
  find(choice: Choice): ShownRun | null;
  keep(choice: Choice, run: ShownRun): void;
}

/** The one on the page, and the two before it. */
const MOST = 3;

export function finishedRuns(): FinishedRuns {
  const kept = new Map<string, ShownRun>();
  const nameOf = ({ run, seed, set }: Choice): string => canonical({ run, seed, set });
  const use = (name: string, run: ShownRun): void => {
    kept.delete(name);
    kept.set(name, run);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - MOST))) kept.delete(oldest);
  };
  return {
    find(choice) {
      const name = nameOf(choice);
      const run = kept.get(name);
      if (run === undefined) return null;
      use(name, run);
      return run;
    },
    keep: (choice, run) => use(nameOf(choice), run),
  };
}
