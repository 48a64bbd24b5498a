import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../src/explain/chronicle.ts';
import { explain } from '../../src/explain/causes.ts';
import { consequences } from '../../src/explain/consequences.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { story } from './story.ts';
import { tangles } from './tangles.ts';

describe('what something broke', () => {
  const told = story(
    { tick: 0, id: 'fall', type: 'shock' },
    { tick: 0, id: 'spend', decision: 'buy', actor: 'lab' },
    { tick: 2, id: 'lab-fails', type: 'default', actor: 'lab', short: { fall: 30, spend: 10 } },
    { tick: 3, id: 'tight', decision: 'lend', actor: 'bank', because: ['lab-fails'] },
    { tick: 5, id: 'cloud-fails', type: 'default', actor: 'cloud', short: { 'lab-fails': 100, tight: 20 } },
  );
  const of = (id: string) => consequences(told, told.find(id)!);

  test('is every default it had a part in, with the dollars that are due to it', () => {
    expect(of('fall').defaults.map((each) => [each.happening.id, each.dollars, each.of])).toEqual([['lab-fails', 30, 40], ['cloud-fails', 75, 120]]);
    expect(of('lab-fails').defaults.map((each) => [each.happening.id, each.dollars])).toEqual([['cloud-fails', 100]]);
    expect(of('cloud-fails').defaults).toEqual([]);
  });

  test('goes on through what others chose, whose dollars begin with the choice', () => {
    expect(of('fall').web.nodes.map((node) => [node.id, node.dollars])).toEqual([['fall', null], ['lab-fails', 30], ['tight', null], ['cloud-fails', 75]]);
    expect(of('tight').defaults.map((each) => each.dollars)).toEqual([20]);
    expect(of('fall').web.edges.find((edge) => edge.cause === 'tight')).toMatchObject({ dollars: null, weight: 125_000 });
  });

  test('in the synthetic run the fall in demand broke the start-ups and cost a lender', () => {
    const chronicle = chronicleOf(syntheticRun());
    const shock = chronicle.happenings.find((each) => each.kind === 'event' && each.event.type === 'shock')!;
    const { defaults, losses } = consequences(chronicle, shock);
    expect(defaults.map((each) => [each.happening.id, each.dollars])).toEqual([['10/resolve/start-ups/default/settlement', 90_000_000]]);
    expect(losses.map((each) => each.dollars)).toEqual([500_000_000]);
  });

  test('agrees with the chain backwards, in any history', () => {
    fc.assert(
      fc.property(tangles(16), (chronicle) => {
        for (const cause of chronicle.happenings) {
          if (cause.kind !== 'event' || cause.event.type !== 'shock') continue;
          for (const { happening, dollars, of: all } of consequences(chronicle, cause).defaults) {
            const back = explain(chronicle, happening).roots.find((root) => root.id === cause.id)?.root ?? 0;
            // whole dollars are split at every hop backwards, once forwards
            expect(Math.abs(back - dollars)).toBeLessThanOrEqual(Math.max(40, all * 1e-9));
          }
        }
      }),
      { seed: 11, numRuns: 150 },
    );
  });
});
