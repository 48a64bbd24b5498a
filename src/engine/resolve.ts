/**
 * Phase 11, resolve: who has been late for too long is in default. Creditors choose: a firm whose business would carry
 * what new terms leave it to pay gets them, another is wound up: liens are enforced, what is left is shared by rank, and every
 * dollar that is not paid lands on somebody with a name.
 */
import type { Cause, Shortfall } from '../model/decision.ts';
import type { MachineSet } from '../model/machine.ts';
import type { Month } from '../ledger/month.ts';
import { cutFor } from './going-concern.ts';
import { liquidate } from './liquidate.ts';
import { restructure } from './restructure.ts';
import { moveMachine, type Steps } from './decide.ts';
import { viewAgain, type Perception } from './perceive/index.ts';
import { shortfallOf } from './budget.ts';
import { RESIDUE, type Settlement } from './settle.ts';

export interface Resolution {
  readonly settlement: Settlement;
  readonly perception: Perception;
  readonly opening: ReadonlyMap<string, number>;
  readonly steps: Steps;
  readonly machines: MachineSet;
}

export function runResolve(month: Month, resolution: Resolution): void {
  countArrears(month);
  const failing = month.setting.actors.filter((actor) => actor.kind !== 'lender' && hasFailed(month, actor.id)).map((actor) => actor.id);
  // all accounts of shortfall first: they describe settlement, before anything of an estate has been paid
  const shortfalls = new Map(failing.map((id) => [id, shortfallOf(month, id, resolution.settlement, resolution.perception, resolution.opening)]));
  const defaults = new Map<string, string>();
  for (const id of failing) {
    const shortfall = shortfalls.get(id)!;
    const event = month.note('default', id, 'default', { due: shortfall.due, means: shortfall.means, amount: shortfall.total }, causesOf(month, id, shortfall), shortfall);
    month.signal(`missed/${id}`, event);
    month.signal(`trouble/${id}`, event);
    month.signal('missed', event);
    defaults.set(id, event);
  }
  for (const [id, event] of defaults) {
    month.remember(id, { failed: 1, settled: 0, failedAt: month.tick });
    const kind = month.setting.party(id).kind as 'aiLab';
    const causes: Cause[] = [{ id: event, link: 'state' }];
    moveMachine(month, id, kind, resolution.steps, viewAgain(month, resolution.perception, id, { defaulted: true, settled: false }), causes);
    const cut = cutFor(month, id);
    if (cut === null) liquidate(month, id, event);
    else restructure(month, id, event, cut);
    month.remember(id, { settled: 1, settledAt: month.tick, arrearsMonths: 0 });
  }
}

/** A month more for everybody who is late, none for those who are not. */
function countArrears(month: Month): void {
  const late = new Map<string, number>();
  for (const id in month.tables.obligations) {
    const each = month.tables.obligations[id]!;
    if (each.due <= month.tick) late.set(each.debtor, (late.get(each.debtor) ?? 0) + each.amount);
  }
  for (const actor of month.setting.actors) {
    const amount = late.get(actor.id) ?? 0;
    const months = amount >= RESIDUE && month.mind(actor.id, 'shut') === 0 ? month.mind(actor.id, 'arrearsMonths') + 1 : 0;
    if (months !== month.mind(actor.id, 'arrearsMonths')) month.remember(actor.id, { arrearsMonths: months });
  }
}

/** Default follows the grace period; a loan that was called in and not paid has none. */
function hasFailed(month: Month, id: string): boolean {
  if (month.mind(id, 'shut') > 0) return false;
  const months = month.mind(id, 'arrearsMonths');
  if (months === 0) return false;
  if (months > month.lever('default.graceMonths')) return true;
  return Object.values(month.tables.obligations).some((each) => {
    if (each.debtor !== id || each.due > month.tick || each.kind !== 'principal' || each.contract === null || each.amount < RESIDUE) return false;
    return month.tables.loans[each.contract]?.covenantState === 'accelerated';
  });
}

function causesOf(month: Month, id: string, shortfall: Shortfall): Cause[] {
  const dollars = new Map<string, number>();
  for (const line of shortfall.lines) dollars.set(line.event, (dollars.get(line.event) ?? 0) + line.share);
  const causes: Cause[] = [...dollars].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([event, amount]) => ({ id: event, link: 'budget', dollars: amount }));
  return causes.length > 0 ? causes : month.because(`trouble/${id}`, 'state', 24);
}
