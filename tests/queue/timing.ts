/** Everything that usually takes half a minute, within a second or two. */
import type { Timing } from '../../src/ensemble/queue.ts';

export const QUICK: Timing = { lock: 1500, lookForStalled: 500, fetch: 30, tellAgain: 1000 };
