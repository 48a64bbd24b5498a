/**
 * The part of statecharts that actors are written in, read from an XState machine as plain tables: parallel regions
 * of flat states, each with an ordered list of guarded TICK transitions. Time, chance and memory belong to the
 * schedule and the ledger, so everything by which a machine could act, wait, remember or look at another region is
 * refused at load, with its name; what is left has the same meaning in XState and in a table.
 *
 * @throws {MachineRefused} naming the machine, the place in it and the reason.
 */
import type { AnyStateMachine } from 'xstate';

type Node = AnyStateMachine['root'];
type Transition = NonNullable<ReturnType<Node['transitions']['get']>>[number];

/** Reads the tick's event only. */
export type Guard = (seen: { readonly event: { readonly type: 'TICK'; readonly view: unknown } }) => boolean;

export interface GuardedMove {
  readonly guard: string;
  readonly holds: Guard;
  readonly to: string;
}

export interface MachineRegion {
  readonly id: string;
  readonly initial: string;
  /** Moves out of each state, in the order in which they are tried; the first that holds is made. */
  readonly states: { readonly [state: string]: readonly GuardedMove[] };
}

const REASONS = {
  notParallel: 'is not parallel: an actor is made of regions side by side',
  context: 'keeps a context of its own: balances and plans belong to the world',
  writesContext: 'writes its context',
  raises: 'raises an event for itself',
  spawns: 'spawns another actor',
  sends: 'sends an event',
  acts: 'acts on a transition: decisions are made by `decide`',
  entry: 'acts on entry',
  exit: 'acts on exit',
  always: 'moves without an event (always)',
  after: 'waits by a clock (after)',
  invoke: 'invokes another actor',
  history: 'remembers a state (history)',
  nested: 'has states within a state',
  final: 'ends (final state)',
  noStates: 'has a region without states',
  outside: 'moves the whole region or machine at once',
  otherEvent: 'takes an event other than TICK',
  otherRegion: 'moves to a state of another region',
  severalTargets: 'moves to several states at once',
  noTarget: 'has a transition that leads nowhere',
  unguarded: 'moves without a guard',
  unnamedGuard: 'has a guard without a name',
  guardParams: 'has a guard with parameters',
  noGuard: 'names a guard that does not exist',
  otherState: 'has a guard that looks at states (stateIn, and, or, not)',
} as const;
export type RefusalReason = keyof typeof REASONS;

export class MachineRefused extends Error {
  readonly machine: string;
  readonly place: string;
  readonly reason: RefusalReason;
  constructor(machine: string, place: string, reason: RefusalReason) {
    super(`machine ${machine} refused: ${place} ${REASONS[reason]}`);
    this.name = 'MachineRefused';
    this.machine = machine;
    this.place = place;
    this.reason = reason;
  }
}

export function regionsOf(machine: AnyStateMachine): readonly MachineRegion[] {
  const { root } = machine;
  const refuse = (node: Node, reason: RefusalReason): never => {
    throw new MachineRefused(machine.id, node.path.length === 0 ? machine.id : node.path.join('.'), reason);
  };
  if (root.type !== 'parallel') refuse(root, 'notParallel');
  if (machine.config.context !== undefined) refuse(root, 'context');
  stillness(root, refuse);
  return Object.values(root.states).map((region) => {
    if (region.type === 'history') refuse(region, 'history');
    if (region.type !== 'compound') refuse(region, region.type === 'parallel' ? 'nested' : 'noStates');
    stillness(region, refuse);
    const states: { [state: string]: readonly GuardedMove[] } = Object.create(null) as { [state: string]: readonly GuardedMove[] };
    for (const state of Object.values(region.states)) states[state.key] = movesOf(machine, state, region, refuse);
    return { id: region.key, initial: initialOf(region, refuse), states };
  });
}

type Refuse = (node: Node, reason: RefusalReason) => never;

/** A machine and its regions only hold states; they do nothing themselves. */
function stillness(node: Node, refuse: Refuse): void {
  idle(node, refuse);
  for (const transitions of node.transitions.values()) if (transitions.length > 0) refuse(node, 'outside');
}

function idle(node: Node, refuse: Refuse): void {
  if (node.after.length > 0) refuse(node, 'after');
  if ((node.always ?? []).length > 0) refuse(node, 'always');
  if (node.invoke.length > 0) refuse(node, 'invoke');
  if (node.entry.length > 0) refuse(node, 'entry');
  if (node.exit.length > 0) refuse(node, 'exit');
}

function initialOf(region: Node, refuse: Refuse): string {
  const { target, actions } = region.initial;
  if (actions.length > 0) refuse(region, actionReason(actions[0]));
  const [first] = target ?? [];
  return first === undefined ? refuse(region, 'noTarget') : first.key;
}

function movesOf(machine: AnyStateMachine, state: Node, region: Node, refuse: Refuse): readonly GuardedMove[] {
  if (state.type === 'history') refuse(state, 'history');
  if (state.type === 'final') refuse(state, 'final');
  if (state.type !== 'atomic') refuse(state, 'nested');
  idle(state, refuse);
  const moves: GuardedMove[] = [];
  for (const [event, transitions] of state.transitions) {
    if (event !== 'TICK') refuse(state, 'otherEvent');
    for (const transition of transitions) moves.push(moveOf(machine, state, region, transition, refuse));
  }
  return moves;
}

function moveOf(machine: AnyStateMachine, state: Node, region: Node, transition: Transition, refuse: Refuse): GuardedMove {
  if (transition.actions.length > 0) refuse(state, actionReason(transition.actions[0]));
  const targets = transition.target ?? [];
  const [target] = targets;
  if (target === undefined) return refuse(state, 'noTarget');
  if (targets.length > 1) refuse(state, 'severalTargets');
  if (target.parent !== region) refuse(state, 'otherRegion');
  const { guard } = transition;
  if (guard === undefined) return refuse(state, 'unguarded');
  if (typeof guard === 'function') return refuse(state, 'check' in guard ? 'otherState' : 'unnamedGuard');
  const named: unknown = guard;
  if (typeof named !== 'string') return refuse(state, 'guardParams');
  const holds: unknown = machine.implementations.guards[named];
  if (holds === undefined) return refuse(state, 'noGuard');
  if (typeof holds !== 'function' || 'check' in holds) return refuse(state, 'otherState');
  return { guard: named, holds: holds as Guard, to: target.key };
}

/** Which of XState's own actions this is, by the type it carries. */
function actionReason(action: unknown): RefusalReason {
  const type: unknown = typeof action === 'function' && 'type' in action ? action.type : undefined;
  switch (type) {
    case 'xstate.assign':
      return 'writesContext';
    case 'xstate.raise':
      return 'raises';
    case 'xstate.spawnChild':
      return 'spawns';
    case 'xstate.sendTo':
    case 'xstate.emit':
      return 'sends';
    default:
      return 'acts';
  }
}
