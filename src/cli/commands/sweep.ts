/** `sweep`: many histories of a scenario, on threads, on a queue, or one share of them. */
import { onQueue } from '../../ensemble/on-queue.ts';
import { parseShard, type SweepPlan } from '../../ensemble/plan.ts';
import { onThreads, usualThreads, type Execute } from '../../ensemble/pool.ts';
import { checkBroker, withoutPassword } from '../../ensemble/queue.ts';
import { runSweep, type Watch } from '../../ensemble/sweep.ts';
import { parseVaries } from '../../ensemble/vary.ts';
import { canonical } from '../../model/canonical.ts';
import type { Scenario } from '../../model/scenario.ts';
import { SWEEP_WORDS } from '../../words/sweep.ts';
import { loadEngine } from '../engine.ts';
import { interruption } from '../interruption.ts';
import type { Report } from '../report.ts';
import { soundScenario } from '../scenarios.ts';
import { sha256 } from '../sha256.ts';
import type { SweepOptions } from '../sweep-commands.ts';
import { sweepReport } from '../sweep-report.ts';
import type { Terminal } from '../terminal.ts';
import { threadFile } from '../thread.ts';
import { programVersion } from '../version.ts';

export async function sweep(terminal: Terminal, name: string, options: SweepOptions): Promise<Report> {
  const words = SWEEP_WORDS[terminal.language];
  const vary = parseVaries(options.vary ?? []);
  const shard = options.shard === undefined ? null : parseShard(options.shard);
  const loaded = soundScenario(name);
  const scenario: Scenario = options.months === undefined ? loaded : { ...loaded, horizon: options.months };
  if (options.queue !== undefined) await checkBroker(options.queue);
  const scenarioText = canonical(scenario);
  const { model } = await loadEngine();
  const plan: SweepPlan = { scenario: sha256(scenarioText), model, seed: options.seed, vary, design: options.design, runs: options.runs, channels: options.channels === true };
  for (const [nth, text] of (options.vary ?? []).entries()) {
    const { name: parameter, low, high } = vary[nth]!;
    if (Number(/=\s*(\d*\.?\d+(?:e[+-]?\d+)?)%?\s*\.\./i.exec(text)?.[1]) !== low) terminal.note(words.percentRead({ name: parameter, low: terminal.format.percent(low, 1), high: terminal.format.percent(high, 1) }));
  }
  const work = { scenarioDigest: plan.scenario, scenarioText };
  const execute: Execute =
    options.queue === undefined
      ? onThreads({ ...work, threads: options.workers ?? usualThreads(), file: threadFile() })
      : onQueue({ ...work, address: options.queue, model, nobodyWorks: () => terminal.note(words.nobodyWorks(withoutPassword(options.queue!))) });
  const watched = watch(terminal);
  try {
    const report = await runSweep({ folder: options.out, plan, scenario, shard, version: programVersion(), resume: options.resume === true, sha256 }, execute, watched);
    watched.end();
    return sweepReport(terminal, scenario, options.out, report);
  } finally {
    watched.end();
  }
}

/** Time between two lines where nobody watches a bar, milliseconds. */
const LINE_EVERY = 10_000;

/** A bar for a person, a line now and then for a log; Ctrl-C stops after what has been begun. */
function watch(terminal: Terminal): Watch & { end(): void } {
  const words = SWEEP_WORDS[terminal.language];
  const stop = interruption();
  let bar: ReturnType<Terminal['bar']> | null = null;
  let began: { readonly at: number; readonly done: number } | null = null;
  let lineAt = 0;
  let ended = false;
  return {
    stop,
    progress(done, total) {
      const now = performance.now();
      began ??= { at: now, done };
      bar ??= terminal.bar(words.simulating, words.unit, total);
      bar.at(done);
      if (terminal.isWatched || now - Math.max(lineAt, began.at) < LINE_EVERY || done === total) return;
      lineAt = now;
      const fresh = done - began.done;
      terminal.note(words.stillAt({ done, total, left: fresh === 0 ? null : words.minutes(((now - began.at) / fresh / 1000) * (total - done)) }));
    },
    end() {
      if (ended) return;
      ended = true;
      bar?.stop();
      stop.end();
    },
  };
}
