import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chronicleOf } from '../../src/explain/chronicle.ts';
import { explain, type Explanation } from '../../src/explain/causes.ts';
import { syntheticRun } from '../fixtures/synthetic-run.ts';
import { story } from './story.ts';
import { tangles } from './tangles.ts';

const why = (chronicle: ReturnType<typeof story>, id: string): Explanation => explain(chronicle, chronicle.find(id)!);
const rootsOf = (explanation: Explanation): { [id: string]: number } => Object.fromEntries(explanation.roots.map((root) => [root.id, root.root]));
const into = (explanation: Explanation, id: string): { [cause: string]: number } =>
  Object.fromEntries(explanation.edges.filter((edge) => edge.effect === id && edge.weight > 0).map((edge) => [edge.cause, edge.weight]));

/** Every dollar that comes to a node from its effects goes on to its causes or begins there. */
function conserves(explanation: Explanation): void {
  const { nodes, edges, total, target } = explanation;
  for (const node of nodes) {
    const taken = node.id === target.id ? total : edges.filter((edge) => edge.cause === node.id).reduce((sum, edge) => sum + edge.weight, 0);
    const given = edges.filter((edge) => edge.effect === node.id).reduce((sum, edge) => sum + edge.weight, node.root);
    expect(given, node.id).toBe(taken);
    expect(node.weight, node.id).toBe(taken);
  }
  expect(explanation.roots.reduce((sum, root) => sum + root.root, 0)).toBe(total);
}

describe('why somebody failed', () => {
  test('leads every missing dollar back to the shocks and decisions it began with', () => {
    const told = story(
      { tick: 0, id: 'fall', type: 'shock' },
      { tick: 1, id: 'loan', decision: 'borrow', actor: 'cloud' },
      { tick: 2, id: 'revenue', type: 'revenueFell', actor: 'lab', because: [['fall', 900]] },
      { tick: 3, id: 'unpaid', type: 'missedPayment', actor: 'lab', because: ['revenue'] },
      { tick: 3, id: 'call', type: 'marginCall', actor: 'cloud', because: [['fall', 1], ['loan', 2]] },
      { tick: 4, id: 'end', type: 'default', actor: 'cloud', short: { unpaid: 222, call: 190 }, because: ['unpaid', 'call', 'loan'], absorbed: 55 },
    );
    const explanation = why(told, 'end');
    expect(explanation.dollars).toBe(412);
    expect(into(explanation, 'end')).toEqual({ unpaid: 222, call: 190 });
    expect(rootsOf(explanation)).toEqual({ fall: 222 + 63, loan: 127 });
    expect(explanation.roots.map((root) => [root.id, root.kind])).toEqual([['fall', 'shock'], ['loan', 'decision']]);
    expect([explanation.absorbed, explanation.gaps]).toEqual([55, []]);
    // the loan is also named as a cause that is no money: context
    expect(explanation.edges.find((edge) => edge.cause === 'loan' && edge.effect === 'end')).toMatchObject({ weight: 0, recorded: null });
    conserves(explanation);
  });

  test('an earlier default passes its own shares on', () => {
    const told = story(
      { tick: 0, id: 'fall', type: 'shock' },
      { tick: 0, id: 'spend', decision: 'buy', actor: 'lab' },
      { tick: 2, id: 'lab-fails', type: 'default', actor: 'lab', short: { fall: 30, spend: 10 } },
      { tick: 5, id: 'cloud-fails', type: 'default', actor: 'cloud', short: { 'lab-fails': 100, fall: 20 } },
    );
    expect(rootsOf(why(told, 'cloud-fails'))).toEqual({ fall: 95, spend: 25 });
  });

  test('counts a circle of failures of one month through: (I − M)⁻¹R', () => {
    const told = story(
      { tick: 0, id: 'fall', type: 'shock' },
      { tick: 0, id: 'spend', decision: 'buy', actor: 'b' },
      { tick: 4, id: 'a-fails', type: 'default', actor: 'a', short: { 'b-fails': 60, fall: 40 } },
      { tick: 4, id: 'b-fails', type: 'default', actor: 'b', short: { 'a-fails': 50, spend: 30 } },
    );
    const explanation = why(told, 'a-fails');
    expect(rootsOf(explanation)).toEqual({ fall: 64, spend: 36 });
    // of the 96 that go to b and the 60 that come back, the difference is told
    expect(into(explanation, 'a-fails')).toEqual({ fall: 64, 'b-fails': 36 });
    expect(explanation.lines.map((line) => line.share)).toEqual([60, 40]);
    expect(explanation.edges.filter((edge) => edge.circular).map((edge) => `${edge.cause}>${edge.effect}`)).toEqual(['b-fails>a-fails', 'a-fails>b-fails']);
    conserves(explanation);
    const other = why(told, 'b-fails');
    expect(rootsOf(other)).toEqual({ fall: 32, spend: 48 });
    conserves(other);
  });

  test('splits shortfalls larger than a thousand million into exactly their lines', () => {
    const told = story(
      { tick: 0, id: 'fall', type: 'shock' },
      { tick: 0, id: 'spend', decision: 'buy', actor: 'b' },
      { tick: 4, id: 'end', type: 'default', actor: 'a', short: { fall: 61_234_567_891, spend: 7_000_000_000_001 } },
    );
    expect(rootsOf(why(told, 'end'))).toEqual({ spend: 7_000_000_000_001, fall: 61_234_567_891 });
  });

  test('says where the recording leaves something open, and still accounts for every dollar', () => {
    const told = story(
      { tick: 0, id: 'mood', type: 'stateChanged', actor: 'a' },
      { tick: 1, id: 'price', type: 'rentFell', because: ['later'] },
      { tick: 2, id: 'x', type: 'missedPayment', actor: 'x', because: ['y'] },
      { tick: 2, id: 'y', type: 'missedPayment', actor: 'y', because: ['x'] },
      { tick: 4, id: 'end', type: 'default', actor: 'a', short: { mood: 10, price: 20, gone: 30, x: 40 } },
      { tick: 5, id: 'later', type: 'shock' },
    );
    const explanation = why(told, 'end');
    expect(explanation.gaps.map((gap) => [gap.kind, gap.id])).toEqual([
      ['unknownCause', 'end'], ['noCause', 'mood'], ['laterCause', 'price'], ['closedCircle', 'x'], ['closedCircle', 'y'],
    ]);
    expect(explanation.roots.every((root) => root.kind === 'lost')).toBe(true);
    expect(explanation.nodes.map((node) => node.id)).not.toContain('later');
    conserves(explanation);
  });

  test('notices a shortfall whose lines do not add up', () => {
    const told = (bent: object) => story({ tick: 0, id: 'fall', type: 'shock' }, { tick: 1, id: 'end', type: 'default', short: { fall: 10 }, absorbed: 4, bent });
    expect(why(told({}), 'end').gaps).toEqual([]);
    const bent = why(told({ total: 12, due: 19, absorbed: 0 }), 'end');
    expect(bent.gaps.map(({ kind, detail }) => [kind, detail])).toEqual([['shares', 2], ['cushions', 2]]);
    expect(rootsOf(bent)).toEqual({ fall: 12 });
  });

  test('of an event that is no money is told in parts of a million', () => {
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, { tick: 0, id: 'cut', decision: 'cut' }, { tick: 1, id: 'price', type: 'usedPriceFell', because: ['fall', 'cut'] });
    const explanation = why(told, 'price');
    expect([explanation.dollars, rootsOf(explanation)]).toEqual([null, { cut: 500_000, fall: 500_000 }]);
  });

  test('of a decision goes on to what it was taken because of', () => {
    const told = story({ tick: 0, id: 'fall', type: 'shock' }, { tick: 1, id: 'cut', decision: 'cut', because: ['fall'] }, { tick: 2, id: 'orders', type: 'ordersFell', because: ['cut'] });
    expect(rootsOf(why(told, 'orders'))).toEqual({ cut: 1_000_000 });
    expect(why(told, 'orders').nodes.map((node) => node.id)).toEqual(['orders', 'cut', 'fall']);
    expect(rootsOf(why(told, 'cut'))).toEqual({ fall: 1_000_000 });
  });

  test('in the synthetic run sums to the dollar', () => {
    const chronicle = chronicleOf(syntheticRun());
    const end = chronicle.happenings.find((each) => each.kind === 'event' && each.event.type === 'default')!;
    const explanation = explain(chronicle, end);
    expect([explanation.dollars, explanation.absorbed]).toEqual([90_000_000, 10_000_000]);
    expect(explanation.gaps).toEqual([]);
    expect(explanation.roots.map((root) => [root.kind, root.root])).toEqual([['shock', 90_000_000]]);
    conserves(explanation);
  });

  test('of any history, however tangled, ends, conserves every dollar and never runs forward in time', () => {
    fc.assert(
      fc.property(tangles(24), (chronicle) => {
        for (const target of chronicle.happenings) {
          const explanation = explain(chronicle, target);
          conserves(explanation);
          for (const edge of explanation.edges) {
            const [cause, effect] = [chronicle.find(edge.cause), chronicle.find(edge.effect)!];
            if (cause !== undefined) expect(cause.tick).toBeLessThanOrEqual(effect.tick);
          }
          for (const root of explanation.roots) if (root.kind === 'event') throw new Error(`${root.id} is neither shock nor decision`);
        }
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });
});
