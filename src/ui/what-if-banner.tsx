/** Says that what is shown is not the recording, and leads back to it. */
import type { ReactNode } from 'react';
import { usePage, useSession, useWords } from './page-context.ts';

export function WhatIfBanner(): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const showing = useSession((state) => state.showing);
  if (showing === 'run') return null;
  return (
    <div className="what-if" role="status">
      <p>{words.inBranch}</p>
      <button type="button" className="button strong" onClick={() => session.showing('run')}>
        {words.backToRun}
      </button>
    </div>
  );
}
