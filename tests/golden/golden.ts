/**
 * The digests that the rules have produced so far, kept so that a change of rules is seen and meant: month by month for
 * two scenarios, so that the first month that moved has a number, and at the end for every one that is shipped.
 * `npm run golden` writes them anew; the commit says why.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createDigester } from '../../src/model/digest.ts';
import { sha256 } from '../../src/cli/sha256.ts';
import { MODEL, startBatch, startRun } from '../../src/simulation.ts';
import { shippedScenario } from '../explain/simulated.ts';
import { SHIPPED } from '../scenario/files.ts';

export const SEED = '42';
/** Told month by month. */
export const BY_MONTH = ['base', 'demand-shortfall'] as const;

const FOLDER = new URL('./digests/', import.meta.url);
const fileOf = (name: string): URL => new URL(`${name}.txt`, FOLDER);

/** What is on file, line by line; nothing where nothing was written yet. */
export const kept = (name: string): readonly string[] => (existsSync(fileOf(name)) ? readFileSync(fileOf(name), 'utf8').trimEnd().split('\n') : []);

/** One line a month: its number and the digest of its frame, which stands for everything in it and before it. */
export function monthsOf(id: string): string[] {
  const run = startRun({ scenario: shippedScenario(id), seed: SEED }, { sha256 });
  const lines: string[] = [];
  for (let frame = run.next(); frame !== null; frame = run.next()) lines.push(`${frame.tick} ${frame.digest} ${frame.stateDigest}`);
  return lines;
}

/** Digest of the state at the horizon, of a run that nobody recorded. */
export function endOf(id: string): string {
  const run = startBatch({ scenario: shippedScenario(id), seed: SEED });
  while (run.next());
  return createDigester(sha256).state(run.state);
}

/** Writes all of them anew. */
export function regenerate(report: (line: string) => void): void {
  mkdirSync(FOLDER, { recursive: true });
  const ends: string[] = [`model ${MODEL}`];
  for (const id of SHIPPED) {
    const months = (BY_MONTH as readonly string[]).includes(id) ? monthsOf(id) : null;
    if (months !== null) writeFileSync(fileOf(id), `${months.join('\n')}\n`);
    ends.push(`${id} ${months?.at(-1)?.split(' ')[2] ?? endOf(id)}`);
    report(ends.at(-1)!);
  }
  writeFileSync(fileOf('ends'), `${ends.join('\n')}\n`);
}
