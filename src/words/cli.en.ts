/** Everything the terminal command says, in English. */
import type { CliProblem } from './cli-problem.ts';
import { describeNetworkProblem } from './network.ts';
import { describeRecordingProblem } from './recording.ts';
import { describeProblem } from './scenario.ts';
import { MEANT } from './meant.ts';

export interface CliWords {
  /** One line under the name. */
  readonly about: string;
  readonly disclaimer: string;
  /** Headings that help prints, by what the library calls them. */
  readonly titles: { readonly [title: string]: string };
  readonly usage: { readonly options: string; readonly command: string; readonly fallback: (value: string) => string; readonly choices: (values: string) => string; readonly example: string };
  readonly commands: {
    readonly [name in 'run' | 'verify' | 'info' | 'check' | 'validate' | 'branch' | 'compare' | 'export' | 'network' | 'explain' | 'follow' | 'breakeven' | 'calibrate' | 'scenarios' | 'serve']: string;
  };
  readonly arguments: { readonly [name in 'scenario' | 'recording' | 'other' | 'kind' | 'file']: string };
  readonly options: {
    readonly [name in
      | 'version' | 'help' | 'json' | 'lang' | 'seed' | 'out' | 'months' | 'resume' | 'force' | 'at' | 'set' | 'hold' | 'remove' | 'channelOff' | 'payInstead' | 'rescue'
      | 'on' | 'csv' | 'format' | 'folder' | 'actor' | 'event' | 'forward' | 'test' | 'flow' | 'all' | 'port' | 'names' | 'intact']: string;
  };
  readonly progress: { readonly [task in 'simulating' | 'repeating' | 'reading' | 'writing']: string };
  /** Units that progress counts, with time left. */
  readonly months: string;
  readonly left: string;
  readonly recorded: (run: { months: number; name: string; seed: string; file: string; size: string }) => string;
  readonly simulated: (run: { months: number; name: string; seed: string }) => string;
  readonly alreadyComplete: (run: { file: string; months: number }) => string;
  readonly continued: (from: number) => string;
  readonly branched: (branch: { date: string; file: string; months: number; size: string }) => string;
  readonly verified: (run: { months: number }) => string;
  readonly valid: (run: { months: number }) => string;
  readonly scenarioFine: (scenario: { name: string; parties: number; months: number }) => string;
  readonly noDefaults: string;
  readonly field: {
    readonly [name in
      | 'name' | 'scenario' | 'seed' | 'months' | 'opened' | 'model' | 'format' | 'size' | 'digest' | 'branchOf' | 'changes' | 'title' | 'author' | 'bookmarks' | 'state'
      | 'lastMonth' | 'spending' | 'capex' | 'vendorRevenue' | 'traced' | 'losses' | 'defaults' | 'id' | 'file']: string;
  };
  /** The bytes are as they were saved; what they say was not looked at. */
  readonly complete: string;
  readonly parties: string;
  /** Which of two recordings a note is about. */
  readonly ofRecording: (side: 'A' | 'B', file: string, note: string) => string;
  readonly notApplicable: string;
  readonly change: (change: { kind: string; subject: string; value?: number }) => string;
  readonly fromMonth: (date: string) => string;
  readonly takeIntact: string;
  readonly compare: {
    readonly same: string;
    readonly side: (side: 'A' | 'B', file: string, title: string, id: string, seed: string, changes: readonly string[]) => string;
    readonly noDifference: string;
    readonly aligned: (event: string, offset: number) => string;
    readonly part: (date: string, phase: string) => string;
    readonly decision: (actor: string, date: string) => string;
    /** What was decided, and by which rule. */
    readonly chose: (what: string, why: string) => string;
    readonly not: string;
    readonly input: (name: string, a: string, b: string) => string;
    readonly atEnd: (date: string) => string;
    readonly figure: string;
    readonly difference: string;
    readonly holder: string;
    readonly credit: string;
    readonly marks: string;
    readonly deadweight: string;
    readonly extra: string;
    readonly who: string;
    readonly cash: string;
    readonly debt: string;
    readonly worth: string;
    readonly more: (rows: number) => string;
    readonly lengths: (a: number, b: number) => string;
  };
  readonly exported: (export_: { tables: number; rows: number; folder: string }) => string;
  readonly query: string;
  readonly serving: (address: string) => string;
  readonly serveHint: string;
  readonly problem: { readonly [key in CliProblem['key']]: (problem: Extract<CliProblem, { key: key }>) => string };
}

const mistakes = (count: number): string => (count === 1 ? '1 mistake. Nothing was run.' : `${count} mistakes. Nothing was run.`);
const meant = MEANT.en;
const WHY: { readonly [code: string]: string } = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your quota on that disk is used up',
  EFBIG: 'the file would be larger than is allowed there',
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'the disk is read-only',
  ENOTDIR: 'part of the path is a file, not a folder',
  ENAMETOOLONG: 'the name is too long',
  EMFILE: 'too many files are open',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
};
const why = (code: string): string => WHY[code] ?? code;
const READ_WHY: { readonly [code: string]: string } = { ...WHY, EACCES: 'you may not read it', EPERM: 'you may not read it' };
const monthsWord = (count: number): string => (count === 1 ? '1 month' : `${count} months`);

export const cliEn: CliWords = {
  about: 'The money behind the AI boom, month by month: simulate it, record it, and find out why things happened.',
  disclaimer: 'A simulation, not a forecast.',
  titles: { 'Usage:': 'Usage:', 'Arguments:': 'Arguments:', 'Options:': 'Options:', 'Commands:': 'Commands:' },
  usage: { options: '[options]', command: '[command]', fallback: (value) => ` (${value} unless told)`, choices: (values) => ` (${values})`, example: 'Example:' },
  commands: {
    run: 'Simulate a scenario and record it.',
    verify: 'Simulate a recording again and compare every month with it.',
    info: 'Say what is in a recording.',
    check: 'Look for mistakes in a scenario file.',
    validate: 'Check a recording, or one another program wrote, against the format.',
    branch: 'Change one thing in a recorded history and run on.',
    compare: 'Set two recordings side by side: where they part, and who pays for it.',
    export: 'Write a recording as tables for a spreadsheet or a database.',
    network: 'Do the mathematics of contagion on a network of your own.',
    explain: 'Say why something happened, or what it led to.',
    follow: 'Follow the dollars of one payment through the economy.',
    breakeven: 'Find how much of its demand a scenario needs.',
    calibrate: 'Compare the base scenario with every figure of the article.',
    scenarios: 'List the scenarios that come with the program.',
    serve: 'Show the page on this machine.',
  },
  arguments: {
    scenario: 'a scenario file, or the name of one that comes with the program',
    recording: 'a recording (.ndjson.gz)',
    other: 'the recording to compare it with',
    kind: 'what to work out',
    file: 'a JSON file with one case or a list of cases; - reads standard input',
  },
  options: {
    version: 'print the version',
    help: 'print this help',
    json: 'print the result as JSON',
    lang: 'language: en or zh (that of the system unless told)',
    seed: 'seed of chance; the same seed gives the same history',
    out: 'file to record to; it has this name only once it is complete',
    months: 'how many months, instead of what the scenario says',
    resume: 'go on with a recording that was interrupted',
    force: 'begin anew although another recording, or an unfinished one, is there',
    at: 'first month of the change, by number',
    set: 'set a parameter, as in demand.level=0.8; may be repeated',
    hold: 'keep a decision from being taken, by its key; may be repeated',
    remove: 'take a contract out of history, by its id; may be repeated',
    channelOff: 'switch off a channel of contagion; may be repeated',
    payInstead: 'have an outsider pay an obligation, by its key; may be repeated',
    rescue: 'keep an actor from failing, by its id; may be repeated',
    on: 'line the two up on the month of an event, by its key, instead of the calendar',
    csv: 'print every figure of every month of both as CSV',
    format: 'kind of files',
    folder: 'folder to write to; made if it is not there',
    actor: 'the actor to explain, by its id',
    event: 'the event to explain, by its id or key',
    forward: 'what it led to, instead of what led to it',
    test: 'simulate again without each root cause, and say which were necessary',
    flow: 'the payment to follow, by its id or key',
    all: 'every month of its way, not only the first',
    intact: 'of a recording that was changed, use the months before the change',
    names: 'names of firms: real or generic, such as “Neocloud A”',
    port: 'port to serve on; the next free one if it is taken',
  },
  progress: { simulating: 'Simulating', repeating: 'Simulating again', reading: 'Reading', writing: 'Writing' },
  months: 'months',
  left: 'left',
  recorded: ({ months, name, seed, file, size }) => `Recorded ${monthsWord(months)} of “${name}”, seed ${seed}, in ${file} (${size}).`,
  simulated: ({ months, name, seed }) => `Simulated ${monthsWord(months)} of “${name}”, seed ${seed}. Nothing was recorded; --out FILE records it.`,
  alreadyComplete: ({ file, months }) => `${file} is already complete with ${monthsWord(months)}; nothing was left to do.`,
  continued: (from) => `Went on from tick ${from}; every month before came out as recorded.`,
  branched: ({ date, file, months, size }) => `Recorded a history of ${monthsWord(months)} that differs from ${date} on, in ${file} (${size}).`,
  verified: ({ months }) => `Every one of ${monthsWord(months)} comes out as recorded.`,
  valid: ({ months }) => `A valid recording of ${monthsWord(months)}: every record follows the format, every digest holds, and every month follows from the one before.`,
  scenarioFine: ({ name, parties, months }) => `“${name}” has no mistakes: ${parties} parties, ${monthsWord(months)}.`,
  noDefaults: 'none',
  field: {
    name: 'Name', scenario: 'Scenario', seed: 'Seed', months: 'Months', opened: 'Months readable', model: 'Rules', format: 'Format', size: 'Size', digest: 'Digest', branchOf: 'Branch of',
    changes: 'Changes', title: 'Title', author: 'Author', bookmarks: 'Bookmarks', state: 'State', lastMonth: 'Last month', spending: 'End customers pay for AI', capex: 'Spent on AI capacity',
    vendorRevenue: 'Chip maker’s revenue', traced: 'Its own money coming home', losses: 'Credit losses so far', defaults: 'Defaults', id: 'Name to type', file: 'File',
  },
  complete: 'complete; every month is stored as it was saved (`validate` also checks that the books follow)',
  parties: 'Who takes part',
  ofRecording: (side, file, note) => `${side} (${file}): ${note}`,
  notApplicable: '–',
  change: ({ kind, subject, value }) =>
    ({
      set: `${subject} = ${value}`,
      hold: `without the decision ${subject}`,
      removeContract: `without the contract ${subject}`,
      channelOff: `channel ${subject} off`,
      payInstead: `an outsider pays ${subject}`,
      rescue: `${subject} is rescued`,
    })[kind] ?? kind,
  takeIntact: 'To use the months before the change, add --intact.',
  fromMonth: (date) => `from ${date}`,
  compare: {
    same: 'The two are the same history.',
    side: (side, file, title, id, seed, changes) => `${side}: ${file} · ${title} (${id}), seed ${seed}${changes.length === 0 ? '' : ` · what if ${changes.join(', ')}`}`,
    noDifference: 'No month differs: what was changed moved nothing.',
    aligned: (event, offset) => `Lined up on ${event}: month t of A beside month t${offset < 0 ? ` − ${-offset}` : ` + ${offset}`} of B.`,
    part: (date, phase) => `They part in ${date}, in the phase “${phase}”.`,
    decision: (actor, date) => `The first decision that differs: ${actor}, ${date}`,
    chose: (what, why) => `${what} (${why})`,
    not: 'does not decide this',
    input: (name, a, b) => `${name}: A ${a}, B ${b}`,
    atEnd: (date) => `At the end of ${date}, B less A:`,
    figure: 'Figure',
    difference: 'B − A',
    holder: 'Extra losses of',
    credit: 'Credit',
    marks: 'Marks',
    deadweight: 'Deadweight',
    extra: 'Lost for good',
    who: 'Stands otherwise',
    cash: 'Cash',
    debt: 'Debt',
    worth: 'Net worth',
    more: (rows) => (rows === 1 ? '1 more with --json.' : `${rows} more with --json.`),
    lengths: (a, b) => `A has ${monthsWord(a)}, B has ${monthsWord(b)}; what both have is compared.`,
  },
  exported: ({ tables, rows, folder }) => `Wrote ${tables} tables with ${rows} rows to ${folder}.`,
  query: 'With DuckDB:',
  serving: (address) => `The page is at ${address}`,
  serveHint: 'Ctrl-C stops it.',
  problem: {
    'cli.noFile': ({ path }) => `There is no file ${path}. Check the name and the folder you are in.`,
    'cli.unreadable': ({ path, code }) => `${path} cannot be read: ${READ_WHY[code] ?? code}. Nothing was changed.`,
    'cli.noScenario': ({ name, known, nearest }) => `There is no scenario ${name}.${meant(nearest)} Give a file, or one of: ${known}.`,
    'cli.badScenario': ({ problems }) => [...problems.map((one) => describeProblem(one, 'en')), mistakes(problems.length)].join('\n'),
    'cli.notAFile': ({ path }) => `${path} is not a plain file, so nothing was written there. Choose a file name.`,
    'cli.noFolder': ({ path }) => `The folder ${path} does not exist. Nothing was run. Make it first, or choose another place.`,
    'cli.notWritable': ({ path, code }) => `${path} cannot be written: ${why(code)}. Nothing was run. Choose another place with --out.`,
    'cli.ontoItself': ({ path }) => `${path} is read and cannot be written at the same time. Choose another name with --out; it was not changed.`,
    'cli.unfinished': ({ part }) => `An unfinished recording is in ${part}. It was left alone: add --resume to go on with it, or --force to begin anew.`,
    'cli.inTheWay': ({ path, recording }) =>
      `${path} is there already and holds ${recording === null ? 'something else' : `another recording (${recording.scenario}, seed ${recording.seed})`}. It was left alone: choose another name with --out, or add --force to replace it.`,
    'cli.tooLarge': () => 'A sum outgrew nine quadrillion dollars, beyond which the books cannot count single dollars. No file was changed. Choose smaller values for what you set.',
    'cli.otherRun': ({ part, differs }) =>
      `${part} holds another run: its ${{ scenario: 'scenario', seed: 'seed', months: 'number of months', model: 'version of the rules', changes: 'changes' }[differs]} ${differs === 'changes' ? 'are' : 'is'} different. It was left alone: go on with it under its own settings, or add --force to begin anew.`,
    'cli.stoppedWriting': ({ path, code, part, ticks }) =>
      `${path} could not be written: ${why(code)}. ${part === null ? 'No file was left.' : `The first ${monthsWord(ticks)} are safe in ${part}. Make room and add --resume to go on.`}`,
    'cli.interrupted': ({ part, ticks, horizon }) =>
      part === null ? `Stopped after ${ticks} of ${monthsWord(horizon)}. No file was left.` : `Stopped after ${ticks} of ${monthsWord(horizon)}, which are safe in ${part}. Add --resume to go on.`,
    'cli.bug': ({ detail, tick }) => `Something went wrong that should not${tick === null ? '' : `, in tick ${tick}`}: ${detail}\nNo file was changed. Please report it with the command you gave.`,
    'cli.notBuilt': () => 'The page has not been built. Run: npm run build',
    'cli.noPort': ({ port }) => `Port ${port} and those after it are taken. Choose another with --port.`,
    'cli.notAligned': ({ event, common }) => `Both recordings must have the event ${event} to be lined up on it, and they do not.${common.length === 0 ? ' They have none in common; leave --on out.' : ` Events that both have:\n${common.map((key) => `  ${key}`).join('\n')}`}`,
    'cli.ofRecording': ({ side, path, problem }) => `${side} (${path}): ${describeRecordingProblem(problem, 'en')}`,
    'cli.badJson': ({ path, detail }) => `${path} is not JSON that can be read: ${detail}`,
    'cli.badNetwork': ({ path, problem }) => `${path}: ${describeNetworkProblem(problem, 'en')}`,
    'usage.unknownOption': ({ name, nearest }) => `There is no option ${name}.${meant(nearest)} --help lists them.`,
    'usage.unknownCommand': ({ name, nearest }) => `There is no command ${name}.${meant(nearest)} ouroboros --help lists them.`,
    'usage.missing': ({ name }) => `<${name}> is missing. --help shows what to give.`,
    'usage.missingOption': ({ name }) => `${name} is missing. --help shows what to give.`,
    'usage.missingValue': ({ name }) => `${name} needs a value. --help shows which.`,
    'usage.tooMany': () => 'That is more than this command takes. --help shows what to give.',
    'usage.number': ({ option, value, least, most }) => `${option} takes a whole number from ${least} to ${most}, not ${value}.`,
    'usage.choice': ({ option, value, choices, nearest }) => `${option} takes one of ${choices}, not ${value}.${meant(nearest)}`,
    'usage.pair': ({ option, value }) => `${option} takes a name and a number, as in demand.level=0.8, not ${value}.`,
    'usage.together': ({ option, other }) => `${option} and ${other} do not go together. Nothing was done. Leave one of them out; --help says what each is for.`,
    'usage.other': ({ detail }) => `That could not be understood: ${detail}. --help shows what to give.`,
  },
};
