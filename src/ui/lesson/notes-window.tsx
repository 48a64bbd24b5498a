/**
 * The teacher's notes in a window of their own, for the screen the class does not see: what to say, what each option
 * means, a model answer, what comes next. Keys and clicker work there too.
 */
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { currentStep } from '../../lesson/progress.ts';
import { isAsking } from '../../session/lesson.ts';
import { named, omission } from '../../words/joined.ts';
import { lessonWords } from '../../words/lesson.ts';
import { listenToKeys } from '../key-listener.ts';
import { usePage, useSession, useWords } from '../page-context.ts';
import { useTheme } from '../use-theme.ts';
import { useSay } from './lesson-text.ts';

export function NotesWindow({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { session, commands } = usePage();
  const words = lessonWords(useSession((state) => state.settings.language));
  const [body, setBody] = useState<HTMLElement | null>(null);
  const [blocked, setBlocked] = useState(false);
  const theme = useTheme();
  const closed = useEffectEvent(onClose);
  useEffect(() => {
    const left = (): void => closed();
    const opened = window.open('', 'ouroboros-notes', 'popup,width=560,height=720');
    if (opened === null) {
      setBlocked(true);
      return;
    }
    const { document: other } = opened;
    // its styles are the page's own; a window without address has the policy of who opened it
    other.head.replaceChildren(
      ...[...document.querySelectorAll<HTMLStyleElement | HTMLLinkElement>('style, link[rel=stylesheet]')].map((each) => {
        const copy = other.importNode(each, true);
        // a window without an address has none to be relative to
        if (copy.tagName === 'LINK') (copy as HTMLLinkElement).href = (each as HTMLLinkElement).href;
        return copy;
      }),
    );
    other.body.className = 'notes-body';
    const quiet = listenToKeys(session, commands, other);
    opened.addEventListener('pagehide', left);
    setBody(other.body);
    return () => {
      quiet();
      opened.removeEventListener('pagehide', left);
      opened.close();
    };
  }, [session, commands]);
  useEffect(() => {
    if (body === null) return;
    body.ownerDocument.documentElement.dataset['theme'] = theme === 'projector' ? 'light' : theme;
    body.ownerDocument.documentElement.lang = document.documentElement.lang;
    body.ownerDocument.title = words.notes;
  }, [body, theme, words]);
  if (blocked) return <p className="bad" role="alert">{words.notesBlocked}</p>;
  return body === null ? null : createPortal(<Notes />, body);
}

function Notes(): ReactNode {
  const { session } = usePage();
  const language = useSession((state) => state.settings.language);
  const words = lessonWords(language);
  const page = useWords();
  const teaching = useSession((state) => state.teaching);
  const say = useSay(teaching!.progress, teaching!.placed);
  const asking = useSession((state) => isAsking(state.teaching, state.playback));
  if (teaching === null) return null;
  const { progress } = teaching;
  const step = currentStep(progress);
  const next = progress.lesson.steps[progress.step + 1];
  return (
    <main className="notes">
      <h1>{progress.lesson.title[language]}</h1>
      <p className="quiet">
        {words.stepOf(progress.step + 1, progress.lesson.steps.length)} · {page.notAForecast}
      </p>
      {say === null ? (
        <p className="quiet">{words.preparing}</p>
      ) : (
        <>
          <h2>{words.columns.say}</h2>
          <p>{say(progress.stage === 'say' || progress.stage === 'ask' ? step.say : (step.reveal?.say ?? step.say))}</p>
          {step.notes !== undefined && (
            <>
              <h2>{words.columns.notes}</h2>
              <p>{say(step.notes)}</p>
            </>
          )}
          {step.predict !== undefined && (
            <>
              <h2>{say(step.predict.question)}</h2>
              <ol>
                {step.predict.options.map((option) => (
                  <li key={option.text.en}>
                    {say(option.text)} {option.misconception === undefined ? <strong>✓</strong> : <span className="quiet">{words.mayBelieve(say(option.misconception))}</span>}
                  </li>
                ))}
              </ol>
            </>
          )}
          {step.explain !== undefined && (
            <>
              <h2>{say(step.explain.prompt)}</h2>
              <p>{say(step.explain.model)}</p>
            </>
          )}
        </>
      )}
      {next !== undefined && (
        <p className="quiet">
          {named(words.nextUp, next.id === step.id ? '' : (next.predict ?? { question: next.say }).question[language].replace(/\{\w+\}/g, omission(language)), language)}
        </p>
      )}
      <div className="row">
        <button type="button" className="button" onClick={() => session.turn(-1)}>{words.back}</button>
        <button type="button" className="button strong" onClick={() => session.turn(1)}>{asking ? words.pass : words.next}</button>
      </div>
    </main>
  );
}
