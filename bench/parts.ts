/** What a whole month costs, part by part: phases, checks, measures, digests, gzip; bare and recorded. */
import { createHash } from 'node:crypto';
import { createDigester } from '../src/model/digest.ts';
import type { Frame } from '../src/model/frame.ts';
import { PHASES, type Phase } from '../src/model/phase.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { TABLES, type World } from '../src/model/world.ts';
import { startBatch, startRun } from '../src/simulation.ts';
import { inTurns, median, spent } from './clock.ts';
import { aim, bytes, figure, heading, rows, share } from './print.ts';

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const ONE_PICTURE_MS = 16;

export function printParts(scenario: Scenario, machines: { readonly live: number; readonly compiled: number }): void {
  heading('A whole history, bare and recorded');
  const bare = (measured: boolean): World => {
    const run = startBatch({ scenario, seed: 'bench' }, { measured });
    while (run.next());
    return run.state;
  };
  const recorded = (): Frame[] => {
    const run = startRun({ scenario, seed: 'bench' }, { sha256 });
    const frames: Frame[] = [];
    for (let frame = run.next(); frame !== null; frame = run.next()) frames.push(frame);
    return frames;
  };
  const cost = inTurns(3, { unmeasured: () => bare(false), bare: () => bare(true), recorded });
  const ticks = scenario.horizon;
  rows([
    ['', 'ms a history', 'ms a month', 'machines'],
    ['batch without measures', figure(cost.unmeasured, 0), figure(cost.unmeasured / ticks), share(machines.compiled / cost.unmeasured)],
    ['batch with measures', figure(cost.bare, 0), figure(cost.bare / ticks), share(machines.compiled / cost.bare)],
    ['recorded (digests, no file)', figure(cost.recorded, 0), figure(cost.recorded / ticks), share(machines.live / cost.recorded)],
  ]);
  aim('statecharts ≤ 10 % of a month', machines.compiled / cost.bare <= 0.1 && machines.live / cost.recorded <= 0.1);
  console.log(`  a whole history with everything takes ${figure(cost.unmeasured / ONE_PICTURE_MS, 0)} pictures of ${ONE_PICTURE_MS} ms in batch, ${figure(cost.bare / ONE_PICTURE_MS, 0)} with measures`);

  heading('The months of the batch by phase (the check of the books after each included)');
  const byPhase = new Map<Phase, number>(PHASES.map((phase) => [phase, 0]));
  let at = 0;
  const run = startBatch({ scenario, seed: 'bench' }, {
    measured: true,
    onPhase: ({ phase }) => {
      const now = performance.now();
      byPhase.set(phase, byPhase.get(phase)! + now - at);
      at = performance.now();
    },
  });
  at = performance.now();
  const began = at;
  while (run.next());
  const total = performance.now() - began;
  rows([['', 'share'], ...PHASES.map((phase) => [phase === 'close' ? 'close (with measures)' : phase, share(byPhase.get(phase)! / total)])]);
  console.log(`  settlement: ${share(byPhase.get('settle')! / total)} · measures, from the difference above: ${share(Math.max(0, cost.bare - cost.unmeasured) / cost.bare)}`);

  heading('Names of months (digests)');
  const frames = recorded();
  const digester = createDigester(sha256);
  const digests = spent(() => {
    for (const frame of frames) {
      digester.state(frame.state);
      let before: string | null = null;
      for (const { digest: _digest, ...content } of frame.phases) before = digester.phase(before, content);
    }
  }).ms;
  rows([['states and phases', `${figure(digests / ticks)} ms a month`, `${share(digests / cost.recorded)} of a recorded month`]]);

  printMemory(() => bare(true));
}

const EMPTY = Object.freeze({}) as unknown as World;

/** On its own, so that what was measured before is gone and cannot be cleared away in between. */
function printMemory(run: () => World): void {
  heading('Memory and size of the state');
  // what the first history leaves behind for all later ones belongs to none of them
  let state = run();
  const held = Array.from({ length: 3 }, () => {
    state = EMPTY;
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    state = run();
    globalThis.gc?.();
    return process.memoryUsage().heapUsed - before;
  });
  const tables = TABLES.map((name) => [name, Object.keys(state[name]).length] as const).sort((a, b) => b[1] - a[1]);
  rows([
    ['state kept after a bare history', bytes(median(held))],
    ['rows at the end', tables.slice(0, 8).map(([name, count]) => `${name} ${count}`).join(', ')],
  ]);
}
