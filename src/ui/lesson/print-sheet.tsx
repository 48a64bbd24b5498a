/**
 * What is printed of a lesson, on A4 or Letter: the teacher's guide, the students' handout, the answer key apart from it,
 * and a map that needs no colour. On the screen it is a preview; figures are those of the lesson's own run.
 */
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { placeIn, viewOf } from '../../lesson/anchor.ts';
import { changesHistory } from '../../lesson/before-after.ts';
import type { Lesson, Step } from '../../lesson/shape.ts';
import { makeHistories, type LessonHistories } from '../../session/lesson-histories.ts';
import { lessonWords, PRINTS, type PrintKind } from '../../words/lesson.ts';
import { Icon } from '../icons.tsx';
import { shownRun } from '../../session/state.ts';
import { usePage, useRun, useSession, useSpeaker, useWords } from '../page-context.ts';
import { BeforeAfter } from './before-after.tsx';
import { Guide } from './guide.tsx';
import { Answers, historyOf, List, toldOf, type Part } from './paper-parts.tsx';
import { PrintMap } from './print-map.tsx';
import { When } from './when.tsx';

export interface Print {
  readonly lesson: string;
  readonly kind: PrintKind;
}

export function PrintSheet({ print }: { readonly print: Print }): ReactNode {
  const { commands, lessons } = usePage();
  const words = lessonWords(useSession((state) => state.settings.language));
  const page = useWords();
  const run = useRun();
  const speaker = useSpeaker();
  const placed = useSession((state) => state.teaching?.placed === true);
  // sheets print what the last steps show: all months have to be there
  const isWhole = useSession((state) => shownRun(state)?.facts.finished === true);
  const lesson = lessons.lesson(print.lesson);
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    sheet.current?.focus();
    document.documentElement.toggleAttribute('data-printing', true);
    return () => document.documentElement.removeAttribute('data-printing');
  }, []);
  const histories = useHistories(lesson);
  if (lesson === null) return null;
  // a handout is to be filled in, a map shows the lesson's own history: neither waits for the others
  const made = histories !== null || print.kind === 'handout' || print.kind === 'map';
  const ready = made && placed && isWhole && run !== null && speaker !== null && run.source.header.scenario.id === lesson.scenario;
  return createPortal(
    <div ref={sheet} className="print" role="dialog" aria-modal="true" tabIndex={-1} onKeyDown={(event) => event.key === 'Escape' && commands.print(null)} aria-label={words.printed[print.kind]} data-ready={ready || undefined}>
      <div className="print-bar row">
        {PRINTS.map((kind) => (
          <button key={kind} type="button" className="button" aria-pressed={kind === print.kind} onClick={() => commands.print({ ...print, kind })}>
            {words.printed[kind]}
          </button>
        ))}
        <span className="grow" />
        <button type="button" className="button strong" disabled={!ready} onClick={() => window.print()}>
          {words.printNow}
        </button>
        <button type="button" className="button square" aria-label={page.close} title={page.close} onClick={() => commands.print(null)}>
          <Icon name="close" />
        </button>
      </div>
      {ready ? <Paper lesson={lesson} kind={print.kind} run={run} histories={histories ?? NONE} speaker={speaker} /> : <p className="quiet print-wait">{words.preparing}</p>}
    </div>,
    document.body,
  );
}

const NONE: LessonHistories = new Map();

/** The histories a lesson shows beside its own; null while they are made. */
function useHistories(lesson: Lesson | null): LessonHistories | null {
  const { catalogue, simulateApart } = usePage();
  const [made, setMade] = useState<{ readonly lesson: Lesson; readonly histories: LessonHistories } | null>(null);
  useEffect(() => {
    if (lesson !== null) return makeHistories(lesson, catalogue, simulateApart, (histories) => setMade({ lesson, histories }));
  }, [lesson, catalogue, simulateApart]);
  return made?.lesson === lesson ? made.histories : null;
}

function Paper({ kind, ...part }: Part & { readonly kind: PrintKind }): ReactNode {
  const { lesson, run, speaker } = part;
  const { language } = speaker;
  const words = lessonWords(language);
  const scenario = run.source.header.scenario;
  return (
    <article className="paper" data-kind={kind}>
      <header>
        <h1>{lesson.title[language]}</h1>
        <p>
          {words.printed[kind]} · {words.minutes(lesson.minutes)} · {words.run(scenario.name[language], lesson.seed)} · {words.notAForecast}
        </p>
        {(kind === 'handout' || kind === 'map') && <p className="paper-name">{words.name}</p>}
      </header>
      {kind === 'guide' && <Guide {...part} />}
      {kind === 'handout' && <Handout {...part} />}
      {kind === 'key' && <Key {...part} />}
      {kind === 'map' && <PrintMap lesson={lesson} run={run} until={lesson.map?.tick ?? toldOf(part, lesson.steps[0]!, 'ask').tick} speaker={speaker} />}
    </article>
  );
}

/** tick | my prediction | what happened | why: a row for every question, nothing filled in. */
function Handout(part: Part): ReactNode {
  const { lesson, speaker } = part;
  const words = lessonWords(speaker.language);
  return (
    <>
      <p>{lesson.about[speaker.language]}</p>
      <table className="handout">
        <thead>
          <tr>
            <th scope="col">{words.columns.tick}</th>
            <th scope="col">{words.columns.prediction}</th>
            <th scope="col">{words.columns.happened}</th>
            <th scope="col">{words.columns.why}</th>
          </tr>
        </thead>
        <tbody>
          {lesson.steps.filter((step) => step.predict !== undefined).map((step) => {
            const told = toldOf(part, step, 'ask');
            return (
              <tr key={step.id}>
                <When tick={told.tick} speaker={speaker} />
                <td>
                  <strong>{told.say(step.predict!.question)}</strong>
                  <ul className="boxes">
                    {step.predict!.options.map((option) => (
                      <li key={option.text.en}>{told.say(option.text)}</li>
                    ))}
                  </ul>
                </td>
                <td>
                  <Figures {...part} step={step} empty />
                </td>
                <td>{step.explain === undefined ? '' : <span className="paper-small">{told.say(step.explain.prompt)}</span>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <List heading={words.homework} items={lesson.homework} speaker={speaker} />
    </>
  );
}

/** Where something is changed: what the class reads off both histories, in the month in which the change is told. */
function Figures({ step, empty = false, ...part }: Part & { readonly step: Step; readonly empty?: boolean }): ReactNode {
  const { speaker } = part;
  if (!changesHistory(step)) return null;
  const view = viewOf(step, 'reveal');
  const [before, after] = [historyOf(part, viewOf(step, 'ask').set), historyOf(part, view.set)];
  const tick = after === null ? view.at.tick : placeIn(view.at, after.timeline.marks, after.source.length);
  const histories = empty || before === null || after === null ? null : { before, after };
  return (
    <>
      {empty && <p className="paper-small">{lessonWords(speaker.language).fillIn}</p>}
      <BeforeAfter histories={histories} tick={empty ? view.at.tick : tick} party={view.focus} speaker={speaker} />
    </>
  );
}

function Key(part: Part): ReactNode {
  const { lesson, speaker } = part;
  const words = lessonWords(speaker.language);
  return (
    <table className="key">
      <thead>
        <tr>
          <th scope="col">{words.columns.tick}</th>
          <th scope="col">{words.columns.answer}</th>
          <th scope="col">{words.columns.why}</th>
        </tr>
      </thead>
      {lesson.steps.filter((step) => step.predict !== undefined).map((step) => {
        const asked = toldOf(part, step, 'ask');
        const shown = toldOf(part, step, 'reveal');
        const changes = changesHistory(step);
        return (
          <tbody key={step.id}>
            <tr>
              <When tick={shown.tick} rows={changes ? 2 : 1} speaker={speaker} />
              <td>
                <strong>{asked.say(step.predict!.question)}</strong> {shown.say(step.reveal!.say)}
                <Answers step={step} say={asked.say} speaker={speaker} />
              </td>
              <td>{step.explain === undefined ? '' : shown.say(step.explain.model)}</td>
            </tr>
            {changes && (
              <tr>
                <td colSpan={2}>
                  <Figures {...part} step={step} />
                </td>
              </tr>
            )}
          </tbody>
        );
      })}
    </table>
  );
}
