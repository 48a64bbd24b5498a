import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { CLI_WORDS } from '../../src/words/cli.ts';
import { RECORDING_WORDS } from '../../src/words/recording.ts';
import { SCENARIO_WORDS } from '../../src/words/scenario.ts';
import { BRANCH_WORDS } from '../../src/words/branch.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
interface Manifest {
  readonly license: string;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly overrides: Record<string, string>;
}

const isExact = (version: string): boolean => /^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version);

describe('the tree', () => {
  it('pins every library to one version', () => {
    const { dependencies, devDependencies, overrides, license } = JSON.parse(read('package.json')) as Manifest;
    for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies, ...overrides })) expect([name, isExact(version)]).toEqual([name, true]);
    expect(['^1.0.0', '~1.0.0', '*', '1.x', 'latest', '>=1.0.0', '1.0'].filter(isExact)).toEqual([]);
    expect(license).toBe('MIT');
    expect(read('LICENSE')).toContain('MIT License');
  });

  it('has a lock file that names no place to download from and agrees with the manifest', () => {
    const text = read('package-lock.json');
    expect(text).not.toContain('"resolved"');
    expect(text).not.toMatch(/https?:\/\/(?!(?:[\w.-]*\.)?(?:github\.com|opencollective\.com|patreon\.com|tidelift\.com|paypal\.me|feross\.org|buymeacoffee\.com|ko-fi\.com)\b)[^"]*\.tgz/);
    const lock = JSON.parse(text) as { packages: { '': Pick<Manifest, 'dependencies' | 'devDependencies'> } };
    const manifest = JSON.parse(read('package.json')) as Manifest;
    expect(lock.packages[''].dependencies).toEqual(manifest.dependencies);
    expect(lock.packages[''].devDependencies).toEqual(manifest.devDependencies);
  });

  it('says the same things in both languages', () => {
    const keys = (value: unknown, at = ''): string[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.entries(value).flatMap(([key, inner]) => keys(inner, `${at}.${key}`)) : [at];
    for (const catalogue of [CLI_WORDS, RECORDING_WORDS, SCENARIO_WORDS, BRANCH_WORDS]) expect(keys(catalogue.zh).sort()).toEqual(keys(catalogue.en).sort());
  });

  it('has no file that does not belong in it', () => {
    if (!existsSync(`${root}.git`)) return;
    const { stdout } = spawnSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
    const files = stdout.split('\0').filter((name) => name !== '');
    expect(files.filter((name) => /(^|\/)(node_modules|dist|coverage|\.DS_Store)(\/|$)|\.part$|\.log$/.test(name))).toEqual([]);
    // lower case with hyphens, so that the same tree works on every disk
    expect(files.filter((name) => /^(src|agents|tests|scenarios|bench|scripts)\//.test(name) && !/^[a-z0-9./_-]+$/.test(name))).toEqual([]);
  });
});
