/**
 * Measuring on a machine that also does other things: processor time of this process, not the clock on the wall, and
 * of several attempts the middle one. Variants that are compared take turns, so that a slow minute slows them all.
 */

/** Milliseconds of processor time that `work` took. */
export function spent<Value>(work: () => Value): { readonly ms: number; readonly value: Value } {
  const before = process.cpuUsage();
  const value = work();
  return { ms: cpuSince(before), value };
}

/** Milliseconds of processor time since `before`, a reading of `process.cpuUsage`. */
export function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

export const median = (values: readonly number[]): number => {
  const ascending = [...values].sort((a, b) => a - b);
  return ascending[Math.floor(ascending.length / 2)]!;
};

/** Short work is repeated until it has taken this long, so that the compiler has seen it as often as in a long sweep. */
const LEAST_MS = 250;

/** The median time of each variant once, after as many repetitions as it needs to warm up. */
export function inTurns<Name extends string>(rounds: number, variants: { readonly [name in Name]: () => unknown }): { readonly [name in Name]: number } {
  const names = Object.keys(variants) as Name[];
  const times = new Map(names.map((name) => [name, [] as number[]]));
  const repetitions = new Map<Name, number>();
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      globalThis.gc?.();
      const often = repetitions.get(name) ?? 1;
      // clearing memory has made the engine drop compiled code; what is measured is work that it has compiled again
      for (let again = 0; again < often; again++) variants[name]();
      const { ms } = spent(() => {
        for (let again = 0; again < often; again++) variants[name]();
      });
      if (round > 0) times.get(name)!.push(ms / often);
      repetitions.set(name, Math.max(1, Math.round((often * LEAST_MS) / Math.max(1, ms))));
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(times.get(name)!)])) as { [name in Name]: number };
}
