/** Particles: drawings of five shared shapes, taken from a pool and put back. */
import { Container, Graphics } from 'pixi.js';
import type { ArtBox } from './art-box.ts';
import { particleShape } from './mark-art.ts';
import type { Palette } from './palette.ts';
import { LANE_KINDS, type LaneKind } from '../playback/lane-book.ts';
import { type StagePlan } from './plan.ts';

/** The radius at which the shared shapes are drawn; others are scaled. */
const DRAWN = 4;

export class ParticleArt {
  readonly root = new Container();
  private readonly pools: { readonly [kind in LaneKind]: Graphics[] };

  constructor(private readonly art: ArtBox, private readonly palette: Palette) {
    this.pools = Object.fromEntries(LANE_KINDS.map((kind) => [kind, [] as Graphics[]])) as typeof this.pools;
  }

  show({ particles, still, laneAlpha }: StagePlan): void {
    const used: { [kind in LaneKind]: number } = { cash: 0, debt: 0, equity: 0, rent: 0, gpu: 0 };
    for (const { lane, x, y, angle, radius } of particles) {
      const { kind, dim } = still.lanes[lane] ?? still.rivers[lane - still.lanes.length]!;
      const pool = this.pools[kind];
      const graphics = (pool[used[kind]] ??= this.make(kind));
      used[kind] += 1;
      graphics.visible = true;
      graphics.position.set(x, y);
      graphics.rotation = kind === 'cash' ? 0 : angle;
      graphics.scale.set(radius / DRAWN);
      graphics.alpha = dim ? 0.25 : Math.max(0.7, laneAlpha[lane] ?? 1);
    }
    for (const kind of LANE_KINDS) for (let index = used[kind]; index < this.pools[kind].length; index++) this.pools[kind][index]!.visible = false;
  }

  private make(kind: LaneKind): Graphics {
    const { palette } = this;
    const graphics = new Graphics(this.art.context(`particle/${kind}`, () => particleShape(kind, DRAWN, palette.lane[kind], palette.outline[kind])));
    return this.root.addChild(graphics);
  }
}
