/** What is otherwise in the what-if, each change with the month it holds from and a way to take it back. */
import type { ReactNode } from 'react';
import { changeSentence } from '../words/changes.ts';
import type { Speaker } from '../words/speaker.ts';
import { usePage, useSession, useWords } from './page-context.ts';

export function WhatIfList({ speaker }: { readonly speaker: Speaker }): ReactNode {
  const { session } = usePage();
  const words = useWords().change;
  const whatIf = useSession((state) => state.decided.present.whatIf);
  if (whatIf === null) return null;
  return (
    <section aria-label={words.supposed}>
      <h3>{words.supposed}</h3>
      <ul className="supposed">
        {whatIf.map(({ tick, change }) => {
          const sentence = words.step(speaker.format.date(tick), changeSentence(change, speaker));
          return (
            <li key={`${change.kind}${sentence}`}>
              {sentence}{' '}
              <button type="button" className="link" aria-label={`${words.takeBack} ${sentence}`} onClick={() => session.dropChange(change)}>
                {words.takeBack}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
