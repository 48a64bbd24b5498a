/** The rules, as the page runs them. */
import type { Sha256 } from '../model/digest.ts';
import type { Frame, Header } from '../model/frame.ts';
import type { SimulationRequest } from '../session/simulate.ts';
import { startSyntheticRun } from '../../tests/fixtures/synthetic-run.ts';

export const MODEL = 'synthetic-1';

export function startRun(request: SimulationRequest, options: { readonly sha256: Sha256 }): { readonly header: Header; next(): Frame | null } {
  return startSyntheticRun({ seed: request.seed, horizon: 72, sha256: options.sha256, ...(request.parent === undefined ? {} : { parent: request.parent }) });
}
