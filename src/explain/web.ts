/** A web of causes, backwards or forwards, as a picture or a text needs it: boxes and the edges between them. */
import type { Link } from '../model/phase.ts';
import type { Dollars, PartyId, Tick } from '../model/units.ts';
import type { Happening } from './chronicle.ts';
import type { NodeKind } from './causes.ts';

export interface WebNode {
  readonly id: string;
  /** `rest`: several smaller beginnings in one box. */
  readonly kind: NodeKind | 'rest';
  readonly happening: Happening | null;
  readonly tick: Tick;
  readonly actor: PartyId | null;
  /** How much of the whole passes here; what cannot be told is folded by it. */
  readonly weight: number;
  /** Part of the whole that begins here. */
  readonly root: number;
  /** Dollars to print in the box; null where it is no money. */
  readonly dollars: Dollars | null;
  /** Things that were folded into this box; 1 for a thing by itself. */
  readonly count: number;
}

export interface WebEdge {
  readonly cause: string;
  readonly effect: string;
  readonly link: Link;
  readonly weight: number;
  /** Dollars to print on the edge; null where the cause is context. */
  readonly dollars: Dollars | null;
  readonly circular: boolean;
  /** Things folded away on this edge. */
  readonly via: number;
}

export interface Web {
  /** What was asked about: the effect of all (back) or the cause of all (forward). */
  readonly focus: string;
  readonly direction: 'back' | 'forward';
  readonly nodes: readonly WebNode[];
  readonly edges: readonly WebEdge[];
  /** Things that are not shown: folded into edges and boxes, or mere context left out. */
  readonly hidden: number;
}
