/** Phase 4, decide: every machine takes one TICK on its view, and says what it wants. */
import type { ActorKind } from '../model/party.ts';
import type { AgentDefinition, MachineSet, MachineStep, RegionValues } from '../model/machine.ts';
import type { Cause, Intent } from '../model/decision.ts';
import type { Month } from '../ledger/month.ts';
import type { Perception } from './perceive/index.ts';

export type Steps = { readonly [kind in ActorKind]: MachineStep };

type AnyAgent = AgentDefinition<unknown>;
/** The engine builds the view each kind expects; the set erases its type. */
export const agentOf = (machines: MachineSet, kind: ActorKind): AnyAgent => machines[kind] as unknown as AnyAgent;

export function decideAll(month: Month, perception: Perception, machines: MachineSet, steps: Steps, held: ReadonlySet<string>): void {
  for (const actor of month.setting.actors) {
    const view = perception.views.get(actor.id);
    const state = moveMachine(month, actor.id, actor.kind, steps, view, []);
    const agent = agentOf(machines, actor.kind);
    for (const intent of agent.decide(view, state)) month.intend(actor.id, intent, aboutOf(intent), causesOf(month, actor.id, intent), held);
    if (agent.plan !== undefined) month.remember(actor.id, agent.plan(view, state));
  }
  // what no market has to fill is recorded here and now
  for (const type of ['customChip', 'stopFinancing', 'hold', 'default', 'restructure'] as const) for (const pending of month.wanting(type)) month.record(pending, null);
  for (const pending of month.wanting('cut')) if (pending.decision.params['what'] !== 'orders') month.record(pending, null);
}

/** Moves an actor's machine and notes what changed. Returns the state it is in now. */
export function moveMachine(month: Month, actor: string, kind: ActorKind, steps: Steps, view: unknown, causes: readonly Cause[]): RegionValues {
  const before = month.tables.machines[actor]!;
  const after = steps[kind](before.value, view);
  const changed = Object.keys(after).filter((region) => after[region] !== before.value[region]);
  if (changed.length === 0) return before.value;
  const since = { ...before.since };
  for (const region of changed) since[region] = month.tick;
  month.tables.machines[actor] = { value: after, since };
  for (const region of changed) {
    const id = month.note('stateChanged', actor, region, { region, from: before.value[region]!, to: after[region]! }, causes.length > 0 ? causes : reasonsFor(month, actor, region));
    if (region === 'solvency' && ['ponzi', 'distressed'].includes(after[region]!)) month.signal(`state/${actor}`, id);
    if (region === 'lending' && ['tight', 'frozen', 'failed'].includes(after[region]!)) tighten(month, actor, after[region]!, before.value[region]!, id);
    if (region === 'customChip' && after[region] === 'deploying') month.note('customChipDeployed', actor, region, {}, [{ id, link: 'state' }]);
  }
  return after;
}

function tighten(month: Month, lender: string, to: string, from: string, changed: string): void {
  if (to === 'tight' && from === 'frozen') return;
  const id = month.note('creditTightened', lender, to, { to }, [{ id: changed, link: 'credit' }, ...month.because(`loss/${lender}`, 'credit', 12)]);
  month.signal(`tight/${lender}`, id);
}

/** Why a region may have moved: the last thing that happened to the actor, else the last that happened to everybody. */
function reasonsFor(month: Month, actor: string, region: string): Cause[] {
  const own = [...month.because(`trouble/${actor}`, 'state', 12), ...month.because(`refused/${actor}`, 'credit', 6), ...month.because(`lost/${actor}`, 'state', 12), ...month.because(`loss/${actor}`, 'credit', 12)];
  if (own.length > 0) return own;
  const market = region === 'capex' || region === 'growth' || region === 'market' ? [...month.because('demand', 'state', 24), ...month.because('rent', 'rent', 12)] : month.because('demand', 'state', 24);
  return market.length > 0 ? market : month.because(`decided/${actor}/borrow`, 'decision', 36).concat(month.because('announced', 'state', 4000)).slice(0, 1);
}

const SUBJECTS = ['round', 'commitment', 'stage', 'id', 'generation', 'from', 'use', 'what'] as const;
/** Tells two decisions of one type and actor apart. */
function aboutOf(intent: Intent): string {
  for (const name of SUBJECTS) {
    const value = intent.params[name];
    if (typeof value === 'string') return value;
  }
  return '-';
}

/** What a decision answers to, where something has happened that it answers to. */
function causesOf(month: Month, actor: string, intent: Intent): Cause[] {
  switch (intent.type) {
    case 'cut':
    case 'sellChips':
    case 'restructure':
      return [...month.because(`trouble/${actor}`, 'state', 12), ...month.because(`refused/${actor}`, 'credit', 6), ...month.because('demand', 'state', 24)].slice(0, 3);
    case 'stopFinancing':
      return [...month.because('missed', 'state', 12), ...month.because(`orders/${actor}`, 'orders', 12)];
    case 'lend':
      return month.because(`loss/${actor}`, 'credit', 12);
    case 'setPrice':
      return month.because(`orders/${actor}`, 'orders', 6);
    default:
      return [];
  }
}
