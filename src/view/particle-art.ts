/** Particles: images of five shapes that stand side by side in one texture, so that two thousand of them are drawn at once. */
import { Particle, ParticleContainer, Rectangle, Texture } from 'pixi.js';
import { css, type ArtBox } from './art-box.ts';
import { outlineWidth, particleOutline } from './mark-art.ts';
import type { Palette } from './palette.ts';
import { LANE_KINDS, type LaneKind } from '../playback/lane-book.ts';
import { type StagePlan } from './plan.ts';

/** The radius at which shapes are painted, and how much finer than the stage; larger and smaller ones are scaled. */
const PAINTED = 5;
const FINER = 2;
/** Room for one shape with its outline and a seam. */
const CELL = 18;

export class ParticleArt {
  readonly root = new ParticleContainer({ dynamicProperties: { position: true, rotation: true, vertex: true, uvs: true, color: true } });
  private readonly pool: Particle[] = [];
  private readonly shapes: { readonly [kind in LaneKind]: Texture };

  constructor(art: ArtBox, palette: Palette, resolution: number) {
    const { source } = art.texture('particles', CELL * LANE_KINDS.length, CELL, resolution * FINER, (pen) => LANE_KINDS.forEach((kind, nth) => paint(pen, kind, CELL * (nth + 0.5), CELL / 2, palette)));
    source.autoGenerateMipmaps = true;
    this.shapes = Object.fromEntries(LANE_KINDS.map((kind, nth) => [kind, new Texture({ source, frame: new Rectangle(CELL * nth, 0, CELL, CELL) })])) as typeof this.shapes;
    this.root.texture = this.shapes.cash;
  }

  show({ particles, still, laneAlpha }: StagePlan): void {
    const { pool, root, shapes } = this;
    while (pool.length < particles.length) pool.push(new Particle({ texture: shapes.cash, anchorX: 0.5, anchorY: 0.5 }));
    for (let nth = 0; nth < particles.length; nth++) {
      const { lane, x, y, angle, radius } = particles[nth]!;
      const { kind, dim } = still.lanes[lane] ?? still.rivers[lane - still.lanes.length]!;
      const particle = pool[nth]!;
      particle.texture = shapes[kind];
      particle.x = x;
      particle.y = y;
      particle.rotation = kind === 'cash' ? 0 : angle;
      particle.scaleX = particle.scaleY = radius / PAINTED;
      particle.alpha = dim ? 0.25 : Math.max(0.7, laneAlpha[lane] ?? 1);
    }
    if (root.particleChildren.length === particles.length) return;
    root.particleChildren = pool.slice(0, particles.length);
    root.update();
  }
}

function paint(pen: CanvasRenderingContext2D, kind: LaneKind, x: number, y: number, palette: Palette): void {
  const corners = particleOutline(kind, PAINTED);
  pen.beginPath();
  for (let at = 0; at < corners.length; at += 2) pen.lineTo(x + corners[at]!, y + corners[at + 1]!);
  pen.closePath();
  pen.fillStyle = css(palette.lane[kind]);
  pen.fill();
  const outline = palette.outline[kind];
  if (outline === null) return;
  pen.lineWidth = outlineWidth(PAINTED);
  pen.strokeStyle = css(outline);
  pen.stroke();
}
