/** `verify`: is this what the rules give? The run is repeated and every month's digest compared. */
import { verifyRecording } from '../../recording/verify.ts';
import { describeRecordingProblem } from '../../words/recording.ts';
import { loadEngine, repeatWith } from '../engine.ts';
import { withRecording } from '../recordings.ts';
import type { Report } from '../report.ts';
import type { Terminal } from '../terminal.ts';

export async function verify(terminal: Terminal, path: string): Promise<Report> {
  const engine = await loadEngine();
  return withRecording(path, async ({ recording }) => {
    const progress = terminal.progress('repeating', recording.ticks);
    const { ticks, problem } = await verifyRecording(recording, {
      repeat: repeatWith(engine),
      model: engine.model,
      progress: (tick) => {
        progress.at(tick + 1);
      },
    }).finally(() => {
      progress.stop();
    });
    const { header, digest } = recording;
    const json = { ok: problem === null, file: path, scenario: header.scenario.id, seed: header.seed, model: engine.model, ticks, horizon: header.horizon, digest, problem };
    if (problem === null) return { ok: true, json, text: terminal.words.verified({ months: ticks }) };
    return { ok: false, json, text: describeRecordingProblem(problem, terminal.language) };
  });
}
