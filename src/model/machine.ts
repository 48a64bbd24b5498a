/** What the engine needs of an actor kind: its statechart and what it decides in a state, as values. */
import type { AnyStateMachine } from 'xstate';
import type { ActorKind } from './party.ts';
import type { Intent } from './decision.ts';
import type { StatechartData } from './frame.ts';

/** State value of a parallel machine: region → state. */
export type RegionValues = { readonly [region: string]: string };

/** The only event a machine takes: one month has come, and this is what its actor sees. */
export interface TickEvent<View> {
  readonly type: 'TICK';
  readonly view: View;
}

/**
 * One kind of actor. `machine` is an XState machine of type parallel whose regions hold flat states, with guarded
 * TICK transitions only; it has no context. `decide` is a plain function of what the actor sees and the state it is in.
 */
export interface AgentDefinition<View> {
  readonly kind: ActorKind;
  readonly machine: AnyStateMachine;
  decide(view: View, state: RegionValues): readonly Intent[];
  /** Plans it carries to the next month (targets, levels), by name; kept in its `minds` row. */
  plan?(view: View, state: RegionValues): { readonly [name: string]: number };
}

// The engine builds the right view for each kind; the set erases the type.
export type MachineSet = { readonly [kind in ActorKind]: AgentDefinition<never> };

/** Takes one TICK: region values before and a view, to region values after. */
export type MachineStep = (value: RegionValues, view: unknown) => RegionValues;
export type { StatechartData };
