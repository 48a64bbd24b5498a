/** What decides one history of many: its luck, and how its scenario was changed. */
import type { Channel } from '../model/phase.ts';
import type { Settings } from '../scenario/set.ts';

export interface HistoryOrder {
  readonly seed: string;
  readonly set: Settings;
  /** The channel of contagion that is switched off. */
  readonly off: Channel | null;
}

/** The base of seeds where nobody chose one. */
export const USUAL_BASE = '1';

/** The seed of the n-th history under a common base: a sweep of the command and the futures of the page have the same ones. */
export const seedOf = (base: string, nth: number): string => `${base}:${nth}`;
