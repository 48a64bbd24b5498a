/** Opening recordings named on the command line. */
import type { Frame, Run } from '../model/frame.ts';
import { loadRun, walk } from '../recording/load.ts';
import { openRecording, type Recording } from '../recording/read.ts';
import type { Problem } from '../recording/problem.ts';
import { describeRecordingProblem } from '../words/recording.ts';
import { Failed, isRecordingProblem } from './failed.ts';
import { openSource } from './files.ts';
import { reopen } from './reopen.ts';
import { sha256 } from './sha256.ts';
import type { Terminal } from './terminal.ts';

/** Most unpacked bytes that a command holds which needs a whole history at once: some three thousand months. */
const WHOLE_RUN = 1024 * 1_048_576;

export interface OpenFile {
  readonly recording: Recording;
  readonly size: number;
}

/** Opens a recording, does something with it and closes it. What is wrong and can be lived with is `recording.problem`. */
export async function withRecording<Result>(path: string, use: (file: OpenFile) => Promise<Result>): Promise<Result> {
  const source = await openSource(path);
  try {
    const opened = await openRecording(source, { sha256, reopen });
    if (!opened.ok) throw new Failed(opened.problem);
    return await use({ recording: opened.recording, size: source.size });
  } finally {
    await source.close();
  }
}

/** A whole history in memory. One that was cut is taken as far as it goes, with a note; a changed one is refused, unless its whole months were asked for. `side`: which of two it is. */
export async function wholeRun(terminal: Terminal, path: string, side?: 'A' | 'B'): Promise<Run> {
  const read = withRecording(path, async ({ recording }) => {
    const progress = terminal.progress('reading', recording.ticks);
    const { run, problem } = await loadRun(recording, { limit: WHOLE_RUN, progress: (_run, tick) => progress.at(tick + 1) }).finally(() => progress.stop());
    livable(terminal, problem, side === undefined ? undefined : (note) => terminal.words.ofRecording(side, path, note));
    return run;
  });
  if (side === undefined) return read;
  // of two recordings it is said which one is meant
  return read.catch((error: unknown) => {
    if (error instanceof Failed && isRecordingProblem(error.problem)) throw new Failed({ key: 'cli.ofRecording', side, path, problem: error.problem });
    throw error;
  });
}

/** Every month in order, none of them kept. */
export async function everyMonth(terminal: Terminal, recording: Recording, visit: (frame: Frame) => void): Promise<void> {
  const progress = terminal.progress('reading', recording.ticks);
  const problem = await walk(recording, (frame) => {
    visit(frame);
    progress.at(frame.tick + 1);
    return 'go on';
  }).finally(() => progress.stop());
  livable(terminal, problem);
}

/** What is whole of a cut recording can be used, and of a changed one if that was asked for; whoever reads the result should know. */
export function livable(terminal: Terminal, problem: Problem | null, about = (note: string): string => note): void {
  if (problem === null) return;
  const isCut = problem.key === 'recording.torn' || problem.key === 'recording.unclosed' || problem.key === 'recording.notes';
  const hasWhole = 'tick' in problem && problem.tick !== null && problem.tick > 0;
  if (!isCut && hasWhole && !terminal.takesIntact) terminal.note(terminal.words.takeIntact);
  if (!isCut && !(hasWhole && terminal.takesIntact)) throw new Failed(problem);
  terminal.note(about(describeRecordingProblem(problem, terminal.language)));
}
