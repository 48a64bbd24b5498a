/**
 * Two histories side by side: the second picture, and over both what they are called and the way back to one. The first
 * picture is the one the page always has; both show the same part of the same map, on one scale, at the same moment.
 */
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { loadAround } from '../playback/scene.ts';
import { besideTick, sidesOf, type Sides } from '../session/sides.ts';
import { otherRun, shownRun } from '../session/state.ts';
import type { Pointed } from '../view/pointed.ts';
import type { CreateStage, Look, StageView } from '../view/stage-view.ts';
import { panelWords } from '../words/panels.ts';
import { makeSpeaker } from '../words/speaker.ts';
import { HoverCard } from './hover-card.tsx';
import { Icon } from './icons.tsx';
import { otherLook } from './other-look.ts';
import { usePage, useSession, useWords } from './page-context.ts';
import { sideNames } from './panels/side-names.ts';
import { restingMouse } from './resting-mouse.ts';
import { momentNow, shotBeside } from './shot.ts';
import { useLook } from './use-look.ts';

export function SplitStage({ createStage }: { readonly createStage: () => Promise<CreateStage> }): ReactNode {
  const words = useWords();
  const language = useSession((state) => state.settings.language);
  const sides = useSides();
  if (sides === null) return <p className="stage-wait stage-beside">{words.simulating}</p>;
  const names = sideNames(sides.a.source.header, sides.b.source.header, language);
  return (
    <>
      <SecondPicture createStage={createStage} sides={sides} />
      {(['a', 'b'] as const).map((side) => (
        <Label key={side} sides={sides} side={side} name={names[side]} />
      ))}
    </>
  );
}

/** The two histories; the same object as long as they are the same two. */
function useSides(): Sides | null {
  const { session } = usePage();
  const shown = useSession(shownRun);
  const other = useSession(otherRun);
  const event = useSession((state) => state.alignOn);
  return useMemo(() => sidesOf(session.store.get()), [session, shown, other, event]);
}

/** The month of a side that is shown now; null where it has none. */
function useMonth(sides: Sides, side: 'a' | 'b'): number | null {
  const tick = useSession((state) => momentNow(state).tick);
  const month = side === sides.shown ? tick : besideTick(sides, tick);
  return month < 0 || month >= sides[side].source.length ? null : month;
}

function Label({ sides, side, name }: { readonly sides: Sides; readonly side: 'a' | 'b'; readonly name: string }): ReactNode {
  const { session } = usePage();
  const words = useWords();
  const language = useSession((state) => state.settings.language);
  const month = useMonth(sides, side);
  const marks = panelWords(language).compare[side === 'a' ? 'ringed' : 'amounts'];
  const { scenario } = sides[side].source.header;
  const { format } = useMemo(() => makeSpeaker(language, scenario), [language, scenario]);
  return (
    <div className="split-label" data-side={side}>
      <p title={name}>
        <b>{name}</b>
      </p>
      {month !== null && <span>{format.date(month)}</span>}
      <small title={marks}>{marks}</small>
      {side === 'b' && (
        <button type="button" className="button" onClick={() => session.split(false)}>
          <Icon name="close" /> {words.onePicture}
        </button>
      )}
    </div>
  );
}

function SecondPicture({ createStage, sides }: { readonly createStage: () => Promise<CreateStage>; readonly sides: Sides }): ReactNode {
  const { session, stage } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<StageView | null>(null);
  const [rested, setRested] = useState<Pointed | null>(null);
  const [mouse] = useState(() => restingMouse(setRested));
  const look = useOtherLook(sides);
  const language = useSession((state) => state.settings.language);
  const month = useMonth(sides, sides.shown === 'a' ? 'b' : 'a');

  useEffect(() => {
    const parent = box.current!;
    let left = false;
    let made: StageView | null = null;
    const lost = (times: number): void => {
      if (times < 3) return session.say({ key: 'stageRestarted', tick: session.store.get().playback.tick });
      session.split(false);
      session.say({ key: 'besideGone' });
    };
    const cannot = (): void => {
      if (!left) lost(3);
    };
    void createStage()
      .then((create) =>
        create(parent, {
          ...(stage.view === null ? {} : { renderer: stage.view.renderer }),
          onSelect: (target) => session.select(target),
          onHover: (target) => parent.toggleAttribute('data-hit', target !== null),
          onPointed: mouse.point,
          onWindow: (window) => stage.view?.lookThrough(window),
          onLost: lost,
        }),
      )
      .then((created) => {
        if ('failed' in created) return cannot();
        if (left) return created.destroy();
        made = created;
        setView(created);
      })
      .catch(cannot);
    const observer = new ResizeObserver(() => {
      made?.resize(parent.clientWidth, parent.clientHeight);
      if (stage.view !== null) made?.lookThrough(stage.view.window);
    });
    observer.observe(parent);
    return () => {
      left = true;
      observer.disconnect();
      stage.beside = null;
      made?.destroy();
    };
  }, [session, stage, createStage, mouse]);

  useEffect(() => {
    if (view === null || box.current === null) return;
    let loading: number | null = null;
    const draw = (): void => {
      const state = session.store.get();
      const now = sidesOf(state);
      if (now === null) return;
      const { mode, ...at } = momentNow(state);
      const shot = shotBeside(state, stage, now, at, mode);
      if (shot === 'none' || shot === 'unreadable') return;
      if (shot !== null) return view.draw(shot);
      if (loading === at.tick) return;
      loading = at.tick;
      void loadAround((now.shown === 'a' ? now.b : now.a).source, besideTick(now, at.tick)).then(() => {
        loading = null;
        stage.redraw();
      });
    };
    view.configure(look);
    view.resize(box.current.clientWidth, box.current.clientHeight);
    if (stage.view !== null) view.lookThrough(stage.view.window);
    stage.beside = { view, draw };
    stage.redraw();
  }, [session, stage, view, look]);

  return (
    <div className="stage-beside">
      <div className="stage-box" ref={box}>
        <HoverCard rested={rested} mouse={mouse} />
      </div>
      {month === null && <p className="stage-wait">{panelWords(language).compare.noMonthBeside}</p>}
    </div>
  );
}

function useOtherLook(sides: Sides): Look {
  const own = useLook();
  const language = useSession((state) => state.settings.language);
  const names = useSession((state) => state.settings.names);
  return useMemo(() => otherLook(own ?? { theme: 'dark', reducedMotion: false, projector: false }, sides, { language, names }), [own, language, names, sides]);
}
