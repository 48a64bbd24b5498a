/** What the sheets of a lesson are made of: its texts with the figures of its history, lists, and what each answer tells. */
import type { ReactNode } from 'react';
import { markAt, placeIn, viewOf, type View } from '../../lesson/anchor.ts';
import { historyName } from '../../lesson/before-after.ts';
import { eventIn, fill, MISSING } from '../../lesson/fill.ts';
import type { Stage } from '../../lesson/progress.ts';
import type { Both, Lesson, Step } from '../../lesson/shape.ts';
import type { Tick } from '../../model/units.ts';
import type { LessonHistories } from '../../session/lesson-histories.ts';
import type { ShownRun } from '../../session/shown-run.ts';
import { lessonFigures, lessonWords } from '../../words/lesson.ts';
import type { Speaker } from '../../words/speaker.ts';

export interface Part {
  readonly lesson: Lesson;
  /** The lesson's own. */
  readonly run: ShownRun;
  readonly histories: LessonHistories;
  readonly speaker: Speaker;
}

export function historyOf({ run, histories }: Part, set: View['set']): ShownRun | null {
  return Object.keys(set).length === 0 ? run : (histories.get(historyName(set)) ?? null);
}

/** A step's texts and dates, with the figures of its history; without one there are none. */
export function toldOf(part: Part, step: Step, stage: Stage): { say(text: Both): string; readonly tick: Tick } {
  const { speaker } = part;
  const view = viewOf(step, stage);
  const run = historyOf(part, view.set);
  const marks = run?.timeline.marks ?? [];
  const tick = run === null ? view.at.tick : placeIn(view.at, marks, run.source.length);
  const frame = run?.source.peek(tick);
  const figures = lessonFigures(speaker.format);
  return {
    tick,
    say(text) {
      if (frame === undefined) return text[speaker.language].replace(/\{\w+\}/g, MISSING);
      return fill(text[speaker.language], { frame, event: eventIn(frame, markAt(view.at, marks)?.id ?? null), flow: view.flow }, figures);
    },
  };
}

export function List({ heading, items, speaker }: { readonly heading: string; readonly items: readonly Both[]; readonly speaker: Speaker }): ReactNode {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.en}>{item[speaker.language]}</li>
        ))}
      </ul>
    </section>
  );
}

/** The answers of a question: which is right, and what a wrong one may show that somebody believes. */
export function Answers({ step, say, speaker }: { readonly step: Step; readonly say: (text: Both) => string; readonly speaker: Speaker }): ReactNode {
  const words = lessonWords(speaker.language);
  if (step.predict === undefined) return null;
  return (
    <ul className="paper-small">
      {step.predict.options.map((option) => (
        <li key={option.text.en}>
          {option.misconception === undefined ? '✓ ' : ''}
          {say(option.text)}
          {option.misconception !== undefined && <> – {words.mayBelieve(say(option.misconception))}</>}
        </li>
      ))}
    </ul>
  );
}
