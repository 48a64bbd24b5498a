import { rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onThreads } from '../../src/ensemble/pool.ts';
import { runSweep } from '../../src/ensemble/sweep.ts';
import { makeWorker, type Outcome } from '../../src/histories/work.ts';
import { bundle } from './bundle.ts';
import { startInvented } from './invented.ts';
import { freshFolder, quiet, requestFor, stoppingAt } from './requests.ts';

let file = '';
beforeAll(async () => {
  file = join(await bundle({ worker: join(import.meta.dirname, 'invented-worker.ts') }), 'worker.mjs');
});

afterAll(() => rmSync(dirname(file), { recursive: true, force: true }));

describe('histories on threads', () => {
  const request = requestFor(freshFolder(), { runs: 60 });
  const options = { scenarioDigest: request.plan.scenario, scenarioText: JSON.stringify(request.scenario), threads: 2 };
  const orders = Array.from({ length: 60 }, (_, n) => ({ id: `id-${n}`, seed: `s:${n}`, set: {}, off: null }));

  it('are the same as on this thread, whichever comes first', async () => {
    const outcomes = new Map<string, Outcome>();
    await onThreads({ ...options, file })(orders, (outcome) => void outcomes.set(outcome.id, outcome), { asked: false });
    const alone = makeWorker(startInvented)({ ...options, orders });
    expect(outcomes.size).toBe(60);
    for (const outcome of alone) expect(outcomes.get(outcome.id)).toEqual(outcome);
  });

  it('stop soon after they are asked to, and all that were begun are kept', async () => {
    process.env['OUROBOROS_TEST_SLOW_MS'] = '10';
    try {
      const folder = freshFolder();
      const watch = stoppingAt(5);
      await expect(runSweep(requestFor(folder, { runs: 400 }), onThreads({ ...options, file }), watch)).rejects.toMatchObject({ problem: { key: 'sweep.interrupted' } });
      expect(watch.seen.at(-1)).toBeLessThan(100);
      const resumed = await runSweep(requestFor(folder, { runs: 400 }, { resume: true }), onThreads({ ...options, file }), quiet());
      expect([resumed.before, resumed.kept]).toEqual([watch.seen.at(-1), 400]);
    } finally {
      delete process.env['OUROBOROS_TEST_SLOW_MS'];
    }
  });

  it('survive a thread that dies: only the history that killed it is named', async () => {
    process.env['OUROBOROS_TEST_DIE'] = 's:17';
    try {
      const outcomes = new Map<string, Outcome>();
      await onThreads({ ...options, file })(orders, (outcome) => void outcomes.set(outcome.id, outcome), { asked: false });
      expect([...outcomes].filter(([, outcome]) => 'error' in outcome).map(([id]) => id)).toEqual(['id-17']);
      expect(outcomes.size).toBe(60);
    } finally {
      delete process.env['OUROBOROS_TEST_DIE'];
    }
  });
});
