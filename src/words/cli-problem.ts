/** What can go wrong at a terminal besides a bad scenario or recording, as values. */
import type { NetworkProblem } from '../contagion/problem.ts';
import type { Problem as RecordingProblem } from '../recording/problem.ts';
import type { Problem } from '../scenario/problem.ts';

export type CliProblem =
  /** Nothing at this path. */
  | { readonly key: 'cli.noFile'; readonly path: string }
  /** It is there and cannot be read; `code` is the system's own name for why. */
  | { readonly key: 'cli.unreadable'; readonly path: string; readonly code: string }
  | { readonly key: 'cli.noScenario'; readonly name: string; readonly known: string; readonly nearest: string | null }
  | { readonly key: 'cli.badScenario'; readonly path: string; readonly problems: readonly Problem[] }
  /** Something that is not a plain file is where the output should go. */
  | { readonly key: 'cli.notAFile'; readonly path: string }
  | { readonly key: 'cli.noFolder'; readonly path: string }
  | { readonly key: 'cli.notWritable'; readonly path: string; readonly code: string }
  /** The output is one of the inputs. */
  | { readonly key: 'cli.ontoItself'; readonly path: string }
  /** An unfinished recording is in the way. */
  | { readonly key: 'cli.unfinished'; readonly part: string }
  | { readonly key: 'cli.otherRun'; readonly part: string; readonly differs: 'scenario' | 'seed' | 'months' | 'model' | 'changes' }
  /** Writing stopped; months 0 … ticks − 1 are in `part`, or nothing was kept. */
  | { readonly key: 'cli.stoppedWriting'; readonly path: string; readonly code: string; readonly part: string | null; readonly ticks: number }
  | { readonly key: 'cli.interrupted'; readonly part: string | null; readonly ticks: number; readonly horizon: number }
  /** Another recording, or something else, has the name already. */
  | { readonly key: 'cli.inTheWay'; readonly path: string; readonly recording: { readonly scenario: string; readonly seed: string } | null }
  /** A sum outgrew what whole dollars can be counted in. */
  | { readonly key: 'cli.tooLarge' }
  /** The rules gave books that do not balance, or something else nobody foresaw. */
  | { readonly key: 'cli.bug'; readonly detail: string; readonly tick: number | null }
  | { readonly key: 'cli.notBuilt' }
  | { readonly key: 'cli.noPort'; readonly port: number }
  /** `common`: keys of events that both have. */
  | { readonly key: 'cli.notAligned'; readonly event: string; readonly common: readonly string[] }
  /** One of two recordings cannot be used. */
  | { readonly key: 'cli.ofRecording'; readonly side: 'A' | 'B'; readonly path: string; readonly problem: RecordingProblem }
  | { readonly key: 'cli.badJson'; readonly path: string; readonly detail: string }
  /** A case that the mathematics refuses. */
  | { readonly key: 'cli.badNetwork'; readonly path: string; readonly problem: NetworkProblem }
  | { readonly key: 'usage.unknownOption'; readonly name: string; readonly nearest: string | null }
  | { readonly key: 'usage.unknownCommand'; readonly name: string; readonly nearest: string | null }
  | { readonly key: 'usage.missing'; readonly name: string }
  | { readonly key: 'usage.missingOption'; readonly name: string }
  | { readonly key: 'usage.missingValue'; readonly name: string }
  | { readonly key: 'usage.tooMany' }
  | { readonly key: 'usage.number'; readonly option: string; readonly value: string; readonly least: number; readonly most: number }
  | { readonly key: 'usage.choice'; readonly option: string; readonly value: string; readonly choices: string; readonly nearest: string | null }
  | { readonly key: 'usage.pair'; readonly option: string; readonly value: string }
  /** Two options that exclude each other. */
  | { readonly key: 'usage.together'; readonly option: string; readonly other: string }
  | { readonly key: 'usage.other'; readonly detail: string };

/** 1: what was asked for did not go well; 2: it could not be understood; 130: somebody pressed Ctrl-C. */
export function exitCodeOf(problem: CliProblem): 1 | 2 | 130 {
  if (problem.key === 'cli.interrupted') return 130;
  return problem.key.startsWith('usage.') || problem.key === 'cli.noScenario' ? 2 : 1;
}
