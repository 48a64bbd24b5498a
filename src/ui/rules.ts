/** The rules of the economy on this thread, for panels that run a history again; loaded once, when first wanted. */
import type { Rerun } from '../playback/branch.ts';
import { sha256 } from '../worker/sha256.ts';

export interface Rules {
  readonly model: string;
  readonly rerun: Rerun;
}

let loading: Promise<Rules> | null = null;

export function loadRules(): Promise<Rules> {
  loading ??= import('../worker/engine.ts').then(({ MODEL, startRun }) => ({ model: MODEL, rerun: (request) => startRun(request, { sha256 }) }));
  return loading;
}
