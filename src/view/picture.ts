/** The drawn network: takes plans, keeps drawings, changes only what is different. Made anew for a theme or a new surface. */
import { Container, Graphics, Rectangle, Sprite } from 'pixi.js';
import { ArtBox, css } from './art-box.ts';
import { drawBundle, drawLane, drawRiver, drawSample } from './lane-art.ts';
import { particleShape } from './mark-art.ts';
import { NodeArt } from './node-art.ts';
import type { Palette } from './palette.ts';
import { ParticleArt } from './particle-art.ts';
import type { BundlePlan, LanePlan, LegendItem, RiverPlan, StagePlan, Still } from './plan.ts';
import { TextArt } from './text-art.ts';

/** Steps in which a lane goes hollow; between them nothing is redrawn. */
const SOLID_STEPS = 20;
const LEGEND_SAMPLE = 24;
/** How much of a lane a word on it covers. */
const WORD_GROUND = 0.82;
/** Above this many shared drawings (after much zooming) it is better to begin anew. */
const MOST_ART = 2400;

interface DrawnLane {
  readonly graphics: Graphics;
  key: string;
}

/** Whether this changes how bright it is. */
function fade({ graphics }: DrawnLane, alpha: number): boolean {
  if (graphics.alpha === alpha) return false;
  graphics.alpha = alpha;
  return true;
}

export class Picture {
  readonly root = new Container();
  private readonly art = new ArtBox();
  /** Lanes on their ground, kept as one image: within a month it seldom changes, and what moves runs above it. */
  private readonly beneath = new Container();
  private readonly laneLayer = new Container();
  private readonly legendLayer = new Container();
  private readonly grounds = new Graphics();
  private readonly cards = new Graphics();
  private readonly legendGround = new Graphics();
  private readonly nodeLayer = new Container();
  private readonly particles: ParticleArt;
  private readonly texts: TextArt;
  private readonly lanes = new Map<string, DrawnLane>();
  private readonly nodes = new Map<string, NodeArt>();
  private readonly legend = new Map<string, Graphics>();
  private readonly glow = new Sprite();
  private still: Still | null = null;
  private ring = 5;

  constructor(private readonly palette: Palette, private readonly resolution: number) {
    this.particles = new ParticleArt(this.art, palette, resolution);
    this.texts = new TextArt(this.art, palette, resolution);
    this.beneath.addChild(this.glow, this.laneLayer);
    this.beneath.cacheAsTexture({ resolution, antialias: true });
    this.root.addChild(this.beneath, this.particles.root, this.grounds, this.nodeLayer, this.cards, this.texts.root, this.legendGround, this.legendLayer, this.texts.front);
    this.root.eventMode = 'none';
  }

  get isFull(): boolean {
    return this.art.size > MOST_ART;
  }

  show(plan: StagePlan, ring: number): void {
    this.ring = ring;
    const isPlaced = plan.still === this.still;
    if (!isPlaced) this.place(plan.still);
    if (this.showLanes(plan) || !isPlaced) this.beneath.updateCacheTexture();
    this.particles.show(plan);
    plan.still.nodes.forEach((node, index) => this.nodes.get(node.id)!.move(node, plan.moments[index]!, ring));
    this.texts.fade(plan.textAlpha);
  }

  /** Whether any of them looks otherwise than before. */
  private showLanes({ still, laneSolid, laneAlpha }: StagePlan): boolean {
    let isChanged = false;
    still.lanes.forEach((lane, index) => {
      if (lane.bundle === null && this.showLane(lane, laneSolid[index]!, laneAlpha[index]!)) isChanged = true;
    });
    still.rivers.forEach((river, index) => {
      if (this.showRiver(river, laneAlpha[still.lanes.length + index]!)) isChanged = true;
    });
    return isChanged;
  }

  private place(still: Still): void {
    if (this.still === null || this.still.width !== still.width || this.still.height !== still.height) {
      this.beneath.boundsArea = new Rectangle(0, 0, still.width, still.height);
      this.placeGlow(still.width, still.height);
    }
    this.still = still;
    this.laneLayer.removeChildren();
    for (const river of still.rivers) this.laneLayer.addChild(this.laneFor(`river/${river.key}`).graphics);
    for (const bundle of still.bundles) this.laneLayer.addChild(this.bundleGraphics(bundle));
    for (const lane of still.lanes) if (lane.bundle === null) this.laneLayer.addChild(this.laneFor(lane.key).graphics);
    for (const node of still.nodes) {
      let art = this.nodes.get(node.id);
      if (art === undefined) {
        this.nodes.set(node.id, (art = new NodeArt(this.art, this.palette, this.resolution)));
        this.nodeLayer.addChild(art.root);
      }
      art.place(node, this.ring);
    }
    const standing = new Set(still.nodes.map((node) => node.id));
    for (const [id, art] of this.nodes) art.root.visible = standing.has(id);
    this.placeGrounds(still);
    this.placeCards(still);
    this.placeVeils(still);
    this.placeLegend(still.legend);
    this.texts.place(still.texts);
  }

  private laneFor(key: string): DrawnLane {
    let drawn = this.lanes.get(key);
    if (drawn === undefined) this.lanes.set(key, (drawn = { graphics: new Graphics(), key: '' }));
    return drawn;
  }

  private showLane(lane: LanePlan, solid: number, alpha: number): boolean {
    const drawn = this.laneFor(lane.key);
    const isFaded = fade(drawn, alpha);
    const { path } = lane;
    const step = solid >= 1 ? 1 : Math.floor(solid * SOLID_STEPS) / SOLID_STEPS;
    const middle = path.xs.length >> 1;
    const key = `${path.xs[0]}/${path.ys[0]}/${path.xs[middle]}/${path.ys[middle]}/${path.xs.at(-1)}/${path.ys.at(-1)}/${lane.width}/${step}/${lane.lit === 'now'}`;
    if (drawn.key === key) return isFaded;
    drawn.key = key;
    drawLane(drawn.graphics, lane, step, this.palette);
    return true;
  }

  private showRiver(river: RiverPlan, alpha: number): boolean {
    const drawn = this.laneFor(`river/${river.key}`);
    const isFaded = fade(drawn, alpha);
    const { path, brace } = river;
    const key = `${path.xs[0]}/${path.ys[0]}/${path.xs.at(-1)}/${path.ys.at(-1)}/${path.total}/${brace.total}/${river.width}`;
    if (drawn.key === key) return isFaded;
    drawn.key = key;
    drawRiver(drawn.graphics, river, this.palette);
    return true;
  }

  private bundleGraphics(bundle: BundlePlan): Graphics {
    const drawn = this.laneFor(`bundle/${bundle.key}`);
    const key = `${bundle.path.xs[0]}/${bundle.path.ys[0]}/${bundle.path.total}`;
    if (drawn.key !== key) {
      drawn.key = key;
      drawBundle(drawn.graphics, bundle, this.palette);
    }
    return drawn.graphics;
  }

  /** A lane does not end at a word: it dims beneath it. */
  private placeGrounds({ grounds }: Still): void {
    this.grounds.clear();
    for (const { x, y, width, height } of grounds) this.grounds.roundRect(x, y, width, height, 4).fill({ color: this.palette.background, alpha: WORD_GROUND });
  }

  /** Ground under statements, and lines to whom a name or a loss belongs. */
  private placeCards({ cards, ties }: Still): void {
    const { palette } = this;
    this.cards.clear();
    for (const { from, to } of ties) this.cards.moveTo(from.x, from.y).lineTo(to.x, to.y).stroke({ width: 1.5, color: palette.ink });
    for (const { box, ruleAt } of cards) {
      this.cards.roundRect(box.x, box.y, box.width, box.height, 6).fill({ color: palette.pill, alpha: 0.92 }).roundRect(box.x, box.y, box.width, box.height, 6).stroke({ width: 1, color: palette.plateRim });
      const middle = box.x + box.width / 2;
      this.cards.moveTo(middle, box.y + 5).lineTo(middle, ruleAt).moveTo(box.x + 6, ruleAt).lineTo(box.x + box.width - 6, ruleAt).stroke({ width: 1, color: palette.faint });
    }
  }

  /** Ground under the legend, through which lanes are seen; where the picture is magnified also under the count, and nothing is seen through it. */
  private placeVeils({ texts, legend, veils }: Still): void {
    const { palette } = this;
    this.legendGround.clear();
    for (const { x, y, width, height } of veils) this.legendGround.rect(x, y, width, height).fill({ color: palette.background });
    if (veils.length > 0) return;
    const row = texts.filter((text) => text.role === 'legend');
    const first = legend[0];
    if (first === undefined || row.length === 0) return;
    const left = first.x - LEGEND_SAMPLE / 2 - 8;
    const { y, height } = row[0]!.box;
    const right = Math.max(...row.map(({ box }) => box.x + box.width)) + 6;
    this.legendGround.roundRect(left, y - 3, right - left, height + 6, (height + 6) / 2).fill({ color: palette.background, alpha: 0.8 });
  }

  private placeLegend(items: readonly LegendItem[]): void {
    this.legendLayer.removeChildren();
    for (const { kind, x, y } of items) {
      const sample = this.laneFor(`legend/${kind}`);
      if (sample.key !== `${x}/${y}`) {
        sample.key = `${x}/${y}`;
        drawSample(sample.graphics, kind, x, y, LEGEND_SAMPLE, this.palette);
      }
      this.legendLayer.addChild(sample.graphics);
      if (kind === 'promised' || kind === 'river') continue;
      let mark = this.legend.get(kind);
      if (mark === undefined) this.legend.set(kind, (mark = new Graphics(this.art.context(`legend/${kind}`, () => particleShape(kind, 3.8, this.palette.lane[kind], this.palette.outline[kind])))));
      mark.position.set(x, y);
      this.legendLayer.addChild(mark);
    }
  }

  /** A calm light behind the middle of the network. */
  private placeGlow(width: number, height: number): void {
    const { background, glow } = this.palette;
    this.glow.visible = glow !== background;
    if (!this.glow.visible) return;
    this.glow.texture = this.art.texture('glow', 256, 256, 1, (pen) => {
      const light = pen.createRadialGradient(140, 110, 10, 140, 120, 170);
      light.addColorStop(0, css(glow));
      light.addColorStop(1, css(background));
      pen.fillStyle = light;
      pen.fillRect(0, 0, 256, 256);
    });
    this.glow.setSize(width, height);
  }

  destroy(): void {
    this.texts.destroy();
    this.root.destroy({ children: true });
    for (const graphics of [...[...this.lanes.values()].map((lane) => lane.graphics), ...this.legend.values()]) if (!graphics.destroyed) graphics.destroy();
    this.art.empty();
  }
}
