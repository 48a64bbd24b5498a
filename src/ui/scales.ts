/**
 * The scales of a run: those of the scenario until its outline is known or it is complete, then its own. A recording too long for memory is
 * judged by months taken evenly from it, read in the background.
 */
import type { Frame } from '../model/frame.ts';
import type { FrameSource, GrowingSource } from '../playback/source.ts';
import { openingScale, runScale, type RunScale } from '../playback/run-scale.ts';

/** Months looked at of a long recording. */
const SAMPLE = 24;

export interface Scales {
  of(source: FrameSource): RunScale;
  /** One scale for both sides of a comparison. */
  ofBoth(source: FrameSource, other: FrameSource): RunScale;
}

const inMemory = (source: FrameSource): GrowingSource | null => (source.finished && 'run' in source ? (source as GrowingSource) : null);

/** `settled` is called when a scale that was provisional is known. */
export function keepScales(settled: () => void): Scales {
  const known = new WeakMap<FrameSource, RunScale>();
  /** One scale for all the months that come before the last, or the picture would be laid out anew with each of them. */
  const opening = new WeakMap<FrameSource, RunScale>();
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
  const pairs = new WeakMap<FrameSource, WeakMap<FrameSource, RunScale>>();
  const scales: Scales = {
    of(source) {
      const scale = known.get(source);
      if (scale !== undefined) return scale;
      const whole = inMemory(source);
      const own = source.outline?.scale ?? (whole === null ? null : runScale([whole.run]));
      if (own !== null) {
        known.set(source, own);
        return own;
      }
      if (source.finished && !sampling.has(source)) {
        sampling.add(source);
        void sample(source);
      }
      const first = opening.get(source) ?? openingScale(source.header.scenario, source.header.opening);
      opening.set(source, first);
      return first;
    },
    ofBoth(source, other) {
      const [a, b] = [inMemory(source), inMemory(other)];
      if (a === null || b === null) return scales.of(source);
      const others = pairs.get(source) ?? new WeakMap<FrameSource, RunScale>();
      pairs.set(source, others);
      const scale = others.get(other) ?? runScale([a.run, b.run]);
      others.set(other, scale);
      return scale;
    },
  };
  return scales;
}
