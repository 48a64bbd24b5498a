/** The histories facts are judged on, and the few ways in which they are compared. */
import type { ActorKind } from '../../model/party.ts';
import { meanOf, shareOf, type Estimate } from './statistics.ts';
import type { SeriesName, Trace } from './trace.ts';
import type { VariantName } from './variants.ts';

export interface Evidence {
  /** Traces of a variant in the order of their seeds. */
  readonly of: (variant: VariantName) => readonly Trace[];
  /** Seeds that every variant shares. */
  readonly seeds: number;
  /** Level that demand falls to in the sized variants. */
  readonly level: number;
}

/** What is printed of an estimate: money as dollars, the others as they are. */
export type Unit = 'share' | 'points' | 'months' | 'basisPoints' | 'number' | 'dollars';

export interface Reading {
  /** Key of its words. */
  readonly name: string;
  readonly unit: Unit;
  readonly estimate: Estimate | null;
  /** Whether this part of the fact holds. */
  readonly holds: boolean;
}

export interface Verdict {
  readonly pass: boolean;
  readonly readings: readonly Reading[];
}

export interface Fact {
  readonly number: number;
  readonly needs: readonly VariantName[];
  readonly judge: (evidence: Evidence) => Verdict;
}

export const verdict = (readings: readonly Reading[]): Verdict => ({ pass: readings.every((each) => each.holds), readings });

/** The effect is on the wanted side of a bound with its whole interval. */
export const above = (estimate: Estimate | null, bound: number): boolean => estimate !== null && estimate.low > bound;
export const below = (estimate: Estimate | null, bound: number): boolean => estimate !== null && estimate.high < bound;

/** A reading that is meant to lie above (or below) a bound. */
export const rises = (name: string, unit: Unit, estimate: Estimate | null, bound = 0): Reading => ({ name, unit, estimate, holds: above(estimate, bound) });
export const falls = (name: string, unit: Unit, estimate: Estimate | null, bound = 0): Reading => ({ name, unit, estimate, holds: below(estimate, bound) });

/** A baseline probability that a shock of the right size leaves undecided. */
export function undecided(estimate: Estimate | null): Reading {
  return { name: 'baseline', unit: 'share', estimate, holds: estimate !== null && estimate.effect >= 0.2 && estimate.effect <= 0.8 };
}

/** Mean of `second − first` over the seeds both were run under. */
export function difference(evidence: Evidence, first: VariantName, second: VariantName, value: (trace: Trace) => number | null): Estimate | null {
  const [a, b] = [evidence.of(first), evidence.of(second)];
  return meanOf(b.slice(0, evidence.seeds).map((trace, index) => subtract(value(trace), value(a[index]!))));
}
const subtract = (one: number | null, other: number | null): number | null => (one === null || other === null ? null : one - other);

export const shareIn = (evidence: Evidence, variant: VariantName, holds: (trace: Trace) => boolean): Estimate | null => shareOf(evidence.of(variant).slice(0, evidence.seeds).map(holds));

/** Mean of a series between two ticks, both included; null where it is never known. */
export function over(trace: Trace, name: SeriesName, from: number, to: number): number | null {
  const known = trace.months[name].slice(from, to + 1).filter((value): value is number => value !== null);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length;
}

export function total(trace: Trace, name: SeriesName): number {
  return trace.months[name].reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

/** A series as its mean over three months, the month and the two before it. */
export function quarterly(trace: Trace, name: SeriesName): number[] {
  return trace.months[name].map((_, tick) => over(trace, name, Math.max(0, tick - 2), tick) ?? 0);
}

export const fails = (kind: ActorKind) => (trace: Trace): boolean => Object.keys(trace.defaults).some((actor) => trace.kinds[actor] === kind);
export const asNumber = (holds: (trace: Trace) => boolean) => (trace: Trace): number => (holds(trace) ? 1 : 0);
