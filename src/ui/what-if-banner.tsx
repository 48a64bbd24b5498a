/** Says that what is shown is not the recording alone: a what-if, or a comparison; and leads back. */
import type { ReactNode } from 'react';
import { isSplit } from '../session/sides.ts';
import { otherRun } from '../session/state.ts';
import { changeSentence } from '../words/changes.ts';
import { Icon } from './icons.tsx';
import { usePage, useSession, useSpeaker, useWords } from './page-context.ts';

export function WhatIfBanner(): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const language = useSession((state) => state.settings.language);
  const showing = useSession((state) => state.showing);
  const comparing = useSession((state) => (state.compareWith === null || state.panel !== null ? null : otherRun(state)));
  const supposing = useSession((state) => state.work.kind === 'supposing');
  const whatIf = useSession((state) => state.decided.present.whatIf);
  const split = useSession(isSplit);
  const speaker = useSpeaker();
  // with two pictures the way back to one stands above them
  const beside = split ? null : (
    <button type="button" className="button" onClick={() => session.split(true)}>
      <Icon name="split" /> {words.sideBySide}
    </button>
  );
  if (showing === 'branch')
    return (
      <div className="what-if" role="status">
        <p>{words.inBranch(whatIf === null || speaker === null ? [] : whatIf.map(({ tick, change }) => words.change.step(speaker.format.date(tick), changeSentence(change, speaker))))}</p>
        {beside}
        <button type="button" className="button" onClick={() => session.show('compare')}>
          {words.panels.compare}
        </button>
        <button type="button" className="button strong" onClick={() => session.showing('run')}>
          {words.backToRun}
        </button>
      </div>
    );
  if (supposing)
    return (
      <div className="what-if" role="status">
        <p>{words.supposing}</p>
      </div>
    );
  if (comparing === null) return null;
  return (
    <div className="what-if" role="status">
      <p>{(split ? words.besideOf : words.comparedWith)(comparing.source.header.scenario.name[language])}</p>
      {beside}
      <button type="button" className="button" onClick={() => session.show('compare')}>
        {words.panels.compare}
      </button>
      <button type="button" className="button strong" onClick={() => session.compare(null)}>
        {words.stopComparing}
      </button>
    </div>
  );
}
