/** The stage as the page sees it: a canvas that draws one moment of one run, and tells what was pointed at. */
import type { Frame, Header } from '../model/frame.ts';
import type { PartyId, Tick } from '../model/units.ts';
import type { Scene } from '../playback/scene.ts';
import type { Window } from './layout.ts';
import type { Light } from './light.ts';
import type { ThemeName } from './palette.ts';
import type { Mode, Target } from './plan.ts';
import type { Pointed } from './pointed.ts';
import type { SpokenLane } from '../playback/lane-book.ts';
import type { RunScale } from '../playback/run-scale.ts';
import type { StageWords } from './stage-words.ts';

export type RendererName = 'webgl' | 'canvas';

/** How everything looks, whatever is shown. */
export interface Look {
  readonly words: StageWords;
  readonly theme: ThemeName;
  /** No particles: static arrows with amounts, and one short fade. */
  readonly reducedMotion: boolean;
  /** Letters and marks for the last row of a room; ten actors are named, the others show a shape. */
  readonly projector: boolean;
}

/** In which halves of what is seen somebody stands. */
export interface Halves {
  readonly across: 'left' | 'right';
  readonly down: 'top' | 'bottom';
}

/** The months at hand; any `FrameSource` is one. */
export interface Months {
  peek(tick: Tick): Frame | undefined;
  readonly header: Header;
  readonly length: number;
}

/** One moment. The picture is a function of it, of the look, the size and the zoom, and of nothing else. */
export interface Shot {
  readonly scale: RunScale;
  readonly frames: Months;
  readonly scene: Scene;
  readonly mode: Mode;
  readonly selected: Target | null;
  /** The way of a payment that is followed: its lanes are lit, everything else steps back. */
  readonly light?: Light | null;
  /** Lanes that what is being said is about: they do not step back, and their amounts are written first. */
  readonly spoken?: readonly SpokenLane[];
  /** The same moment of the other history: who stands otherwise there gets a ring, with `amounts` by how much it is better or worse off here. */
  readonly compare?: { readonly scene: Scene; readonly amounts: boolean };
}

export interface StageView {
  readonly renderer: RendererName;
  /** Words, names and colours; again when language, names or theme change. */
  configure(look: Look): void;
  /** Draws this moment. Cheap when nothing changed. */
  draw(shot: Shot): void;
  resize(width: number, height: number): void;
  /** Zooms about the middle by a factor; the wheel, pinching and dragging work by themselves. */
  zoom(factor: number): void;
  resetZoom(): void;
  /** What part of the picture is seen. */
  readonly window: Window;
  /** Shifts the picture until an actor is in sight; the halves it then stands in, null while there is no picture of it. */
  reveal(id: PartyId): Halves | null;
  /** Shows the same part as another stage of the same size does. */
  lookThrough(window: Window): void;
  /** Copies what is drawn into a rectangle of another canvas, within the same turn of the page. */
  copy(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void;
  /** PNG of what is drawn. */
  still(): Promise<Blob>;
  destroy(): void;
}

export interface StageOptions {
  /** Overrides detection (`renderer=` in the address). */
  readonly renderer?: RendererName;
  onSelect(target: Target | null): void;
  onHover(target: Target | null, x: number, y: number): void;
  /** What the mouse rests on, as it is drawn: again when the mouse moves or the picture changes beneath it. */
  onPointed?(pointed: Pointed | null): void;
  /** Another part of the picture is seen: it was zoomed or dragged. */
  onWindow?(window: Window): void;
  /** The graphics context was lost for the nth time; from the third on the stage is dark and the page shows the table. */
  onLost(times: number): void;
}

export type CreateStage = (parent: HTMLElement, options: StageOptions) => Promise<StageView | { readonly failed: 'noRenderer' }>;
