/** Stills and moments of the crowded run, for tests that look at them as data. */
import { readFileSync } from 'node:fs';
import type { Frame, Run } from '../../src/model/frame.ts';
import { runSource, type FrameSource } from '../../src/playback/source.ts';
import type { Language } from '../../src/words/language.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { makeStageWords } from '../../src/words/stage.ts';
import { isCramped, WHOLE, type LayoutRequest, type Window } from '../../src/view/layout.ts';
import { planMoment } from '../../src/view/moment.ts';
import { TYPE } from '../../src/view/palette.ts';
import type { Mode, StagePlan, Still } from '../../src/view/plan.ts';
import { runScale, type RunScale } from '../../src/playback/run-scale.ts';
import { layGround, planStill, type Ground, type StillRequest } from '../../src/view/still.ts';
import { estimateText, type StageWords } from '../../src/view/stage-words.ts';
import { crowdedRun } from './crowd.ts';

export const baseYaml = readFileSync(new URL('../../scenarios/base.yaml', import.meta.url), 'utf8');
export const run: Run = crowdedRun(baseYaml);
export const source: FrameSource = runSource(run);
export const scale: RunScale = runScale([run]);

/** The stage on a page of 1280×720 beside the inspector, and on one of 1024×768 without it. */
export const SIZES = [
  { width: 960, height: 490 },
  { width: 1024, height: 538 },
] as const;

export interface Setting {
  readonly width: number;
  readonly height: number;
  readonly language?: Language;
  readonly projector?: boolean;
  readonly window?: Window;
}

/** Words of a language, made once as the page does, which lays the whole picture out anew for other words. */
const words = new Map<Language, StageWords>();
function wordsOf(language: Language): StageWords {
  let known = words.get(language);
  if (known === undefined) words.set(language, (known = makeStageWords(makeSpeaker(language, run.header.scenario))));
  return known;
}

export function layoutRequest({ width, height, language = 'en', projector = false, window = WHOLE }: Setting): LayoutRequest {
  const { scenario } = run.header;
  return { scenario, scale, width, height, window, words: wordsOf(language), measure: estimateText, type: TYPE[projector ? 'projector' : 'dark'], sparse: projector || isCramped(width, height, window.zoom) };
}

const grounds = new Map<string, Ground>();
export function groundOf(setting: Setting): Ground {
  const key = JSON.stringify(setting);
  let ground = grounds.get(key);
  if (ground === undefined) grounds.set(key, (ground = layGround(layoutRequest(setting))));
  return ground;
}

export function stillRequest(tick: number, shown: Partial<StillRequest> = {}): StillRequest {
  const frame: Frame = run.frames[tick]!;
  const before = tick === 0 ? run.header.opening : run.frames[tick - 1]!.state;
  return { frames: source, frame, before, after: frame.state, phase: null, selected: null, open: null, smooth: false, told: true, light: null, spoken: [], other: null, amounts: true, ...shown };
}

export function stillAt(tick: number, setting: Setting = SIZES[0], shown: Partial<StillRequest> = {}): Still {
  return planStill(groundOf(setting), stillRequest(tick, shown));
}

export function momentAt(tick: number, u: number, mode: Mode, still: Still = stillAt(tick)): StagePlan {
  const { frame, before, after } = stillRequest(tick);
  return planMoment({ still, scale, frames: source, frame, before, after, phase: null, u, mode });
}
