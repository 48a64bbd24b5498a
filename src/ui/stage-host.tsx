/**
 * Where the stage stands. React keeps the box; what is in it is drawn by the stage itself, once a picture, from the
 * session. When it cannot be drawn, the table takes its place.
 */
import { lazy, useEffect, useRef, useState, type ReactNode } from 'react';
import type { Pointed } from '../view/pointed.ts';
import type { CreateStage } from '../view/stage-view.ts';
import { loadAround } from '../playback/scene.ts';
import type { Selection } from '../session/selection.ts';
import { isSplit, sidesOf } from '../session/sides.ts';
import { shownRun } from '../session/state.ts';
import { startClock } from './clock.ts';
import { Fenced } from './fenced.tsx';
import { HoverCard } from './hover-card.tsx';
import { usePage, useSession, useWords } from './page-context.ts';
import { restingMouse } from './resting-mouse.ts';
import { momentNow, shotAt } from './shot.ts';
import { useLook } from './use-look.ts';

const SplitStage = lazy(async () => ({ default: (await import('./split-stage.tsx')).SplitStage }));

export function StageHost({ createStage }: { readonly createStage: () => Promise<CreateStage> }): ReactNode {
  const { session, stage } = usePage();
  const words = useWords();
  const box = useRef<HTMLDivElement>(null);
  const renderer = useSession((state) => state.settings.renderer);
  const work = useSession((state) => state.work);
  const months = useSession((state) => state.months);
  const look = useLook();
  const split = useSession(isSplit);
  const told = useSession((state) => sidesOf(state)?.shown ?? 'a');
  const [stands, setStands] = useState(false);
  const [gone, setGone] = useState(false);
  const [rested, setRested] = useState<Pointed | null>(null);
  const [mouse] = useState(() => restingMouse(setRested));

  useEffect(() => {
    const parent = box.current;
    if (parent === null) return;
    let left = false;
    const give = (message: { readonly key: 'noStage' } | { readonly key: 'stageGone'; readonly tick: number }): void => {
      setGone(true);
      session.say(message);
      session.show('table');
    };
    let loading: string | null = null;
    let inSight: string | null = null;
    /** Whoever is newly selected comes into sight, and an inspector that lies over the picture keeps to the other half. */
    const reveal = (selected: Selection | null): void => {
      const id = selected?.kind === 'actor' ? selected.id : null;
      if (id === inSight) return;
      const half = id === null ? null : (stage.view?.reveal(id) ?? null);
      if (id !== null && half === null) return;
      inSight = id;
      if (half !== null) parent.parentElement?.setAttribute('data-half', `${half.across} ${half.down}`);
    };
    const draw = (): void => {
      const { view } = stage;
      const state = session.store.get();
      const run = shownRun(state);
      if (view === null || run === null || run.source.length === 0) return;
      const { mode, ...at } = momentNow(state);
      const { tick } = at;
      const shot = shotAt(state, stage, at, mode);
      if (shot === 'unreadable') return;
      if (shot !== null) {
        view.draw(shot);
        reveal(state.selected);
        stage.beside?.draw();
        return;
      }
      const wanted = `${run.source.header.scenarioDigest}${tick}`;
      if (loading === wanted) return;
      loading = wanted;
      void loadAround(run.source, tick).then(() => {
        loading = null;
        session.grew();
        clock.wake();
      });
    };
    const clock = startClock(session, draw);
    stage.redraw = clock.wake;
    if (renderer === 'table') {
      setGone(true);
      session.show('table');
    } else
      void createStage()
        .then((create) =>
          create(parent, {
            ...(renderer === 'auto' ? {} : { renderer }),
            onSelect: (target) => session.select(target),
            onWindow: (window) => stage.beside?.view.lookThrough(window),
            onHover: (target) => parent.toggleAttribute('data-hit', target !== null),
            onPointed: mouse.point,
            onLost: (times) => {
              const { tick } = session.store.get().playback;
              if (times < 3) return session.say({ key: 'stageRestarted', tick });
              give({ key: 'stageGone', tick });
            },
          }),
        )
        .then((made) => {
          if ('failed' in made) return give({ key: 'noStage' });
          if (left) return made.destroy();
          stage.view = made;
          setStands(true);
        })
        .catch(() => give({ key: 'noStage' }));
    const observer = new ResizeObserver(() => {
      stage.view?.resize(parent.clientWidth, parent.clientHeight);
      if (stage.view !== null) stage.beside?.view.lookThrough(stage.view.window);
      clock.wake();
    });
    observer.observe(parent);
    return () => {
      left = true;
      observer.disconnect();
      clock.stop();
      stage.view?.destroy();
      stage.view = null;
    };
  }, [session, stage, createStage, renderer, mouse]);

  useEffect(() => {
    if (!stands || look === null || box.current === null) return;
    stage.view?.configure(look);
    stage.view?.resize(box.current.clientWidth, box.current.clientHeight);
    stage.redraw();
  }, [stage, stands, look]);

  return (
    <section className="stage" aria-label={words.landmarks.stage} data-split={split ? told : undefined}>
      <div className="stage-box" ref={box}>
        {!gone && <HoverCard rested={rested} mouse={mouse} />}
      </div>
      {split && stands && (
        <Fenced waiting={null} stopped={null} onStop={(detail) => session.say({ key: 'broken', detail })}>
          <SplitStage createStage={createStage} />
        </Fenced>
      )}
      {gone && (
        <div className="stage-wait">
          <p>{words.notices.noStage({ key: 'noStage' })}</p>
          <button type="button" className="button strong" onClick={() => session.show('table')}>
            {words.panels.table}
          </button>
        </div>
      )}
      {months === 0 && !gone && <p className="stage-wait">{work.kind === 'opening' ? words.opening(work.file, work.months, work.horizon) : words.simulating}</p>}
    </section>
  );
}
