/**
 * One month, in order. Each phase is a verb over the open month; what it says here is all that happens and when.
 * Settlement, covenants and resolution read what was perceived at the beginning; nobody acts twice.
 */
import type { MachineSet } from '../model/machine.ts';
import type { Phase } from '../model/phase.ts';
import type { Change } from '../model/frame.ts';
import type { Month } from '../ledger/month.ts';
import { runDeliveries } from '../markets/chip-deliveries.ts';
import { runCancellations, runOrders } from '../markets/chip-orders.ts';
import { runFactories } from '../markets/factory.ts';
import { runCompute } from '../markets/compute.ts';
import { runCredit } from '../markets/credit.ts';
import { runDemand } from '../markets/demand.ts';
import { runEquity } from '../markets/equity.ts';
import { runSpace } from '../markets/space.ts';
import { runUsedChips } from '../markets/used-chips.ts';
import { makeBudgets, openingCash } from './budget.ts';
import { runCovenants } from './covenants.ts';
import { decideAll, type Steps } from './decide.ts';
import { runFund } from './fund.ts';
import { runMark } from './mark.ts';
import { perceive, type Perception } from './perceive/index.ts';
import { runResolve } from './resolve.ts';
import { runSettle, type Settlement } from './settle.ts';
import { runShock } from './shock.ts';

/** What a run brings to every month: its machines and the changes of a what-if now in force. */
export interface Rules {
  readonly machines: MachineSet;
  readonly steps: Steps;
  readonly changes: readonly Change[];
}

/** Runs the phases of a month one by one; `after` is called when each is over. */
export function runMonth(month: Month, rules: Rules, after: (phase: Phase) => void): void {
  let perception!: Perception;
  let settlement!: Settlement;
  const opening = openingCash(month);
  const held = new Set(rules.changes.flatMap((change) => (change.kind === 'hold' ? [change.key] : [])));

  const phases: readonly (readonly [Phase, () => void])[] = [
    ['shock', () => runShock(month, rules.changes)],
    ['demand', () => runDemand(month)],
    ['perceive', () => { perception = perceive(month); makeBudgets(month, perception, opening); noteOutlays(month, perception); }],
    ['decide', () => decideAll(month, perception, rules.machines, rules.steps, held)],
    ['credit', () => runCredit(month)],
    ['equity', () => runEquity(month)],
    ['chips', () => { runFactories(month); runCancellations(month); runDeliveries(month); runOrders(month, runUsedChips(month)); }],
    ['compute', () => { runCompute(month); runSpace(month); }],
    ['fund', () => runFund(month, perception)],
    ['settle', () => { settlement = runSettle(month, rules.changes); }],
    ['covenants', () => runCovenants(month)],
    ['resolve', () => runResolve(month, { settlement, perception, opening, steps: rules.steps, machines: rules.machines })],
    ['mark', () => runMark(month)],
    ['close', () => recordTheRest(month)],
  ];
  for (const [phase, run] of phases) {
    month.phase = phase;
    run();
    after(phase);
  }
}

/** What each firm expects to spend a month, which the markets ask for when it buys. */
function noteOutlays(month: Month, perception: Perception): void {
  for (const [id, view] of perception.views) {
    const outlays = (view as { readonly outlays?: number }).outlays;
    if (outlays !== undefined) month.remember(id, { outlays });
  }
}

/** Decisions that no market took up are recorded with what became of them: nothing. */
function recordTheRest(month: Month): void {
  for (const pending of month.pending) if (!pending.recorded) month.record(pending, null);
}
