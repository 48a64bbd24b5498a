import { describe, expect, it } from 'vitest';
import { measureDeltas } from '../../src/playback/compare.ts';
import { FIGURES, figureName, figureUnit } from '../../src/words/figures.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';

describe('figures of the whole economy', () => {
  it('all have a name in both languages and a unit', () => {
    const { measures } = syntheticRun({ ticks: 1 }).frames[0]!;
    const paths = measureDeltas(measures, measures).map((each) => each.path);
    expect(Object.keys(FIGURES).sort()).toEqual(paths.sort());
    for (const language of ['en', 'zh'] as const) expect(new Set(paths.map((path) => figureName(path, language))).size).toBe(paths.length);
  });

  it('may be new, and then go by their path', () => {
    expect([figureName('new.thing', 'zh'), figureUnit('new.thing'), figureName('toString', 'en')]).toEqual(['new.thing', 'ratio', 'toString']);
  });
});
