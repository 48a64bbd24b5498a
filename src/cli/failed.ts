/** Something a person can mend: thrown by whatever notices it, said in their language at the end. */
import type { TestProblem } from '../explain/counterfactual.ts';
import type { FollowProblem } from '../explain/follow.ts';
import type { QuestionProblem } from '../explain/question.ts';
import type { BranchProblem } from '../playback/changes.ts';
import type { Problem as RecordingProblem } from '../recording/problem.ts';
import { describeBranchProblem } from '../words/branch.ts';
import { exitCodeOf, type CliProblem } from '../words/cli-problem.ts';
import { describeCliProblem } from '../words/cli.ts';
import { describeExplainProblem } from '../words/explain.ts';
import type { Language } from '../words/language.ts';
import { describeRecordingProblem } from '../words/recording.ts';
import { describeSweepProblem, sweepExitCode } from '../words/sweep.ts';
import type { SweepProblem } from '../words/sweep-problem.ts';

type ExplainProblem = QuestionProblem | FollowProblem | TestProblem;
export type AnyProblem = CliProblem | RecordingProblem | BranchProblem | ExplainProblem | SweepProblem;

export class Failed extends Error {
  constructor(readonly problem: AnyProblem) {
    super(problem.key);
    this.name = 'Failed';
  }
}

export function describe(problem: AnyProblem, language: Language): string {
  if (isRecordingProblem(problem)) return describeRecordingProblem(problem, language);
  if (isBranchProblem(problem)) return describeBranchProblem(problem, language);
  if (isExplainProblem(problem)) return describeExplainProblem(problem, language);
  if (isSweepProblem(problem)) return describeSweepProblem(problem, language);
  return describeCliProblem(problem, language);
}

export function exitCode(problem: AnyProblem): number {
  if (isSweepProblem(problem)) return sweepExitCode(problem);
  return isRecordingProblem(problem) || isBranchProblem(problem) || isExplainProblem(problem) ? 1 : exitCodeOf(problem);
}

export const isRecordingProblem = (problem: AnyProblem): problem is RecordingProblem => problem.key.startsWith('recording.');
const isSweepProblem = (problem: AnyProblem): problem is SweepProblem => /^(sweep|set)\./.test(problem.key);
const isBranchProblem = (problem: AnyProblem): problem is BranchProblem => problem.key.startsWith('branch.');
const isExplainProblem = (problem: AnyProblem): problem is ExplainProblem => /^(explain|follow)\./.test(problem.key);

/** The system's short name for what went wrong with a file (`ENOSPC`); null when it was not the system. */
export function systemCode(error: unknown): string | null {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? code : null;
}
