/** A lesson's texts in the reader's language, with the figures of the run on the page. */
import { useMemo } from 'react';
import { markAt, viewOf } from '../../lesson/anchor.ts';
import { eventIn, fill } from '../../lesson/fill.ts';
import { currentStep, type Progress } from '../../lesson/progress.ts';
import type { Both } from '../../lesson/shape.ts';
import { lessonTick, spokenAt } from '../../session/lesson.ts';
import type { ShownRun } from '../../session/shown-run.ts';
import { lessonFigures } from '../../words/lesson.ts';
import type { Speaker } from '../../words/speaker.ts';
import { useRun, useSpeaker } from '../page-context.ts';
import { useTold } from '../told.ts';

/** Says texts of the step the lesson stands at; null while its history is still being made. */
export type Say = ((text: Both) => string) | null;

export function sayFor(progress: Progress, run: ShownRun, speaker: Speaker): Say {
  const frame = run.source.peek(lessonTick(progress, run));
  if (frame === undefined) return null;
  const { at, flow } = viewOf(currentStep(progress), progress.stage);
  const facts = { frame, event: eventIn(frame, markAt(at, run.timeline.marks)?.id ?? null), flow };
  const figures = lessonFigures(speaker.format);
  return (text) => fill(text[speaker.language], facts, figures);
}

export function useSay(progress: Progress, placed: boolean): Say {
  const run = useRun();
  const speaker = useSpeaker();
  return useMemo(() => (placed && run !== null && speaker !== null ? sayFor(progress, run, speaker) : null), [progress, placed, run, speaker]);
}

/** The step that speaks: in a story the one before, until the picture has come to what this one tells of. */
export function useSpoken(progress: Progress, placed: boolean): Progress {
  const run = useRun();
  const told = useTold();
  return useMemo(() => (placed && run !== null ? spokenAt(progress, run, told) : progress), [progress, placed, run, told]);
}
