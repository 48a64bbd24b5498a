/**
 * How an actor looks: a disc with its small balance sheet, a ring of twelve months of cash around it, its condition
 * and what it did. A default empties the ring, shows the notch and a cross; nothing flashes.
 */
import { Container, Graphics, GraphicsContext, Rectangle, Sprite, Texture } from 'pixi.js';
import { css, type ArtBox } from './art-box.ts';
import { badgeShape, conditionShape } from './mark-art.ts';
import { laidOver, type Palette } from './palette.ts';
import type { GlyphPlan, NodeMoment, NodePlan } from './plan.ts';
import { FULL_RING } from './moment.ts';

const TURN = Math.PI * 2;
/** Fewer months than this are shown in the colour of trouble. */
const LOW = 3;

/** Arcs for the months, lit up to `lit` in halves. */
function ringContext(radius: number, width: number, lit: number, palette: Palette): GraphicsContext {
  const context = new GraphicsContext();
  const gap = Math.min(0.14, 2.6 / radius);
  const color = lit < LOW ? palette.ringLow : palette.ring;
  const arc = (from: number, to: number, tint: number): void => {
    context.moveTo(Math.cos(from) * radius, Math.sin(from) * radius).arc(0, 0, radius, from, to).stroke({ width, color: tint, cap: 'butt' });
  };
  for (let month = 0; month < FULL_RING; month++) {
    const start = -TURN / 4 + (month / FULL_RING) * TURN + gap / 2;
    const end = -TURN / 4 + ((month + 1) / FULL_RING) * TURN - gap / 2;
    const share = Math.max(0, Math.min(1, lit - month));
    if (share < 1) arc(start + (end - start) * share, end, palette.faint);
    if (share > 0) arc(start, start + (end - start) * share, color);
  }
  return context;
}

export class NodeArt {
  readonly root = new Container();
  private readonly ground = new Graphics();
  private readonly ring: Graphics;
  private readonly glyph: GlyphArt;
  private readonly condition: Graphics;
  private readonly badges: Graphics[] = [];
  private drawn = '';

  constructor(private readonly art: ArtBox, private readonly palette: Palette, resolution: number) {
    this.ring = new Graphics(this.nothing());
    this.condition = new Graphics(this.nothing());
    this.glyph = new GlyphArt(art, palette, resolution);
    this.root.addChild(this.ground, this.glyph.root, this.ring, this.condition);
  }

  private nothing(): GraphicsContext {
    return this.art.context('nothing', () => new GraphicsContext());
  }

  /** Everything that rests. */
  place(node: NodePlan, ringWidth: number): void {
    const { x, y, radius, selected, dim, failed, differs, condition, conditionAt, shape, box, badges } = node;
    const key = [x, y, radius, selected, failed, differs, condition, conditionAt?.x, conditionAt?.y, conditionAt?.size, shape, box.width, box.height, badges.map((badge) => badge.shape + badge.tone).join()].join('/');
    this.root.alpha = dim ? 0.38 : 1;
    if (key === this.drawn) return;
    this.drawn = key;
    this.root.position.set(x, y);
    this.drawGround(node, ringWidth);
    this.glyph.root.visible = this.ring.visible = shape === 'ring';
    this.condition.visible = conditionAt !== null;
    if (conditionAt !== null) {
      const bad = condition === 'inDefault' || condition === 'distressed' || condition === 'ponzi';
      const color = bad ? this.palette.tone.trouble : this.palette.muted;
      // without its word the shape sits on the ring and needs ground of its own
      const plate = node.worded ? null : this.palette.pill;
      this.condition.context = this.art.context(`condition/${condition}/${conditionAt.size}/${node.worded}`, () => conditionShape(condition, conditionAt.size, color, plate));
      this.condition.position.set(conditionAt.x - x, conditionAt.y - y);
    }
    this.drawBadges(node, ringWidth);
  }

  private drawGround(node: NodePlan, ringWidth: number): void {
    const { radius, shape, box, selected, failed, differs, x, y } = node;
    const { palette, ground } = this;
    ground.clear();
    if (shape === 'plate') {
      const left = box.x - x;
      const top = box.y - y;
      ground.roundRect(left, top, box.width, box.height, Math.min(14, box.height / 2)).fill(palette.plate);
      if (selected) ground.roundRect(left - 3, top - 3, box.width + 6, box.height + 6, 15).stroke({ width: 2.2, color: palette.selection });
      dashedPlate(ground, left, top, box.width, box.height, palette.plateRim);
      return;
    }
    ground.circle(0, 0, radius + ringWidth + 3).fill({ color: palette.background, alpha: 0.85 });
    ground.circle(0, 0, radius).fill(palette.disc).circle(0, 0, radius).stroke({ width: 1, color: failed ? palette.tone.trouble : palette.discRim });
    if (selected) ground.circle(0, 0, radius + ringWidth + 3.5).stroke({ width: 2.4, color: palette.selection });
    // on the ring of a selection, if there is one: further out it would strike out the name
    if (differs) dashedRing(ground, radius + ringWidth + 3.5, palette.difference);
  }

  private drawBadges(node: NodePlan, ringWidth: number): void {
    const size = Math.max(11, Math.min(22, node.radius * 0.5));
    const wanted = node.badges;
    while (this.badges.length < wanted.length) this.badges.push(this.root.addChild(new Graphics(this.nothing())));
    this.badges.forEach((graphics, index) => {
      const badge = wanted[index];
      graphics.visible = badge !== undefined;
      if (badge === undefined) return;
      graphics.context = this.art.context(`badge/${badge.shape}/${badge.tone}/${size}`, () => badgeShape(badge.shape, size, this.palette.tone[badge.tone], this.palette.pill));
      const reach = node.shape === 'ring' ? node.radius + ringWidth : node.box.width / 2;
      const turn = -TURN / 8 + (index * (size + 3)) / reach;
      graphics.position.set(Math.cos(turn) * reach, Math.sin(turn) * (node.shape === 'ring' ? reach : node.box.height / 2));
    });
  }

  /** Everything that moves. */
  move(node: NodePlan, moment: NodeMoment, ringWidth: number): void {
    for (const badge of this.badges) badge.alpha = moment.badges;
    if (node.shape !== 'ring') return;
    const lit = Math.round(moment.ring * 2) / 2;
    const radius = node.radius + ringWidth / 2 + 1;
    const width = Math.max(2.4, ringWidth * 0.62);
    this.ring.context = this.art.context(`ring/${radius}/${width}/${lit}`, () => ringContext(radius, width, lit, this.palette));
    this.glyph.show(moment.glyph, node.radius);
  }
}

const PARTS = ['gpus', 'other', 'claims', 'cash', 'equity', 'debt', 'owed', 'notch'] as const;

/** Pixels of hatching in store, and from one stripe to the next; equity is cut out of it. */
const HATCHED = { width: 96, height: 192, step: 6 } as const;

/** Bars are stretched white pixels, so showing another height costs nothing. */
class GlyphArt {
  readonly root = new Container();
  private readonly bars: { readonly [part in (typeof PARTS)[number]]: Sprite };
  private readonly base = new Sprite(Texture.WHITE);
  private readonly hatch: Sprite;
  private readonly hatched: Texture;
  private readonly rim = new Sprite(Texture.WHITE);

  constructor(art: ArtBox, palette: Palette, resolution: number) {
    // a cut-out of a larger sheet: tiles of a few pixels come apart on a canvas at double resolution
    const { source } = art.texture('hatch', HATCHED.width, HATCHED.height, resolution, (pen) => {
      pen.strokeStyle = css(palette.hatch);
      pen.lineWidth = 1.1;
      for (let shift = 0; shift <= HATCHED.width + HATCHED.height; shift += HATCHED.step) {
        pen.beginPath();
        pen.moveTo(shift, 0);
        pen.lineTo(shift - HATCHED.height, HATCHED.height);
        pen.stroke();
      }
    });
    this.hatched = new Texture({ source, frame: new Rectangle(0, 0, 1, 1), dynamic: true });
    this.hatch = new Sprite(this.hatched);
    this.bars = Object.fromEntries(PARTS.map((part) => [part, new Sprite(Texture.WHITE)])) as typeof this.bars;
    for (const part of PARTS) this.bars[part].tint = part === 'notch' ? palette.tone.trouble : palette.part[part];
    this.base.tint = palette.muted;
    this.rim.tint = laidOver(palette.disc, palette.hatch, 0.8);
    this.root.addChild(this.rim, ...PARTS.map((part) => this.bars[part]), this.hatch, this.base);
  }

  show(glyph: GlyphPlan, radius: number): void {
    const column = Math.max(3, glyph.width / 2 - 0.75);
    // all stand on one line; a notch lifts it so that it stays inside the disc
    const floor = Math.min(radius * 0.53, radius * 0.78 - glyph.notch);
    const stack = (bars: GlyphPlan['assets'] | GlyphPlan['liabilities'], left: number): void => {
      let y = floor;
      for (const { part, height } of bars) {
        const bar = this.bars[part];
        bar.visible = height > 0.25;
        if (!bar.visible) continue;
        y -= height;
        bar.position.set(left, y);
        bar.setSize(column, height);
      }
    };
    stack(glyph.assets, -column - 0.75);
    stack(glyph.liabilities, 0.75);
    const equity = this.bars.equity;
    this.hatch.visible = this.rim.visible = equity.visible;
    if (equity.visible) {
      this.hatch.position.set(equity.x, equity.y);
      this.hatched.frame.width = Math.min(equity.width, HATCHED.width);
      this.hatched.frame.height = Math.min(equity.height, HATCHED.height);
      this.hatched.update();
      this.hatch.setSize(equity.width, equity.height);
      this.rim.position.set(equity.x - 0.6, equity.y - 0.6);
      this.rim.setSize(equity.width + 1.2, equity.height + 1.2);
    }
    const { notch } = this.bars;
    notch.visible = glyph.notch > 0.4;
    if (notch.visible) {
      notch.position.set(0.75, floor + 1);
      notch.setSize(column, glyph.notch);
    }
    this.base.position.set(-column - 2.5, floor);
    this.base.setSize(2 * column + 5, 1);
  }
}

/** Dashes of one length all round, whatever the size. */
function dashedRing(graphics: Graphics, radius: number, color: number): void {
  const dashes = Math.max(12, Math.round((TURN * radius) / 9));
  for (let nth = 0; nth < dashes; nth++) {
    const start = (nth / dashes) * TURN;
    const end = start + (TURN / dashes) * 0.6;
    graphics.moveTo(Math.cos(start) * radius, Math.sin(start) * radius).arc(0, 0, radius, start, end);
  }
  graphics.stroke({ width: 2, color });
}

function dashedPlate(graphics: Graphics, x: number, y: number, width: number, height: number, color: number): void {
  const radius = Math.min(14, height / 2);
  const around: [number, number][] = [];
  const corner = (cx: number, cy: number, from: number): void => {
    for (let step = 0; step <= 6; step++) around.push([cx + Math.cos(from + (step / 6) * (TURN / 4)) * radius, cy + Math.sin(from + (step / 6) * (TURN / 4)) * radius]);
  };
  corner(x + width - radius, y + radius, -TURN / 4);
  corner(x + width - radius, y + height - radius, 0);
  corner(x + radius, y + height - radius, TURN / 4);
  corner(x + radius, y + radius, TURN / 2);
  around.push(around[0]!);
  let walked = 0;
  for (let i = 0; i + 1 < around.length; i++) {
    const [ax, ay] = around[i]!;
    const [bx, by] = around[i + 1]!;
    const length = Math.sqrt((bx - ax) * (bx - ax) + (by - ay) * (by - ay));
    for (let at = 0; at < length; ) {
      const inDash = walked % 8 < 5;
      const step = Math.min(length - at, inDash ? 5 - (walked % 8) : 8 - (walked % 8));
      if (inDash) graphics.moveTo(ax + ((bx - ax) * at) / length, ay + ((by - ay) * at) / length).lineTo(ax + ((bx - ax) * (at + step)) / length, ay + ((by - ay) * (at + step)) / length);
      at += step;
      walked += step;
    }
  }
  graphics.stroke({ width: 1.1, color });
}
