/** Runs the real command as somebody at a terminal does. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

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

export function ouroboros(args: readonly string[], { env = {}, cwd, input }: Surroundings = {}): Outcome {
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
