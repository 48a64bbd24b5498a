import { ESLint } from 'eslint';
import { beforeAll, describe, expect, it } from 'vitest';

/** Each rule is fed something it must refuse: a linter that checks nothing is always green. */
describe('the linter', () => {
  let eslint: ESLint;
  beforeAll(() => {
    // a text without a file of its own cannot be looked up in a project; the rules shown here need no types
    eslint = new ESLint({
      overrideConfig: {
        languageOptions: { parserOptions: { projectService: false, project: null } },
        rules: Object.fromEntries(
          ['no-floating-promises', 'no-misused-promises', 'await-thenable', 'switch-exhaustiveness-check', 'require-array-sort-compare'].map((name) => [`@typescript-eslint/${name}`, 'off']),
        ),
      },
    });
  });
  const DOC = '/** A file for a test. */\n';
  const complaints = async (file: string, code: string, doc = DOC): Promise<string[]> => {
    const [result] = await eslint.lintText(doc + code, { filePath: file });
    return result!.messages.map((message) => message.ruleId ?? `fatal: ${message.message}`);
  };
  const PURE = 'src/markets/sample.ts';

  it('finds nothing wrong with a pure function', async () => {
    expect(await complaints(PURE, 'export const half = (a: number): number => Math.floor(a / 2);')).toEqual([]);
  });

  const UNSOUND: readonly (readonly [string, string])[] = [
    ...['random', 'exp', 'log', 'log10', 'log2', 'log1p', 'expm1', 'pow', 'sin', 'cos', 'tan', 'atan2', 'cbrt', 'hypot', 'tanh'].map(
      (name) => [`Math.${name}`, `export const x = (Math.${name} as (...numbers: number[]) => number)(2, 3);`] as const,
    ),
    ['Math under another name', 'const { exp } = Math; export const x = exp(1);'],
    ['Math by a computed name', "export const x = (Math as unknown as Record<string, () => number>)['ex' + 'p']!();"],
    ['a power', 'export const x = (a: number): number => a ** 2.5;'],
    ['a power in place', 'export function x(a: number): number { a **= 2; return a; }'],
    ['a loop over inherited names (outside the tables of the world)', 'export function x(o: object): string[] { const all: string[] = []; for (const key in o) all.push(key); return all; }'],
    ['the language of the machine', 'export const x = (a: number): string => a.toLocaleString();'],
    ['an order of the machine', "export const x = 'a'.localeCompare('b');"],
    ['Intl', 'export const x = new Intl.NumberFormat();'],
    ['digits in an odd base', 'export const x = (0.1).toString(36);'],
    ['Date', 'export const x = Date.now();'],
    ['performance', 'export const x = performance.now();'],
    ['a timer', 'setTimeout(() => undefined, 1);'],
    ['the page', 'export const x = document.title;'],
    ['the window', 'export const x = window.innerWidth;'],
    ['Node', 'export const x = process.argv;'],
    ['Node modules', "import { readFileSync } from 'node:fs'; export const x = readFileSync;"],
    ['React', "import React from 'react'; export const x = React;"],
    ['Pixi', "import { Application } from 'pixi.js'; export const x = Application;"],
    ['the console', "console.log('x');"],
    ['any', 'export const x: any = 1;'],
    ['a loose comparison', 'export const x = (a: number): boolean => a == 1;'],
    ['an evaluated text', "export const x = eval('1') as number;"],
    ['an unfinished thought', '// TODO later\nexport const x = 1;'],
  ];
  for (const [what, code] of UNSOUND)
    it(`refuses ${what} in the pure part`, async () => {
      const found = await complaints(what.startsWith('a loop') ? 'src/playback/sample.ts' : PURE, code);
      // by a rule that is about it, and not for some other flaw of the sample
      expect(found).toEqual(expect.arrayContaining([expect.stringMatching(/^(no-restricted-(syntax|globals|imports)|@typescript-eslint\/no-explicit-any|eqeqeq|no-eval|no-warning-comments)$/)]));
      expect(found.filter((rule) => rule.startsWith('fatal') || rule.includes('unused'))).toEqual([]);
    });

  it('holds every pure folder to it, and machines too', async () => {
    const folders = ['model', 'ledger', 'contagion', 'measures', 'markets', 'engine', 'scenario', 'recording', 'playback', 'explain', 'session', 'words'];
    for (const file of [...folders.map((folder) => `src/${folder}/sample.ts`), 'agents/sample.ts', 'src/simulation.ts'])
      expect([file, await complaints(file, 'export const x = Math.exp(1) + performance.now();')]).toEqual([file, expect.arrayContaining(['no-restricted-syntax', 'no-restricted-globals'])]);
  });

  it('lets words format for people, and not look at the clock', async () => {
    expect(await complaints('src/words/sample.ts', "export const x = new Intl.NumberFormat('en').format(1);")).toEqual([]);
    expect(await complaints('src/words/sample.ts', 'export const x = Date.now();')).toEqual(['no-restricted-properties']);
  });

  it('wants a docstring at the beginning of every file', async () => {
    expect(await complaints('src/cli/sample.ts', 'export const x = 1;', '')).toEqual(['house/docstring-first']);
    expect(await complaints('src/cli/sample.ts', 'export const x = 1;\n/** Too late. */', '')).toEqual(['house/docstring-first']);
    expect(await complaints('src/cli/sample.ts', 'export const x = 1;', '// a remark\n')).toEqual(['house/docstring-first']);
  });

  it('finds sentences outside the catalogues', async () => {
    const prose = async (file: string, code: string): Promise<boolean> => (await complaints(file, code)).includes('house/no-prose');
    for (const code of [
      "export const x = 'The file was not found';",
      "export const x = 'file could not be read.';",
      'export const x = (n: number): string => `Opened ${n} ticks of it`;',
      "export const x = '打开';",
      'export const x = `第 ${1} 个月`;',
    ])
      expect([code, await prose('src/cli/sample.ts', code)]).toEqual([code, true]);
    for (const code of ['export const X = () => <p>Open file</p>;', 'export const X = () => <button aria-label="Close" />;', "export const X = () => <p title={'A sentence for people'} />;"])
      expect([code, await prose('src/ui/sample.tsx', code)]).toEqual([code, true]);
    for (const code of ["export const x = 'demand.level';", "throw new Error('The books do not balance here');", "export const x = 'run base --seed 42 --out base.ndjson.gz';", 'export const x = `${1} · ${2}`;'])
      expect([code, await prose('src/cli/sample.ts', code)]).toEqual([code, false]);
    expect(await prose('src/words/sample.ts', "export const x = '打开';")).toBe(false);
  });
});
