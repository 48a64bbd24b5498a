/**
 * The lesson under the picture: what the step says, its question with answers to choose, what came of it, and the way on.
 * It stands where captions stand, so that the picture and the timeline stay in sight.
 */
import { useEffect, useState, type ReactNode } from 'react';
import { currentStep, type Progress } from '../../lesson/progress.ts';
import type { Both } from '../../lesson/shape.ts';
import { isAsking } from '../../session/lesson.ts';
import { lessonWords, type LessonWords } from '../../words/lesson.ts';
import { Icon } from '../icons.tsx';
import { Glossed } from '../glossed.tsx';
import { usePage, useRun, useScene, useSession, useSpeaker, useWords } from '../page-context.ts';
import { Ratio } from '../ratio.tsx';
import { Chain } from './chain.tsx';
import { useSay, useSpoken } from './lesson-text.ts';
import { NotesWindow } from './notes-window.tsx';
import { Question } from './question.tsx';

export function useLessonWords(): LessonWords {
  return lessonWords(useSession((state) => state.settings.language));
}

/** Beside the story's button. */
export function LessonsButton(): ReactNode {
  const { commands, lessons } = usePage();
  const words = useLessonWords();
  if (lessons.ids.length < 2) return null;
  return (
    <button type="button" className="button" onClick={() => commands.ask('lessons')}>
      {words.lessons}
    </button>
  );
}

export function LessonBar(): ReactNode {
  const teaching = useSession((state) => state.teaching);
  return teaching === null ? null : <Bar progress={teaching.progress} placed={teaching.placed} />;
}

function Bar({ progress, placed }: { readonly progress: Progress; readonly placed: boolean }): ReactNode {
  const { session } = usePage();
  const words = useLessonWords();
  const page = useWords();
  const scene = useScene();
  const speaker = useSpeaker();
  const spoken = useSpoken(progress, placed);
  const say = useSay(spoken, placed);
  const asking = useSession((state) => isAsking(state.teaching, state.playback));
  const urged = useSession((state) => state.teaching?.urged === true);
  const minimal = useSession((state) => state.minimal);
  const [noting, setNoting] = useState(false);
  const step = currentStep(progress);
  const { lesson } = progress;
  const told = lesson.kind === 'story' && (progress.stage === 'say' || progress.stage === 'ask') && !asking;
  const open = asking || (progress.stage !== 'say' && !told);
  return (
    <section id="lesson" tabIndex={-1} className="story-row lesson-bar" aria-label={page.landmarks.story} data-kind={lesson.kind} data-stage={progress.stage} data-step={step.id} data-open={open || undefined} data-placed={placed || undefined}>
      <div className="lesson-text" {...(minimal ? { tabIndex: 0, 'data-scrolls': 'lines', role: 'group', 'aria-label': page.landmarks.story } : {})}>
        {say === null ? <p className="caption quiet">{words.preparing}</p> : <Stage progress={spoken} asking={asking} urged={urged} say={say} />}
        {say !== null && <Spoken text={spokenOf(spoken, say)} />}
      </div>
      {open && !asking && <span className="unseen">{words.stepOf(progress.step + 1, lesson.steps.length)}</span>}
      <div className="lesson-controls">
        <div className="row lesson-buttons">
          <div className="row">
            <span className="quiet lesson-count" title={lesson.title[speaker?.language ?? 'en']}>
              {words.stepOf(spoken.step + 1, lesson.steps.length)}
            </span>
            {lesson.kind === 'lesson' && (
              <button type="button" className="button" aria-pressed={noting} title={words.notesHelp} onClick={() => setNoting(!noting)}>
                {words.notes}
              </button>
            )}
            {asking && (
              <button type="button" className="button" aria-pressed={progress.counting} onClick={() => session.counting(!progress.counting)}>
                {words.count}
              </button>
            )}
          </div>
          <div className="row">
            <button type="button" className="button" title={words.endHelp} onClick={() => session.endLesson()}>
              {words.end}
            </button>
            <button type="button" className="button square" aria-label={words.back} title={words.back} disabled={progress.step === 0 && (progress.stage === 'say' || progress.stage === 'ask')} onClick={() => session.turn(-1)}>
              <Icon name="back" />
            </button>
            {!isLast(progress) && (
              <button type="button" className={asking ? 'button' : 'button strong'} onClick={() => session.turn(1)}>
                {asking ? words.pass : words.next} <Icon name="forward" />
              </button>
            )}
          </div>
        </div>
        {placed && ends(progress) && <WhatNext />}
        {scene !== null && speaker !== null && <Ratio scene={scene} speaker={speaker} />}
      </div>
      {noting && <NotesWindow onClose={() => setNoting(false)} />}
    </section>
  );
}

function isLast(progress: Progress): boolean {
  return progress.done || (progress.step === progress.lesson.steps.length - 1 && (progress.stage === 'model' || (progress.stage === 'say' && currentStep(progress).explain === undefined)));
}

/** Whether there is nothing more to ask: then the two things one wants to do stand ready. */
function ends(progress: Progress): boolean {
  return isLast(progress) || (progress.lesson.kind === 'story' && progress.stage !== 'say' && progress.stage !== 'ask');
}

function Stage({ progress, asking, urged, say }: { readonly progress: Progress; readonly asking: boolean; readonly urged: boolean; readonly say: (text: Both) => string }): ReactNode {
  const words = useLessonWords();
  const step = currentStep(progress);
  switch (progress.stage) {
    case 'say':
      return <p className="caption"><Glossed>{say(step.say)}</Glossed></p>;
    case 'ask':
      return (
        <>
          {urged ? <p className="lesson-urge" role="alert">{words.urge(step.predict!.options.length)}</p> : <p className={asking ? 'lesson-before' : 'caption'}><Glossed>{say(step.say)}</Glossed></p>}
          {asking && <Question progress={progress} say={say} />}
        </>
      );
    case 'reveal':
      return (
        <>
          <p className="caption"><Glossed>{say(step.reveal?.say ?? step.say)}</Glossed></p>
          <Answered progress={progress} say={say} />
          {progress.lesson.kind === 'story' && step.explain !== undefined && <Chain keys={step.explain.chain} />}
        </>
      );
    case 'explain':
      return (
        <>
          <p className="lesson-label">{words.explain}</p>
          <p className="caption"><Glossed>{say(step.explain!.prompt)}</Glossed></p>
        </>
      );
    case 'model':
      return (
        <>
          <p className="lesson-label">{words.model}</p>
          <p className="lesson-model"><Glossed>{say(step.explain!.model)}</Glossed></p>
          <Chain keys={step.explain!.chain} />
        </>
      );
  }
}

/** What was predicted, held against what came of it, with the misconception behind a wrong choice. */
function Answered({ progress, say }: { readonly progress: Progress; readonly say: (text: Both) => string }): ReactNode {
  const words = useLessonWords();
  const step = currentStep(progress);
  const options = step.predict?.options ?? [];
  const chosen = progress.answers[step.id];
  const hands = progress.hands[step.id];
  const option = chosen === undefined ? undefined : options[chosen];
  return (
    <>
      {option !== undefined && (
        <p className="lesson-answered">
          <strong>{option.misconception !== undefined ? words.notRight : step.reveal?.set === undefined ? words.right : words.rightSupposed}</strong> {words.youSaid(say(option.text))}
        </p>
      )}
      {option?.misconception !== undefined && <p><Glossed>{words.mayBelieve(say(option.misconception))}</Glossed></p>}
      {hands !== undefined && hands.some((count) => count > 0) && <p className="quiet">{options.map((each, at) => words.hands(say(each.text), hands[at] ?? 0)).join(' · ')}</p>}
    </>
  );
}

/** At the end: the two things one wants to do then. The history of the lesson stays for them. */
function WhatNext(): ReactNode {
  const { session } = usePage();
  const words = useLessonWords();
  const failures = useRun()?.timeline.marks.filter((mark) => mark.type === 'default') ?? [];
  const tick = useSession((state) => state.playback.tick);
  // of whom is spoken, else the last one seen
  const spoken = useSession((state) => (state.selected?.kind === 'actor' ? state.selected.id : null));
  const seen = failures.filter((mark) => mark.tick <= tick);
  const failure = seen.findLast((mark) => mark.actor === spoken) ?? failures.find((mark) => mark.actor === spoken) ?? seen.at(-1) ?? failures[0];
  return (
    <div className="row what-next">
      {failure !== undefined && (
        <button
          type="button"
          className="button strong"
          onClick={() => {
            session.endLesson(true);
            session.ask('why', { event: failure.id });
          }}
        >
          {words.stepThroughWhy}
        </button>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          session.endLesson(true);
          session.show('change');
        }}
      >
        {words.changeOneThing}
      </button>
    </div>
  );
}

function spokenOf(progress: Progress, say: (text: Both) => string): string {
  const step = currentStep(progress);
  switch (progress.stage) {
    case 'say':
      return say(step.say);
    case 'ask':
      return `${say(step.say)} ${say(step.predict!.question)}`;
    case 'reveal':
      return say(step.reveal!.say);
    case 'explain':
      return say(step.explain!.prompt);
    case 'model':
      return say(step.explain!.model);
  }
}

/** For screen readers: each stage once. */
function Spoken({ text }: { readonly text: string }): ReactNode {
  const [said, setSaid] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(text), 200);
    return () => window.clearTimeout(timer);
  }, [text]);
  return (
    <p className="unseen" aria-live="polite">
      {said}
    </p>
  );
}
