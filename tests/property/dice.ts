/** Chance for tests: the same name, the same throws, in every run and on every machine. */
import alea from 'seedrandom/lib/alea.js';

export interface Dice {
  /** Uniform on [0, 1). */
  next(): number;
  chance(probability: number): boolean;
  /** A whole number from `low` to `high`, both included. */
  whole(low: number, high: number): number;
  pick<Value>(from: readonly Value[]): Value;
  shuffled<Value>(from: readonly Value[]): Value[];
}

export function diceOf(name: string): Dice {
  const stream = alea(name);
  const whole = (low: number, high: number): number => low + Math.floor(stream() * (high - low + 1));
  return {
    next: () => stream(),
    chance: (probability) => stream() < probability,
    whole,
    pick: (from) => from[whole(0, from.length - 1)]!,
    shuffled: (from) => {
      const list = [...from];
      for (let index = list.length - 1; index > 0; index--) {
        const other = whole(0, index);
        [list[index], list[other]] = [list[other]!, list[index]!];
      }
      return list;
    },
  };
}
