/** Steps back and forth through what a reader decided. What is looked at, and when, is not undone: only decisions are. */

export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
}

const MOST_STEPS = 200;

export function historyOf<Value>(present: Value): History<Value> {
  return { past: [], present, future: [] };
}

/** A new decision: what was undone before it can no longer be done again. */
export function decide<Value>(history: History<Value>, present: Value): History<Value> {
  if (Object.is(present, history.present)) return history;
  return { past: [...history.past, history.present].slice(-MOST_STEPS), present, future: [] };
}

/** The decision just taken, put otherwise: one drag of a slider is one step, however far it goes. */
export function amend<Value>(history: History<Value>, present: Value): History<Value> {
  return Object.is(present, history.present) ? history : { ...history, present, future: [] };
}

/** One step back; the same history when there is none. */
export function undo<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** One step forward again; the same history when there is none. */
export function redo<Value>(history: History<Value>): History<Value> {
  const [after, ...future] = history.future;
  if (after === undefined) return history;
  return { past: [...history.past, history.present], present: after, future };
}
