/**
 * The browser's half: the page's own stage with a busy month on it, drawn picture after picture, each in a callback of
 * its own that does nothing else (the scene, the plan, the changes, and the calls that draw).
 */
import baseYaml from '../../scenarios/base.yaml?raw';
import { isActorKind } from '../../src/model/party.ts';
import { sceneAt } from '../../src/playback/scene.ts';
import { runSource, type FrameSource } from '../../src/playback/source.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { runToEnd } from '../../src/simulation.ts';
import { lanesOfMonth } from '../../src/playback/lane-book.ts';
import type { LanePlan, Mode, StagePlan, Still } from '../../src/view/plan.ts';
import { runScale, type RunScale } from '../../src/playback/run-scale.ts';
import { createStage } from '../../src/view/stage.ts';
import type { RendererName, StageView } from '../../src/view/stage-view.ts';
import { makeSpeaker } from '../../src/words/speaker.ts';
import { makeStageWords } from '../../src/words/stage.ts';
import { copyable, crowded } from '../crowd.ts';

export interface Drawing {
  readonly mode: Mode;
  /** What runs on the month's lanes is repeated until so many particles are under way; null as the month is. */
  readonly particles: number | null;
  readonly frames: number;
}
export interface Drawn {
  /** The browser's numbers of the callbacks in which they were drawn, in order. */
  readonly callbacks: readonly number[];
  /** Particles of each picture, in order. */
  readonly particles: readonly number[];
  readonly lanes: number;
  readonly actors: number;
}

/** The stage's own parts, which only this bench reaches into. */
interface Inside {
  still_: { readonly still: Still };
  readonly plan: StagePlan;
}

/** The last part of a month is rest. */
const MOVING = 0.9;

let stage: StageView | null = null;
let source: FrameSource;
let scale: RunScale;
let tick = 0;

const bench = {
  /** Runs the economy once and puts its busiest month on a stage. Gives the name of what it is drawn with. */
  async open(renderer: RendererName, actors: number, months: number, size: { readonly width: number; readonly height: number }): Promise<string> {
    const run = runToEnd({ scenario: widened(actors, months), seed: 'bench' });
    source = runSource(run);
    scale = runScale([run]);
    const lanes = run.frames.map((frame) => lanesOfMonth(frame).size);
    tick = lanes.indexOf(Math.max(...lanes));
    const parent = document.querySelector<HTMLElement>('#stage')!;
    parent.style.width = `${size.width}px`;
    parent.style.height = `${size.height}px`;
    stage?.destroy();
    const made = await createStage(parent, { renderer, onSelect() {}, onHover() {}, onLost() {} });
    if ('failed' in made) throw new Error(made.failed);
    stage = made;
    stage.configure({ words: makeStageWords(makeSpeaker('en', run.header.scenario)), theme: 'dark', projector: false, reducedMotion: false });
    return stage.renderer;
  },
  async draw({ mode, particles, frames }: Drawing): Promise<Drawn> {
    const inside = stage as unknown as Inside;
    const show = (u: number): void => {
      const scene = sceneAt(source, { tick, u, phase: null });
      if (scene === null || 'ok' in scene) throw new Error(`no month ${tick}`);
      stage!.draw({ scale, frames: source, scene, mode, selected: null });
    };
    show(0);
    const { lanes: own, rivers } = inside.still_.still;
    // it is laid out once, as in the page; what is added runs where its original runs
    for (let times = 2; particles !== null && inside.plan.particles.length < particles; times++) {
      inside.still_ = { ...inside.still_, still: { ...inside.still_.still, lanes: repeated(own, times) } };
      show(0);
    }
    const kept = inside.still_.still;
    const under: number[] = [];
    const callbacks: number[] = [];
    for (let nth = 0; nth < frames; nth++) {
      await new Promise<void>((drawn, failed) => {
        const callback = requestAnimationFrame(() => {
          show((MOVING * nth) / frames);
          if (inside.still_.still === kept) drawn();
          else failed(new Error('the month was laid out anew'));
        });
        callbacks.push(callback);
      });
      under.push(inside.plan.particles.length);
    }
    inside.still_ = { ...inside.still_, still: { ...kept, lanes: own } };
    return { callbacks, particles: under, lanes: own.length + rivers.length, actors: source.header.scenario.parties.filter((party) => isActorKind(party.kind)).length };
  },
};

/** The base economy with so many actors: as many of its own as are needed stand there twice. */
function widened(actors: number, months: number): Parameters<typeof runToEnd>[0]['scenario'] {
  const loaded = loadScenario(baseYaml, 'base.yaml', () => undefined);
  if (!loaded.ok) throw new Error('base.yaml does not load');
  const { scenario } = loaded;
  const missing = actors - scenario.parties.filter((party) => isActorKind(party.kind)).length;
  return { ...crowded(scenario, 2, copyable(scenario).slice(0, Math.max(0, missing))), horizon: months };
}

/** Lanes so many times; the further ones carry particles and are not drawn themselves, as if they lay in a sheath. */
function repeated(lanes: readonly LanePlan[], times: number): LanePlan[] {
  return Array.from({ length: times }, (_, nth) => (nth === 0 ? lanes : lanes.map((lane) => ({ ...lane, key: `${lane.key}#${nth}`, bundle: 'added' })))).flat();
}

export type Bench = typeof bench;
(globalThis as unknown as { bench: Bench }).bench = bench;
