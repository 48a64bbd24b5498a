import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { loadScenario, type Loaded } from '../../src/scenario/load.ts';
import type { Problem, ProblemCode } from '../../src/scenario/problem.ts';
import { readFile, type PlainMap } from '../../src/scenario/read.ts';
import { describeProblem } from '../../src/words/scenario.ts';
import { SHIPPED, shippedText } from './files.ts';
import { SMALL } from './small.ts';

const none = (): undefined => undefined;
const load = (text: string): Loaded => loadScenario(text, 'small.yaml', none);

function problemsOf(result: Loaded): readonly Problem[] {
  expect(result.ok).toBe(false);
  return result.ok ? [] : result.problems;
}

/** The first problem of SMALL with one place changed. */
function firstAfter(from: string, to: string): Problem {
  expect(SMALL.split(from).length, `"${from}" must occur once`).toBe(2);
  return problemsOf(load(SMALL.replace(from, to)))[0]!;
}

/** Where a text stands in SMALL, counted from one. */
function placeOf(needle: string, text = SMALL): { line: number; column: number } {
  const before = text.slice(0, text.indexOf(needle)).split('\n');
  return { line: before.length, column: before[before.length - 1]!.length + 1 };
}

test('the small scenario loads, defaults filled in', () => {
  const result = load(SMALL);
  expect(result).toMatchObject({ ok: true });
  if (!result.ok) return;
  expect(result.scenario.id).toBe('small');
  expect(result.scenario.contracts[0]!.takeOrPay).toBe(true);
  expect(result.scenario.sites[0]!.lien).toBeNull();
});

test('a byte-order mark at the beginning does no harm', () => {
  expect(load(`\ufeff${SMALL}`).ok).toBe(true);
});

test('what is cut out of a text with Chinese in it keeps one byte a letter, or every state would be twice as long to write', () => {
  const map = readFile('name: 衔尾蛇\nonly-in-this-test: nowhere-else-than-here\n', 'x.yaml', new WeakMap(), [])!;
  const size = (text: string): number => serialize(text).length / text.length;
  expect(size(map['name'] as string)).toBeGreaterThan(2);
  for (const text of [Object.keys(map)[1]!, map['only-in-this-test'] as string]) expect(size(text), text).toBeLessThan(2);
});

test('right-to-left letters are welcome in names, reordering marks are not', () => {
  expect(load(SMALL.replace('en: neo,', 'en: سحابة,')).ok).toBe(true);
  const found = firstAfter('en: neo,', 'en: "\u202eneo",');
  expect(found).toMatchObject({ code: 'hiddenCharacter', data: { got: 'U+202E' }, ...placeOf('neo, zh', SMALL.replace('en: neo', 'en:  neo')) });
});

describe('a mistyped amount', () => {
  const text = SMALL.replace('cash: { value: 1000, unit: USD, mark: assumed, source: made up }\n    shares', 'cash: { value: 1e9x, unit: USD, mark: assumed, source: made up }\n    shares');
  const [found] = problemsOf(load(text));

  test('is answered with file, line, column, what is wanted and an example', () => {
    const { line, column } = placeOf('1e9x', text);
    expect(describeProblem(found!, 'en')).toBe(
      `small.yaml line ${line}, column ${column}: \`cash\` must be a whole number of dollars, got "1e9x". Example: cash: { value: 1000000000, unit: USD, mark: assumed, source: "…" }`,
    );
  });

  test('is answered in Chinese as well', () => {
    expect(describeProblem(found!, 'zh')).toContain('`cash` 必须是整数美元\uff0c实际为 "1e9x"');
  });
});

const ONE_CHANGE: readonly [what: string, from: string, to: string, code: ProblemCode, at: string][] = [
  ['another format', 'format: 1', 'format: 2', 'notInList', '2'],
  ['a fraction of a month', 'horizon: 24', 'horizon: 2.5', 'wrongType', '2.5'],
  ['no month at all', 'horizon: 24', 'horizon: 0', 'tooSmall', '0'],
  ['too many months', 'horizon: 24', 'horizon: 100000', 'tooBig', '100000'],
  ['an unknown kind', 'kind: neocloud', 'kind: neoclod', 'notInList', 'neoclod'],
  ['an unknown mark', 'rate: 900, tier: 1', 'rate: 900, mork: x, tier: 1', 'unknownField', 'mork'],
  ['a misspelt channel', 'rent: false', 'rents: false', 'unknownField', 'rents'],
  ['a text for yes or no', 'rent: false', 'rent: no', 'wrongType', 'no }'],
  ['a missing text', '  how: { en: text, zh: 文 }', '  how: { en: text }', 'missingField', 'how: { en: text }'],
  ['an empty text', '  how: { en: text, zh: 文 }', '  how: { en: "", zh: 文 }', 'tooShort', '""'],
  ['an upper-case id', 'id: small', 'id: Small', 'badId', 'Small'],
  ['a list for a map', 'channels: { clearing: true, rent: false }', 'channels: [clearing]', 'wrongType', '[clearing]'],
  ['a value for a list', 'contracts:\n', 'contracts: none\nleases2:\n', 'unknownField', 'leases2'],
  ['infinity', 'to: 0.6', 'to: .inf', 'badNumber', '.inf'],
  ['not a number', 'to: 0.6', 'to: .nan', 'badNumber', '.nan'],
  ['minus zero', 'to: 0.6', 'to: -0', 'badNumber', '-0'],
  ['a number beyond whole dollars', 'cap: 63', 'cap: 99999999999999999999', 'tooBig', '99999999999999999999'],
  ['a negative amount', 'cap: 63', 'cap: -63', 'tooSmall', '-63'],
  ['an unknown kind of shock', 'kind: withhold', 'kind: withold', 'notInList', 'withold'],
  ['an unknown lever', 'lever: demand.level', 'lever: demand.leval', 'unknownReference', 'demand.leval'],
  ['a shock on nobody', 'at: 9, actor: lab', 'at: 9, actor: lap', 'unknownReference', 'lap'],
  ['a shock on a lender', 'at: 9, actor: lab', 'at: 9, actor: bank', 'wrongKind', 'bank, share'],
  ['an unknown lender', 'lender: bank', 'lender: bnak', 'unknownReference', 'bnak'],
  ['a lab as lender', 'lender: bank', 'lender: lab', 'wrongKind', 'lab, borrower'],
  ['a loan that ends before it begins', 'maturity: 20', 'maturity: -5', 'badDates', '-5'],
  ['a draw after maturity', 'availableUntil: 3', 'availableUntil: 30', 'badDates', '20, covenant'],
  ['a loan against nothing', 'backedBy: deal', 'backedBy: dael', 'unknownReference', 'dael'],
  ['a pledge to nobody', 'lien: loan', 'lien: lian', 'unknownReference', 'lian'],
  ["a pledge to somebody else's lender", 'lot, owner: neo', 'lot, owner: cloud', 'lienOfAnother', 'loan, mark: assumed, source: made up }\nsites'],
  ['chips older than their generation', 'age: 6', 'age: 13', 'tooYoungGeneration', '13, units'],
  ['a generation nobody makes', 'generation: chip, age', 'generation: ship, age', 'unknownReference', 'ship, age'],
  ['a lease of more than there is', 'capacity: 50', 'capacity: 500', 'overLet', '500, rent'],
  ['a contract with oneself', 'seller: neo, buyer: lab', 'seller: neo, buyer: neo', 'selfDealing', 'neo, units'],
  ['a contract that ends before it begins', 'ramp: 6, end: 30', 'ramp: 6, end: -3', 'badDates', '-3, mark: assumed, source: made up }\norders'],
  ['a ramp longer than the contract', 'ramp: 6, end: 30', 'ramp: 60, end: 30', 'outOfRange', '60, end'],
  ['an order in the past', 'due: 2', 'due: -2', 'outOfRange', '-2, mark'],
  ['stakes that do not add up', 'issuer: neo, shares: 90', 'issuer: neo, shares: 89', 'sharesMismatch', '100, price: 10, listed: true, multiple: 5, mark: assumed, source: made up }\n  - id: lab'],
  ['a stake in a bank', 'issuer: lab, shares: 100', 'issuer: bank, shares: 100', 'sharesMismatch', '100, price: 10, listed: true, multiple: 5, mark: assumed, source: made up }\n  - id: bank'],
  ['a lender that lends more than it has', 'principal: 60', 'principal: 61', 'lenderUnbalanced', '90, unit'],
  ['a position for nobody', '    vendor: { x', '    vendro: { x', 'unknownReference', 'vendro'],
  ['a position off the stage', 'x: 800', 'x: 8000', 'tooBig', '8000'],
  ['a term of another kind', 'speculation:', 'speculations:', 'missingTerm', 'id: neo\n'],
  ['a wrong unit', 'unit: USD/kW,', 'unit: USD,', 'wrongUnit', 'USD, mark: assumed, source: made up }\n      runningCost: { value: 1, unit: USD/kW-month'],
  ['a share above one', "preLet: { value: 1,", 'preLet: { value: 1.5,', 'outOfRange', '1.5'],
  ['an unknown parameter', '  volatility:', '  volatilty:', 'missingParameter', 'parameters:'],
  ['no end customers', 'kind: endCustomers', 'kind: otherChipBuyers', 'missingSector', 'parties:'],
  ['a second government', 'kind: endCustomers', 'kind: government', 'missingSector', 'parties:'],
  ['a repeated field', 'horizon: 24', 'horizon: 24\nhorizon: 25', 'duplicateKey', 'horizon: 25'],
  ['a repeated id', '{ id: late', '{ id: fall', 'duplicateId', 'fall, kind: withhold'],
  ['a prototype', 'horizon: 24', '__proto__: { x: 1 }', 'forbiddenKey', '__proto__'],
  ['a quoted prototype', 'horizon: 24', '"__proto__": { x: 1 }', 'forbiddenKey', '"__proto__"'],
  ['a constructor', 'horizon: 24', 'constructor: { prototype: 1 }', 'forbiddenKey', 'constructor'],
  ['an inherited name of objects', 'horizon: 24', 'toString: 24', 'unknownField', 'toString'],
  ['an alias', 'horizon: 24', 'horizon: &h 24\nextends: *h', 'alias', '*h'],
  ['a type tag', 'horizon: 24', 'horizon: !!js/function 24', 'tag', '!!js/function'],
  ['a map as a key', 'horizon: 24', '? { a: 1 }\n: 24', 'badKey', '{ a: 1 }'],
  ['a tab', 'horizon: 24', 'horizon:\n\t24: 1', 'syntax', '\t24'],
  ['an unclosed brace, at the brace', 'rent: false }', 'rent: false', 'syntax', '{ clearing: true'],
  ['an unclosed brace among closed ones', 'channels: { clearing: true, rent: false }', 'channels: { clearing: { a: [{ }] }, rent: [false', 'syntax', '[false'],
  ['a second document', 'horizon: 24', 'horizon: 24\n---\na: 1', 'severalDocuments', '---'],
];

test.each(ONE_CHANGE)('%s is refused where it stands', (_what, from, to, code, at) => {
  expect(SMALL.split(from).length, `"${from}" must occur once`).toBe(2);
  const text = SMALL.replace(from, to);
  const problems = problemsOf(load(text));
  const place = placeOf(at, text);
  expect(text).toContain(at);
  expect(problems.map(({ code, line, column }) => ({ code, line, column }))).toContainEqual({ code, ...place });
  for (const problem of problems) {
    expect(problem.example, problem.code).toBeTruthy();
    for (const language of ['en', 'zh'] as const) expect(describeProblem(problem, language)).not.toMatch(/undefined|\[object|NaN/);
  }
});

describe('extending', () => {
  const child = `format: 1
id: child
extends: small
name: { en: Child, zh: 子 }
about:
${['what', 'how', 'notice', 'try', 'limits'].map((section) => `  ${section}: { en: own, zh: 自 }\n`).join('')}`;
  const resolve = (id: string): string | undefined => (id === 'small' ? SMALL : undefined);
  const loadChild = (more: string): Loaded => loadScenario(child + more, 'child.yaml', resolve);

  test('takes over everything that is not said again', () => {
    const result = loadChild('');
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(result.scenario).toMatchObject({ id: 'child', name: { en: 'Child' }, about: { what: { en: 'own' } }, horizon: 24 });
    expect(result.scenario.extends).toBeUndefined();
    expect(result.scenario.parties).toHaveLength(12);
  });

  test('changes one figure of one party and leaves the rest', () => {
    const result = loadChild('parties:\n  - { id: neo, terms: { appetite: { value: 7 } } }\n');
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    const neo = result.scenario.parties.find((party) => party.id === 'neo')!;
    expect(neo.terms.appetite).toMatchObject({ value: 7, unit: 'unit/month', source: 'made up' });
    expect(neo.opening.cash!.value).toBe(100);
    expect(result.scenario.parties.map((party) => party.id)[2]).toBe('neo');
  });

  test('adds items with new ids after the old ones', () => {
    const result = loadChild('shocks:\n  - { id: more, kind: ramp, at: 1, lever: volatility, to: 0, over: 1, text: { en: a, zh: 乙 }, mark: assumed, source: s }\n');
    expect(result.ok && result.scenario.shocks.map((shock) => shock.id)).toEqual(['fall', 'late', 'more']);
  });

  test('merges stakes by holder and issuer', () => {
    const result = loadChild('stakes:\n  - { holder: investors, issuer: neo, shares: 80 }\n  - { holder: cloud, issuer: neo, shares: 10, mark: assumed, source: s }\n');
    expect(result.ok && result.scenario.stakes.filter((stake) => stake.issuer === 'neo').map((stake) => stake.shares)).toEqual([10, 80, 10]);
  });

  test('reports a mistake of the inherited file in that file', () => {
    const broken = SMALL.replace('cap: 63', 'cap: many');
    const [found] = problemsOf(loadScenario(child, 'child.yaml', () => broken));
    expect(found).toMatchObject({ code: 'wrongType', file: 'small.yaml', path: 'backstops[stop].cap', ...placeOf('many', broken) });
  });

  test('reports a figure that only the change makes wrong where it was changed', () => {
    const more = 'parties:\n  - id: bank\n    opening:\n      cash: { value: 5 }\n';
    const [found] = problemsOf(loadChild(more));
    expect(found).toMatchObject({ code: 'lenderUnbalanced', file: 'child.yaml', ...placeOf('5 }', child + more) });
  });

  test('wants a name and words of its own', () => {
    const text = 'format: 1\nid: child\nextends: small\n';
    expect(problemsOf(loadScenario(text, 'child.yaml', resolve)).map(({ code, path }) => `${code} ${path}`)).toEqual(['missingField name', 'missingField about']);
  });

  test('refuses an unknown parent, a circle and a parent that is no id', () => {
    const self = child.replace('extends: small', 'extends: child');
    expect(problemsOf(loadScenario(self, 'child.yaml', () => self))[0]).toMatchObject({ code: 'extendsCycle', line: 3, column: 10 });
    expect(problemsOf(loadScenario(child.replace('extends: small', 'extends: smal'), 'child.yaml', resolve))[0]).toMatchObject({ code: 'extendsUnknown' });
    let asked = false;
    loadScenario(child.replace('extends: small', 'extends: ../../secret'), 'child.yaml', () => ((asked = true), undefined));
    expect(asked).toBe(false);
  });

  test('refuses a circle of two', () => {
    const other = child.replace('id: child', 'id: small').replace('extends: small', 'extends: child');
    const result = loadScenario(child, 'child.yaml', (id) => (id === 'small' ? other : child));
    expect(problemsOf(result)[0]).toMatchObject({ code: 'extendsCycle', file: 'small.yaml', data: { chain: 'child → small → child' } });
  });
});

test('a file with very many mistakes lists a hundred and counts the rest', () => {
  const rows = Array.from({ length: 500 }, (_, index) => `  - { id: o${index} }\n`).join('');
  const problems = problemsOf(load(SMALL.replace('orders:\n', `orders:\n${rows}`)));
  expect(problems).toHaveLength(100);
  expect(problems[99]).toMatchObject({ code: 'tooMany' });
  expect(Number(problems[99]!.data.rest)).toBeGreaterThan(500);
});

test('problems come in the order of the lines', () => {
  const problems = problemsOf(load(SMALL.replace('horizon: 24', 'horizon: x').replace('cap: 63', 'cap: y').replace('format: 1', 'format: z')));
  expect(problems.map((problem) => problem.line)).toEqual([...problems.map((problem) => problem.line)].sort((a, b) => a - b));
  expect(problems).toHaveLength(3);
});

describe('a file that was read before', () => {
  const read = (id: string): PlainMap => JSON.parse(JSON.stringify(readFile(shippedText(id)!, `${id}.yaml`, new WeakMap(), []))) as PlainMap;
  const base = read('base');

  test.each(SHIPPED)('comes to the same scenario as its text, by itself and extended: %s', (id) => {
    const before = JSON.stringify(base);
    const fromText = loadScenario(shippedText(id)!, `${id}.yaml`, shippedText);
    expect(fromText.ok).toBe(true);
    expect(loadScenario(id === 'base' ? base : shippedText(id)!, `${id}.yaml`, (parent) => (parent === 'base' ? base : shippedText(parent)))).toEqual(fromText);
    expect(JSON.stringify(base)).toBe(before);
  });

  test('leaves what is wrong with a file that extends it where it stands', () => {
    const wrong = ('format: 1\nid: mine\nextends: base\nhorizon: many\n');
    const [fromText, fromMap] = [loadScenario(wrong, 'mine.yaml', shippedText), loadScenario(wrong, 'mine.yaml', () => base)].map(problemsOf);
    expect(fromMap).toEqual(fromText);
    expect(fromMap!.find((problem) => problem.path === 'horizon')).toMatchObject({ file: 'mine.yaml', line: 4 });
  });
});
