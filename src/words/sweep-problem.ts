/** What can go wrong with a sweep, as values; texts are in src/words/sweep.*.ts. */
import type { SettingProblem } from '../scenario/set.ts';

/** What makes two sweeps different ones. */
export type SweepPart = 'model' | 'scenario' | 'seed' | 'months' | 'vary' | 'design' | 'runs' | 'channels' | 'shard';

export type SweepProblem =
  | SettingProblem
  /** `--vary` that is not `name=low..high`. */
  | { readonly key: 'sweep.vary'; readonly value: string }
  | { readonly key: 'sweep.varyTwice'; readonly name: string }
  | { readonly key: 'sweep.backwards'; readonly name: string; readonly low: number; readonly high: number }
  /** The design needs at least this many histories for what is varied. */
  | { readonly key: 'sweep.tooFew'; readonly runs: number; readonly least: number; readonly design: string; /** How often each history is run, with channels switched off; 1 without. */ readonly versions: number }
  | { readonly key: 'sweep.tooManyVaried'; readonly count: number; readonly most: number }
  | { readonly key: 'sweep.nothingVaried'; readonly design: string }
  | { readonly key: 'sweep.shard'; readonly value: string }
  /** The folder holds something that is not a sweep. */
  | { readonly key: 'sweep.notASweep'; readonly folder: string }
  | { readonly key: 'sweep.badManifest'; readonly folder: string }
  | { readonly key: 'sweep.newerManifest'; readonly folder: string; readonly format: number }
  /** The folder holds another sweep. */
  | { readonly key: 'sweep.other'; readonly folder: string; readonly differs: readonly SweepPart[] }
  /** The same sweep, begun and not finished. */
  | { readonly key: 'sweep.unfinished'; readonly folder: string; readonly done: number; readonly total: number }
  /** Somebody else is writing there. */
  | { readonly key: 'sweep.busy'; readonly folder: string; readonly process: number; readonly lock: string }
  | { readonly key: 'sweep.notWritable'; readonly folder: string; readonly code: string }
  | { readonly key: 'sweep.stoppedWriting'; readonly folder: string; readonly code: string; readonly done: number; readonly total: number }
  | { readonly key: 'sweep.interrupted'; readonly folder: string; readonly done: number; readonly total: number }
  /** The same history came out in two ways: the rules are not the same everywhere. */
  | { readonly key: 'sweep.conflict'; readonly id: string; readonly replay: string }
  | { readonly key: 'sweep.nothingToMerge' }
  /** A folder that was to be put together with others is none of a sweep, or of another sweep than the first. */
  | { readonly key: 'sweep.notAShare'; readonly folder: string }
  | { readonly key: 'sweep.otherShare'; readonly folder: string; readonly first: string; readonly differs: readonly SweepPart[] }
  | { readonly key: 'sweep.queueAddress'; readonly value: string }
  | { readonly key: 'sweep.noBroker'; readonly address: string; readonly detail: string }
  /** A worker could not be given the work: it runs other rules. */
  | { readonly key: 'sweep.otherModel'; readonly model: string; readonly wanted: string };
