/** The thread that simulates histories for the stylised facts and keeps of each what they need. */
import { Tracer, type Trace } from '../calibration/facts/index.ts';
import type { Event } from '../model/decision.ts';
import type { Flow } from '../model/flow.ts';
import type { Scenario } from '../model/scenario.ts';
import { startBatch } from '../simulation.ts';

export interface TraceWork {
  readonly scenarioText: string;
  readonly seed: string;
}
export type TraceOutcome = { readonly trace: Trace } | { readonly error: string };

export function traceOf(scenario: Scenario, seed: string): Trace {
  let flows: Flow[] = [];
  let events: Event[] = [];
  const run = startBatch({ scenario, seed }, { onPhase: (report) => { flows.push(...report.flows); events.push(...report.events); } });
  const tracer = new Tracer(scenario, seed);
  while (run.next()) {
    tracer.month({ state: run.state, measures: run.measures!, flows, events });
    flows = [];
    events = [];
  }
  return tracer.finish();
}

export default function work({ scenarioText, seed }: TraceWork): TraceOutcome {
  try {
    return { trace: traceOf(JSON.parse(scenarioText) as Scenario, seed) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}
