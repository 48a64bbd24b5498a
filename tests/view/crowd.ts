/**
 * The invented run with all 26 parties where the base scenario puts them, and with cash that really runs out, so that
 * rings, conditions and crowding are seen. Figures are invented; nothing but the picture is tested with it.
 */
import type { Frame, Run } from '../../src/model/frame.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { syntheticRun, type SyntheticOptions } from '../fixtures/synthetic-run.ts';

/** Months of cash at tick 0, and by how much they change a month. */
const RUNWAY: { readonly [actor: string]: readonly [number, number] } = {
  openai: [9, -0.4], anthropic: [11, -0.3], xai: [6, -0.2], 'start-ups': [5, -0.55], coreweave: [5, -0.45], 'other-neoclouds': [7, -0.3], developers: [8, -0.1], oracle: [11, -0.2],
};

export function crowdedRun(baseYaml: string, options: SyntheticOptions = {}): Run {
  const loaded = loadScenario(baseYaml, 'base.yaml', () => undefined);
  if (!loaded.ok) throw new Error(`base.yaml does not load: ${JSON.stringify(loaded.problems[0])}`);
  const { header, frames } = syntheticRun(options);
  const { display, parties } = loaded.scenario;
  return { header: { ...header, scenario: { ...header.scenario, display, parties } }, frames: frames.map(withRunway) };
}

function withRunway(frame: Frame): Frame {
  const actors = Object.fromEntries(
    Object.entries(frame.measures.actors).map(([id, figures]) => {
      const line = RUNWAY[id];
      return [id, line === undefined ? figures : { ...figures, runway: Math.max(0.2, line[0] + line[1] * frame.tick), minsky: id === 'openai' || id === 'xai' ? ('equityBurner' as const) : figures.minsky }];
    }),
  );
  return { ...frame, measures: { ...frame.measures, actors } };
}
