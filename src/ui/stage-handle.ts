/** The stage once it stands, for whoever draws on it or saves its picture. */
import type { Trail } from '../explain/follow.ts';
import type { StageView } from '../view/stage-view.ts';
import { keepScales, type Scales } from './scales.ts';

export interface StageHandle {
  view: StageView | null;
  /** The second picture, where two histories stand side by side. */
  beside: { readonly view: StageView; draw(): void } | null;
  /** The way of the payment that is followed, as far as it has been read. */
  trail: Trail | null;
  readonly scales: Scales;
  /** Takes away what is said beside the mouse; null while nothing is. */
  hush: (() => void) | null;
  /** Asks for a picture; called when something changed that the store does not tell. */
  redraw(): void;
}

export function stageHandle(): StageHandle {
  const handle: StageHandle = { view: null, beside: null, trail: null, hush: null, scales: keepScales(() => handle.redraw()), redraw: () => undefined };
  return handle;
}
