/** What directly caused an event or a decision, as the recording says, and how much of it each cause explains. */
import type { ShortfallLine } from '../model/decision.ts';
import type { Link } from '../model/phase.ts';
import type { Dollars } from '../model/units.ts';
import { mayCause, type Chronicle, type Happening } from './chronicle.ts';

export interface DirectCause {
  readonly id: string;
  readonly link: Link;
  /** Dollars the recording gives: of the shortfall, of the loss; null where the cause is no money. */
  readonly dollars: Dollars | null;
  /** Lines of the budget that it moved, for a default. */
  readonly lines: readonly ShortfallLine[];
  /** `later`: it happened after what it is said to have caused; `unknown`: nobody recorded it. Neither is followed. */
  readonly broken: 'later' | 'unknown' | null;
}

/** The direct causes, each once, in the order in which they are recorded; of a shortfall the lines come first. */
export function directCauses(chronicle: Chronicle, effect: Happening): DirectCause[] {
  const found = new Map<string, { link: Link; dollars: Dollars | null; lines: ShortfallLine[] }>();
  const shortfall = effect.kind === 'event' ? effect.event.shortfall : undefined;
  for (const line of shortfall?.lines ?? []) {
    const entry = found.get(line.event) ?? { link: 'budget' as Link, dollars: 0, lines: [] };
    found.set(line.event, { ...entry, dollars: entry.dollars! + line.share, lines: [...entry.lines, line] });
  }
  for (const { id, link, dollars } of effect.kind === 'event' ? effect.event.causes : effect.decision.causes) {
    const entry = found.get(id);
    if (entry !== undefined && entry.lines.length > 0) found.set(id, { ...entry, link: entry.link === 'budget' ? link : entry.link });
    else {
      // beside the lines of a shortfall nothing else adds to it: what is left is context
      const own = shortfall !== undefined ? null : (dollars ?? null);
      const sum = entry?.dollars == null ? own : entry.dollars + (own ?? 0);
      found.set(id, { link: entry?.link ?? link, dollars: sum, lines: [] });
    }
  }
  return [...found].map(([id, entry]) => {
    const cause = chronicle.find(id);
    return { id, ...entry, broken: cause === undefined ? 'unknown' : mayCause(cause, effect) ? null : 'later' };
  });
}

/** A shock of the scenario or somebody's decision: what a chain of causes may end at. */
export function isRoot(happening: Happening): boolean {
  return happening.kind === 'decision' || happening.event.type === 'shock';
}

/**
 * How an event's part in a shortfall is passed back: in proportion to the dollars its causes carry, or equally where
 * none carries any.
 */
export function weightsBack(causes: readonly DirectCause[], id: string): { readonly id: string; readonly weight: number }[] {
  const counted = causes.filter((cause) => cause.id !== id && cause.broken !== 'later');
  const paid = counted.filter((cause) => cause.dollars !== null && cause.dollars > 0);
  return paid.length > 0 ? paid.map((cause) => ({ id: cause.id, weight: cause.dollars! })) : counted.map((cause) => ({ id: cause.id, weight: 1 }));
}

/** What an event comes to in dollars: its shortfall, its loss, or what its causes carry; null where it is no money. */
export function moneyOf(happening: Happening, causes: readonly DirectCause[]): Dollars | null {
  if (happening.kind === 'decision') return null;
  const { shortfall, data, type } = happening.event;
  if (shortfall !== undefined && shortfall.total > 0) return shortfall.total;
  if (type === 'lenderLoss' && typeof data['loss'] === 'number' && data['loss'] > 0) return data['loss'];
  let sum = 0;
  for (const cause of causes) sum += Math.max(0, cause.dollars ?? 0);
  return sum > 0 && Number.isSafeInteger(sum) ? sum : null;
}
