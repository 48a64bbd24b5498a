import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadScenario, type Loaded } from '../../src/scenario/load.ts';
import { LARGEST_SCENARIO } from '../../src/scenario/read.ts';
import { describeProblem } from '../../src/words/scenario.ts';
import { SMALL } from './small.ts';

/** A change to the small scenario, short enough to be broken in twenty thousand ways. */
const CHILD = `format: 1
id: child
extends: small
name: { en: Child, zh: 子 }
about: { what: &TEXT, how: &TEXT, notice: &TEXT, try: &TEXT, limits: &TEXT }
horizon: 12
loans:
  - { id: loan, rate: 950, maturity: 19 }
shocks:
  - { id: fall, at: 4, lever: demand.level, to: 0.5 }
parties:
  - id: neo
    opening: { cash: { value: 1e2 } }
`.replaceAll('&TEXT', '{ en: t, zh: 文 }');

const load = (text: string): Loaded => loadScenario(text, 'child.yaml', (id) => (id === 'small' ? SMALL : undefined));

/** Every refusal has a place inside its file, a code with words in both languages, and nothing half-said. */
function faultOfAnswer(text: string, result: Loaded): string | null {
  if (result.ok) return null;
  const [first] = result.problems;
  if (first === undefined) return 'refused without a problem';
  const lines = text.split(/\r\n|\n|\r/).length;
  for (const { file, line, column, code, example } of result.problems) {
    if (!(line >= 1 && column >= 1)) return `${code} at ${line}:${column}`;
    if (file === 'child.yaml' && line > lines) return `${code} at line ${line} of ${lines}`;
    if (example === undefined && code !== 'tooMany') return `${code} without an example`;
  }
  const english = describeProblem(first, 'en');
  if (!/^(child|small)\.yaml line \d+, column \d+: .+ Example: .+/s.test(english)) return english;
  const chinese = describeProblem(first, 'zh');
  return /undefined|\[object/.test(english + chinese) ? english + chinese : null;
}

/** What a scenario must be if it is accepted: finite whole dollars, every reference kept, no hostile key. */
function faultOfScenario(result: Loaded): string | null {
  if (!result.ok) return null;
  const { scenario } = result;
  const ids = new Set(scenario.parties.map((party) => party.id));
  for (const loan of scenario.loans) if (!Number.isSafeInteger(loan.principal) || !ids.has(loan.borrower)) return `loan ${loan.id}`;
  for (const party of scenario.parties)
    for (const cash of Object.values(party.opening)) if (!Number.isSafeInteger(cash?.value) || Object.is(cash?.value, -0)) return `cash of ${party.id}`;
  return Object.hasOwn(scenario, '__proto__') || Object.getPrototypeOf(scenario) !== Object.prototype ? 'prototype' : null;
}

test('the child is right before it is broken', () => {
  expect(load(CHILD)).toMatchObject({ ok: true, scenario: { id: 'child', horizon: 12 } });
});

describe('thousands of broken files', () => {
  const SHARDS = 8;
  const FILES = process.env['LONG'] === '1' ? 100_000 : 6_000;
  const bits = ['{', '}', '[', ']', ':', '-', ',', '"', "'", '|', '>', '&a ', '*a', '!!', '%', '@', '`', '\t', '\n', '  ', '#', '?', '~', '.nan', '-0', '1e999', '__proto__', '\u0000', '\u202e', '\ud800', '<<', '---\n', '...', '0x', 'null', '文'];
  const mutation = fc.tuple(fc.constantFrom('drop', 'insert', 'repeat', 'swap', 'cut', 'lineOut', 'lineTwice'), fc.nat(CHILD.length - 1), fc.nat(40), fc.constantFrom(...bits));

  function mutate(text: string, [how, at, size, bit]: [string, number, number, string]): string {
    const lines = text.split('\n');
    switch (how) {
      case 'drop':
        return text.slice(0, at) + text.slice(at + 1 + (size % 8));
      case 'insert':
        return text.slice(0, at) + bit + text.slice(at);
      case 'repeat':
        return text.slice(0, at) + text.slice(at, at + size) + text.slice(at);
      case 'swap':
        return text.slice(0, at) + bit + text.slice(at + 1);
      case 'cut':
        return text.slice(0, at);
      case 'lineOut':
        return lines.filter((_, index) => index !== at % lines.length).join('\n');
      default:
        return lines.flatMap((line, index) => (index === at % lines.length ? [line, line] : [line])).join('\n');
    }
  }

  test.each(Array.from({ length: SHARDS }, (_, shard) => shard))('are answered or sound, part %i', (shard) => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const text = mutations.reduce(mutate, CHILD);
        const result = load(text);
        if (result.ok) accepted += 1;
        const fault = faultOfAnswer(text, result) ?? faultOfScenario(result);
        if (fault !== null) throw new Error(fault);
      }),
      { numRuns: FILES / SHARDS, seed: 20_250_100 + shard },
    );
    // both sides are really tried
    expect(accepted).toBeGreaterThan(FILES / SHARDS / 125);
    expect(accepted).toBeLessThan(FILES / SHARDS / 2);
  });
});

describe('files made to hurt', () => {
  const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels);
  const indented = (levels: number): string => Array.from({ length: levels }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
  const bomb = `a: &a [x]\n${Array.from({ length: 30 }, (_, level) => `b${level}: &b${level} [*a, *a, *a, *a, *a, *a, *a, *a, *a]`).join('\n')}`;
  const hidden = ['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u200b', '\u200f', '\u2028', '\u202a', '\u202e', '\u2066', '\u2069', '\ufeff', '\ufffe', '\ud800', '\udc00'];
  const keys = ['__proto__', 'constructor', 'prototype', '"__proto__"', "'constructor'", '"\\u005f_proto__"'];
  const inherited = ['toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__', '__lookupSetter__'];
  const numbers = ['.nan', '.NaN', '.inf', '-.inf', '+.INF', '-0', '-0.0', '-0e5', '1e999', '-1e999'];
  const words = ['nan', 'Infinity', '1e', '1e9x', '1,000', '0b1', '1_000', '$5', '５', '٥', '１e9', '--5', '+-5', '1.2.3', '0x', ' '];
  const files: readonly (readonly [name: string, text: string])[] = [
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
    ['a comment', '# scenario\n'],
    ['a mark only', '\ufeff'],
    ['two marks', `\ufeff\ufeff${CHILD}`],
    ['document marks', '---\n...\n'],
    ['null', 'null'],
    ['a number', '42'],
    ['a text', 'scenario'],
    ['a list', '- a\n- b\n'],
    ['an empty map', '{}'],
    ['JSON that is not a scenario', '{"format": 1}'],
    ['JSON cut in half', '{"format": 1, "id"'],
    ['a web page', '<!doctype html><html><body>not a scenario</body></html>'],
    ['a table', 'id,kind,cash\nopenai,aiLab,5\n'],
    ['a program', 'function main() { return { a: [1, 2, 3] }; }'],
    ['a gzip file read as text', '\u001f\u008b\u0008\u0000\u0000'],
    ['a UTF-16 file read as text', '\ufffd\ufffdf\u0000o\u0000r\u0000m\u0000'],
    ['an alias bomb', bomb],
    ['an alias to itself', 'a: &a [*a]'],
    ['an unknown alias', 'a: *nobody'],
    ['a merge key', 'a: { x: 1 }\n<<: *a\n'],
    ['fifty megabytes', 'a: b\n'.repeat(10_000_000)],
    ['one very long line', `a: ${'x'.repeat(LARGEST_SCENARIO - 10)}`],
    ['a very long key', `${'k'.repeat(5000)}: 1`],
    ['a very long id', `id: ${'k'.repeat(5000)}`],
    ['twenty thousand empty items', `loans:\n${'- {}\n'.repeat(20_000)}`],
    ['many keys', Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n')],
    ['many colons', ':'.repeat(5000)],
    ['many questions', '? '.repeat(5000)],
    ['many dashes', '- '.repeat(5000)],
    ['many braces', '{'.repeat(10_000)],
    ['many quotes', '"'.repeat(5001)],
    ['many commas', `[${','.repeat(5000)}]`],
    ['many comments', '#\n'.repeat(5000)],
    ['many documents', '---\na: 1\n'.repeat(1000)],
    ['ten thousand lists', deep('[', ']', 10_000)],
    ['ten thousand maps', deep('{a: ', '}', 10_000)],
    ['a thousand indents', indented(1000)],
    ['forty indents', indented(40)],
    ['another YAML', '%YAML 1.1\n---\nformat: 1\n'],
    ['an unknown directive', '%FOO bar\n---\nformat: 1\n'],
    ['a tag directive', '%TAG ! tag:example,2000:\n---\nformat: !x 1\n'],
    ['binary', `${CHILD}note: !!binary aGVsbG8=\n`],
    ['a set', `${CHILD}note: !!set { a, b }\n`],
    ['a date', `${CHILD}note: !!timestamp 2025-01-01\n`],
    ['a function', `${CHILD}note: !!js/function "function(){}"\n`],
    ['an object tag', `${CHILD}note: !!python/object:os.system {}\n`],
    ['a null key', `${CHILD}~: 1\n`],
    ['an empty key', `${CHILD}"": 1\n`],
    ['a list key', `${CHILD}? [a]\n: 1\n`],
    ['a number key', `${CHILD}2025: 1\n`],
    ['tabs', CHILD.replaceAll('  ', '\t')],
    ['no spaces after colons', CHILD.replaceAll(': ', ':')],
    ['upper case', CHILD.toUpperCase()],
    ['reversed lines', CHILD.split('\n').reverse().join('\n').replace('    opening', 'opening')],
    ['twice', CHILD + CHILD],
    ['full-width colons', CHILD.replaceAll(':', '\uff1a')],
    ['curly quotes', CHILD.replace('id: child', 'id: “child”')],
    ['a parent that is a path', CHILD.replace('extends: small', 'extends: ../small')],
    ['a parent that is an address', CHILD.replace('extends: small', 'extends: "https://example.org/x"')],
    ['a parent that is a list', CHILD.replace('extends: small', 'extends: [small]')],
    ['a parent that is itself', CHILD.replace('extends: small', 'extends: child')],
    ['an empty parent', CHILD.replace('extends: small', 'extends:')],
    ['parties as a map', `${CHILD.slice(0, CHILD.indexOf('parties:'))}parties: { neo: {} }\n`],
    ['parties as null', `${CHILD.slice(0, CHILD.indexOf('parties:'))}parties:\n`],
    ['an emptied list of parties', `${CHILD.slice(0, CHILD.indexOf('parties:'))}parties: [1]\n`],
    ['a loan without an id', CHILD.replace('id: loan, ', '')],
    ['a loan with a list as id', CHILD.replace('id: loan,', 'id: [loan],')],
    ['a removed lender', CHILD.replace('rate: 950', 'lender: ~')],
    ['markup in a name', CHILD.replace('en: Child', 'en: ""').replace('id: child', 'id: "<img src=x onerror=alert(1)>"')],
    ...hidden.map((character) => [`hidden U+${character.charCodeAt(0).toString(16)}`, CHILD.replace('en: Child', `en: "Ch${character}ild"`)] as const),
    ...hidden.map((character) => [`hidden U+${character.charCodeAt(0).toString(16)} in a key`, CHILD.replace('horizon', `hor${character}izon`)] as const),
    ...keys.map((key) => [`the key ${key}`, `${CHILD}${key}: { polluted: 1 }\n`] as const),
    ...keys.map((key) => [`the key ${key} inside`, CHILD.replace('horizon: 12', `parameters: { ${key}: { polluted: 1 } }`)] as const),
    ...inherited.map((key) => [`the key ${key}`, `${CHILD}${key}: 1\n`] as const),
    ...inherited.map((key) => [`the parameter ${key}`, CHILD.replace('horizon: 12', `parameters: { ${key}: 1 }`)] as const),
    ...numbers.map((number) => [`the amount ${number}`, CHILD.replace('1e2', number)] as const),
    ...words.map((word) => [`the amount "${word}"`, CHILD.replace('1e2', `"${word}"`)] as const),
    ...words.slice(0, 8).map((word) => [`the plain amount ${word}`, CHILD.replace('1e2', word)] as const),
    ...['9007199254740993', '1e16', '-1e16', '99999999999999999999999', '0.5', '1.5e0', 'true', '[1]', '{}', '~'].map((value) => [`the amount ${value}`, CHILD.replace('1e2', value)] as const),
  ];

  test('are at least a hundred and fifty', () => {
    expect(files.length).toBeGreaterThanOrEqual(150);
  });

  test.each(files)('%s is refused with a place', (_name, text) => {
    const result = load(text);
    expect(result.ok).toBe(false);
    expect(faultOfAnswer(text.slice(0, LARGEST_SCENARIO), result)).toBeNull();
  });

  test('leave no trace on objects', () => {
    for (const [, text] of files.slice(0, 120)) if (text.length < 100_000) load(text);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('a bomb of references gets one answer, not one for every reference', () => {
    const result = load(bomb);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'alias', line: 2, data: { got: expect.stringContaining('*a') as string } }] });
    expect(result.ok || result.problems.length).toBe(1);
  });

  test('too deep is found before anything recursive sees it', () => {
    const result = load(`a: ${deep('[', ']', 200_000)}`);
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'tooDeep', line: 1 }] });
  });
});
