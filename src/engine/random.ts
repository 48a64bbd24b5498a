/**
 * Chance: a fresh stream for each (seed, actor, tick, purpose), never a saved one, so that removing one deal does not
 * reshuffle everybody else's luck (economy, "Where chance enters").
 */
import alea from 'seedrandom/lib/alea.js';

export type Draw = (actor: string, purpose: string) => number;

/** Standard normal by the sum of twelve uniforms less six (Irwin–Hall): exact arithmetic, bounded at ±6. */
export function normalDraw(seed: string, tick: number): Draw {
  return (actor, purpose) => {
    const stream = alea(`${seed}/${actor}/${tick}/${purpose}`);
    let total = -6;
    for (let count = 0; count < 12; count++) total += stream();
    return total;
  };
}

/** Uniform on [0, 1). */
export function uniformDraw(seed: string, tick: number): Draw {
  return (actor, purpose) => alea(`${seed}/${actor}/${tick}/${purpose}`)();
}
