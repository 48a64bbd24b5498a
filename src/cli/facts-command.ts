/** The command that tests the stylised facts: what it takes. */
import { Option } from 'commander';
import { FACTS_WORDS } from '../words/facts.ts';
import type { SweepProgram } from './sweep-commands.ts';

export interface FactsOptions {
  readonly seeds: number;
  readonly workers?: number;
  readonly only?: string;
}

const MOST_SEEDS = 10_000;
const MOST_THREADS = 256;

export function registerFactsCommand({ terminal, finish, add, whole }: Omit<SweepProgram, 'several'>): void {
  const words = FACTS_WORDS[terminal.language];
  add('facts', words.command, '--seeds 50 --json')
    .addOption(whole('--seeds <n>', words.options.seeds, 1, MOST_SEEDS).default(50))
    .addOption(new Option('--only <numbers>', words.options.only))
    .addOption(whole('--workers <n>', words.options.workers, 1, MOST_THREADS))
    .action(async (given: { readonly json?: boolean } & FactsOptions) => finish(async () => (await import('./commands/facts.ts')).facts(terminal, given), given.json === true));
}
