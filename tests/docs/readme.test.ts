import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { CLI_WORDS } from '../../src/words/cli.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import * as YAML from 'yaml';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): string => readFileSync(root + path, 'utf8');
const READMES = ['README.md', 'README.zh.md'] as const;
const PAGES = [...READMES, 'CHANGELOG.md', ...readdirSync(`${root}docs`, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md')).map((name) => `docs/${name.replaceAll('\\', '/')}`)];
const blocks = (text: string, language: string): string[] => [...text.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, body]) => body!);
interface Manifest {
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
  readonly scripts: Record<string, string>;
}
const manifest = JSON.parse(read('package.json')) as Manifest;

/** Names and options of every command, from the program itself. */
function commands(): Map<string, ReadonlySet<string>> {
  const terminal = { language: 'en', words: CLI_WORDS.en } as unknown as Terminal;
  const program = makeProgram(terminal, '0', () => Promise.resolve());
  return new Map(program.commands.map((command) => [command.name(), new Set(command.options.map((option) => option.long ?? ''))]));
}

describe('the documents', () => {
  it.each(PAGES)('%s links only to what is there', (path) => {
    const broken = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target]) => target!).filter((target) => {
      if (/^https?:/.test(target)) return false;
      const [file, anchor] = target.split('#') as [string, string | undefined];
      const full = file === '' ? path : normalize(join(dirname(path), file));
      if (!existsSync(root + full)) return true;
      if (anchor === undefined) return false;
      const anchors = [...read(full).matchAll(/^#+ (.+)$/gm)].map(([, title]) => title!.toLowerCase().replace(/[^\p{L}\p{N} -]/gu, '').trim().replace(/ /g, '-'));
      return !anchors.includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it.each(PAGES)('%s tells nothing of whose machine it was written on, and promises nothing for later', (path) => {
    expect(read(path).match(/\/(?:work|root|home|tmp)\/|\bTODO\b|\bFIXME\b|registry\.\w|npmmirror|lorem ipsum/i)).toBeNull();
  });

  it.each(PAGES)('%s shows only commands and options that there are', (path) => {
    const known = commands();
    const wrong: string[] = [];
    for (const line of blocks(read(path), 'sh').join('').split('\n')) {
      const [, given] = /^(?:[^#]*\s)?npx ouroboros ([^#]*)/.exec(line) ?? [];
      const [, script] = /^[^#]*\bnpm (?:run )?(start|test|[a-z:]+)\b/.exec(line) ?? [];
      if (script !== undefined && !['ci', 'install'].includes(script) && !Object.hasOwn(manifest.scripts, script)) wrong.push(line);
      if (given === undefined) continue;
      const [name, ...rest] = given.trim().split(/\s+/);
      const options = known.get(name!);
      if (options === undefined || rest.some((word) => word.startsWith('--') && !options.has(word))) wrong.push(line);
    }
    expect(wrong).toEqual([]);
  });
});

it('the page about the command line has every command', () => {
  const listed = [...read('docs/command-line.md').matchAll(/^\| `([a-z]+)/gm)].map(([, name]) => name!);
  expect(listed.sort()).toEqual([...commands().keys()].sort());
});

it('no picture lies there that no page shows', () => {
  const pages = PAGES.map(read).join('\n');
  expect(readdirSync(`${root}docs/img`).filter((name) => !pages.includes(`img/${name}`))).toEqual([]);
});

describe('the README', () => {
  it.each(READMES)('%s gives a reason for every library, and for no other', (path) => {
    const rows = read(path).split(/^\| (?:library|库) \|/m)[1]!.split('\n').filter((line) => /^\| `[@a-z]/.test(line));
    const listed = rows.flatMap((line) => [...line.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!));
    expect(listed.sort()).toEqual([...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)].sort());
    for (const line of rows) expect(line.split('|')[2]!.trim().length).toBeGreaterThan(5);
  });

  it.each(READMES)('%s has a recipe for a scenario that loads as printed', (path) => {
    const [text] = blocks(read(path), 'yaml');
    const loaded = loadScenario(text!, 'my-economy.yaml', (id) => (id === 'base' ? read('scenarios/base.yaml') : undefined));
    expect(loaded.ok ? loaded.scenario.id : loaded.problems).toBe((YAML.parse(text!) as { id: string }).id);
  });

  it.each(READMES)('%s shows pictures that are there, small enough to load, and says what is in them', (path) => {
    const text = read(path);
    const shown = [...text.matchAll(/!\[([^\]]+)\]\(([^)]+)\)/g), ...text.matchAll(/<img alt="([^"]+)" src="([^"]+)"/g), ...text.matchAll(/<source media="([^"]+)" srcset="([^"]+)"/g)];
    expect(shown).toHaveLength(4);
    for (const [, , file] of shown) expect(readFileSync(root + file!).byteLength).toBeLessThan(400_000);
  });

  it('has the same parts in both languages', () => {
    const shape = (path: string): string[] => [...read(path).matchAll(/^(#+) |^```(\w+)|^\|---/gm)].map(([whole]) => whole.trim());
    expect(shape('README.zh.md')).toEqual(shape('README.md'));
  });
});

it('the tables of numbers are what the scenarios and rules say now', () => {
  expect(() => execFileSync(process.execPath, ['scripts/model-tables.js', '--check'], { cwd: root, stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' })).not.toThrow();
}, 120_000);
