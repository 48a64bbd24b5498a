/** Another seed, the same one for everybody who counts on from here. */
import { LONGEST_SEED } from '../session/choice.ts';

/** The next number after a number; a number behind anything else. A class that counts on gets the same runs. */
export function nextSeed(seed: string): string {
  const found = /^(.*?)(\d{1,9})$/.exec(seed);
  return found === null ? `${seed.slice(0, LONGEST_SEED - 2)}-2` : `${found[1]!}${Number(found[2]) + 1}`;
}
