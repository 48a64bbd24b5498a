/** The command line as a whole: names of commands, what they take, and help, in one language. */
import { Argument, Command, Option, type CommanderError } from 'commander';
import { NETWORK_KINDS } from '../measures/network-case.ts';
import { nearestName } from '../model/nearest.ts';
import type { CliWords } from '../words/cli.ts';
import { LANGUAGES } from '../words/language.ts';
import { DEFAULT_CHOICE } from '../session/choice.ts';
import { SWEEP_WORDS } from '../words/sweep.ts';
import { Failed } from './failed.ts';
import type { ExplainOptions } from './commands/explain.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export/formats.ts';
import { NAMES } from './language.ts';
import type { Report } from './report.ts';
import { registerFactsCommand } from './facts-command.ts';
import { registerSweepCommands } from './sweep-commands.ts';
import type { Terminal } from './terminal.ts';

/** Does what a command says and gives its report to `finish`. */
export type Finish = (work: () => Report | Promise<Report>, json: boolean) => Promise<void>;

interface Common {
  readonly json?: boolean;
}

export function makeProgram(terminal: Terminal, version: string, finish: Finish): Command {
  const { words } = terminal;
  const program = localised(new Command('ouroboros'), words).description(words.about).version(version, '-V, --version', words.options.version).usage(words.usage.command).helpCommand(false);
  program.addHelpText('after', `\n${words.disclaimer}`);

  /** A command with the options that all have. */
  const command = (name: keyof CliWords['commands'], example: string): Command => {
    const added = localised(program.command(name), words).description(words.commands[name]);
    added.addHelpText('after', `\n${words.usage.example}\n  npx ouroboros ${name} ${example}`);
    return added;
  };
  const plain = (name: string, about: string, example: string): Command => localised(program.command(name), words).description(about).addHelpText('after', `\n${words.usage.example}\n  npx ouroboros ${name} ${example}`);
  const scenario = new Argument('<scenario>', words.arguments.scenario);
  const recording = (name = 'recording', about = words.arguments.recording): Argument => new Argument(`<${name}>`, about);
  const several = (value: string, before: readonly string[] | undefined): string[] => [...(before ?? []), value];
  const option = (flags: string, about: string): Option => new Option(flags, about);
  const intact = option('--intact', words.options.intact);
  const whole = (flags: string, about: string, least: number, most: number): Option => option(flags, about).argParser(wholeNumber(flags, least, most));

  command('run', 'base --seed 42 --out base.ndjson.gz')
    .addArgument(scenario)
    .addOption(option('--seed <text>', words.options.seed).default(DEFAULT_CHOICE.seed))
    .addOption(option('--out <file>', words.options.out))
    .addOption(whole('--months <n>', words.options.months, 1, 1200))
    .addOption(option('--set <name=value>', SWEEP_WORDS[terminal.language].options.runSet).argParser(several))
    .addOption(option('--channel-off <channel>', SWEEP_WORDS[terminal.language].options.runChannelOff).argParser(several))
    .addOption(option('--resume', words.options.resume).conflicts('force'))
    .addOption(option('--force', words.options.force))
    .action(async (name: string, options: Common & { seed: string }) => finish(async () => (await import('./commands/run.ts')).run(terminal, name, options), options.json === true));
  command('verify', 'base.ndjson.gz')
    .addArgument(recording())
    .action(async (path: string, options: Common) => finish(async () => (await import('./commands/verify.ts')).verify(terminal, path), options.json === true));
  command('info', 'base.ndjson.gz')
    .addArgument(recording())
    .action(async (path: string, options: Common) => finish(async () => (await import('./commands/info.ts')).info(terminal, path), options.json === true));
  command('check', 'my-economy.yaml')
    .addArgument(scenario)
    .action(async (name: string, options: Common) => finish(async () => (await import('./commands/check.ts')).check(terminal, name), options.json === true));
  command('validate', 'base.ndjson.gz')
    .addArgument(recording())
    .action(async (path: string, options: Common) => finish(async () => (await import('./commands/validate.ts')).validate(terminal, path), options.json === true));
  command('scenarios', '--json').action(async (options: Common) => finish(async () => (await import('./commands/scenarios.ts')).scenarios(terminal), options.json === true));
  command('branch', 'base.ndjson.gz --at 24 --set demand.level=0.8 --out less-demand.ndjson.gz')
    .addArgument(recording())
    .addOption(whole('--at <tick>', words.options.at, 0, 1200).makeOptionMandatory())
    .addOption(option('--out <file>', words.options.out).makeOptionMandatory())
    .addOption(option('--set <name=value>', words.options.set).argParser(several))
    .addOption(option('--hold <key>', words.options.hold).argParser(several))
    .addOption(option('--remove <id>', words.options.remove).argParser(several))
    .addOption(option('--channel-off <channel>', words.options.channelOff).argParser(several))
    .addOption(option('--pay-instead <key>', words.options.payInstead).argParser(several))
    .addOption(option('--rescue <id>', words.options.rescue).argParser(several))
    .addOption(option('--resume', words.options.resume).conflicts('force'))
    .addOption(option('--force', words.options.force))
    .addOption(intact)
    .action(async (path: string, options: Common & { at: number; out: string }) => finish(async () => (await import('./commands/branch.ts')).branch(terminal, path, options), options.json === true));
  command('compare', 'base.ndjson.gz less-demand.ndjson.gz')
    .addArgument(recording('a'))
    .addArgument(recording('b', words.arguments.other))
    .addOption(option('--on <key>', words.options.on))
    .addOption(option('--csv', words.options.csv))
    .addOption(intact)
    .action(async (a: string, b: string, options: Common & { on?: string; csv?: boolean }) => finish(async () => (await import('./commands/compare.ts')).compare(terminal, a, b, options), options.json === true));
  command('export', 'base.ndjson.gz --format parquet --out tables')
    .addArgument(recording())
    .addOption(option('--format <format>', words.options.format).choices(EXPORT_FORMATS).default('csv'))
    .addOption(option('--out <folder>', words.options.folder).makeOptionMandatory())
    .addOption(intact)
    .action(async (path: string, options: Common & { format: ExportFormat; out: string }) => finish(async () => (await import('./commands/export.ts')).exportTables(terminal, path, options), options.json === true));
  command('explain', 'no-backstop.ndjson.gz --actor coreweave')
    .addArgument(recording())
    .addOption(option('--actor <id>', words.options.actor))
    .addOption(option('--event <id>', words.options.event))
    .addOption(option('--forward', words.options.forward))
    .addOption(option('--test', words.options.test).conflicts('forward'))
    .addOption(intact)
    .action(async (path: string, options: Common & ExplainOptions) => finish(async () => (await import('./commands/explain.ts')).explainCommand(terminal, path, options), options.json === true));
  command('follow', 'base.ndjson.gz')
    .addArgument(recording())
    .addOption(option('--flow <id>', words.options.flow))
    .addOption(option('--all', words.options.all))
    .addOption(intact)
    .action(async (path: string, options: Common & { flow?: string; all?: boolean }) => finish(async () => (await import('./commands/follow.ts')).followCommand(terminal, path, options), options.json === true));
  command('network', 'clear banks.json --json')
    .addArgument(new Argument('<kind>', words.arguments.kind).choices(NETWORK_KINDS))
    .addArgument(new Argument('<file>', words.arguments.file))
    .action(async (kind: string, path: string, options: Common) => finish(async () => (await import('./commands/network.ts')).network(terminal, kind, path), options.json === true));
  command('breakeven', 'demand-shortfall --seed 42')
    .addArgument(scenario)
    .addOption(option('--seed <text>', words.options.seed).default(DEFAULT_CHOICE.seed))
    .addOption(whole('--months <n>', words.options.months, 1, 1200))
    .action(async (name: string, options: Common & { seed: string; months?: number }) => finish(async () => (await import('./commands/breakeven.ts')).breakeven(terminal, name, options), options.json === true));
  command('calibrate', '--json')
    .addOption(option('--seed <text>', words.options.seed).default(DEFAULT_CHOICE.seed))
    .action(async (options: Common & { seed: string }) => finish(async () => (await import('./commands/calibrate.ts')).calibrate(terminal, options), options.json === true));
  registerFactsCommand({ terminal, finish, add: plain, whole });
  command('serve', '--port 4173')
    .addOption(whole('--port <n>', words.options.port, 1, 65_535).default(4173))
    .action(async (options: Common & { port: number }) => finish(async () => (await import('./commands/serve.ts')).serve(terminal, options), options.json === true));
  registerSweepCommands({ terminal, finish, add: plain, whole, several });
  for (const each of program.commands) each.addOption(option('--json', words.options.json)).addOption(option('--lang <language>', words.options.lang).choices(LANGUAGES)).addOption(option('--names <names>', words.options.names).choices(NAMES));
  program.addOption(option('--lang <language>', words.options.lang).choices(LANGUAGES));
  return program;
}

/** Help, headings and failures in our words; the library throws instead of ending the program. */
function localised(command: Command, words: CliWords): Command {
  return command
    .exitOverride()
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
    .helpOption('-h, --help', words.options.help)
    .configureHelp({
      styleTitle: (title) => words.titles[title] ?? title,
      subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
      commandUsage: (shown) => {
        const parent = shown.parent === null ? '' : `${shown.parent.name()} `;
        const rest = shown.commands.length > 0 ? [words.usage.options, words.usage.command] : [...shown.registeredArguments.map((argument) => `<${argument.name()}>`), words.usage.options];
        return `${parent}${shown.name()} ${rest.join(' ')}`;
      },
      argumentDescription: (argument) => argument.description + (argument.argChoices === undefined ? '' : words.usage.choices(argument.argChoices.join(', '))),
      optionDescription: (option) =>
        option.description +
        (option.argChoices === undefined || option.long === '--lang' || option.long === '--names' ? '' : words.usage.choices(option.argChoices.join(', '))) +
        (option.defaultValue === undefined || option.isBoolean() ? '' : words.usage.fallback(String(option.defaultValue))),
    });
}

function wholeNumber(flags: string, least: number, most: number): (value: string) => number {
  const name = flags.split(' ')[0]!;
  return (value) => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < least || number > most) throw new Failed({ key: 'usage.number', option: name, value, least, most });
    return number;
  };
}

/** What the library could not make sense of, as a problem of ours; null when it only printed help or the version. */
export function usageProblem(error: CommanderError, program: Command): Failed | null {
  const quoted = (/'([^']*)'/.exec(error.message)?.[1] ?? '').split(/[ ,]+/);
  const name = quoted.find((part) => part.startsWith('--')) ?? quoted[0] ?? '';
  switch (error.code) {
    case 'commander.help':
    case 'commander.helpDisplayed':
    case 'commander.version':
      return null;
    case 'commander.unknownOption': {
      const known = [...new Set(program.commands.flatMap((each) => each.options.map((option) => option.long ?? '')))];
      return new Failed({ key: 'usage.unknownOption', name, nearest: nearestName(name, known) });
    }
    case 'commander.unknownCommand':
      return new Failed({ key: 'usage.unknownCommand', name, nearest: nearestName(name, program.commands.map((each) => each.name())) });
    case 'commander.missingArgument':
      return new Failed({ key: 'usage.missing', name });
    case 'commander.missingMandatoryOptionValue':
      return new Failed({ key: 'usage.missingOption', name });
    case 'commander.optionMissingArgument':
      return new Failed({ key: 'usage.missingValue', name });
    case 'commander.conflictingOption': {
      const [option = '', other = ''] = [...error.message.matchAll(/'[^']*?(--[\w-]+)[^']*'/g)].map((each) => each[1]!);
      return new Failed({ key: 'usage.together', option, other });
    }
    case 'commander.excessArguments':
      return new Failed({ key: 'usage.tooMany' });
    case 'commander.invalidArgument': {
      const value = (/argument '([^']*)' is invalid/.exec(error.message) ?? /^error: command-argument value '([^']*)'/.exec(error.message))?.[1] ?? '';
      const taker = /for argument '([^']*)'/.exec(error.message)?.[1];
      const choices = /Allowed choices are (.*)\.$/.exec(error.message)?.[1] ?? '';
      return new Failed({ key: 'usage.choice', option: taker === undefined ? name : `<${taker}>`, value, choices, nearest: nearestName(value, choices.split(', ')) });
    }
    default:
      return new Failed({ key: 'usage.other', detail: error.message.replace(/^error: /, '') });
  }
}

