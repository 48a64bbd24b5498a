import { describe, expect, test } from 'vitest';
import { NETWORK_PROBLEMS, NetworkError } from '../../src/contagion/problem.ts';
import { NETWORK_KINDS, runNetworkCase, runNetworkCases } from '../../src/measures/network-case.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { describeNetworkProblem, NETWORK_WORDS } from '../../src/words/network.ts';

const good: { readonly [kind: string]: { readonly [field: string]: unknown } } = {
  clear: { owed: [[0, 10], [0, 0]], means: [4, 0] },
  tiers: { tiers: [[[0, 10], [0, 0]]], owedOutsideByTier: [[0, 0]], means: [4, 0], holdings: [[0, 0.5], [0, 0]] },
  debtrank: { exposure: [[0, 5], [0, 0]], equity: [10, 10], shock: [0, 1] },
  circularity: { nodes: ['v', 'c'], vendor: 'v', flows: [{ from: 'c', to: 'v', amount: 3, kind: 'revenue' }], externalIn: { c: 3 } },
  firesale: { price: 10, impact: 0.4, sold: 5, depth: 10, form: 'linear' },
  concentration: { sales: [1, 2] },
};
const kindOf = (name: string): string => (name === 'tiers' ? 'clear' : name);

/** Field replaced → the code and the place of what is said. */
const bad: readonly (readonly [string, { readonly [field: string]: unknown }, string, string])[] = [
  ['clear', { owed: [[0, 1, 2], [0, 0]] }, 'notSquare', 'owed[0]'],
  ['clear', { owed: [[0, 1]] }, 'length', 'owed'],
  ['clear', { owed: [[0, -1], [0, 0]] }, 'negative', 'owed[0][1]'],
  ['clear', { owed: [[0, 1], [0, 3]] }, 'diagonal', 'owed[1][1]'],
  ['clear', { owed: [[0, Number.NaN], [0, 0]] }, 'notNumber', 'owed[0][1]'],
  ['clear', { owed: [[0, '5'], [0, 0]] }, 'notNumber', 'owed[0][1]'],
  ['clear', { owed: [[0, null], [0, 0]] }, 'notNumber', 'owed[0][1]'],
  ['clear', { owed: [[0, 1.5], [0, 0]] }, 'notWhole', 'owed[0][1]'],
  ['clear', { owed: [[0, 1e300], [0, 0]] }, 'tooLarge', 'owed[0][1]'],
  ['clear', { owed: [[0, 9e15], [0, 0]], means: [9e15, 0] }, 'tooLarge', 'owed'],
  ['clear', { owed: 'all' }, 'notList', 'owed'],
  ['clear', { owed: undefined }, 'missing', 'owed'],
  ['clear', { means: undefined }, 'missing', 'means'],
  ['clear', { means: [1] }, 'length', 'owed'],
  ['clear', { means: [1, Number.POSITIVE_INFINITY] }, 'notNumber', 'means[1]'],
  // eslint-disable-next-line no-sparse-arrays
  ['clear', { means: [1, ,] }, 'missing', 'means[1]'],
  ['clear', { owedOutside: [1] }, 'length', 'owedOutside'],
  ['clear', { keptExternal: 1.1 }, 'notShare', 'keptExternal'],
  ['clear', { keptInternal: '1' }, 'notNumber', 'keptInternal'],
  ['clear', { debts: [] }, 'unknown', 'debts'],
  ['clear', { tiers: [] }, 'excludes', 'owed'],
  ['clear', { owedOutsideByTier: [[0, 0]] }, 'needs', 'owedOutsideByTier'],
  ['clear', { holdings: [[0.1, 0], [0, 0]] }, 'diagonal', 'holdings[0][0]'],
  ['clear', { holdings: [[0, 1], [1, 0]] }, 'closedOwnership', 'holdings[0]'],
  ['tiers', { owedOutside: [0, 0] }, 'excludes', 'owedOutside'],
  ['tiers', { owedOutsideByTier: [] }, 'length', 'owedOutsideByTier'],
  ['tiers', { tiers: [[[0, 1], [0, 0]], [[0, 1], [-2, 0]]] , owedOutsideByTier: undefined }, 'negative', 'tiers[1][1][0]'],
  ['debtrank', { exposure: [[0, 5], [0]] }, 'notSquare', 'exposure[1]'],
  ['debtrank', { equity: [1] }, 'length', 'equity'],
  ['debtrank', { shock: [0, 2] }, 'notShare', 'shock[1]'],
  ['debtrank', { weights: [-1, 1] }, 'negative', 'weights[0]'],
  ['circularity', { vendor: 'w' }, 'unknownNode', 'vendor'],
  ['circularity', { nodes: ['v', 'v'] }, 'repeated', 'nodes[1]'],
  ['circularity', { nodes: ['v', {}] }, 'notText', 'nodes[1]'],
  ['circularity', { externalIn: { d: 1 } }, 'unknownNode', 'externalIn.d'],
  ['circularity', { externalIn: [3] }, 'notObject', 'externalIn'],
  ['circularity', { externalIn: { c: 2 } }, 'unbalanced', 'nodes[1]'],
  ['circularity', { flows: [{ from: 'c', to: 'v', amount: 3, kind: 'loan' }] }, 'notInList', 'flows[0].kind'],
  ['circularity', { flows: [{ from: 'c', to: 'c', amount: 3, kind: 'other' }] }, 'selfFlow', 'flows[0]'],
  ['circularity', { flows: [{ from: 'c', to: 'v', amount: -3, kind: 'revenue' }] }, 'negative', 'flows[0].amount'],
  ['circularity', { flows: [{ from: 'c', to: 'v', amount: 3, kind: 'revenue', conditional: 1 }] }, 'notFlag', 'flows[0].conditional'],
  ['circularity', { flows: [7] }, 'notObject', 'flows[0]'],
  ['firesale', { depth: 0 }, 'notPositive', 'depth'],
  ['firesale', { form: 'steep' }, 'notInList', 'form'],
  ['firesale', { sold: -1 }, 'negative', 'sold'],
  ['firesale', { floor: 2 }, 'notShare', 'floor'],
  ['concentration', { sales: [1, -2] }, 'negative', 'sales[1]'],
  ['concentration', { sales: { a: 1 } }, 'notList', 'sales'],
];

function problemOf(run: () => unknown): NetworkError['problem'] {
  try {
    run();
  } catch (error) {
    if (error instanceof NetworkError) return error.problem;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a network case', () => {
  test('that is well formed is computed', () => {
    for (const [name, input] of Object.entries(good)) expect(runNetworkCase(kindOf(name), input)).toBeTypeOf('object');
  });

  test.each(bad)('%s with %j is refused: %s at %s', (name, change, code, path) => {
    const problem = problemOf(() => runNetworkCase(kindOf(name), { ...good[name], ...change }));
    expect([problem.code, problem.path]).toEqual([code, path]);
    for (const language of LANGUAGES) expect(describeNetworkProblem(problem, language)).toContain(code === 'notSquare' || path === '' ? '' : path);
  });

  test('that is no map is refused, whatever it is', () => {
    for (const kind of NETWORK_KINDS) for (const input of [null, 7, 'x', true, undefined]) expect(problemOf(() => runNetworkCase(kind, input)).code).toBe('notObject');
    expect(problemOf(() => runNetworkCase('toString', {})).code).toBe('unknownKind');
  });

  test('in a list answers in its place, and a bad one takes no other down', () => {
    const answer = runNetworkCases('concentration', [{ sales: [1] }, { sales: [-1] }, [], { sales: [0] }], (problem) => problem.code) as readonly object[];
    expect(answer).toEqual([{ hhi: 10_000, normalised: 1, effectiveNumber: 1, top3: 1 }, { error: 'negative' }, { error: 'notObject' }, { hhi: null, normalised: null, effectiveNumber: null, top3: null }]);
    expect(runNetworkCases('clear', [], () => '')).toEqual([]);
  });

  test('alone and bad is refused as a whole, and so is a calculation nobody knows', () => {
    expect(problemOf(() => runNetworkCases('clear', { means: [1] }, () => '')).code).toBe('missing');
    expect(problemOf(() => runNetworkCases('clearing', [{}], () => '')).code).toBe('unknownKind');
  });

  test('can be wrong in no way that has no words in both languages', () => {
    for (const language of LANGUAGES) {
      expect(Object.keys(NETWORK_WORDS[language]).sort()).toEqual([...NETWORK_PROBLEMS].sort());
      for (const code of NETWORK_PROBLEMS) expect(describeNetworkProblem({ code, path: 'a[1]', got: '7', expected: 'b' }, language)).not.toMatch(/undefined|\[object/);
    }
  });
});
