/**
 * Holds a lesson against the run it is told of: every anchor, link of a chain, party and figure is there, texts keep
 * their length in both languages, and wrong options say what they mistake. Findings are for who writes lessons.
 */
import type { Frame } from '../model/frame.ts';
import type { Scenario } from '../model/scenario.ts';
import type { EventMark } from '../playback/events.ts';
import { linksOf, markAt, placeIn, viewOf, type View } from './anchor.ts';
import { eventIn, fill, holesIn, MISSING, type Figures } from './fill.ts';
import type { Both, Lesson } from './shape.ts';

export interface LintRun {
  readonly scenario: Scenario;
  readonly frames: readonly Frame[];
  readonly marks: readonly EventMark[];
}

/** Words in English, characters other than spaces in Chinese. A story's are captions. */
export const MOST = { story: { en: 12, zh: 24 }, lesson: { en: 25, zh: 50 } } as const;

const MOST_OPTION = { en: 14, zh: 28 } as const;
const HAN = /[\u4e00-\u9fff]/;

const length = (text: string, language: 'en' | 'zh'): number => (language === 'en' ? text.split(/\s+/).filter((word) => word !== '').length : [...text.replace(/\s/g, '')].length);

/** The run of a lesson under some parameters. */
export type RunUnder = (set: View['set']) => LintRun;

export function lintLesson(lesson: Lesson, runUnder: RunUnder, figures: { readonly [language in 'en' | 'zh']: Figures }): string[] {
  const found: string[] = [];
  const checkAnchor = (where: string, { at, set }: View): void => {
    const { marks, frames } = runUnder(set);
    if (at.tick >= frames.length) found.push(`${where}: the run has no tick ${at.tick}`);
    if (at.event === undefined) return;
    const mark = markAt(at, marks);
    if (mark === null) found.push(`${where}: no event ${at.event}${at.nth > 1 ? ` (${at.nth})` : ''} in the run; ${similar(at.event, marks)}`);
    else if (mark.tick !== at.tick) found.push(`${where}: ${at.event} is at tick ${mark.tick}, the fallback says ${at.tick}`);
  };
  const checkText = (where: string, text: Both, most: { readonly en: number; readonly zh: number } | null, { at, flow, set }: View): void => {
    const { marks, frames } = runUnder(set);
    const frame = frames[placeIn(at, marks, frames.length)]!;
    const event = eventIn(frame, markAt(at, marks)?.id ?? null);
    for (const language of ['en', 'zh'] as const) {
      const filled = fill(text[language], { frame, event, flow }, figures[language]);
      for (const hole of holesIn(text[language])) if (fill(`{${hole}}`, { frame, event, flow }, figures[language]) === MISSING) found.push(`${where}.${language}: the run has no {${hole}} here`);
      if (most !== null && length(filled, language) > most[language]) found.push(`${where}.${language}: ${length(filled, language)} where ${most[language]} fit: ${filled}`);
    }
    if (HAN.test(text.en)) found.push(`${where}.en: Chinese in the English text`);
    if (!HAN.test(text.zh)) found.push(`${where}.zh: no Chinese in the Chinese text`);
  };
  const checkParty = (where: string, id: string | null): void => {
    if (id !== null && !runUnder({}).scenario.parties.some((party) => party.id === id)) found.push(`${where}: no party ${id}`);
  };
  if (lesson.scenario !== runUnder({}).scenario.id) found.push(`scenario: the run is of ${runUnder({}).scenario.id}`);
  const ids = new Set<string>();
  /** How far each history has been seen. */
  const seen = new Map<string, number>();
  const see = (where: string, { at, set }: View): void => {
    const { marks, frames } = runUnder(set);
    const history = JSON.stringify(set);
    const tick = placeIn(at, marks, frames.length);
    const before = seen.get(history) ?? 0;
    if (tick < before) found.push(`${where}: goes back to tick ${tick} after tick ${before} has been seen`);
    seen.set(history, Math.max(before, tick));
  };
  for (const step of lesson.steps) {
    const where = `steps.${step.id}`;
    const first = viewOf(step, 'ask');
    const then = viewOf(step, 'reveal');
    if (ids.has(step.id)) found.push(`${where}: two steps of this name`);
    ids.add(step.id);
    checkAnchor(`${where}.at`, first);
    see(`${where}.at`, first);
    checkParty(`${where}.focus`, first.focus);
    checkText(`${where}.say`, step.say, MOST[lesson.kind], first);
    if (lesson.kind === 'story' && step.seconds === undefined) found.push(`${where}: a story says how many seconds a month takes`);
    if (lesson.kind === 'lesson' && step.notes === undefined) found.push(`${where}: no notes for the teacher`);
    if (step.notes !== undefined) checkText(`${where}.notes`, step.notes, null, first);
    if ((step.predict === undefined) !== (step.reveal === undefined)) found.push(`${where}: a question and what came of it belong together`);
    if (step.predict !== undefined) {
      checkText(`${where}.predict.question`, step.predict.question, MOST.lesson, first);
      const right = step.predict.options.filter((option) => option.misconception === undefined).length;
      if (right !== 1) found.push(`${where}.predict: ${right} options without a misconception; exactly one is right`);
      for (const [at, option] of step.predict.options.entries()) {
        checkText(`${where}.predict.options.${at}`, option.text, MOST_OPTION, first);
        if (option.misconception !== undefined) checkText(`${where}.predict.options.${at}.misconception`, option.misconception, null, first);
      }
      if (step.explain === undefined) found.push(`${where}: a prediction without an explanation`);
    }
    if (step.reveal !== undefined) {
      checkAnchor(`${where}.reveal.at`, then);
      see(`${where}.reveal.at`, then);
      checkParty(`${where}.reveal.focus`, then.focus);
      for (const key of step.reveal.without) {
        const mark = runUnder(then.set).marks.find((each) => each.key === key);
        if (mark !== undefined) found.push(`${where}.reveal.without: ${key} happens at tick ${mark.tick}`);
      }
      checkText(`${where}.reveal.say`, step.reveal.say, MOST[lesson.kind], then);
    }
    if (step.explain !== undefined) {
      const { marks } = runUnder(then.set);
      checkText(`${where}.explain.prompt`, step.explain.prompt, MOST.lesson, then);
      checkText(`${where}.explain.model`, step.explain.model, null, then);
      for (const [nth, link] of linksOf(step.explain.chain, marks).entries()) if (link === null) found.push(`${where}.explain.chain: no event ${step.explain.chain[nth]!} in the run, or none so late; ${similar(step.explain.chain[nth]!, marks)}`);
    }
  }
  return found;
}

/** What the run has instead, so that a moved anchor is quickly set right. */
function similar(key: string, marks: readonly EventMark[]): string {
  const [actor, type] = key.split('/');
  const near = marks.filter((mark) => mark.key.startsWith(`${actor}/${type}/`) || mark.type === type).map((mark) => `${mark.key} at ${mark.tick}`);
  return near.length === 0 ? `nothing of the kind ${type}` : `it has ${[...new Set(near)].slice(0, 4).join(', ')}`;
}
