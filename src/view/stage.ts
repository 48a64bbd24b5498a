/**
 * The stage: plans become drawings on a surface. It draws when asked and never by itself; the same shot, look, size
 * and zoom give the same picture. A lost graphics context is answered by building everything anew from the last shot;
 * the third time it stays dark and the page shows the table.
 */
import { closeSurface, bestRenderer, openSurface, pixelRatio, type Surface } from './surface.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SpokenLane } from '../playback/lane-book.ts';
import type { RunScale } from '../playback/run-scale.ts';
import type { Point } from './geometry.ts';
import { sameTarget, targetAt } from './hit.ts';
import { isCramped, layOut, WHOLE, type LayoutRequest, type Window } from './layout.ts';
import { planMoment } from './moment.ts';
import { measureText } from './measure-text.ts';
import { PALETTES, typeFor } from './palette.ts';
import { Picture } from './picture.ts';
import type { StagePlan, Still, Target } from './plan.ts';
import { pointedThing } from './pointed.ts';
import { listen } from './pointer.ts';
import { layGround, planStill, sameRequest, type Ground, type StillRequest } from './still.ts';
import type { CreateStage, Halves, Look, RendererName, Shot, StageOptions, StageView } from './stage-view.ts';
import { beatsOf } from './beats.ts';
import { heldAt, inSight, kept, sameWindow, shifted, zoomedAt } from './zoom.ts';

/** So many lost contexts are made good; then the stage gives up. */
const MOST_LOSSES = 3;

export const createStage: CreateStage = async (parent, options) => {
  const opened = await openSurface(options.renderer ?? bestRenderer(), sizeOf(parent));
  return opened === null ? { failed: 'noRenderer' } : new PixiStage(parent, options, opened.name, opened.surface);
};

function sizeOf(parent: HTMLElement): { width: number; height: number; background: number } {
  return { width: parent.clientWidth, height: parent.clientHeight, background: PALETTES.dark.background };
}

class PixiStage implements StageView {
  private look: Look | null = null;
  private shot: Shot | null = null;
  private picture: Picture | null = null;
  private ground: Ground | null = null;
  private still_: { readonly request: StillRequest; readonly ground: Ground; readonly still: Still } | null = null;
  private plan: StagePlan | null = null;
  private seen: Window = WHOLE;
  private hovered: Target | null = null;
  private pointer: Point = { x: 0, y: 0 };
  private losses = 0;
  private isGone = false;
  private width: number;
  private height: number;
  private readonly stopListening: () => void;

  constructor(
    private readonly parent: HTMLElement,
    private readonly options: StageOptions,
    private name: RendererName,
    private surface: Surface,
  ) {
    this.width = Math.max(1, parent.clientWidth);
    this.height = Math.max(1, parent.clientHeight);
    this.mount();
    this.stopListening = listen(parent, {
      hover: (x, y) => this.hover(x, y),
      leave: () => this.hover(null, 0),
      select: (x, y) => options.onSelect(this.plan === null ? null : targetAt(this.plan.still, x, y)),
      shift: (dx, dy) => this.show(shifted(this.window, dx, dy, this.size)),
      zoom: (factor, x, y) => this.zoomAt(factor, x, y),
      reset: () => this.show(WHOLE),
    });
  }

  get renderer(): RendererName {
    return this.name;
  }

  get window(): Window {
    return this.seen;
  }

  private get size(): { width: number; height: number } {
    return { width: this.width, height: this.height };
  }

  configure(look: Look): void {
    const themeChanged = this.look?.theme !== look.theme;
    this.look = look;
    this.ground = null;
    if (themeChanged) this.begin();
    this.redraw();
  }

  draw(shot: Shot): void {
    this.shot = shot;
    this.redraw();
  }

  resize(width: number, height: number): void {
    if (width === this.width && height === this.height && this.surface.resolution === pixelRatio()) return;
    this.width = Math.max(1, Math.round(width));
    this.height = Math.max(1, Math.round(height));
    const sharper = this.surface.resolution !== pixelRatio();
    this.surface.resize(this.width, this.height, pixelRatio());
    this.seen = kept(this.seen, this.size);
    this.ground = null;
    if (sharper) this.begin();
    this.redraw();
  }

  zoom(factor: number): void {
    this.zoomAt(factor, this.width / 2, this.height / 2);
  }

  resetZoom(): void {
    this.show(WHOLE);
  }

  reveal(id: string): Halves | null {
    const place = this.ground?.layout.places.get(id);
    if (place === undefined) return null;
    const before = this.window;
    const after = inSight(before, place.box, this.size);
    if (!sameWindow(before, after)) this.show(after);
    return { across: place.x + before.x - after.x > this.width / 2 ? 'right' : 'left', down: place.y + before.y - after.y > this.height / 2 ? 'bottom' : 'top' };
  }

  lookThrough(window: Window): void {
    if (sameWindow(window, this.seen)) return;
    this.seen = kept(window, this.size);
    this.ground = null;
    this.redraw();
  }

  copy(pen: CanvasRenderingContext2D, x: number, y: number, width: number, height: number): void {
    // a graphics card forgets its picture at the end of the turn
    this.render();
    pen.drawImage(this.surface.canvas as HTMLCanvasElement, x, y, width, height);
  }

  async still(): Promise<Blob> {
    this.render();
    const canvas = this.surface.canvas as HTMLCanvasElement;
    return new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob === null ? reject(new Error('the canvas gave no picture')) : resolve(blob)), 'image/png');
    });
  }

  destroy(): void {
    this.isGone = true;
    this.stopListening();
    this.picture?.destroy();
    this.picture = null;
    closeSurface(this.surface);
  }

  private mount(): void {
    const canvas = this.surface.canvas as HTMLCanvasElement;
    canvas.style.display = 'block';
    // an empty surface is black, whatever the theme
    canvas.style.visibility = 'hidden';
    canvas.style.touchAction = 'none';
    canvas.setAttribute('role', 'img');
    canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      void this.lost();
    });
    this.parent.append(canvas);
  }

  private async lost(): Promise<void> {
    if (this.isGone) return;
    this.losses += 1;
    this.picture = null; // its textures went with the context
    closeSurface(this.surface);
    this.options.onLost(this.losses);
    if (this.losses >= MOST_LOSSES) {
      this.isGone = true;
      this.stopListening();
      return;
    }
    const opened = await openSurface(this.name, { width: this.width, height: this.height, background: PALETTES[this.look?.theme ?? 'dark'].background });
    if (opened === null || this.isGone) return;
    this.name = opened.name;
    this.surface = opened.surface;
    this.mount();
    this.begin();
    this.redraw();
  }

  /** Forgets every drawing; the next shot draws all of them again. */
  private begin(): void {
    this.picture?.destroy();
    const palette = PALETTES[this.look?.theme ?? 'dark'];
    this.surface.background.color = palette.background;
    this.picture = new Picture(palette, this.surface.resolution);
    this.plan = null;
  }

  private zoomAt(factor: number, x: number, y: number): void {
    const window = zoomedAt(this.window, factor, x, y, this.size);
    if (window === this.window) return;
    const { ground, look } = this;
    if (ground === null || look === null) return this.show(window);
    const { scenario, scale } = ground.request;
    this.show(heldAt(ground.layout, layOut(this.layoutOf(scenario, scale, look, window)), x, y, this.size));
  }

  private layoutOf(scenario: Scenario, scale: RunScale, look: Look, window: Window): LayoutRequest {
    const { width, height } = this;
    const type = typeFor(look.projector ? 'projector' : look.theme, width, height);
    return { scenario, scale, width, height, window, words: look.words, measure: measureText, type, sparse: look.projector || isCramped(width, height, window.zoom) };
  }

  private show(window: Window): void {
    if (window === this.seen) return;
    this.seen = window;
    this.ground = null;
    this.redraw();
    this.options.onWindow?.(window);
  }

  private hover(x: number | null, y: number): void {
    const target = x === null || this.plan === null ? null : targetAt(this.plan.still, x, y);
    this.parent.style.cursor = target === null ? (this.window.zoom > 1 ? 'grab' : 'default') : 'pointer';
    const changed = !sameTarget(target, this.hovered);
    this.hovered = target;
    this.pointer = { x: x ?? 0, y };
    if (changed || target !== null) this.options.onHover(target, x ?? 0, y);
    if (changed) this.redraw();
    if (changed || target !== null) this.tellPointed();
  }

  private tellPointed(): void {
    const { hovered, shot, still_: drawn, pointer: at } = this;
    const thing = hovered === null || drawn === null ? null : pointedThing(drawn.still, hovered);
    if (thing === null || shot === null) return this.options.onPointed?.(null);
    this.options.onPointed?.({ thing, scenario: shot.frames.header.scenario, frame: shot.scene.frame, phase: shot.scene.phase, at, room: this.size });
  }

  private redraw(): void {
    const { shot, look } = this;
    if (shot === null || look === null || this.isGone || this.surface.canvas === null) return;
    if (this.picture === null || this.picture.isFull) this.begin();
    const still = this.stillOf(shot, look);
    const { scale, frames, scene, mode } = shot;
    const calm = look.reducedMotion;
    const u = calm ? 1 : scene.u;
    const last = this.plan;
    if (last !== null && last.still === still && last.u === u && last.mode === mode) return;
    const { frame, before, after, phase } = scene;
    const plan = planMoment({ still, scale, frames, frame, before, after, phase, u, mode: calm ? 'rest' : mode });
    this.plan = plan;
    this.picture!.show(plan, this.ground!.layout.ring);
    (this.surface.canvas as HTMLCanvasElement).setAttribute('aria-label', look.words.stage(frame.tick));
    this.render();
    if (this.hovered !== null && last?.still !== still) this.tellPointed();
  }

  private render(): void {
    if (this.picture === null) return;
    this.surface.render(this.picture.root);
    if (this.plan !== null) (this.surface.canvas as HTMLCanvasElement).style.visibility = 'visible';
  }

  private stillOf(shot: Shot, look: Look): Still {
    const { scale, frames, scene, mode, selected, compare, light = null, spoken = NOTHING } = shot;
    const { scenario } = frames.header;
    let { ground } = this;
    if (ground === null || ground.request.scale !== scale || ground.request.scenario !== scenario) {
      this.ground = ground = layGround(this.layoutOf(scenario, scale, look, this.window));
    }
    const settled = beatsOf(mode, []).settle.end;
    const request: StillRequest = {
      frames,
      frame: scene.frame,
      before: scene.before,
      after: scene.after,
      phase: scene.phase,
      selected,
      open: this.hovered?.kind === 'bundle' ? this.hovered.key : null,
      smooth: (mode === 'stream' || mode === 'widths') && scene.phase === null,
      told: look.reducedMotion || scene.phase !== null || scene.u >= 1 || mode === 'rest' || (mode !== 'step' && scene.u >= settled * 0.97),
      light,
      spoken,
      other: compare?.scene.after ?? null,
      amounts: compare?.amounts ?? false,
    };
    const last = this.still_;
    if (last !== null && last.ground === ground && sameRequest(last.request, request)) return last.still;
    const still = planStill(ground, request);
    this.still_ = { request, ground, still };
    return still;
  }
}

const NOTHING: readonly SpokenLane[] = [];
