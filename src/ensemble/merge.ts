/**
 * Shares of one sweep made apart (Slurm, GNU parallel, Kubernetes) put together: one folder as if one machine had done
 * it all. Nothing is taken from the shares; a history that two of them have must be the same in both.
 */
import type { Sha256 } from '../model/digest.ts';
import type { Scenario } from '../model/scenario.ts';
import { ResultsFolder, readHistories, readKeptScenario, readManifest } from './folder.ts';
import { differences, planOf, SCENARIO_FILE } from './manifest.ts';
import { contentId, ordersOf } from './plan.ts';
import { SweepFailed } from './problem.ts';
import { replayCommand } from './replay.ts';
import { conclude, manifestOf, type SweepReport } from './sweep.ts';

export interface MergeReport extends Pick<SweepReport, 'manifest' | 'summary'> {
  readonly kept: number;
  /** Shares (from 1) of which histories are missing; null for a sweep that was not shared out. */
  readonly missing: readonly number[] | null;
}

/** @throws SweepFailed when the folders are of different sweeps, before anything is written. */
export function mergeSweeps(folders: readonly string[], out: string, sha256: Sha256): MergeReport {
  const parts = folders.map((folder) => {
    const manifest = readManifest(folder);
    if (manifest === null) throw new SweepFailed({ key: 'sweep.notAShare', folder });
    return { folder, manifest };
  });
  const [first] = parts;
  if (first === undefined) throw new SweepFailed({ key: 'sweep.nothingToMerge' });
  for (const { folder, manifest } of parts) {
    const differs = differences(first.manifest, manifest, 'any shard');
    if (differs.length > 0) throw new SweepFailed({ key: 'sweep.otherShare', folder, first: first.folder, differs });
  }
  const plan = planOf(first.manifest);
  const orders = ordersOf(plan);
  const scenario = JSON.parse(readKeptScenario(first.folder)) as Scenario;
  const folder = ResultsFolder.open(out, manifestOf({ plan, scenario, shard: null, version: first.manifest.versions.ouroboros }, orders.length), scenario, 'go on');
  try {
    const named = orders.map((order) => ({ order, id: contentId(sha256, plan, order) }));
    const wanted = new Map(named.map(({ id, order }) => [id, order]));
    for (const part of parts) {
      for (const history of readHistories(part.folder)) {
        const order = wanted.get(history.id);
        if (order !== undefined && folder.journal.add(history) === 'conflict')
          throw new SweepFailed({ key: 'sweep.conflict', id: history.id, replay: replayCommand(`${out}/${SCENARIO_FILE}`, order, `history-${order.index}.ndjson.gz`) });
      }
    }
    const lacking = named.filter(({ id }) => !folder.journal.has(id)).map(({ order }) => order);
    const of = Math.max(0, ...parts.map(({ manifest }) => manifest.shard?.of ?? 0));
    const missing = of === 0 ? null : [...new Set(lacking.map((order) => (order.index % of) + 1))].sort((a, b) => a - b);
    const failed = parts.flatMap(({ manifest }) => manifest.failed);
    return { ...conclude(folder, plan, named, failed), kept: folder.journal.size, missing };
  } finally {
    folder.close();
  }
}
