/** Something about a sweep that a person can mend: thrown by whatever notices it, said in their language at the end. */
import type { SweepProblem } from '../words/sweep-problem.ts';

export type { SweepPart, SweepProblem } from '../words/sweep-problem.ts';

export class SweepFailed extends Error {
  constructor(readonly problem: SweepProblem) {
    super(problem.key);
    this.name = 'SweepFailed';
  }
}
