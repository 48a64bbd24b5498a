/**
 * What a class reads off two histories, the one that was told and the one under other parameters: who fails and when,
 * and, in the month that is shown, what the party in question owes, what twelve months of building and of chips came to,
 * and what has been written off so far. Dollars; for paper, where nobody can look.
 */
import { canonical } from '../model/canonical.ts';
import type { Frame } from '../model/frame.ts';
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import type { EventMark } from '../playback/events.ts';
import { viewOf } from './anchor.ts';
import type { Lesson, Step } from './shape.ts';

const YEAR = 12;

/** What becomes of the debts of who has failed: cut, or paid out of the estate. */
export type Settlement = 'restructured' | 'liquidated';

/** A history as far as its figures are at hand. */
export interface Told {
  readonly marks: readonly EventMark[];
  readonly length: number;
  peek(tick: Tick): Frame | undefined;
}

export interface Reading {
  /** Everybody who defaults in the whole history, with the first month of it, in that order. */
  readonly failures: readonly { readonly party: PartyId; readonly tick: Tick }[];
  /** Debts and bills of the party in question; null without one. */
  readonly owes: Dollars | null;
  /** What a failure of that party had made of its debts by then: why they are small is not that little was borrowed. */
  readonly settled: { readonly how: Settlement; readonly tick: Tick } | null;
  /** Spent on AI capacity in the twelve months that end with the one shown. */
  readonly built: Dollars;
  /** Paid to the chip maker by its customers in the same months. */
  readonly chips: Dollars;
  /** Claims written off and value lost in bankruptcy, from the first month on. */
  readonly lost: Dollars;
}

/** Null where the history does not have that month. */
export function readingAt(history: Told, tick: Tick, party: PartyId | null): Reading | null {
  const frame = history.peek(tick);
  if (frame === undefined) return null;
  const failures = new Map<PartyId, Tick>();
  for (const { type, actor, tick: when } of history.marks) if (type === 'default' && actor !== null && !failures.has(actor)) failures.set(actor, when);
  let [built, lost] = [0, 0];
  for (let month = 0; month <= tick; month++) {
    const measures = history.peek(month)?.measures;
    if (measures === undefined) return null;
    if (month > tick - YEAR) built += measures.ai.capex;
    lost += measures.losses.credit + measures.losses.deadweight;
  }
  const row = party === null ? undefined : frame.state.accounts[party];
  return {
    failures: [...failures].map(([id, when]) => ({ party: id, tick: when })),
    owes: row === undefined ? null : row.debt + row.payables,
    settled: settlementOf(history.marks, tick, party),
    built,
    chips: frame.measures.vendorRevenueByOrigin.reduce((sum, amount) => sum + amount, 0),
    lost,
  };
}

/** The last one up to a month. */
function settlementOf(marks: readonly EventMark[], tick: Tick, party: PartyId | null): Reading['settled'] {
  let found: Reading['settled'] = null;
  for (const { type, actor, tick: when } of marks) if ((type === 'restructured' || type === 'liquidated') && actor !== null && actor === party && when <= tick) found = { how: type, tick: when };
  return found;
}

/** The name of a history of a lesson: the parameters that are moved in it. The lesson's own has none. */
export function historyName(set: Step['set']): string {
  return canonical(set ?? {});
}

/** The parameters of each history beside the lesson's own that a lesson shows, in the order in which it shows them. */
export function otherHistories(lesson: Lesson): NonNullable<Step['set']>[] {
  const found = new Map<string, NonNullable<Step['set']>>();
  for (const step of lesson.steps)
    for (const { set } of [viewOf(step, 'ask'), viewOf(step, 'reveal')]) if (Object.keys(set).length > 0) found.set(historyName(set), set);
  return [...found.values()];
}

/** Whether what comes of a step's question is shown in another history than the one it is asked in. */
export function changesHistory(step: Step): boolean {
  return step.predict !== undefined && historyName(viewOf(step, 'ask').set) !== historyName(viewOf(step, 'reveal').set);
}
