/** The commands around sweeps: what they take. What they do is loaded only when asked for. */
import { Argument, Option, type Command } from 'commander';
import { DESIGNS, type Design } from '../ensemble/plan.ts';
import { USUAL_BASE } from '../histories/order.ts';
import { SWEEP_WORDS } from '../words/sweep.ts';
import type { Finish } from './program.ts';
import type { Terminal } from './terminal.ts';

export interface SweepOptions {
  readonly runs: number;
  readonly vary?: readonly string[];
  readonly design: Design;
  readonly seed: string;
  readonly months?: number;
  readonly channels?: boolean;
  readonly out: string;
  readonly workers?: number;
  readonly resume?: boolean;
  readonly queue?: string;
  readonly shard?: string;
}
export interface WorkerOptions {
  readonly queue: string;
  readonly workers?: number;
  readonly untilEmpty?: boolean;
}

export interface SweepProgram {
  readonly terminal: Terminal;
  readonly finish: Finish;
  /** A command with its description and an example, in the words of the program. */
  add(name: string, about: string, example: string): Command;
  /** An option that takes a whole number. */
  whole(flags: string, about: string, least: number, most: number): Option;
  several(value: string, before: readonly string[] | undefined): string[];
}

const MOST_THREADS = 256;
const MOST_RUNS = 10_000_000;

interface Common {
  readonly json?: boolean;
}

export function registerSweepCommands({ terminal, finish, add, whole, several }: SweepProgram): void {
  const words = SWEEP_WORDS[terminal.language];
  const { options } = words;
  add('sweep', words.commands.sweep, 'base --runs 1000 --vary demand.growth=0.4..1.2 --out results')
    .addArgument(new Argument('<scenario>', terminal.words.arguments.scenario))
    .addOption(new Option('--out <folder>', options.out).makeOptionMandatory())
    .addOption(whole('--runs <n>', options.runs, 1, MOST_RUNS).default(100))
    .addOption(new Option('--vary <name=low..high>', options.vary).argParser(several))
    .addOption(new Option('--design <design>', options.design).choices(DESIGNS).default('random'))
    .addOption(new Option('--seed <text>', options.seed).default(USUAL_BASE))
    .addOption(whole('--months <n>', options.months, 1, 1200))
    .addOption(new Option('--channels', options.channels))
    .addOption(whole('--workers <n>', options.workers, 1, MOST_THREADS))
    .addOption(new Option('--resume', options.resume))
    .addOption(new Option('--queue <address>', options.queue))
    .addOption(new Option('--shard <i/n>', options.shard))
    .action(async (name: string, given: Common & SweepOptions) => finish(async () => (await import('./commands/sweep.ts')).sweep(terminal, name, given), given.json === true));
  add('worker', words.commands.worker, '--queue redis://localhost:6379')
    .addOption(new Option('--queue <address>', options.workQueue).makeOptionMandatory())
    .addOption(whole('--workers <n>', options.workers, 1, MOST_THREADS))
    .addOption(new Option('--until-empty', options.untilEmpty))
    .action(async (given: Common & WorkerOptions) => finish(async () => (await import('./commands/worker.ts')).worker(terminal, given), given.json === true));
  add('merge', words.commands.merge, 'part-1 part-2 part-3 --out whole')
    .addArgument(new Argument('<folders...>', words.arguments.folders))
    .addOption(new Option('--out <folder>', options.mergeOut).makeOptionMandatory())
    .action(async (folders: string[], given: Common & { out: string }) => finish(async () => (await import('./commands/merge.ts')).merge(terminal, folders, given), given.json === true));
}
