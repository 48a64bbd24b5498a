/**
 * A payment that is followed, over the stage: its way is lit there, and what became of its money is counted here, month
 * by month.
 */
import { useEffect, type ReactNode } from 'react';
import type { Scene } from '../playback/scene.ts';
import type { ShownRun } from '../session/shown-run.ts';
import { EXPLAIN_WORDS } from '../words/explain.ts';
import { PANEL_WORDS } from '../words/panels.ts';
import type { Speaker } from '../words/speaker.ts';
import { usePage, useRun, useScene, useSession, useSpeaker } from './page-context.ts';
import { useTrail } from './panels/reading.ts';
import { monthAt, trailFigures } from './panels/trail-figures.ts';

export function Following(): ReactNode {
  const flow = useSession((state) => state.following);
  const run = useRun();
  const scene = useScene();
  const speaker = useSpeaker();
  if (flow === null || run === null || scene === null || speaker === null) return null;
  return <Counted key={flow} flow={flow} run={run} scene={scene} speaker={speaker} />;
}

function Counted({ flow, run, scene, speaker }: { readonly flow: string; readonly run: ShownRun; readonly scene: Scene; readonly speaker: Speaker }): ReactNode {
  const { session, stage } = usePage();
  const months = useSession((state) => state.months);
  const panel = useSession((state) => state.panel);
  const read = useTrail(run.source, flow, months);
  const trail = read?.ok === true ? read.trail : null;
  const length = trail?.months.length ?? 0;
  useEffect(() => {
    stage.trail = trail;
    stage.redraw();
    return () => {
      stage.trail = null;
      stage.redraw();
    };
  }, [stage, trail, length]);
  if (trail === null || (panel !== null && panel !== 'change')) return null;
  const words = speaker.words(PANEL_WORDS).follow;
  const { format } = speaker;
  const now = monthAt(trail, scene.frame.tick);
  const figures = now === null ? null : trailFigures(trail, now, speaker);
  const { title } = speaker.words(EXPLAIN_WORDS).follow;
  return (
    <section className="what-if following" aria-label={words.onStage}>
      <p>
        {title(format.dollars(trail.flow.amount), speaker.party(trail.flow.from), speaker.party(trail.flow.to), format.date(trail.tick))}
        {figures !== null && (
          <span className="following-count">
            <b>{figures.times}</b> {words.times} · <b>{figures.home}</b> {words.home} · <b>{figures.away}</b> {words.away}
          </span>
        )}
      </p>
      {figures === null ? (
        <button type="button" className="button" onClick={() => session.command({ type: 'seek', tick: trail.tick })}>
          {words.goTo(format.date(trail.tick))}
        </button>
      ) : (
        <button type="button" className="button" onClick={() => session.ask('follow', { flow })}>
          {words.whereNow}
        </button>
      )}
      <button type="button" className="button strong" onClick={() => session.follow(null)}>
        {words.stop}
      </button>
    </section>
  );
}
