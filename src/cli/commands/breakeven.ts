/** `breakeven`: how much of its demand a scenario needs, a grid first and then by halving. */
import { findBreakEven, GRID, MOST_RUNS, withDemand, type BreakEven, type DemandOutcome } from '../../calibration/break-even.ts';
import type { Scenario } from '../../model/scenario.ts';
import { CALIBRATION_WORDS } from '../../words/calibration.ts';
import { loadBatch, type Batch } from '../engine.ts';
import { Failed } from '../failed.ts';
import { interruption } from '../interruption.ts';
import type { Report } from '../report.ts';
import { soundScenario } from '../scenarios.ts';
import { table, type Terminal } from '../terminal.ts';

export async function breakeven(terminal: Terminal, name: string, { seed, months }: { readonly seed: string; readonly months?: number }): Promise<Report> {
  const found = soundScenario(name);
  const scenario = months === undefined ? found : { ...found, horizon: months };
  const batch = await loadBatch();
  const searching = findBreakEven((demand) => outcome(batch, scenario, seed, demand));
  const progress = terminal.progress('simulating', MOST_RUNS * scenario.horizon);
  const stop = interruption();
  try {
    for (let runs = 1; ; runs++) {
      const next = searching.next();
      if (next.done === true) {
        const { grid, answers } = next.value;
        return { ok: true, json: { ok: true, scenario: scenario.id, seed, months: scenario.horizon, model: batch.model, grid, answers }, text: text(terminal, scenario, seed, grid, answers) };
      }
      progress.at(runs * scenario.horizon);
      await stop.breathe();
      if (stop.asked) throw new Failed({ key: 'cli.interrupted', part: null, ticks: runs * scenario.horizon, horizon: MOST_RUNS * scenario.horizon });
    }
  } finally {
    progress.stop();
    stop.end();
  }
}

/** One history under so much of the scenario's demand. */
function outcome(batch: Batch, scenario: Scenario, seed: string, demand: number): DemandOutcome {
  let defaults = 0;
  const run = batch.start({ scenario: withDemand(scenario, demand), seed }, ({ events }) => {
    for (const event of events) if (event.type === 'default') defaults += 1;
  });
  const coverage: number[] = [];
  let returns: number | null = null;
  while (run.next()) {
    const covered = run.measures?.outsideCoverage ?? null;
    if (covered !== null) coverage.push(covered);
    returns = run.measures?.returnOnAiCapex ?? null;
  }
  const lastYear = coverage.slice(-12);
  return { demand, defaults, returnOnAiCapex: returns, outsideCoverage: lastYear.length === 0 ? null : lastYear.reduce((sum, one) => sum + one, 0) / lastYear.length };
}

function text({ language, words, format }: Terminal, scenario: Scenario, seed: string, grid: readonly DemandOutcome[], answers: readonly BreakEven[]): string {
  const { breakEven: say } = CALIBRATION_WORDS[language];
  const orNone = (value: number | null, write: (value: number) => string): string => (value === null ? words.notApplicable : write(value));
  const share = (demand: number): string => format.percent(demand, Number.isInteger(demand * 100) ? 0 : 1);
  const answer = ({ demand, atMost, severalTimes }: BreakEven): string =>
    [demand === null ? say.never(share(GRID.at(-1)!)) : atMost ? say.atMost(share(demand)) : say.from(share(demand)), ...(severalTimes ? [say.severalTimes] : [])].join(language === 'en' ? '. ' : '。');
  return [
    say.meaning(scenario.name[language], scenario.horizon, seed),
    table(
      [say.head.demand, say.head.defaults, say.head.returns, say.head.coverage],
      grid.map((one) => [share(one.demand), String(one.defaults), orNone(one.returnOnAiCapex, (value) => format.percent(value, 1)), orNone(one.outsideCoverage, format.times)]),
      [0, 1, 2, 3],
    ),
    table([], answers.map((one) => [say.criterion[one.criterion], answer(one)])),
    words.disclaimer,
  ].join('\n\n');
}
