/** Which month it is, large, and how far into it we are. */
import type { ReactNode } from 'react';
import { PHASES } from '../model/phase.ts';
import { useRun, useSession, useSpeaker, useWords } from './page-context.ts';

export function DateBlock(): ReactNode {
  const words = useWords();
  const speaker = useSpeaker();
  const tick = useSession((state) => state.playback.tick);
  const months = useSession((state) => state.months);
  // the phase being told, so that this changes fourteen times a month and not with every picture
  const at = useSession(({ playback: { phase, u } }) => phase ?? (u >= 1 ? null : Math.floor(u * PHASES.length)));
  const stepping = useSession((state) => state.playback.phase !== null);
  const horizon = useRun()?.source.header.horizon ?? months;
  const growing = useSession((state) => !state.finished && state.work.kind === 'simulating');
  // until the month that is wanted is there, the picture is that of the last one, and so is the date
  const seen = Math.min(tick, months - 1);
  if (speaker === null || months === 0) return <div className="date-block" />;
  return (
    <div className="date-block">
      <p className="date">{speaker.format.date(seen)}</p>
      <p className="quiet">
        <span className="long">{words.monthOf(seen + 1, growing ? horizon : months)}</span>
        <span className="short">{words.monthShort(seen + 1, growing ? horizon : months)}</span>
      </p>
      <p className="quiet phase">{growing ? words.simulatedOf(months, horizon) : at === null ? words.atRest : words.phaseNow(speaker.vocabulary.phase[PHASES[at]!], stepping ? `${at + 1}/${PHASES.length}` : null)}</p>
    </div>
  );
}
