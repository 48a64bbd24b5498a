/**
 * What the stage draws, as data: a picture is a function of (run, tick, phase, fraction, selection, size) and of
 * nothing else. `Still` is everything that rests while a month plays; `StagePlan` adds what moves. All lengths are
 * CSS pixels of the stage, all shares are fractions of one.
 */
import type { Beat } from '../model/phase.ts';
import type { EventType } from '../model/decision.ts';
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import type { LaneKey, LaneKind } from '../playback/lane-book.ts';
import type { Box, Path, Point } from './geometry.ts';
import type { Condition } from './condition.ts';
import type { MarkShape, MarkTone } from './marks.ts';

/** What a hollow lane promises: stages of an investment, a guarantee, a line of credit not yet drawn. */
export type PromiseKind = 'commitment' | 'backstop' | 'undrawn';

/**
 * How a month is shown: beats one after another, step by step (busy beats only), overlapping, as a stream, widths
 * only, or at rest.
 */
export type Mode = 'sequence' | 'step' | 'overlap' | 'stream' | 'widths' | 'rest';

export type Target =
  | { readonly kind: 'actor'; readonly id: PartyId }
  | { readonly kind: 'lane'; readonly key: LaneKey }
  | { readonly kind: 'bundle'; readonly key: string };

export interface LanePlan {
  readonly key: LaneKey;
  readonly kind: LaneKind;
  readonly from: PartyId;
  readonly to: PartyId;
  /** Paid this month, dollars (3-month mean in a stream); for `gpu` the value of the chips. */
  readonly amount: Dollars;
  /** GPUs or kW moved this month, where things move. */
  readonly units: number;
  /** Fell due and was not paid, dollars. */
  readonly missing: Dollars;
  /** Dollars promised and not yet paid, and what kind of promise. */
  readonly promised: Dollars;
  readonly promise: PromiseKind | null;
  /** From the rim of `from` to the tip of the arrow at the rim of `to`. */
  readonly path: Path;
  readonly width: number;
  /** Share of the path, counted from its start, that is drawn solid; the rest is hollow. */
  readonly solid: number;
  /** Of a payment that is followed: dollars of it that run here this month, and whether any of it ever has. */
  readonly followed: Dollars;
  readonly lit: 'now' | 'before' | null;
  /** What is being said is about it: its amount is written before all others. */
  readonly spoken: boolean;
  /** Dollars of it that are spoken of, where they are one payment among several; null else. */
  readonly part: Dollars | null;
  /** Dimmed because something else is selected, or because it carries nothing in the phase shown. */
  readonly dim: boolean;
  /** Carries money into or out of an actor that failed this month: goes hollow in this place of the order (0 first). */
  readonly hollowing: number | null;
  /** The sheath that holds this lane while it is closed; then the lane itself is not drawn. */
  readonly bundle: string | null;
  /** Dollars by beat; the beats in which particles travel. */
  readonly beats: { readonly [beat in Beat]: Dollars };
}

/** Lanes of one pair beyond the third, drawn as one sheath that opens when hovered or selected. */
export interface BundlePlan {
  readonly key: string;
  readonly from: PartyId;
  readonly to: PartyId;
  readonly lanes: readonly LaneKey[];
  readonly amount: Dollars;
  readonly path: Path;
  readonly width: number;
}

/**
 * What several of one kind pay one party, or one pays several: a lane that starts or ends at a brace around the several,
 * in a pale sleeve. It holds what has no lane of its own this month.
 */
export interface RiverPlan extends Omit<LanePlan, 'from' | 'to' | 'bundle' | 'path' | 'spoken'> {
  readonly payers: readonly PartyId[];
  readonly payees: readonly PartyId[];
  /** The lanes it holds this month, the largest first. */
  readonly lanes: readonly LaneKey[];
  /** From the tip of the brace to the rim of the one, or the other way round. */
  readonly path: Path;
  readonly brace: Path;
}

export interface TextPlan {
  readonly id: string;
  readonly role: 'name' | 'state' | 'figure' | 'amount' | 'plate' | 'column' | 'hidden' | 'legend' | 'statement' | 'difference';
  readonly text: string;
  readonly box: Box;
  readonly size: number;
  readonly bold: boolean;
  readonly align: 'left' | 'center' | 'right';
  /** For amounts: the kind whose colour frames it, and which lane it stands on. */
  readonly lane: LaneKind | null;
  readonly on: LaneKey | null;
  /** Bad news and good news are marked by words and signs; the tone only adds a colour. */
  readonly tone: 'trouble' | 'relief' | null;
  readonly dim: boolean;
}

/** The small balance sheet in a node: heights in pixels from the base line up, assets left, claims right. */
export interface GlyphPlan {
  readonly width: number;
  readonly height: number;
  /** Bottom to top. */
  readonly assets: readonly { readonly part: 'gpus' | 'other' | 'claims' | 'cash'; readonly height: number }[];
  /** Bottom to top: what is owed stands on the equity; equity is hatched. */
  readonly liabilities: readonly { readonly part: 'equity' | 'debt' | 'owed'; readonly height: number }[];
  /** Height below the base line where more is owed than there is; 0 if solvent. */
  readonly notch: number;
}

export interface NodePlan {
  readonly id: PartyId;
  readonly shape: 'ring' | 'plate';
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** For plates. */
  readonly box: Box;
  /** 1 badge and name, 2 glyph and two numbers, 3 full statement. */
  readonly level: 1 | 2 | 3;
  readonly condition: Condition;
  /** Centre and size of the condition's shape, if it is drawn. */
  readonly conditionAt: { readonly x: number; readonly y: number; readonly size: number } | null;
  /** Whether its name is written. */
  readonly named: boolean;
  /** Whether the word for its condition stands beside the shape. */
  readonly worded: boolean;
  readonly selected: boolean;
  readonly dim: boolean;
  /** Changed course or was hit this month: marks at the upper right, at most three. */
  readonly badges: readonly { readonly shape: MarkShape; readonly tone: MarkTone; readonly type: string; readonly decided: boolean }[];
  /** Failed in this month or before. */
  readonly failed: boolean;
  /** Stands otherwise in the history beside this one. */
  readonly differs: boolean;
}

export interface EventPlan {
  readonly id: string;
  readonly type: EventType;
  readonly actor: PartyId;
  readonly shape: MarkShape;
}

/** Everything that does not move while one month plays. The same object as long as nothing in it changed. */
export interface Still {
  readonly width: number;
  readonly height: number;
  readonly tick: Tick;
  readonly nodes: readonly NodePlan[];
  readonly lanes: readonly LanePlan[];
  readonly bundles: readonly BundlePlan[];
  readonly rivers: readonly RiverPlan[];
  readonly texts: readonly TextPlan[];
  readonly events: readonly EventPlan[];
  /** Ground under words that a lane would strike out. */
  readonly grounds: readonly Box[];
  /** Where the picture is magnified: ground in the colour of the stage under legend and count, which hides all that lies beneath. */
  readonly veils: readonly Box[];
  /** Ground of the full statements, at the third zoom level: assets left of the middle, claims right of it. */
  readonly cards: readonly { readonly box: Box; readonly ruleAt: number }[];
  /** From what is written nearer to somebody else to whom it belongs. */
  readonly ties: readonly { readonly from: Point; readonly to: Point }[];
  /** Lanes that carry something this month and are not drawn, and their share of the month's volume. */
  readonly hidden: { readonly count: number; readonly share: number };
  readonly legend: readonly LegendItem[];
}

/** A mark of the legend; its words are among the texts. */
export interface LegendItem {
  readonly kind: LaneKind | 'promised' | 'river';
  readonly x: number;
  readonly y: number;
}

/** One particle: where, which way it looks, how big; at most twelve a lane and beat. */
export interface Particle {
  readonly lane: number; // index into still.lanes, then still.rivers
  readonly x: number;
  readonly y: number;
  readonly angle: number;
  readonly radius: number;
}

/** What a node shows at this fraction of the month, between the state before and after a beat. */
export interface NodeMoment {
  readonly glyph: GlyphPlan;
  /** Months of cash left, 0–12; 12 is a full ring. */
  readonly ring: number;
  readonly badges: number; // opacity
}

export interface StagePlan {
  readonly still: Still;
  readonly u: number;
  readonly mode: Mode;
  readonly beat: Beat | 'rest';
  readonly particles: readonly Particle[];
  /** Opacity of each lane of `still.lanes`, then of each river. */
  readonly laneAlpha: readonly number[];
  /** Share drawn solid of each lane at this moment (hollowing in the order of the losses). */
  readonly laneSolid: readonly number[];
  /** By index of `still.nodes`. */
  readonly moments: readonly NodeMoment[];
  /** Opacity of each of `still.texts`. */
  readonly textAlpha: readonly number[];
}
