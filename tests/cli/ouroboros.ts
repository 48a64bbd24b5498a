/**
 * Runs the real command as somebody at a terminal does: in a process that stays for what only asks and answers, in one of
 * its own where the process itself matters.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, onTestFinished } from 'vitest';

export const BIN = fileURLToPath(new URL('../../bin/ouroboros.js', import.meta.url));

export interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const environment = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: process.env.HOME, LANG: 'en_US.UTF-8', ...extra });

export interface Surroundings {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly input?: string;
}

const STANDING = fileURLToPath(new URL('./standing.js', import.meta.url));
const MAIN = new URL('../../dist/cli/main.js', import.meta.url).href;
interface Standing {
  readonly child: ChildProcess;
  readonly folder: string;
}
/** Null where there are no named pipes. */
let standing: Standing | null | undefined;
afterAll(() => {
  standing?.child.kill('SIGKILL');
  if (standing) rmSync(standing.folder, { recursive: true, force: true });
  standing = undefined;
});

function stand(): Standing | null {
  const place = mkdtempSync(join(tmpdir(), 'ouroboros-standing-'));
  const pipes = ['orders', 'answers'].map((name) => join(place, name));
  if (spawnSync('mkfifo', pipes).status !== 0) return null;
  return { folder: place, child: spawn(process.execPath, [STANDING, MAIN, ...pipes], { stdio: ['ignore', 'inherit', 'inherit'] }) };
}

export function ouroboros(args: readonly string[], surroundings: Surroundings = {}): Outcome {
  const { env = {}, cwd = process.cwd(), input } = surroundings;
  if (input !== undefined || env.NODE_OPTIONS !== undefined) return ownProcess(args, surroundings);
  if (standing === undefined) standing = stand();
  if (standing === null) return ownProcess(args, surroundings);
  // each of the two waits until the other side has opened the pipe
  writeFileSync(join(standing.folder, 'orders'), JSON.stringify({ args, cwd, env: environment(env) }));
  return JSON.parse(readFileSync(join(standing.folder, 'answers'), 'utf8')) as Outcome;
}

/** As a process of its own, from the first line of `bin/ouroboros.js` on. */
export function ownProcess(args: readonly string[], { env = {}, cwd, input }: Surroundings = {}): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', cwd, input, env: environment(env), maxBuffer: 256 * 1_048_576, timeout: 120_000 });
  return { code: status, out: stdout, err: stderr };
}

/** The JSON a command prints under --json. */
export function inJson(args: readonly string[], surroundings?: Surroundings): { readonly code: number | null; readonly json: Record<string, unknown> } {
  const { code, out, err } = ouroboros([...args, '--json'], surroundings);
  try {
    return { code, json: JSON.parse(out) as Record<string, unknown> };
  } catch {
    throw new Error(`no JSON from ouroboros ${args.join(' ')}:\n${out}\n${err}`);
  }
}

/** Starts the command and leaves it running; it is ended with the test. */
export function startOuroboros(args: readonly string[], { env = {}, cwd }: Surroundings = {}): ChildProcess & { readonly ended: Promise<Outcome> } {
  const child = spawn(process.execPath, [BIN, ...args], { cwd, env: environment(env) });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = new Promise<Outcome>((resolve) => child.on('close', (code) => resolve({ code, out, err })));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return Object.assign(child, { ended });
}

/** A folder of its own, gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'ouroboros-cli-'));
  onTestFinished(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return path;
}
