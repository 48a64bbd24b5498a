/** The stage once it stands, for whoever draws on it or saves its picture. */
import type { StageView } from '../view/stage-view.ts';

export interface StageHandle {
  view: StageView | null;
  /** Asks for a picture; called when something changed that the store does not tell. */
  redraw(): void;
}

export function stageHandle(): StageHandle {
  return { view: null, redraw: () => undefined };
}
