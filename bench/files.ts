/** Recordings as files: their size, what writing costs, how soon any month is there, and how soon a default is explained. */
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { explain } from '../src/explain/causes.ts';
import { chronicleOf } from '../src/explain/chronicle.ts';
import { reopen } from '../src/cli/reopen.ts';
import type { Frame } from '../src/model/frame.ts';
import type { Scenario } from '../src/model/scenario.ts';
import { validateRecording } from '../src/recording/load.ts';
import { openRecording, type Recording } from '../src/recording/read.ts';
import { bytesSource, memorySink } from '../src/recording/source.ts';
import { RecordingWriter } from '../src/recording/write.ts';
import { withSettings } from '../src/scenario/set.ts';
import { startRun } from '../src/simulation.ts';
import { cpuSince, median, spent } from './clock.ts';
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
    writing += cpuSince(before);
  }
  const { bytes: size } = await writer.finish();
  rows([
    ['recording', bytes(size), `${bytes(size / ticks)} a month`],
    ['the same as raw JSON', bytes(raw), times(raw / size)],
    ['the same, JSON gzipped month by month', bytes(wholeGzip), times(wholeGzip / size)],
    ['writing (JSON, gzip, index)', `${figure(writing / ticks, 1)} ms a month`, `${share(writing / (writing + simulating))} of simulating and writing`],
  ]);
  const bytesOfFile = sink.bytes()!;
  const unchecked = await seeks(await reopened(bytesOfFile), ticks, Math.min(SEEKS, ticks));
  const recording = await reopened(bytesOfFile);
  const before = process.cpuUsage();
  const { problem } = await validateRecording(recording);
  const loading = cpuSince(before);
  if (problem !== null) throw new Error(problem.key);
  const loaded = await seeks(recording, ticks, SEEKS);
  const month = simulating / ticks;
  const line = (name: string, { middle, p95 }: Waits): string[] => [name, `median ${figure(middle, 1)} ms`, `p95 ${figure(p95, 1)} ms`, `${figure(p95 / month)} of simulating the month`];
  rows([
    ['loading (every check of every month)', `${figure(loading / ticks, 1)} ms a month`, '', `${figure(loading / ticks / month)} of simulating the month`],
    line('seek before a month was checked', unchecked),
    line('seek after loading', loaded),
  ]);
  aim(`seek after loading: p95 within one picture (${ONE_PICTURE_MS} ms)`, loaded.p95 <= ONE_PICTURE_MS);
}

async function reopened(file: Uint8Array): Promise<Recording> {
  const opened = await openRecording(bytesSource(file), { sha256, reopen });
  if (!opened.ok) throw new Error(`the recording cannot be opened: ${opened.problem.key}`);
  return opened.recording;
}

interface Waits {
  readonly middle: number;
  readonly p95: number;
}

/** A walk that is never near where it was; nothing is kept between two steps of it. */
async function seeks(recording: Recording, ticks: number, count: number): Promise<Waits> {
  const waits: number[] = [];
  for (let nth = 0; nth < count; nth++) {
    const before = process.cpuUsage();
    const read = await recording.frame((nth * 389) % ticks);
    waits.push(cpuSince(before));
    if (!read.ok) throw new Error(read.problem.key);
  }
  return { middle: median(waits), p95: [...waits].sort((a, b) => a - b)[Math.floor(count * 0.95)]! };
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
