/**
 * A web of causes small enough to read: at most eight boxes, the most telling ones. What is folded away does not break
 * the chain: its dollars go on from box to box, and smaller beginnings share one box, so that what comes into every box
 * still sums to what it is said to be.
 */
import { largestRemainder } from '../model/arithmetic.ts';
import { WEIGHT } from '../playback/events.ts';
import type { Explanation } from './causes.ts';
import type { Web, WebEdge, WebNode } from './web.ts';

export const MOST_BOXES = 8;
export const REST = '(rest)';

/** The chain backwards as a web. */
export function webOf({ target, nodes, edges, dollars }: Explanation): Web {
  return {
    focus: target.id,
    direction: 'back',
    nodes: nodes.map(({ id, kind, happening, tick, actor, weight, root }) => ({ id, kind, happening, tick, actor, weight, root, dollars: dollars !== null && weight > 0 ? weight : null, count: 1 })),
    edges: edges.map(({ cause, effect, link, weight, circular }) => ({ cause, effect, link, weight, dollars: dollars !== null && weight > 0 ? weight : null, circular, via: 0 })),
    hidden: 0,
  };
}

interface Thread {
  weight: number;
  readonly link: WebEdge['link'];
  circular: boolean;
  readonly via: Set<string>;
}

/** The same web with at most `most` boxes (five or more). */
export function fold(web: Web, most = MOST_BOXES): Web {
  if (web.nodes.length <= most) return web;
  const kept = chooseBoxes(web, most);
  const others = web.nodes.filter((node) => node.root > 0 && !kept.has(node.id));
  if (others.length === 1) kept.add(others[0]!.id);
  const threads = new Map<string, Map<string, Thread>>(); // effect → cause → thread
  const onto = new Map<string, Set<string>>(); // cause → effects
  const lay = (effect: string, cause: string, thread: Thread): void => {
    const row = threads.get(effect) ?? new Map<string, Thread>();
    threads.set(effect, row);
    onto.set(cause, (onto.get(cause) ?? new Set()).add(effect));
    const old = row.get(cause);
    if (old === undefined) row.set(cause, thread);
    else {
      old.weight += thread.weight;
      old.circular ||= thread.circular;
      for (const id of thread.via) old.via.add(id);
    }
  };
  const shown = (id: string): boolean => kept.has(id);
  for (const edge of web.edges) {
    const told = edge.weight > 0 || (shown(edge.cause) && shown(edge.effect));
    if (told) lay(edge.effect, edge.cause, { weight: edge.weight, link: edge.link, circular: edge.circular, via: new Set() });
  }
  const rest: WebNode[] = [];
  for (const node of web.nodes) {
    if (kept.has(node.id)) continue;
    if (node.root > 0) {
      rest.push(node);
      lay(node.id, REST, { weight: node.root, link: 'state', circular: false, via: new Set() });
    }
    takeOut(node.id, threads, onto.get(node.id) ?? new Set(), lay);
  }
  const nodes = web.nodes.filter((node) => kept.has(node.id));
  if (rest.length > 0) {
    const root = rest.reduce((sum, node) => sum + node.root, 0);
    const paid = rest.every((node) => node.dollars !== null);
    nodes.push({ id: REST, kind: 'rest', happening: null, tick: Math.min(...rest.map((node) => node.tick)), actor: null, weight: root, root, dollars: paid ? root : null, count: rest.length });
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const edges: WebEdge[] = [];
  for (const [effect, row] of threads) {
    const box = byId.get(effect);
    if (box === undefined) continue;
    const list = [...row].filter(([cause]) => byId.has(cause));
    const dollars = dollarsInto(web, box, list.map(([, thread]) => thread.weight));
    list.forEach(([cause, { weight, link, circular, via }], nth) => {
      via.delete(effect);
      edges.push({ cause, effect, link, weight, dollars: dollars === null || dollars[nth] === 0 ? null : dollars[nth]!, circular, via: via.size });
    });
  }
  edges.push(...contextBehind(web, kept, edges));
  return { ...web, nodes, edges, hidden: web.hidden + web.nodes.length - kept.size };
}

/** A box that would stand without a cause is tied to the nearest boxes behind it, through what is folded away. */
function contextBehind(web: Web, kept: ReadonlySet<string>, edges: readonly WebEdge[]): WebEdge[] {
  const tied = new Set(edges.map((edge) => edge.effect));
  const into = new Map<string, WebEdge[]>();
  for (const edge of web.edges) {
    const row = into.get(edge.effect);
    if (row === undefined) into.set(edge.effect, [edge]);
    else row.push(edge);
  }
  const added: WebEdge[] = [];
  for (const id of kept) {
    if (tied.has(id) || (web.direction === 'forward' && id === web.focus)) continue;
    let reached = [{ id, via: 0, link: null as WebEdge['link'] | null }];
    const seen = new Set([id]);
    for (let found = false; reached.length > 0 && !found; ) {
      const behind: typeof reached = [];
      for (const at of reached)
        for (const edge of into.get(at.id) ?? []) {
          if (seen.has(edge.cause)) continue;
          seen.add(edge.cause);
          const link = at.link ?? edge.link;
          if (kept.has(edge.cause)) {
            added.push({ cause: edge.cause, effect: id, link, weight: 0, dollars: null, circular: false, via: at.via });
            found = true;
          } else behind.push({ id: edge.cause, via: at.via + 1, link });
        }
      reached = behind;
    }
  }
  return added;
}

/** Takes one thing out of the web: what it passed from its causes to its effects now goes directly. */
function takeOut(id: string, threads: Map<string, Map<string, Thread>>, onto: ReadonlySet<string>, lay: (effect: string, cause: string, thread: Thread) => void): void {
  const causes = [...(threads.get(id) ?? [])].filter(([cause, thread]) => cause !== id && thread.weight > 0);
  threads.delete(id);
  const effects: [string, Thread][] = [];
  for (const effect of onto) {
    const row = threads.get(effect);
    const thread = row?.get(id);
    if (thread === undefined) continue;
    row!.delete(id);
    if (thread.weight > 0) effects.push([effect, thread]);
  }
  const left = causes.map(([, thread]) => thread.weight);
  const sum = (list: readonly number[]): number => list.reduce((total, each) => total + each, 0);
  // a chain backwards passes on just what it takes in; forwards, the parts of several effects are each told whole
  const exact = sum(left) === sum(effects.map(([, thread]) => thread.weight));
  for (const [effect, onward] of effects) {
    const share = largestRemainder(onward.weight, left);
    share.forEach((weight, nth) => {
      if (exact) left[nth]! -= weight;
      if (weight === 0) return;
      const [cause, inward] = causes[nth]!;
      // both threads are used up when neither forks, so that the longer list may be kept
      const alone = causes.length === 1 && effects.length === 1;
      const [longer, shorter] = onward.via.size >= inward.via.size ? [onward.via, inward.via] : [inward.via, onward.via];
      const via = alone ? longer : new Set(longer);
      for (const each of shorter) via.add(each);
      lay(effect, cause, { weight, link: onward.link, circular: onward.circular || inward.circular, via: via.add(id) });
    });
  }
}

function dollarsInto(web: Web, box: WebNode, weights: readonly number[]): number[] | null {
  if (box.dollars === null || (web.direction === 'forward' && box.id === web.focus)) return null;
  return web.direction === 'back' ? weights.slice() : largestRemainder(box.dollars, weights);
}

/** The focus and where it leads: backwards the largest beginnings, forwards the largest defaults; then what carries most and tells most. */
function chooseBoxes(web: Web, most: number): Set<string> {
  const back = web.direction === 'back';
  const kept = new Set([web.focus]);
  const carrying = web.nodes.filter((node) => node.id !== web.focus && node.weight > 0);
  const ends = back ? carrying.filter((node) => node.root > 0).sort((a, b) => b.root - a.root) : carrying.filter(isDefault).sort((a, b) => (b.dollars ?? 0) - (a.dollars ?? 0) || b.weight - a.weight);
  for (const node of ends.slice(0, Math.max(1, Math.min(MOST_ENDS, most - 3)))) kept.add(node.id);
  // one box is left for the smaller beginnings
  const room = Math.max(kept.size, back && ends.length > kept.size - 1 ? most - 1 : most);
  const beside = new Set(web.edges.flatMap((edge) => (back ? (edge.effect === web.focus ? [edge.cause] : []) : kept.has(edge.effect) && edge.weight > 0 ? [edge.cause] : [])));
  const between = back ? null : causesOf(web, kept);
  const told = new Map<string, number>();
  const score = (node: WebNode): number => {
    const own = node.weight * (1 + telling(node) + (beside.has(node.id) ? BESIDE : 0)) * (node.root > 0 ? 2 : 1);
    // the same thing over again tells less, and what leads nowhere least
    return (own / (1 + 2 * (told.get(kindOf(node)) ?? 0))) * (between === null || between.has(node.id) ? 1 : 1e-6);
  };
  for (const id of kept) told.set(kindOf(byId(web, id)), 1);
  const left = new Set(carrying.filter((node) => !kept.has(node.id)));
  while (kept.size < room && left.size > 0) {
    let best: WebNode | null = null;
    for (const node of left) if (best === null || score(node) > score(best) || (score(node) === score(best) && (node.tick < best.tick || (node.tick === best.tick && node.id < best.id)))) best = node;
    if (best === null) break;
    left.delete(best);
    kept.add(best.id);
    told.set(kindOf(best), (told.get(kindOf(best)) ?? 0) + 1);
  }
  for (let grown = true; grown && kept.size < room; ) {
    grown = false;
    const near = web.edges.filter((edge) => kept.has(back ? edge.effect : edge.cause)).map((edge) => (back ? edge.cause : edge.effect));
    const context = web.nodes.filter((node) => !kept.has(node.id) && near.includes(node.id) && node.kind !== 'lost').sort((a, b) => telling(b) - telling(a) || b.tick - a.tick || (a.id < b.id ? -1 : 1))[0];
    if (context !== undefined) {
      kept.add(context.id);
      grown = true;
    }
  }
  return kept;
}

/** Beginnings (or, forwards, defaults) that are shown whatever else is. */
const MOST_ENDS = 3;
const byId = (web: Web, id: string): WebNode => web.nodes.find((node) => node.id === id)!;
const isDefault = ({ happening }: WebNode): boolean => happening?.kind === 'event' && happening.event.type === 'default';

/** Who and what, without the month. */
function kindOf({ id, actor, happening }: WebNode): string {
  return happening === null ? id : `${actor ?? ''}/${happening.kind === 'event' ? happening.event.type : happening.decision.type}`;
}

/** Everything that leads to one of these. */
function causesOf(web: Web, ends: ReadonlySet<string>): ReadonlySet<string> {
  const into = new Map<string, string[]>();
  for (const edge of web.edges) {
    if (edge.weight <= 0) continue;
    const row = into.get(edge.effect);
    if (row === undefined) into.set(edge.effect, [edge.cause]);
    else row.push(edge.cause);
  }
  const found = new Set(ends);
  for (const id of found) for (const cause of into.get(id) ?? []) found.add(cause);
  return found;
}

/** What stands right beside the focus tells more than its kind alone. */
const BESIDE = 2.5;
function telling(node: WebNode): number {
  if (node.happening === null) return 0;
  return node.happening.kind === 'decision' ? 1 : WEIGHT[node.happening.event.type];
}
