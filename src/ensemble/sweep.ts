/**
 * A sweep from plan to summary: what is not in the folder yet is carried out, by whatever carries histories out, and
 * kept as it comes. It may be stopped at any moment and gone on with later; the result is the same.
 */
import type { Sha256 } from '../model/digest.ts';
import { isActorKind } from '../model/party.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Disk } from './journal.ts';
import { ResultsFolder } from './folder.ts';
import { MANIFEST_FORMAT, SCENARIO_FILE, type Manifest } from './manifest.ts';
import { contentId, ordersOf, shareOf, type Order, type Shard, type SweepPlan } from './plan.ts';
import type { Execute } from './pool.ts';
import { SweepFailed } from './problem.ts';
import { replayCommand } from './replay.ts';
import { summarise, type Row, type Summary } from './summary.ts';

export interface SweepRequest {
  readonly folder: string;
  readonly plan: SweepPlan;
  readonly scenario: Scenario;
  readonly shard: Shard | null;
  /** Version of the program. */
  readonly version: string;
  readonly resume: boolean;
  readonly sha256: Sha256;
  readonly disk?: Disk;
}

export interface SweepReport {
  readonly manifest: Manifest;
  readonly summary: Summary | null;
  /** Histories that were there before. */
  readonly before: number;
  /** Histories kept, each once. */
  readonly kept: number;
}

export interface Watch {
  /** Histories that are there, of how many. */
  progress(done: number, total: number): void;
  readonly stop: { readonly asked: boolean };
}

/** Kept lines survive a power cut after so many further ones at the latest. */
const SYNC_EVERY = 64;

/** @throws SweepFailed for everything a person can mend; what was kept until then stays. */
export async function runSweep(request: SweepRequest, execute: Execute, watch: Watch): Promise<SweepReport> {
  const { folder: path, plan, scenario, sha256 } = request;
  const orders = shareOf(ordersOf(plan), request.shard);
  const named = orders.map((order) => ({ order, id: contentId(sha256, plan, order) }));
  const folder = ResultsFolder.open(path, manifestOf(request, orders.length), scenario, request.resume ? 'go on' : 'refuse', request.disk);
  try {
    const { journal } = folder;
    const wanted = new Map(named.map(({ id, order }) => [id, order]));
    const pending = [...wanted].filter(([id]) => !journal.has(id));
    const before = wanted.size - pending.length;
    const errors = new Map<string, string>();
    let done = before;
    watch.progress(done, wanted.size);
    await execute(
      pending.map(([id, { seed, set, off }]) => ({ id, seed, set, off })),
      (outcome) => {
        if ('error' in outcome) {
          errors.set(outcome.id, outcome.error);
          return;
        }
        const kept = keep(folder, outcome.history, done, wanted);
        if (kept !== 'new') return;
        done += 1;
        if (done % SYNC_EVERY === 0) journal.sync();
        watch.progress(done, wanted.size);
      },
      watch.stop,
    );
    if (done + errors.size < wanted.size && watch.stop.asked) {
      journal.sync();
      throw new SweepFailed({ key: 'sweep.interrupted', folder: path, done, total: wanted.size });
    }
    const failed = named.flatMap(({ order, id }) => (errors.has(id) ? [{ index: order.index, seed: order.seed, set: order.set, off: order.off, error: errors.get(id)! }] : []));
    return { ...conclude(folder, plan, named, failed), before, kept: done };
  } finally {
    folder.close();
  }
}

function keep(folder: ResultsFolder, history: Row['history'], done: number, wanted: ReadonlyMap<string, Order>): 'new' | 'known' {
  let kept: ReturnType<ResultsFolder['journal']['add']>;
  try {
    kept = folder.journal.add(history);
  } catch (error) {
    const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
    if (code === undefined) throw error;
    throw new SweepFailed({ key: 'sweep.stoppedWriting', folder: folder.path, code, done, total: wanted.size });
  }
  if (kept !== 'conflict') return kept;
  const order = wanted.get(history.id)!;
  throw new SweepFailed({ key: 'sweep.conflict', id: history.id, replay: replayCommand(`${folder.path}/${SCENARIO_FILE}`, order, `history-${order.index}.ndjson.gz`) });
}

/** Tables and summary of what a folder holds. */
export function conclude(folder: ResultsFolder, plan: SweepPlan, named: readonly { readonly order: Order; readonly id: string }[], failed: Manifest['failed']): Pick<SweepReport, 'manifest' | 'summary'> {
  const rows: Row[] = named.flatMap(({ order, id }) => {
    const history = folder.journal.get(id);
    return history === undefined ? [] : [{ order, history }];
  });
  const actors = folder.parties.filter((party) => isActorKind(party.kind)).map((party) => party.id);
  const summary = rows.some((row) => row.order.off === null) ? summarise(plan, rows, actors) : null;
  return { manifest: folder.finish(rows, summary, actors, failed), summary };
}

export function manifestOf({ plan, scenario, shard, version }: Pick<SweepRequest, 'plan' | 'scenario' | 'shard' | 'version'>, histories: number): Manifest {
  return {
    kind: 'ouroboros-sweep',
    format: MANIFEST_FORMAT,
    versions: { ouroboros: version, model: plan.model },
    scenario: { id: scenario.id, digest: plan.scenario, horizon: scenario.horizon },
    seed: plan.seed,
    design: plan.design,
    runs: plan.runs,
    vary: [...plan.vary],
    channels: plan.channels,
    shard,
    histories,
    complete: false,
    failed: [],
  };
}
