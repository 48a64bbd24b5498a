/**
 * What could have been otherwise: the beginnings of a chain of causes, each with the change that takes it out of the
 * history. A shock does not come, a decision is not taken, a payment that was missed is made from outside.
 */
import type { Change, Run } from '../model/frame.ts';
import type { Shock } from '../model/scenario.ts';
import type { Tick } from '../model/units.ts';
import { changeProblem, type BranchProblem } from '../playback/changes.ts';
import type { CauseNode, Explanation } from './causes.ts';
import type { Happening } from './chronicle.ts';

export interface Candidate {
  readonly node: CauseNode;
  readonly kind: 'shock' | 'decision' | 'payment';
  /** First month that comes out differently. */
  readonly at: Tick;
  readonly change: Change;
}
export interface Untestable {
  readonly node: CauseNode;
  /** Null when nothing in the model stands for its absence. */
  readonly problem: BranchProblem | null;
}

/** The causes worth testing, the largest part first: beginnings, then missed payments on the way; at most `most`. */
export function candidatesOf(run: Run, explanation: Explanation, most = 6): { readonly candidates: readonly Candidate[]; readonly untestable: readonly Untestable[] } {
  const { target, nodes, roots } = explanation;
  const payments = nodes
    .filter((node) => node.weight > 0 && node.id !== target.id && node.happening?.kind === 'event' && node.happening.event.type === 'missedPayment')
    .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1));
  const candidates: Candidate[] = [];
  const untestable: Untestable[] = [];
  const seen = new Set<string>();
  for (const node of [...roots, ...payments]) {
    if (candidates.length >= most) break;
    if (node.happening === null || node.kind === 'lost') continue;
    const found = node.happening.kind === 'decision' ? course(run, explanation, node, node.happening) : without(run, node.happening);
    const problem = found === null ? null : changeProblem(run, found.at, found.change);
    if (found === null || problem !== null) {
      untestable.push({ node, problem });
      continue;
    }
    const same = JSON.stringify(found.change);
    if (seen.has(same)) continue;
    seen.add(same);
    candidates.push({ node, ...found });
  }
  return { candidates, untestable };
}

/**
 * A decision that spent what a budget did not foresee stands for a course: the same decision in all months since that
 * budget was made. It is held from the first of them on.
 */
function course(run: Run, { edges, nodes }: Explanation, node: CauseNode, { decision, tick }: Extract<Happening, { kind: 'decision' }>): Omit<Candidate, 'node'> {
  const budgets = edges.flatMap((edge) => {
    const effect = edge.cause === node.id && edge.lines.length > 0 ? nodes.find((each) => each.id === edge.effect)?.happening : undefined;
    return effect?.kind === 'event' && effect.event.actor === decision.actor && effect.event.shortfall !== undefined ? [effect.event.shortfall.since] : [];
  });
  const since = Math.max(-1, Math.min(tick - 1, ...budgets));
  const first = run.frames.slice(since + 1, tick).find((frame) => frame.phases.some((record) => record.decisions.some((each) => each.key === decision.key)));
  return { kind: 'decision', at: first?.tick ?? tick, change: { kind: 'hold', key: decision.key } };
}

/** The change under which this does not happen; null when there is none. */
function without(run: Run, happening: Extract<Happening, { kind: 'event' }>): Omit<Candidate, 'node'> | null {
  const { event, tick } = happening;
  if (event.type === 'missedPayment') {
    const obligation = missed(run, happening);
    return obligation === null ? null : { kind: 'payment', at: tick, change: { kind: 'payInstead', obligation } };
  }
  if (shockOf(run, happening) !== null) return { kind: 'shock', at: tick, change: { kind: 'hold', key: event.key } };
  // what a what-if set by hand is set back
  const { lever, from, changed } = event.data;
  return changed === true && typeof lever === 'string' && typeof from === 'number' ? { kind: 'shock', at: tick, change: { kind: 'set', path: lever, value: from } } : null;
}

/** The scenario's shock that an event stands for. */
export function shockOf(run: Pick<Run, 'header'>, happening: Happening): Shock | null {
  if (happening.kind !== 'event' || happening.event.type !== 'shock') return null;
  const { data, key } = happening.event;
  const named = data['shock'] ?? data['id'];
  return run.header.scenario.shocks.find((shock) => (typeof named === 'string' ? shock.id === named : key.split('/').includes(shock.id))) ?? null;
}

/** What was due and not paid, as a change names it. */
function missed(run: Run, happening: Happening): string | null {
  if (happening.kind !== 'event') return null;
  const { actor, data } = happening.event;
  if (typeof data['obligation'] === 'string') return data['obligation'];
  const frame = run.frames[happening.tick];
  const toWhom = typeof data['creditor'] === 'string' ? data['creditor'] : null;
  for (const record of frame?.phases ?? [])
    for (const { from, to, amount, obligation } of record.flows) if (obligation !== undefined && from === actor && (toWhom === null || to === toWhom) && amount < obligation.due) return obligation.key;
  // nothing at all was paid, so that only the books know it: those the month began with, since a default clears them
  const before = happening.tick === 0 ? run.header.opening : run.frames[happening.tick - 1]?.state;
  const owed = Object.values({ ...frame?.state.obligations, ...before?.obligations }).filter((each) => each.debtor === actor && (toWhom === null || each.creditor === toWhom) && each.due <= happening.tick);
  const off = (amount: number): number => Math.abs(amount - (typeof data['due'] === 'number' ? data['due'] : Infinity));
  return owed.sort((a, b) => (off(a.amount) < off(b.amount) ? -1 : off(a.amount) > off(b.amount) ? 1 : b.amount - a.amount) || (a.id < b.id ? -1 : 1))[0]?.id ?? null;
}
