/**
 * Where a lesson stands: which step, and of that step whether something is said, asked, shown or to be explained. Pure
 * moves from one to the next; the answers a class gave are kept until the lesson ends.
 */
import type { Lesson, Step } from './shape.ts';

/** `say`: a statement · `ask`: a question is open · `reveal`: what came of it · `explain`: in their own words · `model`: an answer to compare with. */
export type Stage = 'say' | 'ask' | 'reveal' | 'explain' | 'model';

export interface Progress {
  readonly lesson: Lesson;
  readonly step: number;
  readonly stage: Stage;
  /** The option chosen at each step, by its place. */
  readonly answers: { readonly [step: string]: number };
  /** Hands counted for each option of each step. */
  readonly hands: { readonly [step: string]: readonly number[] };
  /** Whether hands are being counted. */
  readonly counting: boolean;
  /** All steps are through. */
  readonly done: boolean;
}

export function stagesOf(step: Step): readonly Stage[] {
  return [step.predict === undefined ? 'say' : 'ask', ...(step.predict === undefined ? [] : (['reveal'] as const)), ...(step.explain === undefined ? [] : (['explain', 'model'] as const))];
}

export function begin(lesson: Lesson, step = 0): Progress {
  const at = Math.max(0, Math.min(lesson.steps.length - 1, step));
  return { lesson, step: at, stage: stagesOf(lesson.steps[at]!)[0]!, answers: {}, hands: {}, counting: false, done: false };
}

export function currentStep(progress: Progress): Step {
  return progress.lesson.steps[progress.step]!;
}

/** The next stage or step; after the last one the lesson is done. A question that nobody answered may be passed over. */
export function forward(progress: Progress): Progress {
  const stages = stagesOf(currentStep(progress));
  const next = stages[stages.indexOf(progress.stage) + 1];
  if (next !== undefined) return { ...progress, stage: next };
  const step = progress.lesson.steps[progress.step + 1];
  return step === undefined ? { ...progress, done: true } : { ...progress, step: progress.step + 1, stage: stagesOf(step)[0]! };
}

/** The stage or step before; at the beginning it stays. */
export function back(progress: Progress): Progress {
  if (progress.done) return { ...progress, done: false };
  const stages = stagesOf(currentStep(progress));
  const before = stages[stages.indexOf(progress.stage) - 1];
  if (before !== undefined) return { ...progress, stage: before };
  const step = progress.lesson.steps[progress.step - 1];
  return step === undefined ? progress : { ...progress, step: progress.step - 1, stage: stagesOf(step).at(-1)! };
}

/** Answers the open question and shows what came of it. */
export function answer(progress: Progress, option: number): Progress {
  const step = currentStep(progress);
  if (progress.stage !== 'ask' || step.predict?.options[option] === undefined) return progress;
  return { ...progress, answers: { ...progress.answers, [step.id]: option }, stage: 'reveal' };
}

export function countHands(progress: Progress, option: number, by: 1 | -1): Progress {
  const step = currentStep(progress);
  if (step.predict?.options[option] === undefined) return progress;
  const before = progress.hands[step.id] ?? step.predict.options.map(() => 0);
  return { ...progress, hands: { ...progress.hands, [step.id]: before.map((count, at) => (at === option ? Math.max(0, Math.min(999, count + by)) : count)) } };
}

/** Whether hands were counted for the step's question: a class that has voted has made its prediction. */
export function hasVoted(progress: Progress): boolean {
  return progress.hands[currentStep(progress).id]?.some((count) => count > 0) === true;
}

/** Whether what comes next must not be seen: a question is open, or one is still to come. */
export function isMasking(progress: Progress): boolean {
  if (progress.done) return false;
  return progress.stage === 'ask' || progress.lesson.steps.slice(progress.step + 1).some((step) => step.predict !== undefined);
}
