/** What every panel is given: the run it reads, what is to be seen now, who speaks, and where clicks lead. */
import type { Change } from '../../model/frame.ts';
import type { Again } from '../../explain/counterfactual.ts';
import type { FrameSource, Scene } from '../../playback/index.ts';
import type { Speaker } from '../../words/speaker.ts';
import type { Target } from '../../view/plan.ts';

export type Select = (target: Target | null) => void;

export interface PanelProps {
  readonly run: FrameSource;
  readonly scene: Scene;
  readonly speaker: Speaker;
  readonly select: Select;
  /** The month's news as far as the picture has told it; of the whole month where none is given; null where a lesson says what to look at. */
  readonly news?: string | null;
}

/** What a panel is about, where it is about more than the month; each has a sensible start of its own. */
export interface PanelSubject {
  readonly selection?: Target | null;
  /** Id of the event or decision whose causes are asked for; the first default when none is named. */
  readonly event?: string | null;
  /** Id of the payment that is followed; the chip maker's first tranche when none is named. */
  readonly flow?: string | null;
  /** The other history of a comparison. */
  readonly against?: FrameSource | null;
  /** It is still being worked out. */
  readonly againstComing?: boolean;
  /** Key of the event on which the months of both are matched; null for the calendar. */
  readonly alignOn?: string | null;
  /** Runs the history again under changes, to test causes; not offered when the rules that made it are not at hand. */
  readonly again?: Again;
  /** Last month that may be shown; what comes after is still to be guessed. */
  readonly until?: number;
}

/** Where a panel may lead besides selecting; what is not given is not offered. */
export interface PanelLinks {
  readonly seek?: (tick: number) => void;
  /** Saves a table for a spreadsheet under a name that ends like this. */
  readonly saveTable?: (ending: string, text: string) => void;
  /** Matches the months of both histories on an event; null for the calendar. */
  readonly align?: (event: string | null) => void;
  /** Opens the chain of causes of an event. */
  readonly why?: (event: string) => void;
  /** Follows the money of a payment. */
  readonly follow?: (flow: string) => void;
  /** Forks the history at the month shown, with one change. */
  readonly suppose?: (change: Change) => void;
  /** Back to the stage. */
  readonly stage?: () => void;
}
