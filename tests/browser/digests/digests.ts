/** A page of its own for a test: the rules as a browser runs them, scenario in, digests out. */
import { loadScenario } from '../../../src/scenario/load.ts';
import { startRun } from '../../../src/simulation.ts';

export interface Asked {
  /** Files of scenarios by id; `id` is to be run, the others are what it extends. */
  readonly texts: { readonly [id: string]: string };
  readonly id: string;
  readonly seed: string;
  readonly horizon: number | null;
}
export interface DigestPage {
  /** Digest of the last month, and of the state it leaves. */
  end(asked: Asked): { readonly digest: string; readonly stateDigest: string };
}

const page: DigestPage = {
  end({ texts, id, seed, horizon }) {
    const loaded = loadScenario(texts[id]!, `${id}.yaml`, (name) => texts[name]);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
    const run = startRun({ scenario: horizon === null ? loaded.scenario : { ...loaded.scenario, horizon }, seed });
    let last = { digest: '', stateDigest: '' };
    for (let frame = run.next(); frame !== null; frame = run.next()) last = { digest: frame.digest, stateDigest: frame.stateDigest };
    return last;
  },
};
(globalThis as unknown as { digestPage: DigestPage }).digestPage = page;
