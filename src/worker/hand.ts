/** Whoever simulates histories for the page: a worker, or this thread between two pictures where there are no workers. */
import * as Comlink from 'comlink';
import { gather } from '../histories/history.ts';
import type { Outcome, Work } from '../histories/work.ts';
import type { Scenario } from '../model/scenario.ts';
import { spawn } from './spawn.ts';
import type { WorkerApi } from './simulation.worker.ts';

export interface Hand {
  /** Version of its rules. @throws when it cannot work. */
  rules(): Promise<string>;
  /** @throws when it died over them. */
  histories(work: Work): Promise<readonly Outcome[]>;
  end(): void;
}

/** A worker that has not answered for so long never started. */
const PATIENCE_MS = 8000;

/** @throws where there are no workers. */
export function workerHand(): Hand {
  const thread = spawn();
  const api = Comlink.wrap<Pick<WorkerApi, 'rules' | 'histories'>>(thread);
  const died = new Promise<never>((_, fail) => {
    const tell = (): void => fail(new Error('the worker died'));
    thread.addEventListener('error', tell);
    thread.addEventListener('messageerror', tell);
  });
  died.catch(() => undefined);
  const tooLate = (): Promise<never> => new Promise((_, fail) => setTimeout(() => fail(new Error('the worker does not answer')), PATIENCE_MS));
  return {
    rules: async () => Promise.race([api.rules(), died, tooLate()]),
    histories: async (work) => Promise.race([api.histories(work), died]),
    end: () => thread.terminate(),
  };
}

/** Milliseconds of work between two pictures. */
const BETWEEN_PICTURES_MS = 8;

export function hereHand(): Hand {
  let over = false;
  return {
    rules: async () => (await import('./engine.ts')).MODEL,
    async histories({ scenarioText, parent, orders }) {
      const { startMonths } = await import('./engine.ts');
      const scenario = JSON.parse(scenarioText) as Scenario;
      const outcomes: Outcome[] = [];
      for (const order of orders) {
        try {
          const months = startMonths({ scenario, seed: order.seed, ...(parent === undefined ? {} : { parent }) });
          const gathering = gather(order.id, order);
          let began = performance.now();
          for (let month = months.next(); month !== null; month = months.next()) {
            gathering.add(month);
            if (performance.now() - began < BETWEEN_PICTURES_MS) continue;
            await new Promise((resolve) => setTimeout(resolve, 0));
            if (over) return outcomes;
            began = performance.now();
          }
          outcomes.push({ id: order.id, history: gathering.finish(months.stateDigest()) });
        } catch (error) {
          outcomes.push({ id: order.id, error: error instanceof Error ? error.message : String(error) });
        }
      }
      return outcomes;
    },
    end() {
      over = true;
    },
  };
}
