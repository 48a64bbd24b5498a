/** What went wrong or was done: what happened, what is safe, what to do, each until it is dismissed. */
import { useEffect, type ReactNode } from 'react';
import { isTrouble, type Notice } from '../session/notice.ts';
import { describeMessage } from '../words/ui.ts';
import { describeProblem } from '../words/scenario.ts';
import { RECORDING_WORDS } from '../words/recording.ts';
import { Icon } from './icons.tsx';
import { usePage, useSession, useWords } from './page-context.ts';

/** Good news goes by itself. */
const LASTING_MS = 6000;
/** Problems of a scenario file that are listed at once. */
const MOST_LISTED = 5;

export function Notices(): ReactNode {
  const words = useWords();
  const notices = useSession((state) => state.notices);
  return (
    <div className="notices" role="region" aria-label={words.landmarks.notices}>
      {notices.map((notice) => (
        <OneNotice key={notice.id} notice={notice} />
      ))}
    </div>
  );
}

function OneNotice({ notice }: { readonly notice: Notice }): ReactNode {
  const { session, runs } = usePage();
  const words = useWords();
  const language = useSession((state) => state.settings.language);
  const { message, action } = notice;
  const trouble = isTrouble(message);
  useEffect(() => {
    if (trouble) return;
    const timer = window.setTimeout(() => session.dismiss(notice.id), LASTING_MS);
    return () => window.clearTimeout(timer);
  }, [session, notice.id, trouble]);
  return (
    <div className="notice" data-trouble={trouble || undefined} role={trouble ? 'alert' : 'status'}>
      <div className="notice-text">
        <p>{describeMessage(message, language)}</p>
        {message.key === 'scenario' && (
          <ol>
            {message.problems.slice(0, MOST_LISTED).map((problem, index) => (
              <li key={index}>{describeProblem(problem, language)}</li>
            ))}
          </ol>
        )}
      </div>
      {action !== null && (
        <button
          type="button"
          className="button strong"
          onClick={() => {
            session.dismiss(notice.id);
            runs.openWhole();
          }}
        >
          {RECORDING_WORDS[language].open(action.ticks)}
        </button>
      )}
      <button type="button" className="button square small" aria-label={words.dismiss} title={words.dismiss} onClick={() => session.dismiss(notice.id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
