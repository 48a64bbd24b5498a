/** `worker`: one machine's share in the sweeps on a queue. */
import { usualThreads } from '../../ensemble/pool.ts';
import { withoutPassword } from '../../ensemble/queue.ts';
import { workOnQueue } from '../../ensemble/queue-worker.ts';
import { SWEEP_WORDS } from '../../words/sweep.ts';
import { loadEngine } from '../engine.ts';
import { interruption } from '../interruption.ts';
import type { Report } from '../report.ts';
import type { WorkerOptions } from '../sweep-commands.ts';
import type { Terminal } from '../terminal.ts';
import { threadFile } from '../thread.ts';

export async function worker(terminal: Terminal, options: WorkerOptions): Promise<Report> {
  const words = SWEEP_WORDS[terminal.language];
  const threads = options.workers ?? usualThreads();
  const { model } = await loadEngine();
  const stop = interruption();
  try {
    const done = await workOnQueue(
      { address: options.queue, model, threads, file: threadFile(), untilEmpty: options.untilEmpty === true },
      { begun: () => terminal.note(words.working({ address: withoutPassword(options.queue), threads })), finished: () => undefined, stop },
    );
    return { ok: true, json: { ok: true, histories: done }, text: words.worked(done) };
  } finally {
    stop.end();
  }
}
