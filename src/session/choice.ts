/** Which history is told: a scenario (or a file), a seed, and parameters moved away from what the scenario says. */
import type { Scenario } from '../model/scenario.ts';
import type { Hex } from '../model/units.ts';

export interface Choice {
  readonly run: { readonly kind: 'scenario'; readonly id: string } | { readonly kind: 'file'; readonly digest: Hex };
  readonly seed: string;
  /** Parameter → value, where it is not the scenario's own. */
  readonly set: { readonly [parameter: string]: number };
}

export const DEFAULT_CHOICE: Choice = { run: { kind: 'scenario', id: 'base' }, seed: '42', set: {} };

/** Longest seed the page takes; a run from a file keeps whatever it has. */
export const LONGEST_SEED = 40;

/** A seed as typed: no control characters, no spaces at its ends; null when nothing is left or it is too long. */
export function readSeed(text: string): string | null {
  const seed = text.trim();
  // eslint-disable-next-line no-control-regex
  return seed === '' || seed.length > LONGEST_SEED || /[\u0000-\u001f\u007f]/.test(seed) ? null : seed;
}

/** Parameters that are set, not known to the scenario, not a number or out of their range. */
export function badParameters(scenario: Scenario, set: Choice['set']): string[] {
  return Object.keys(set).filter((name) => {
    const parameter = Object.hasOwn(scenario.parameters, name) ? scenario.parameters[name] : undefined;
    const value = set[name]!;
    if (parameter === undefined || !Number.isFinite(value)) return true;
    return parameter.range !== undefined && (value < parameter.range[0] || value > parameter.range[1]);
  });
}

/** The scenario with some parameters moved; the same object when none is. */
export function withParameters(scenario: Scenario, set: Choice['set']): Scenario {
  const names = Object.keys(set).filter((name) => Object.hasOwn(scenario.parameters, name) && scenario.parameters[name]!.value !== set[name]);
  if (names.length === 0) return scenario;
  const parameters = { ...scenario.parameters };
  for (const name of names) parameters[name] = { ...parameters[name]!, value: set[name]! };
  return { ...scenario, parameters };
}

/** Whether both are of the same scenario or file, whatever their seeds and parameters. */
export function sameRun(a: Choice, b: Choice): boolean {
  if (a.run.kind === 'scenario') return b.run.kind === 'scenario' && a.run.id === b.run.id;
  return b.run.kind === 'file' && a.run.digest === b.run.digest;
}
