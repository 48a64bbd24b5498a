/** Answers as values for programs: amounts in whole dollars, months as ticks, nothing rounded. docs/why.md lists the fields. */
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import { happeningSentence, nodeSentence } from '../words/explain.ts';
import type { Speaker } from '../words/speaker.ts';
import type { Explanation, Gap, NodeKind } from './causes.ts';
import { actorOf, type Happening } from './chronicle.ts';
import type { Broken, Consequences } from './consequences.ts';
import type { TestOutcome } from './counterfactual.ts';
import type { Step, Trail } from './follow.ts';

/** A thing that happened or was chosen. */
export interface HappeningJson {
  readonly id: string;
  readonly kind: 'event' | 'decision';
  readonly type: string;
  readonly tick: Tick;
  readonly actor: PartyId | null;
  readonly sentence: string;
}

/** `--json` of a chain backwards. Sums: roots = lines' shares = `total`; edges into any node (and its `root`) = its `weight`. */
export interface WhyJson {
  readonly ok: true;
  readonly direction: 'back';
  readonly target: HappeningJson;
  /** Dollars explained; null where it is no money, and weights and roots are millionths. */
  readonly dollars: Dollars | null;
  readonly total: number;
  readonly absorbed: Dollars;
  readonly lines: readonly { readonly line: string; readonly variance: Dollars; readonly share: Dollars; readonly event: string }[];
  readonly roots: readonly { readonly id: string; readonly kind: NodeKind; readonly share: number }[];
  readonly nodes: readonly { readonly id: string; readonly kind: NodeKind; readonly tick: Tick; readonly actor: PartyId | null; readonly weight: number; readonly root: number; readonly sentence: string }[];
  readonly edges: readonly { readonly cause: string; readonly effect: string; readonly link: string; readonly weight: number; readonly recorded: Dollars | null; readonly circular: boolean }[];
  readonly gaps: readonly Gap[];
  readonly tests?: readonly { readonly without: readonly { readonly id: string; readonly change: object; readonly at: Tick }[]; readonly verdict: string; readonly failsAt: Tick | null; readonly cutShort: boolean; readonly lowestCover: number | null; readonly spared: readonly PartyId[]; readonly failedInstead: readonly PartyId[] }[];
}

/** `--json --forward`: `dollars` of each is the part of its shortfall or loss that is due to the cause. */
export interface ForwardJson {
  readonly ok: true;
  readonly direction: 'forward';
  readonly cause: HappeningJson;
  readonly defaults: readonly { readonly id: string; readonly actor: PartyId | null; readonly tick: Tick; readonly dollars: Dollars; readonly of: Dollars }[];
  readonly losses: readonly { readonly id: string; readonly actor: PartyId | null; readonly tick: Tick; readonly dollars: Dollars; readonly of: Dollars }[];
  readonly nodes: readonly { readonly id: string; readonly tick: Tick; readonly actor: PartyId | null; readonly dollars: Dollars | null; readonly sentence: string }[];
  readonly edges: readonly { readonly cause: string; readonly effect: string; readonly link: string; readonly dollars: Dollars | null }[];
}

export interface FollowJson {
  readonly ok: true;
  readonly flow: string;
  readonly tick: Tick;
  readonly from: PartyId;
  readonly to: PartyId;
  readonly amount: Dollars;
  /** At the last month: where it is, sums to `amount`. */
  readonly held: { readonly [party: string]: Dollars };
  readonly cameHome: Dollars;
  readonly revenue: { readonly [party: string]: Dollars };
  /** Times each dollar was somebody's revenue. */
  readonly timesRevenue: number;
  readonly months: readonly { readonly tick: Tick; readonly held: { readonly [party: string]: Dollars }; readonly cameHome: Dollars; readonly steps: readonly Step[] }[];
}

/** How often each followed dollar has been somebody's revenue by the last month. */
export function timesRevenue(trail: Trail): number {
  return Object.values(trail.months.at(-1)?.revenue ?? {}).reduce((sum, dollars) => sum + dollars, 0) / trail.flow.amount;
}

const ofHappening = (happening: Happening, speaker: Speaker): HappeningJson => ({
  id: happening.id,
  kind: happening.kind,
  type: happening.kind === 'event' ? happening.event.type : happening.decision.type,
  tick: happening.tick,
  actor: actorOf(happening),
  sentence: happeningSentence(happening, speaker),
});

export function whyJson(explanation: Explanation, speaker: Speaker, tested: TestOutcome | undefined): WhyJson {
  const { target, dollars, total, absorbed, lines, nodes, edges, roots, gaps } = explanation;
  return {
    ok: true,
    direction: 'back',
    target: ofHappening(target, speaker),
    dollars,
    total,
    absorbed,
    lines,
    roots: roots.map(({ id, kind, root }) => ({ id, kind, share: root })),
    nodes: nodes.map((node) => ({ id: node.id, kind: node.kind, tick: node.tick, actor: node.actor, weight: node.weight, root: node.root, sentence: nodeSentence({ ...node, dollars: null, count: 1 }, speaker) })),
    edges: edges.map(({ cause, effect, link, weight, recorded, circular }) => ({ cause, effect, link, weight, recorded, circular })),
    gaps,
    ...(tested?.ok === true
      ? {
          tests: tested.tested.trials.map(({ without, verdict, failsAt, cutShort, lowestCover, spared, failedInstead }) => ({
            without: without.map(({ node, change, at }) => ({ id: node.id, change, at })), verdict, failsAt, cutShort, lowestCover, spared, failedInstead,
          })),
        }
      : {}),
  };
}

export function forwardJson({ cause, defaults, losses, web }: Consequences, speaker: Speaker): ForwardJson {
  const list = (all: readonly Broken[]): ForwardJson['defaults'] => all.map(({ happening, dollars, of }) => ({ id: happening.id, actor: actorOf(happening), tick: happening.tick, dollars, of }));
  return {
    ok: true,
    direction: 'forward',
    cause: ofHappening(cause, speaker),
    defaults: list(defaults),
    losses: list(losses),
    nodes: web.nodes.map((node) => ({ id: node.id, tick: node.tick, actor: node.actor, dollars: node.dollars, sentence: nodeSentence(node, speaker) })),
    edges: web.edges.map(({ cause: from, effect, link, dollars }) => ({ cause: from, effect, link, dollars })),
  };
}

export function followJson(trail: Trail): FollowJson {
  const last = trail.months.at(-1)!;
  const { id, from, to, amount } = trail.flow;
  return {
    ok: true, flow: id, tick: trail.tick, from, to, amount, held: last.held, cameHome: last.cameHome, revenue: last.revenue, timesRevenue: timesRevenue(trail),
    months: trail.months.map(({ tick, held, cameHome, steps }) => ({ tick, held, cameHome, steps })),
  };
}
