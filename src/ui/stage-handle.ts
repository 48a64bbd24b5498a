/** The stage once it stands, for whoever draws on it or saves its picture. */
import type { Trail } from '../explain/follow.ts';
import type { StageView } from '../view/stage-view.ts';

export interface StageHandle {
  view: StageView | null;
  /** The way of the payment that is followed, as far as it has been read. */
  trail: Trail | null;
  /** Asks for a picture; called when something changed that the store does not tell. */
  redraw(): void;
}

export function stageHandle(): StageHandle {
  return { view: null, trail: null, redraw: () => undefined };
}
