import { expect, test } from 'vitest';
import { PROBLEM_CODES } from '../../src/scenario/problem.ts';
import { nearestName, editDistance } from '../../src/model/nearest.ts';
import { findHidden, quoteText } from '../../src/scenario/quote.ts';
import { SCENARIO_WORDS } from '../../src/words/scenario.ts';

test('every problem has words in both languages', () => {
  for (const language of ['en', 'zh'] as const)
    for (const code of PROBLEM_CODES) expect(SCENARIO_WORDS[language][code]({ got: '"x"', field: 'cash', expected: 'dollars', what: 'party', options: 'a, b', limit: 1 })).not.toBe('');
});

test('the Chinese words are Chinese', () => {
  for (const code of PROBLEM_CODES) expect(SCENARIO_WORDS.zh[code]({})).toMatch(/[\u4e00-\u9fff]/);
});

test('neighbouring letters swapped are one edit', () => {
  expect(editDistance('lvel', 'level')).toBe(1);
  expect(editDistance('elvel', 'level')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
});

test('a name is suggested only if it is near', () => {
  expect(nearestName('lever', ['level', 'over'])).toBe('level');
  expect(nearestName('xyz', ['level', 'over'])).toBeNull();
  expect(nearestName('CASH', ['cash'])).toBe('cash');
});

test('quoted text shows what cannot be seen and is cut', () => {
  expect(quoteText('a\u202eb')).toBe('"a\\u202eb"');
  expect(quoteText('a"b\n')).toBe('"a\\"b\\n"');
  expect(quoteText('😀')).toBe('"😀"');
  expect(quoteText('x'.repeat(100))).toHaveLength(63);
  expect(findHidden('tab\tline\n文字 😀')).toBe(-1);
});
