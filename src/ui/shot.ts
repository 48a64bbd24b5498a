/** What the stage is to draw at a moment: of the page as it stands, or of a film of it. */
import type { Playback } from '../playback/cursor.ts';
import { sceneAt } from '../playback/scene.ts';
import { otherRun, shownRun, type SessionState } from '../session/state.ts';
import { lightAt } from '../view/light.ts';
import type { Mode } from '../view/plan.ts';
import type { Shot } from '../view/stage-view.ts';
import type { StageHandle } from './stage-handle.ts';

/** Null while its months are still to be loaded; `unreadable` when a recording is damaged there. */
export function shotAt(state: SessionState, stage: StageHandle, at: Pick<Playback, 'tick' | 'phase' | 'u'>, mode: Mode): Shot | 'unreadable' | null {
  const run = shownRun(state);
  if (run === null || run.source.length === 0) return null;
  const { source } = run;
  const scene = sceneAt(source, at);
  if (scene === null) return null;
  if ('ok' in scene) return 'unreadable';
  // within a what-if the picture rings what stands otherwise than in the history it was forked from
  const other = state.compareWith === null && state.showing === 'run' ? null : otherRun(state);
  const beside = other === null || at.tick >= other.source.length ? null : sceneAt(other.source, { tick: at.tick, phase: null, u: 1 });
  return {
    scale: other === null ? stage.scales.of(source) : stage.scales.ofBoth(source, other.source),
    frames: source,
    scene,
    mode,
    selected: state.selected,
    light: stage.trail === null ? null : lightAt(stage.trail, at.tick),
    ...(beside === null || 'ok' in beside ? {} : { compare: { scene: beside } }),
  };
}
