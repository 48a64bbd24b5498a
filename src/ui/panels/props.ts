/** What every panel is given: the run it reads, what is to be seen now, who speaks, and where clicks lead. */
import type { FrameSource, Scene } from '../../playback/index.ts';
import type { Speaker } from '../../words/speaker.ts';
import type { Target } from '../../view/plan.ts';

export type Select = (target: Target | null) => void;

export interface PanelProps {
  readonly run: FrameSource;
  readonly scene: Scene;
  readonly speaker: Speaker;
  readonly select: Select;
}

/** Where a panel may lead besides selecting; what is not given is not offered. */
export interface PanelLinks {
  readonly seek?: (tick: number) => void;
  /** Opens the chain of causes of an event. */
  readonly why?: (event: string) => void;
  /** Follows the money of a payment. */
  readonly follow?: (flow: string) => void;
}
