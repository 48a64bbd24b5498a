/** What is asked about: a default of somebody, or anything that has an id. */
import { meant } from '../model/nearest.ts';
import { isActorKind } from '../model/party.ts';
import { WEIGHT } from '../playback/events.ts';
import type { Chronicle, Happening } from './chronicle.ts';

export interface Question {
  /** Whose first default. */
  readonly actor?: string;
  /** Id of an event or a decision, of that actor where one is named. A key without its month means the first of that key. */
  readonly event?: string;
}
export type QuestionProblem =
  | { readonly key: 'explain.nobody'; readonly actor: string; readonly nearest?: string }
  /** `others`: ids of things that did happen to it. */
  | { readonly key: 'explain.noDefault'; readonly actor: string; readonly others: readonly string[] }
  | { readonly key: 'explain.noEvent'; readonly event: string; readonly nearest?: string }
  | { readonly key: 'explain.notTheirs'; readonly event: string; readonly actor: string; readonly whose: string | null }
  | { readonly key: 'explain.quiet' };

/** Ids that are offered instead of a default that did not happen. */
const MOST_OTHERS = 5;

/** Without an actor and an event the first default of the history is meant. */
export function findTarget(chronicle: Chronicle, { actor, event }: Question): { readonly ok: true; readonly target: Happening } | { readonly ok: false; readonly problem: QuestionProblem } {
  if (event !== undefined) {
    const target = chronicle.find(event) ?? chronicle.happenings.find((each) => (each.kind === 'event' ? each.event.key : each.decision.key) === event);
    if (target === undefined) return { ok: false, problem: { key: 'explain.noEvent', event, ...meant(event, chronicle.happenings.map((each) => each.id)) } };
    const whose = (target.kind === 'event' ? target.event.actor : target.decision.actor) ?? null;
    return actor !== undefined && actor !== whose ? { ok: false, problem: { key: 'explain.notTheirs', event, actor, whose } } : { ok: true, target };
  }
  const defaults = defaultsOf(chronicle).filter((each) => actor === undefined || each.event.actor === actor);
  if (defaults.length > 0) return { ok: true, target: defaults[0]! };
  if (actor === undefined) return { ok: false, problem: { key: 'explain.quiet' } };
  if (!chronicle.header.scenario.parties.some((party) => party.id === actor && isActorKind(party.kind))) return { ok: false, problem: { key: 'explain.nobody', actor, ...meant(actor, chronicle.header.scenario.parties.filter((party) => isActorKind(party.kind)).map((party) => party.id)) } };
  const others = chronicle.happenings
    .flatMap((each) => (each.kind === 'event' && each.event.actor === actor && WEIGHT[each.event.type] > 0 ? [each] : []))
    .sort((a, b) => WEIGHT[b.event.type] - WEIGHT[a.event.type] || a.order - b.order)
    .slice(0, MOST_OTHERS);
  return { ok: false, problem: { key: 'explain.noDefault', actor, others: others.map((each) => each.id) } };
}

/** Every default, in order of time. */
export function defaultsOf(chronicle: Chronicle): (Happening & { readonly kind: 'event' })[] {
  return chronicle.happenings.flatMap((each) => (each.kind === 'event' && each.event.type === 'default' ? [each] : []));
}
