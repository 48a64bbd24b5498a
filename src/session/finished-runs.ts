/**
 * The histories that were simulated last, to their end: who takes a slider back, undoes, or returns from a lesson has
 * what was there before at once. Few are kept, since each holds every month.
 */
import { canonical } from '../model/canonical.ts';
import type { ShownRun } from './shown-run.ts';

/** Found by what they were made from, which must be plain data. */
export interface FinishedRuns<From> {
  find(from: From): ShownRun | null;
  keep(from: From, run: ShownRun): void;
}

export function finishedRuns<From>(most: number): FinishedRuns<From> {
  /** The one used longest ago first. */
  const kept = new Map<string, ShownRun>();
  const use = (name: string, run: ShownRun): void => {
    kept.delete(name);
    kept.set(name, run);
    for (const oldest of [...kept.keys()].slice(0, Math.max(0, kept.size - most))) kept.delete(oldest);
  };
  return {
    find(from) {
      const name = canonical(from);
      const run = kept.get(name);
      if (run === undefined) return null;
      use(name, run);
      return run;
    },
    keep: (from, run) => use(canonical(from), run),
  };
}
