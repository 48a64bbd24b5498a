/**
 * A folder of results: manifest, scenario, journal, and at the end tables and summary. It belongs to one sweep; another
 * one is refused before anything is written. One program at a time writes there.
 */
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Scenario } from '../model/scenario.ts';
import type { History } from '../histories/history.ts';
import { Journal, JOURNAL_FILE, type Disk } from './journal.ts';
import { makeFolder } from './make-folder.ts';
import { differences, MANIFEST_FILE, MANIFEST_FORMAT, manifestSchema, SCENARIO_FILE, type Manifest } from './manifest.ts';
import { SweepFailed, type SweepProblem } from './problem.ts';
import type { Row, Summary } from './summary.ts';
import { fanColumns, historyColumns, monthColumns, TABLES, writeTable, writeWhole } from './tables.ts';

const LOCK_FILE = '.writing';

/** The system's name for what is wrong with a file; null when it was not the system. */
function codeOf(error: unknown): string | null {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
  return code !== undefined && /^E[A-Z0-9]+$/.test(code) ? code : null;
}

/** What a folder says of itself; null when it is not there or empty. @throws SweepFailed for anything but a sweep. */
export function readManifest(folder: string): Manifest | null {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return null;
    if (code === null) throw error;
    throw new SweepFailed(code === 'ENOTDIR' ? { key: 'sweep.notASweep', folder } : { key: 'sweep.notWritable', folder, code });
  }
  if (!names.includes(MANIFEST_FILE)) {
    if (names.length === 0) return null;
    throw new SweepFailed({ key: 'sweep.notASweep', folder });
  }
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(join(folder, MANIFEST_FILE), 'utf8'));
  } catch {
    throw new SweepFailed({ key: 'sweep.badManifest', folder });
  }
  const format = typeof json === 'object' && json !== null && 'format' in json ? json.format : null;
  if (typeof format === 'number' && format > MANIFEST_FORMAT) throw new SweepFailed({ key: 'sweep.newerManifest', folder, format });
  const parsed = manifestSchema.safeParse(json);
  if (!parsed.success) throw new SweepFailed({ key: 'sweep.badManifest', folder });
  return parsed.data;
}

/** The scenario kept in a folder, as text. @throws SweepFailed when it is not there. */
export function readKeptScenario(folder: string): string {
  try {
    return readFileSync(join(folder, SCENARIO_FILE), 'utf8');
  } catch {
    throw new SweepFailed({ key: 'sweep.badManifest', folder });
  }
}

export const readHistories = (folder: string): History[] => (existsSync(join(folder, JOURNAL_FILE)) ? Journal.read(join(folder, JOURNAL_FILE)) : []);

export class ResultsFolder {
  private constructor(
    readonly path: string,
    readonly manifest: Manifest,
    private readonly scenario: Scenario,
    readonly journal: Journal,
  ) {}

  /**
   * Begins a sweep, or goes on with the same one. `begun` says what to do with one that is there already.
   * @throws SweepFailed before anything is written when the folder is not for this sweep.
   */
  static open(path: string, manifest: Manifest, scenario: Scenario, begun: 'go on' | 'refuse', disk?: Disk): ResultsFolder {
    const there = readManifest(path);
    if (there !== null) {
      const differs = differences(there, manifest);
      if (differs.length > 0) throw new SweepFailed({ key: 'sweep.other', folder: path, differs });
      const done = there.complete || begun === 'go on' ? 0 : readHistories(path).length;
      if (done > 0) throw new SweepFailed({ key: 'sweep.unfinished', folder: path, done, total: manifest.histories });
    }
    return writing(path, () => {
      makeFolder(path);
      lock(path);
      try {
        if (there === null) {
          writeWhole(path, SCENARIO_FILE, `${JSON.stringify(scenario, null, 2)}\n`);
          writeWhole(path, MANIFEST_FILE, textOf(manifest));
        }
        return new ResultsFolder(path, there ?? manifest, scenario, Journal.open(join(path, JOURNAL_FILE), disk));
      } catch (error) {
        unlock(path);
        throw error;
      }
    });
  }

  /** Tables, summary and a manifest that says what is there. */
  finish(rows: readonly Row[], summary: Summary | null, actors: readonly string[], failed: Manifest['failed']): Manifest {
    const manifest = { ...this.manifest, complete: rows.length === this.manifest.histories, failed };
    writing(this.path, () => {
      this.journal.sync();
      if (summary !== null) {
        const { fan, ...figures } = summary;
        writeTable(this.path, TABLES.histories, historyColumns(rows, manifest.vary, actors, join(this.path, SCENARIO_FILE)));
        writeTable(this.path, TABLES.months, monthColumns(rows));
        writeTable(this.path, TABLES.fan, fanColumns(fan));
        writeWhole(this.path, 'summary.json', `${JSON.stringify(figures, null, 2)}\n`);
      }
      writeWhole(this.path, MANIFEST_FILE, textOf(manifest));
    });
    return manifest;
  }

  close(): void {
    this.journal.close();
    unlock(this.path);
  }

  /** The scenario's own actors, in its order, with display names. */
  get parties(): Scenario['parties'] {
    return this.scenario.parties;
  }
}

const textOf = (manifest: Manifest): string => `${JSON.stringify(manifest, null, 2)}\n`;

function writing<Value>(folder: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (error instanceof SweepFailed || code === null) throw error;
    throw new SweepFailed({ key: 'sweep.notWritable', folder, code } satisfies SweepProblem);
  }
}

/** A file that only one can make; one whose maker is gone counts for nothing. */
function lock(folder: string): void {
  const path = join(folder, LOCK_FILE);
  for (let attempt = 0; ; attempt++) {
    try {
      const file = openSync(path, 'wx');
      writeSync(file, `${process.pid} ${hostname()}`);
      closeSync(file);
      return;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || attempt > 1) throw error;
      const [holder, host] = readFileSync(path, 'utf8').split(' ');
      // a process of another machine that shares the disk cannot be asked
      if (host !== hostname() || isAlive(Number(holder))) throw new SweepFailed({ key: 'sweep.busy', folder, process: Number(holder), lock: path });
      rmSync(path, { force: true });
    }
  }
}

function unlock(folder: string): void {
  rmSync(join(folder, LOCK_FILE), { force: true });
}

function isAlive(process_: number): boolean {
  if (!Number.isInteger(process_) || process_ <= 0) return false;
  try {
    process.kill(process_, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
