/** The terminal command: chooses the language, does what was asked, says in words what went wrong, and sets the exit code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { SweepFailed } from '../ensemble/problem.ts';
import { TOO_LARGE } from '../model/arithmetic.ts';
import { describe, exitCode, Failed } from './failed.ts';
import { chosenLanguage, chosenNames } from './language.ts';
import { makeProgram, usageProblem, type Finish } from './program.ts';
import { ROOT } from './root.ts';
import { Terminal } from './terminal.ts';

export async function main(args: readonly string[]): Promise<void> {
  const terminal = new Terminal(
    chosenLanguage(args, process.env),
    chosenNames(args),
    { write: (text) => process.stdout.write(text), isTTY: process.stdout.isTTY && process.env.NO_COLOR === undefined },
    { write: (text) => process.stderr.write(text), isTTY: process.stderr.isTTY, stream: process.stderr },
    args.includes('--intact'),
  );
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  const finish: Finish = async (work, json) => {
    const report = await work();
    if (json) terminal.json(report.json);
    else if (report.raw === true) terminal.raw(report.text);
    else terminal.say(report.text, report.ok ? 'plain' : 'bad');
    if (!report.ok) process.exitCode = 1;
  };
  const program = makeProgram(terminal, version, finish);
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    const failed = error instanceof CommanderError ? usageProblem(error, program) : asFailed(error);
    if (failed === null) return;
    const message = describe(failed.problem, terminal.language);
    if (args.includes('--json')) terminal.json({ ok: false, error: message, problem: failed.problem });
    else terminal.fail(message);
    process.exitCode = exitCode(failed.problem);
  }
}

/** A failure nobody foresaw is a bug: said with what is needed to report it. */
function asFailed(error: unknown): Failed {
  if (error instanceof Failed) return error;
  if (error instanceof SweepFailed) return new Failed(error.problem);
  if (error instanceof Error && error.message.startsWith(TOO_LARGE)) return new Failed({ key: 'cli.tooLarge' });
  const detail = error instanceof Error ? (process.env.DEBUG === undefined ? error.message : (error.stack ?? error.message)) : String(error);
  return new Failed({ key: 'cli.bug', detail, tick: null });
}

// a reader that closed early (`| head`) has what it wanted
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});
