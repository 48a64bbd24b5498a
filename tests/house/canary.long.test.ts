import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { CONTROL, MUTANTS } from './canary/mutants.js';

const root = new URL('../../', import.meta.url);

describe('a rule that is broken', () => {
  let failures: { readonly [project: string]: number };
  beforeAll(() => {
    const { VITEST: _inside, ...env } = process.env;
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('./canary/run.js', import.meta.url))], { cwd: fileURLToPath(root), encoding: 'utf8', env });
    const last = stdout.trimEnd().split('\n').at(-1) ?? '';
    if (!last.startsWith('{')) throw new Error(`the canary did not sing:\n${stdout}\n${stderr}`);
    failures = JSON.parse(last) as typeof failures;
  }, 900_000);

  it('is the only thing that is wrong: the same tests pass on the rules as they are', () => {
    expect(failures[CONTROL]).toBe(0);
  });

  it.each(MUTANTS)('turns the tests red: $name', ({ name, file, from }) => {
    expect(readFileSync(new URL(file, root), 'utf8').split(from).length, `${file} still has what is replaced, once`).toBe(2);
    expect(failures[name]).toBeGreaterThan(0);
  });
});
