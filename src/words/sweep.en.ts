/** Everything a sweep says, in English. */
import type { SweepPart, SweepProblem } from './sweep-problem.ts';
import { MEANT } from './meant.ts';

export interface SweepWords {
  readonly commands: { readonly [name in 'sweep' | 'worker' | 'merge']: string };
  readonly arguments: { readonly folders: string };
  readonly options: {
    readonly [name in 'runs' | 'vary' | 'design' | 'seed' | 'months' | 'channels' | 'out' | 'workers' | 'resume' | 'queue' | 'shard' | 'workQueue' | 'untilEmpty' | 'mergeOut' | 'runSet' | 'runChannelOff']: string;
  };
  readonly simulating: string;
  readonly unit: string;
  /** A line a few seconds, where nobody watches a bar. */
  readonly stillAt: (progress: { done: number; total: number; left: string | null }) => string;
  readonly minutes: (seconds: number) => string;
  readonly percentRead: (vary: { name: string; low: string; high: string }) => string;
  readonly nobodyWorks: (address: string) => string;
  readonly working: (queue: { address: string; threads: number }) => string;
  readonly worked: (count: number) => string;
  readonly kept: (sweep: { count: number; name: string; folder: string; before: number }) => string;
  readonly partial: (sweep: { count: number; total: number; shards: string | null }) => string;
  /** In place of the error, where a figure outgrew the books. */
  readonly tooLarge: string;
  readonly failed: (sweep: { count: number; first: string; error: string }) => string;
  readonly who: string;
  readonly probability: string;
  readonly interval: string;
  readonly when: string;
  readonly nobodyFails: string;
  readonly anybody: string;
  readonly others: (count: number) => string;
  readonly losses: (losses: { median: string; q95: string; shortfall: string; worst: string; history: number }) => string;
  readonly replayWorst: string;
  readonly sensitivity: string;
  readonly alone: string;
  readonly together: string;
  readonly chance: string;
  readonly channels: string;
  readonly share: string;
  readonly perHistory: string;
  readonly query: string;
  readonly part: { readonly [part in SweepPart]: string };
  readonly problem: { readonly [key in SweepProblem['key']]: (problem: Extract<SweepProblem, { key: key }>) => string };
}

const WHY: { readonly [code: string]: string } = {
  ENOSPC: 'the disk is full', EDQUOT: 'your quota on that disk is used up', EFBIG: 'the file would be larger than is allowed there', EACCES: 'you may not write there', EPERM: 'you may not write there',
  EROFS: 'the disk is read-only', ENOTDIR: 'part of the path is a file, not a folder', EEXIST: 'a file of that name is there', ENOENT: 'a folder on the way is not there', EIO: 'the disk reports an error',
};
const why = (code: string): string => WHY[code] ?? code;
const meant = MEANT.en;
const histories = (count: number): string => (count === 1 ? '1 history' : `${String(count).replace(/\B(?=(\d{3})+$)/g, ',')} histories`);
const partEn: SweepWords['part'] = { model: 'the version of the rules', scenario: 'the scenario', seed: 'the seed', months: 'the number of months', vary: 'what is varied', design: 'the design', runs: 'the number of histories', channels: 'whether channels are switched off', shard: 'the share' };

export const sweepEn: SweepWords = {
  commands: {
    sweep: 'Simulate many histories and say who fails how often, how wide the future is and what it depends on.',
    worker: 'Simulate histories for sweeps on a queue, until stopped.',
    merge: 'Put shares of a sweep together that were made apart.',
  },
  arguments: { folders: 'folders with shares of one sweep' },
  options: {
    runs: 'how many histories',
    vary: 'move a parameter between two values, as in demand.growth=0.4..1.2; may be repeated',
    design: 'how values are chosen: at random, every corner of a grid, or for sensitivity (Sobol)',
    seed: 'seed of the whole sweep; each history has its own from it',
    months: 'how many months, instead of what the scenario says',
    channels: 'every history again with each channel of contagion switched off; --runs counts them all',
    out: 'folder for the results; made if it is not there',
    workers: 'threads of this machine',
    resume: 'go on with a sweep that was stopped',
    queue: 'have workers on a queue do it, as in redis://host:6379',
    shard: 'only one share of it, as in 3/8',
    workQueue: 'the queue, as in redis://host:6379',
    untilEmpty: 'end when nothing is left to do, instead of waiting',
    mergeOut: 'folder for the whole sweep',
    runSet: 'set a parameter from the first month on, as in demand.level=0.8; may be repeated',
    runChannelOff: 'switch off a channel of contagion from the first month on; may be repeated',
  },
  simulating: 'Simulating',
  unit: 'histories',
  stillAt: ({ done, total, left }) => `${done} of ${histories(total)}${left === null ? '' : ` · ${left} left`}`,
  minutes: (seconds) => (seconds < 90 ? `${Math.round(seconds)} s` : seconds < 5400 ? `${Math.round(seconds / 60)} min` : `${(seconds / 3600).toFixed(1)} h`),
  percentRead: ({ name, low, high }) => `${name} is a share: read as ${low} to ${high}.`,
  nobodyWorks: (address) => `No worker is on the queue yet. Start some, here or elsewhere: npx ouroboros worker --queue ${address}`,
  working: ({ address, threads }) => `Working on ${address} with ${threads === 1 ? '1 thread' : `${threads} threads`}. Ctrl-C ends it after the histories it has begun.`,
  worked: (count) => `${histories(count)} finished here.`,
  kept: ({ count, name, folder, before }) => `${histories(count)} of “${name}” in ${folder}${before > 0 ? ` (${before === count ? 'all of them' : before} from before)` : ''}.`,
  partial: ({ count, total, shards }) => `Only ${count} of ${histories(total)} are there${shards === null ? '' : `; missing are those of shares ${shards}`}. What follows says nothing about the others.`,
  tooLarge: 'a figure outgrew nine quadrillion dollars, beyond which the books cannot count single dollars. Choose a smaller range for --vary.',
  failed: ({ count, first, error }) => `${histories(count)} could not be finished by the rules and ${count === 1 ? 'is' : 'are'} left out, listed in manifest.json. The first, with seed ${first}: ${error}`,
  who: 'Who fails',
  probability: 'in',
  interval: '95% interval',
  when: 'typically',
  nobodyFails: 'Nobody fails in any history.',
  anybody: 'anybody at all',
  others: (count) => `${count === 1 ? '1 other actor fails' : `${count} other actors fail`} in no history.`,
  losses: ({ median, q95, shortfall, worst, history }) => `Lost for good: half the histories more than ${median}, one in twenty more than ${q95} (${shortfall} on average among those); the worst, history ${history}, ${worst}.`,
  replayWorst: 'To record the worst:',
  sensitivity: 'What the spread of losses comes from',
  alone: 'alone',
  together: 'with the others',
  chance: 'chance',
  channels: 'Channel',
  share: 'share of the losses it carries',
  perHistory: 'a history',
  query: 'To look further:',
  part: partEn,
  problem: {
    'set.unknown': ({ name, nearest }) => `There is no parameter \`${name}\`.${meant(nearest)} The parameters are listed in scenarios/base.yaml. Nothing was run.`,
    'set.outside': ({ name, value, unit, low, high }) => `\`${name}\` cannot be ${value} (${unit}): it is ${high === Infinity ? `at least ${low}` : `between ${low} and ${high}`}. Nothing was run.`,
    'sweep.vary': ({ value }) => `--vary ${value} was not understood. It is a parameter and two numbers: --vary demand.growth=0.4..1.2. Nothing was run.`,
    'sweep.varyTwice': ({ name }) => `\`${name}\` is varied twice. Give it once. Nothing was run.`,
    'sweep.backwards': ({ name, low, high }) => `\`${name}\` must go from a lower to a higher value, got ${low} to ${high}. Nothing was run.`,
    'sweep.tooFew': ({ runs, least, design, versions }) => `${histories(runs)} are too few for this ${design} design${versions > 1 ? `, in which each is run ${versions} times, once whole and once without each channel` : ''}: it needs ${least} at least. Use --runs ${least} or more, or vary less. Nothing was run.`,
    'sweep.tooManyVaried': ({ count, most }) => `A Sobol design can vary ${most} parameters at most, got ${count}. Vary fewer, or use --design random. Nothing was run.`,
    'sweep.nothingVaried': ({ design }) => `A ${design} design needs something to vary: --vary demand.growth=0.4..1.2. Nothing was run.`,
    'sweep.shard': ({ value }) => `--shard ${value} was not understood. It is a share and how many there are: --shard 3/8. Nothing was run.`,
    'sweep.notASweep': ({ folder }) => `${folder} is not a folder of a sweep. It was left as it is. Choose another --out.`,
    'sweep.badManifest': ({ folder }) => `The manifest of the sweep in ${folder} cannot be read. The folder was left as it is; its histories may still be whole. Choose another --out.`,
    'sweep.newerManifest': ({ folder, format }) => `${folder} was made by a newer version of Ouroboros (format ${format}). It was left as it is.`,
    'sweep.other': ({ folder, differs }) => `${folder} holds another sweep: ${differs.map((part) => partEn[part]).join(', ')} ${differs.length === 1 ? 'differs' : 'differ'}. It was left as it is. Choose another --out.`,
    'sweep.unfinished': ({ folder, done, total }) => `${folder} holds this very sweep, with ${done} of ${histories(total)}. To go on: the same command with --resume.`,
    'sweep.busy': ({ folder, process, lock }) => `Another program (process ${process}) is writing to ${folder}. Wait for it, or if it is gone for certain, delete ${lock}.`,
    'sweep.notWritable': ({ folder, code }) => `Cannot write to ${folder}: ${why(code)}. Nothing was changed.`,
    'sweep.stoppedWriting': ({ folder, code, done, total }) => `Stopped writing to ${folder}: ${why(code)}. ${done} of ${histories(total)} are safe there. Make room, then give the same command with --resume.`,
    'sweep.interrupted': ({ folder, done, total }) => `Stopped. ${done} of ${histories(total)} are safe in ${folder}. To go on: the same command with --resume.`,
    'sweep.conflict': ({ id, replay }) => `The same history came out in two ways (${id.slice(0, 12)}…): some machine does not compute like the others, or has other rules. What was kept is safe. To look into it: ${replay}`,
    'sweep.nothingToMerge': () => 'Name the folders to put together: npx ouroboros merge part-1 part-2 --out whole',
    'sweep.notAShare': ({ folder }) => `${folder} is not a folder of a sweep. Nothing was put together.`,
    'sweep.otherShare': ({ folder, first, differs }) => `${folder} and ${first} are of different sweeps: ${differs.map((part) => partEn[part]).join(', ')} ${differs.length === 1 ? 'differs' : 'differ'}. Nothing was put together.`,
    'sweep.queueAddress': ({ value }) => `\`${value}\` is not the address of a queue. Example: redis://localhost:6379. Nothing was run.`,
    'sweep.noBroker': ({ address, detail }) => `No Redis answers at ${address} (${detail}). Start one, for instance: redis-server --port 6379 --appendonly yes --maxmemory-policy noeviction. Nothing was run.`,
    'sweep.otherModel': ({ model, wanted }) => `This sweep was made by version ${wanted} of the rules; this program has version ${model}.`,
  },
};
