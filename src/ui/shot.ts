/** What the stage is to draw at a moment: of the page as it stands, or of a film of it. */
import type { Playback } from '../playback/cursor.ts';
import { sceneAt, type Scene } from '../playback/scene.ts';
import { spokenLanesAt } from '../session/lesson.ts';
import { besideTick, isSplit, sidesOf, type Sides } from '../session/sides.ts';
import type { ShownRun } from '../session/shown-run.ts';
import { shownRun, type SessionState } from '../session/state.ts';
import { lightAt } from '../view/light.ts';
import type { Mode } from '../view/plan.ts';
import type { Shot } from '../view/stage-view.ts';
import { modeOf } from './mode.ts';
import type { StageHandle } from './stage-handle.ts';

type Moment = Pick<Playback, 'tick' | 'phase' | 'u'>;
/** A moment, or why there is none: null while its months are still to be loaded, `unreadable` when a recording is damaged there. */
type Taken = Shot | 'unreadable' | null;

/** The moment that is told now, and how; the last month there is while later ones are still to come. */
export function momentNow(state: SessionState): Moment & { readonly mode: Mode } {
  const { playback } = state;
  const tick = Math.min(playback.tick, Math.max(0, (shownRun(state)?.source.length ?? 0) - 1));
  return { tick, phase: playback.phase, u: playback.tick === tick ? playback.u : 1, mode: modeOf(playback) };
}

/** Of the history that is told. */
export function shotAt(state: SessionState, stage: StageHandle, at: Moment, mode: Mode): Taken {
  const run = shownRun(state);
  if (run === null || run.source.length === 0) return null;
  const scene = momentOf(run, at);
  if (scene === null || scene === 'unreadable') return scene;
  // a what-if and a comparison that was asked for show what stands otherwise; the history a what-if left only beside it
  const sides = state.compareWith !== null || state.showing === 'branch' || isSplit(state) ? sidesOf(state) : null;
  return {
    scale: sides === null ? stage.scales.of(run.source) : stage.scales.ofBoth(sides.a.source, sides.b.source),
    frames: run.source,
    scene,
    mode,
    selected: state.selected,
    light: stage.trail === null ? null : lightAt(stage.trail, at.tick),
    ...(state.teaching === null ? {} : { spoken: spokenLanesAt(state.teaching, run, at.tick) }),
    ...(sides === null ? {} : against(sides.shown === 'a' ? sides.b : sides.a, besideTick(sides, at.tick), at, !isSplit(state) || sides.shown === 'b')),
  };
}

/** Of the other history, at the month that stands beside the one that is told; `none` where it has no such month. */
export function shotBeside(state: SessionState, stage: StageHandle, sides: Sides, at: Moment, mode: Mode): Taken | 'none' {
  const [told, other] = sides.shown === 'a' ? [sides.a, sides.b] : [sides.b, sides.a];
  const tick = besideTick(sides, at.tick);
  if (tick < 0 || tick >= other.source.length) return 'none';
  const scene = momentOf(other, { ...at, tick });
  if (scene === null || scene === 'unreadable') return scene;
  const scale = stage.scales.ofBoth(sides.a.source, sides.b.source);
  return { scale, frames: other.source, scene, mode, selected: state.selected, ...against(told, at.tick, at, sides.shown === 'a') };
}

function momentOf({ source }: ShownRun, at: Moment): Scene | 'unreadable' | null {
  const scene = sceneAt(source, at);
  return scene !== null && 'ok' in scene ? 'unreadable' : scene;
}

/** The same moment of the other side, as it will stand when the month, or the phase shown, is over. */
function against({ source }: ShownRun, tick: number, { phase }: Moment, amounts: boolean): Pick<Shot, 'compare'> {
  const scene = tick < 0 || tick >= source.length ? null : sceneAt(source, { tick, phase, u: 1 });
  return scene === null || 'ok' in scene ? {} : { compare: { scene, amounts } };
}
