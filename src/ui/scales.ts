/**
 * The scales of a run: those of the scenario until it is complete, then its own. A recording too long for memory is
 * judged by months taken evenly from it, read in the background.
 */
import type { Frame } from '../model/frame.ts';
import type { FrameSource, GrowingSource } from '../playback/source.ts';
import { openingScale, runScale, type RunScale } from '../view/run-scale.ts';

/** Months looked at of a long recording. */
const SAMPLE = 24;

export interface Scales {
  of(source: FrameSource): RunScale;
}

/** `settled` is called when a scale that was provisional is known. */
export function keepScales(settled: () => void): Scales {
  const known = new WeakMap<FrameSource, RunScale>();
  const sampling = new WeakSet<FrameSource>();
  const sample = async (source: FrameSource): Promise<void> => {
    const frames: Frame[] = [];
    const wanted = Math.min(SAMPLE, source.length);
    for (let nth = 0; nth < wanted; nth++) {
      const read = await source.load(Math.floor((nth * source.length) / wanted));
      if (read.ok) frames.push(read.frame);
    }
    known.set(source, runScale([{ header: source.header, frames }]));
    settled();
  };
  return {
    of(source) {
      const scale = known.get(source);
      if (scale !== undefined) return scale;
      if (source.finished && 'run' in source) {
        const own = runScale([(source as GrowingSource).run]);
        known.set(source, own);
        return own;
      }
      if (source.finished && !sampling.has(source)) {
        sampling.add(source);
        void sample(source);
      }
      return openingScale(source.header.scenario, source.header.opening);
    },
  };
}
