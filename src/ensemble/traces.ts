/** Gathers the histories the stylised facts need, on the threads of one machine: first the size of the shock, then all variants. */
import { Piscina } from 'piscina';
import { fails, LEVELS, MOST_SIZING_SEEDS, seedsOf, VARIANTS, withFall, type ShippedForFacts, type Trace, type Variant, type VariantName } from '../calibration/facts/index.ts';
import { canonical } from '../model/canonical.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TraceOutcome, TraceWork } from './trace-worker.ts';

export interface TraceRequest {
  readonly scenarios: { readonly [name in ShippedForFacts]: Scenario };
  readonly variants: readonly VariantName[];
  readonly seeds: number;
  readonly threads: number;
  /** The built thread. */
  readonly file: string;
  progress(done: number, total: number): void;
  readonly stop: { readonly asked: boolean };
}

export interface Traces {
  readonly level: number;
  readonly of: { readonly [name in VariantName]?: readonly Trace[] };
  /** Histories the rules could not finish: variant, seed, why. */
  readonly failed: readonly { readonly variant: string; readonly seed: string; readonly error: string }[];
}

/** Histories that will be run: for a progress bar before anything is known. */
export function tracesNeeded({ variants, seeds }: Pick<TraceRequest, 'variants' | 'seeds'>): number {
  return variants.reduce((total, name) => total + seedsOf(name, seeds).length, 0) + (needsSizing(variants) ? LEVELS.length * sizingSeeds(seeds) : 0);
}
const needsSizing = (variants: readonly VariantName[]): boolean => variants.some((name) => VARIANTS[name].from === 'demand-shortfall');
const sizingSeeds = (seeds: number): number => Math.min(seeds, MOST_SIZING_SEEDS);

/** Null when it was stopped before the end. */
export async function gatherTraces(request: TraceRequest): Promise<Traces | null> {
  const { scenarios, variants, seeds, threads, file, stop } = request;
  const pool = new Piscina<TraceWork, TraceOutcome>({ filename: file, minThreads: threads, maxThreads: threads });
  const total = tracesNeeded(request);
  const failed: { variant: string; seed: string; error: string }[] = [];
  let done = 0;
  const run = async (variant: string, scenario: Scenario, names: readonly string[]): Promise<Trace[]> => {
    const scenarioText = canonical(scenario);
    const traces: (Trace | null)[] = names.map(() => null);
    let next = 0;
    const feed = async (): Promise<void> => {
      while (next < names.length && !stop.asked) {
        const place = next++;
        const outcome = await pool.run({ scenarioText, seed: names[place]! });
        if ('trace' in outcome) traces[place] = outcome.trace;
        else failed.push({ variant, seed: names[place]!, error: outcome.error });
        request.progress(++done, total);
      }
    };
    await Promise.all(Array.from({ length: threads + 1 }, feed));
    return traces.filter((trace): trace is Trace => trace !== null);
  };
  try {
    const level = needsSizing(variants) ? await sizeShock(scenarios['demand-shortfall'], sizingSeeds(seeds), run) : LEVELS[0];
    const of: { [name in VariantName]?: readonly Trace[] } = {};
    for (const name of variants) {
      const variant: Variant = VARIANTS[name];
      of[name] = await run(name, variant.make(scenarios[variant.from], level), seedsOf(name, seeds));
    }
    return stop.asked ? null : { level, of, failed };
  } finally {
    await pool.destroy();
  }
}

/** The fall of demand under which about half the histories have a neocloud that fails. */
async function sizeShock(scenario: Scenario, seeds: number, run: (name: string, scenario: Scenario, seeds: readonly string[]) => Promise<readonly Trace[]>): Promise<number> {
  const names = Array.from({ length: seeds }, (_, nth) => String(nth + 1));
  const shares: { level: number; share: number }[] = [];
  for (const level of LEVELS) {
    const traces = await run(`sizing ${level}`, withFall(scenario, level), names);
    shares.push({ level, share: traces.filter(fails('neocloud')).length / Math.max(1, traces.length) });
  }
  return shares.reduce((best, each) => (Math.abs(each.share - 0.5) < Math.abs(best.share - 0.5) ? each : best)).level;
}
