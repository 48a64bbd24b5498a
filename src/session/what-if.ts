/**
 * A what-if of the history on the page: changes, each from the month in which it was made, in the order in which they
 * were. Everything before the first of them stays as it was, and everybody keeps the same luck.
 */
import type { Change, Header } from '../model/frame.ts';
import type { Hex, Tick } from '../model/units.ts';
import { changesInForce, type Parent } from '../playback/branch.ts';

export interface WhatIfStep {
  /** First month under the change. */
  readonly tick: Tick;
  readonly change: Change;
}
export type WhatIf = readonly WhatIfStep[];

/** What a change is about; a second change of the same takes the place of the first. */
export function subjectOf(change: Change): string {
  switch (change.kind) {
    case 'set':
      return change.path;
    case 'hold':
      return change.key;
    case 'removeContract':
      return change.contract;
    case 'channelOff':
      return change.channel;
    case 'payInstead':
      return change.obligation;
    case 'rescue':
      return change.actor;
  }
}

export const sameSubject = (a: Change, b: Change): boolean => a.kind === b.kind && subjectOf(a) === subjectOf(b);

/** Whether a history stands under such a change at a month already. */
export function isInForce(header: Header, tick: Tick, change: Change): boolean {
  return changesInForce(header).some((step) => step.tick <= tick && step.changes.some((each) => sameSubject(each, change)));
}

/** With one change more; what was already changed keeps its month. */
export function withChange(whatIf: WhatIf, { tick, change }: WhatIfStep): WhatIf {
  const at = whatIf.findIndex((step) => sameSubject(step.change, change));
  return at === -1 ? [...whatIf, { tick, change }] : whatIf.map((step, nth) => (nth === at ? { tick: step.tick, change } : step));
}

/** Without a change; null when it was the last. */
export function withoutChange(whatIf: WhatIf, change: Change): WhatIf | null {
  const left = whatIf.filter((step) => !sameSubject(step.change, change));
  return left.length === 0 ? null : left;
}

/** The month in which a what-if leaves the history it stands on. */
export const forkOf = (whatIf: WhatIf): Tick => Math.min(...whatIf.map((step) => step.tick));

/** The what-if as a recording's header names it: the digest of the run it was forked from, and the changes by month. */
export function parentOf(whatIf: WhatIf, header: Header, digest: Hex): Parent {
  const months = [...new Set(whatIf.map((step) => step.tick))].sort((a, b) => a - b);
  const steps = months.map((tick) => ({ tick, changes: whatIf.filter((step) => step.tick === tick).map((step) => step.change) }));
  const last = steps.pop()!;
  const earlier = [...changesInForce(header), ...steps];
  return { digest, ...last, ...(earlier.length === 0 ? {} : { earlier }) };
}
