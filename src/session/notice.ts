/** What the page has to tell a reader: something went wrong or was left out, what is safe, what can be done. Words are in src/words. */
import type { BranchProblem } from '../playback/changes.ts';
import type { Problem as RecordingProblem } from '../recording/problem.ts';
import type { Problem as ScenarioProblem } from '../scenario/problem.ts';

export type Message =
  /** Fields of the address that could not be read. */
  | { readonly key: 'link'; readonly fields: readonly string[] }
  /** The address names a file this browser does not have. */
  | { readonly key: 'fileMissing' }
  | { readonly key: 'scenarioUnknown'; readonly id: string }
  | { readonly key: 'parameters'; readonly names: readonly string[] }
  | { readonly key: 'recording'; readonly file: string; readonly problem: RecordingProblem; readonly ticks: number }
  | { readonly key: 'scenario'; readonly file: string; readonly problems: readonly ScenarioProblem[] }
  /** Neither a recording nor a scenario. */
  | { readonly key: 'fileKind'; readonly file: string }
  | { readonly key: 'fileTooLarge'; readonly file: string; readonly megabytes: number }
  /** The rules stopped the run at this month. */
  | { readonly key: 'simulation'; readonly tick: number; readonly detail: string }
  /** A what-if that cannot be made. */
  | { readonly key: 'whatIf'; readonly problem: BranchProblem | Extract<RecordingProblem, { key: 'recording.otherModel' }> }
  | { readonly key: 'workerDied' }
  | { readonly key: 'storage' }
  | { readonly key: 'noStage' }
  | { readonly key: 'stageRestarted'; readonly tick: number }
  | { readonly key: 'stageGone'; readonly tick: number }
  /** The second of two pictures cannot be drawn. */
  | { readonly key: 'besideGone' }
  | { readonly key: 'saved'; readonly file: string }
  | { readonly key: 'saveFailed'; readonly detail: string }
  | { readonly key: 'copied' }
  | { readonly key: 'broken'; readonly detail: string };

/** What the button beside a notice does. */
export type Action = { readonly kind: 'openWhole'; readonly ticks: number };

export interface Notice {
  readonly id: number;
  readonly message: Message;
  readonly action: Action | null;
}

/** Trouble is read out at once and stays until dismissed; the rest goes by itself. */
export function isTrouble(message: Message): boolean {
  return message.key !== 'saved' && message.key !== 'copied' && message.key !== 'stageRestarted';
}
