/** The histories of a lesson beside its own, for paper: each is simulated whole, one after another. */
import { historyName, otherHistories } from '../lesson/before-after.ts';
import type { Lesson } from '../lesson/shape.ts';
import { withParameters } from './choice.ts';
import type { ScenarioTexts } from './ports.ts';
import { readScenario } from './read-scenario.ts';
import { growingRun, pushSent, type GrowingRun, type ShownRun } from './shown-run.ts';
import type { Simulate } from './simulate.ts';

/** By `historyName`; what could not be made is missing. */
export type LessonHistories = ReadonlyMap<string, ShownRun>;

/** Starts at once and tells once, when all are made; the result stops it. */
export function makeHistories(lesson: Lesson, scenarios: ScenarioTexts, simulate: Simulate, done: (histories: LessonHistories) => void): () => void {
  const made = new Map<string, ShownRun>();
  const wanted = otherHistories(lesson);
  const text = scenarios.text(lesson.scenario);
  const loaded = text === undefined ? null : readScenario(scenarios, text, `${lesson.scenario}.yaml`);
  let cancel: () => void = () => undefined;
  const next = (): void => {
    const set = wanted.shift();
    if (set === undefined || loaded === null || !loaded.ok) return done(made);
    let run: GrowingRun | null = null;
    cancel = simulate(
      { scenario: withParameters(loaded.scenario, set), seed: lesson.seed },
      {
        header: (header) => (run = growingRun(header, { kind: 'simulated' })),
        months: (frames) => pushSent(run!, frames),
        finished() {
          run!.source.finish();
          made.set(historyName(set), run!);
          next();
        },
        failed: next,
      },
    );
  };
  next();
  return () => cancel();
}
