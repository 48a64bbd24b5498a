import { expect, test } from 'vitest';
import type { BranchProblem } from '../../src/playback/changes.ts';
import { BRANCH_WORDS, describeBranchProblem } from '../../src/words/branch.ts';

const problems: readonly BranchProblem[] = [
  { key: 'branch.tick', at: 90, ticks: 72 }, { key: 'branch.tick', at: 0, ticks: 0 }, { key: 'branch.nothing' }, { key: 'branch.parameter', name: 'demand.groth' }, { key: 'branch.parameter', name: 'demand.groth', nearest: 'demand.growth' }, { key: 'branch.value', name: 'demand.level', value: 'NaN' },
  { key: 'branch.contract', name: 'x', tick: 3 }, { key: 'branch.channel', name: 'x', known: 'clearing, rent' }, { key: 'branch.actor', name: 'x' }, { key: 'branch.decision', name: 'x' }, { key: 'branch.obligation', name: 'x' }, { key: 'branch.diverged', tick: 3 },
];

test('every reason why a change cannot be made has a sentence in both languages', () => {
  expect(new Set(problems.map((problem) => problem.key))).toEqual(new Set(Object.keys(BRANCH_WORDS.en)));
  for (const problem of problems) {
    expect(describeBranchProblem(problem, 'en')).toMatch(/^[A-Z`].*(\.|0\.6)$/s);
    expect(describeBranchProblem(problem, 'zh')).toMatch(/[\u4e00-\u9fff].*(。|0\.6)$/s);
    for (const language of ['en', 'zh'] as const) expect(describeBranchProblem(problem, language)).not.toMatch(/undefined|\[object/);
  }
});
