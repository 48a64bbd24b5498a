/** `validate`: every check of a recording that needs no rules, so that one written by another program can be checked too. */
import { validateRecording } from '../../recording/load.ts';
import { describeRecordingProblem } from '../../words/recording.ts';
import { withRecording } from '../recordings.ts';
import type { Report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

export async function validate(terminal: Terminal, path: string): Promise<Report> {
  return withRecording(path, async ({ recording }) => {
    const progress = terminal.progress('reading', recording.ticks);
    const { ticks, problem } = await validateRecording(recording, (tick) => {
      progress.at(tick + 1);
    }).finally(() => {
      progress.stop();
    });
    const json = { ok: problem === null, file: path, format: recording.format, ticks, horizon: recording.header.horizon, digest: recording.digest, problem };
    if (problem === null) return { ok: true, json, text: terminal.words.valid({ months: ticks }) };
    return { ok: false, json, text: describeRecordingProblem(problem, terminal.language) };
  });
}
