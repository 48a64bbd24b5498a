/** Sweeps for tests: the shipped base scenario, a small plan, the invented rules, on this thread. */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { soundScenario } from '../../src/cli/scenarios.ts';
import type { Execute } from '../../src/ensemble/pool.ts';
import type { SweepPlan } from '../../src/ensemble/plan.ts';
import type { SweepRequest, Watch } from '../../src/ensemble/sweep.ts';
import { parseVary } from '../../src/ensemble/vary.ts';
import { makeWorker } from '../../src/histories/work.ts';
import { canonical } from '../../src/model/canonical.ts';
import type { Scenario } from '../../src/model/scenario.ts';
import { INVENTED_MODEL, startInvented } from './invented.ts';

export const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
export const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), 'ouroboros-sweep-')), 'results');

let base: Scenario | null = null;
export function requestFor(folder: string, change: Partial<SweepPlan> = {}, more: Partial<SweepRequest> = {}): SweepRequest {
  base ??= { ...soundScenario('base'), horizon: 12 };
  const scenario = more.scenario ?? base;
  const plan: SweepPlan = { scenario: sha256(canonical(scenario)), model: INVENTED_MODEL, seed: 's', vary: [parseVary('demand.growth=0.1..0.9')], design: 'random', runs: 40, channels: false, ...change };
  return { folder, plan, scenario, shard: null, version: '0.0.0', resume: false, sha256, ...more };
}

/** On this thread, one history after the other, the stop looked at in between. */
export const here = (scenario: Scenario): Execute => async (orders, accept, stop) => {
  const work = makeWorker(startInvented);
  for (const order of orders) {
    if (stop.asked) return;
    for (const outcome of work({ scenarioDigest: sha256(canonical(scenario)), scenarioText: JSON.stringify(scenario), orders: [order] })) accept(outcome);
    await Promise.resolve();
  }
};

/** Asks to stop once so many histories are there. */
export function stoppingAt(count: number): Watch & { readonly seen: number[] } {
  const seen: number[] = [];
  let asked = false;
  return {
    seen,
    progress: (done) => {
      seen.push(done);
      if (done >= count) asked = true;
    },
    stop: {
      get asked() {
        return asked;
      },
    },
  };
}
export const quiet = (): Watch & { readonly seen: number[] } => stoppingAt(Infinity);
