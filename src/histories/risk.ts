/** How often an actor defaults over many histories, how sure that is, and when. */
import { quantile, wilson, type Interval } from './interval.ts';
import type { History } from './history.ts';

export interface Frequency {
  readonly probability: number;
  /** Of the probability, 95 %. */
  readonly interval: Interval;
}
export interface ActorRisk extends Frequency {
  readonly actor: string;
  /** Histories in which it defaults. */
  readonly defaults: number;
  /** Month of the default, where there was one. */
  readonly medianTick: number | null;
}

type Defaults = Pick<History, 'defaults'>;

/** @throws without a single history. */
export function riskOf(actor: string, histories: readonly Defaults[]): ActorRisk {
  const ticks = histories.flatMap(({ defaults }) => (Object.hasOwn(defaults, actor) ? [defaults[actor]!] : [])).sort((a, b) => a - b);
  return { actor, defaults: ticks.length, ...frequency(ticks.length, histories.length), medianTick: ticks.length === 0 ? null : quantile(ticks, 0.5) };
}

/** At least one actor defaults. @throws without a single history. */
export function anyDefault(histories: readonly Defaults[]): Frequency {
  return frequency(histories.filter(({ defaults }) => Object.keys(defaults).length > 0).length, histories.length);
}

function frequency(hits: number, trials: number): Frequency {
  return { probability: hits / trials, interval: wilson(hits, trials) };
}
