/**
 * What a worker is given and gives back: some histories of one scenario, each simulated to its end. The same in a
 * thread, in another process, on another machine and in a browser.
 */
import type { Header } from '../model/frame.ts';
import type { Scenario } from '../model/scenario.ts';
import { withSettings } from '../scenario/set.ts';
import { historyOf, type History, type Months } from './history.ts';
import type { HistoryOrder } from './order.ts';

/** An order and the name of its history. */
export interface NamedOrder extends HistoryOrder {
  readonly id: string;
}

export interface Work {
  readonly scenarioDigest: string;
  /** The scenario as JSON: text is cheap to hand to a thread, and read once by each. */
  readonly scenarioText: string;
  /** What a what-if changed, and from when on. */
  readonly parent?: Header['parent'];
  readonly orders: readonly NamedOrder[];
}

/** A history, or why the rules could not finish it. */
export type Outcome = { readonly id: string } & ({ readonly history: History } | { readonly error: string });

/** Starts a history; given by whoever has the rules. */
export type StartMonths = (request: { readonly scenario: Scenario; readonly seed: string; readonly parent?: Header['parent'] }) => Months;

const MOST_KEPT = 4;

export function makeWorker(start: StartMonths): (work: Work) => Outcome[] {
  const scenarios = new Map<string, Scenario>();
  return ({ scenarioDigest, scenarioText, parent, orders }) => {
    let scenario = scenarios.get(scenarioDigest);
    if (scenario === undefined) {
      if (scenarios.size >= MOST_KEPT) scenarios.clear();
      scenario = JSON.parse(scenarioText) as Scenario;
      scenarios.set(scenarioDigest, scenario);
    }
    const from = scenario;
    return orders.map((order): Outcome => {
      try {
        const settled = withSettings(from, order.set, order.off === null ? [] : [order.off]);
        return { id: order.id, history: historyOf(order.id, order, start({ scenario: settled, seed: order.seed, ...(parent === undefined ? {} : { parent }) })) };
      } catch (error) {
        return { id: order.id, error: error instanceof Error ? error.message : String(error) };
      }
    });
  };
}
