/** A page with nothing but the stage on it, driven from outside by tests and by whoever wants to look. */
import { sceneAt } from '../../../src/playback/scene.ts';
import { runSource, type FrameSource } from '../../../src/playback/source.ts';
import type { Run } from '../../../src/model/frame.ts';
import type { Language } from '../../../src/words/language.ts';
import { makeSpeaker } from '../../../src/words/speaker.ts';
import { makeStageWords } from '../../../src/words/stage.ts';
import type { Container } from 'pixi.js';
import type { Box } from '../../../src/view/geometry.ts';
import type { Layout, Window } from '../../../src/view/layout.ts';
import type { ThemeName } from '../../../src/view/palette.ts';
import type { Mode, StagePlan, Target } from '../../../src/view/plan.ts';
import { runScale, type RunScale } from '../../../src/playback/run-scale.ts';
import { createStage } from '../../../src/view/stage.ts';
import type { RendererName, StageView } from '../../../src/view/stage-view.ts';
import baseYaml from '../../../scenarios/base.yaml?raw';
import { loadScenario } from '../../../src/scenario/load.ts';
import { crowdedRun } from '../crowd.ts';

export interface Opening {
  readonly renderer?: RendererName;
  readonly width: number;
  readonly height: number;
  readonly language?: Language;
  readonly theme?: ThemeName;
  readonly projector?: boolean;
  readonly reducedMotion?: boolean;
}
export interface Showing {
  readonly tick: number;
  readonly u?: number;
  readonly phase?: number | null;
  readonly mode?: Mode;
  readonly selected?: Target | null;
  readonly compare?: boolean;
}

const parent = document.querySelector<HTMLElement>('#stage')!;
document.body.style.margin = '0';
parent.style.overflow = 'hidden';
let run: Run = crowdedRun(baseYaml);
let source: FrameSource = runSource(run);
let scale: RunScale = runScale([run]);
const saved = crowdedRun(baseYaml, { rescued: true });
let stage: StageView | null = null;

/** The stage's own parts, which only tests look at. */
interface Inside {
  readonly ground: { readonly layout: Layout } | null;
  readonly window: Window;
  readonly picture: { readonly root: Container } | null;
  readonly plan: StagePlan | null;
}
const inside = (): Inside => stage as unknown as Inside;
const countOf = (container: Container): number => 1 + container.children.reduce((sum, child) => sum + countOf(child as Container), 0);

const harness = {
  losses: 0,
  selected: [] as (Target | null)[],
  hovered: [] as (Target | null)[],
  async open(opening: Opening): Promise<string> {
    stage?.destroy();
    stage = null;
    harness.losses = 0;
    parent.style.width = `${opening.width}px`;
    parent.style.height = `${opening.height}px`;
    const made = await createStage(parent, {
      ...(opening.renderer === undefined ? {} : { renderer: opening.renderer }),
      onSelect: (target) => harness.selected.push(target),
      onHover: (target) => harness.hovered.push(target),
      onLost: (times) => (harness.losses = times),
    });
    if ('failed' in made) return made.failed;
    stage = made;
    harness.configure(opening);
    return stage.renderer;
  },
  configure(opening: Omit<Opening, 'renderer' | 'width' | 'height'>): void {
    const { language = 'en', theme = 'dark', projector = false, reducedMotion = false } = opening;
    stage!.configure({ words: makeStageWords(makeSpeaker(language, source.header.scenario)), theme, projector, reducedMotion });
  },
  show({ tick, u = 1, phase = null, mode = 'sequence', selected = null, compare = false }: Showing): void {
    const scene = sceneAt(source, { tick, u, phase });
    if (scene === null || 'key' in scene || !('frame' in scene)) throw new Error(`no scene at ${tick}`);
    const other = compare ? sceneAt(runSource(saved), { tick, u, phase }) : null;
    stage!.draw({ scale, frames: source, scene, mode, selected, ...(other !== null && 'frame' in other ? { compare: { scene: other, amounts: true } } : {}) });
  },
  /** Another history: the invented one, or one of the scenarios run to its end. */
  async useScenario(id: string, seed = '42'): Promise<number> {
    const files = import.meta.glob<string>('../../../scenarios/*.yaml', { query: '?raw', import: 'default' });
    const texts = new Map<string, string>();
    for (const [path, read] of Object.entries(files)) texts.set(path.split('/').at(-1)!.replace('.yaml', ''), await read());
    const loaded = loadScenario(texts.get(id) ?? '', `${id}.yaml`, (name) => texts.get(name));
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems[0]));
    const { runToEnd } = await import('../../../src/simulation.ts');
    harness.use(runToEnd({ scenario: loaded.scenario, seed }));
    return run.frames.length;
  },
  use(other: Run): void {
    run = other;
    source = runSource(run);
    scale = runScale([run]);
  },
  /** Another name for a party, as a hostile file might bring. */
  rename(id: string, name: string): void {
    const { scenario } = run.header;
    const parties = scenario.parties.map((party) => (party.id === id ? { ...party, name: { en: name, zh: name } } : party));
    harness.use({ header: { ...run.header, scenario: { ...scenario, parties } }, frames: run.frames });
    harness.configure({});
  },
  placeOf(id: string): { x: number; y: number } {
    const place = inside().ground!.layout.places.get(id)!;
    return { x: place.x, y: place.y };
  },
  /** The hatched part of an actor's balance sheet, in pixels of the stage: it stands at the foot of what is owed, right of the middle. */
  equityOf(id: string): { x: number; y: number; width: number; height: number } {
    const { still, moments } = inside().plan!;
    const at = still.nodes.findIndex((node) => node.id === id);
    const { x, y, radius } = still.nodes[at]!;
    const { width, notch, liabilities } = moments[at]!.glyph!;
    const height = liabilities.find(({ part }) => part === 'equity')!.height;
    return { x: x + 0.75, y: y + Math.min(radius * 0.53, radius * 0.78 - notch) - height, width: width / 2 - 0.75, height };
  },
  /** Ground of legend and count, and how the picture looks there. */
  veils: (): readonly Box[] => inside().plan!.still.veils,
  zoomNow: (): number => inside().window.zoom,
  windowNow: (): Window => inside().window,
  isDrawn: (): boolean => inside().picture !== null && inside().plan !== null,
  /** Everything that stands on the stage or waits in a pool. */
  drawings: (): number => countOf(inside().picture!.root),
  zoom: (factor: number) => stage!.zoom(factor),
  resetZoom: () => stage!.resetZoom(),
  async still(): Promise<string> {
    const bytes = new Uint8Array(await (await stage!.still()).arrayBuffer());
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
  },
  loseContext(): boolean {
    const canvas = parent.querySelector('canvas')!;
    const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
    const lose = gl?.getExtension('WEBGL_lose_context');
    lose?.loseContext();
    return lose !== null && lose !== undefined;
  },
};
export type Harness = typeof harness;
(globalThis as unknown as { harness: Harness }).harness = harness;
