/** All words that need explaining, in the order in which they are best read. */
import type { ReactNode } from 'react';
import { GLOSSARY, TERM_IDS } from '../words/glossary.ts';
import { useTradeWords, useWords } from './page-context.ts';

export function Glossary({ title }: { readonly title: (text: string) => ReactNode }): ReactNode {
  const words = useWords();
  const entries = useTradeWords(GLOSSARY);
  return (
    <>
      {title(words.glossary)}
      <div className="dialog-body" data-scrolls tabIndex={0} role="group" aria-label={words.glossary}>
        <dl className="words">
          {TERM_IDS.map((term) => (
            <div key={term}>
              <dt>{entries[term].name}</dt>
              <dd>{entries[term].meaning}</dd>
            </div>
          ))}
        </dl>
      </div>
    </>
  );
}
