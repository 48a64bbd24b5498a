/**
 * Why: the chain backwards from an event to the shocks and decisions it began with. Of a default every missing dollar
 * is followed back: what its direct causes explain sums to the shortfall, and so do its roots.
 *
 * An event passes its part on to its own causes, in proportion to the dollars they carry, until a shock or a decision
 * takes it: with M the shares due to other events and R those due to roots, the roots' shares are (I − M)⁻¹R. Firms
 * that fail in the same month because each failed to pay the other form a circle; its rounds are counted through, and
 * of what goes to and fro between two of them only the difference is told.
 */
import type { ShortfallLine } from '../model/decision.ts';
import type { Link } from '../model/phase.ts';
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import { actorOf, type Chronicle, type Happening } from './chronicle.ts';
import { directCauses, isRoot, moneyOf, weightsBack, type DirectCause } from './direct-causes.ts';
import { passOn, type Way } from './pass-on.ts';

/** `lost`: the chain ends here although it is neither shock nor decision; a gap in the recording. */
export type NodeKind = 'shock' | 'decision' | 'event' | 'lost';

export interface CauseNode {
  readonly id: string;
  readonly kind: NodeKind;
  /** Null for what nobody recorded. */
  readonly happening: Happening | null;
  readonly tick: Tick;
  readonly actor: PartyId | null;
  /** Of what is explained, the part that passes here; whole dollars, or millionths where it is no money. */
  readonly weight: number;
  /** Part that begins here; 0 unless it is a root (or lost). */
  readonly root: number;
}

export interface CauseEdge {
  readonly cause: string;
  readonly effect: string;
  readonly link: Link;
  /** Part of what is explained that this cause brought; 0 for context. */
  readonly weight: number;
  /** Dollars the recording itself gives for this cause, if any. */
  readonly recorded: Dollars | null;
  readonly lines: readonly ShortfallLine[];
  /** Both ends are on a circle of things that are each other's cause. */
  readonly circular: boolean;
}

export interface Gap {
  /** `unknownCause`, `laterCause`: such a cause was named. `noCause`: neither shock nor decision, and no cause named. `closedCircle`: things that only cause each other. `shares`, `cushions`: a shortfall whose lines do not add up. */
  readonly kind: 'unknownCause' | 'laterCause' | 'noCause' | 'closedCircle' | 'shares' | 'cushions';
  readonly id: string;
  /** The cause named, or the dollars by which the lines miss. */
  readonly detail: string | number | null;
}

export interface Explanation {
  readonly target: Happening;
  /** What is explained: dollars of a shortfall or a loss; null where it is no money and weights are millionths. */
  readonly dollars: Dollars | null;
  /** Sum of all roots: `dollars`, or a million. */
  readonly total: number;
  /** For a default: budget lines as recorded, and what cushions and good news took off. */
  readonly lines: readonly ShortfallLine[];
  readonly absorbed: Dollars;
  /** Everything behind the target, itself first, then the nearest in time. */
  readonly nodes: readonly CauseNode[];
  readonly edges: readonly CauseEdge[];
  /** Where it began, the largest part first; sums to `total`. */
  readonly roots: readonly CauseNode[];
  /** Where the recording leaves something unexplained; empty for a sound one. */
  readonly gaps: readonly Gap[];
}

const MILLION = 1_000_000;

export function explain(chronicle: Chronicle, target: Happening): Explanation {
  const { ids, causes } = ancestors(chronicle, target);
  const index = new Map(ids.map((id, place) => [id, place]));
  const gaps: Gap[] = [];
  const ways: Way[][] = ids.map((id) => {
    const happening = chronicle.find(id);
    // what a root has causes of its own for is context, unless the question is about it
    if (happening === undefined || (isRoot(happening) && id !== target.id)) return [];
    return weightsBack(causes.get(id)!, id).map((cause) => ({ to: index.get(cause.id)!, weight: cause.weight }));
  });
  const dollars = isRoot(target) ? null : moneyOf(target, causes.get(target.id)!);
  const total = dollars ?? MILLION;
  const passed = passOn(ids.map((id) => (id === target.id ? total : 0)), ways);

  // what nobody recorded stands where it is first named
  const named = new Map<string, Tick>();
  for (const [effect, list] of causes) for (const { id } of list) named.set(id, Math.min(named.get(id) ?? Infinity, chronicle.find(effect)?.tick ?? Infinity));
  const nodes = ids.map((id, place): CauseNode => {
    const happening = chronicle.find(id) ?? null;
    const lost = happening === null || passed.stuck.has(place) || (ways[place]!.length === 0 && !isRoot(happening));
    return {
      id,
      kind: lost ? 'lost' : happening.kind === 'decision' ? 'decision' : happening.event.type === 'shock' ? 'shock' : 'event',
      happening,
      tick: happening?.tick ?? named.get(id)!,
      actor: happening === null ? null : actorOf(happening),
      weight: id === target.id ? total : passed.through[place]!,
      root: passed.rested[place]!,
    };
  });
  const edges: CauseEdge[] = [];
  ids.forEach((effect, place) => {
    for (const cause of causes.get(effect) ?? []) {
      if (cause.broken === 'unknown') gaps.push({ kind: 'unknownCause', id: effect, detail: cause.id });
      if (cause.broken === 'later') gaps.push({ kind: 'laterCause', id: effect, detail: cause.id });
      const from = index.get(cause.id);
      if (from === undefined || from === place || cause.broken === 'later') continue;
      const circular = passed.circular.has(place) && passed.circular.has(from);
      edges.push({ cause: cause.id, effect, link: cause.link, weight: passed.moved[place]!.get(from) ?? 0, recorded: cause.dollars, lines: cause.lines, circular });
    }
    if (passed.stuck.has(place)) gaps.push({ kind: 'closedCircle', id: effect, detail: null });
    const happening = chronicle.find(effect);
    if (happening !== undefined && !isRoot(happening) && (causes.get(effect) ?? []).every((cause) => cause.id === effect)) gaps.push({ kind: 'noCause', id: effect, detail: null });
    if (happening?.kind === 'event') gaps.push(...unbalanced(happening));
  });
  const roots = nodes.filter((node) => node.root > 0).sort((a, b) => b.root - a.root || (a.id < b.id ? -1 : 1));
  const shortfall = target.kind === 'event' ? target.event.shortfall : undefined;
  return { target, dollars, total, lines: shortfall?.lines ?? [], absorbed: shortfall?.absorbed ?? 0, nodes, edges, roots, gaps };
}

/** Everything that stands behind the target, itself first, each once. What is broken is named but not followed. */
function ancestors(chronicle: Chronicle, target: Happening): { ids: string[]; causes: Map<string, DirectCause[]> } {
  const ids = [target.id];
  const seen = new Set(ids);
  const causes = new Map<string, DirectCause[]>();
  for (let next = 0; next < ids.length; next++) {
    const id = ids[next]!;
    const happening = chronicle.find(id);
    const named = happening === undefined ? [] : directCauses(chronicle, happening);
    causes.set(id, named);
    for (const cause of named) {
      if (seen.has(cause.id) || cause.broken === 'later') continue;
      seen.add(cause.id);
      ids.push(cause.id);
    }
  }
  return { ids, causes };
}

/** Where the lines of a shortfall do not add up to it. */
function unbalanced({ id, event }: Extract<Happening, { kind: 'event' }>): Gap[] {
  const { shortfall } = event;
  if (shortfall === undefined) return event.type === 'default' ? [{ kind: 'shares', id, detail: null }] : [];
  const gaps: Gap[] = [];
  const missed = shortfall.total - shortfall.lines.reduce((sum, line) => sum + line.share, 0);
  const harm = shortfall.lines.reduce((sum, line) => sum + Math.max(0, line.variance), 0);
  if (missed !== 0 || shortfall.total !== Math.max(0, shortfall.due - shortfall.means)) gaps.push({ kind: 'shares', id, detail: missed });
  if (harm - shortfall.total !== shortfall.absorbed) gaps.push({ kind: 'cushions', id, detail: harm - shortfall.total - shortfall.absorbed });
  return gaps;
}

