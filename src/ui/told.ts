/** How much of a month has been told: so that no sentence names what the picture has yet to show. */
import { useMemo } from 'react';
import type { Frame } from '../model/frame.ts';
import { BEAT_OF, PHASES } from '../model/phase.ts';
import type { Playback } from '../playback/cursor.ts';
import { sceneAt, type Scene } from '../playback/scene.ts';
import type { FrameSource } from '../playback/source.ts';
import { shownRun, type SessionState } from '../session/state.ts';
import { beatsOf } from '../view/beats.ts';
import { busyBeats } from '../view/moment.ts';
import type { Mode } from '../view/plan.ts';
import { captionOfPhase, captionSoFar } from '../words/captions.ts';
import type { Speaker } from '../words/speaker.ts';
import { modeOf } from './mode.ts';
import { useRun, useScene, useSession } from './page-context.ts';

/** How many phases of the month, in order, have begun at a fraction of it. All of them at rest. */
export function phasesTold(frame: Frame, { phase, u }: Pick<Playback, 'phase' | 'u'>, mode: Mode): number {
  if (phase !== null) return phase + 1;
  if (u >= 1) return PHASES.length;
  const beats = beatsOf(mode, busyBeats(frame));
  return PHASES.findLastIndex((each) => u > beats[BEAT_OF[each]].start) + 1;
}

function toldOf(state: SessionState): number {
  const { playback } = state;
  const frame = shownRun(state)?.source.peek(playback.tick);
  return frame === undefined ? PHASES.length : phasesTold(frame, playback, modeOf(playback));
}

/** For the month on the page; drawn again only when another beat begins. */
export function useTold(): number {
  return useSession(toldOf);
}

/** The sentence under the picture: of the month as far as it has been told, or of the one phase that is shown. */
export function newsOf({ frame, phase }: Scene, source: FrameSource | null, told: number, speaker: Speaker): string {
  if (phase !== null) return captionOfPhase(frame, PHASES[phase]!, speaker);
  return captionSoFar(frame, source?.peek(frame.tick - 1) ?? null, told, speaker);
}

/** The month as far as the picture has told it: what was paid, decided and happened up to then, and the books then. */
export function useToldScene(): Scene | null {
  const run = useRun();
  const scene = useScene();
  const told = useTold();
  return useMemo(() => {
    if (run === null || scene === null || scene.phase !== null || told >= PHASES.length) return scene;
    const part = sceneAt(run.source, { tick: scene.frame.tick, phase: Math.max(0, told - 1), u: 1 });
    return part === null || 'ok' in part ? scene : part;
  }, [run, scene, told]);
}
