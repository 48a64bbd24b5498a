/**
 * The measures of every month of a run, read once each and kept when the months themselves are not: what charts draw.
 * A run that grows adds its months; a long recording is read through, a few months at a time.
 */
import { useEffect, useState } from 'react';
import type { Measures } from '../../model/measures.ts';
import type { FrameSource } from '../../playback/index.ts';

const kept = new WeakMap<FrameSource, (Measures | null)[]>();

/** Months at hand now; what is not is null. */
export function measuresAtHand(run: FrameSource): (Measures | null)[] {
  let list = kept.get(run);
  if (list === undefined) kept.set(run, (list = []));
  for (let tick = 0; tick < run.length; tick++) list[tick] ??= run.peek(tick)?.measures ?? null;
  return list;
}

/** Months read before the page draws again. */
const AT_ONCE = 24;

/** The measures of all months, filled in while they are being read. */
export function useHistory(run: FrameSource, length: number): readonly (Measures | null)[] {
  const [read, setRead] = useState(0);
  useEffect(() => {
    let over = false;
    const readOn = async (): Promise<void> => {
      const list = measuresAtHand(run);
      let since = 0;
      for (let tick = 0; tick < list.length && !over; tick++) {
        if (list[tick] !== null) continue;
        const month = await run.load(tick);
        if (!month.ok) break;
        list[tick] = month.frame.measures;
        if (++since % AT_ONCE === 0) setRead((count) => count + 1);
      }
      if (since > 0 && !over) setRead((count) => count + 1);
    };
    void readOn();
    return () => {
      over = true;
    };
  }, [run, length]);
  void read;
  return measuresAtHand(run).slice(0, length);
}
