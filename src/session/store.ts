/** A value that changes and those who want to know: the smallest store that React's `useSyncExternalStore` can read. */

export interface Store<State> {
  get(): State;
  /** Replaces the state; nobody is told when it is the same object. */
  set(next: State): void;
  /** Calls `listener` after every change; the result ends that. */
  subscribe(listener: () => void): () => void;
}

export function createStore<State>(initial: State): Store<State> {
  let state = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => state,
    set(next) {
      if (Object.is(next, state)) return;
      state = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
