/**
 * When in a month each beat is told, as shares of the month. Slow: one after another and a rest. Stepping: the busy
 * ones only, equally long. Faster: overlapping. As a stream all at once.
 */
import { BEATS, type Beat } from '../model/phase.ts';
import type { Mode } from './plan.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}
export type Beats = { readonly [beat in Beat]: Span };

const span = (start: number, end: number): Span => ({ start, end });
const MONTH = span(0, 1);
/** Deciding is told in the first tenth of finance. */
const withDecide = (income: Span, finance: Span, goods: Span, settle: Span): Beats => ({
  income, finance, goods, settle, decide: span(finance.start, finance.start + (finance.end - finance.start) * 0.1),
});

/** 23 % each, 8 % rest. */
const SEQUENCE = withDecide(span(0, 0.23), span(0.23, 0.46), span(0.46, 0.69), span(0.69, 0.92));
const OVERLAP = withDecide(span(0, 0.34), span(0.2, 0.54), span(0.4, 0.74), span(0.6, 0.94));
const STREAM: Beats = { income: MONTH, decide: MONTH, finance: MONTH, goods: MONTH, settle: MONTH };

export function beatsOf(mode: Mode, busy: readonly Beat[]): Beats {
  switch (mode) {
    case 'sequence':
      return SEQUENCE;
    case 'overlap':
      return OVERLAP;
    case 'step':
      return stepped(busy);
    case 'stream':
    case 'widths':
    case 'rest':
      return STREAM;
  }
}

function stepped(busy: readonly Beat[]): Beats {
  const count = Math.max(1, busy.length);
  const beats: { [beat in Beat]?: Span } = {};
  let done = 0;
  for (const beat of BEATS) {
    if (busy.includes(beat)) {
      beats[beat] = span(done / count, (done + 1) / count);
      done += 1;
    } else beats[beat] = span(done / count, done / count);
  }
  return beats as Beats;
}

/** How far a beat has come at `u`: 0 before it, 1 after it. */
export function progress({ start, end }: Span, u: number): number {
  if (u >= end) return 1;
  return u <= start ? 0 : (u - start) / (end - start);
}

/** Of a beat, the last three tenths: when books and rings move to the state after it. */
export function settling(share: number): number {
  return Math.max(0, Math.min(1, (share - 0.7) / 0.3));
}
