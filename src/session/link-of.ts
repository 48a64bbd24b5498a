/** The address of a session: what of its state a link holds. */
import type { Link } from './link.ts';
import { isSplit } from './sides.ts';
import type { SessionState } from './state.ts';

export function linkOf(state: SessionState): Link {
  const { settings, playback, decided, selected, panel } = state;
  const { choice } = decided.present;
  return {
    run: choice.run,
    ...(choice.run.kind === 'scenario' || Object.keys(choice.set).length > 0 ? { seed: choice.seed } : {}),
    ...(Object.keys(choice.set).length > 0 ? { set: choice.set } : {}),
    ...(decided.present.whatIf === null ? {} : { whatIf: decided.present.whatIf }),
    ...(decided.present.whatIf !== null && state.awaited === 'run' ? { unchanged: true } : {}),
    at: { tick: playback.tick, phase: playback.phase, u: playback.u },
    speed: playback.speed,
    language: settings.language,
    ...(settings.theme === 'dark' ? {} : { theme: settings.theme }),
    ...(settings.names === 'real' ? {} : { names: settings.names }),
    ...(settings.renderer === 'auto' ? {} : { renderer: settings.renderer }),
    ...(selected === null ? {} : { focus: selected }),
    ...(panel === null ? {} : { panel }),
    ...(panel !== 'why' || state.subject.event === null ? {} : { why: state.subject.event }),
    ...(state.following === null ? {} : { follow: state.following }),
    ...(state.compareWith === null ? {} : { compare: state.compareWith }),
    ...(isSplit(state) ? { split: true } : {}),
    ...(state.alignOn === null ? {} : { align: state.alignOn }),
    ...(state.presenting ? { present: true } : {}),
    ...(state.minimal ? { minimal: true } : {}),
    ...(state.teaching === null ? {} : { lesson: { id: state.teaching.progress.lesson.id, step: state.teaching.progress.step } }),
  };
}

