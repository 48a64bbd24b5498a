/** The rules of the economy on this thread, for panels that run a history again; loaded once, when first wanted. */
import type { Again } from '../explain/counterfactual.ts';
import { sha256 } from '../worker/sha256.ts';

export interface Rules {
  readonly model: string;
  readonly again: Again;
}

let loading: Promise<Rules> | null = null;

export function loadRules(): Promise<Rules> {
  loading ??= import('../worker/engine.ts').then(({ MODEL, startMonths }) => ({ model: MODEL, again: (request) => startMonths(request, sha256) }));
  return loading;
}
