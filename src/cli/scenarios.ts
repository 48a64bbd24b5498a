/** Scenarios by name or by file. What a file extends is looked for beside it, then among those that come with the program. */
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Scenario } from '../model/scenario.ts';
import { loadScenario, type Loaded } from '../scenario/load.ts';
import { nearestName } from '../model/nearest.ts';
import { Failed } from './failed.ts';
import { unreadable } from './files.ts';
import { ROOT } from './root.ts';

const SHIPPED = join(ROOT, 'scenarios');
/** The loader refuses far smaller files for their size; no need to read more of one that is endless. */
const MOST_READ = 128 * 1_048_576;

export function shippedScenarios(): string[] {
  return readdirSync(SHIPPED)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
}

/** The file that is meant: a path, or the name of a shipped scenario. */
export function scenarioPath(name: string): string {
  if (isFile(name)) return name;
  const shipped = shippedScenarios();
  const id = basename(name, '.yaml');
  if (!/[/\\]/.test(name) && shipped.includes(id)) return join(SHIPPED, `${id}.yaml`);
  if (/[/\\]|\.ya?ml$/.test(name)) throw new Failed({ key: 'cli.noFile', path: name });
  throw new Failed({ key: 'cli.noScenario', name, known: shipped.join(', '), nearest: nearestName(name, shipped) });
}

/** A scenario with everything that may be wrong with it. */
export function readScenario(name: string): Loaded {
  const path = scenarioPath(name);
  return loadScenario(textOf(path), basename(path), (id) => textBeside(path, id));
}

/** @throws Failed with every mistake in the file. */
export function soundScenario(name: string): Scenario {
  const loaded = readScenario(name);
  if (!loaded.ok) throw new Failed({ key: 'cli.badScenario', path: name, problems: loaded.problems });
  return loaded.scenario;
}

function textOf(path: string): string {
  let file: number | null = null;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(Math.min(fstatSync(file).size, MOST_READ));
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, bytes.length, 0));
  } catch (error) {
    throw unreadable(path, error);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function textBeside(path: string, id: string): string | undefined {
  const found = [join(dirname(path), `${id}.yaml`), join(SHIPPED, `${id}.yaml`)].find(isFile);
  return found === undefined ? undefined : textOf(found);
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
