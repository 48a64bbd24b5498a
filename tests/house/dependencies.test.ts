import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A tree of its own with one wrong import for each rule. */
describe('the import rules', () => {
  const tree = mkdtempSync(join(tmpdir(), 'ouroboros-imports-'));
  let found: { readonly rule: string; readonly from: string }[] = [];
  const put = (path: string, code: string): void => {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), code);
  };
  const WRONG: readonly (readonly [rule: string, file: string, code: string])[] = [
    ['one-way/model', 'src/model/a.ts', "import { x } from '../ledger/x.ts'; export { x };"],
    ['one-way/ledger', 'src/ledger/a.ts', "import { x } from '../engine/x.ts'; export { x };"],
    ['one-way/contagion', 'src/contagion/a.ts', "import type { X } from '../measures/x.ts'; export type { X };"],
    ['one-way/engine', 'src/engine/a.ts', "import { x } from '../recording/x.ts'; export { x };"],
    ['one-way/recording', 'src/recording/a.ts', "import { x } from '../playback/x.ts'; export { x };"],
    ['one-way/playback', 'src/playback/a.ts', "import { x } from '../engine/x.ts'; export { x };"],
    ['one-way/explain', 'src/explain/a.ts', "import { x } from '../simulation.ts'; export { x };"],
    ['one-way/view', 'src/view/a.ts', "import { x } from '../ui/x.ts'; export { x };"],
    ['one-way/ui', 'src/ui/a.ts', "import { x } from '../engine/x.ts'; export { x };"],
    ['one-way/cli', 'src/cli/a.ts', "import { x } from '../ui/x.ts'; export { x };"],
    ['shapes-only/words', 'src/words/a.ts', "import { x } from '../view/x.ts'; export { x };"],
    ['known-parts', 'src/helpers/a.ts', "import { x } from '../model/x.ts'; export { x };"],
    ['agents-know-only-the-model', 'agents/a.ts', "import { x } from '../src/ledger/x.ts'; export { x };"],
    ['simulation-assembles-the-engine', 'src/simulation.ts', "import { x } from './view/x.ts'; export { x };"],
    ['pure-libraries', 'src/markets/a.ts', "import { createElement } from 'react'; export { createElement };"],
    ['pure-platform', 'src/markets/b.ts', "import { readFileSync } from 'node:fs'; export { readFileSync };"],
    ['page-without-node', 'src/ui/b.ts', "import { readFileSync } from 'node:fs'; export { readFileSync };"],
    ['no-cycles', 'src/model/c.ts', "import { d } from './d.ts'; export const c = d;"],
    ['resolvable', 'src/model/e.ts', "import { f } from './nothing.ts'; export { f };"],
  ];
  const RIGHT: readonly (readonly [file: string, code: string])[] = [
    ['src/ledger/right.ts', "import { x } from '../model/x.ts'; export { x };"],
    ['src/words/right.ts', "import type { X } from '../view/x.ts'; export type { X };"],
    ['src/model/right.ts', "import * as z from 'zod'; export { z };"],
    ['src/cli/right.ts', "import { readFileSync } from 'node:fs'; import { x } from '../engine/x.ts'; export { readFileSync, x };"],
    ['agents/right.ts', "import { x } from '../src/model/x.ts'; import { setup } from 'xstate'; export { x, setup };"],
  ];

  beforeAll(() => {
    for (const file of ['.dependency-cruiser.js', 'tsconfig.json', 'package.json']) cpSync(join(root, file), join(tree, file));
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    for (const part of ['model', 'ledger', 'engine', 'measures', 'recording', 'playback', 'ui', 'view']) put(`src/${part}/x.ts`, 'export const x = 1; export type X = number;');
    put('src/model/d.ts', "import { c } from './c.ts'; export const d = () => c;");
    for (const [, file, code] of WRONG) put(file, code);
    for (const [file, code] of RIGHT) put(file, code);
    const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), '--config', '.dependency-cruiser.js', '--output-type', 'json', 'src', 'agents'], {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 64 * 1_048_576,
    });
    const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string }[] } };
    found = summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
  });
  afterAll(() => {
    rmSync(tree, { recursive: true, force: true });
  });

  for (const [rule, file] of WRONG)
    it(`refuse by ${rule}`, () => {
      expect(found).toContainEqual({ rule, from: file });
    });

  it('allow what goes the right way', () => {
    for (const [file] of RIGHT) expect(found.filter(({ from }) => from === file)).toEqual([]);
  });
});
