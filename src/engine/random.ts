/**
 * Chance: a fresh stream for each (seed, actor, tick, purpose), never a saved one, so that removing one deal does not
 * reshuffle everybody else's luck (economy, "Where chance enters"). With no volatility every draw is its middle.
 */
import alea from 'seedrandom/lib/alea.js';
import type { Luck } from '../ledger/month.ts';

/** Luck of a month. `spread` multiplies every deviation; 0 switches chance off. */
export function luckOf(seed: string, tick: number, spread: number): Luck {
  return {
    // Irwin–Hall: twelve uniforms less six have mean 0 and variance 1, exactly the same bits in every engine
    normal(actor, purpose) {
      if (spread === 0) return 0;
      const stream = alea(`${seed}/${actor}/${tick}/${purpose}`);
      let total = -6;
      for (let count = 0; count < 12; count++) total += stream();
      return total * spread;
    },
    uniform(actor, purpose) {
      return spread === 0 ? 0.5 : alea(`${seed}/${actor}/${tick}/${purpose}`)();
    },
  };
}
