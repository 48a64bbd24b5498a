/** Recordings as files: their size, what writing costs, how soon any month is there, and how soon a default is explained. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { explain } from '../src/explain/causes.ts';
import { chronicleOf } from '../src/explain/chronicle.ts';
import type { Frame } from '../src/model/frame.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { openRecording } from '../src/recording/read.ts';
import { bytesSource, memorySink } from '../src/recording/source.ts';
import { RecordingWriter } from '../src/recording/write.ts';
import { withSettings } from '../src/scenario/set.ts';
import { startRun } from '../src/simulation.ts';
import { median, spent } from './clock.ts';
import { aim, bytes, figure, heading, rows, share, times } from './print.ts';

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');
const ONE_PICTURE_MS = 16;
const SEEKS = 200;

/** What grows for centuries leaves the whole dollars a number can hold: beyond the scenario's own horizon nothing grows of itself. */
function lasting(scenario: Scenario, ticks: number): Scenario {
  if (ticks <= scenario.horizon) return { ...scenario, horizon: ticks };
  const still = { ...withSettings(scenario, { 'demand.growth': 0 }), horizon: ticks };
  return {
    ...still,
    parties: still.parties.map((party) => ({ ...party, terms: Object.fromEntries(Object.entries(party.terms).map(([name, value]) => [name, /growth/i.test(name) ? { ...value, value: 0 } : value])) })),
  };
}

export async function printFiles(scenario: Scenario, ticks: number): Promise<void> {
  heading(`A recording of ${ticks} months`);
  const run = startRun({ scenario: lasting(scenario, ticks), seed: 'bench' }, { sha256 });
  const sink = memorySink();
  const writer = await RecordingWriter.start(sink, run.header, sha256);
  let [simulating, writing, raw, wholeGzip] = [0, 0, 0, 0];
  for (;;) {
    const step = spent(() => run.next());
    if (step.value === null) break;
    simulating += step.ms;
    const text = JSON.stringify(step.value);
    raw += Buffer.byteLength(text);
    wholeGzip += gzipSync(text).length;
    const before = process.cpuUsage();
    await writer.append(step.value);
    const { user, system } = process.cpuUsage(before);
    writing += (user + system) / 1000;
  }
  const { bytes: size } = await writer.finish();
  rows([
    ['recording', bytes(size), `${bytes(size / ticks)} a month`],
    ['the same as raw JSON', bytes(raw), times(raw / size)],
    ['the same, JSON gzipped month by month', bytes(wholeGzip), times(wholeGzip / size)],
    ['writing (JSON, gzip, index)', `${figure(writing / ticks)} ms a month`, `${share(writing / (writing + simulating))} of simulating and writing`],
  ]);
  const opened = await openRecording(bytesSource(sink.bytes()!), { sha256 });
  if (!opened.ok) throw new Error(`the recording cannot be opened: ${opened.problem.key}`);
  const waits: number[] = [];
  for (let nth = 0; nth < SEEKS; nth++) {
    // a walk that is nowhere near where it was
    const tick = (nth * 389) % ticks;
    const before = process.cpuUsage();
    const read = await opened.recording.frame(tick);
    const { user, system } = process.cpuUsage(before);
    waits.push((user + system) / 1000);
    if (!read.ok) throw new Error(read.problem.key);
  }
  const p95 = [...waits].sort((a, b) => a - b)[Math.floor(SEEKS * 0.95)]!;
  rows([['seek', `median ${figure(median(waits), 1)} ms`, `p95 ${figure(p95, 1)} ms`, `${figure(p95 / (simulating / ticks))} of simulating the month`]]);
  aim(`seek p95 within one picture (${ONE_PICTURE_MS} ms)`, p95 <= ONE_PICTURE_MS);
}

export function printExplain(scenario: Scenario): void {
  heading(`Why: the defaults of ${scenario.id}`);
  const run = startRun({ scenario, seed: '1' }, { sha256 });
  const frames: Frame[] = [];
  const made = spent(() => {
    for (let frame = run.next(); frame !== null; frame = run.next()) frames.push(frame);
  }).ms;
  const chronicle = spent(() => chronicleOf({ header: run.header, frames }));
  const defaults = chronicle.value.happenings.filter((happening) => happening.kind === 'event' && happening.event.type === 'default');
  const explaining = defaults.map((target) => spent(() => explain(chronicle.value, target)).ms);
  const slowest = Math.max(0, ...explaining) + chronicle.ms;
  rows([['explaining the slowest of', `${defaults.length} defaults`, `${figure(slowest, 1)} ms`, `${share(slowest / made)} of the run`]]);
  aim('a default explained in under a tenth of the run', slowest < made / 10);
}
