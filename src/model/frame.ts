/**
 * A recording: a header, one frame a month, and what happened in each phase. Folding a frame's phases over the
 * state before it gives the state after it, without an engine (engineering decision 3).
 */
import type { Flow } from './flow.ts';
import type { Decision, Event } from './decision.ts';
import type { Measures } from './measures.ts';
import type { Phase } from './phase.ts';
import type { Hex, Tick } from './units.ts';
import type { Scenario } from './scenario.ts';
import type { TableName, World } from './world.ts';

/** One row that does not follow from the flows: the fields that changed, a whole new row, or its removal. */
export type RowChange =
  | { readonly table: TableName; readonly id: string; readonly set: { readonly [field: string]: unknown } }
  | { readonly table: TableName; readonly id: string; readonly row: { readonly [field: string]: unknown } }
  | { readonly table: TableName; readonly id: string; readonly gone: true };

export interface PhaseRecord {
  readonly phase: Phase;
  readonly flows: readonly Flow[];
  readonly decisions: readonly Decision[];
  readonly events: readonly Event[];
  readonly changes: readonly RowChange[];
  /** SHA-256 of the canonical record and the digest of the phase before it. */
  readonly digest: Hex;
}

export interface Frame {
  readonly tick: Tick;
  /** State at the close of the month. */
  readonly state: World;
  readonly phases: readonly PhaseRecord[];
  readonly measures: Measures;
  /** SHA-256 of the canonical state: what a batch run of the same history also has. */
  readonly stateDigest: Hex;
  readonly prev: Hex;
  /** SHA-256 over prev, stateDigest, measures and the phase digests. */
  readonly digest: Hex;
}

/** A statechart as data, so that a recording can be shown without the engine. */
export interface StatechartData {
  readonly id: string;
  readonly regions: readonly {
    readonly id: string;
    readonly initial: string;
    readonly states: readonly string[];
    readonly transitions: readonly { readonly from: string; readonly to: string; readonly guard: string }[];
  }[];
}

/** A deliberate difference from the parent run (engineering, "Change"). */
export type Change =
  | { readonly kind: 'set'; readonly path: string; readonly value: number }
  | { readonly kind: 'hold'; readonly key: string }
  | { readonly kind: 'removeContract'; readonly contract: string }
  | { readonly kind: 'channelOff'; readonly channel: string }
  | { readonly kind: 'payInstead'; readonly obligation: string }
  | { readonly kind: 'rescue'; readonly actor: string };

export interface Header {
  readonly type: 'header';
  readonly format: 1;
  /** Version of the rules; a run can be repeated only by the same one. */
  readonly model: string;
  readonly scenario: Scenario;
  readonly scenarioDigest: Hex;
  readonly seed: string;
  readonly horizon: Tick;
  readonly statecharts: { readonly [actorKind: string]: StatechartData };
  /** State before tick 0: opening balances. */
  readonly opening: World;
  readonly parent?: {
    readonly digest: Hex;
    readonly tick: Tick;
    readonly changes: readonly Change[];
    /** Changes of the branches this one stands on, each from its own tick. */
    readonly earlier?: readonly { readonly tick: Tick; readonly changes: readonly Change[] }[];
  };
  readonly note?: string;
}

/** The months a what-if has in common with the history it leaves: what each is named by, and the state they lead to. */
export interface SharedPast {
  readonly months: readonly (Pick<Frame, 'tick' | 'stateDigest' | 'measures'> & { readonly phases: readonly Pick<PhaseRecord, 'digest'>[] })[];
  readonly state: World;
}
/** The names a shared month has in the other history, whose header is another. */
export type Renamed = Pick<Frame, 'tick' | 'prev' | 'digest'>;

/** A run in memory: what the playback cursor reads. `frames[t].tick === t`. */
export interface Run {
  readonly header: Header;
  readonly frames: readonly Frame[];
}
