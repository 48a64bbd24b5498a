/**
 * The worker: one run or one file at a time, a new order ends the one before; or, where there are several workers,
 * histories of many, each simulated to its end.
 */
import * as Comlink from 'comlink';
import type { FileBody, OpeningListener } from '../session/ports.ts';
import type { SimulationListener, SimulationRequest } from '../session/simulate.ts';
import { makeWorker, type Outcome, type Work } from '../histories/work.ts';
import { readRecording, simulate, type Breath } from './work.ts';

// the rules are on their way before the first order comes; an order that cannot have them says so
import('./engine.ts').catch(() => undefined);

let order = 0;
let worker: ReturnType<typeof makeWorker> | null = null;

/** Lets messages in; the work goes on while its order is the latest. */
function breathing(): Breath {
  const mine = (order += 1);
  const wanted = (): boolean => mine === order;
  return {
    wanted,
    async pause() {
      await new Promise((resolve) => setTimeout(resolve, 0));
      return wanted();
    },
  };
}

const api = {
  simulate: (request: SimulationRequest, listener: SimulationListener) => simulate(request, listener, breathing()),
  open: (blob: FileBody, listener: OpeningListener) => readRecording(blob, listener, breathing()),
  /** Version of the rules that histories are made by. */
  rules: async (): Promise<string> => (await import('./engine.ts')).MODEL,
  histories: async (work: Work): Promise<Outcome[]> => {
    const { startMonths } = await import('./engine.ts');
    worker ??= makeWorker((request) => startMonths(request));
    return worker(work);
  },
  /** Answered whenever the worker is alive, whatever it works at. */
  hello: () => undefined,
  stop() {
    order += 1;
  },
};
export type WorkerApi = typeof api;

Comlink.expose(api);
