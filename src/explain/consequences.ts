/**
 * What did it break: the chain forwards from an event or a decision. Of each default and loss that followed, the part
 * that is due to it: the part the same default's own chain backwards gives it.
 */
import { largestRemainder } from '../model/arithmetic.ts';
import type { Dollars } from '../model/units.ts';
import { actorOf, mayCause, type Chronicle, type Happening } from './chronicle.ts';
import { circlesOf, visits } from './circles.ts';
import { directCauses, isRoot, moneyOf, weightsBack } from './direct-causes.ts';
import { LARGEST_CIRCLE } from './pass-on.ts';
import type { Web, WebEdge, WebNode } from './web.ts';

const MILLION = 1_000_000;

export interface Broken {
  readonly happening: Happening;
  /** Dollars of its shortfall or loss that are due to the cause. */
  readonly dollars: Dollars;
  /** All of its shortfall or loss. */
  readonly of: Dollars;
}

export interface Consequences {
  readonly cause: Happening;
  /** Defaults it had a part in, in order of time. */
  readonly defaults: readonly Broken[];
  /** Lenders' losses it had a part in, in order of time. */
  readonly losses: readonly Broken[];
  readonly web: Web;
}

export function consequences(chronicle: Chronicle, cause: Happening): Consequences {
  const reached = descendants(chronicle, cause);
  const index = new Map(reached.map((each, place) => [each.id, place]));
  const direct = reached.map((each, place) => (place === 0 ? [] : directCauses(chronicle, each)));
  const weights = reached.map((each, place) => {
    const list = weightsBack(direct[place]!, each.id);
    const sum = list.reduce((total, one) => total + one.weight, 0);
    return list.flatMap(({ id, weight }) => (index.has(id) ? [{ from: index.get(id)!, share: weight / sum }] : []));
  });
  // what follows from a choice is told, but its dollars begin with the choice
  const followed = parts(weights);
  const owed = parts(weights.map((list, place) => (isRoot(reached[place]!) ? [] : list)));
  const dollarsAt = reached.map((each, place) => {
    const size = moneyOf(each, direct[place]!);
    return size === null || place === 0 ? null : Math.round(size * Math.min(1, owed[place]!));
  });
  const nodes = reached.map((happening, place): WebNode => ({
    id: happening.id,
    kind: happening.kind === 'decision' ? 'decision' : happening.event.type === 'shock' ? 'shock' : 'event',
    happening,
    tick: happening.tick,
    actor: actorOf(happening),
    weight: Math.round(MILLION * Math.min(1, followed[place]!)),
    root: 0,
    dollars: place === 0 ? null : dollarsAt[place]!,
    count: 1,
  }));
  const edges = reached.flatMap((effect, place): WebEdge[] => {
    const known = direct[place]!.filter((each) => each.broken === null && each.id !== effect.id && index.has(each.id));
    const share = new Map(weights[place]!.map((each) => [reached[each.from]!.id, each]));
    const carries = known.map((each) => (share.get(each.id)?.share ?? 0) * owed[index.get(each.id)!]!);
    const dollars = dollarsAt[place] == null ? null : largestRemainder(dollarsAt[place], carries.map((part) => Math.round(part * MILLION)));
    return known.map((each, nth) => ({
      cause: each.id,
      effect: effect.id,
      link: each.link,
      weight: Math.round(MILLION * (share.get(each.id)?.share ?? 0) * followed[index.get(each.id)!]!),
      dollars: dollars === null || dollars[nth] === 0 ? null : dollars[nth]!,
      circular: false,
      via: 0,
    }));
  });
  const broken = (type: 'default' | 'lenderLoss'): Broken[] =>
    reached.flatMap((happening, place) => {
      const of = moneyOf(happening, direct[place]!);
      const dollars = dollarsAt[place];
      return place > 0 && happening.kind === 'event' && happening.event.type === type && of !== null && dollars != null && dollars > 0 ? [{ happening, dollars, of }] : [];
    });
  return { cause, defaults: broken('default'), losses: broken('lenderLoss'), web: { focus: cause.id, direction: 'forward', nodes, edges, hidden: 0 } };
}

/** What follows from a cause, itself first, then in order of time. */
function descendants(chronicle: Chronicle, cause: Happening): Happening[] {
  const seen = new Map([[cause.id, cause]]);
  const waiting = [cause];
  for (let next = 0; next < waiting.length; next++)
    for (const effect of chronicle.effectsOf(waiting[next]!.id)) {
      if (seen.has(effect.id) || !mayCause(waiting[next]!, effect)) continue;
      seen.set(effect.id, effect);
      waiting.push(effect);
    }
  return [cause, ...waiting.slice(1).sort((a, b) => a.order - b.order)];
}

/** The part of each thing that is due to the first: its causes' parts, weighed; circles are solved. */
function parts(weights: readonly (readonly { readonly from: number; readonly share: number }[])[]): number[] {
  const out: number[][] = weights.map(() => []);
  weights.forEach((list, effect) => list.forEach(({ from }) => out[from]!.push(effect)));
  const part: number[] = weights.map((_list, place) => (place === 0 ? 1 : 0));
  for (const circle of circlesOf(out)) {
    const inside = new Map(circle.map((node, place) => [node, place]));
    const entering = circle.map((node) => (node === 0 ? 1 : weights[node]!.reduce((sum, { from, share }) => sum + (inside.has(from) ? 0 : share * part[from]!), 0)));
    if (circle.length === 1) part[circle[0]!] = entering[0]!;
    else if (circle.length <= LARGEST_CIRCLE) {
      const pass = circle.map(() => circle.map(() => 0));
      circle.forEach((node, place) => {
        if (node !== 0) for (const { from, share } of weights[node]!) if (inside.has(from)) pass[inside.get(from)!]![place]! += share;
      });
      visits(pass, entering)?.forEach((each, place) => (part[circle[place]!] = Math.min(1, each)));
    }
  }
  return part;
}
