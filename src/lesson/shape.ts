/**
 * A lesson is data: a scenario, a seed, and steps that each stand at something that happened. A step says one thing; it
 * may ask for a prediction before it shows what came of it, and for an explanation afterwards. Every text is there in
 * both languages; `{amount}` and the like are filled from the run, so that figures are the run's own (see fill.ts).
 */
import { z } from 'zod';

const text = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
export type Both = z.infer<typeof text>;

/** A moment: the key of an event, which of several, and the month to fall back on where a run has no such event. */
const anchor = z.strictObject({
  event: z.string().optional(),
  nth: z.int().min(1).default(1),
  tick: z.int().min(0),
});
export type Anchor = z.infer<typeof anchor>;

/** A payment of the step's month whose sum the text may name as `{flow}`. */
const flow = z.strictObject({ from: z.string(), to: z.string(), purpose: z.string() });

/** Parameters moved away from the scenario's own, where a step shows another history. */
const set = z.record(z.string(), z.number());

const option = z.strictObject({
  text,
  /** What somebody who chooses it may believe; the right one has none. */
  misconception: text.optional(),
});
export type Option = z.infer<typeof option>;

const predict = z.strictObject({
  question: text,
  options: z.array(option).min(2).max(4),
});

const reveal = z.strictObject({
  at: anchor.optional(),
  say: text,
  focus: z.string().optional(),
  flow: flow.optional(),
  set: set.optional(),
  /** Keys of events that do not happen in this history: the text says that somebody was spared. */
  without: z.array(z.string()).default([]),
});

const explain = z.strictObject({
  prompt: text,
  model: text,
  /** Keys of events, the cause before its effect. */
  chain: z.array(z.string()).min(1),
});

const step = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  at: anchor,
  /** Seconds in which a story tells this month. */
  seconds: z.number().min(1).max(20).optional(),
  /** Party to select. */
  focus: z.string().optional(),
  flow: flow.optional(),
  set: set.optional(),
  say: text,
  notes: text.optional(),
  predict: predict.optional(),
  reveal: reveal.optional(),
  explain: explain.optional(),
});
export type Step = z.infer<typeof step>;

export const lessonShape = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]+$/),
  /** A story tells itself; a lesson is stepped through. */
  kind: z.enum(['story', 'lesson']),
  minutes: z.int().min(1).max(120),
  scenario: z.string(),
  seed: z.string(),
  title: text,
  about: text,
  /** What a class knows afterwards. */
  goals: z.array(text).default([]),
  /** What to prepare, how the time is spent, what to do at home: for the teacher's guide. */
  prepare: z.array(text).default([]),
  homework: z.array(text).default([]),
  /** The last month of the year that its printed map adds up; else the one in which it begins. */
  map: z.strictObject({ tick: z.int().min(0) }).optional(),
  steps: z.array(step).min(1),
});
export type Lesson = z.infer<typeof lessonShape>;
