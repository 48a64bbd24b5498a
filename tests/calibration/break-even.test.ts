import { describe, expect, it } from 'vitest';
import { findBreakEven, GRID, MOST_RUNS, withDemand, type BreakEvenResult, type DemandOutcome } from '../../src/calibration/break-even.ts';
import { articleTargets } from '../../src/calibration/targets.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { CALIBRATION_WORDS } from '../../src/words/calibration.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { readFileSync } from 'node:fs';

const outcome = (demand: number, holds: (demand: number) => boolean): DemandOutcome => ({ demand, defaults: holds(demand) ? 0 : 2, returnOnAiCapex: demand - 1.1, outsideCoverage: null });

function search(holds: (demand: number) => boolean): { result: BreakEvenResult; runs: number[] } {
  const runs: number[] = [];
  const searching = findBreakEven((demand) => outcome(demand, holds));
  for (;;) {
    const next = searching.next();
    if (next.done === true) return { result: next.value, runs };
    runs.push(next.value.demand);
  }
}

describe('break-even demand', () => {
  it('is found to a hundredth, the grid first and no demand twice', () => {
    const { result, runs } = search((demand) => demand >= 0.73);
    const [fails, earns] = result.answers;
    expect(fails).toMatchObject({ criterion: 'nobodyFails', atMost: false, severalTimes: false });
    expect(fails!.demand! - 0.73).toBeGreaterThanOrEqual(0);
    expect(fails!.demand! - 0.73).toBeLessThan(0.01);
    expect(earns!.demand! - 1.1).toBeGreaterThanOrEqual(0);
    expect(earns!.demand! - 1.1).toBeLessThan(0.01);
    expect(runs.slice(0, GRID.length)).toEqual([...GRID]);
    expect(new Set(runs).size).toBe(runs.length);
    expect(runs.length).toBeLessThanOrEqual(MOST_RUNS);
  });

  it('is not promised where it holds nowhere at the top, or everywhere', () => {
    expect(search((demand) => demand < 1).result.answers[0]).toEqual({ criterion: 'nobodyFails', demand: null, atMost: false, severalTimes: true });
    expect(search(() => false).result.answers[0]).toEqual({ criterion: 'nobodyFails', demand: null, atMost: false, severalTimes: false });
    expect(search(() => true).result.answers[0]).toEqual({ criterion: 'nobodyFails', demand: GRID[0], atMost: true, severalTimes: false });
  });

  it('says when more demand is not always safer', () => {
    const island = search((demand) => demand >= 1.5 || (demand > 0.5 && demand < 0.9)).result.answers[0]!;
    expect(island.severalTimes).toBe(true);
    expect(island.demand! - 1.5).toBeLessThan(0.01);
  });

  it('scales what shocks do to demand as well as where it begins', () => {
    const file = (id: string): string => readFileSync(new URL(`../../scenarios/${id}.yaml`, import.meta.url), 'utf8');
    const loaded = loadScenario(file('demand-shortfall'), 'demand-shortfall.yaml', file);
    if (!loaded.ok) throw new Error('demand-shortfall does not load');
    const half = withDemand(loaded.scenario, 0.5);
    expect(half.parameters['demand.level']!.value).toBe(0.5);
    expect(half.shocks.map((shock) => ('to' in shock ? shock.to : null))).toEqual([0.3]);
    expect(loaded.scenario.shocks.map((shock) => ('to' in shock ? shock.to : null))).toEqual([0.6]);
  });
});

describe('the targets of the article', () => {
  it('all have a name in both languages, and none is met by a run that has not happened', () => {
    const { header } = syntheticRun({ ticks: 1 });
    const ids = articleTargets({ header, frames: [] }).map((target) => target.id);
    for (const language of ['en', 'zh'] as const) expect(Object.keys(CALIBRATION_WORDS[language].targets).sort()).toEqual([...ids].sort());
  });
});
